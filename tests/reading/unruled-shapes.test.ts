import { describe, expect, it } from 'vitest'
import { APPLICANT_IDS } from '@/domain/figure'
import { given } from './documents'
import type { Placed } from './pdf'
import { centred, FIRST, HEADINGS, read, requests, ROW, rowsOf, START, STEP, title, wanted, width } from './unruled-requests'

// Tables without rulings that are set in other ways than the form's.

describe.each([7, 11, 31])('a table 3 without rulings (%i)', (seed) => {
  const report = given(seed)

  it('has a column that counts its lines, over the end of a page too', async () => {
    const counted = requests(report, (row, y) => [centred(String(row + 1), 250, y)])
    counted.push(centred('行次', 250, 100))
    expect(await read([counted])).toEqual(wanted(report))
    const cut = FIRST + ROW * 11 - 5
    const [above, below] = [counted.filter(([, , y]) => y < cut), counted.filter(([, , y]) => y > cut).map(([text, x, y]): Placed => [text, x, y - cut + 60])]
    expect(await read([above, below])).toEqual(wanted(report))
  })

  it('has a column that counts its lines before their names, of which some have two lines', async () => {
    const apart = requests(report, (row, y) => [centred(String(row + 1), 26, y)]).map(([text, x, y]): Placed => [text, x, y < FIRST ? y : FIRST + (y - FIRST) * 1.7])
    const counted = apart.flatMap(([text, x, y]): Placed[] => (x === 40 && text.length > 12 ? [[text.slice(0, 12), x, y - 5.5], [text.slice(12), x, y + 5.5]] : [[text, x, y]]))
    expect(await read([[...counted, centred('序号', 26, 100)]])).toEqual(wanted(report))
  })

  it('has circles and letters for zeros', async () => {
    const circled = requests(report).map(([text, x, y], at): Placed => (text === '0' ? [['O', 'o', '〇', '0'][at % 4]!, x, y] : [text, x, y]))
    expect(await read([circled])).toEqual(wanted(report))
  })

  it('has a name that goes on in a row of its own, on two lines', async () => {
    const broken = rowsOf(report).findIndex(({ label }) => label.startsWith('（二）部分公开'))
    const apart = requests(report).map(([text, x, y]): Placed => [text, x, y < FIRST ? y : FIRST + (y - FIRST) * 1.7 + (y > FIRST + ROW * broken ? 40 : 0)])
    const cut = apart.flatMap(([text, x, y]): Placed[] => (text.startsWith('（二）部分公开') ? [['（二）部分', x, y], ['公开（区分处理的，只计', x, y + 26], ['这一情形，不计其他情形）', x, y + 37]] : [[text, x, y]]))
    expect(await read([cut])).toEqual(wanted(report))
  })

  it('has units that stand a blank behind its numbers', async () => {
    const numbers = requests(report).flatMap((piece): Placed[] => (/^\d+$/.test(piece[0]) ? [[piece[0], piece[1] - 6, piece[2]], ['件', piece[1] - 6 + width(piece[0]) + 4.5, piece[2]]] : [piece]))
    expect(await read([numbers])).toEqual(wanted(report))
  })

  it.each([0, 0.04])('has all letters set so far apart as nearly half their height, two ones nearer (by %d)', async (nearer) => {
    const size = 6
    const spread = ([text, x, y]: Placed): Placed[] => {
      let from = x
      return [...text].map((letter, at): Placed => {
        const piece: Placed = [letter, from, y, size]
        from += (letter > '\u2e80' ? size : size / 2) + size * (0.45 - (letter === '1' && text[at + 1] === '1' ? nearer : 0))
        return piece
      })
    }
    expect(await read([requests(report).flatMap(spread)])).toEqual(wanted(report))
  })

  it('has numbers on two lines of its rows, as a blank line stands below some of them in their cells', async () => {
    const high = requests(report).map(([text, x, y]): Placed => [text, x, y < FIRST ? y : FIRST + ((y - FIRST) * 30) / ROW])
    expect(await read([high.map(([text, x, y], at): Placed => [text, x, /^\d+$/.test(text) && at % 3 === 0 ? y - 10 : y])])).toEqual(wanted(report))
  })

  it('has remarks behind the numbers of some rows, also on two lines', async () => {
    const remarks = (row: number, y: number): Placed[] => (row === 12 ? [['含上年', 570, y]] : row === 6 ? [['来信', 570, y - 5], ['各半', 570, y + 6]] : [])
    expect(await read([requests(report, remarks)])).toEqual(wanted(report))
  })

  it('has its totals before all others', async () => {
    expect(await read([requests(report, undefined, [6, 0, 1, 2, 3, 4, 5])])).toEqual(wanted(report))
  })

  it.each([2.5, 4.5])('has its last columns on other pages, whichever way these follow each other (from %d)', async (column) => {
    const edge = START + column * STEP
    const cut = FIRST + ROW * 14 - 5
    const all = requests(report)
    const parts = [true, false].map((upper) => [true, false].map((left) => all.filter(([, x, y]) => y < cut === upper && x < edge === left).map(([text, x, y]): Placed => [text, left ? x : x - edge + 60, upper ? y : y - cut + 60])))
    const [[first, second], [third, fourth]] = parts as [[Placed[], Placed[]], [Placed[], Placed[]]]
    for (const pages of [[first, second, third, fourth], [first, third, second, fourth]]) expect(await read(pages)).toEqual(wanted(report))
  })
})

