import { describe, expect, it } from 'vitest'
import { readReports, type ReadReport } from '@/reading'
import { given, PLAIN, slots, tablesOf, type Given, type Rows } from './documents'

type Row = readonly string[]
/** Table 3 without its last column, the cells that merged ones cover blank. */
const withoutTotals = (rows: Rows): Row[] => slots(rows).map((row) => row.slice(0, -1).map(({ text }) => text.replace(/\n/g, '')))
const filled = (rows: readonly Row[]): Row[] => rows.map((row) => row.filter((text) => text !== ''))

const WRITERS: Readonly<Record<string, (rows: readonly Row[]) => string[]>> = {
  'tabs, merged cells once': (rows) => filled(rows).map((row) => row.join('\t')),
  'a row a line, parted by spaces': (rows) => filled(rows).map((row) => row.join(' ')),
  'a cell a line': (rows) => filled(rows).flat(),
  'bars, blank cells beside merged ones': (rows) => rows.flatMap((row, at) => [`| ${row.join(' | ')} |`, ...(at === 0 ? [`|${row.map(() => '---').join('|')}|`] : [])]),
}

async function read(report: Given, write: (rows: readonly Row[]) => string[], change: (rows: Row[]) => readonly Row[] = (rows) => rows): Promise<ReadReport> {
  const { proactive, requests, reviews } = tablesOf(report, PLAIN, 7)
  const lines = (rows: Rows): string[] => write(slots(rows).map((row) => row.map(({ text }) => text.replace(/\n/g, ''))))
  const text = [`${report.agency}${String(report.year)}年政府信息公开工作年度报告`, '一、总体情况', '全年公开信息12条。', '二、主动公开政府信息情况', ...lines(proactive), '', '三、收到和处理政府信息公开申请情况', ...write(change(withoutTotals(requests))), '', '四、政府信息公开行政复议、行政诉讼情况', ...lines(reviews), '', '五、存在的主要问题及改进情况', '公开内容有待加强。'].join('\n')
  return (await readReports({ name: 'a.txt', bytes: new TextEncoder().encode(text) })).reports[0]!
}
const numbers = ({ cells }: ReadReport): Record<string, number> => Object.fromEntries([...cells].flatMap(([figure, { cell }]) => ('value' in cell ? [[figure, cell.value]] : [])))
const isTotal = (figure: string): boolean => /^requests\..*\.total$/.test(figure)

describe('table 3 of a text without a column for totals', () => {
  it.each(Object.entries(WRITERS).flatMap(([name, write]) => [7, 8, 15].map((seed) => [name, seed, write] as const)))('%s: report %i', async (_, seed, write) => {
    const report = given(seed)
    expect(numbers(await read(report, write))).toEqual(Object.fromEntries([...report.figures].filter(([figure]) => !isTotal(figure))))
  })

  it.each(Object.entries(WRITERS).slice(0, 3))('%s: with another heading missing too none is read for another', async (_, write) => {
    const report = given(7)
    const found = await read(report, write, (rows) => rows.map((row) => row.map((text) => (text === '科研机构' ? '' : text))))
    const figures: ReadonlyMap<string, number> = report.figures
    expect(Object.entries(numbers(found)).filter(([figure, value]) => figure.startsWith('requests.') && figures.get(figure) !== value)).toEqual([])
  })
})

it('a table 3 whose totals the edge of a page cuts off, with half of the heading before, has all others', async () => {
  const report = given(7)
  const rows = withoutTotals(tablesOf(report, PLAIN, 7).requests).map((row) => row.map((text) => (text === '其他' ? '其' : text)))
  const page = `<h1>${report.agency}${String(report.year)}年政府信息公开工作年度报告</h1><p>三、收到和处理政府信息公开申请情况</p><table>${rows.map((row) => `<tr>${row.map((text) => `<td>${text}</td>`).join('')}</tr>`).join('')}</table>`
  const found = (await readReports({ name: 'a.html', bytes: new TextEncoder().encode(page) })).reports[0]!
  expect(rows.flat().filter((text) => text === '其')).toHaveLength(1)
  expect(numbers(found)).toEqual(Object.fromEntries([...report.figures].filter(([figure]) => figure.startsWith('requests.') && !isTotal(figure))))
})

it.each([7, 8, 15].flatMap((seed) => [true, false].map((parts) => [parts ? 'totals are all blank below their heading has the others' : 'totals and natural persons alone are filled in has these', seed, parts] as const)))('a text laid out in columns whose %s: report %i', async (_, seed, parts) => {
  const report = given(seed)
  const wide = (text: string): number => [...text].reduce((sum, letter) => sum + (letter > '\u2e7f' || /[“”]/.test(letter) ? 2 : 1), 0)
  const line = (name: string, cells: readonly string[]): string => `${name}${' '.repeat(76 - wide(name))}${cells.map((cell) => `${cell}${' '.repeat(12 - wide(cell))}`).join('')}`.trimEnd()
  const rows = slots(tablesOf(report, PLAIN, 7).requests).map((row) => row.map(({ text }) => text.replace(/\n/g, ''))).slice(3).map((row) => line(row.slice(0, -7).join(''), row.slice(-7).map((text, at) => ((parts ? at < 6 : at === 0 || at === 6) ? text : ''))))
  const lines = [`${report.agency}${String(report.year)}年政府信息公开工作年度报告`, '', '三、收到和处理政府信息公开申请情况', line('', ['自然人', '商业企业', '科研机构', '公益组织', '服务机构', '其他', '总计']), ...rows, '', '五、存在的主要问题及改进情况', '无。']
  const found = (await readReports({ name: 'a.txt', bytes: new TextEncoder().encode(lines.join('\n')) })).reports[0]!
  expect(numbers(found)).toEqual(Object.fromEntries([...report.figures].filter(([figure]) => figure.startsWith('requests.') && (parts ? !isTotal(figure) : isTotal(figure) || figure.endsWith('.natural')))))
})
