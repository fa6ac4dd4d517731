import { describe, expect, it } from 'vitest'
import { readReports } from '@/reading'
import { given, PLAIN, tablesOf, text, type TextStyle } from './documents'

const report = given(11)
const tables = tablesOf(report, PLAIN, 11)
const lastYear = tablesOf({ ...report, figures: given(23).figures }, PLAIN, 11)
const [HEADING, NEXT] = ['三、收到和处理政府信息公开申请情况', '四、政府信息公开行政复议、行政诉讼情况']
const [before, own] = [report.year - 1, report.year]

/** The lines of table 3 in a style. */
function requestLines(requests: typeof tables.requests, style: TextStyle): string[] {
  const lines = text(report, { ...tables, requests }, style).split('\n')
  return lines.slice(lines.indexOf(HEADING) + 1, lines.indexOf(NEXT))
}

/** The report with other lines for table 3. */
function withRequests(style: TextStyle, lines: readonly string[]): string {
  const all = text(report, tables, style).split('\n')
  return [...all.slice(0, all.indexOf(HEADING) + 1), ...lines, ...all.slice(all.indexOf(NEXT))].join('\n')
}

async function isRead(body: string): Promise<void> {
  const { reports } = await readReports({ name: 'a.txt', bytes: new TextEncoder().encode(body) })
  const [found] = reports
  expect(Object.fromEntries([...found!.cells].map(([figure, { cell }]) => [figure, 'value' in cell ? cell.value : cell.missing]))).toEqual(Object.fromEntries(report.figures))
  const told = found!.problems.map(({ kind }) => kind)
  expect(told).toContain('year-other')
  expect(told).not.toContain('row-twice')
}

describe.each<TextStyle>(['layout', 'lines', 'spaced'])('last year’s table 3 in a text (%s)', (style) => {
  it.each([
    [`（一）${before}年收到和处理政府信息公开申请情况`, `（二）${own}年收到和处理政府信息公开申请情况`],
    [`表1：${before}年度收到和处理政府信息公开申请情况`, `表2：${own}年度收到和处理政府信息公开申请情况`],
  ])('before this year’s: %s', (first, second) => isRead(withRequests(style, [first, ...requestLines(lastYear.requests, style), second, ...requestLines(tables.requests, style)])))

  it.each([`附：${before}年收到和处理政府信息公开申请情况`, '上年度收到和处理政府信息公开申请情况如下：', `${before}年度数据对照表`])('behind this year’s, table 4 below it: %s', (heading) =>
    isRead(withRequests(style, [...requestLines(tables.requests, style), heading, ...requestLines(lastYear.requests, style)])))
})
