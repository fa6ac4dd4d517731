import { describe, expect, it } from 'vitest'
import { APPLICANT_IDS, type FigureId } from '@/domain/figure'
import { readReports } from '@/reading'
import { given } from './documents'
import { placed, type Placed } from './pdf'
import { centred, FIRST, HEADINGS, read, requests, ROW, START, STEP, title, wanted } from './unruled-requests'

// Tables without rulings as browsers and office programs print them from the pages of a site.

/** The pages of pieces that stand below each other, each from a line on; `repeated` stands at the head of all but the first. */
function cut(pieces: readonly Placed[], cuts: readonly number[], repeated: readonly Placed[] = []): Placed[][] {
  const edges = [-Infinity, ...cuts, Infinity]
  const head = Math.max(40, ...repeated.map(([, , y]) => y + 20))
  return edges.slice(1).map((until, at) => pieces.filter(([, , y]) => y >= edges[at]! && y < until).map(([text, x, y]): Placed => [text, x, at === 0 ? y : y - edges[at]! + head])).map((page, at) => (at === 0 ? page : [...repeated, ...page]))
}

describe.each([7, 11, 31])('a table 3 without rulings from a page of a site (%i)', (seed) => {
  const report = given(seed)

  it('has the address and the number of each page below its rows, which a column counts and whose names go on over the page', async () => {
    const apart = requests(report, (row, y) => [centred(String(row + 1), 26, y)]).map(([text, x, y]): Placed => [text, x, y < FIRST ? y : FIRST + (y - FIRST) * 1.7])
    const counted = apart.flatMap(([text, x, y]): Placed[] => (x === 40 && text.length > 12 ? [[text.slice(0, 12), x, y - 5.5], [text.slice(12), x, y + 5.5]] : [[text, x, y]]))
    const pages = cut(counted, [3, 9, 15].map((row) => FIRST + row * ROW * 1.7 + 3))
    expect(await read(pages.map((page, at) => [...page, [`http://www.example.gov.cn/zwgk/nb/t20220120_1.html（${at + 1}/${pages.length}）`, 15, 826]]))).toEqual(wanted(report))
  })
})

/** A table 3 with a few rows, each with the lines of its name, and its cells below the given headings. */
type Rows = readonly (readonly [figure: string, lines: readonly string[], cells: readonly number[]])[]

const SHORT: Rows = [
  ['received', ['一、本年新收政府信息公开', '申请数量'], [5, 2, 0, 0, 0, 1, 8]],
  ['carried-in', ['二、上年结转政府信息公开', '申请数量'], [0, 0, 1, 0, 0, 0, 1]],
  ['granted', ['（一）予以公开'], [1, 0, 0, 0, 0, 1, 2]],
  ['unavailable.not-held', ['1.本机关不掌握相关政府', '信息'], [4, 2, 1, 0, 0, 0, 7]],
  ['processed', ['（七）总计'], [5, 2, 1, 0, 0, 1, 9]],
  ['carried-out', ['四、结转下年度继续办理'], [0, 0, 0, 0, 0, 0, 0]],
]
const LINE = 12
const HIGH = 40
const HEAD = 100
const TITLE: Placed[] = [title(given(7)), ['三、收到和处理政府信息公开申请情况', 60, 60]]
const AFTER: Placed[] = [['四、政府信息公开行政复议、行政诉讼情况', 60, 520], ['无。', 60, 540]]

/** Each row so far below the one before, its numbers at the height of its first line. */
const rowsAt = (rows: Rows, columns: (cells: readonly number[]) => readonly number[] = (cells) => cells, step = STEP): Placed[] =>
  rows.flatMap(([, lines, cells], row): Placed[] => {
    const y = HEAD + 30 + row * HIGH
    return [...lines.map((text, at): Placed => [text, 100, y + at * LINE]), ...columns(cells).map((cell, at) => centred(String(cell), START + at * step, y))]
  })

