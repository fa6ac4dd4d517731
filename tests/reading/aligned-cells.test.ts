import { describe, expect, it } from 'vitest'
import { readReports, type ReadReport } from '@/reading'
import { given, PLAIN, tablesOf, type Given, type Rows } from './documents'

const HEADINGS = ['二、主动公开政府信息情况', '三、收到和处理政府信息公开申请情况', '四、政府信息公开行政复议、行政诉讼情况'] as const

type Row = readonly string[]
const wide = (text: string): number => [...text].reduce((sum, letter) => sum + (letter > '\u2e80' ? 2 : 1), 0)
const counted = (text: string): number => [...text].length

/** The slots of rows, the text of a merged cell in each that it covers. */
function repeated(rows: Rows): Row[] {
  const grid: string[][] = rows.map(() => [])
  rows.forEach((row, y) => {
    let x = 0
    for (const { text, rows: high = 1, columns = 1 } of row) {
      while (grid[y]![x] !== undefined) x += 1
      for (let dy = 0; dy < high && grid[y + dy]; dy += 1) for (let dx = 0; dx < columns; dx += 1) grid[y + dy]![x + dx] = text.replace(/\n/g, '')
      x += columns
    }
  })
  return grid
}

/** Rows padded to the width of their columns, as programs print tables. */
const padded = (rows: readonly Row[], width: (text: string) => number, right: boolean): string[] => {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => width(row[column]!))))
  return rows.map((row) => row.map((text, column) => (right ? `${' '.repeat(widths[column]! - width(text))}${text}` : `${text}${' '.repeat(widths[column]! - width(text))}`)).join('  ').trimEnd())
}

const written = (report: Given, write: (rows: readonly Row[]) => string[], change: (rows: readonly Row[]) => readonly Row[]): string =>
  [`${report.agency}${report.year}年政府信息公开工作年度报告`, '一、总体情况', '全年公开信息12条。', ...Object.values(tablesOf(report, PLAIN, 7)).flatMap((rows: Rows, at) => [HEADINGS[at]!, '', ...write(change(repeated(rows))), '']), '五、存在的主要问题及改进情况', '公开内容有待加强。'].join('\n')

async function read(text: string): Promise<ReadReport> {
  const { reports } = await readReports({ name: 'a.txt', bytes: new TextEncoder().encode(text) })
  expect(reports).toHaveLength(1)
  return reports[0]!
}
const numbers = ({ cells }: ReadReport): Record<string, number> => Object.fromEntries([...cells].flatMap(([figure, { cell }]) => ('value' in cell ? [[figure, cell.value]] : [])))

const WAYS = [
  ['from the left', wide, false],
  ['from the left, each letter one wide', counted, false],
  ['from the right', wide, true],
  ['from the right, each letter one wide', counted, true],
] as const

describe('tables whose cells are padded with spaces, merged ones repeated in each slot', () => {
  describe.each(WAYS)('%s', (_, width, right) => {
    it.each([7, 8, 15, 16])('report %i', async (seed) => {
      const report = given(seed)
      const found = await read(written(report, (rows) => padded(rows, width, right), (rows) => rows))
      expect({ agency: found.agency, year: found.year, ...numbers(found) }).toEqual({ agency: report.agency, year: report.year, ...Object.fromEntries(report.figures) })
      expect(found.narrative).toMatchObject([{ value: 12 }])
    })

    it.each([7, 8, 15, 16])('report %i, zeros left blank', async (seed) => {
      const report = given(seed)
      const found = numbers(await read(written(report, (rows) => padded(rows, width, right), (rows) => rows.map((row) => row.map((text) => (text === '0' ? '' : text))))))
      expect(found).toEqual(Object.fromEntries([...report.figures].filter(([, value]) => value !== 0)))
    })
  })
})
