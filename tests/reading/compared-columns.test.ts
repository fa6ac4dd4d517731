import { describe, expect, it } from 'vitest'
import { readReports, type ReadReport } from '@/reading'
import { given, PLAIN, slots, tablesOf, type Given, type Rows } from './documents'
import { placed, type Placed } from './pdf'
import { centred, FIRST, requests, ROW, rowsOf, START, STEP, wanted } from './unruled-requests'

// Table 3 with a column behind the form's that compares each row's total: with the year before, or with all.

type Row = readonly string[]
const HEADINGS: Readonly<Record<string, (total: number, row: number) => string>> = {
  上年总计: (total, row) => String(total + (row % 4)),
  较上年增减: (_, row) => ['+3', '-2', '0', '+1'][row % 4]!,
  '占比（%）': (total) => (total / 7).toFixed(1),
}
const cases = Object.entries(HEADINGS)

/** The rows of table 3 with the column, the cells that merged ones cover blank. */
function compared(rows: Rows, heading: string, value: (total: number, row: number) => string): Row[] {
  return slots(rows).map((row, at) => {
    const texts = row.map(({ text }) => text.replace(/\n/g, ''))
    return [...texts, at === 1 ? heading : at < 3 ? '' : value(Number(texts.at(-1)), at)]
  })
}

const filled = (rows: readonly Row[]): Row[] => rows.map((row) => row.filter((text) => text !== ''))
const wide = (text: string): number => [...text].reduce((sum, letter) => sum + (letter > '\u2e7f' || /[“”]/.test(letter) ? 2 : 1), 0)
const WRITERS: Readonly<Record<string, (rows: readonly Row[]) => string[]>> = {
  'tabs, merged cells once': (rows) => filled(rows).map((row) => row.join('\t')),
  'a row a line, parted by spaces': (rows) => filled(rows).map((row) => row.join(' ')),
  'a cell a line': (rows) => filled(rows).flat(),
  columns: (rows) => rows.map((row) => ['', ...row.slice(-8)].map((text, at) => (at === 0 ? row.slice(0, -8).join('').padEnd(70 - wide(row.slice(0, -8).join('')) + row.slice(0, -8).join('').length) : `${' '.repeat(Math.max(1, 14 - wide(text)))}${text}`)).join('').trimEnd()),
}

const numbers = ({ cells }: ReadReport): Record<string, number> => Object.fromEntries([...cells].flatMap(([figure, { cell }]) => ('value' in cell ? [[figure, cell.value]] : [])))
const all = ({ figures }: Given): Record<string, number> => Object.fromEntries(figures)

async function readText(report: Given, rows: readonly Row[], write: (rows: readonly Row[]) => string[]): Promise<ReadReport> {
  const { proactive, reviews } = tablesOf(report, PLAIN, 7)
  const lines = (own: Rows): string[] => write(slots(own).map((row) => row.map(({ text }) => text.replace(/\n/g, ''))))
  const others = write === WRITERS.columns ? { above: [], below: [] } : { above: ['二、主动公开政府信息情况', ...lines(proactive)], below: ['四、政府信息公开行政复议、行政诉讼情况', ...lines(reviews)] }
  const text = [`${report.agency}${String(report.year)}年政府信息公开工作年度报告`, '一、总体情况', '全年公开信息12条。', ...others.above, '', '三、收到和处理政府信息公开申请情况', ...write(rows), '', ...others.below, '', '五、存在的主要问题及改进情况', '公开内容有待加强。'].join('\n')
  return (await readReports({ name: 'a.txt', bytes: new TextEncoder().encode(text) })).reports[0]!
}

