import { describe, expect, it } from 'vitest'
import { readReports, type ReadReport } from '@/reading'
import { given, PLAIN, slots, tablesOf, type Given, type Rows } from './documents'

type Row = readonly string[]
const flat = (rows: Rows): Row[] => slots(rows).map((row) => row.map(({ text }) => text.replace(/\n/g, '')))
/** Table 3 with one column for all organisations, the cells that merged ones cover blank, and the heading of a column for remarks. */
function withThree(rows: Rows): Row[] {
  return flat(rows).flatMap((row) => {
    if (row.includes('商业企业')) return []
    const [names, [natural, ...others]] = [row.slice(0, -7), row.slice(-7)]
    const parts = others.slice(0, -1)
    const all = parts.every((text) => /^\d+$/.test(text)) ? String(parts.reduce((sum, text) => sum + Number(text), 0)) : parts[0]!
    return [[...names, natural!, all, others.at(-1)!]]
  })
}
const filled = (rows: readonly Row[]): Row[] => rows.map((row) => row.filter((text) => text !== ''))
const barred = (rows: readonly Row[]): string[] => rows.flatMap((row, at) => [`| ${row.join(' | ')} |`, ...(at === 0 ? [`|${row.map(() => '---').join('|')}|`] : [])])

const WRITERS: Readonly<Record<string, (rows: readonly Row[]) => string[]>> = {
  'tabs, merged cells once': (rows) => filled(rows).map((row) => row.join('\t')),
  'a row a line, parted by spaces': (rows) => filled(rows).map((row) => row.join(' ')),
  'a cell a line': (rows) => filled(rows).flat(),
  'a cell a line behind a tab, merged cells once': (rows) => filled(rows).flatMap((row) => row.map((cell) => `\t${cell}`)),
  'bars, blank cells beside merged ones': barred,
  'bars, cut by the end of a page': (rows) => [...rows.slice(0, 20).map((row) => row.join(' | ')), '', '- 4 -', '', ...rows.slice(20).map((row) => row.join(' | '))],
  'bars, with remarks behind some rows': (rows) => barred(rows.map((row, at) => [...row, at === 0 ? '备注' : at % 5 === 3 ? '含上年结转' : ''])),
  'Markdown that escapes numerals': (rows) => barred(rows.map((row) => row.map((text) => text.replace(/^(\d)[.．]/, '$1\\.')))),
}

async function read(report: Given, write: (rows: readonly Row[]) => string[], headings: boolean): Promise<ReadReport> {
  const { proactive, requests, reviews } = tablesOf(report, PLAIN, 7)
  const part = (heading: string): string[] => (headings ? [heading] : [])
  const text = [`${report.agency}${String(report.year)}年政府信息公开工作年度报告`, '一、总体情况', '全年公开信息12条。', ...part('二、主动公开政府信息情况'), ...write(flat(proactive)), '', ...part('三、收到和处理政府信息公开申请情况'), ...write(withThree(requests)), '', ...part('四、政府信息公开行政复议、行政诉讼情况'), ...write(flat(reviews)), '', '五、存在的主要问题及改进情况', '公开内容有待加强。'].join('\n')
  return (await readReports({ name: 'a.txt', bytes: new TextEncoder().encode(text) })).reports[0]!
}
const requests = ({ cells }: ReadReport): Record<string, number> => Object.fromEntries([...cells].flatMap(([figure, { cell }]) => ('value' in cell && figure.startsWith('requests.') ? [[figure, cell.value]] : [])))
const isOfThree = (figure: string): boolean => /^requests\..*\.(?:natural|total)$/.test(figure)

describe('table 3 of a text with one column for all organisations', () => {
  it.each(Object.entries(WRITERS).flatMap(([name, write]) => [7, 8, 15].map((seed) => [name, seed, write] as const)))('%s: report %i', async (_, seed, write) => {
    const report = given(seed)
    expect(requests(await read(report, write, true))).toEqual(Object.fromEntries([...report.figures].filter(([figure]) => isOfThree(figure))))
  })

  it('without the headings of its parts', async () => {
    const report = given(7)
    expect(requests(await read(report, WRITERS['a cell a line']!, false))).toEqual(Object.fromEntries([...report.figures].filter(([figure]) => isOfThree(figure))))
  })
})