/** Expects these rows, and that none of them is told as doubtful. */
async function expectRows(pages: readonly (readonly Placed[])[], rows: Rows): Promise<void> {
  const { reports } = await readReports({ name: 'a.pdf', bytes: placed(pages) })
  const { cells: found, problems } = reports[0]!
  for (const [figure, , cells] of rows) expect([figure, ...APPLICANT_IDS.map((id) => found.get(`requests.${figure}.${id}` as FigureId)?.cell)]).toEqual([figure, ...cells.map((value) => expect.objectContaining({ value }) as unknown)])
  expect(problems.map(({ kind }) => kind).filter((kind) => kind.startsWith('row-') && kind !== 'row-missing')).toEqual([])
}

describe('a table 3 without rulings that has a sum of all organisations before its total', () => {
  const withSum = (cells: readonly number[]): number[] => [...cells.slice(0, -1), cells.slice(1, -1).reduce((a, b) => a + b, 0), cells.at(-1)!]
  const words = [...HEADINGS.slice(0, -1), '小计', '总计']
  // Of rows of zeros no sum says which column a number belongs to.
  const few: Rows = SHORT.map(([figure, lines], at) => [figure, lines, at === 1 || at === 4 ? [1, 0, 1, 0, 0, 0, 2] : [0, 0, 0, 0, 0, 0, 0]])

  it('over the end of a page, its headings repeated on the next', async () => {
    const heads = words.map((text, at) => centred(text, START + at * STEP, HEAD))
    const pages = cut([...TITLE, ...heads, ...rowsAt(few, withSum)], [HEAD + 25 + HIGH], heads)
    await expectRows(pages.with(-1, [...pages.at(-1)!, ...AFTER]), few)
  })

  it('in columns of one letter, the total’s words a part of a line higher than those beside', async () => {
    const narrow = 21
    const columns = words.map((_, at) => (at < 5 ? START - 120 + at * 48 : START + 120 + (at - 5) * narrow))
    const heads = words.flatMap((text, at): Placed[] => (at < 5 ? [centred(text, columns[at]!, HEAD)] : [...text].map((letter, line) => centred(letter, columns[at]!, HEAD + line * LINE - (text === '总计' ? 3.5 : 0)))))
    const rows = few.flatMap(([, lines, cells], row) => [centred(lines.join(''), 100, HEAD + 50 + row * 20), ...withSum(cells).map((cell, at) => centred(String(cell), columns[at]!, HEAD + 50 + row * 20))])
    await expectRows([[...TITLE, ...heads, ...rows, ...AFTER]], few)
  })
})

