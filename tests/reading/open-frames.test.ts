import { expect, it } from 'vitest'
import { APPLICANT_IDS } from '@/domain/figure'
import { readReports } from '@/reading'
import { placed, type Placed, type Ruled } from './pdf'

// A line around a table and lines between its columns, none between its rows.

const width = (text: string): number => [...text].reduce((sum, letter) => sum + (letter > '\u2e80' ? 9 : 4.5), 0)
const centred = (text: string, middle: number, y: number): Placed => [text, middle - width(text) / 2, y]
const across = (texts: readonly string[], middles: readonly number[], y: number): Placed[] => texts.flatMap((text, at) => (text === '' ? [] : [centred(text, middles[at]!, y)]))
const box = (left: number, right: number, top: number, bottom: number): Ruled[] => [[left, top, right, top], [left, bottom, right, bottom], [left, top, left, bottom], [right, top, right, bottom]]
const middles = (edges: readonly number[]): number[] => edges.slice(1).map((edge, at) => (edge + edges[at]!) / 2)
const upright = (edges: readonly number[], top: number, bottom: number): Ruled[] => edges.map((x): Ruled => [x, top, x, bottom])

const TITLE: Placed = ['云梦市水务局2021年政府信息公开工作年度报告', 60, 40]

async function read(pieces: readonly Placed[], lines: readonly Ruled[]): Promise<Record<string, unknown>> {
  const { reports, refused } = await readReports({ name: 'a.pdf', bytes: placed([pieces], lines) })
  expect(refused).toBeNull()
  return Object.fromEntries([...reports[0]!.cells].map(([figure, { cell }]) => [figure, 'value' in cell ? cell.value : cell.missing]))
}

it('table 4 has its headings, each broken over two lines, above its numbers', async () => {
  const edges = Array.from({ length: 16 }, (_, at) => 50 + at * 32)
  const numbers = ['2', '', '1', '0', '3', '0', '15', '0', '', '15', '', '', '', '', '']
  const broken = [...WORDS_4, ...WORDS_4, ...WORDS_4].flatMap((text, at) => [centred(text.slice(0, -1), middles(edges)[at]!, 112), centred(text.slice(-1), middles(edges)[at]!, 124)])
  const head = [centred('行政复议', 130, 86), centred('行政诉讼', 370, 86), centred('未经复议直接起诉', 290, 98), centred('复议后起诉', 450, 98)]
  const pieces = [TITLE, ['四、政府信息公开行政复议、行政诉讼情况', 60, 60] as Placed, ...head, ...broken, ...across(numbers, middles(edges), 142), ['五、存在的主要问题及改进情况', 60, 190] as Placed, ['无。', 60, 206] as Placed]
  const lines = [...box(50, 530, 74, 154), ...upright(edges, 104, 154)]
  expect(await read(pieces, lines)).toEqual(Object.fromEntries(COLUMNS_4.map((figure, at) => [figure, numbers[at] === '' ? 'blank' : Number(numbers[at])])))
})

it('table 3 has names that are broken over lines in one cell, and few numbers', async () => {
  const edges = [200, 248, 296, 344, 392, 440, 488, 536]
  const rows: readonly (readonly [row: string, name: readonly string[], numbers: readonly string[]])[] = [
    ['received', ['一、本年新收政府信息公开', '申请数量'], ['8', '4', '', '', '', '', '12']],
    ['carried-in', ['二、上年结转政府信息公开', '申请数量'], ['', '', '', '', '', '', '']],
    ['granted', ['（一）予以公开'], ['5', '', '', '', '', '', '5']],
    ['refused.security', ['3.危及“三安全', '一稳定”'], ['', '4', '', '', '', '', '4']],
    ['unavailable.not-held', ['1.本机关不掌握相关政府', '信息'], ['1', '', '', '', '', '', '1']],
    ['processed', ['（七）总计'], ['6', '4', '', '', '', '', '10']],
    ['carried-out', ['四、结转下年度继续办理'], ['2', '', '', '', '', '', '2']],
  ]
  const pieces: Placed[] = [TITLE, ['三、收到和处理政府信息公开申请情况', 60, 60], ...across(['自然人', '商业企业', '科研机构', '社会公益', '法律服务', '其他', '总计'], middles(edges), 90), ...across(['', '', '', '组织', '机构'], middles(edges), 102)]
  let y = 120
  for (const [, name, numbers] of rows) {
    pieces.push(...name.map((text, at): Placed => [text, 64, y + at * 12]), ...across(numbers, middles(edges), y + (name.length - 1) * 6))
    y += name.length * 12 + 4
  }
  pieces.push(['四、政府信息公开行政复议、行政诉讼情况', 60, y + 30], ['无。', 60, y + 46])
  const wanted = rows.flatMap(([row, , numbers]) => APPLICANT_IDS.map((applicant, at) => [`requests.${row}.${applicant}`, numbers[at] === '' ? 'blank' : Number(numbers[at])]))
  expect(await read(pieces, [...box(60, 536, 78, y), ...upright(edges, 78, y)])).toEqual(Object.fromEntries(wanted))
})

