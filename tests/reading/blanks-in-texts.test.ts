import { describe, expect, it } from 'vitest'
import type { FigureId } from '@/domain/figure'
import { readReports, type ReadReport } from '@/reading'
import { given, PLAIN, slots, tablesOf, type Cell, type Given, type Rows } from './documents'

const HEADINGS = ['二、主动公开政府信息情况', '三、收到和处理政府信息公开申请情况', '四、政府信息公开行政复议、行政诉讼情况'] as const
const flat = (text: string): string => text.replace(/\n/g, '')
const wideOf = (text: string): number => [...text].reduce((sum, letter) => sum + (letter > '\u2e7f' || /[“”]/.test(letter) ? 2 : 1), 0)
const isZero = ({ text }: Cell): boolean => text === '0'

/** A table in lines and corners, columns as wide as their longest text. */
function boxed(rows: Rows, least = 4): string[] {
  const cells = slots(rows).map((row) => row.map(({ text }) => flat(text)))
  const widths = cells[0]!.map((_, column) => Math.max(least, ...cells.map((row) => wideOf(row[column]!))))
  const rule = ([from, between, to]: string): string => `${from!}${widths.map((width) => '─'.repeat(width)).join(between)}${to!}`
  const drawn = cells.map((row) => `│${row.map((cell, column) => cell + ' '.repeat(widths[column]! - wideOf(cell))).join('│')}│`)
  return [rule('┌┬┐'), ...drawn.flatMap((line, at) => [line, rule(at === drawn.length - 1 ? '└┴┘' : '├┼┤')])]
}

const markdown = (rows: Rows): string[] => slots(rows).flatMap((row, at) => [`| ${row.map(({ text }) => flat(text)).join(' | ')} |`, ...(at === 0 ? [`|${row.map(() => ' --- |').join('')}`] : [])])

async function read({ agency, year }: Given, tables: readonly (readonly string[])[]): Promise<ReadReport> {
  const text = [`${agency}${year}年政府信息公开工作年度报告`, '一、总体情况', '本机关按照条例要求开展工作。', ...tables.flatMap((lines, at) => [HEADINGS[at]!, ...lines]), '五、存在的主要问题及改进情况', '下一步继续做好工作。'].join('\n')
  return (await readReports({ name: 'a.txt', bytes: new TextEncoder().encode(text) })).reports[0]!
}

/** Each figure as it was read, and as it stands in the report, where a zero may be a cell that says none. */
const compared = (report: Given, { cells }: ReadReport, missing: string): { found: unknown; wanted: unknown } => ({
  found: [...report.figures.keys()].map((figure) => {
    const cell = cells.get(figure)?.cell
    return [figure, cell === undefined ? 'lost' : 'value' in cell ? cell.value : cell.missing === missing ? 0 : cell.missing]
  }),
  wanted: [...report.figures],
})

/** Some zeros of tables 3 and 4 written otherwise. */
const zerosAs = (rows: Rows, mark: (at: number) => string | null): Rows => rows.map((row, y) => row.map((cell, x) => (isZero(cell) ? { ...cell, text: mark(x + y) ?? '0' } : cell)))

describe('cells that say none, in texts', () => {
  const WAYS: Readonly<Record<string, (rows: Rows) => string[]>> = { 'drawn with lines': (rows) => boxed(rows), Markdown: markdown }
  describe.each(Object.entries(WAYS))('%s', (_, write) => {
    it('a row of two dashes in each cell is no rule', async () => {
      const report = given(7)
      const figures = new Map([...report.figures].map(([figure, value]) => [figure, /^(review|suit)/.test(figure) ? 0 : value]))
      const { proactive, requests, reviews } = tablesOf({ ...report, figures }, PLAIN, 7)
      const { found, wanted } = compared({ ...report, figures }, await read(report, [proactive, requests, zerosAs(reviews, () => '--')].map(write)), 'not-applicable')
      expect(found).toEqual(wanted)
    })

    it('a column without any text is one however narrow its rules are', async () => {
      const report = given(7)
      const { proactive, requests, reviews } = tablesOf(report, PLAIN, 7)
      // The name's last column is a merged one that says nothing.
      const spare = slots(requests).map((row): Cell[] => [...row.slice(0, 3), { text: '' }, ...row.slice(3)])
      const found = compared(report, await read(report, [boxed(proactive), boxed(spare, 1), boxed(reviews)]), 'not-applicable')
      expect(found.found).toEqual(found.wanted)
    })

    it.each([7, 8, 15, 16])('two dashes for zero are no rule between rows: report %i', async (seed) => {
      const report = given(seed)
      const { proactive, requests, reviews } = tablesOf(report, PLAIN, seed)
      for (const mark of [() => '--', (at: number) => (at % 3 === 0 ? '--' : null)]) {
        const found = await read(report, [proactive, requests, reviews].map((rows) => write(zerosAs(rows, mark))))
        const { found: own, wanted } = compared(report, found, 'not-applicable')
        expect(own).toEqual(wanted)
      }
    })
  })
})

