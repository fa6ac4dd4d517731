import { describe, expect, it } from 'vitest'
import { APPLICANT_IDS } from '@/domain/figure'
import { readReports, type ReadReport } from '@/reading'
import { given, PLAIN, slots, tablesOf } from './documents'

const NAMES = ['一、本年新收政府信息公开申请数量', '二、上年结转政府信息公开申请数量', '（一）予以公开', '（二）部分公开（区分处理的，只计这一情形，不计其他情形）', '1.属于国家秘密', '2.其他法律行政法规禁止公开', '3.危及“三安全一稳定”', '4.保护第三方合法权益', '5.属于三类内部事务信息', '（七）总计', '四、结转下年度继续办理']
const IDS = ['received', 'carried-in', 'granted', 'partly-granted', 'refused.state-secret', 'refused.forbidden-by-law', 'refused.security', 'refused.third-party', 'refused.internal', 'processed', 'carried-out']
const ROWS: readonly (readonly (number | '')[])[] = [[7, 3, '', 1, '', 0, 11], [1, 0, '', '', '', 0, 1], [2, 0, '', 1, '', 0, 3], [1, 1, '', '', '', 0, 2], [1, 0, '', '', '', 0, 1], [0, 1, '', '', '', 0, 1], [0, 0, '', '', '', 0, 0], [1, 0, '', '', '', 0, 1], [2, 0, '', '', '', 0, 2], [7, 2, '', 1, '', 0, 10], [1, 1, '', '', '', 0, 2]]
const HEADINGS = ['申请人情况', '自然人', '法人或其他组织', '总计', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他']

async function read(lines: readonly string[]): Promise<ReadReport> {
  const text = ['东湖街道办事处2023年政府信息公开工作年度报告', '', '三、收到和处理政府信息公开申请情况', '', ...lines].join('\n')
  return (await readReports({ name: 'a.txt', bytes: new TextEncoder().encode(text) })).reports[0]!
}
const expectAll = (report: ReadReport): void =>
  IDS.forEach((id, at) => {
    const cells = APPLICANT_IDS.map((applicant) => report.cells.get(`requests.${id}.${applicant}` as never)?.cell)
    expect([id, ...cells.map((cell) => (cell === undefined ? undefined : 'value' in cell ? cell.value : ''))]).toEqual([id, ...ROWS[at]!])
  })

describe('tables copied from pages, a cell a line', () => {
  it('a blank line between two cells, and two for a blank one', async () => {
    const gapped = (cells: readonly (string | number)[]): string[] => cells.flatMap((cell) => [String(cell), ''])
    expectAll(await read([...gapped(HEADINGS), ...ROWS.flatMap((cells, at) => gapped([NAMES[at]!, ...cells]))]))
  })

  it('a blank line behind each cell, then a tab alone and right below it the next', async () => {
    const ended = (cells: readonly (string | number)[]): string => `${cells.join('\n\n\t\n')}\n`
    expectAll(await read([ended(['', '申请人情况']), ended(['', ...HEADINGS.slice(1, 4)]), ended(['', '', ...HEADINGS.slice(4), '']), ...ROWS.map((cells, at) => ended([NAMES[at]!, ...cells]))]))
  })

  it('a row without numbers above （六）其他处理, which is not split, leaves that its own', async () => {
    const gapped = (cells: readonly (string | number)[]): string[] => cells.flatMap((cell) => [String(cell), ''])
    const full = ROWS.map((cells) => cells.map((cell) => (cell === '' ? 0 : cell)))
    const [other, blanks] = [[12, 2, 0, 0, 0, 1, 15], ['2.重复申请', '3.要求提供公开出版物', '4.无正当理由大量反复申请', '5.要求行政机关确认或重新出具已获取信息']]
    const rows = [...full.slice(0, 9).flatMap((cells, at) => gapped([NAMES[at]!, ...(at === 6 || at === 3 ? [] : cells)])), ...gapped(blanks), ...gapped(['（六）其他处理', ...other]), ...full.slice(9).flatMap((cells, at) => gapped([NAMES[9 + at]!, ...cells]))]
    const report = await read([...gapped(HEADINGS), ...rows])
    const values = (id: string): unknown[] => APPLICANT_IDS.map((applicant) => report.cells.get(`requests.${id}.${applicant}` as never)?.cell).map((cell) => cell && ('value' in cell ? cell.value : cell.missing))
    expect([values('other'), values('not-processed.confirmation')]).toEqual([other, other.map(() => 'blank')])
  })

  it('cells of table 4 that end with a line of their own, the first of them without a name', async () => {
    const results = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计']
    const padded = (cells: readonly (string | number)[]): string => cells.map((cell, at) => `\u00a0${String(cell)}${at % 3 === 0 ? '\n' : ''}`).join('\t')
    const full = ROWS.map((cells) => cells.map((cell) => (cell === '' ? 0 : cell)))
    const numbers = [0, 3, 0, 0, 3, 0, 0, 12, 0, 12, 1, 0, 0, 0, 1]
    const lines = [HEADINGS.slice(0, 1).join('\t'), HEADINGS.slice(1, 4).join('\t'), HEADINGS.slice(4).join('\t'), ...full.flatMap((own, at) => `${NAMES[at]!}\t${padded(own)}`.split('\n')), '', '四、政府信息公开行政复议、行政诉讼情况', '', '行政复议\t行政诉讼', [...results, '未经复议直接起诉', '复议后起诉'].join('\t'), [...results, ...results].join('\t'), ...padded(numbers).split('\n'), '', '五、存在的主要问题及改进情况', '无。']
    const report = await read(lines)
    const ids = ['review', 'suit-direct', 'suit-after-review'].flatMap((kind) => ['upheld', 'corrected', 'other', 'pending', 'total'].map((result) => `${kind}.${result}`))
    expect(ids.map((id) => report.cells.get(id as never)?.cell)).toMatchObject(numbers.map((value) => ({ value })))
  })

  it('blank cells among those of table 4 begin no row of table 3', async () => {
    const results = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计']
    const cells = ['0', '0', '0', '0', '0', '0', '0', '', '0', '', '0', '0', '0', '0', '0']
    const table = ['行政复议', '行政诉讼', ...results, '未经复议直接起诉', '复议后起诉', ...results, ...results, ...cells.map((cell) => `\t${cell}`)]
    const report = await read([...HEADINGS.map((text) => `\t${text}`), ...ROWS.flatMap((own, at) => [NAMES[at]!, ...own].map((cell) => `\t${cell}`)), '四、政府信息公开行政复议、行政诉讼情况', ...table, '五、存在的主要问题及改进情况', '无。'])
    const ids = ['review', 'suit-direct', 'suit-after-review'].flatMap((kind) => ['upheld', 'corrected', 'other', 'pending', 'total'].map((result) => `${kind}.${result}`))
    expect(ids.map((id) => report.cells.get(id as never)?.cell).map((cell) => (cell === undefined ? undefined : 'value' in cell ? String(cell.value) : ''))).toEqual(cells)
  })

  it('a stop behind a zero, or a sign before it, makes no label of it', async () => {
    const gapped = (cells: readonly (string | number)[]): string[] => cells.flatMap((cell) => [String(cell), ''])
    expectAll(await read([...gapped(HEADINGS), ...ROWS.flatMap((cells, at) => gapped([NAMES[at]!, ...cells.map((cell, column) => (at === 7 && column === 1 ? '0、' : at === 8 && column === 1 ? '`0' : cell))]))]))
  })

  it('blank cells between two filled ones on one line with a tab behind each', async () => {
    const held = (cells: readonly (number | '')[]): string[] => cells.map((cell) => (cell === '' ? '\u00a0\t' : `\u00a0${cell}\u00a0`)).join('\n').replace(/\t\n(?=\u00a0\t)/g, '\t').split('\n')
    expectAll(await read([...HEADINGS, ...ROWS.flatMap((cells, at) => [NAMES[at]!, ...held(cells)])]))
  })

  it('a side label written downwards with a blank line between its letters is none of the cells', async () => {
    const report = given(7)
    const cells = slots(tablesOf(report, PLAIN, 7).requests).flatMap((row) => row.filter(({ own }) => own).flatMap(({ text }) => (/本年度办理结果/.test(text) ? [...text.replace(/\s/g, '')] : [text.replace(/\n/g, '')])))
    const found = await read(cells.flatMap((cell) => [cell, '']))
    const requests = [...report.figures].filter(([figure]) => figure.startsWith('requests.'))
    expect(requests.map(([figure]) => found.cells.get(figure)?.cell)).toEqual(requests.map(([, value]) => ({ value })))
  })

  it('a change of licences does not become another number where its heading is lost', async () => {
    const text = ['东湖街道办事处2020年政府信息公开工作年度报告', '二、主动公开政府信息情况', '信息内容 本年新制作数量 本年新公开数量 对外公开总数量', '规章 0 0 0', '行政许可 -3 2284'].join('\n')
    const [report] = (await readReports({ name: 'a.txt', bytes: new TextEncoder().encode(text) })).reports
    expect([report!.cells.get('licences.change'), report!.problems.some(({ kind }) => kind === 'row-unclear')]).toEqual([undefined, true])
  })

  it('the mark of a note below a number, with the tab of its cell behind it, parts it from the next', async () => {
    const rows = ROWS.flatMap((cells, at) => [[NAMES[at]!, ...cells.map(Number)].join('\n\t\n'), '', ''])
    const text = ['东湖街道办事处2024年政府信息公开工作年度报告', '', '三、收到和处理政府信息公开申请情况', '', ...rows].join('\n').replace(`${NAMES[0]!}\n\t\n7\n\t\n3\n\t\n`, `${NAMES[0]!}\n\t\n7\n[1]\t\n3\n[2]\t\n`)
    const report = (await readReports({ name: 'a.txt', bytes: new TextEncoder().encode(text) })).reports[0]!
    expect(APPLICANT_IDS.map((applicant) => report.cells.get(`requests.received.${applicant}` as never)?.cell)).toMatchObject(ROWS[0]!.map((cell) => ({ value: Number(cell) })))
  })

  it('the title of a page laid out by a table is no cell of it, as the rows below it are', async () => {
    const rows = ROWS.flatMap((cells, at) => [[NAMES[at]!, ...cells.map(Number)].join('\n\t\n'), '', ''])
    const text = ['公开年报', '\t', '当前位置：首页 > 公开年报 > 2024年 > 正文', '东湖街道办事处 2024年 政府信息公开工作年度报告', '', '', '一、总体情况', '', '三、收到和处理政府信息公开申请情况', '', ...rows, '六、其他需要报告的事项', '', '上一篇：东湖街道办事处2023年政府信息公开工作年度报告', '东湖街道办事处2023年政府信息公开工作年度报告 2024-01-18'].join('\n')
    const report = (await readReports({ name: 'a.txt', bytes: new TextEncoder().encode(text) })).reports[0]!
    expect([report.agency, report.year, report.cells.get('requests.received.natural')?.cell]).toEqual(['东湖街道办事处', 2024, { value: 7 }])
  })
})
