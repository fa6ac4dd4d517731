import { describe, expect, it } from 'vitest'
import { readReports, type ReadReport } from '@/reading'
import { given, PLAIN, tablesOf, text, type Rows } from './documents'

const report = { ...given(11), year: 2023 }
const tables = tablesOf(report, PLAIN, 11)

/** As a page shows it: each cell in the middle of its columns. */
function laid(rows: Rows): string[] {
  const wide = (words: string): number => [...words].reduce((sum, letter) => sum + (letter > '\u2e80' ? 2 : 1), 0)
  const all = Math.max(...rows.map((cells) => cells.slice(1).reduce((sum, { columns = 1 }) => sum + columns, 0)))
  return rows.map((cells) => cells.map(({ text: words, columns = 1 }, at) => {
    const room = at === 0 ? 20 : Math.floor((columns * 135) / all)
    const left = Math.max(0, Math.floor((room - wide(words)) / 2))
    return ' '.repeat(left) + words + ' '.repeat(Math.max(0, room - wide(words) - left))
  }).join('').trimEnd())
}

async function read(proactive: Rows): Promise<ReadReport> {
  const lines = text(report, tables, 'layout').split('\n')
  const [from, to] = ['二、主动公开政府信息情况', '三、收到和处理政府信息公开申请情况'].map((heading) => lines.indexOf(heading)) as [number, number]
  const { reports } = await readReports({ name: 'a.txt', bytes: new TextEncoder().encode([...lines.slice(0, from + 1), ...laid(proactive), ...lines.slice(to)].join('\n')) })
  return reports[0]!
}

const numbers = ({ cells }: ReadReport): Record<string, number | string> => Object.fromEntries([...cells].flatMap(([figure, { cell }]) => (/^(?:requests|review|suit)/.test(figure) ? [] : [[figure, 'value' in cell ? cell.value : cell.missing]])))
const told = ({ problems }: ReadReport, kind: string): string[] => problems.flatMap((each) => (each.kind === kind ? (each.figures ?? []) : []))
const row = (columns: number, ...texts: string[]): Rows[number] => texts.map((each, at) => ({ text: each, columns: at === 0 ? 1 : columns }))

const THREE = ['本年制发件数', '本年废止件数', '现行有效件数']
const DECISIONS = '本年处理决定数量'
const READ = { 'rules.issued': 0, 'rules.repealed': 1, 'rules.in-force': 2, 'documents.issued': 3, 'documents.repealed': 0, 'documents.in-force': 25, 'licences.decisions': 8, 'penalties.decisions': 12, 'measures.decisions': 0, 'fees.amount': 36.54 }

describe('table 2 of a text laid out, with columns of other years beside the report’s', () => {
  const single = (columns: number, years: string[], own: number, below: boolean): Rows => {
    const values = (value: string): string[] => years.map((_, at) => (at === own ? value : '7'))
    const part = (heading: string): Rows => (below ? [row(columns * years.length, '信息内容', heading), row(columns, '', ...years)] : [row(columns, '信息内容', ...years), row(columns, '', ...years.map(() => heading))])
    return [...part(DECISIONS), row(columns, '行政许可', ...values('8')), ...part(DECISIONS), row(columns, '行政处罚', ...values('12')), row(columns, '行政强制', ...values('0')), ...part('本年收费金额（单位：万元）'), row(columns, '行政事业性收费', ...values('36.54'))]
  }

  it.each<[string, Rows]>([
    ['this year’s first', [row(3, '信息内容', '2023年', '2022年'), row(1, '', ...THREE, ...THREE), row(1, '规章', '0', '1', '2', '7', '8', '9'), row(1, '行政规范性文件', '3', '0', '25', '4', '0', '26'), ...single(3, ['2023年', '2022年'], 0, false)]],
    ['this year’s last', [row(3, '信息内容', '2022年', '2023年'), row(1, '', ...THREE, ...THREE), row(1, '规章', '7', '8', '9', '0', '1', '2'), row(1, '行政规范性文件', '4', '0', '26', '3', '0', '25'), ...single(3, ['2022年', '2023年'], 1, false)]],
    ['three years below each heading', [row(3, '信息内容', ...THREE), row(1, '', ...[1, 2, 3].flatMap(() => ['2021年', '2022年', '2023年'])), row(1, '规章', '5', '7', '0', '5', '8', '1', '5', '9', '2'), row(1, '行政规范性文件', '5', '4', '3', '5', '0', '0', '5', '26', '25'), ...single(3, ['2021年', '2022年', '2023年'], 2, true)]],
    ['all years together', [row(2, '信息内容', ...THREE), row(1, '', ...[1, 2, 3].flatMap(() => ['本年度', '历年累计'])), row(1, '规章', '0', '7', '1', '8', '2', '9'), row(1, '行政规范性文件', '3', '4', '0', '0', '25', '26'), ...single(3, ['本年度', '历年累计'], 0, true)]],
    ['a column behind the others that compares them', [row(1, '信息内容', ...THREE, '上年同期'), row(1, '规章', '0', '1', '2', '9'), row(1, '行政规范性文件', '3', '0', '25', '31'), row(2, '信息内容', DECISIONS, '上年同期'), row(2, '行政许可', '8', '9'), row(2, '信息内容', DECISIONS, '上年同期'), row(2, '行政处罚', '12', '7'), row(2, '行政强制', '0', '7'), row(2, '信息内容', '本年收费金额（单位：万元）', '上年同期'), row(2, '行政事业性收费', '36.54', '0')]],
  ])('takes this year’s: %s', async (_, rows) => {
    const found = await read(rows)
    expect(numbers(found)).toEqual(READ)
    expect(told(found, 'row-unclear')).toEqual([])
    expect(found.format).toBe('cn-2021')
  })

  it('tells a row that leaves cells out', async () => {
    const rows = [row(2, '信息内容', ...THREE), row(1, '', ...[1, 2, 3].flatMap(() => ['2022年', '2023年'])), row(1, '规章', '', '0', '', '1', '', '2'), row(1, '行政规范性文件', '4', '3', '0', '0', '26', '25'), ...single(3, ['2022年', '2023年'], 1, true)]
    const found = await read(rows)
    expect(numbers(found)).toEqual(READ)
    expect(told(found, 'row-doubtful')).toEqual(['rules.issued', 'rules.repealed', 'rules.in-force'])
  })

  it('leaves cells blank beside a column that compares them, and tells them', async () => {
    const rows = [row(1, '信息内容', ...THREE, '上年同期'), row(1, '规章', '', '', '', '159'), row(1, '行政规范性文件', '8', '2', '30', '0'), row(2, '信息内容', DECISIONS, '上年同期'), row(2, '行政许可', '', '9'), row(2, '信息内容', DECISIONS, '上年同期'), row(2, '行政处罚', '26', '7'), row(2, '行政强制', '23565', '4'), row(2, '信息内容', '本年收费金额（单位：万元）', '上年同期'), row(2, '行政事业性收费', '', '0')]
    const found = await read(rows)
    expect(numbers(found)).toEqual({ 'rules.issued': 'blank', 'rules.repealed': 'blank', 'rules.in-force': 'blank', 'documents.issued': 8, 'documents.repealed': 2, 'documents.in-force': 30, 'licences.decisions': 'blank', 'penalties.decisions': 26, 'measures.decisions': 23565, 'fees.amount': 'blank' })
    expect(told(found, 'row-empty')).toEqual(['rules.issued', 'rules.repealed', 'rules.in-force', 'licences.decisions', 'fees.amount'])
  })
})
