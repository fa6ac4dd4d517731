import { describe, expect, it } from 'vitest'
import { readReports } from '@/reading'
import { given, PLAIN, tablesOf, text } from './documents'

const report = given(7)
const figures = [...report.figures].filter(([figure]) => /^(?:review|suit)/.test(figure))
const RESULTS = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计']

describe('a page written from a sheet as text', () => {
  it('has table 4 with a number under each heading, blank cells of merged columns between them', async () => {
    const all = text(report, tablesOf(report, PLAIN, 7), 'tabs').split('\n')
    const [from, to] = ['四、', '五、'].map((numeral) => all.findLastIndex((line) => line.startsWith(numeral))) as [number, number]
    /** The columns of a wider table in which those of table 4 begin. */
    const columns = [0, 1, 3, 4, 7, 9, 10, 12, 14, 15, 17, 19, 21, 23, 25]
    const row = (cells: readonly (readonly [column: number, text: string])[]): string => Array.from({ length: 26 }, (_, column) => cells.find(([at]) => at === column)?.[1] ?? '').join('\t')
    const results = columns.map((column, at): [number, string] => [column, RESULTS[at % 5]!])
    const lines = [
      row([[0, '行政复议'], [9, '行政诉讼']]),
      row([...results.slice(0, 5), [9, '未经复议直接起诉'], [17, '复议后起诉']]),
      row(results.slice(5)),
      row(columns.map((column, at) => [column, String(figures[at]![1])])),
    ]
    const body = [...all.slice(0, from + 1), ...lines, ...all.slice(to)].join('\n')
    const { reports } = await readReports({ name: 'a.txt', bytes: new TextEncoder().encode(body) })
    expect(figures.map(([figure]) => reports[0]!.cells.get(figure)?.cell)).toEqual(figures.map(([, value]) => ({ value })))
  })

  it('has table 4 with a kind a row, blank cells beside its name and those of wider tables behind it', async () => {
    const all = text(report, tablesOf(report, PLAIN, 7), 'tabs').split('\n')
    const [from, to] = ['四、', '五、'].map((numeral) => all.findLastIndex((line) => line.startsWith(numeral))) as [number, number]
    const bar = (cells: readonly string[]): string => `│${[...cells, '', '', '', ''].join('│')}│`
    const numbers = (kind: number): string[] => figures.slice(kind * 5, kind * 5 + 5).map(([, value]) => String(value))
    const lines = [bar(['类别', '', ...RESULTS]), bar(['行政复议', '', ...numbers(0)]), bar(['行政诉讼', '未经复议直接起诉', ...numbers(1)]), bar(['', '复议后起诉', ...numbers(2)])]
    const body = [...all.slice(0, from + 1), ...lines, ...all.slice(to)].join('\n')
    const { reports } = await readReports({ name: 'a.txt', bytes: new TextEncoder().encode(body) })
    expect(figures.map(([figure]) => reports[0]!.cells.get(figure)?.cell)).toEqual(figures.map(([, value]) => ({ value })))
  })
})
