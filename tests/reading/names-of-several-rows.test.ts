import { expect, it } from 'vitest'
import { APPLICANT_IDS } from '@/domain/figure'
import { readReports } from '@/reading'
import { given, html, PLAIN, tablesOf, type Rows } from './documents'
import { placed, type Placed, type Ruled } from './pdf'

// Names of several rows in one cell beside rows of numbers, and rows over the page that have blank cells on both sides.

const width = (text: string): number => [...text].reduce((sum, letter) => sum + (letter > '\u2e80' ? 9 : 4.5), 0)
const middles = (edges: readonly number[]): number[] => edges.slice(1).map((edge, at) => (edge + edges[at]!) / 2)
const grid = (xs: readonly number[], ys: readonly number[]): Ruled[] => [...ys.map((y): Ruled => [xs[0]!, y, xs.at(-1)!, y]), ...xs.map((x): Ruled => [x, ys[0]!, x, ys.at(-1)!])]
/** Texts in the middle of their columns, each broken over lines by `/`. */
const row = (xs: readonly number[], texts: readonly string[], y: number): Placed[] =>
  texts.flatMap((text, at) => (text === '' ? [] : text.split('/').map((line, down): Placed => [line, middles(xs)[at]! - width(line) / 2, y + down * 12])))

const TITLE: Placed = ['云梦市水务局2021年政府信息公开工作年度报告', 60, 40]
const PART: Placed = ['三、收到和处理政府信息公开申请情况', 60, 60]
const HEADINGS = ['自然人', '商业企业', '科研机构', '社会公益', '法律服务', '其他', '总计']

async function read(name: string, bytes: Uint8Array): Promise<Record<string, unknown>> {
  const { reports, refused } = await readReports({ name, bytes })
  expect(refused).toBeNull()
  return Object.fromEntries([...reports[0]!.cells].map(([figure, { cell }]) => [figure, 'value' in cell ? cell.value : cell.missing]))
}
const cellsOf = (row: string, numbers: readonly string[]): Record<string, unknown> => Object.fromEntries(APPLICANT_IDS.map((id, at) => [`requests.${row}.${id}`, { '': 'blank', '-': 'not-applicable' }[numbers[at]!] ?? Number(numbers[at])]))

const [RECEIVED, CARRIED_IN, GRANTED] = ['8 3 0 0 1 0 12', '1 0 0 2 0 0 3', '5 1 0 0 0 0 6'].map((numbers) => numbers.split(' ')) as [string[], string[], string[]]
const FILED = { ...cellsOf('received', RECEIVED), ...cellsOf('carried-in', CARRIED_IN), ...cellsOf('granted', GRANTED) }

it('names of two rows in one cell name the two lines of numbers beside it, which no ruling parts, in their order', async () => {
  const xs = [60, 100, 140, 220, 260, 300, 340, 380, 420, 460, 500]
  const name = [['一、本年新收政府信息公开申请数量', 64, 105], ['二、上年结转政府信息公开申请数量', 64, 118]] as const
  const numbers = [RECEIVED, CARRIED_IN].flatMap((cells, at) => row(xs, ['', '', '', ...cells], 105 + at * 13))
  // Below the headings the names stand in one cell over three columns.
  const others = [['granted', '（一）予以公开'], ['refused.security', '3.危及“三安全一稳定”'], ['processed', '（七）总计'], ['carried-out', '四、结转下年度继续办理']] as const
  const below = others.flatMap(([, text], at): Placed[] => [[text, 64, 136 + at * 18], ...row(xs, ['', '', '', ...GRANTED], 136 + at * 18)])
  const lines = grid(xs, [74, 92, 124, 142, 160, 178, 196]).map(([x1, y1, x2, y2]): Ruled => (x1 === x2 && (x1 === 100 || x1 === 140) ? [x1, y1, x2, 92] : [x1, y1, x2, y2]))
  const found = await read('a.pdf', placed([[TITLE, PART, ...row(xs, ['', '', '', ...HEADINGS], 86), ...name, ...numbers, ...below]], lines))
  expect(found).toEqual({ ...FILED, ...Object.assign({}, ...others.map(([id]) => cellsOf(id, GRANTED))) as Record<string, unknown> })
})

it('names that are broken over many lines have their numbers at the head of their cell', async () => {
  const xs = [60, 100, 160, 210, 260, 310, 360, 410, 460]
  const names = '一、/本年/新收/政府/信息/公开/申请/数量/二、/上年/结转/政府/信息/公开/申请/数量'
  const numbers = [RECEIVED, CARRIED_IN].flatMap((cells, at) => row(xs, ['', ...cells], 104 + at * 12))
  const pieces = [TITLE, PART, ...row(xs, ['', ...HEADINGS], 86), ...row(xs, [names], 104), ...numbers, ...row(xs, ['（一）/予以/公开', ...GRANTED], 304)]
  expect(await read('a.pdf', placed([pieces], grid(xs, [74, 92, 292, 334])))).toEqual(FILED)
})

it('a merged cell with the names of the rows that it reaches over names each of them', async () => {
  const report = given(7, 'cn-2021')
  const tables = tablesOf(report, PLAIN)
  const at = tables.requests.findIndex(([cell]) => cell!.text.startsWith('一、'))
  const [first, second] = [tables.requests[at]!, tables.requests[at + 1]!]
  const requests: Rows = tables.requests.toSpliced(at, 2, [{ ...first[0]!, text: `${first[0]!.text}\n${second[0]!.text}`, rows: 2 }, ...first.slice(1)], second.slice(1))
  expect(await read('a.html', new TextEncoder().encode(html(report, { ...tables, requests }, 'tidy')))).toEqual(Object.fromEntries(report.figures))
})

