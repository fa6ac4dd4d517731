import { describe, expect, it } from 'vitest'
import type { FigureId } from '@/domain/figure'
import { readReports, type ReadReport } from '@/reading'
import { given, PLAIN, slots, tablesOf } from './documents'

type Row = readonly string[]

const report = given(7)
const { proactive, requests, reviews } = tablesOf(report, PLAIN, 7)
const linesOf = (rows: Parameters<typeof slots>[0]): string[] => slots(rows).flatMap((row) => row.flatMap(({ text }) => (text === '' ? [] : [text.replace(/\n/g, '')])))

/** A report with a cell a line, but for the lines given. */
async function read({ items = linesOf(proactive), applications = linesOf(requests), results = linesOf(reviews) }: { items?: Row; applications?: Row; results?: Row }): Promise<ReadReport> {
  const lines = [`${report.agency}${String(report.year)}年政府信息公开工作年度报告`, '一、总体情况', '全年公开信息12条。', '二、主动公开政府信息情况', ...items, '三、收到和处理政府信息公开申请情况', ...applications, '四、政府信息公开行政复议、行政诉讼情况', ...results, '五、存在的主要问题及改进情况', '公开内容有待加强。']
  return (await readReports({ name: 'a.txt', bytes: new TextEncoder().encode(lines.join('\n')) })).reports[0]!
}
const KINDS = ['review', 'suit-direct', 'suit-after-review']
const RESULTS = ['upheld', 'corrected', 'other', 'pending', 'total']
const value = ({ cells }: ReadReport, figure: string): number | string | undefined => {
  const cell = cells.get(figure as FigureId)?.cell
  return cell && ('value' in cell ? cell.value : cell.missing)
}
const told = ({ problems }: ReadReport, figure: string): boolean => problems.some(({ figures }) => figures?.includes(figure as FigureId))
const resultsOf = (found: ReadReport): (number | string | undefined)[] => KINDS.flatMap((kind) => RESULTS.map((result) => value(found, `${kind}.${result}`)))

