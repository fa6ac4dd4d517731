import { chartById, CHARTS, leadChart, sliceFor } from '@/charts'
import { csvBytes } from '@/data/csv'
import { loadPackage } from '@/data/load'
import { checkTable, failingDoubts } from '@/domain/checks'
import { doubtsOf } from '@/domain/doubts-of'
import { repairsText, withRepairs } from '@/domain/repair'
import { fromLink } from '@/domain/selection'
import { sheetOf } from '@/domain/sheet'
import { Table } from '@/domain/table'
import { unknownIn } from '@/domain/unknown'
import { folderSource } from './files'
import type { Streams } from './streams'

/** Parameters of the page that are no part of the selection. */
const PAGE_PARAMS = ['lang', 'theme', 'package']

/** Prints the file that the page at a link offers. Gives the exit code. */
export async function printSlice(folder: string, link: string, { stdout, stderr }: Streams): Promise<number> {
  const selection = fromLink(link, PAGE_PARAMS)
  const { table, unfit } = withRepairs(new Table(await loadPackage(folderSource(folder))), selection.repaired)
  for (const { param, text } of unknownIn(table, selection, CHARTS.map(({ id }) => id))) await stderr(`not in this data: ${param}=${text}\n`)
  for (const repair of unfit) await stderr(`does not fit this data: repaired=${repairsText([repair])}\n`)
  const chart = chartById(selection.chart) ?? leadChart(selection.view, selection, table)
  if (!chart) {
    await stderr(`no chart on the page ${selection.view}\n`)
    return 1
  }
  await stdout(csvBytes(sheetOf(table, selection, sliceFor(chart, table, selection, doubtsOf(table, failingDoubts(checkTable(table)))), selection.shape)))
  return 0
}
