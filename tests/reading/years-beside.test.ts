import { describe, expect, it } from 'vitest'
import { readReports, type ReadReport } from '@/reading'

type Row = readonly (string | readonly [text: string, columns: number])[]

const row = (cells: Row): string => `<tr>${cells.map((cell) => (typeof cell === 'string' ? `<td>${cell}</td>` : `<td colspan="${cell[1]}">${cell[0]}</td>`)).join('')}</tr>`
const table = (...rows: Row[]): string => `<table>${rows.map(row).join('')}</table>`

async function read(heading: string, body: string): Promise<ReadReport> {
  const { reports } = await readReports({ name: 'a.html', bytes: new TextEncoder().encode(`<html><body><p>云梦市水务局2023年政府信息公开工作年度报告</p><p>${heading}</p>${body}<p>五、存在的主要问题及改进情况</p></body></html>`) })
  return reports[0]!
}

const numbers = (report: ReadReport): Record<string, number | string> => Object.fromEntries([...report.cells].map(([figure, { cell }]) => [figure, 'value' in cell ? cell.value : cell.missing]))
const kinds = (report: ReadReport): string[] => report.problems.map(({ kind }) => kind)
const PROACTIVE = '二、主动公开政府信息情况'
const REVIEWS = '四、政府信息公开行政复议、行政诉讼情况'

