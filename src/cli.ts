import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { chartById, CHARTS, leadChart, sliceFor } from '@/charts'
import { csvBytes } from '@/data/csv'
import { loadPackage, type Source } from '@/data/load'
import { LoadError } from '@/data/load-error'
import { fromLink } from '@/domain/selection'
import { sheetOf } from '@/domain/sheet'
import { Table } from '@/domain/table'
import { unknownIn } from '@/domain/unknown'

type Write = (data: string | Uint8Array) => Promise<void> | void

/** Where output goes. */
export interface Streams {
  readonly stdout: Write
  readonly stderr: Write
}

const USAGE = `usage: atlas slice <package folder> "<link>"

Prints the CSV that the page at the link offers for download: that of the chart the link names, else of the page's first chart.
`
/** Parameters of the page that are no part of the selection. */
const PAGE_PARAMS = ['lang', 'theme', 'package']

const folderSource = (folder: string): Source => ({
  read: (path) =>
    readFile(join(folder, path)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null
      throw error
    }),
})

/** Runs the command line. Gives the exit code: 0 done, 1 the package cannot be read, 2 the command is not understood. */
export async function run(args: readonly string[], streams: Streams): Promise<number> {
  const [command, folder, link, ...more] = args
  if (command !== 'slice' || folder === undefined || link === undefined || more.length > 0) {
    await streams.stderr(USAGE)
    return 2
  }
  try {
    return await printSlice(folder, link, streams)
  } catch (error) {
    if (!(error instanceof LoadError)) throw error
    await streams.stderr(`${error.message}\n`)
    return 1
  }
}

async function printSlice(folder: string, link: string, { stdout, stderr }: Streams): Promise<number> {
  const table = new Table(await loadPackage(folderSource(folder)))
  const selection = fromLink(link, PAGE_PARAMS)
  for (const { param, text } of unknownIn(table, selection, CHARTS.map(({ id }) => id))) await stderr(`not in this data: ${param}=${text}\n`)
  const chart = chartById(selection.chart) ?? leadChart(selection.view, selection, table)
  if (!chart) {
    await stderr(`no chart on the page ${selection.view}\n`)
    return 1
  }
  await stdout(csvBytes(sheetOf(table, selection, sliceFor(chart, table, selection), selection.shape)))
  return 0
}
