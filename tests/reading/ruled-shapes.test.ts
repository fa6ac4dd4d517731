import { expect, it } from 'vitest'
import { gridOf, type Block } from '@/reading/document'
import { readReports, type ReadReport } from '@/reading'
import { recognise } from '@/reading/recognise'
import { drawn, placed, type Drawn, type Placed } from './pdf'

// Tables with rulings around every cell, and what stands in these that could be taken for several cells, or for several tables.

const TITLE: Placed = ['云梦市水务局2023年政府信息公开工作年度报告', 60, 40]
const REQUESTS: Placed = ['三、收到和处理政府信息公开申请情况', 60, 70]
const HEADS = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计']
const value = ({ cells }: ReadReport, figure: string): unknown => {
  const cell = cells.get(figure as never)?.cell
  return cell && ('value' in cell ? cell.value : cell.missing)
}
const row = (report: ReadReport, id: string): unknown[] => ['natural', 'business', 'research', 'nonprofit', 'legal', 'other', 'total'].map((applicant) => value(report, `requests.${id}.${applicant}`))
async function read(said: readonly Placed[], ...pages: (readonly Drawn[])[]): Promise<ReadReport> {
  const bytes = placed(pages.map((tables, at) => [...(at === 0 ? [TITLE, ...said] : []), ...tables.flatMap(({ texts }) => texts)]), pages[0]!.flatMap(({ lines }) => lines), [], pages[1]?.flatMap(({ lines }) => lines))
  return (await readReports({ name: 'a.pdf', bytes })).reports[0]!
}

it('tables that touch, each with columns of its own width a little beside those of the others, are as many', async () => {
  const names = { received: '一、本年新收政府信息公开申请数量', 'carried-in': '二、上年结转政府信息公开申请数量', processed: '（七）总计', 'carried-out': '四、结转下年度继续办理' }
  const numbers = ['5', '1', '1', '1', '0', '3', '11']
  const edges = (at: number): number[] => [40, ...[230, 270, 310 + at * 2.9, 321 + at * 2.9, 361, 401, 441], 490]
  const down = ['', ...HEADS.map((head) => [...head].join('\n'))]
  const tables = Object.values(names).flatMap((name, at) => [drawn([down], edges(at), 90 + at * 100, 80), drawn([[name, ...numbers]], edges(at), 170 + at * 100, 20)])
  const report = await read([REQUESTS], tables)
  for (const id of Object.keys(names)) expect([id, row(report, id)]).toEqual([id, numbers.map(Number)])
})

it('a group’s name above that of its row in one cell is no second row', async () => {
  const xs = [40, 130, ...HEADS.map((_, at) => 180 + at * 50)]
  const rows = [['一、本年新收政府', '申请数量'], ['（三）不予公开', '1.属于国家秘密'], ['（三）不予公开', '2.其他法律行政', '法规禁止公开'], ['（四）无法提供', '1.本机关不掌握', '相关政府信息'], ['（五）不予处理', '2.重复申请'], ['（七）总计']]
  const numbers = [['8', '9'], ['1', '2'], ['0', '3'], ['4', '2'], ['3', '1'], ['8', '8']].map(([first, last]) => [first!, '0', '0', '0', '0', last!, String(Number(first) + Number(last))])
  const table = drawn([['', ...HEADS], ...rows.map((lines, at) => [lines.join('\n'), ...numbers[at]!])], xs, 90, 40)
  // Numbers stand beside the first line of their names.
  const report = await read([REQUESTS], [table])
  expect(['received', 'refused.state-secret', 'refused.forbidden-by-law', 'unavailable.not-held', 'not-processed.duplicate', 'processed'].map((id) => row(report, id))).toEqual(numbers.map((each) => each.map(Number)))
})