it('numerals that spaces part from their brackets and points are their labels’, not numbers', async () => {
  const report = given(7)
  const spaced = (text: string): string => flat(text).replace(/^（([一二三四五六七])）/, '（ $1 ） ').replace(/^(\d)．(.)/, '$1 . $2')
  const lines = (rows: Rows): string[] => rows.flatMap((row) => {
    const from = row.findIndex(({ text }) => /^\d/.test(text))
    return from < 1 ? [row.map(({ text }) => flat(text)).join(' ')] : [row.slice(0, from).map(({ text }) => spaced(text)).join(' '), row.slice(from).map(({ text }) => text).join(' ')]
  })
  const { proactive, requests, reviews } = tablesOf(report, PLAIN, 7)
  const bare = requests.map((row): Cell[] => row.filter(({ text }, at) => at > row.length - 9 || !/^（|^三、/.test(text)))
  const found = compared(report, await read(report, [proactive, bare, reviews].map(lines)), 'blank')
  expect(found.found).toEqual(found.wanted)
})

it('a name of table 2 parted from its number, which stands behind the heading of its column, is not read as blank without a word', async () => {
  const parted = ['信息内容 | ', '行政处罚 | 行政强制 | ', '信息内容 | 行政事业性收费 | ', '第二十条第（六）项 | 本年处理决定数量 | 4 | 7', '第二十条第（八）项 | 本年收费金额（单位：万元） | 4272.36']
  const { cells, problems } = await read(given(7), [parted, ['一、本年新收政府信息公开申请数量 | 1 | 0 | 0 | 0 | 0 | 0 | 1']])
  const doubted = new Set(problems.flatMap(({ kind, figures = [] }) => (kind === 'row-empty' ? figures : [])))
  const blank = [...cells].flatMap(([figure, { cell }]) => ('missing' in cell ? [figure] : []))
  expect([blank.length > 0, blank.filter((figure) => !doubted.has(figure))]).toEqual([true, []])
})

it('rows of table 2 whose numbers all stand on the line of their name: a name alone is that of a blank row, and told', async () => {
  const lines = ['信息内容 本年制发件数 本年废止件数 现行有效件数', '规章', '规范性文件 39 7 73', '信息内容 本年处理决定数量', '行政许可 60833', '信息内容 本年处理决定数量', '行政处罚 2081', '行政强制', '信息内容 本年收费金额（单位：万元）', '行政事业性收费']
  const report = given(7)
  const { cells, problems } = await read(report, [lines, slots(tablesOf(report, PLAIN).requests).map((row) => row.filter(({ own, text }) => own && text !== '').map(({ text }) => flat(text)).join(' '))])
  const doubted = new Set(problems.flatMap(({ kind, figures = [] }) => (kind === 'row-empty' ? figures : [])))
  const of = (figure: string): unknown => [cells.get(figure as FigureId)?.cell, doubted.has(figure as FigureId)]
  expect(['rules.issued', 'measures.decisions', 'fees.amount'].map(of)).toEqual(Array.from({ length: 3 }, () => [{ missing: 'blank' }, true]))
  expect(['documents.issued', 'penalties.decisions'].map(of)).toEqual([[{ value: 39 }, false], [{ value: 2081 }, false]])
})

it('a column without any room is one, blank in every row, below a heading that stands over the next as well', async () => {
  const room = [18, 14, 60, 6, 8, 8, 12, 12, 0, 4]
  const row = (...cells: readonly (readonly [text: string, columns: number])[]): string => {
    let from = 0
    return `│${cells.map(([text, columns]) => text + ' '.repeat(Math.max(0, room.slice(from, (from += columns)).reduce((a, b) => a + b, 2 * (columns - 1)) - wideOf(text)))).join('│')}│`
  }
  const rule = `├${room.map((width) => '─'.repeat(width / 2)).join('┼')}┤`
  const single = (...texts: readonly string[]): (readonly [string, number])[] => texts.map((text) => [text, 1])
  const heads = [row(['', 3], ['申请人情况', 7]), row(...single('', '', '', '自然人'), ['法人或其他组织', 5], ['总计', 1]), row(...single('', '', '', '', '商业企业', '科研机构', '社会公益组织', '法律服务机构'), ['其他', 2])]
  const numbers = (value: number): (readonly [string, number])[] => single(String(value), '', '', '', '', '', String(value))
  const { proactive, requests, reviews } = tablesOf(given(7), PLAIN, 7)
  const rows = slots(requests).slice(3).map((cells, at) => row(...cells.slice(0, -7).flatMap(({ text, columns }) => (columns > 0 ? [[flat(text), columns] as const] : [])), ...numbers((at * 5 + 4) % 7)))
  const { cells } = await read(given(7), [boxed(proactive), [...heads, ...rows].flatMap((line) => [rule, line]), boxed(reviews)])
  expect(cells.get('requests.received.total')?.cell).toEqual({ value: 4 })
  expect(cells.get('requests.carried-in.other')?.cell).toEqual({ missing: 'blank' })
  expect(cells.get('requests.carried-in.total')?.cell).toEqual({ value: 2 })
})
