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
    [`（${before}年）`, `（${own}年）`],
    [`【${before}年度数据】`, `【${own}年度数据】`],
  ])('before this year’s: %s', (first, second) => isRead(withRequests(style, [first, ...requestLines(lastYear.requests, style), second, ...requestLines(tables.requests, style)])))

  it.each([`附：${before}年收到和处理政府信息公开申请情况`, '上年度收到和处理政府信息公开申请情况如下：', `${before}年度数据对照表`])('behind this year’s, table 4 below it: %s', (heading) =>
    isRead(withRequests(style, [...requestLines(tables.requests, style), heading, ...requestLines(lastYear.requests, style)])))
})

describe('years that caption tables of a text', () => {
  /** The lines of table 4 in a style. */
  function reviewLines(reviews: typeof tables.reviews, style: TextStyle): string[] {
    const lines = text(report, { ...tables, reviews }, style).split('\n')
    return lines.slice(lines.indexOf(NEXT) + 1, lines.indexOf('五、存在的主要问题及改进情况'))
  }

  /** The report with other lines for table 4. */
  function withReviews(style: TextStyle, lines: readonly string[]): string {
    const all = text(report, tables, style).split('\n')
    return [...all.slice(0, all.indexOf(NEXT) + 1), ...lines, ...all.slice(all.indexOf('五、存在的主要问题及改进情况'))].join('\n')
  }

  const CAPTIONS = [['（', '年）'], ['【', '年度数据】'], ['', '年政府信息公开行政复议、行政诉讼情况']] as const

  it.each(CAPTIONS.flatMap((caption) => (['layout', 'spaced', 'tabs'] as const).map((style) => [style, ...caption] as const)))('last year’s table 4 before this year’s (%s, %s…%s)', (style, open, close) =>
    isRead(withReviews(style, [`${open}${before}${close}`, ...reviewLines(lastYear.reviews, style), `${open}${own}${close}`, ...reviewLines(tables.reviews, style)])))

  it.each(CAPTIONS)('this year’s table 4 before last year’s, which alone has a caption (%s…%s)', (open, close) =>
    isRead(withReviews('layout', [...reviewLines(tables.reviews, 'layout'), `${open}${before}${close}`, ...reviewLines(lastYear.reviews, 'layout')])))

  it('as the first row of each table 3 of a sheet', () => {
    const row = (year: number): string => `（${year}年）${'\t'.repeat(9)}`
    return isRead(withRequests('tabs', [row(before), ...requestLines(lastYear.requests, 'tabs'), row(own), ...requestLines(tables.requests, 'tabs')]))
  })
})
