import { describe, expect, it } from 'vitest'
import { readReports, type ReadReport } from '@/reading'
import { given, PLAIN, slots, tablesOf, type Given } from './documents'

const HEADINGS = ['二、主动公开政府信息情况', '三、收到和处理政府信息公开申请情况', '四、政府信息公开行政复议、行政诉讼情况'] as const
/** Columns of applicants in the first and in the second table. */
const CUTS: readonly (readonly [first: readonly number[], second: readonly number[]])[] = [
  [[0, 1, 2, 3], [4, 5, 6]],
  [[0, 6], [1, 2, 3, 4, 5]],
]
/** Columns of names. */
const NAMES = [0, 1, 2]

type Row = readonly string[]
/** A cell a line, merged ones once. */
const oneALine = (rows: readonly Row[]): string[] => rows.flatMap((row) => row.filter((text) => text !== ''))

/** The headings of some columns: the name that several have stands over the first of them. */
const headed = (row: Row, columns: readonly number[]): Row => [...NAMES.map((at) => row[at]!), ...columns.map((at, index) => row[at + NAMES.length]! || (index === columns.findIndex((each) => each > 0 && each < 6) && at < 6 && row[NAMES.length + 1] ? row[NAMES.length + 1]! : ''))]
const cut = (rows: readonly Row[], columns: readonly number[]): Row[] => [
  [rows[0]![0]!, '', '', '申请人情况', ...columns.slice(1).map(() => '')],
  headed(rows[1]!, columns),
  ...rows.slice(2).map((row) => [...NAMES, ...columns.map((at) => at + NAMES.length)].map((at) => row[at]!)),
]

const WRITERS: Readonly<Record<string, (rows: readonly Row[]) => string[]>> = {
  bars: (rows) => rows.flatMap((row, at) => [`| ${row.join(' | ')} |`, ...(at === 0 ? [`|${row.map(() => ' --- ').join('|')}|`] : [])]),
  commas: (rows) => rows.map((row) => row.join(',')),
  tabs: (rows) => rows.map((row) => row.join('\t')),
  'tabs, as a browser copies them: merged cells once': (rows) => rows.map((row) => row.filter((text) => text !== '').join('\t')),
  'a cell a line behind a tab, blank lines between rows': (rows) => rows.flatMap((row) => [...row.map((text) => `\t${text}`), '']),
}

function written(report: Given, [first, second]: (typeof CUTS)[number], write: (rows: readonly Row[]) => string[]): string {
  const { proactive, requests, reviews } = tablesOf(report, PLAIN, 7)
  const whole = slots(requests).map((row) => row.map(({ text }) => text))
  const lines = (rows: Parameters<typeof slots>[0]): string[] => write(slots(rows).map((row) => row.map(({ text }) => text)))
  return [`${report.agency}${report.year}年政府信息公开工作年度报告`, '一、总体情况', '全年公开信息12条。', HEADINGS[0], ...lines(proactive), '', HEADINGS[1], ...write(cut(whole, first)), '', ...write(cut(whole, second)), '', HEADINGS[2], ...lines(reviews), '', '五、存在的主要问题及改进情况', '公开内容有待加强。'].join('\n')
}

async function read(text: string): Promise<ReadReport> {
  const { reports } = await readReports({ name: 'a.txt', bytes: new TextEncoder().encode(text) })
  expect(reports).toHaveLength(1)
  return reports[0]!
}
const numbers = ({ cells }: ReadReport): Record<string, number> => Object.fromEntries([...cells].flatMap(([figure, { cell }]) => ('value' in cell ? [[figure, cell.value]] : [])))

describe('table 3 cut by its columns into two, merged cells with blank ones beside them', () => {
  describe.each(Object.entries(WRITERS))('%s', (_, write) => {
    it.each(CUTS.flatMap((columns) => [7, 8, 15, 16].map((seed) => [columns, seed] as const)))('%j, report %i', async (columns, seed) => {
      const report = given(seed)
      const found = await read(written(report, columns, write))
      expect({ agency: found.agency, ...numbers(found) }).toEqual({ agency: report.agency, ...Object.fromEntries(report.figures) })
      expect(found.problems).toEqual([])
    })
  })

  describe('a cell a line', () => {
    it.each(CUTS.flatMap((columns) => [7, 8, 15, 16].map((seed) => [columns, seed] as const)))('%j, report %i', async (columns, seed) => {
      const report = given(seed)
      const found = await read(written(report, columns, oneALine))
      expect({ agency: found.agency, ...numbers(found) }).toEqual({ agency: report.agency, ...Object.fromEntries(report.figures) })
    })

    it.each(CUTS)('a number missing: all of the table is told, none of it is read (%j, %j)', async (...columns) => {
      const report = given(15)
      const lines = written(report, columns, oneALine).split('\n')
      const row = lines.findLastIndex((line) => line.includes('属于行政查询事项'))
      const found = await read(lines.toSpliced(row + 2, 1).join('\n'))
      const requests = [...report.figures].filter(([figure]) => figure.startsWith('requests.'))
      const told = new Set(found.problems.flatMap(({ figures }) => figures ?? []))
      expect(requests.filter(([figure, value]) => numbers(found)[figure] !== value && !told.has(figure))).toEqual([])
      expect(requests.filter(([figure, value]) => (numbers(found)[figure] ?? value) !== value)).toEqual([])
    })
  })
})
