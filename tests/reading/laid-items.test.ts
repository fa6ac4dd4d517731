import { describe, expect, it } from 'vitest'
import { readReports, type ReadReport } from '@/reading'

const laid = (...cells: readonly (readonly [at: number, words: string | number])[]): string => cells.reduce((line, [at, words]) => `${line.padEnd(at)}${words}`, '')

/** Table 2 above a table 3 that opens. */
async function read(items: readonly string[], year = 2023): Promise<ReadReport> {
  const names = ['一、本年新收政府信息公开申请数量', '二、上年结转政府信息公开申请数量', '（一）予以公开', '（二）部分公开', '1.属于国家秘密', '2.其他法律行政法规禁止公开', '3.危及“三安全一稳定”', '4.保护第三方合法权益', '5.属于三类内部事务信息', '（七）总计', '四、结转下年度继续办理']
  const rows = names.map((name) => laid([0, name], ...Array.from({ length: 7 }, (_, at) => [24 + at * 6, 0] as const)))
  const text = [`东湖街道办事处${year}年政府信息公开工作年度报告`, '二、主动公开政府信息情况', ...items, '三、收到和处理政府信息公开申请情况', ...rows].join('\n')
  return (await readReports({ name: 'a.txt', bytes: new TextEncoder().encode(text) })).reports[0]!
}
const valuesOf = (report: ReadReport, ...figures: string[]): unknown[] =>
  figures.map((figure) => {
    const cell = report.cells.get(figure as never)?.cell
    return cell === undefined ? 'none' : 'value' in cell ? cell.value : cell.missing
  })

describe('table 2 of texts laid out', () => {
  const heads = laid([0, '信息内容'], [12, '制发件数'], [22, '废止件数'], [32, '现行有效件数'], [44, '上年制发件数'], [56, '上年废止件数'], [68, '上年现行有效'])
  const decisions = laid([0, '信息内容'], [12, '本年处理决定数量'], [40, '上年处理决定数量'])
  const fees = laid([0, '信息内容'], [12, '本年收费金额（万元）'], [40, '上年收费金额（万元）'])
  const rows = (documents: readonly (readonly [number, number])[]): string[] => [heads, laid([68, '件数']), laid([0, '规章'], [12, 0], [22, 0], [32, 1], [44, 4], [56, 1], [68, 0]), laid([0, '行政规范性文'], ...documents), '件', decisions, laid([0, '行政许可'], [14, 83], [42, 91]), decisions, laid([0, '行政处罚'], [14, 302], [42, 368]), laid([0, '行政强制'], [42, 252]), fees, laid([0, '行政事业性收费'], [14, 7], [42, 9])]

  it('columns of the year before beside the report’s own are left out, also where its own are blank', async () => {
    const report = await read(rows([[12, 6], [22, 2], [32, 41], [44, 4], [56, 1], [68, 50]]))
    expect(valuesOf(report, 'rules.issued', 'rules.repealed', 'rules.in-force', 'documents.issued', 'documents.repealed', 'documents.in-force')).toEqual([0, 0, 1, 6, 2, 41])
    expect(valuesOf(report, 'licences.decisions', 'penalties.decisions', 'measures.decisions', 'fees.amount')).toEqual([83, 302, 'blank', 7])
    expect(report.problems.find(({ kind, figures }) => kind === 'row-empty' && figures?.includes('measures.decisions' as never))).toBeDefined()
  })

  it('columns of the year before are no sign of the form of 2019, however often they are named', async () => {
    const lines = rows([[12, 6], [22, 2], [32, 41], [44, 4], [56, 1], [68, 50]])
    const report = await read(lines.flatMap((line) => (line === heads ? [line.replace('上年现行有效', '上年现行有')] : line.trim() === '件数' ? [line.replace('件数', '效件数')] : line.includes('行政强制') ? [decisions, line] : [line])))
    expect([report.format, ...valuesOf(report, 'documents.issued', 'documents.repealed', 'documents.in-force', 'fees.amount')]).toEqual(['cn-2021', 6, 2, 41, 7])
  })

  it('a change in words apart from its number', async () => {
    const three = laid([0, '信息内容'], [18, '上一年项目数量'], [34, '本年增/减'], [50, '处理决定数量'])
    const changed = [laid([0, '信息内容'], [18, '本年新制作数量'], [34, '本年新公开数量'], [50, '对外公开总数量']), laid([0, '规章'], [18, 1], [34, 1], [50, 2]), laid([0, '规范性文件'], [18, 0], [34, 0], [50, 0]), three, laid([0, '行政许可'], [18, 130], [34, '减少 18'], [50, 684]), laid([0, '其他对外管理服务事项'], [18, 271], [34, '增加 16 项'], [50, 0]), laid([0, '信息内容'], [18, '上一年项目数量'], [34, '本年增/减']), laid([0, '行政事业性收费'], [18, 4], [34, '减少 2'])]
    expect(valuesOf(await read(changed, 2020), 'licences.items-before', 'licences.change', 'licences.decisions', 'services.change', 'services.decisions', 'fees.items-before', 'fees.change')).toEqual([130, -18, 684, 16, 0, 4, -2])
  })
})

