import { expect, it } from 'vitest'
import { readReports } from '@/reading'

const RESULTS = ['结果维持', '结果纠正', '其他', '尚未审结', '总计']
const REVIEW = ['3', '1', '2', '4', '10']
const SUITS = [['5', '0', '6', '7', '18'], ['0', '8', '9', '0', '17']] as const
const KINDS = ['review', 'suit-direct', 'suit-after-review']
const IDS = ['upheld', 'corrected', 'other', 'pending', 'total']
const EXPECTED = Object.fromEntries(KINDS.flatMap((kind, at) => IDS.map((id, column) => [`${kind}.${id}`, Number([REVIEW, ...SUITS][at]![column])])))

const row = (cells: readonly string[], columns = 1): string => `<tr>${cells.map((text) => `<td colspan="${columns}">${text}</td>`).join('')}</tr>`
const table = (...rows: string[]): string => `<table>${rows.join('')}</table>`
const times = <Item>(item: Item, count: number): Item[] => Array.from({ length: count }, () => item)
const suits = (): string[] => [row(['行政诉讼'], 10), row(['未经复议直接起诉', '复议后起诉'], 5), row([...RESULTS, ...RESULTS]), row(SUITS.flat())]
const written = (...rows: (readonly string[])[]): string => rows.map((cells) => cells.join('\t')).join('\n')

it.each([
  ['in two tables', 'html', table(row(['行政复议'], 5), row(RESULTS), row(REVIEW)) + table(...suits())],
  ['with reviews above suits, each cell over two columns', 'html', table(row(['行政复议'], 10), row(RESULTS, 2), row(REVIEW, 2), ...suits())],
  ['with merged headings written out in each column, their numbers not', 'html', table(row(times('行政复议', 10)), row(RESULTS.flatMap((text) => [text, text])), row(REVIEW.flatMap((text) => [text, ''])), row(times('行政诉讼', 10)), row([...times('未经复议直接起诉', 5), ...times('复议后起诉', 5)]), ...suits().slice(2))],
  ['with a result a row', 'html', table(row(['', '行政复议', '未经复议直接起诉', '复议后起诉']), ...RESULTS.map((text, at) => row([text, REVIEW[at]!, SUITS[0][at]!, SUITS[1][at]!])))],
  ['in two tables of a text, headings written out', 'txt', written(times('行政复议', 5), RESULTS, REVIEW, [''], times('行政诉讼', 10), [...times('未经复议直接起诉', 5), ...times('复议后起诉', 5)], [...RESULTS, ...RESULTS], SUITS.flat())],
])('table 4 with 其他 for 其他结果, %s', async (_, kind, tables) => {
  const lines = ['云梦市水务局2023年政府信息公开工作年度报告', '四、政府信息公开行政复议、行政诉讼情况', tables, '五、存在的主要问题及改进情况']
  const content = kind === 'html' ? `<html><body>${lines.map((line) => (line.startsWith('<') ? line : `<p>${line}</p>`)).join('')}</body></html>` : lines.join('\n')
  const { reports } = await readReports({ name: `a.${kind}`, bytes: new TextEncoder().encode(content) })
  expect(Object.fromEntries([...reports[0]!.cells].map(([figure, { cell }]) => [figure, 'value' in cell && cell.value]))).toEqual(EXPECTED)
  expect(reports[0]!.problems.filter(({ kind: problem }) => problem.startsWith('row-') && problem !== 'row-missing')).toEqual([])
})

it('table 4 in two parts of a sheet as wide as the form: what is blank beyond the first part’s headings says nothing of the second', async () => {
  const wide = (cells: readonly string[]): string => row([...cells, ...times('', 15 - cells.length)])
  const [first, second] = [['', '', '', '', '0'], ['', '', '', '', '0', '', '', '', '', '']]
  const sheet = table(row(['四、政府信息公开行政复议、行政诉讼情况'], 15), wide(['行政复议']), wide(RESULTS), wide(first), wide(['行政诉讼']), wide(['未经复议直接起诉', ...times('', 4), '复议后起诉']), wide([...RESULTS, ...RESULTS]), wide(second))
  const { reports } = await readReports({ name: 'a.html', bytes: new TextEncoder().encode(`<html><body><p>云梦市水务局2023年政府信息公开工作年度报告</p>${sheet}</body></html>`) })
  const found = Object.fromEntries([...reports[0]!.cells].map(([figure, { cell }]) => [figure, 'value' in cell ? String(cell.value) : '']))
  expect(found).toEqual(Object.fromEntries(KINDS.flatMap((kind, at) => IDS.map((id, column) => [`${kind}.${id}`, [...first, ...second][at * 5 + column]]))))
})

const STAND = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计']
const span = (rows: number, text: string): string => `<td rowspan="${rows}">${text}</td>`
it.each([
  ['each kind in a table of its own', [['行政复议', REVIEW], ['行政诉讼（未经复议直接起诉）', SUITS[0]], ['行政诉讼（复议后起诉）', SUITS[1]]].map(([kind, values]) => table(row([kind as string], 5), row(STAND), row(values as string[]))).join('')],
  ['a result a row, the kinds beside them', table(...[REVIEW, ...SUITS].flatMap((values, at) => values.map((value, line) => `<tr>${line === 0 ? span(5, ['行政复议', '未经复议直接起诉', '复议后起诉'][at]!) : ''}<td>${STAND[line]!}</td><td>${value}</td></tr>`)))],
])('table 4 without its heading, %s', async (_, tables) => {
  const { reports } = await readReports({ name: 'a.html', bytes: new TextEncoder().encode(`<html><body><p>云梦市水务局2023年政府信息公开工作年度报告</p>${tables}<p>五、存在的主要问题及改进情况</p></body></html>`) })
  expect(Object.fromEntries([...reports[0]!.cells].map(([figure, { cell }]) => [figure, 'value' in cell && cell.value]))).toEqual(EXPECTED)
})