describe('a table 3 without rulings whose names have many lines', () => {
  const rows: readonly (readonly [figure: string, lines: readonly string[], cells: readonly string[]])[] = [
    ['received', ['一、本年新收', '政府信息公开', '申请数量'], ['5', '2', '0', '0', '0', '1', '8']],
    ['granted', ['（一）予以公', '开'], ['1', '0', '0', '0', '0', '0', '1']],
    ['unavailable.not-held', ['（四）无法提', '供—1.本机关不', '掌握相关政府', '信息'], ['4', '2', '0', '0', '0', '1', '7']],
    ['not-processed.duplicate', ['（五）不予处', '理:2.重复申请'], ['0', '0', '0', '0', '0', '0', '0']],
    ['processed', ['（七）总计'], ['5', '2', '0', '0', '0', '1', '8']],
  ]
  const NOTE = ['（本列数据的勾', '稽关系为：第一', '项加第二项之', '和，等于第三项', '加第四项之和）']
  const SIZE = 11

  it('has the form’s note above them, and a row whose numbers a page’s end keeps on its first line', async () => {
    const report = given(7)
    const above: Placed[] = [title(report), ['三、收到和处理政府信息公开申请情况', 60, 60], ...NOTE.map((text, at): Placed => [text, 40, 80 + at * SIZE]), ...HEADINGS.map((text, at) => centred(text, 190 + at * 50, 100))]
    let y = 80 + NOTE.length * SIZE + 9
    const pages: Placed[][] = [above, []]
    let page = 0
    for (const [figure, lines, cells] of rows) {
      const isCut = figure === 'unavailable.not-held'
      const middle = isCut ? y : y + ((lines.length - 1) * SIZE) / 2
      pages[page]!.push(...cells.map((text, at) => centred(text, 190 + at * 50, middle)))
      lines.forEach((text, at) => {
        if (isCut && at === 2) [page, y] = [1, 40]
        pages[page]!.push([text, 40, y])
        y += SIZE
      })
      y += 9
    }
    pages[1]!.push(['四、政府信息公开行政复议、行政诉讼情况', 60, y + 20], ['无。', 60, y + 40])
    const found = await read(pages)
    for (const [figure, , cells] of rows) expect(APPLICANT_IDS.map((id) => found[`requests.${figure}.${id}`])).toEqual(cells.map(Number))
  })
})

describe('a table 3 printed from a spreadsheet, whose cells cut the names in them to the eye alone', () => {
  const LINE = 10
  /** Names with as many letters a line, the last at the foot of a cell that has room for so much of each. */
  const sheet = (report: ReturnType<typeof given>, letters: number, room: number): Placed[] => {
    let foot = FIRST
    const rows = rowsOf(report).flatMap(({ label, cells }, row): Placed[] => {
      const lines = Array.from({ length: Math.ceil(label.length / letters) }, (_, at) => label.slice(at * letters, (at + 1) * letters))
      foot += row > 0 ? Math.max(12, lines.length * LINE * room) : 0
      return [...lines.map((text, at): Placed => [text, 60, foot - (lines.length - 1 - at) * LINE]), ...cells.flatMap((text, at) => (text === '' ? [] : [centred(text, START + at * STEP, foot + 0.3)]))]
    })
    const heads: Placed[] = [title(report), ['三、收到和处理政府信息公开申请情况', 60, 60], ...HEADINGS.map((text, at) => centred(text, START + at * STEP, 100))]
    return [...heads, ...rows, ['四、政府信息公开行政复议、行政诉讼情况', 60, foot + 20], ['无。', 60, foot + 36]]
  }
  it.each([[9, 0.83], [9, 0.79], [8, 0.82], [10, 0.78]])('%i letters a line, room for %f of each', async (letters, room) => {
    const report = given(7)
    expect(await read([sheet(report, letters, room)])).toEqual(wanted(report))
  })
})