it('a group’s name and that of its row with a sign between them, broken over lines wherever these end, are one name', async () => {
  const xs = [40, 100, ...HEADS.map((_, at) => 150 + at * 52)]
  const rows = [['一、本年新收', '政府信息公开', '申请数量'], ['（四）无', '法提供/1.', '本机关不掌握', '相关政府信息'], ['（四）无', '法提供—', '2.没有现成信', '息需要另行制', '作'], ['（五）不', '予处理—', '2.重复申请'], ['（七）总计']]
  const numbers = [['8', '9'], ['4', '2'], ['3', '1'], ['1', '6'], ['8', '9']].map(([first, last]) => [first!, '', '', '', '', last!, String(Number(first) + Number(last))])
  const table = drawn([['', ...HEADS], ...rows.map((lines, at) => [lines.join('\n'), ...numbers[at]!])], xs, 90, 62)
  const report = await read([REQUESTS], [table])
  expect(['received', 'unavailable.not-held', 'unavailable.to-be-created', 'not-processed.duplicate', 'processed'].map((id) => row(report, id))).toEqual(numbers.map((each) => each.map((text) => (text === '' ? 'blank' : Number(text)))))
})

it('the name of an item whose end names it too is one, on two lines', async () => {
  const items = drawn([['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'], ['规章', '0', '0', '0'], ['行政\n规范性文件', '9', '', '']], [40, 160, 260, 360, 460], 90, 40)
  // Its numbers stand at other heights of the same row.
  const lower: Placed[] = [['24', 262, 191], ['74', 362, 191]]
  const report = await read([['二、主动公开政府信息情况', 60, 70]], [{ ...items, texts: [...items.texts, ...lower] }])
  expect(['rules.issued', 'documents.issued', 'documents.repealed', 'documents.in-force'].map((figure) => value(report, figure))).toEqual([0, 9, 24, 74])
})

it('all organisations in one column: the rows over the page stand in the same three', async () => {
  const [wide, narrow] = [[40, 80, 240, 300, 360, 420], [40, 240, 300, 360, 420]]
  const above = drawn([['', null, '自然人', '法人或其他组织', '总计'], ['一、本年新收政府信息公开申请数量', null, '5', '2', '7'], ['三、', '（一）予以公开', '4', '1', '5']], wide, 700, 30)
  const below = drawn([['总计', '4', '1', '5'], ['四、结转下年度继续办理', '1', '1', '2']], narrow, 40, 30)
  const report = await read([['三、收到和处理政府信息公开申请情况', 60, 680]], [above], [below])
  expect(['requests.processed.natural', 'requests.processed.total', 'requests.carried-out.natural', 'requests.carried-out.total', 'requests.processed.business'].map((figure) => value(report, figure))).toEqual([4, 5, 1, 2, undefined])
})

it('a blank cell behind seven values that reaches down beside other rows is none of theirs, though the first of these is blank too', () => {
  const rows = [['一、本年新收政府信息公开申请数量', '', '1', '0', '0', '0', '2', '3'], ['二、上年结转政府信息公开申请数量', '', '0', '0', '0', '0', '0', ''], ['（七）总计', '1', '0', '0', '0', '0', '', '']]
  // The end of a page stands between the headings and the rows, and the table below it is wider.
  const blocks = [[['项目', '', ...HEADS]], rows].map((each, page): Block => ({ kind: 'table', rows: gridOf(each.map((cells, at) => [...cells.map((text) => ({ text })), ...(page === 1 && at === 0 ? [{ text: '', rowSpan: 3 }] : [])])), place: { page } }))
  const [report] = recognise([{ file: 'a.pdf', kind: 'pdf', titles: [], problems: [], blocks: [{ kind: 'text', text: TITLE[0], place: {} }, { kind: 'text', text: REQUESTS[0], place: {} }, ...blocks] }])
  expect([row(report!, 'received'), row(report!, 'carried-in'), row(report!, 'processed')]).toEqual([['blank', 1, 0, 0, 0, 2, 3], ['blank', 0, 0, 0, 0, 0, 'blank'], [1, 0, 0, 0, 0, 'blank', 'blank']])
})

