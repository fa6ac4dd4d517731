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
