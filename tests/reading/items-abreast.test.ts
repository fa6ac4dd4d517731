import { describe, expect, it } from 'vitest'
import { readReports } from '@/reading'
import { given, PLAIN, tablesOf, type Rows } from './documents'

/** Table 2 with its items side by side: the articles, the items, their columns and the numbers, a cell each. */
function abreast(rows: Rows): string[][] {
  const texts = rows.map((row) => row.map(({ text }) => text))
  const articles = texts.filter((row) => row.length === 1).flat()
  const items: string[] = []
  const columns: string[] = []
  const values: string[] = []
  let headings: string[] = []
  for (const row of texts.filter(({ length }) => length > 1)) {
    if (row[0] === '信息内容') headings = row.slice(1)
    else {
      items.push(row[0]!)
      columns.push(...headings)
      values.push(...row.slice(1))
    }
  }
  return [articles, items, columns, values]
}

const WRITERS: Readonly<Record<string, (rows: readonly (readonly string[])[]) => string[]>> = {
  'a cell a line': (rows) => rows.flat(),
  'a cell a line, each behind a tab': (rows) => rows.flatMap((row) => [...row.map((text) => `\t${text}`), '']),
  'a row a line between tabs, merged cells once': (rows) => rows.map((row) => row.join('\t')),
}

describe('table 2 with its items side by side in a text that does not show how wide they are', () => {
  describe.each(Object.entries(WRITERS))('%s', (_, write) => {
    const textOf = (seed: number, change: (values: string[]) => string[]): string => {
      const report = given(seed)
      const { proactive, requests, reviews } = tablesOf(report, PLAIN, 7)
      const [articles, items, columns, values] = abreast(proactive)
      const lines = (rows: Rows): string[] => write(rows.map((row) => row.map(({ text }) => text.replace(/\n/g, ''))))
      return [`${report.agency}${report.year}年政府信息公开工作年度报告`, '一、总体情况', '全年公开信息12条。', '二、主动公开政府信息情况', ...write([articles!, items!, columns!, change(values!)]), '三、收到和处理政府信息公开申请情况', ...lines(requests), '四、政府信息公开行政复议、行政诉讼情况', ...lines(reviews), '五、存在的主要问题及改进情况', '公开内容有待加强。'].join('\n')
    }
    const read = async (text: string): Promise<Record<string, number>> => {
      const { reports } = await readReports({ name: 'a.txt', bytes: new TextEncoder().encode(text) })
      return Object.fromEntries([...reports[0]!.cells].flatMap(([figure, { cell }]) => ('value' in cell ? [[figure, cell.value]] : [])))
    }

    it.each([7, 8, 15, 16])('report %i', async (seed) => expect(await read(textOf(seed, (values) => values))).toEqual(Object.fromEntries(given(seed).figures)))

    it.each([7, 15])('a number missing: none is read in the place of another (report %i)', async (seed) => {
      const found = await read(textOf(seed, (values) => values.toSpliced(2, 1)))
      const figures: ReadonlyMap<string, number> = given(seed).figures
      expect(Object.entries(found).filter(([figure, value]) => /^(?:rules|documents|licences|services|penalties|measures|fees|procurement)\./.test(figure) && figures.get(figure) !== value)).toEqual([])
    })
  })
})

describe('table 2 with two items in a row, each with its numbers behind it', () => {
  const HEADS = ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数', '信息内容', '本年处理决定数量']
  const page = (rows: readonly (readonly string[])[]): string => `<h1>云梦市水务局2022年政府信息公开工作年度报告</h1><p>二、主动公开政府信息情况</p><table>${[HEADS, ...rows].map((row) => `<tr>${row.map((text) => `<td${text.startsWith('本年收费') ? ' colspan="2"' : ''}>${text}</td>`).join('')}</tr>`).join('')}</table>`
  const cells = async (rows: readonly (readonly string[])[]): Promise<Record<string, unknown>> => {
    const { reports } = await readReports({ name: 'a.html', bytes: new TextEncoder().encode(page(rows)) })
    return Object.fromEntries([...reports[0]!.cells].map(([figure, { cell }]) => [figure, 'value' in cell ? cell.value : cell.missing]))
  }
  const fees = ['行政事业性收费', '本年收费金额（单位：万元）', '7.5', '行政强制', '3']

  it('all filled', async () =>
    expect(await cells([['规章', '0', '1', '26', '行政许可', '340'], ['行政规范性文件', '5', '2', '31', '行政处罚', '12'], fees])).toEqual({ 'rules.issued': 0, 'rules.repealed': 1, 'rules.in-force': 26, 'licences.decisions': 340, 'documents.issued': 5, 'documents.repealed': 2, 'documents.in-force': 31, 'penalties.decisions': 12, 'fees.amount': 7.5, 'measures.decisions': 3 }))
  it('with blank cells', async () =>
    expect(await cells([['规章', '4', '', '', '行政许可', ''], ['行政规范性文件', '5', '2', '31', '行政处罚', '12'], fees])).toMatchObject({ 'rules.issued': 4, 'rules.repealed': 'blank', 'rules.in-force': 'blank', 'licences.decisions': 'blank', 'documents.issued': 5, 'penalties.decisions': 12 }))
})
