import { expect, it } from 'vitest'
import { gridOf, type Block } from '@/reading/document'
import { recognise } from '@/reading/recognise'

const UNAVAILABLE = ['（四）无法提供']
const NOT_PROCESSED = ['（五）不予处理']
const numbers = (natural: number): string[] => [String(natural), '0', '0', '0', '0', '0', String(natural)]
const ABOVE = [
  ['三、本年度办理结果', '（一）予以公开', '', ...numbers(5)],
  ['', ...UNAVAILABLE, '1.本机关不掌握相关政府信息', ...numbers(1)],
  ['', '', '2.没有现成信息需要另行制作', ...numbers(0)],
  ['', '', '3.补正后申请内容仍不明确', ...numbers(0)],
]
const BELOW = [['', ...NOT_PROCESSED, '1.信访举报投诉类申请', ...numbers(0)]]

function read(rows: string[][]): { own: unknown; sum: unknown; whole: unknown; extras: string[]; told: string[] } {
  const heads = ['', '', '', '自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计']
  const block: Block = { kind: 'table', rows: gridOf([heads, ['一、本年新收政府信息公开申请数量', '', '', ...numbers(9)], ...rows, ['', '（七）总计', '', ...numbers(9)]].map((row) => row.map((cell) => ({ text: cell })))), place: {} }
  const [report] = recognise([{ file: 'a.html', kind: 'html', titles: [], problems: [], blocks: [{ kind: 'text', text: '三、收到和处理政府信息公开申请情况', place: {} }, block] }])
  return { own: report!.cells.get('requests.other.other.natural')?.cell, sum: report!.cells.get('requests.unavailable.natural')?.cell, whole: report!.cells.get('requests.other.natural')?.cell, extras: report!.extras.map(({ name }) => name), told: report!.problems.flatMap(({ kind }) => (kind === 'row-unknown' || kind === 'row-twice' ? [kind] : [])) }
}

it.each([
  ['behind them', ['', '', '4.其他', ...numbers(3)]],
  ['beside the name of the group', ['', ...UNAVAILABLE, '其他', ...numbers(3)]],
])('其他 added to the rows of another group is none of 其他处理: %s', (_, added) => {
  const three = [['', '（六）其他处理', '1.申请人无正当理由逾期不补正', ...numbers(0)], ['', '', '2.申请人逾期未按收费通知要求缴纳费用', ...numbers(0)], ['', '', '3.其他', ...numbers(2)]]
  expect(read([...ABOVE, added, ...BELOW, ...three])).toMatchObject({ own: { value: 2 }, extras: [added[2]], told: ['row-unknown'] })
  expect(read([...ABOVE, added, ...BELOW, ['', '（六）其他处理', '', ...numbers(2)]])).toMatchObject({ own: undefined, extras: [added[2]], told: ['row-unknown'] })
})

it('其他 without the other rows of 其他处理 stays its own, behind the rows of another group', () => {
  expect(read([...ABOVE, ...BELOW, ['', '', '3.其他', ...numbers(2)]])).toMatchObject({ own: { value: 2 }, extras: [] })
})

it.each(['4.其他无法提供', '其他无法提供情形', '4．无法提供的其他情形'])('%s below the rows of 无法提供 is a row that the report adds, not what they add up to', (name) => {
  expect(read([...ABOVE, ['', '', name, ...numbers(3)], ...BELOW])).toMatchObject({ extras: [name], told: ['row-unknown'], sum: undefined })
  expect(read([...ABOVE, ['', '无法提供小计', '', ...numbers(1)], ...BELOW])).toMatchObject({ extras: [], sum: { value: 1 } })
})

it('a blank 其他处理 behind 其他 of another group is blank, and no heading of that row', () => {
  const blank = Array.from({ length: 7 }, () => '')
  expect(read([...ABOVE, ...BELOW, ['', '', '6.其他', ...numbers(3)], ['', '（六）其他处理', '', ...blank]])).toMatchObject({ own: undefined, whole: { missing: 'blank' }, extras: ['6.其他'] })
  expect(read([...ABOVE, ...BELOW, ['', '（六）其他处理', '', ...blank], ['', '', '3.其他', ...numbers(2)]])).toMatchObject({ own: { value: 2 }, whole: undefined, extras: [] })
})

it.each(['（六）其他处理—3.其他', '（六）其\n他处理—\n其他', '（六）其他处\n理\n其他'])('其他 behind the name of its group in one cell, also broken over lines (%j), is its own', (name) => {
  expect(read([...ABOVE, ...BELOW, ['', '', name, ...numbers(2)]])).toMatchObject({ own: { value: 2 }, extras: [], told: [] })
})

it.each([['blank', ''], ['with numbers', '1']])('小计 below a row that the report adds, %s, is still that of the group, and no total of all', (_, number) => {
  const added = ['', '', '4.无法联系到申请人', number, ...Array.from({ length: 5 }, () => (number ? '0' : '')), number]
  expect(read([...ABOVE, added, ['', '', '小计', ...numbers(1)], ...BELOW])).toMatchObject({ extras: [added[2]], sum: { value: 1 }, told: ['row-unknown'] })
})

