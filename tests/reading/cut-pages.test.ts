import { expect, it } from 'vitest'
import { APPLICANT_IDS } from '@/domain/figure'
import { readReports, type ReadReport } from '@/reading'
import { gridOf, type Block } from '@/reading/document'
import { recognise } from '@/reading/recognise'
import { placed, type Placed, type Ruled } from './pdf'

// A sheet that is wider than its pages, and rows that the end of a page cuts.

const width = (text: string): number => [...text].reduce((sum, letter) => sum + (letter > '~' ? 9 : 4.5), 0)
const centred = (text: string, middle: number, y: number): Placed => [text, middle - width(text) / 2, y]
const grid = (xs: readonly number[], ys: readonly number[]): Ruled[] => [...ys.map((y): Ruled => [xs[0]!, y, xs.at(-1)!, y]), ...xs.map((x): Ruled => [x, ys[0]!, x, ys.at(-1)!])]
const TITLE: Placed = ['云梦市水务局2021年政府信息公开工作年度报告', 60, 40]

async function read(...args: Parameters<typeof placed>): Promise<ReadReport> {
  const { reports, refused } = await readReports({ name: 'a.pdf', bytes: placed(...args) })
  expect(refused).toBeNull()
  return reports[0]!
}

const cellsOf = ({ cells }: ReadReport): Record<string, unknown> => Object.fromEntries([...cells].map(([figure, { cell }]) => [figure, 'value' in cell ? cell.value : cell.missing]))

const HEADINGS = ['自然人', '商业企业', '科研机构', '社会公益', '法律服务', '其他', '总计']
const ROWS: readonly (readonly [row: string, name: string, numbers: readonly number[]])[] = [
  ['received', '一、本年新收政府信息公开申请数量', [5, 1, 0, 0, 2, 0, 8]],
  ['carried-in', '二、上年结转政府信息公开申请数量', [1, 0, 0, 0, 0, 0, 1]],
  ['granted', '（一）予以公开', [4, 1, 0, 0, 1, 0, 6]],
  ['refused.security', '3.危及“三安全一稳定”', [1, 0, 0, 0, 0, 0, 1]],
  ['processed', '（七）总计', [5, 1, 0, 0, 1, 0, 7]],
  ['carried-out', '四、结转下年度继续办理', [1, 0, 0, 0, 1, 0, 2]],
]

it('a sheet’s columns on another page are beside the first though its lines of text run over to it too, and are drawn beyond its edge', async () => {
  const text = '本机关按照条例要求开展有关工作，全年通过门户网站主动公开政府信息88条，关注人数75523人，按期办理。'
  // Page by page the same text, so far left as the page before is wide.
  const [first, second] = [60, 60 - 480].map((x) => Array.from({ length: 4 }, (_, line): Placed => [text, x, 60 + line * 12])) as [Placed[], Placed[]]
  const middle = (at: number): number => 230 + at * 55
  const left = ROWS.flatMap(([, name, numbers], at): Placed[] => [[name, 60, 150 + at * 20], ...numbers.slice(0, 5).map((number, column) => centred(String(number), middle(column), 150 + at * 20))])
  const right = ROWS.flatMap(([, , numbers], at) => numbers.slice(5).map((number, column) => centred(String(number), 60 + column * 55, 150 + at * 20)))
  const pages = [
    [TITLE, ...first, ['三、收到和处理政府信息公开申请情况', 60, 110] as Placed, ...HEADINGS.slice(0, 5).map((text, at) => centred(text, middle(at), 130)), ...left],
    [...second, ...HEADINGS.slice(5).map((text, at) => centred(text, 60 + at * 55, 130)), ...right],
  ]
  expect(cellsOf(await read(pages))).toMatchObject(Object.fromEntries(ROWS.flatMap(([row, , numbers]) => APPLICANT_IDS.map((id, at) => [`requests.${row}.${id}`, numbers[at]]))))
})

