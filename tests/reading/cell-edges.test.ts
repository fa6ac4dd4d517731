import { expect, it } from 'vitest'
import { APPLICANT_IDS } from '@/domain/figure'
import { readReports } from '@/reading'
import { placed, type Placed, type Ruled } from './pdf'

// What stands in a cell runs over its edge, touches it, or is set with gaps of its own.

const letter = (text: string): number => (text > '~' ? 9 : 4.5)
const width = (text: string): number => [...text].reduce((sum, each) => sum + letter(each), 0)
const centred = (text: string, middle: number, y: number): Placed => [text, middle - width(text) / 2, y]
const TITLE: Placed[] = [['云梦市水务局2021年政府信息公开工作年度报告', 60, 40], ['三、收到和处理政府信息公开申请情况', 60, 60]]
const HEADINGS = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计']

async function read(pieces: readonly Placed[], lines?: readonly Ruled[], shades?: readonly Ruled[]): Promise<Record<string, unknown>> {
  const { reports, refused } = await readReports({ name: 'a.pdf', bytes: placed([pieces], lines, shades) })
  expect(refused).toBeNull()
  return Object.fromEntries([...reports[0]!.cells].map(([figure, { cell }]) => [figure, 'value' in cell ? cell.value : cell.missing]))
}

type Row = readonly [row: string, name: string, numbers: readonly (number | '')[]]
const ROWS: readonly Row[] = [
  ['received', '一、本年新收政府信息公开申请数量', [2493, 179, 12, 10, 50, 45, 2789]],
  ['carried-in', '二、上年结转政府信息公开申请数量', [0, 0, 0, 0, 0, 0, 0]],
  ['granted', '（一）予以公开', [2400, 170, 11, 9, 40, 40, 2670]],
  ['refused.security', '3.危及“三安全一稳定”', [3, 9, 1, 1, 10, 5, 29]],
  ['processed', '（七）总计', [2403, 179, 12, 10, 50, 45, 2699]],
  ['carried-out', '四、结转下年度继续办理', [90, 0, 0, 0, 0, 0, 90]],
]
const figuresOf = (rows: readonly Row[]): Record<string, unknown> => Object.fromEntries(rows.flatMap(([row, , numbers]) => APPLICANT_IDS.map((id, at) => [`requests.${row}.${id}`, numbers[at] === '' ? 'blank' : numbers[at]])))

/** Table 3 between rulings: the name's column, then seven of numbers, and rows from a place on. */
const grid = (left: number, edges: readonly number[], ys: readonly number[]): Ruled[] => [...ys.map((y): Ruled => [left, y, edges.at(-1)!, y]), ...[left, ...edges].map((x): Ruled => [x, ys[0]!, x, ys.at(-1)!])]
const EDGES = [205, 224, 262, 300, 338, 376, 414, 452]
const YS = [80, 100, ...ROWS.map((_, at) => 120 + at * 20)]

it('numbers with more digits than their cell has room for are parted from the next by the ruling that they run over', async () => {
  const heads = HEADINGS.map((text, at) => centred(text.slice(0, 2), (EDGES[at]! + EDGES[at + 1]!) / 2, 94))
  const rows = ROWS.flatMap(([, name, numbers], at): Placed[] => {
    const y = 114 + at * 20
    // Four digits from the middle of their cell reach up to the next number.
    return [[name, 52, y], ...numbers.map((number, column): Placed => [String(number), EDGES[column]! + (column === 0 && number !== '' && number > 999 ? 7 : 6.5), y])]
  })
  expect(await read([...TITLE, ...heads, ...rows], grid(50, EDGES, YS))).toEqual(figuresOf(ROWS))
})

it('a number right behind the quotation mark that ends a name is one', async () => {
  const heads = HEADINGS.map((text, at) => centred(text.slice(0, 2), (EDGES[at]! + EDGES[at + 1]!) / 2, 94))
  const rows = ROWS.slice(3, 4).flatMap(([, name, numbers]): Placed[] => [[name, 205 - width(name) + 0.5, 114], ...numbers.map((number, column): Placed => [String(number), EDGES[column]! + 1, 114])])
  expect(await read([...TITLE, ...heads, ...rows], grid(50, EDGES, YS.slice(0, 3)))).toEqual(figuresOf(ROWS.slice(3, 4)))
})

