import { describe, expect, it } from 'vitest'
import { readReports } from '@/reading'
import { given, PLAIN, tablesOf, type Given, type Rows } from './documents'

const HEADINGS = ['二、主动公开政府信息情况', '三、收到和处理政府信息公开申请情况', '四、政府信息公开行政复议、行政诉讼情况'] as const
const flat = (text: string): string => text.replace(/\n/g, '')
const isNumber = (text: string): boolean => /^[+-]?[\d,.]+$/.test(text)

const linesOf = ({ agency, year }: Given, tables: readonly string[]): string[] => [`${agency}${year}年政府信息公开工作年度报告`, '一、总体情况', '本机关按照条例要求开展工作，全年主动公开政府信息88条。', ...tables.flatMap((table, at) => [HEADINGS[at]!, table]), '五、存在的主要问题及改进情况', '下一步继续做好工作。']

async function expectAll(report: Given, text: string, name = 'a.txt'): Promise<void> {
  const { reports } = await readReports({ name, bytes: new TextEncoder().encode(text) })
  const { agency, year, cells, narrative } = reports[0]!
  const figures = [...report.figures.keys()].map((figure) => {
    const cell = cells.get(figure)?.cell
    return [figure, cell && 'value' in cell ? cell.value : undefined]
  })
  expect({ agency, year, figures, said: narrative.map(({ value }) => value) }).toEqual({ agency: report.agency, year: report.year, figures: [...report.figures], said: [88] })
}

const html = (rows: Rows, end: string): string => `<table>${end}${rows.map((row) => `<tr>${row.map(({ text, rows: high = 1, columns = 1 }) => `<td rowspan="${high}" colspan=${columns}>${flat(text)}</td>`).join('')}</tr>`).join(end)}${end}</table>`
/** A table of a page as a browser shows it: cells of blocks. */
const shown = (rows: Rows): string => rows.map((row) => row.map(({ text }) => `\n${flat(text)}\n`).join('\t').replace(/^\n|\n$/g, '')).join('\n\n\n')

describe('texts that programs write', () => {
  describe.each([7, 8, 15, 16])('report %i', (seed) => {
    const report = given(seed)
    const tables: Rows[] = Object.values(tablesOf(report, PLAIN, seed))

    it.each([['', ''], ['\n', ''], ['', '<html><body>']])('Markdown with tables in HTML: %j %j', async (end, shell) => {
      const marked = linesOf(report, tables.map((rows) => `${shell}${html(rows, end)}${shell.replaceAll('<', '</').split('>').reverse().join('>').replace(/^>/, '')}`))
      await expectAll(report, marked.map((line, at) => (at === 0 ? `# ${line}` : /^[一二三四五]、/.test(line) ? `\n## ${line}\n` : line)).join('\n'), 'a.md')
      const preface = Array.from({ length: 40 }, (_, at) => `第${at + 1}项工作按照要求认真开展，取得了较好的成效。`).join('')
      await expectAll(report, marked.join('\n').replace('开展工作，', `开展工作。${preface}`), 'a.txt')
    })

    it('all on one line, words parted by spaces', () => expectAll(report, linesOf(report, tables.map((rows) => rows.map((row) => row.map(({ text }) => flat(text)).join(' ')).join(' '))).join(' ')))

    it('each table on one line', () => expectAll(report, linesOf(report, tables.map((rows) => rows.map((row) => row.map(({ text }) => flat(text)).join('\u3000')).join(' '))).join('\n')))

    it('table 2 in several tables that touch, as a browser shows cells of blocks', async () => {
      const [proactive, ...others] = tables as [Rows, ...Rows[]]
      const starts = proactive.flatMap((row, at) => (row.length === 1 ? [at] : []))
      const parts = starts.map((from, at) => proactive.slice(from, starts[at + 1]))
      expect(parts.flat().flat().filter(({ text }) => isNumber(text)).length).toBeGreaterThan(5)
      await expectAll(report, linesOf(report, [parts.map(shown).join('\n'), ...others.map(shown)]).join('\n'))
    })
  })
})