/** Rows of table 3 in a sheet as wide as table 4, over two pages: headings on the first only. */
async function readOver(columns: number, rows: readonly (readonly [row: string, cells: readonly string[]])[]): Promise<Record<string, unknown>> {
  const xs = Array.from({ length: columns + 1 }, (_, at) => 40 + (at === 0 ? 0 : 60 + at * 30))
  const first = [TITLE, PART, ...row(xs, ['', '', '', '自/然/人', '商/业/企/业', '科/研/机/构', '社/会/公/益', '法/律/服/务', '其/他', '总/计'], 84), ...row(xs, ['一、本年新/收政府信息/公开申请数/量', '', '', ...RECEIVED], 144)]
  const second = [...rows.flatMap(([, cells], at) => row(xs, cells, 54 + at * 30)), ['五、存在的主要问题及改进情况', 60, 60 + rows.length * 30] as Placed]
  return read('a.pdf', placed([first, second], grid(xs, [70, 130, 190]), [], grid(xs, Array.from({ length: rows.length + 1 }, (_, at) => 40 + at * 30))))
}

it('numbers of a row over the page stand under the headings before it, whatever is blank beside them', async () => {
  const [processed, out] = ['0 0 0 0 0 0 0', '8 3 0 0 1 0 12'].map((numbers) => numbers.split(' ')) as [string[], string[]]
  const rows = [['processed', ['', '（七）总计', '', ...processed, '', '', '', '', '']], ['carried-out', ['四、结转下/年度继续办/理', '', '', ...out, '', '', '', '', '']]] as const
  expect(await readOver(15, rows)).toEqual({ ...cellsOf('received', RECEIVED), ...cellsOf('processed', processed), ...cellsOf('carried-out', out) })
})

it('dashes of a row over the page stand under the headings before it where totals are blank', async () => {
  const [granted, processed] = [['-', '-', '-', '-', '-', '-', ''], ['1', '-', '-', '-', '-', '-', '']]
  const found = await readOver(10, [['granted', ['', '（一）予/以公开', '', ...granted]], ['processed', ['', '（七）总计', '', ...processed]]])
  expect(found).toEqual({ ...cellsOf('received', RECEIVED), ...cellsOf('granted', granted), ...cellsOf('processed', processed) })
})

it('the name of a group that goes on in the next line, beside one name, leaves numbers that do so whole', async () => {
  const xs = [60, 105, 250, ...Array.from({ length: 7 }, (_, at) => 268 + at * 18)]
  const heads = row(xs, ['', '', '自/然/人', '商/业', '科/研', '公/益', '法/律', '其/他', '总/计'], 86)
  const refused = ['11/1.00', '1.0/0', '0.0/0', '0.0/0', '0.0/0', '0.0/0', '11/2.00']
  const pieces = [TITLE, PART, ...heads, ...row(xs, ['', '一、本年新收申请数量', '37', '2', '0', '0', '0', '0', '39'], 136), ...row(xs, ['(三)不予/公开', '2.其他法律行政法规禁止', ...refused], 152)]
  expect(await read('a.pdf', placed([pieces], grid(xs, [74, 124, 142, 170])))).toMatchObject(cellsOf('refused.forbidden-by-law', '111 1 0 0 0 0 112'.split(' ')))
})

it('names that are broken over lines in one cell name the lines of numbers in its middle in their order, the name of their group beside them', async () => {
  const xs = [60, 100, 150, 240, 275, 310, 345, 380, 415, 450, 490]
  const names = ['1.信访举报投诉类申请', '2.重复申请', '3.要求提供公开出版物', '4.无正当理由大量反', '复申请', '5.要求行政机关确认', '或重新出具已获取信', '息'].map((text, at): Placed => [text, 152, 116 + at * 12])
  const lines = ['12 1 0 0 0 2 15', '3 0 0 0 0 0 3', '4 0 0 0 0 0 4', '0 0 0 0 0 0 0', '7 0 0 0 0 1 8'].map((numbers) => numbers.split(' '))
  const numbers = lines.flatMap((cells, at) => row(xs, ['', '', '', ...cells], 134 + at * 12))
  const group: Placed[] = [['（五）不予', 102, 152], ['处理', 102, 164]]
  const pieces = [TITLE, PART, ...row(xs, ['', '', '', ...HEADINGS], 86), ['一、本年新收政府信息公开申请数量', 64, 101] as Placed, ...row(xs, ['', '', '', ...RECEIVED], 101), ...names, ...group, ...numbers, ['（七）总计', 104, 222] as Placed, ...row(xs, ['', '', '', ...GRANTED], 222)]
  const ruled = grid(xs, [74, 92, 106, 210, 228]).map(([x1, y1, x2, y2]): Ruled => (x1 === x2 && (x1 === 100 || x1 === 150) ? [x1, 106, x2, y2] : [x1, y1, x2, y2]))
  const ids = ['petition', 'duplicate', 'publication', 'excessive', 'confirmation']
  expect(await read('a.pdf', placed([pieces], ruled))).toEqual({ ...cellsOf('received', RECEIVED), ...cellsOf('processed', GRANTED), ...(Object.assign({}, ...ids.map((id, at) => cellsOf(`not-processed.${id}`, lines[at]!))) as Record<string, unknown>) })
})