it('a number right behind the name that fills its shaded cell is one', async () => {
  const xs = [50, ...EDGES]
  const heads = HEADINGS.map((text, at) => centred(text.slice(0, 2), (EDGES[at]! + EDGES[at + 1]!) / 2, 94))
  const rows = ROWS.slice(2, 5).flatMap(([, , numbers], at): Placed[] => {
    const name = ['（一）予以公开', '3.危及“三安全一稳定”', '（七）总计'][at]!
    return [[name, 205 - width(name) + 0.5, 114 + at * 20], ...numbers.map((number, column): Placed => [String(number), EDGES[column]! + 1, 114 + at * 20])]
  })
  const shades = [80, 100, 120, 140].flatMap((y) => xs.slice(1).map((x, at): Ruled => [xs[at]!, y, x, y + 20]))
  expect(await read([...TITLE, ...heads, ...rows], [], shades)).toEqual(figuresOf(ROWS.slice(2, 5)))
})

it('words behind the number of a list are their name’s though they run over into the cell of a number', async () => {
  const edges = [90, 130, 170, 210, 250, 290, 330, 370]
  const names = [['一、新收', '政府信', '息公开', '申请'], ['4.', '\t保护', '第三方', '合法权益'], ['5.', '\t属于', '三类内部', '事务信息'], ['（七）', '总计']]
  const rows: readonly Row[] = [['received', '', [5, 1, 0, 0, 0, 0, 6]], ['refused.third-party', '', [2, 1, 0, 0, 0, 0, 3]], ['refused.internal', '', [3, 0, 0, 0, 0, 0, 3]], ['processed', '', [5, 1, 0, 0, 0, 0, 6]]]
  const name = (lines: readonly string[], y: number): Placed[] => lines.map((text, line): Placed => (text.startsWith('\t') ? [text.slice(1), 88.5, y + 12] : [text, 52, y + 12 + (lines[1]!.startsWith('\t') && line > 0 ? line - 1 : line) * 12]))
  const pieces = rows.flatMap(([, , numbers], at): Placed[] => [...name(at === 0 ? ['本年新收', ...names[0]!.slice(1)] : names[at]!, 100 + at * 60), ...numbers.map((number, column) => centred(String(number), edges[column]! + 20, 130 + at * 60))])
  const heads = HEADINGS.map((text, at) => centred(text.slice(0, 4), edges[at]! + 20, 94))
  expect(await read([...TITLE, ...heads, ...pieces], grid(50, edges, [80, ...[0, 1, 2, 3, 4].map((at) => 100 + at * 60)]))).toEqual(figuresOf(rows))
})

it('digits are set apart as the letters are, but for two ones, which stand nearer', async () => {
  const spread = (text: string, x: number, y: number): Placed[] => {
    let at = x
    return [...text].map((each, index): Placed => {
      const place: Placed = [each, at, y]
      at += letter(each) + 9 * (each === '1' && text[index + 1] === '1' ? 0.08 : 0.12)
      return place
    })
  }
  const rows: readonly Row[] = ROWS.map(([row, name, numbers]) => [row, name, numbers.map((number) => (number === 179 ? 11 : number))])
  const pieces = rows.flatMap(([, name, numbers], at) => [...spread(name, 52, 114 + at * 20), ...numbers.flatMap((number, column) => spread(String(number), 230 + column * 42, 114 + at * 20))])
  const heads = HEADINGS.flatMap((text, at) => spread(text.slice(0, 3), 224 + at * 42, 94))
  expect(await read([...TITLE.flatMap(([text, x, y]) => spread(text, x, y)), ...heads, ...pieces])).toEqual(figuresOf(rows))
})

