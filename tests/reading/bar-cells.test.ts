import { describe, expect, it } from 'vitest'
import { readReports, type ReadReport } from '@/reading'
import { given, PLAIN, tablesOf, type Cell, type Given, type Rows } from './documents'

const HEADINGS = ['二、主动公开政府信息情况', '三、收到和处理政府信息公开申请情况', '四、政府信息公开行政复议、行政诉讼情况'] as const

/** Bars that stand for the columns that merged cells cover beside their first. */
const fill = (row: readonly Cell[]): string => '|'.repeat(row.reduce((sum, { columns = 1 }) => sum + columns - 1, 0))
const textOf = ({ text }: Cell): string => text.replace(/\n/g, '')
const ended = (text: string): string => (text === '' ? '|' : `${text} |`)

/** How programs that turn pages into text write a row of cells that hold paragraphs. */
const WRITERS: Readonly<Record<string, (row: readonly Cell[]) => string[]>> = {
  'each cell ended by its bar, those of merged cells on a line of their own': (row) => [...row.map((cell) => ended(textOf(cell))), fill(row)],
  'a bar alone before each row': (row) => ['|', ...row.map((cell) => ended(textOf(cell)))],
  'a bar before the first cell of each row': (row) => row.map((cell, at) => `${at === 0 ? '| ' : ''}${ended(textOf(cell))}`),
  'bars on lines of their own': (row) => row.flatMap((cell) => [textOf(cell), '|']),
  'bars on lines of their own, and one before the first cell': (row) => [...row.flatMap((cell, at) => [`${at === 0 ? '| ' : ''}${textOf(cell)}`, '|']), fill(row)],
  'cells over two lines': (row) => row.map((cell) => ended(textOf(cell).replace(/^([\u4e00-\u9fff]{2})([\u4e00-\u9fff]{2,4})$/, '$1\n$2'))),
}
const LINES: Readonly<Record<string, (row: readonly Cell[]) => string[]>> = {
  'rows on lines, bars that touch for merged cells': (row) => [`${row.map(textOf).join(' | ')} | ${fill(row)}`],
  'rows on lines with a bar before them, bars that touch for merged cells': (row) => [`| ${row.map(textOf).join(' | ')} | ${fill(row)}`],
}

const written = (report: Given, write: (row: readonly Cell[]) => string[], change: (rows: Rows) => Rows = (rows) => rows): string => {
  const { proactive, requests, reviews } = tablesOf(report, PLAIN, 7)
  const tables = [proactive, change(requests), change(reviews)]
  return [`${report.agency}${report.year}年政府信息公开工作年度报告`, '一、总体情况', '全年公开信息12条。', ...tables.flatMap((rows, at) => [HEADINGS[at]!, ...rows.flatMap(write).filter((line) => line !== '')]), '五、存在的主要问题及改进情况', '公开内容有待加强。'].join('\n')
}

async function read(text: string): Promise<ReadReport> {
  const { reports } = await readReports({ name: 'a.txt', bytes: new TextEncoder().encode(text) })
  expect(reports).toHaveLength(1)
  return reports[0]!
}
const numbers = ({ cells }: ReadReport): Record<string, number> => Object.fromEntries([...cells].flatMap(([figure, { cell }]) => ('value' in cell ? [[figure, cell.value]] : [])))

/** Zeros left blank, but for those of totals. */
const sparse = (rows: Rows): Rows => rows.map((row) => row.map((cell, at) => (cell.text === '0' && at < row.length - 1 ? { ...cell, text: '' } : cell)))

