import { describe, expect, it } from 'vitest'
import { readReports, type ReadReport } from '@/reading'
import { given, PLAIN, tablesOf, type Cell, type Given, type Rows } from './documents'

// Tables of pages with a last column of remarks, whose rows may be as wide as those of table 4.

const row = (cells: readonly Cell[]): string => `<tr>${cells.map(({ text, rows = 1, columns = 1 }) => `<td rowspan="${String(rows)}" colspan="${String(columns)}">${text.replace(/\n/g, '<br>')}</td>`).join('')}</tr>`

async function read(report: Given, tables: readonly string[]): Promise<ReadReport> {
  const { proactive } = tablesOf(report, PLAIN, 7)
  const page = `<h1>${report.agency}${String(report.year)}年政府信息公开工作年度报告</h1><p>一、总体情况</p><p>二、主动公开政府信息情况</p><table>${proactive.map(row).join('')}</table><p>三、收到和处理政府信息公开申请情况</p>${tables.map((rows) => `<table>${rows}</table>`).join('')}<p>五、存在的主要问题及改进情况</p><p>公开内容有待加强。</p>`
  return (await readReports({ name: 'a.html', bytes: new TextEncoder().encode(page) })).reports[0]!
}
const numbers = ({ cells }: ReadReport): Record<string, number> => Object.fromEntries([...cells].flatMap(([figure, { cell }]) => ('value' in cell ? [[figure, cell.value]] : [])))
const all = ({ figures }: Given): Record<string, number> => Object.fromEntries(figures)

/** Table 3 with labels as wide as `wide`, and remarks behind its rows. */
const remarked = (rows: Rows, wide: number): Cell[][] =>
  rows.map((cells, y) => {
    const labelled = cells.map((cell, x) => (x === cells.length - 8 || (y === 0 && x === 0) ? { ...cell, columns: (cell.columns ?? 1) + wide } : cell))
    return y === 0 ? [...labelled, { text: '备注', rows: 3 }] : y < 3 ? labelled : [...labelled, { text: y % 7 === 3 ? '含上年结转' : '' }]
  })

/** Table 3 whose label at the side reaches one row too far: the last row stands a column to the right. */
const moved = (rows: readonly (readonly Cell[])[]): Cell[][] => rows.map((cells) => cells.map((cell) => (/本年度办理结果/.test(cell.text) ? { ...cell, rows: cell.rows! + 1 } : cell)))

describe('a column of remarks', () => {
  it.each([7, 8, 15])('beside table 4 in the same table, as wide as it: report %i', async (seed) => {
    const report = given(seed)
    const { requests, reviews } = tablesOf(report, PLAIN, 7)
    const wide = 15 - 1 - requests[1]!.reduce((sum, { columns = 1 }) => sum + columns, requests[0]![0]!.columns ?? 1)
    expect(wide).toBeGreaterThan(0)
    const rows = [...remarked(requests, wide), [{ text: '四、政府信息公开行政复议、行政诉讼情况', columns: 15 }], ...reviews]
    expect(numbers(await read(report, [rows.map(row).join('')]))).toEqual(all(report))
  })

  it.each([7, 8, 15])('beside a row that a cell above moves aside: report %i', async (seed) => {
    const report = given(seed)
    const { requests, reviews } = tablesOf(report, PLAIN, 7)
    expect(numbers(await read(report, [moved(remarked(requests, 0)).map(row).join(''), reviews.map(row).join('')]))).toEqual(all(report))
  })

  it('a number in it is none of the row’s', async () => {
    const report = given(7)
    const { requests, reviews } = tablesOf(report, PLAIN, 7)
    const rows = remarked(requests, 0).map((cells, y) => (y === 8 ? [...cells.slice(0, -1), { text: '3' }] : cells))
    expect(numbers(await read(report, [rows.map(row).join(''), reviews.map(row).join('')]))).toEqual(all(report))
  })
})