describe.each(cases)('a column %s behind the totals of table 3', (heading, value) => {
  it.each(Object.entries(WRITERS).flatMap(([name, write]) => [7, 8].map((seed) => [name, seed, write] as const)))('in a text, %s: report %i', async (_, seed, write) => {
    const report = given(seed)
    const found = numbers(await readText(report, compared(tablesOf(report, PLAIN, 7).requests, heading, value), write))
    const isThere = (figure: string): boolean => write !== WRITERS.columns || figure.startsWith('requests.')
    expect(found).toEqual(Object.fromEntries(Object.entries(all(report)).filter(([figure]) => isThere(figure))))
  })

  it.each([7, 11])('in a table without rulings, none of its rows told as doubtful: report %i', async (seed) => {
    const report = given(seed)
    const column = rowsOf(report).map(({ cells }, row) => centred(value(Number(cells.at(-1)), row), START + 7 * STEP, FIRST + row * ROW))
    const page = [...requests(report), centred(heading, START + 7 * STEP, 100), ...column].map(([text, x, y]): Placed => [text, x > 200 ? x - 36 : x, y])
    const { reports } = await readReports({ name: 'a.pdf', bytes: placed([page]) })
    const found = Object.fromEntries([...reports[0]!.cells].map(([figure, { cell }]) => [figure, 'value' in cell ? cell.value : cell.missing]))
    const whole = rowsOf(report).filter(({ cells }) => !cells.includes('')).flatMap(({ figures }) => figures)
    expect(whole.length).toBeGreaterThan(0)
    for (const figure of whole) expect([figure, found[figure]]).toEqual([figure, wanted(report)[figure]])
    expect(reports[0]!.problems.filter(({ kind }) => kind === 'row-doubtful').flatMap(({ figures = [] }) => figures).filter((figure) => whole.includes(figure))).toEqual([])
  })

  it('in rows over the page from its heading', async () => {
    const report = given(7)
    const rows = compared(tablesOf(report, PLAIN, 7).requests, heading, value)
    const table = (own: readonly Row[]): string => `<table>${own.map((row) => `<tr>${row.map((text) => `<td>${text}</td>`).join('')}</tr>`).join('')}</table>`
    const page = `<h1>${report.agency}${String(report.year)}年政府信息公开工作年度报告</h1><p>三、收到和处理政府信息公开申请情况</p>${table(rows.slice(0, 4))}${table(rows.slice(4).map((row) => [...row.slice(0, -8).filter((text) => text !== ''), ...row.slice(-8)]))}`
    const found = (await readReports({ name: 'a.html', bytes: new TextEncoder().encode(page) })).reports[0]!
    expect(numbers(found)).toEqual(Object.fromEntries(Object.entries(all(report)).filter(([figure]) => figure.startsWith('requests.'))))
  })

  it('in rows of a table without headings, the first of their cells blank', async () => {
    const report = given(7)
    const own = (row: Row): Row => [...row.slice(0, -8).filter((text) => text !== ''), ...row.slice(-8).map((text, at) => (at === 0 && text === '0' ? '' : text))]
    const rows = compared(tablesOf(report, PLAIN, 7).requests, heading, value)
    const table = (own: readonly Row[]): string => `<table>${own.map((row) => `<tr>${row.map((text) => `<td>${text}</td>`).join('')}</tr>`).join('')}</table>`
    const page = `<h1>${report.agency}${String(report.year)}年政府信息公开工作年度报告</h1><p>三、收到和处理政府信息公开申请情况</p>${table(rows.slice(0, 14))}<p></p>${table(rows.slice(14).map(own))}`
    const found = numbers((await readReports({ name: 'a.html', bytes: new TextEncoder().encode(page) })).reports[0]!)
    for (const [figure, value] of Object.entries(all(report)).filter(([figure]) => figure.startsWith('requests.'))) if (figure in found || value > 0) expect([figure, found[figure]]).toEqual([figure, value])
    expect(Object.keys(found).length).toBeGreaterThan(150)
  })

  it('beside that of the totals in the first row of headings, in a sheet’s text', async () => {
    const report = given(7)
    const rows = slots(tablesOf(report, PLAIN, 7).requests).map((row, at) => {
      const texts = row.map(({ text }) => text.replace(/\n/g, ''))
      return at === 0 ? [...texts.slice(0, -1), '总计', heading] : at < 3 ? [...texts.map((text) => (text === '总计' ? '' : text)), ''] : [...texts, value(Number(texts.at(-1)), at)]
    })
    expect(rows.filter((row) => row.includes('总计'))).toHaveLength(1)
    expect(numbers(await readText(report, rows, (own) => own.map((row) => row.join('\t'))))).toEqual(all(report))
  })

  it('in the first row of headings, in a sheet’s text that goes on below without them', async () => {
    const report = given(7)
    const rows = slots(tablesOf(report, PLAIN, 7).requests).map((row, at) => {
      const texts = row.map(({ text }, x) => (x > 0 && row[x - 1] === row[x] ? '' : text.replace(/\n/g, '')))
      return [...texts, at === 0 ? heading : at < 3 ? '' : value(Number(texts.at(-1)), at)]
    })
    expect(numbers(await readText(report, rows, (own) => own.map((row) => row.join(',')).toSpliced(own.length > 20 ? 14 : own.length, 0, '　　续表')))).toEqual(all(report))
  })

  it('in a table of a page whose last rows stand a column aside', async () => {
    const report = given(7)
    const rows = tablesOf(report, PLAIN, 7).requests.map((row, y) => [...row.map((cell) => (/本年度办理结果/.test(cell.text) ? { ...cell, rows: cell.rows! + 1 } : cell)), ...(y === 0 ? [{ text: heading, rows: 3 }] : y < 3 ? [] : [{ text: value(Number(row.at(-1)!.text), y) }])])
    const page = `<h1>${report.agency}${String(report.year)}年政府信息公开工作年度报告</h1><p>三、收到和处理政府信息公开申请情况</p><table>${rows.map((row) => `<tr>${row.map(({ text, rows: down = 1, columns = 1 }) => `<td rowspan="${String(down)}" colspan="${String(columns)}">${text}</td>`).join('')}</tr>`).join('')}</table>`
    const found = (await readReports({ name: 'a.html', bytes: new TextEncoder().encode(page) })).reports[0]!
    expect(numbers(found)).toEqual(Object.fromEntries(Object.entries(all(report)).filter(([figure]) => figure.startsWith('requests.'))))
  })
})

it('in a row that does not add up the column is told by its heading alone, and that is said', async () => {
  const report = given(7)
  const rows = compared(tablesOf(report, PLAIN, 7).requests, '上年总计', (total) => String(total))
  const at = rows.findIndex((row) => row.join('').includes('予以公开'))
  const wrong = rows.map((row, y) => (y === at ? [...row.slice(0, -8), '9', '1', '0', '0', '0', '0', '11', '12'] : row))
  const found = await readText(report, wrong, WRITERS['tabs, merged cells once']!)
  expect(numbers(found)).toMatchObject({ 'requests.granted.natural': 9, 'requests.granted.total': 11 })
  expect(found.problems.filter(({ kind }) => kind === 'row-doubtful').flatMap(({ figures }) => figures)).toContain('requests.granted.total')
})