describe('table 2 with the columns of the year before beside this year’s', () => {
  const documents = (headings: Row, rules: Row, other: Row): string =>
    table([['第二十条第（一）项', 7]], ['信息内容', ...headings], ['规章', ...rules], ['行政规范性文件', ...other], ['信息内容', ['本年处理决定数量', 3], ['上年处理决定数量', 3]], ['行政许可', ['8', 3], ['9', 3]], ['行政处罚', ['', 3], ['11', 3]])
  const EXPECTED = { 'rules.issued': 'blank', 'rules.repealed': 'blank', 'rules.in-force': 'blank', 'documents.issued': 3, 'documents.repealed': 0, 'documents.in-force': 25, 'licences.decisions': 8, 'penalties.decisions': 'blank' }

  it.each<[string, Row, Row, Row]>([
    ['behind them', ['本年制发件数', '本年废止件数', '现行有效件数', '上年制发件数', '上年废止件数', '上年现行有效件数'], ['', '', '', '4', '1', '9'], ['3', '0', '25', '4', '2', '35']],
    ['named by their number', ['2023年制发件数', '2023年废止件数', '2023年现行有效件数', '2022年制发件数', '2022年废止件数', '2022年现行有效件数'], ['', '', '', '4', '1', '9'], ['3', '0', '25', '4', '2', '35']],
    ['each behind its own', ['本年制发件数', '制发件数（上年）', '本年废止件数', '废止件数（上年）', '现行有效件数', '现行有效件数（上年）'], ['', '4', '', '1', '', '9'], ['3', '4', '0', '2', '25', '35']],
  ])('takes this year’s alone, blank or not: %s', async (_, headings, rules, other) => {
    const report = await read(PROACTIVE, documents(headings, rules, other))
    expect(numbers(report)).toEqual(EXPECTED)
    expect(kinds(report)).not.toContain('row-unclear')
  })

  describe('with a row of years above its headings, or below them', () => {
    const THREE = ['本年制发件数', '本年废止件数', '现行有效件数']
    const over = (texts: Row, columns: number): Row => texts.map((text) => [text as string, columns] as const)
    const READ = { 'rules.issued': 0, 'rules.repealed': 1, 'rules.in-force': 'blank', 'documents.issued': 3, 'documents.repealed': 0, 'documents.in-force': 25, 'licences.decisions': 8 }

    it.each<[string, string]>([
      ['this year’s first', table([['信息内容', 1], ...over(['2023年', '2022年'], 3)], ['', ...THREE, ...THREE], ['规章', '0', '1', '', '7', '8', '9'], ['行政规范性文件', '3', '0', '25', '4', '0', '26'], ['信息内容', ...over(['2023年', '2022年'], 3)], ['', ...over(['本年处理决定数量', '本年处理决定数量'], 3)], ['行政许可', ...over(['8', '9'], 3)])],
      ['this year’s last', table([['信息内容', 1], ...over(['2022年', '2023年'], 3)], ['', ...THREE, ...THREE], ['规章', '7', '8', '9', '0', '1', ''], ['行政规范性文件', '4', '0', '26', '3', '0', '25'], ['', ...over(['本年处理决定数量', '本年处理决定数量'], 3)], ['行政许可', ...over(['9', '8'], 3)])],
      ['years below each heading', table(['信息内容', ...over(THREE, 2)], ['', '2022年', '2023年', '2022年', '2023年', '2022年', '2023年'], ['规章', '7', '0', '8', '1', '9', ''], ['行政规范性文件', '4', '3', '0', '0', '26', '25'], ['信息内容', ['本年处理决定数量', 6]], ['', ...over(['2022年', '2023年'], 3)], ['行政许可', ...over(['9', '8'], 3)])],
      ['three years', table(['信息内容', ...over(THREE, 3)], ['', ...[1, 2, 3].flatMap(() => ['2021年', '2022年', '2023年'])], ['规章', '5', '7', '0', '5', '8', '1', '5', '9', ''], ['行政规范性文件', '5', '4', '3', '5', '0', '0', '5', '26', '25'], ['信息内容', ['本年处理决定数量', 9]], ['行政许可', ['8', 9]])],
      ['all years together', table(['信息内容', ...over(THREE, 2)], ['', ...[1, 2, 3].flatMap(() => ['本年度', '历年累计'])], ['规章', '0', '7', '1', '8', '', '9'], ['行政规范性文件', '3', '4', '0', '0', '25', '26'], ['信息内容', ['本年处理决定数量', 6]], ['', ...over(['本年度', '历年累计'], 3)], ['行政许可', ...over(['8', '9'], 3)])],
      ['and a part without years', table([['信息内容', 1], ...over(['2022年', '2023年'], 3)], ['', ...THREE, ...THREE], ['规章', '7', '8', '9', '0', '1', ''], ['行政规范性文件', '4', '0', '26', '3', '0', '25'], ['信息内容', '本年处理决定数量'], ['行政许可', '8'])],
    ])('takes this year’s: %s', async (_, body) => {
      const report = await read(PROACTIVE, body)
      expect(numbers(report)).toEqual(READ)
      expect(kinds(report)).not.toContain('row-unclear')
      expect(kinds(report)).not.toContain('row-doubtful')
    })
  })

  it('takes no figure of one column behind the others that compares them', async () => {
    const headed = (...cells: string[]): string => `│ ${cells.join(' │ ')} │`
    const lines = [headed('信息内容', '本年制发件数', '本年废止件数', '现行有效件数', '上年同期'), headed('规章', '0', '1', '2', '9'), headed('行政规范性文件', '3', '0', '25', '31'), headed('信息内容', '本年处理决定数量', '上年同期'), headed('行政许可', '8', '9'), headed('行政处罚', '0', '11'), headed('信息内容', '本年收费金额（单位：万元）', '上年同期'), headed('行政事业性收费', '36.54', '0')]
    const { reports } = await readReports({ name: 'a.txt', bytes: new TextEncoder().encode(['云梦市水务局2023年政府信息公开工作年度报告', PROACTIVE, ...lines, '三、收到和处理政府信息公开申请情况'].join('\n')) })
    expect(numbers(reports[0]!)).toEqual({ 'rules.issued': 0, 'rules.repealed': 1, 'rules.in-force': 2, 'documents.issued': 3, 'documents.repealed': 0, 'documents.in-force': 25, 'licences.decisions': 8, 'penalties.decisions': 0, 'fees.amount': 36.54 })
    expect(kinds(reports[0]!)).not.toContain('row-unclear')
  })

  it('reads a year left over from last year’s report, where no other stands beside it', async () => {
    const report = await read(PROACTIVE, table(['信息内容', '2022年制发件数', '2022年废止件数', '现行有效件数'], ['规章', '1', '2', '3']))
    expect(numbers(report)).toEqual({ 'rules.issued': 1, 'rules.repealed': 2, 'rules.in-force': 3 })
  })

  it('still reads what the form of 2019 asks of the year before', async () => {
    const report = await read(PROACTIVE, table(['信息内容', '上一年项目数量', '本年增/减', '处理决定数量'], ['行政许可', '12', '+3', '40']))
    expect(numbers(report)).toEqual({ 'licences.items-before': 12, 'licences.change': 3, 'licences.decisions': 40 })
  })

  it('takes the report’s year of a list with a figure a row and a column a year', async () => {
    const report = await read(PROACTIVE, table(['信息内容', '指标', '2022年', '2023年'], ['规章', '本年制发件数', '4', ''], ['规章', '现行有效件数', '9', '5'], ['行政许可', '本年处理决定数量', '11', '8']))
    expect(numbers(report)).toEqual({ 'rules.issued': 'blank', 'rules.in-force': 5, 'licences.decisions': 8 })
  })
})