/** Table 3 with the sums of its organisations before its totals. */
const summed = (rows: Rows): Cell[][] =>
  rows.map((cells, y) => {
    if (y < 2) return cells.map((cell) => (/申请人情况|法人/.test(cell.text) ? { ...cell, columns: cell.columns! + 1 } : cell))
    const sum = y === 2 ? '小计' : String(cells.slice(-6, -1).reduce((all, { text }) => all + Number(text), 0))
    return y === 2 ? [...cells, { text: sum }] : [...cells.slice(0, -1), { text: sum }, cells.at(-1)!]
  })

it.each([7, 8, 15])('rows that stand left of their headings, as cells above have lost how far they reach, have the form’s numbers and no sum for another: report %i', async (seed) => {
  const report = given(seed)
  const { requests, reviews } = tablesOf(report, PLAIN, 7)
  const lost = remarked(summed(requests), 0).map((cells, y) => (y < 3 ? cells : cells.map((cell) => ({ ...cell, rows: 1 }))))
  expect(numbers(await read(report, [lost.map(row).join(''), reviews.map(row).join('')]))).toEqual(all(report))
})

it('a row none high that sets the widths of columns is no row of table 4', async () => {
  const report = given(7)
  const { requests, reviews } = tablesOf(report, PLAIN, 7)
  const found = await read(report, [requests.map(row).join(''), `${reviews.map(row).join('')}<tr height=0>${'<td width=40></td>'.repeat(15)}</tr>`])
  expect(numbers(found)).toEqual(all(report))
  expect(found.problems.flatMap(({ figures }) => figures ?? []).filter((figure) => figure.startsWith('suit'))).toEqual([])
})

it('copies of a merged cell stay one beside a remark, or a blank for one', async () => {
  const rows = [['信息内容', '本年处理决定数量', '本年处理决定数量', '本年处理决定数量', '备注'], ['行政许可', '5', '5', '5', ''], ['行政处罚', '7', '7', '7', '与上年持平']]
  const text = `# 云梦市水务局2025年政府信息公开工作年度报告\n二、主动公开政府信息情况\n${rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n三、收到和处理政府信息公开申请情况\n无。`
  const { reports } = await readReports({ name: 'a.md', bytes: new TextEncoder().encode(text) })
  expect(numbers(reports[0]!)).toEqual({ 'licences.decisions': 5, 'penalties.decisions': 7 })
})

it('in a laid out text, remarks on the year before do not make a table of the form of 2021 one of 2019', async () => {
  const { requests } = tablesOf(given(7), PLAIN, 7)
  const wide = (text: string, to: number): string => `${text}${' '.repeat(Math.max(2, to - 2 * text.length))}`
  const lines = requests.map((cells) => cells.map(({ text: words }) => words.replace(/\n/g, '')).filter((words) => words !== '' && !words.startsWith('三、')).map((words, at) => wide(words, at === 0 ? 70 : 12)).join(''))
  const text = `        云梦市水务局2025年政府信息公开工作年度报告
  二、主动公开政府信息情况
                  第二十条第（一）项
     信息内容    本年制发件数  本年废止件数           现行有效件数        备注
                                                  较上年增加 3
规章              0           0            4
                                                  件
行政规范性文件         —           2            —        与上年持平
                    第二十条第（五）项
   信息内容               本年处理决定数量                      备注
行政许可                     82985
                    第二十条第（六）项
   信息内容               本年处理决定数量                      备注
行政处罚                       43
                                                  较上年增加 3
行政强制                        67
                                                  件
                    第二十条第（八）项
     信息内容           本年收费金额（单位：万元）                   备注
                                                  较上年增加 3
行政事业性收费                     —
                                                  件

  三、收到和处理政府信息公开申请情况
${lines.join('\n')}
`
  const { reports } = await readReports({ name: 'a.txt', bytes: new TextEncoder().encode(text) })
  expect(reports[0]!.format).toBe('cn-2021')
  expect(numbers(reports[0]!)).toMatchObject({ 'rules.in-force': 4, 'licences.decisions': 82985, 'penalties.decisions': 43, 'measures.decisions': 67 })
})
