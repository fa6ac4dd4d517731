import { describe, expect, it } from 'vitest'
import { APPLICANT_IDS } from '@/domain/figure'
import { readReports, type ReadReport } from '@/reading'
import { given, PLAIN, slots, tablesOf } from './documents'

const report = given(7)
const { proactive, requests, reviews } = tablesOf(report, PLAIN, 7)
const isLabel = (text: string): boolean => /[\u4e00-\u9fff]/.test(text)
const oneLine = (text: string): string => text.replace(/\n/g, '')

async function read(parts: { readonly two?: readonly string[]; readonly three: readonly string[]; readonly four: readonly string[] }): Promise<ReadReport> {
  const text = [`东湖街道办事处${report.year}年政府信息公开工作年度报告`, '二、主动公开政府信息情况', ...(parts.two ?? []), '', '三、收到和处理政府信息公开申请情况', ...parts.three, '', '四、政府信息公开行政复议、行政诉讼情况', ...parts.four].join('\n')
  return (await readReports({ name: 'a.txt', bytes: new TextEncoder().encode(text) })).reports[0]!
}
const valuesOf = ({ cells }: ReadReport, of: string): unknown => Object.fromEntries([...cells].filter(([figure]) => figure.startsWith(of)).map(([figure, { cell }]) => [figure, 'value' in cell ? cell.value : cell.missing]))
const stated = (of: string): unknown => Object.fromEntries([...report.figures].filter(([figure]) => figure.startsWith(of)))

describe('tables of Markdown whose columns are those of a finer grid', () => {
  const pipes = (rows: readonly (readonly string[])[]): string[] => rows.flatMap((row, at) => [`| ${row.join(' | ')} |`, ...(at === 0 ? [`|${row.map(() => ' --- |').join('')}`] : [])])
  /** Rows with each merged cell copied into all that it takes in. */
  function grid(rows: typeof requests): string[][] {
    const made: string[][] = rows.map(() => [])
    rows.forEach((row, y) => {
      let x = 0
      for (const { text, rows: high = 1, columns = 1 } of row) {
        while (made[y]![x] !== undefined) x += 1
        for (let dy = 0; dy < high; dy += 1) for (let dx = 0; dx < columns; dx += 1) made[y + dy]![x + dx] = oneLine(text)
      }
    })
    return made
  }

  it('have each number below its heading where merged cells are copied and edges differ by a column', async () => {
    const wide = grid(requests).map((row, y) => {
      const edges = row.slice(-7).map((_, at) => 4 * at + (at > 0 && row.slice(-7).every((text) => !isLabel(text)) ? [0, 1, -1][(at + y) % 3]! : 0))
      return [...row.slice(0, -7), ...row.slice(-7).flatMap((text, at) => Array.from({ length: (edges[at + 1] ?? 28) - edges[at]! }, () => text))]
    })
    const reading = await read({ three: pipes(wide), four: pipes(grid(reviews)) })
    expect(valuesOf(reading, 'requests.')).toEqual(stated('requests.'))
  })

  it('have the numbers of an item in the order of their headings where 信息内容 heads the names', async () => {
    const rows = [
      ['条款', '', '信息内容', '', '', '', '本年制发件数', '本年废止件数', '', '现行有效件数'],
      ['第二十条第（一）项', '规章', '', '', '4', '', '', '', '1', '9'],
      ['', '行政规范性文件', '', '', '5', '', '', '2', '', '45'],
    ]
    const reading = await read({ two: pipes(rows), three: pipes(grid(requests)), four: pipes(grid(reviews)) })
    expect(valuesOf(reading, 'documents.')).toEqual({ 'documents.issued': 5, 'documents.repealed': 2, 'documents.in-force': 45 })
    expect(valuesOf(reading, 'rules.')).toEqual({ 'rules.issued': 4, 'rules.repealed': 1, 'rules.in-force': 9 })
  })
})

describe('table 3 a cell a line with the sum of organisations', () => {
  it('has each number in its column where blank lines are blank cells', async () => {
    const lines = slots(requests).flatMap((row) => {
      const cells = row.filter(({ own }) => own).map(({ text }) => oneLine(text))
      const name = cells.findLastIndex(isLabel)
      const numbers = cells.slice(name + 1).map(Number)
      const sum = numbers.slice(1, 6).reduce((a, b) => a + b, 0)
      return numbers.length === 0 ? cells : [...cells.slice(0, name + 1), ...[...numbers.slice(0, 6), sum, numbers[6]!].map((value, at) => (value === 0 && at < 7 ? '' : String(value)))]
    })
    const first = lines.findIndex((text) => /新收/.test(text))
    const reading = await read({ two: slots(proactive).flatMap((row) => row.filter(({ own }) => own).map(({ text }) => oneLine(text))), three: [...lines.slice(0, first), '小计', ...lines.slice(first)], four: slots(reviews).flatMap((row) => row.filter(({ own }) => own).map(({ text }) => oneLine(text))) })
    const expected = Object.fromEntries(Object.entries(stated('requests.') as Record<string, number>).map(([figure, value]) => [figure, value === 0 && !figure.endsWith('.total') ? 'blank' : value]))
    expect(valuesOf(reading, 'requests.')).toEqual(expected)
  })
})

describe('cells that one full-width space parts', () => {
  it('are known where hardly a row has two numbers beside each other', async () => {
    const space = (rows: typeof requests, isLeft: (text: string, at: number) => boolean): string[] =>
      slots(rows).map((row) => {
        const cells = row.filter(({ own }) => own).map(({ text }) => oneLine(text))
        const name = cells.findLastIndex(isLabel)
        return [cells.slice(0, name + 1).join(cells.length > name + 1 ? '' : '\u3000'), ...cells.slice(name + 1).map((text, at) => (isLeft(text, at) ? '' : text))].join('\u3000')
      })
    const reading = await read({ three: space(requests, (_, at) => at % 2 === 1), four: space(reviews, () => false) })
    const found = valuesOf(reading, 'requests.refused.state-secret') as Record<string, unknown>
    expect(APPLICANT_IDS.map((applicant) => found[`requests.refused.state-secret.${applicant}`])).toEqual(APPLICANT_IDS.map((applicant, at) => (at % 2 === 1 ? 'blank' : report.figures.get(`requests.refused.state-secret.${applicant}`))))
  })
})