describe('table 2 with a column of units', () => {
  it('reads the rows behind it, those with a short name too', async () => {
    const report = await read(PROACTIVE, table(['信息内容', '单位', '本年制发件数', '本年废止件数', '现行有效件数'], ['规章', '件', '0', '1', '2'], ['行政规范性文件', '件', '3', '4', '5'], ['信息内容', '单位', ['本年收费金额', 3]], ['行政事业性收费', '元', ['40000', 3]]))
    expect(numbers(report)).toEqual({ 'rules.issued': 0, 'rules.repealed': 1, 'rules.in-force': 2, 'documents.issued': 3, 'documents.repealed': 4, 'documents.in-force': 5, 'fees.amount': 4 })
    expect(kinds(report)).toContain('unit-converted')
  })
})

describe('table 4 with a row a year', () => {
  const RESULTS = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计']
  const HEADS: Row[] = [['年度', ['行政复议', 5], ['未经复议直接起诉', 5], ['复议后起诉', 5]], ['', ...RESULTS, ...RESULTS, ...RESULTS]]
  const cells = (first: string): string[] => [first, '0', '0', '0', first, ...Array.from({ length: 10 }, () => (first === '' ? '' : '0'))]

  it.each([['first', ['2022年', '2023年']], ['last', ['2023年', '2022年']], ['by words', ['上年', '本年']]])('takes the row of the report’s year: %s', async (_, years) => {
    const report = await read(REVIEWS, table(...HEADS, ...years.map((year) => [year, ...cells(year === '2023年' || year === '本年' ? '3' : '7')])))
    expect(numbers(report)).toMatchObject({ 'review.upheld': 3, 'review.total': 3 })
    expect(kinds(report)).not.toContain('row-twice')
  })

  it('takes no number of the year before where this year’s are blank', async () => {
    const report = await read(REVIEWS, table(...HEADS, ['2023年', ...Array.from({ length: 15 }, () => '')], ['2022年', ...cells('7')]))
    expect(numbers(report)).toMatchObject({ 'review.upheld': 'blank', 'review.total': 'blank' })
  })

  it('reads a row alone whatever year it names', async () => {
    const report = await read(REVIEWS, table(...HEADS, ['2022年', ...cells('7')]))
    expect(numbers(report)).toMatchObject({ 'review.upheld': 7, 'review.total': 7 })
  })
})

describe('table 4 with a result a row and the sums of both suits behind them', () => {
  const KINDS: Row = ['未经复议直接起诉', '复议后起诉', '小计']
  const rows: Row[] = [['结果维持', '1', '2', '3', '5'], ['结果纠正', '0', '', '4', '4'], ['其他结果', '0', '0', '0', '0'], ['尚未审结', '6', '7', '0', '7'], ['总计', '7', '9', '7', '16']]
  const READ = { 'review.upheld': 1, 'suit-direct.upheld': 2, 'suit-after-review.upheld': 3, 'suit-direct.corrected': 'blank', 'suit-after-review.corrected': 4, 'review.total': 7, 'suit-direct.total': 9, 'suit-after-review.total': 7 }

  it.each<[string, Row[]]>([
    ['over two rows', [['项目', '行政复议', ['行政诉讼', 3]], ['', '', ...KINDS], ...rows]],
    ['in one row', [['项目', '行政复议', ...KINDS], ...rows]],
  ])('reads the kinds without them: headings %s', async (_, all) => {
    const report = await read(REVIEWS, table(...all))
    expect(numbers(report)).toMatchObject(READ)
    expect(report.cells.size).toBe(15)
    expect(kinds(report)).not.toContain('row-unclear')
  })
})