it('小计 above the rows of a group is what these add up to, though those of another group stand above it', () => {
  const parts = [['', '', '1.信访举报投诉类申请', ...numbers(2)], ['', '', '2.重复申请', ...numbers(1)]]
  const [granted, ...own] = ABOVE
  const rows = [granted!, ['', '', '小计', ...numbers(1)], ...own.map(([, , ...cells]) => ['', '', ...cells]), ['', '', '小计', ...numbers(3)], ...parts]
  expect(read(rows)).toMatchObject({ extras: [], sum: { value: 1 }, told: [] })
})

it('the row without a name beside 其中, the last below the sum of its group and above that of the next, is the one left out there, and told', () => {
  const heads = ['', '', '', '自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计']
  const rows = [['三、本年度办理结果', '（四）无法提供', '（四）无法提供', ...numbers(8)], ['', '其中', '1.本机关不掌握相关政府信息', ...numbers(3)], ['', '其中', '2.没有现成信息需要另行制作', ...numbers(4)], ['', '其中', '', ...numbers(1)], ['', '（五）不予处理', '（五）不予处理', ...numbers(2)], ['', '其中', '1.信访举报投诉类申请', ...numbers(2)]]
  const table: Block = { kind: 'table', rows: gridOf([heads, ...rows].map((row) => row.map((text) => ({ text })))), place: { table: 1 } }
  const [report] = recognise([{ file: 'a.html', kind: 'html', titles: [], problems: [], blocks: [{ kind: 'text', text: '三、收到和处理政府信息公开申请情况', place: {} }, table] }])
  expect(['not-held', 'to-be-created', 'unclear'].map((row) => report!.cells.get(`requests.unavailable.${row}.natural` as never)?.cell)).toEqual([{ value: 3 }, { value: 4 }, { value: 1 }])
  expect(report!.problems.some(({ kind, figures }) => kind === 'label-guessed' && figures?.includes('requests.unavailable.unclear.natural'))).toBe(true)
})

it('小计 behind the last group, as behind those before it, is that of the group where the total of all is left out', () => {
  const heads = ['', '', '', '自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计']
  const rows = [...ABOVE, ['', '', '小计', ...numbers(1)], ...BELOW, ['', '', '小计', ...numbers(0)], ['四、结转下年度继续办理', '', '', ...numbers(0)]]
  const block: Block = { kind: 'table', rows: gridOf([heads, ...rows].map((row) => row.map((text) => ({ text })))), place: {} }
  const [report] = recognise([{ file: 'a.html', kind: 'html', titles: [], problems: [], blocks: [{ kind: 'text', text: '三、收到和处理政府信息公开申请情况', place: {} }, block] }])
  expect(['processed', 'unavailable', 'not-processed'].map((row) => report!.cells.get(`requests.${row}.natural` as never)?.cell)).toEqual([undefined, { value: 1 }, { value: 0 }])
})

it.each(['六其他', '六其他处理'])('%s with numbers and without rows of its own is 其他处理', (name) => {
  expect(read([...ABOVE, ...BELOW, ['', name, '', ...numbers(2)]])).toMatchObject({ own: undefined, whole: { value: 2 }, extras: [] })
})

it('rows in one, their names numbered ①②③ and broken over lines, are those of the form', () => {
  const names = '①本机关不掌握\n相关政府信息\n②没有现成信\n息需要另行制作\n③补正后申请\n内容仍不明确'
  const cells = numbers(0).map((_, at) => [0, 1, 2].map((row) => (at === 0 || at === 6 ? String(row + 3) : '0')).join('\n'))
  expect(read([ABOVE[0]!, ['', ...UNAVAILABLE, names, ...cells], ...BELOW, ['', '无法提供小计', '', ...numbers(12)]])).toMatchObject({ extras: [], told: [], sum: { value: 12 } })
})

it('numbers that reach over all rows of 其他处理 are no single row’s: these are told as not read', () => {
  const row = (...words: string[]): { text: string }[] => words.map((text) => ({ text }))
  const block: Block = {
    kind: 'table',
    bounded: true,
    rows: gridOf([
      row('', '', '自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'),
      row('一、本年新收政府信息公开申请数量', '', ...numbers(9)),
      [{ text: '（六）其他处理', rowSpan: 3 }, { text: '1.申请人无正当理由逾期不补正' }, ...numbers(0).map((text) => ({ text, rowSpan: 3 }))],
      row('2.申请人逾期未按收费通知要求缴纳费用'),
      row('3.其他'),
      row('（七）总计', '', ...numbers(9)),
    ]),
    place: { table: 1 },
  }
  const [report] = recognise([{ file: 'a.docx', kind: 'docx', titles: [], problems: [], blocks: [{ kind: 'text', text: '三、收到和处理政府信息公开申请情况', place: {} }, block] }])
  expect(report!.problems.filter(({ kind }) => kind === 'row-unclear').flatMap(({ figures }) => figures)).toEqual(expect.arrayContaining(['requests.other.not-corrected.natural', 'requests.other.fee-unpaid.natural', 'requests.other.other.natural']))
})