it('headings above the line around a table, none of them in one: each is that of the column below it, in whichever order, and of a table cut by columns', async () => {
  const names = ['一、本年新收政府信息公开申请数量', '（七）总计', '四、结转下年度继续办理']
  const part = (heads: readonly string[], cells: readonly (readonly string[])[], top: number): Drawn => {
    const xs = [40, ...heads.map((_, at) => 260 + at * 44), 260 + heads.length * 44]
    const rows = drawn(cells.map((row, at) => [names[at]!, ...row]), xs, top, 20)
    const over = drawn([['', ...heads]], xs, top - 30, 30)
    return { texts: [...over.texts, ['申请人情况', xs[1]! + 20, top - 34], ...rows.texts], lines: rows.lines }
  }
  const first = part(['总\n计', '自然\n人'], [['11', '5'], ['9', '4'], ['2', '1']], 140)
  const second = part(['商业\n企业', '科研\n机构', '社会公\n益组织', '法律服\n务机构', '其\n他'], [['1', '1', '1', '0', '3'], ['1', '1', '1', '0', '2'], ['0', '0', '0', '0', '1']], 260)
  const report = await read([REQUESTS], [first, second])
  expect(['received', 'processed', 'carried-out'].map((id) => row(report, id))).toEqual([[5, 1, 1, 1, 0, 3, 11], [4, 1, 1, 1, 0, 2, 9], [1, 0, 0, 0, 0, 1, 2]])
})

it('a blank cell where no ruling closes the table at its right may have lost its number to the page’s edge: it is told', async () => {
  const items = drawn([['信息内容', '本年收费金额（单位：万元）'], ['行政事业性收费', '']], [40, 160, 400], 90, 30)
  const doubts = async (lines: Drawn['lines']): Promise<unknown[]> => {
    const { problems } = await read([['二、主动公开政府信息情况', 60, 70]], [{ texts: items.texts, lines }])
    return problems.filter(({ kind }) => kind === 'row-doubtful').flatMap(({ figures }) => figures)
  }
  expect(await doubts(items.lines)).toEqual([])
  expect(await doubts(items.lines.filter(([x1, , x2]) => x1 !== 400 || x2 !== 400))).toEqual(['fees.amount'])
})

it('the mark of a note that stands smaller below its number is no digit of it', async () => {
  const items = drawn([['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'], ['规章', '0', '0', '0'], ['行政规范性文件', '3', '0', '6']], [40, 160, 260, 360, 460], 90, 30)
  const marks: Placed[] = [['1', 172, 174, 7], ['2', 372, 174, 7]]
  const report = await read([['二、主动公开政府信息情况', 60, 70]], [{ ...items, texts: [...items.texts, ...marks] }])
  expect(['documents.issued', 'documents.repealed', 'documents.in-force'].map((figure) => value(report, figure))).toEqual([3, 0, 6])
})

it('a sum of all organisations before the total, whose heading the end of a page cuts, is none of the form’s', async () => {
  const xs = [40, 200, 240, 280, 320, 360, 400, 440, 480, 520]
  const above = drawn([['', '自然人', '法人或其', null, null, null, null, null, '总']], xs, 720, 30)
  const below = drawn([['', '', '他组织', null, null, null, null, null, '计'], ['', '', '商业企业', '科研机构', '社会公益\n组织', '法律服务\n机构', '其他', '小计', ''], ['一、本年新收政府信息公开申请数量', '5', '1', '0', '0', '0', '1', '2', '7'], ['二、上年结转政府信息公开申请数量', ...'00000000'], ['（七）总计', '5', '1', '0', '0', '0', '1', '2', '7'], ['四、结转下年度继续办理', ...'00000000']], xs, 40, 40)
  const report = await read([['三、收到和处理政府信息公开申请情况', 60, 690]], [above], [below])
  expect(['received', 'carried-in', 'processed', 'carried-out'].map((id) => row(report, id))).toEqual([[5, 1, 0, 0, 0, 1, 7], [0, 0, 0, 0, 0, 0, 0], [5, 1, 0, 0, 0, 1, 7], [0, 0, 0, 0, 0, 0, 0]])
  // The sum of its row alone shows which number is the total, and its cell says so.
  expect(['natural', 'other', 'total'].map((applicant) => report.cells.get(`requests.received.${applicant}` as never)?.settled)).toEqual([undefined, undefined, 'sums'])
})
