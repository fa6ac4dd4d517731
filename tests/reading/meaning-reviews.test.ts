import { describe, expect, it } from 'vitest'
import { gridOf, type Block } from '@/reading/document'
import { recognise } from '@/reading/recognise'

const RESULTS = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计']
const HEADS = ['四、政府信息公开行政复议、行政诉讼情况', '行政复议', '行政诉讼', ...RESULTS, '未经复议直接起诉', '复议后起诉', ...RESULTS, ...RESULTS.slice(0, -1)]
const text = (line: string, at: number): Block => ({ kind: 'text', text: line, place: { line: at + 1 } })
const table = (...rows: string[][]): Block => ({ kind: 'table', rows: gridOf(rows.map((row) => row.map((cell) => ({ text: cell })))), place: {} })

function results(...blocks: Block[]): { figures: Record<string, unknown>; problems: string[] } {
  const whole = [table(['一、本年新收政府信息公开申请数量', '3', '0', '0', '0', '0', '0', '3']), ...blocks]
  const [report] = recognise([{ file: 'a.txt', kind: 'text', titles: [], problems: [], blocks: whole }])
  return { figures: Object.fromEntries([...report!.cells].flatMap(([figure, { cell }]) => (figure.startsWith('requests') ? [] : [[figure, cell]]))), problems: report!.problems.map(({ kind }) => kind) }
}

describe('table 4 with its headings one by one', () => {
  it.each([[['309']], [['40', '10']], [['2', '4', '6']]])('numbers behind the last of them are not its own where blank cells are gone: %s', (numbers) => {
    const { figures, problems } = results(...HEADS.map(text), table(['总计', ...numbers]))
    expect(figures).toEqual({})
    expect(problems).toContain('row-unclear')
  })

  it('a list with a result a line may have blanks before its total', () => {
    const { figures } = results(text(HEADS[0]!, 0), table(['行政复议'], ['结果维持', '5'], ['结果纠正'], ['其他结果'], ['尚未审结'], ['总计', '5']))
    expect(figures).toMatchObject({ 'review.upheld': { value: 5 }, 'review.total': { value: 5 } })
  })
})

describe('table 4 with its results in another order than the form', () => {
  const ORDER = ['总计', ...RESULTS.slice(0, -1)]
  const SUIT = ['未经复议直接起诉', '', '', '', '', '复议后起诉', '', '', '', '']
  const NUMBERS = ['3', '1', '2', '0', '0', '2', '0', '0', '2', '0', '5', '0', '0', '1', '4']
  const EXPECTED = { 'review.total': { value: 3 }, 'review.corrected': { value: 2 }, 'suit-direct.total': { value: 2 }, 'suit-direct.other': { value: 2 }, 'suit-after-review.total': { value: 5 }, 'suit-after-review.pending': { value: 4 } }

  it('takes the numbers of one row by the headings over them', () => {
    const { figures } = results(text(HEADS[0]!, 0), table(['行政复议', '', '', '', '', ...SUIT], [...ORDER, ...ORDER, ...ORDER], NUMBERS))
    expect(figures).toMatchObject(EXPECTED)
  })

  it('takes the numbers of three rows by the headings over all of them', () => {
    const { figures } = results(text(HEADS[0]!, 0), table(['', ...ORDER], ['行政复议', ...NUMBERS.slice(0, 5)], ['未经复议直接起诉', ...NUMBERS.slice(5, 10)], ['复议后起诉', ...NUMBERS.slice(10)]))
    expect(figures).toMatchObject(EXPECTED)
  })
})

describe('table 4 with a result a line, over the end of a page', () => {
  it('goes on below what is left of the last row: the name of its kind without a number', () => {
    const rows = ['行政复议', '未经复议直接起诉', '复议后起诉'].flatMap((kind) => RESULTS.map((result, at) => [kind, result, String(at === 4 ? 6 : at)]))
    const cells = (row: readonly (string | undefined)[]): { text: string; rowSpan?: number }[] => row.map((words) => ({ text: words! }))
    // The name of the last kind reaches over three rows and what is left of the fourth.
    const above: Block = { kind: 'table', rows: gridOf([...rows.slice(0, 10).map(cells), [{ text: '复议后起诉', rowSpan: 4 }, ...cells(rows[10]!.slice(1))], ...rows.slice(11, 13).map((row) => cells(row.slice(1))), []]), place: {} }
    const { figures } = results(text(HEADS[0]!, 0), above, table(...rows.slice(13).map(([, result, number]) => ['', result!, number!, ''])))
    expect(figures).toMatchObject({ 'suit-after-review.other': { value: 2 }, 'suit-after-review.pending': { value: 3 }, 'suit-after-review.total': { value: 6 } })
  })

  it('has kinds side by side, and blank cells at the edge', () => {
    const rows = RESULTS.map((result, at) => ['', result, String(at), '0', String(at), ''])
    const { figures } = results(text(HEADS[0]!, 0), table(['', '', '行政复议', '行政诉讼（未经复议直接起诉）', '行政诉讼（复议后起诉）', ''], ...rows.slice(0, 4)), table(['', '', '', '', '', ''], ...rows.slice(4)))
    expect(figures).toMatchObject({ 'review.corrected': { value: 1 }, 'suit-direct.pending': { value: 0 }, 'suit-after-review.total': { value: 4 } })
  })
})

