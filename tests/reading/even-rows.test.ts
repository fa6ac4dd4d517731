import { describe, expect, it } from 'vitest'
import { APPLICANT_IDS } from '@/domain/figure'
import { readReports, type ReadReport } from '@/reading'
import { given, PLAIN, slots, tablesOf } from './documents'

const report = given(7)
const { requests, reviews } = tablesOf(report, PLAIN, 7)
const isLabel = (text: string): boolean => /[\u4e00-\u9fff]/.test(text)

async function read(lines: readonly string[]): Promise<ReadReport> {
  const text = [`东湖街道办事处${report.year}年政府信息公开工作年度报告`, '三、收到和处理政府信息公开申请情况', ...lines, '四、政府信息公开行政复议、行政诉讼情况', ...slots(reviews).flatMap((row) => row.filter(({ own }) => own).map(({ text: cell }) => cell.replace(/\n/g, '')))].join('\n')
  return (await readReports({ name: 'a.txt', bytes: new TextEncoder().encode(text) })).reports[0]!
}
const stated = (row: string): (number | undefined)[] => APPLICANT_IDS.map((applicant) => report.figures.get(`requests.${row}.${applicant}` as never))
const found = ({ cells }: ReadReport, row: string): (number | string | undefined)[] =>
  APPLICANT_IDS.map((applicant) => cells.get(`requests.${row}.${applicant}` as never)?.cell).map((cell) => (cell === undefined ? undefined : 'value' in cell ? cell.value : cell.missing))
const ROWS = [...new Set([...report.figures.keys()].flatMap((figure) => /^requests\.(.+)\.natural$/.exec(figure)?.[1] ?? []))]

describe('table 3 a cell a line, with a line for each cell that a merged name covers', () => {
  /** Rows with these of their numbers blank, by the row's place. */
  const lines = (isBlank: (row: number, column: number) => boolean): string[] =>
    slots(requests).flatMap((row, y) => row.map(({ text }, x) => (x >= row.length - 7 && !isLabel(text) && isBlank(y, x - row.length + 7) ? '' : text.replace(/\n/g, ''))))

  it.each([
    ['without blanks', () => false],
    ['its totals left blank', (_: number, column: number) => column === 6],
    ['first or last numbers left blank', (row: number, column: number) => (row % 2 === 0 ? column === 0 : column === 6)],
  ] as const)('has each number in its column: %s', async (_, isBlank) => {
    const reading = await read(lines(isBlank))
    const places = slots(requests).flatMap((row, y) => (row.slice(-7).every(({ text }) => !isLabel(text)) ? [y] : []))
    expect(places).toHaveLength(ROWS.length)
    ROWS.forEach((row, at) => expect([row, ...found(reading, row)]).toEqual([row, ...stated(row).map((value, column) => (isBlank(places[at]!, column) ? 'blank' : value))]))
  })
})

describe('table 3 a cell a line whose blank lines are not all cells', () => {
  it('has no number in a column that is not its own without saying so', async () => {
    // Rows without totals: a second, blank paragraph stands in one cell or another of each.
    let count = 0
    const lines = slots(requests).flatMap((row) => {
      const cells = row.filter(({ own }) => own).map(({ text }) => text.replace(/\n/g, ''))
      const name = cells.findLastIndex(isLabel)
      if (name === cells.length - 1) return cells
      count += 1
      const values = cells.slice(name + 1, -1)
      return [...cells.slice(0, name + 1), ...values.flatMap((value, at) => (at === count % 5 || (count % 2 === 0 && at === (count + 2) % 5) ? [value, ''] : [value])), '']
    })
    const reading = await read(lines)
    const marked = new Set(reading.problems.flatMap(({ figures }) => figures ?? []))
    const silent = ROWS.flatMap((row) => found(reading, row).flatMap((value, at) => (typeof value === 'number' && !(at < 6 && value === stated(row)[at]) && !marked.has(`requests.${row}.${APPLICANT_IDS[at]}` as never) ? [row] : [])))
    expect(silent).toEqual([])
  })

  it('marks rows of zeros whose headings name one column more than they have', async () => {
    const zeros = slots(requests).flatMap((row) => row.filter(({ own }) => own).map(({ text }) => (isLabel(text) ? text.replace(/\n/g, '') : '0')))
    const at = zeros.findIndex((text) => /新收/.test(text))
    const reading = await read([...zeros.slice(0, at), '小计', ...zeros.slice(at)])
    const marked = new Set(reading.problems.flatMap(({ figures }) => figures ?? []))
    expect(found(reading, 'received').every((value, column) => value === undefined || marked.has(`requests.received.${APPLICANT_IDS[column]}` as never))).toBe(true)
  })
})
