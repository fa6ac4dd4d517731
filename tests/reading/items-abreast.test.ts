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

it('names that stand together above the headings and numbers of all, as where a text has lost its order, are no headings of what follows', async () => {
  const names = ['规章', '规范性文件', '', '信息内容', '信息内容', '', '行政许可', '其他对外管理服务事项', '行政处罚', '行政强制', '', '信息内容', '行政事业性收费', '信息内容', '']
  const block = (article: string, headings: readonly string[], numbers: readonly (number | string)[]): string[] => [`第二十条第（${article}）项`, ...headings, ...numbers.map(String)]
  const [made, changed] = [['本年新制作数量', '本年新公开数量', '对外公开总数量'], ['上一年项目数量', '本年增/减', '处理决定数量']]
  const lines = [...names, ...block('一', made, [0, 0, 0, 20, 20, 82]), ...block('五', changed, [12, '增1', 0, 309, '增336', 0]), ...block('六', changed, [0, 0, 10, 0, 0, 0]), ...block('八', changed.slice(0, 2), [0, 0]), ...block('九', ['采购项目数量', '采购总金额'], []), '', '备注', '备注', '', '政府集中采购', '', '0', '', '0', '']
  const text = ['云梦市水务局2019年政府信息公开工作年度报告', '二、主动公开政府信息情况', ...lines, '三、收到和处理政府信息公开申请情况', '无。'].join('\n')
  const { reports } = await readReports({ name: 'a.txt', bytes: new TextEncoder().encode(text) })
  const truth: Readonly<Record<string, number>> = { 'licences.items-before': 12, 'licences.change': 1, 'services.items-before': 309, 'services.change': 336, 'penalties.decisions': 10, 'documents.newly-made': 20, 'documents.newly-published': 20, 'documents.public-total': 82 }
  expect([...reports[0]!.cells].filter(([figure, { cell }]) => 'value' in cell && cell.value !== (truth[figure] ?? 0)).map(([figure]) => figure)).toEqual([])
})