describe('table 4 with a blank column behind each of its own', () => {
  const spaced = (cells: readonly string[]): string[] => cells.flatMap((cell) => [cell, ''])
  const blanks = (count: number): string[] => Array<string>(count).fill('')
  const HEADINGS = [['行政复议', ...blanks(4), '行政诉讼', ...blanks(9)], [...RESULTS, '未经复议直接起诉', ...blanks(4), '复议后起诉', ...blanks(4)], [...blanks(5), ...RESULTS, ...RESULTS]].map(spaced)
  const NUMBERS = ['0', '0', '0', '0', '0', '1', '0', '2', '', '3', '0', '0', '0', '0', '0']
  const drawn = (...rows: string[][]): Block => ({ kind: 'table', bounded: true, rows: gridOf(rows.map((row) => row.map((cell) => ({ text: cell })))), place: {} })

  it('takes each number by the heading above it', () => {
    const { figures, problems } = results(text(HEADS[0]!, 0), drawn(...HEADINGS, spaced(NUMBERS)))
    expect(figures).toMatchObject({ 'review.total': { value: 0 }, 'suit-direct.upheld': { value: 1 }, 'suit-direct.other': { value: 2 }, 'suit-direct.pending': { missing: 'blank' }, 'suit-direct.total': { value: 3 }, 'suit-after-review.total': { value: 0 } })
    expect(problems).not.toContain('row-unclear')
  })

  it('takes none where one stands beside them', () => {
    const { figures, problems } = results(text(HEADS[0]!, 0), drawn(...HEADINGS, ['', ...spaced(NUMBERS).slice(0, -1)]))
    expect(figures).toEqual({})
    expect(problems).toContain('row-unclear')
  })
})

describe('table 4 in two tables, the first as wide as the second', () => {
  it('the blank cells beside its heading and its numbers are none of its own', () => {
    const blanks = (count: number): { text: string }[] => Array.from({ length: count }, () => ({ text: '' }))
    const cells = (words: readonly string[]): { text: string }[] => words.map((word) => ({ text: word }))
    const reviews: Block = { kind: 'table', rows: gridOf([[{ text: '行政复议', columnSpan: 5 }, ...blanks(5)], [...cells(RESULTS), ...blanks(5)], [...cells(['0', '0', '2', '1', '3']), ...blanks(5)]]), place: { table: 2 } }
    const suits: Block = { kind: 'table', rows: gridOf([[{ text: '行政诉讼', columnSpan: 10 }], [{ text: '未经复议直接起诉', columnSpan: 5 }, { text: '复议后起诉', columnSpan: 5 }], cells([...RESULTS, ...RESULTS]), cells(['1', '0', '1', '0', '2', '0', '4', '0', '0', '4'])]), place: { table: 3 } }
    const { figures, problems } = results(text(HEADS[0]!, 0), reviews, suits)
    expect(figures).toMatchObject({ 'review.upheld': { value: 0 }, 'review.other': { value: 2 }, 'review.total': { value: 3 }, 'suit-direct.total': { value: 2 }, 'suit-after-review.corrected': { value: 4 } })
    expect(problems).not.toContain('row-unclear')
  })
})