describe('a table 4 without rulings that has a result a line', () => {
  const KINDS = { review: ['行政复议'], 'suit-direct': ['未经复议', '直接起诉'], 'suit-after-review': ['复议后起诉'] }
  const RESULTS = { upheld: ['结果维', '持'], corrected: ['结果纠', '正'], other: ['其他结', '果'], pending: ['尚未审', '结'], total: ['总计'] }
  const numbers = [2, 0, 2, 2, 6, 0, 0, 1, 2, 3, 0, 0, 0, 1, 1]
  const lines = Object.entries(KINDS).flatMap(([kind, words]) => Object.entries(RESULTS).map(([result, parts], at) => ({ figure: `${kind}.${result}`, parts, kind: at === 2 ? words : [] })))
  const rows = (step: number): Placed[] =>
    lines.flatMap(({ parts, kind }, row): Placed[] => {
      const y = 110 + row * step
      return [...parts.map((part, at): Placed => [part, 260, y + (at - (parts.length - 1) / 2) * 10]), ...kind.map((part, at): Placed => [part, 160, y + (at - (kind.length - 1) / 2) * 10]), centred(String(numbers[row]), 400, y)]
    })
  const page = (step: number): Placed[] => [['四、政府信息公开行政复议、行政诉讼情况', 60, 60], ['项目', 200, 84], ['数量（件）', 380, 84], ...rows(step), ['行政诉讼', 80, 110 + 9.5 * step], ['五、存在的主要问题及改进情况', 60, 130 + 15 * step], ['无。', 60, 150 + 15 * step]]
  const report = given(7)
  const reviews = async (pages: readonly (readonly Placed[])[]): Promise<Record<string, unknown>> => Object.fromEntries(Object.entries(await read([requests(report).slice(0, -2), ...pages])).filter(([figure]) => !figure.startsWith('requests.')))
  const wanted4 = Object.fromEntries(lines.map(({ figure }, at) => [figure, numbers[at]]))

  it.each([24, 30])('is read whole, its names broken over lines (%i)', async (step) => {
    expect(await reviews([page(step)])).toEqual(wanted4)
  })

  it('goes on over the end of a page, below its headings again', async () => {
    const cut = 110 + 7.5 * 30 - 4
    const [above, below] = [page(30).filter(([, , y]) => y < cut), page(30).filter(([, , y]) => y > cut).map(([text, x, y]): Placed => [text, x, y - cut + 60])]
    expect(await reviews([above, [['项目', 200, 40], ['数量（件）', 380, 40], ...below]])).toEqual(wanted4)
  })

  it('has a blank where no number stands beside a result', async () => {
    expect(await reviews([page(30).filter(([text, , y]) => !(text === '0' && y > 300))])).toEqual(Object.fromEntries(lines.map(({ figure }, at) => [figure, numbers[at] === 0 && at >= 7 ? 'blank' : numbers[at]])))
  })
})