describe('table 4 of a text', () => {
  const heads = ['行政复议', '行政诉讼', '未经复议直接起诉', '复议后起诉', ...KINDS.flatMap(() => ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'])]
  const tabs = ['行政复议\t行政诉讼', '未经复议直接起诉\t复议后起诉', heads.slice(4).join('\t')]

  it('blank cells before the first number that a copy drops are found by the sums of all kinds', async () => {
    const found = await read({ results: [...tabs, '11\t2\t13\t\t1\t11\t2\t14\t\t\t1\t7\t8'] })
    expect(resultsOf(found)).toEqual(['blank', 'blank', 11, 2, 13, 'blank', 1, 11, 2, 14, 'blank', 'blank', 1, 7, 8])
    expect(told(found, 'review.total')).toBe(false)
  })

  it('where no place, or more than one, makes them add up nothing is read', async () => {
    for (const row of ['11\t2\t12\t\t1\t11\t2\t14\t\t\t1\t7\t8', '1\t1\t\t\t\t']) {
      const found = await read({ results: [...tabs, row] })
      expect([value(found, 'review.total'), told(found, 'review.total')]).toEqual([undefined, true])
    }
  })

  it('numbers of all results and none of the totals are read so, and told', async () => {
    const found = await read({ results: [...heads, ...'1 2 5 11 40 28 2 1 5 5 5 0'.split(' ')] })
    expect(resultsOf(found)).toEqual([1, 2, 5, 11, 'blank', 40, 28, 2, 1, 'blank', 5, 5, 5, 0, 'blank'])
    expect(KINDS.every((kind) => told(found, `${kind}.upheld`))).toBe(true)
  })

  it('numbers that add up with one of a kind left out may be those of any result, and are not read', async () => {
    for (const row of ['1 0 0 1 0 0 0 0 0 0 0 0 0 0', '1 2 3 6 1 2 3 6 1 2 3 6']) {
      const found = await read({ results: [...heads, ...row.split(' ')] })
      expect([resultsOf(found).filter((each) => each !== undefined), told(found, 'review.total')]).toEqual([[], true])
    }
  })

  it('of each kind in a table of its own', async () => {
    const own = heads.slice(4, 9)
    const found = await read({ results: ['行政复议', ...own, '5', '0', '0', '0', '行政诉讼', '未经复议直接起诉', '复议后起诉', ...own, ...own, ...'0 2 5 2 2 5 5 0'.split(' ')] })
    expect(resultsOf(found)).toEqual([5, 0, 0, 0, 'blank', 0, 2, 5, 2, 'blank', 2, 5, 5, 0, 'blank'])
    expect(KINDS.every((kind) => told(found, `${kind}.upheld`))).toBe(true)
  })

  it('zeros alone may be any of them', async () => {
    const found = await read({ results: [...heads, ...Array.from({ length: 12 }, () => '0')] })
    expect([value(found, 'review.upheld'), told(found, 'review.upheld')]).toEqual([undefined, true])
  })

  it('which of the kinds has none where two have all their numbers is not known', async () => {
    const found = await read({ results: [...heads, ...'1 0 2 0 3 0 4 0 0 4'.split(' ')] })
    expect([resultsOf(found).filter((each) => each !== undefined), told(found, 'suit-direct.corrected')]).toEqual([[], true])
  })
})

describe('table 4 of a text, read by its sums and headings', () => {
  const heads = ['行政复议', '行政诉讼', '未经复议直接起诉', '复议后起诉', ...KINDS.flatMap(() => ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'])]

  /** Table 3 with a blank line for each zero. */
  const blanks = linesOf(requests).map((text) => (text === '0' ? '' : text))

  it('merged cells that are copied into every column, in a table with other columns', async () => {
    const row = (...cells: string[]): string => `| ${[...cells, ...Array.from({ length: 3 }, () => cells.at(-1)!)].join(' | ')} |`
    const found = await read({ results: [row('类别', '类别', '结果维持', '结果纠正', '其他结果', '尚未审结', '总计'), row('行政复议', '行政复议', '4', '0', '3', '4', '11'), row('行政诉讼', '未经复议直接起诉', '4', '0', '1', '1', '6'), row('行政诉讼', '复议后起诉', '1', '1', '0', '0', '2')] })
    expect(resultsOf(found)).toEqual([4, 0, 3, 4, 11, 4, 0, 1, 1, 6, 1, 1, 0, 0, 2])
  })

  it('blank lines before the first number are cells where kinds add up so alone, though one of them does not', async () => {
    const found = await read({ applications: blanks, results: [...heads, '', '125', '', '', '125', '196', '', '20', '16', '0', '76', '22', '2', '9', '109', ''] })
    expect(resultsOf(found)).toEqual(['blank', 125, 'blank', 'blank', 125, 196, 'blank', 20, 16, 0, 76, 22, 2, 9, 109])
  })

  it('blank lines behind the last number are cells, as many as the headings have columns', async () => {
    const found = await read({ results: ['行政复议', '行政诉讼', '', '未经复议直接起诉', '复议后起诉', '', ...heads.slice(4), '', '1', '2', '', '120', '123', '1', '', '99', '', '100', '', '', '', '', '', '', ''] })
    expect(resultsOf(found)).toEqual([1, 2, 'blank', 120, 123, 1, 'blank', 99, 'blank', 100, 'blank', 'blank', 'blank', 'blank', 'blank'])
  })

  it('below last year’s table 3 it is the report’s own', async () => {
    const found = await read({ applications: [...blanks, `附：${String(report.year - 1)}年收到和处理政府信息公开申请情况`, ...blanks] })
    expect(resultsOf(found)).toEqual(KINDS.flatMap((kind) => RESULTS.map((result) => report.figures.get(`${kind}.${result}` as FigureId))))
  })
})

describe('table 2 with last year’s columns beside, its headings broken', () => {
  const items = (rules: string, licences: string): Row => [
    '信息内容 制发件数 废止件数 现行有效', '件数', '上年制发', '件数', '上年废止', '件数', '上年现行', '有效件数', `规章 ${rules}`, '行政规范性文件 2 0 18 2 0 14',
    '第二十条第（五）项', '信息内容 本年处理决定数量 上年处理决定数量', `行政许可 ${licences}`, '第二十条第（六）项', '信息内容 本年处理决定数量 上年处理决定数量', '行政处罚 5 7', '行政强制 0 1',
    '第二十条第（八）项', '信息内容 本年收费金额（单位：万元） 上年收费金额（单位：万元）', '行政事业性收费 15.92 18',
  ]

  it('a number for each column', async () => {
    const found = await read({ items: items('1 0 3 7 5 3', '9 10') })
    expect(['rules.issued', 'rules.in-force', 'documents.in-force', 'licences.decisions', 'penalties.decisions', 'fees.amount'].map((figure) => value(found, figure))).toEqual([1, 3, 18, 9, 5, 15.92])
  })

  it('with fewer numbers these may be last year’s: none is read', async () => {
    const found = await read({ items: items('7 5 3', '10') })
    for (const figure of ['rules.issued', 'licences.decisions']) expect([value(found, figure), told(found, figure)]).toEqual([undefined, true])
    expect(value(found, 'documents.in-force')).toBe(18)
  })
})