it('table 2 has two items in one cell, and the headings of the second between their numbers', async () => {
  const edges = [160, 320, 480]
  const pieces: Placed[] = [TITLE, ['二、主动公开政府信息情况', 60, 60]]
  const item = (name: readonly string[], headings: readonly string[], numbers: readonly string[], y: number): void => void pieces.push(['信息', 64, y], ['内容', 64, y + 11], ...across(headings, middles(edges), y + 5), ...name.map((text, at): Placed => [text, 64, y + 30 + at * 11]), ...across(numbers, middles(edges), y + 30 + (name.length - 1) * 5.5))
  item(['行政事业', '性收费'], ['上一年项目数量', '本年增/减'], ['3', '-2'], 90)
  item(['政府集中', '采购'], ['采购项目数量', '采购总金额'], ['964', '3025.71'], 160)
  pieces.push(['三、收到和处理政府信息公开申请情况', 60, 240], ['无。', 60, 256])
  expect(await read(pieces, [...box(60, 480, 78, 220), ...upright(edges, 78, 220)])).toEqual({ 'fees.items-before': 3, 'fees.change': -2, 'procurement.projects': 964, 'procurement.amount': 3025.71 })
})

const COLUMNS_4 = ['review', 'suit-direct', 'suit-after-review'].flatMap((kind) => ['upheld', 'corrected', 'other', 'pending', 'total'].map((result) => `${kind}.${result}`))
const WORDS_4 = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计']
const NUMBERS_4 = ['2', '', '1', '', '3', '7', '15', '0', '0', '22', '0', '0', '4', '', '4']
const wanted4 = Object.fromEntries(COLUMNS_4.map((figure, at) => [figure, NUMBERS_4[at] === '' ? 'blank' : Number(NUMBERS_4[at])]))
const AFTER_4: Placed[] = [['五、存在的主要问题及改进情况', 60, 190], ['无。', 60, 206]]

it('table 4 has a line below its last headings, but not below those that reach as far from above', async () => {
  const edges = Array.from({ length: 16 }, (_, at) => 50 + at * 32)
  const broken = [...WORDS_4, ...WORDS_4, ...WORDS_4].flatMap((text, at) => [centred(text.slice(0, 2), middles(edges)[at]!, 112), centred(text.slice(2), middles(edges)[at]!, 124)].filter(([part]) => part !== ''))
  const head = [centred('行政复议', 130, 86), centred('行政诉讼', 370, 86), centred('未经复议直接起诉', 290, 98), centred('复议后起诉', 450, 98)]
  const pieces = [TITLE, ['四、政府信息公开行政复议、行政诉讼情况', 60, 60] as Placed, ...head, ...broken, ...across(NUMBERS_4, middles(edges), 142), ...AFTER_4]
  expect(await read(pieces, [...box(50, 530, 74, 154), ...upright(edges, 104, 154), [210, 130, 530, 130]])).toEqual(wanted4)
})

it('table 4 without rulings has headings that fill their columns', async () => {
  const edges = Array.from({ length: 16 }, (_, at) => 40 + at * 36.5)
  const head = [centred('行政复议', 130, 86), centred('行政诉讼', 400, 86), centred('未经复议直接起诉', 315, 98), centred('复议后起诉', 500, 98)]
  const pieces = [TITLE, ['四、政府信息公开行政复议、行政诉讼情况', 60, 60] as Placed, ...head, ...across([...WORDS_4, ...WORDS_4, ...WORDS_4], middles(edges), 112), ...across(NUMBERS_4, middles(edges), 130), ...AFTER_4]
  expect(await read(pieces, [])).toEqual(wanted4)
})

it('table 3 has lines around five of its columns alone', async () => {
  const edges = [200, 248, 296, 344, 392, 440, 488, 536]
  const rows = [['received', '一、本年新收政府信息公开申请数量', '1 1  3 1  6'], ['carried-in', '二、上年结转政府信息公开申请数量', '      '], ['granted', '（一）予以公开', ' 1  3   4'], ['unavailable.not-held', '1.本机关不掌握相关政府信息', '1    1  2'], ['processed', '（七）总计', '1 1  3 1  6'], ['carried-out', '四、结转下年度继续办理', '      ']] as const
  const numbersOf = (text: string): string[] => text.split(' ').slice(0, 7)
  const pieces: Placed[] = [TITLE, ['三、收到和处理政府信息公开申请情况', 60, 60], ...across(['自然人', '商业企业', '科研机构', '公益组织', '法律服务', '其他', '总计'], middles(edges), 90)]
  rows.forEach(([, name, numbers], at) => pieces.push([name, 40, 112 + at * 16], ...across(numbersOf(numbers), middles(edges), 112 + at * 16)))
  pieces.push(['四、政府信息公开行政复议、行政诉讼情况', 60, 230], ['无。', 60, 246])
  const wanted = rows.flatMap(([row, , numbers]) => APPLICANT_IDS.map((applicant, at) => [`requests.${row}.${applicant}`, numbersOf(numbers)[at] === '' ? 'blank' : Number(numbersOf(numbers)[at])]))
  expect(await read(pieces, [...box(248, 488, 80, 204), ...upright(edges.slice(1, -1), 80, 204), [248, 98, 488, 98]])).toEqual(Object.fromEntries(wanted))
})