it('the name of a kind in table 4 that the end of a page cuts is one', async () => {
  const xs = [60, 150, 210, 270, 330, 390, 450]
  const row = (cells: readonly string[], y: number): Placed[] => cells.flatMap((text, at) => (text === '' ? [] : [centred(text, (xs[at]! + xs[at + 1]!) / 2, y)]))
  const first = [TITLE, ['四、政府信息公开行政复议、行政诉讼情况', 60, 690] as Placed, ...row(['类别', '结果维持', '结果纠正', '其他结果', '尚未审结', '总计'], 714), ...row(['行政复议', '1', '0', '0', '2', '3'], 734), ...row(['直接起诉', '4', '0', '1', '0', '5'], 754), ...row(['行政诉讼（复', '12', '21', '0', '0', '33'], 774)]
  const second = [...row(['议后起诉）'], 54), ['五、存在的主要问题及改进情况', 60, 100] as Placed, ['无。', 60, 120] as Placed]
  const found = cellsOf(await read([first, second], grid(xs, [700, 720, 740, 760, 780]), [], grid(xs, [40, 60])))
  expect(found).toMatchObject({ 'review.pending': 2, 'suit-direct.total': 5, 'suit-after-review.upheld': 12, 'suit-after-review.corrected': 21, 'suit-after-review.total': 33 })
})

it('what the end of a page leaves of the label at the side is no row', async () => {
  const html = (rows: readonly (readonly (string | number)[])[]): string => `<table>${rows.map((row) => `<tr>${row.map((text) => `<td>${text}</td>`).join('')}</tr>`).join('')}</table>`
  const [above, below] = [ROWS.slice(0, 3), ROWS.slice(3)].map((rows) => rows.map(([, name, numbers]) => ['', name, ...numbers]))
  const rest = ['果', '', '', '', '', '', '', '', '']
  const page = `<h1>${TITLE[0]}</h1><p>三、收到和处理政府信息公开申请情况</p>${html([['', '申请人情况', ...HEADINGS], ...above!])}${html([rest, ...below!])}`
  const { reports } = await readReports({ name: 'a.html', bytes: new TextEncoder().encode(page) })
  expect([reports[0]!.extras, reports[0]!.problems.filter(({ kind }) => kind === 'row-unknown')]).toEqual([[], []])
  expect(cellsOf(reports[0]!)).toMatchObject({ 'requests.refused.security.total': 1 })
})

it('blank cells that the end of a page leaves below repeated headings, of a row that is whole above it, are no row', async () => {
  const xs = [40, 230, 280, 330, 380, 430, 480, 530, 580]
  const row = ([name, ...cells]: readonly string[], y: number): Placed[] => [...(name === '' ? [] : [[name!, 44, y] as Placed]), ...cells.map((text, at) => centred(text, (xs[at + 1]! + xs[at + 2]!) / 2, y))]
  const lines = ROWS.map(([, name, numbers]) => [name, ...numbers.map(String)])
  const first = [TITLE, ['三、收到和处理政府信息公开申请情况', 60, 100] as Placed, ...row(['', ...HEADINGS], 124), ...lines.slice(0, 3).flatMap((line, at) => row(line, 144 + at * 20)), ...row(['（六）其他处理', '0', '0', '0', '0', '0', '0', '0'], 204)]
  const second = [...row(['', ...HEADINGS], 54), ...lines.slice(4).flatMap((line, at) => row(line, 94 + at * 20))]
  const report = await read([first, second], grid(xs, [110, 130, 150, 170, 190, 210]), [], grid(xs, [40, 60, 80, 100, 120]))
  expect(cellsOf(report)).toMatchObject({ 'requests.received.total': 8, 'requests.other.total': 0, 'requests.processed.total': 7, 'requests.carried-out.legal': 1 })
  expect(report.cells.has('requests.other.other.total')).toBe(false)
})