describe('a table 3 without rulings whose lines stand far apart', () => {
  const heads = HEADINGS.map((text, at) => centred(text, START + at * STEP, HEAD))

  it('has the last digit of some numbers below the others, for which a narrower column had no room', async () => {
    const rows: Rows = [['received', ['一、本年新收政府信息公开', '申请数量'], [2069, 55, 0, 1, 6, 2, 2133]], ...SHORT.slice(1, -2), ['processed', ['（七）总计'], [2225, 55, 0, 1, 6, 1, 2288]], SHORT.at(-1)!]
    const pieces = rowsAt(rows).flatMap(([text, x, y]): Placed[] => (text === '2069' || text === '2288' ? [[text.slice(0, 3), x, y], [text.slice(3), x + 4.5, y + LINE * 1.3]] : [[text, x, text.endsWith('数量') ? y + LINE * 0.3 : y]]))
    await expectRows([[...TITLE, ...heads, ...pieces, ...AFTER]], rows)
    // The sum alone shows it, and the row says so.
    const { reports } = await readReports({ name: 'a.pdf', bytes: placed([[...TITLE, ...heads, ...pieces, ...AFTER]]) })
    expect(['received', 'processed', 'carried-out'].map((row) => reports[0]!.cells.get(`requests.${row}.natural` as FigureId)?.settled)).toEqual(['sums', 'sums', undefined])
  })

  it('has some numbers on the second line of their cells, where no other has one, and the end of one on the third', async () => {
    const rows: Rows = [['received', ['一、本年新收政府信息公开', '申请数量'], [124, 10, 8, 2, 2, 7, 153]], ...SHORT.slice(1, -2), ['processed', ['（七）总计'], [124, 10, 9, 2, 2, 6, 153]], SHORT.at(-1)!]
    const low = HEAD + 30 + 4 * HIGH
    const pieces = rowsAt(rows).flatMap(([text, x, y]): Placed[] => (y === low && text.length === 3 ? [[text.slice(0, 2), x, y + 15], [text.slice(2), x + 4.5, y + 30]] : [[text, x, y === low - HIGH && x > START + 3.5 * STEP && text === '0' ? y + 15 : y > low ? y + 20 : y]]))
    await expectRows([[...TITLE, ...heads, ...pieces, ...AFTER]], rows)
  })

  it('has a name that two rows hold, the numbers beside its end', async () => {
    const rows: Rows = SHORT.map(([figure, lines, cells]) => [figure, figure === 'unavailable.not-held' ? ['3.补正后申请内', '容仍不明确'] : [lines.join('')], cells] as const).map(([figure, ...rest]) => [figure.replace('not-held', 'unclear'), ...rest])
    const pieces = rowsAt(rows).map(([text, x, y]): Placed => [text.slice(0, 16), x, text === '容仍不明确' ? y + 18 : y === HEAD + 30 + 3 * HIGH && /^\d+$/.test(text) ? y + 30 : y])
    await expectRows([[...TITLE, ...heads, ...pieces.map(([text, x, y]): Placed => [text, x, y > HEAD + 30 + 3 * HIGH + 30 ? y + 14 : y]), ...AFTER]], rows)
  })
})

describe('a table 2 without rulings of which items stand beside others', () => {
  it('has each number with the name left of it, below the headings of its own item', async () => {
    const items: readonly (readonly [item: string, x: number, y: number, columns: readonly string[], rows: readonly (readonly [name: string, ...numbers: string[]])[]])[] = [
      ['第二十条第（五）项', 60, 90, ['上一年项目数量', '本年增/减', '处理决定数量'], [['行政许可', '19', '-6', '0'], ['其他对外管理服务事项', '4', '1', '7']]],
      ['第二十条第（六）项', 310, 90, ['上一年项目数量', '本年增/减', '处理决定数量'], [['行政处罚', '3', '+5', '101'], ['行政强制', '0', '0', '2']]],
      ['第二十条第（八）项', 60, 170, ['上一年项目数量', '本年增/减'], [['行政事业性收费', '5', '-1']]],
      ['第二十条第（九）项', 310, 170, ['采购项目数量', '采购总金额'], [['政府集中采购', '26', '1938.62']]],
    ]
    const table = items.flatMap(([item, x, y, columns, rows]): Placed[] => [centred(item, x + 100, y), ...[['信息内容', ...columns], ...rows].flatMap((texts, row) => texts.map((text, at) => centred(text, x + 20 + at * 66, y + 18 * (row + 1))))])
    const found = await read([[[`云梦市水务局2020年政府信息公开工作年度报告`, 60, 40], ['二、主动公开政府信息情况', 60, 60], ...table, ['三、收到和处理政府信息公开申请情况', 60, 250], ['无。', 60, 270]]])
    const of = (item: string, numbers: readonly number[]): Record<string, number> => Object.fromEntries(['items-before', 'change', 'decisions'].slice(0, numbers.length).map((column, at) => [`${item}.${column}`, numbers[at]!]))
    expect(found).toEqual({ ...of('licences', [19, -6, 0]), ...of('services', [4, 1, 7]), ...of('penalties', [3, 5, 101]), ...of('measures', [0, 0, 2]), ...of('fees', [5, -1]), 'procurement.projects': 26, 'procurement.amount': 1938.62 })
  })
})
