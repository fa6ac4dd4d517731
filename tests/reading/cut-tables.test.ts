import { describe, expect, it } from 'vitest'
import { gridOf, type Block } from '@/reading/document'
import { readReports, type ReadReport } from '@/reading'
import { recognise } from '@/reading/recognise'
import { drawn, placed, type Drawn, type Placed } from './pdf'

// Tables that the end of a page, or the room beside them, cuts in two.

const TITLE = '云梦市水务局2023年政府信息公开工作年度报告'
const value = ({ cells }: ReadReport, figure: string): unknown => {
  const cell = cells.get(figure as never)?.cell
  return cell && ('value' in cell ? cell.value : cell.missing)
}

async function read(above: readonly Drawn[], below: readonly Drawn[], said: readonly Placed[]): Promise<ReadReport> {
  const bytes = placed([[[TITLE, 60, 60], ...said, ...above.flatMap(({ texts }) => texts)], below.flatMap(({ texts }) => texts)], above.flatMap(({ lines }) => lines), [], below.flatMap(({ lines }) => lines))
  return (await readReports({ name: 'a.pdf', bytes })).reports[0]!
}

describe('the end of a page', () => {
  it('between the headings of a table and its only row of numbers', async () => {
    const xs = Array.from({ length: 11 }, (_, at) => 40 + at * 50)
    const heads = drawn([['规章', null, null, '行政规范性文件', null, null, '行政许可', '行政处罚', '行政强制', '行政事业\n性收费'], ['本年制\n发件数', '本年废\n止件数', '现行有\n效件数', '本年制\n发件数', '本年废\n止件数', '现行有\n效件数', '本年处理\n决定数量', '本年处理\n决定数量', '本年处理\n决定数量', '本年收费\n金额']], xs, 740)
    const report = await read([heads], [drawn([['0', '1', '7', '11', '2', '30', '5', '17', '4', '1.5']], xs, 40)], [['二、主动公开政府信息情况', 60, 720]])
    expect(['rules.issued', 'rules.in-force', 'documents.issued', 'documents.repealed', 'licences.decisions', 'measures.decisions', 'fees.amount'].map((figure) => value(report, figure))).toEqual([0, 7, 11, 2, 5, 4, 1.5])
  })

  it('between the items of table 2 and their columns, and what it leaves of the row below them', async () => {
    const xs = Array.from({ length: 11 }, (_, at) => 40 + at * 50)
    const items = drawn([['规章', '行政规范性文件', '行政许可', '行政处罚', '行政强制', '行政事业\n性收费'], ['', null, null, null, null, null]], [...xs.slice(0, 6), xs[10]!], 740, 25)
    const columns = [['本年制\n发件数', '本年废\n止件数', '现行有\n效件数', '本年制\n发件数', '本年废\n止件数', '现行有\n效件数', '本年处理\n决定数量', '本年处理\n决定数量', '本年处理\n决定数量', '本年收费\n金额'], ['0', '1', '7', '11', '2', '30', '5', '17', '4', '1.5']]
    const said: Placed[] = [['二、主动公开政府信息情况', 60, 720]]
    const report = await read([items], [drawn(columns, xs, 40)], said)
    const figures = ['rules.issued', 'rules.in-force', 'documents.issued', 'documents.repealed', 'licences.decisions', 'measures.decisions', 'fees.amount']
    expect(figures.map((figure) => value(report, figure))).toEqual([0, 7, 11, 2, 5, 4, 1.5])
    const reviews = drawn([['类别', '结果维持', '结果纠正', '其他结果', '尚未审结', '总计'], ['行政复议', '1', '0', '0', '0', '1']], [40, 140, 200, 260, 320, 380, 440], 200)
    // With two columns fewer nothing tells whose they are; what the end of the page left is no blank of an item.
    const fewer = await read([items], [drawn(columns.map((row) => row.slice(0, 8)), xs.slice(0, 9), 40), reviews], said)
    expect(figures.map((figure) => value(fewer, figure)).filter((read) => read !== undefined)).toEqual([])
  })

  it('through the name of a row whose rest alone names it too, and whose beginning another: it is one row', async () => {
    const xs = [40, 200, 250, 300, 350, 400, 450, 500, 550]
    const heads = ['', '自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计']
    const above = drawn([heads, ['一、本年新收政府信息公开申请数量', '9', '0', '0', '0', '0', '0', '9'], ['1.属于国家秘密', '1', '0', '0', '0', '0', '0', '1'], ['2.其他', '4', '0', '0', '1', '0', '0', '5']], xs, 700, 20)
    const below = drawn([heads, ['法律行政法规禁止公开', '', '', '', '', '', '', ''], ['3.危及“三安全一稳定”', '2', '0', '0', '0', '0', '0', '2']], xs, 40, 20)
    const report = await read([above], [below], [['三、收到和处理政府信息公开申请情况', 60, 680]])
    expect([value(report, 'requests.refused.forbidden-by-law.natural'), value(report, 'requests.refused.forbidden-by-law.total'), value(report, 'requests.refused.security.natural'), report.extras]).toEqual([4, 5, 2, []])
  })

  it('through the headings of results, whose ends alone name one too: their order is known', async () => {
    const xs = [40, 140, 200, 260, 320, 380, 440]
    const heads = drawn([['类别', '总计', '结果', '结果', '其他', '尚未']], xs, 770, 20)
    const rest = drawn([['', '', '维持', '纠正', '结果', '审结'], ['行政复议', '9', '', '3', '2', '4'], ['行政诉讼（未经复议直接起诉）', '1', '', '', '1', '']], xs, 40)
    const report = await read([heads], [rest], [['四、政府信息公开行政复议、行政诉讼情况', 60, 740]])
    expect(['review.total', 'review.upheld', 'review.corrected', 'review.other', 'review.pending', 'suit-direct.total', 'suit-direct.other'].map((figure) => value(report, figure))).toEqual([9, 'blank', 3, 2, 4, 1, 1])
  })

  it('through the headings of applicants, the totals before all others: their order is known', async () => {
    const xs = [40, 200, 250, 300, 350, 400, 450, 500, 550]
    const heads = drawn([['', '总计', '自然人', '商业', '科研', '社会公益', '法律服务', '其他']], xs, 780, 20)
    const rest = drawn([['', '', '', '企业', '机构', '组织', '机构', ''], ['一、本年新收政府信息公开申请数量', '9', '5', '2', '', '1', '', '1'], ['二、上年结转政府信息公开申请数量', '3', '', '3', '', '', '', '']], xs, 40, 20)
    const report = await read([heads], [rest], [['三、收到和处理政府信息公开申请情况', 60, 740]])
    expect(['natural', 'business', 'research', 'nonprofit', 'legal', 'other', 'total'].map((each) => value(report, `requests.received.${each}`))).toEqual([5, 2, 'blank', 1, 'blank', 1, 9])
    expect(value(report, 'requests.carried-in.business')).toBe(3)
  })

  it('is none of the heading of the next part, below a table without rulings', async () => {
    const rows = ['行政复议', '未经复议直接起诉', '复议后起诉'].flatMap((kind) => ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'].map((result, at) => [at === 0 ? kind : '', result, String(at === 4 ? 6 : at)] as const))
    const texts = rows.flatMap(([kind, result, number], at): Placed[] => [...(kind === '' ? [] : [[kind, 80, 120 + at * 16] as Placed]), [result, 240, 120 + at * 16], [number, 400, 120 + at * 16]])
    const report = await read([{ texts, lines: [] }], [], [['四、政府信息公开行政复议、行政诉讼情况', 60, 84], ['类别', 80, 104], ['结果', 240, 104], ['数量', 400, 104], ['五、政府信息公开工作存在的主要问题及改进情况', 60, 366]])
    expect(['review.upheld', 'review.total', 'suit-direct.corrected', 'suit-after-review.pending', 'suit-after-review.total'].map((figure) => value(report, figure))).toEqual([0, 6, 1, 3, 6])
  })
})

it('headings of natural persons and totals in one cell above the end of a page are in no other order than the form’s', () => {
  const blocks: Block[] = [
    { kind: 'table', rows: gridOf([[{ text: '自然人 总计', columnSpan: 3, rowSpan: 2 }, { text: '申请人情况', columnSpan: 2 }], [{ text: '法人或其他组织' }, { text: '' }]]), place: { page: 1, table: 1 } },
    { kind: 'table', rows: gridOf([['', '', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', ''], ['一、本年新收政府信息公开申请数量', '8', '1', '0', '0', '0', '0', '9']].map((row) => row.map((text, at) => ({ text, columnSpan: at === 0 ? 2 : 1 })))), place: { page: 2, table: 2 } },
  ]
  const report = recognise([{ file: 'a.pdf', kind: 'pdf', titles: [TITLE], problems: [], blocks: [{ kind: 'text', text: TITLE, place: {} }, { kind: 'text', text: '三、收到和处理政府信息公开申请情况', place: {} }, ...blocks] }])[0]!
  expect(['natural', 'business', 'other', 'total'].map((each) => value(report, `requests.received.${each}`))).toEqual([8, 1, 0, 9])
})

it('the headings of table 2 that the end of a page cuts in their row head the columns that they stand over', () => {
  const block = (page: number, rows: readonly (readonly string[])[]): Block => ({ kind: 'table', rows: gridOf(rows.map((row) => row.map((text) => ({ text })))), place: { page, table: page } })
  const above = block(1, [['信息', '本年制', '本年废止', '现行有效']])
  const below = block(2, [['内容', '发件数', '件数', '件数'], ['规章', '1', '2', '3'], ['行政规范性文件', '4', '5', '7（含修订2件）']])
  const report = recognise([{ file: 'a.pdf', kind: 'pdf', titles: [TITLE], problems: [], blocks: [{ kind: 'text', text: TITLE, place: {} }, { kind: 'text', text: '二、主动公开政府信息情况', place: {} }, above, below] }])
  expect(['rules', 'documents'].map((item) => ['issued', 'repealed', 'in-force'].map((column) => value(report[0]!, `${item}.${column}`)))).toEqual([[1, 2, 3], [4, 5, 7]])
})

it('a row with a blank cell before its numbers and a blank total stands where the rows above it have theirs', () => {
  const block = (page: number, rows: readonly (readonly string[])[]): Block => ({ kind: 'table', rows: gridOf(rows.map((row) => row.map((text) => ({ text })))), place: { page, table: page } })
  const above = block(1, [['', '自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'], ['一、本年新收政府信息公开申请数量', '3', '0', '0', '0', '0', '1', '4']])
  const below = block(2, [['三、本年度办理结果', '（三）不予公开', '8.属于行政查询事项', '', '', '', '', '', '', ''], ['三、本年度办理结果', '（一）予以公开', '', '1', '0', '0', '0', '0', '1', '2'], ['三、本年度办理结果', '（二）部分公开', '', '2', '0', '0', '0', '0', '0', ''], ['三、本年度办理结果', '（三）不予公开', '1.属于国家秘密', '0', '0', '0', '0', '0', '0', '']])
  const report = recognise([{ file: 'a.pdf', kind: 'pdf', titles: [TITLE], problems: [], blocks: [{ kind: 'text', text: TITLE, place: {} }, { kind: 'text', text: '三、收到和处理政府信息公开申请情况', place: {} }, above, below] }])[0]!
  expect(['requests.granted.total', 'requests.partly-granted.natural', 'requests.partly-granted.other', 'requests.partly-granted.total', 'requests.refused.state-secret.natural'].map((figure) => value(report, figure))).toEqual([2, 2, 0, 'blank', 0])
})

it('seven numbers are those of all applicants where columns are told by places, and the number of a page has made one more', () => {
  const block = (page: number, rows: readonly (readonly string[])[]): Block => ({ kind: 'table', loose: true, rows: gridOf(rows.map((row) => row.map((text) => ({ text })))), place: { page, table: page } })
  const above = block(1, [['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'], ['一、本年新收政府信息公开申请数量', '3', '0', '0', '0', '0', '1', '4']])
  const below = block(2, [['1.属于国家秘密', '1', '', '0', '0', '0', '0', '1', '2'], ['2.其他法律行政法规禁止公开', '2', '', '0', '0', '0', '0', '0', '2'], ['', '2', '', '', '', '', '', '', ''], ['3.危及“三安全一稳定”', '0', '', '0', '0', '0', '0', '0', '0']])
  const report = recognise([{ file: 'a.pdf', kind: 'pdf', titles: [TITLE], problems: [], blocks: [{ kind: 'text', text: TITLE, place: {} }, { kind: 'text', text: '三、收到和处理政府信息公开申请情况', place: {} }, above, below] }])[0]!
  expect(['state-secret.other', 'state-secret.total', 'forbidden-by-law.natural', 'security.business', 'security.total'].map((figure) => value(report, `requests.refused.${figure}`))).toEqual([1, 2, 2, 0, 0])
})

describe('table 3 with some of its columns below the others', () => {
  const ROWS = ['一、本年新收政府信息公开申请数量', '二、上年结转政府信息公开申请数量', '（一）予以公开', '（七）总计', '四、结转下年度继续办理']
  const FIRST = [['9', '1', '0', '0'], ['2', '0', '1', '0'], ['8', '1', '1', '0'], ['8', '1', '1', '0'], ['3', '0', '0', '0']]
  const SECOND = [['1', '0', '11'], ['0', '0', '3'], ['1', '0', '11'], ['1', '0', '11'], ['0', '0', '3']]
  const rows = (cells: readonly (readonly string[])[], from = 0, to = ROWS.length): string[][] => cells.map((row, at) => [ROWS[at]!, ...row]).slice(from, to)
  /** A block with a cell over two columns behind each label, as it stands where another table's edges meet its own. */
  const block = (page: number, lines: readonly (readonly string[])[]): Block => ({ kind: 'table', rows: gridOf(lines.map((row) => row.map((text, at) => ({ text, columnSpan: row.length === 4 && at === 0 ? 2 : 1 })))), place: { page, table: page } })
  const report = (...blocks: Block[]): ReadReport => recognise([{ file: 'a.pdf', kind: 'pdf', titles: [TITLE], problems: [], blocks: [{ kind: 'text', text: TITLE, place: {} }, { kind: 'text', text: '三、收到和处理政府信息公开申请情况', place: {} }, ...blocks] }])[0]!
  const expected = { 'requests.received.natural': 9, 'requests.received.total': 11, 'requests.carried-in.research': 1, 'requests.granted.business': 1, 'requests.granted.legal': 1, 'requests.processed.total': 11, 'requests.carried-out.natural': 3, 'requests.carried-out.total': 3 }
  const read4 = (found: ReadReport): unknown => Object.fromEntries(Object.keys(expected).map((figure) => [figure, value(found, figure)]))
  const HEADS = [['', '自然人', '商业企业', '科研机构', '社会公益组织'], ['', '法律服务机构', '其他', '总计']]

  it('the rest of the ones and the others set as one, their edges meeting on a page', () => {
    expect(read4(report(block(1, [HEADS[0]!, ...rows(FIRST, 0, 2)]), block(2, [...rows(FIRST, 2), HEADS[1]!, ...rows(SECOND)])))).toEqual(expected)
  })

  it('the headings of the others parted by the end of a page', () => {
    expect(read4(report(block(1, [HEADS[0]!, ...rows(FIRST), ['', '申请人情况', '', ''], ['', '法人或其他组织', '', '总计']]), block(2, [['', '法律服务机构', '其他', ''], ...rows(SECOND)])))).toEqual(expected)
  })
})