describe('a number of table 2 that its cell breaks over two lines, in a text laid out', () => {
  const items = (upper: string, lower: string): string[] => [laid([0, '信息内容'], [18, '制发件数'], [34, '废止件数'], [50, '现行有效件数']), laid([0, '规章'], [18, 0], [34, 0], [50, 1]), laid([0, '行政规范性文件'], [18, 2], [34, 1], [50, 9]), laid([0, '信息内容'], [18, '本年处理决定数量']), laid([0, '行政许可'], [18, 83]), laid([0, '信息内容'], [18, '本年收费金额（单位：万元）']), laid([0, '行政事业性收费'], [18, upper]), ...(lower === '' ? [] : [laid([18, lower])]), '']
  const told = ({ problems }: ReadReport): boolean => problems.some(({ kind, figures }) => ['row-doubtful', 'row-parted', 'row-unclear'].includes(kind) && figures?.includes('fees.amount'))

  it.each([['12345.', '67', 12345.67, false], ['12345', '.67', 12345.67, false], ['12,345.', '67', 12345.67, false], ['5,', '123', 5123, false], ['12345.6', '7', 12345.67, true], ['12345.67', '', 12345.67, false]])('%s / %s is one, told where it might be two', async (upper, lower, value, inDoubt) => {
    const found = await read(items(upper, lower))
    expect([valuesOf(found, 'fees.amount'), told(found), valuesOf(found, 'licences.decisions')]).toEqual([[value], inDoubt, [83]])
  })

  it.each([['123', '45.67'], ['12', '345'], ['1.2', '3.4']])('%s / %s may be two: neither is read without a word', async (upper, lower) => {
    expect(told(await read(items(upper, lower)))).toBe(true)
  })
})

it('money is counted in 万元 where a heading breaks before 元, beside that of the year before', async () => {
  const heads = [laid([25, '本年处理'], [49, '上年处理决']), laid([4, '信息内容']), laid([25, '决定数量'], [50, '定数量'])]
  const fees = [laid([46, '上年收费金']), laid([18, '本年收费金额（单位：万']), laid([2, '信息内容'], [46, '额（单位：']), laid([23, '元）']), laid([47, '万元）']), laid([1, '行政事业性收费'], [33, '7567.5143'], [47, 3784])]
  const items = [laid([2, '信息内容'], [20, '制发件数'], [34, '废止件数'], [46, '现行有效件数']), laid([2, '规章'], [20, 0], [34, 0], [46, 1]), laid([2, '行政规范性文件'], [20, 3], [34, 1], [46, 9]), laid([21, '第二十条第(五)项']), ...heads, laid([4, '行政许可'], [43, 83], [51, 80]), laid([21, '第二十条第(六)项']), ...heads, laid([4, '行政处罚'], [43, 637], [51, 511]), laid([4, '行政强制'], [44, 64], [51, 78]), '', laid([18, '第二十条第(八)项']), ...fees]
  expect(valuesOf(await read(items), 'fees.amount')).toEqual([7567.5143])
})
