import { describe, expect, it } from 'vitest'
import { readReports, type ReadReport } from '@/reading'
import { gridOf } from '@/reading/document'
import { isTurned } from '@/reading/meaning/turned-tables'
import { given, PLAIN, tablesOf, text } from './documents'

const report = given(8)
const all = text(report, tablesOf(report, PLAIN, 8), 'lines').split('\n')
const two = all.findIndex((line) => line.startsWith('二、主动'))

/** The report in reading order with other lines for table 2. */
async function read(lines: readonly string[], rest: readonly string[]): Promise<ReadReport> {
  const body = [...all.slice(0, two + 1), '本年度主动公开政府信息的情况如下，数据的统计期限为全年，统计范围为本机关。', ...lines, ...rest].join('\n')
  return (await readReports({ name: 'a.txt', bytes: new TextEncoder().encode(body) })).reports[0]!
}
const value = (figure: string): string => String(report.figures.get(figure as never)!)

/** Table 3 with its names in a narrow column, and its numbers apart from them. */
const apart = ['三、收到和处理政府信息公开申请情况', '一、本', '年新收', '政府信', '息公开', '申请数', '量', '18', '2', '四、因政府信息公开工作被申请行政复议、提起行政诉讼情况']

describe('table 2 of a text that was copied column by column', () => {
  it.each([
    ['rows below are as long', ['本年制发件数', '3', '5', '', ''], true],
    ['rows below are shorter: no number stands under its item', ['本年制发件数', '3', '5'], false],
  ] as const)('is turned only where %s', (_, row, expected) => {
    const rows = gridOf([['信息内容', '规章', '行政规范性文件', '行政许可', '行政处罚'], row].map((cells) => cells.map((cell) => ({ text: cell }))))
    expect(isTurned({ kind: 'table', rows, place: { line: 1 } })).toBe(expected)
  })

  it('has headings in the order in which they stand above the numbers', async () => {
    const headings = ['第二十条第（六）项', '信息内容', '上一年项目数量', '行政处罚', value('penalties.items-before'), '本年增/减', '处理决定数量', '第二十条第（八）项', '信息内容', '上一年项目数量', '本年增/减', '行政事业性收费', value('fees.items-before'), value('fees.change')]
    const { cells } = await read(headings, apart)
    expect(['fees.items-before', 'fees.change'].map((figure) => cells.get(figure as never)?.cell)).toEqual(['fees.items-before', 'fees.change'].map((figure) => ({ value: report.figures.get(figure as never) })))
  })
})