it('few numbers stand under headings of which one is in the report’s own words', async () => {
  const middles = HEADINGS.map((_, at) => 240 + at * 44)
  const heads = ['自然人', '企业', '科研单位等', '公益组织', '法律服务', '其他', '合计'].map((text, at) => centred(text, middles[at]!, 94))
  const rows: readonly Row[] = [
    ['received', '一、本年新收政府信息公开申请数量', [4, 1, '', '', '', '', 5]],
    ['carried-in', '二、上年结转政府信息公开申请数量', ['', '', '', '', '', '', '']],
    ['granted', '（一）予以公开', [3, '', '', '', '', '', 3]],
    ['refused.security', '3.危及“三安全一稳定”', [1, 1, '', '', '', '', 2]],
    ['processed', '（七）总计', [4, 1, '', '', '', '', 5]],
    ['carried-out', '四、结转下年度继续办理', ['', '', '', '', '', '', '']],
  ]
  const pieces = rows.flatMap(([, name, numbers], at): Placed[] => [[name, 52, 114 + at * 20], ...numbers.flatMap((number, column) => (number === '' ? [] : [centred(String(number), middles[column]!, 114 + at * 20)]))])
  expect(await read([...TITLE, ...heads, ...pieces])).toEqual(figuresOf(rows))
})

it('numbers with units that fill their columns are two where one ends with its unit', async () => {
  const middles = HEADINGS.map((_, at) => 240 + at * 44)
  const heads = HEADINGS.map((text, at) => centred(text.slice(0, 2) === '社会' || text.slice(0, 2) === '法律' ? text.slice(0, 4) : text, middles[at]!, 94))
  const rows = ROWS.flatMap(([, name, numbers], at): Placed[] => {
    const texts = numbers.map((number) => `${number}件`)
    const places = texts.map((text, column) => middles[column]! - width(text) / 2)
    // Where the first is long, the second follows it at once.
    const second = width(texts[0]!) > 20 ? places[0]! + width(texts[0]!) + 2 : places[1]!
    return [[name, 52, 114 + at * 20], ...texts.map((text, column): Placed => [text, column === 1 ? second : places[column]!, 114 + at * 20])]
  })
  expect(await read([...TITLE, ...heads, ...rows])).toEqual(figuresOf(ROWS))
})

it('a name that the end of a page cuts is one, though it begins like another', async () => {
  const middles = HEADINGS.map((_, at) => 240 + at * 44)
  const numbers = (of: readonly (number | '')[], y: number): Placed[] => of.map((number, column) => centred(String(number), middles[column]!, y))
  const rows: readonly Row[] = [['received', '', [5, 1, 0, 0, 0, 0, 6]], ['refused.state-secret', '', [2, 1, 0, 0, 0, 0, 3]], ['refused.forbidden-by-law', '', [1, 0, 0, 0, 0, 0, 1]], ['refused.security', '', [2, 0, 0, 0, 0, 0, 2]], ['processed', '', [5, 1, 0, 0, 0, 0, 6]]]
  const [received, secret, forbidden, security, processed] = rows.map(([, , of]) => of) as [Row[2], Row[2], Row[2], Row[2], Row[2]]
  const heads = ['自然人', '企业', '科研机构', '公益组织', '法律服务', '其他', '总计'].map((text, at) => centred(text, middles[at]!, 694))
  const first: Placed[] = [[TITLE[0]![0], 60, 640], [TITLE[1]![0], 60, 660], ...heads, ['一、本年新收政府信息公开申请数量', 52, 712], ...numbers(received, 712), ['1.属于国家秘密', 120, 732], ...numbers(secret, 732), ['2.其他', 120, 752], ...numbers(forbidden, 752), ['法律行政', 120, 766]]
  const second: Placed[] = [['法规禁止', 120, 40], ['公开', 120, 54], ['3.危及', 120, 72], ['“三安全', 120, 86], ...numbers(security, 86), ['一稳定”', 120, 100], ['（七）总计', 90, 120], ...numbers(processed, 120)]
  const { reports } = await readReports({ name: 'a.pdf', bytes: placed([first, second]) })
  expect(Object.fromEntries([...reports[0]!.cells].map(([figure, { cell }]) => [figure, 'value' in cell ? cell.value : cell.missing]))).toEqual(figuresOf(rows))
})