it('what the end of a page leaves of a row, its remark and the label at the side among it, is of that row', async () => {
  const xs = [20, 60, 230, 275, 320, 365, 410, 455, 500, 540, 585]
  const row = (cells: readonly string[], y: number): Placed[] => cells.flatMap((text, at) => (text === '' ? [] : [centred(text, (xs[at]! + xs[at + 1]!) / 2, y)]))
  const [other, ...lines] = [['（六）其他', ['3', '0', '0', '0', '0', '0', '3'], '含撤'] as const, ...ROWS.map(([, name, numbers]) => [name, numbers.map(String), ''] as const)]
  const first = [TITLE, ['三、收到和处理政府信息公开申请情况', 60, 100] as Placed, ...row(['', '', ...HEADINGS, '备注'], 124), ...lines.slice(0, 2).flatMap(([name, numbers], at) => row(['', name, ...numbers], 144 + at * 20)), ...row(['三、本', '', '', '', '', '', '', '', '', ''], 180), ...row(['年度办', other[0], ...other[1], other[2]], 192), ...row(['理结'], 204)]
  const second = [...row(['果', '处理', '', '', '', '', '', '', '', '回1件'], 54), ...lines.slice(4).flatMap(([name, numbers], at) => row(['', name, ...numbers], 74 + at * 20))]
  const report = await read([first, second], grid(xs, [110, 130, 150, 170, 210]), [], grid(xs, [40, 60, 80, 100]))
  expect(cellsOf(report)).toMatchObject({ 'requests.received.total': 8, 'requests.other.natural': 3, 'requests.other.total': 3, 'requests.processed.total': 7 })
  expect(report.cells.has('requests.other.other.total')).toBe(false)
})

it('the number of a page that is read sideways stands turned at its side, and is none of a row', async () => {
  const row = (cells: readonly string[], y: number): Placed[] => cells.map((text, at) => (at === 0 ? [text, 60, y] : centred(text, 250 + at * 40, y)))
  const pieces = [TITLE, ['三、收到和处理政府信息公开申请情况', 60, 100] as Placed, ...row(['', ...HEADINGS], 124), ...ROWS.flatMap(([, name, numbers], at) => row([name, ...numbers.map(String)], 144 + at * 20))]
  // Drawn by hand: the page's number runs up at the right.
  const bytes = new TextDecoder('latin1').decode(placed([pieces]))
  const turned = 'BT /F1 9 Tf 0 1 -1 0 585 635 Tm <002d0034002d> Tj ET\n'
  const grown = bytes.replace(/\/Length (\d+) >>\nstream\n(?=[^]*?BT)(?![^]*?stream\n[^]*?BT)/, (_, length: string) => `/Length ${Number(length) + turned.length} >>\nstream\n`)
  const last = grown.lastIndexOf('stream\n', grown.indexOf('BT'))
  const file = `${grown.slice(0, last + 7)}${turned}${grown.slice(last + 7)}`
  const { reports } = await readReports({ name: 'a.pdf', bytes: Uint8Array.from(file, (letter) => letter.charCodeAt(0)) })
  expect(cellsOf(reports[0]!)).toMatchObject(Object.fromEntries(ROWS.flatMap(([name, , numbers]) => APPLICANT_IDS.map((id, column) => [`requests.${name}.${id}`, numbers[column]]))))
})

it('an item of table 2 whose name goes on over the page, its numbers before it', () => {
  const table = (rows: readonly (readonly string[])[], page: number, at: number): Block => ({ kind: 'table', rows: gridOf(rows.map((row) => row.map((text) => ({ text })))), place: { page, table: at } })
  const title: Block = { kind: 'text', text: '青阳县水务局2023年政府信息公开工作年度报告', place: { page: 1 } }
  const blocks = [title, table([['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'], ['规章', '0', '0', '0'], ['行政', '0', '7', '28']], 1, 1), table([['规范性文件', '', '', ''], ['信息内容', '本年处理决定数量', '', '']], 2, 2)]
  const [report] = recognise([{ file: 'a.pdf', kind: 'pdf', titles: [], blocks, problems: [] }])
  expect(['documents.issued', 'documents.repealed', 'documents.in-force'].map((figure) => report!.cells.get(figure as never)?.cell)).toMatchObject([{ value: 0 }, { value: 7 }, { value: 28 }])
})