describe('table 4 with its kinds in another order than the form', () => {
  const [REVIEW, DIRECT, AFTER] = [['1', '0', '5', '0', '6'], ['5', '1', '2', '0', '8'], ['0', '1', '0', '10', '11']]
  const wide = (...cells: readonly (readonly [string, number])[]): { text: string; columnSpan: number }[] => cells.map(([words, columnSpan]) => ({ text: words, columnSpan }))
  const single = (words: readonly string[]): { text: string }[] => words.map((word) => ({ text: word }))
  const EXPECTED = { 'review.other': { value: 5 }, 'review.total': { value: 6 }, 'suit-direct.upheld': { value: 5 }, 'suit-direct.total': { value: 8 }, 'suit-after-review.pending': { value: 10 }, 'suit-after-review.total': { value: 11 } }
  const grid = (loose: boolean, ...rows: Parameters<typeof gridOf>[0][number][]): Block => ({ kind: 'table', loose, rows: gridOf(rows), place: { table: 2 } })

  it('suits behind reviews stand before the others', () => {
    const { figures } = results(text(HEADS[0]!, 0), grid(false, [{ text: '行政复议', columnSpan: 5, rowSpan: 2 }, { text: '行政诉讼', columnSpan: 10 }], wide(['复议后起诉', 5], ['未经复议直接起诉', 5]), single([...RESULTS, ...RESULTS, ...RESULTS]), single([...REVIEW, ...AFTER, ...DIRECT])))
    expect(figures).toMatchObject(EXPECTED)
  })

  it('suits stand before reviews, whose results are named above theirs', () => {
    const { figures } = results(text(HEADS[0]!, 0), grid(false, wide(['行政诉讼', 10], ['行政复议', 5]), [...wide(['未经复议直接起诉', 5], ['复议后起诉', 5]), ...RESULTS.map((word) => ({ text: word, rowSpan: 2 }))], single([...RESULTS, ...RESULTS]), single([...DIRECT, ...AFTER, ...REVIEW])))
    expect(figures).toMatchObject(EXPECTED)
  })

  it('so they do in a list of cells', () => {
    const heads = ['行政诉讼', '行政复议', '未经复议直接起诉', '复议后起诉', ...RESULTS, ...RESULTS, ...RESULTS]
    const { figures } = results(...[HEADS[0]!, ...heads].map(text), table([...DIRECT, ...AFTER, ...REVIEW]))
    expect(figures).toMatchObject(EXPECTED)
  })

  it('all are named in one row of a table put together from places: that is told, as their sums hold in any order', () => {
    const { figures, problems } = results(text(HEADS[0]!, 0), grid(true, single(['行政复议', '结果维持', '结果纠正', '复议后起诉', '其他结果', '尚未审结', '总计', '未经复议直接起诉', ...RESULTS, ...RESULTS]), single([...REVIEW, ...AFTER, ...DIRECT])))
    expect(figures).toMatchObject(EXPECTED)
    expect(problems).toContain('row-doubtful')
  })

  it('a last column, the sum of all totals, is none of the form’s', () => {
    const { figures, problems } = results(text(HEADS[0]!, 0), grid(false, [...wide(['行政复议', 5], ['行政诉讼', 10]), { text: '合计', rowSpan: 3 }], [...RESULTS.map((word) => ({ text: word, rowSpan: 2 })), ...wide(['未经复议直接起诉', 5], ['复议后起诉', 5])], single([...RESULTS, ...RESULTS]), single([...REVIEW, ...DIRECT, ...AFTER, '25'])))
    expect(figures).toMatchObject(EXPECTED)
    expect(problems).not.toContain('row-unclear')
  })

  it.each([
    ['of zeros alone', Array<string>(15).fill('0'), '0', 0],
    ['blank cells among them', [...REVIEW.map((cell) => (cell === '0' ? '' : cell)), ...DIRECT, ...AFTER], '25', 6],
  ])('so it is %s', (_, numbers, sum, total) => {
    const { figures, problems } = results(text(HEADS[0]!, 0), grid(false, [...wide(['行政复议', 5], ['行政诉讼', 10]), { text: '合计', rowSpan: 3 }], [...RESULTS.map((word) => ({ text: word, rowSpan: 2 })), ...wide(['未经复议直接起诉', 5], ['复议后起诉', 5])], single([...RESULTS, ...RESULTS]), single([...numbers, sum])))
    expect(figures).toMatchObject({ 'review.total': { value: total } })
    expect(problems).not.toContain('row-unclear')
  })

  it('a row that a blank cell sets in has none, though its numbers are twice the last', () => {
    const numbers = ['1', '0', '0', '0', '1', '0', '0', '0', '0', '0', '0', '0', '2', '0', '2']
    const { figures } = results(text(HEADS[0]!, 0), grid(false, single(['', ...HEADS.slice(1, 3)]), single(['', ...RESULTS, ...RESULTS, ...RESULTS]), single(['', ...numbers])))
    expect(figures).toMatchObject({ 'review.upheld': { value: 1 }, 'suit-after-review.total': { value: 2 } })
  })

  it('a result a line, kinds abreast in a table put together from places: by their headings', () => {
    const { figures } = results(text(HEADS[0]!, 0), grid(true, single(['行政复议', '复议后起诉', '未经复议直接起诉']), ...RESULTS.map((result, at) => single([result, REVIEW[at]!, AFTER[at]!, DIRECT[at]!]))))
    expect(figures).toMatchObject(EXPECTED)
  })

  it('no other number behind all of them is left out', () => {
    const { figures, problems } = results(text(HEADS[0]!, 0), grid(false, wide(['行政复议', 5], ['行政诉讼', 11]), single([...RESULTS, ...RESULTS, ...RESULTS]), single([...REVIEW, ...DIRECT, ...AFTER, '24'])))
    expect(figures).toEqual({})
    expect(problems).toContain('row-unclear')
  })
})
