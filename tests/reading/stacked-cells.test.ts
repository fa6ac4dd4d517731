import { describe, expect, it } from 'vitest'
import { APPLICANT_IDS } from '@/domain/figure'
import { readReports, type ReadReport } from '@/reading'
import { given, PLAIN, slots, tablesOf, type Given } from './documents'

// Rows of table 3 that stand in one, as a browser copies them: their names a line each, and of each column the numbers a line each.

const report = given(8)
const rows = slots(tablesOf(report, PLAIN, 7).requests).map((row) => row.filter(({ text, own }) => own && text !== '').map(({ text }) => text.replace(/\n/g, '')))
const from = rows.findIndex((row) => row.join('').includes('不掌握'))

/** Table 3 with the rows of 无法提供 in one; `cut`: without the last number of all. */
function stacked(cut = false): string[] {
  const own = rows.slice(from, from + 3)
  const names = own.map((row) => row.slice(0, -APPLICANT_IDS.length).join('\t'))
  const columns = APPLICANT_IDS.map((_, at) => own.slice(0, cut && at === 6 ? -1 : undefined).map((row) => row.at(at - APPLICANT_IDS.length)!).join('\n'))
  return [...rows.slice(0, from), [`${names.join('\n')}\t${columns.join('\t')}`], ...rows.slice(from + 3)].map((row) => row.join('\t')).join('\n').split('\n')
}

async function read(lines: readonly string[]): Promise<ReadReport> {
  const text = [`${report.agency}${String(report.year)}年政府信息公开工作年度报告`, '一、总体情况', '全年公开信息12条。', '三、收到和处理政府信息公开申请情况', ...lines, '五、存在的主要问题及改进情况', '公开内容有待加强。'].join('\n')
  return (await readReports({ name: 'a.txt', bytes: new TextEncoder().encode(text) })).reports[0]!
}
const numbers = ({ cells }: ReadReport): Record<string, number> => Object.fromEntries([...cells].flatMap(([figure, { cell }]) => ('value' in cell ? [[figure, cell.value]] : [])))
const wanted = ({ figures }: Given): [string, number][] => [...figures].filter(([figure]) => figure.startsWith('requests.'))

describe('rows of a group in one, copied from a page', () => {
  it('are each read with their own numbers', async () => {
    const found = await read(stacked())
    expect(stacked().length).toBeGreaterThan(rows.length)
    expect([numbers(found), found.problems.filter(({ kind }) => kind.startsWith('row'))]).toEqual([Object.fromEntries(wanted(report)), []])
  })

  it('with a number left out are told, all of them', async () => {
    const found = await read(stacked(true))
    const told = new Set(found.problems.flatMap(({ figures = [] }) => figures as readonly string[]))
    const got = numbers(found)
    expect(wanted(report).filter(([figure, value]) => got[figure] !== value && !told.has(figure))).toEqual([])
    expect([...told].filter((figure) => figure.startsWith('requests.unavailable'))).toHaveLength(21)
  })
})