describe('a table 4 without rulings whose headings the end of a page cuts', () => {
  const report = given(7)
  const KINDS = ['review', 'suit-direct', 'suit-after-review']
  const RESULTS = { upheld: '结果维持', corrected: '结果纠正', other: '其他结果', pending: '尚未审结', total: '总计' }
  const columns = KINDS.flatMap((kind) => Object.entries(RESULTS).map(([result, words]) => ({ figure: `${kind}.${result}`, words })))
  const numbers = [4, 0, 1, 2, 7, 0, 3, 0, 1, 4, 0, 0, 2, 0, 2]
  const wanted4 = Object.fromEntries(columns.map(({ figure }, at) => [figure, numbers[at]]))
  const START_4 = 70
  const STEP_4 = 32
  const after: Placed[] = [['五、存在的主要问题及改进情况', 60, 200], ['无。', 60, 220]]
  const reviews = async (above: readonly Placed[], below: readonly Placed[]): Promise<Record<string, unknown>> => Object.fromEntries(Object.entries(await read([[...requests(report).slice(0, -2), ['四、政府信息公开行政复议、行政诉讼情况', 60, 600], ...above], [...below, ...after]])).filter(([figure]) => !figure.startsWith('requests.')))
  const values = (y: number): Placed[] => numbers.map((number, at) => centred(String(number), START_4 + at * STEP_4, y))
  const kinds = (y: number): Placed[] => ['未经复议直接起诉', '复议后起诉'].map((text, at) => centred(text, START_4 + (7 + at * 5) * STEP_4, y))

  it('between the letters of their words, a letter a line', async () => {
    const letters = columns.flatMap(({ words }, at) => [...words].map((letter, line): [Placed, boolean] => [centred(letter, START_4 + at * STEP_4, line < 1 || (line < 2 && at < 5) ? 660 + line * 12 : 30 + line * 12), line < 1 || (line < 2 && at < 5)]))
    const [above, below] = [true, false].map((upper) => letters.filter(([, isUpper]) => isUpper === upper).map(([piece]) => piece)) as [Placed[], Placed[]]
    expect(await reviews([centred('行政复议', START_4 + 2 * STEP_4, 630), centred('行政诉讼', START_4 + 9.5 * STEP_4, 630), ...kinds(645), ...above], [...below, ...values(100)])).toEqual(wanted4)
  })

  it('above numbers of which some are in Chinese characters', async () => {
    const results = columns.map(({ words }, at) => centred(words.slice(0, 2), START_4 + at * STEP_4, 40))
    const characters = numbers.map((number, at) => centred(at % 3 === 1 ? String(number) : '零一二三四五六七'[number]!, START_4 + at * STEP_4, 60))
    expect(await reviews([centred('行政复议', START_4 + 2 * STEP_4, 630), centred('行政诉讼', START_4 + 9.5 * STEP_4, 630), ...kinds(645)], [...results, ...columns.map(({ words }, at) => centred(words.slice(2), START_4 + at * STEP_4, 51)), ...characters])).toEqual(wanted4)
  })

  it('below the name of the first kind', async () => {
    const parts = (from: number, to: number, y: number): Placed[] => columns.slice(from, to).map(({ words }, at) => centred(words, 90 + at * 48, y))
    const numbersOf = (from: number, to: number, y: number): Placed[] => numbers.slice(from, to).map((number, at) => centred(String(number), 90 + at * 48, y))
    const below = [...parts(0, 5, 40), ...numbersOf(0, 5, 60), ...['未经复议直接起诉', '复议后起诉'].map((text, at) => centred(text, 90 + (2 + at * 5) * 48, 90)), ...parts(5, 15, 110), ...numbersOf(5, 15, 130)]
    expect(await reviews([centred('行政复议', 200, 630)], below)).toEqual(wanted4)
  })

  it('whose words narrow columns break in two lines, the letters of the second between those of the first', async () => {
    const parts = (from: number, to: number, y: number): Placed[] => columns.slice(from, to).flatMap(({ words }, at): Placed[] => (words === '尚未审结' ? [['尚', 80 + at * 90, y], ['未', 98 + at * 90, y], ['审', 85 + at * 90, y + 11], ['结', 103 + at * 90, y + 11]] : [centred(words, 90 + at * 90, y)]))
    const filled = (from: number, y: number): Placed[] => numbers.slice(from, from + 5).flatMap((number, at) => (number === 0 ? [] : [centred(String(number), 90 + at * 90, y)]))
    const below = [centred('行政复议', 270, 40), ...parts(0, 5, 58), ...filled(0, 88), centred('未经复议直接起诉', 270, 100), ...parts(5, 10, 114), ...filled(5, 140), centred('复议后起诉', 270, 152), ...parts(10, 15, 166), ...filled(10, 190)]
    expect(await reviews([], below)).toEqual(Object.fromEntries(columns.map(({ figure }, at) => [figure, numbers[at] || 'blank'])))
  })
})

describe('a table 2 without rulings whose items stand side by side', () => {
  const COLUMNS = [['rules.issued', '本年制发件'], ['rules.repealed', '本年废止件'], ['rules.in-force', '现行有效件'], ['documents.issued', '本年制发件'], ['documents.repealed', '本年废止件'], ['documents.in-force', '现行有效件'], ['licences.decisions', '本年处理决'], ['penalties.decisions', '本年处理决'], ['measures.decisions', '本年处理决'], ['fees.amount', '本年收费金额']] as const
  const ITEMS = [['规章', 1], ['行政规范性文件', 4], ['行政许可', 6], ['行政处罚', 7], ['行政强制', 8], ['行政事业性收费', 9]] as const
  const numbers: (number | null)[] = [0, 2, 11, 5, 0, 30, 115, 69617, 0, 4]
  const STEP_2 = 54
  const rest = (text: string): string => (text.endsWith('件') ? '数' : text.endsWith('决') ? '定数量' : '')
  const table: Placed[] = [
    ['二、主动公开政府信息情况', 60, 60],
    ...ITEMS.map(([name, at]) => centred(name, 60 + at * STEP_2, 92)),
    ...COLUMNS.flatMap(([, name], at) => [centred(name, 60 + at * STEP_2, 107), ...(rest(name) === '' ? [] : [centred(rest(name), 60 + at * STEP_2, 117)])]),
  ]
  /** Table 2, and the title, with table 3 on the next page. */
  const pages = (values: readonly (number | null)[]): Placed[][] => [[title(given(7)), ...table, ...values.flatMap((number, at) => (number === null ? [] : [centred(String(number), 60 + at * STEP_2, 132)]))], requests(given(7)).slice(1)]

  it('has the numbers of each below its own columns', async () => {
    expect(await read(pages(numbers))).toMatchObject(Object.fromEntries(COLUMNS.map(([figure], at) => [figure, numbers[at]])))
  })

  it('is left out where one has none', async () => {
    expect(Object.keys(await read(pages(numbers.with(1, null)))).filter((figure) => !figure.startsWith('requests.'))).toEqual([])
  })
})