describe('cells that end with a bar', () => {
  describe.each(Object.entries({ ...WRITERS, ...LINES }))('%s', (_, write) => {
    it.each([7, 8, 15, 16])('report %i', async (seed) => {
      const report = given(seed)
      const found = await read(written(report, write))
      expect({ agency: found.agency, year: found.year, ...numbers(found) }).toEqual({ agency: report.agency, year: report.year, ...Object.fromEntries(report.figures) })
      expect(found.narrative).toMatchObject([{ value: 12 }])
    })
  })

  describe.each(Object.entries(WRITERS))('%s, zeros left blank', (_, write) => {
    it.each([7, 15])('report %i', async (seed) => {
      const report = given(seed)
      const found = numbers(await read(written(report, write, sparse)))
      expect(Object.entries(found).filter(([figure, value]) => report.figures.get(figure as never) !== value)).toEqual([])
      expect([...report.figures].filter(([figure, value]) => value !== 0 && found[figure] === undefined)).toEqual([])
    })
  })

  it('tells blank cells between a name and its numbers, as columns of labels that are not merged leave them', async () => {
    const report = given(7)
    const write = (row: readonly Cell[]): string[] => row.map((cell) => (textOf(cell) === '' ? ' |' : `${textOf(cell)} |`))
    const unmerged = (rows: Rows): Rows => rows.map((row) => row.flatMap((cell, at) => (row.length >= 8 && at === row.length - 8 ? [cell, ...Array.from({ length: (cell.columns ?? 1) - 1 }, () => ({ text: '' }))] : [cell])))
    const { cells, problems } = await read(written(report, write, unmerged))
    expect(Object.fromEntries([...cells].map(([figure, { cell }]) => [figure, 'value' in cell ? cell.value : cell.missing]))).toEqual(Object.fromEntries(report.figures))
    expect(problems).toEqual([])
  })

  it('keeps a row without numbers whose name is misprinted, and leaves out the row that numbers the columns', async () => {
    const report = given(7)
    const write = (row: readonly Cell[]): string[] => row.map((cell) => (textOf(cell) === '' ? ' |' : `${textOf(cell)} |`))
    const changed = (rows: Rows): Rows =>
      rows.flatMap((row, at): Rows => {
        const named = row.map((cell) => ({ ...cell, text: cell.text.replace('危及“三', '危机“三') }))
        const numbered = row.length > 1 && rows.length > 20 && at === 3 ? [[{ text: '甲' }, ...Array.from({ length: 7 }, (_, column) => ({ text: String(column + 1) }))]] : []
        return [...numbered, named.some(({ text }) => text.includes('危机')) ? named.map((cell, column) => (column < row.length - 7 ? cell : { text: '' })) : named]
      })
    const { cells, extras } = await read(written(report, write, changed))
    expect(extras).toEqual([])
    expect(['natural', 'business', 'research', 'nonprofit', 'legal', 'other', 'total'].map((applicant) => cells.get(`requests.refused.security.${applicant}` as never)?.cell)).toEqual(Array.from({ length: 7 }, () => ({ missing: 'blank' })))
    expect(cells.get('requests.received.natural')?.cell).toMatchObject({ value: report.figures.get('requests.received.natural') })
  })

  it('reads lines of one width that begin with a cell and end with a bar', async () => {
    const wide = (text: string): number => [...text].reduce((sum, letter) => sum + (letter > '\u2e7f' ? 2 : 1), 0)
    const row = (cells: readonly string[]): string => cells.map((text, at) => `${text}${' '.repeat([18, 16, 12][at]! - wide(text))}｜`).join('')
    const items = [['第二十条第（八）项', '', ''], ['信息内容', '上一年项目数量', '本年增/减'], ['行政事业性收费', '3', '增1']]
    const procured = [['第二十条第（九）项', '', ''], ['信息内容', '采购项目数量', '采购总金额'], ['政府集中采购', '82', '729']]
    const { cells } = await read(['青阳县水务局2019年政府信息公开工作年度报告', '二、主动公开政府信息情况', '', ...items.map(row), '', ...procured.map(row), ''].join('\n'))
    expect(['fees.items-before', 'fees.change', 'procurement.projects', 'procurement.amount'].map((figure) => cells.get(figure as never)?.cell)).toMatchObject([{ value: 3 }, { value: 1 }, { value: 82 }, { value: 729 }])
  })

  it('takes bars that touch for blank cells below headings that have each their column, and for merged cells elsewhere', async () => {
    const lines = ['第二十条第（一）项 | |||', '信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |', '规章 | |||', '行政规范性文件 | 2 | ||', '第二十条第（五）项 | |||', '信息内容 | 本年处理决定数量 | ||', '行政许可 | 31 | ||']
    const { cells, problems } = await read(['青阳县水务局2023年政府信息公开工作年度报告', '二、主动公开政府信息情况', ...lines, '三、收到和处理政府信息公开申请情况'].join('\n'))
    expect(['rules.issued', 'documents.issued', 'documents.repealed', 'documents.in-force', 'licences.decisions'].map((figure) => cells.get(figure as never)?.cell)).toMatchObject([{ missing: 'blank' }, { value: 2 }, { missing: 'blank' }, { missing: 'blank' }, { value: 31 }])
    expect(problems.map(({ kind }) => kind)).not.toContain('row-unclear')
  })

  it('leaves texts with few bars as they are', async () => {
    const text = '青阳县水务局2022年政府信息公开工作年度报告\n索引号： |\n123 |\n一、总体情况\n全年公开信息12条。'
    expect((await read(text)).narrative).toMatchObject([{ value: 12, place: { line: 5 } }])
  })
})
