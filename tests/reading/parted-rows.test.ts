import { describe, expect, it } from 'vitest'
import { readReports, type ReadReport } from '@/reading'
import { given, PLAIN, tablesOf, type Rows } from './documents'

const flat = (text: string): string => text.replace(/\n/g, '')
const isNumber = (text: string): boolean => /^[+-]?[\d,.]+$/.test(text)
const REPORT = given(8, 'cn-2019')

/** Each row's name on a line, its numbers on the next; `own` of them, the last ones, beside the name where it is one of `names`. */
const below = (rows: Rows, names: RegExp, own: number): string[] =>
  rows.flatMap((row) => {
    const texts = row.map(({ text }) => flat(text))
    const [labels, values] = [texts.filter((text) => !isNumber(text)), texts.filter(isNumber)]
    if (values.length === 0) return [labels.join(' ')]
    const beside = names.test(labels.at(-1)!) ? values.length - own : values.length
    return [[...labels, ...values.slice(beside)].join(' '), values.slice(0, beside).join(' ')]
  })

async function read(names: RegExp, own: number): Promise<ReadReport> {
  const tables = tablesOf(REPORT, PLAIN, 8)
  const text = [`${REPORT.agency}${REPORT.year}年政府信息公开工作年度报告`, '二、主动公开政府信息情况', ...below(tables.proactive, names, own), '三、收到和处理政府信息公开申请情况', ...below(tables.requests, /^$/, 0)].join('\n')
  return (await readReports({ name: 'a.txt', bytes: new TextEncoder().encode(text) })).reports[0]!
}
const doubted = ({ problems }: ReadReport): string[] => problems.flatMap(({ kind, figures }) => (kind === 'row-parted' ? [...figures!] : []))

describe('rows of table 2 whose numbers stand below their names', () => {
  it('one that has some of them beside its name is doubtful: nothing shows in which order they stand', async () => {
    const report = await read(/行政处罚/, 1)
    expect(doubted(report)).toEqual(['penalties.items-before', 'penalties.change', 'penalties.decisions'])
  })

  it('those all of whose numbers are below are not', async () => {
    const report = await read(/^$/, 0)
    expect([doubted(report), report.cells.get('penalties.decisions')?.cell]).toEqual([[], { value: REPORT.figures.get('penalties.decisions') }])
  })
})

it('a note on the line below its number leaves the number in its cell, behind a tab', async () => {
  const tables = tablesOf(REPORT, PLAIN, 8)
  const cells = (rows: Rows): string[] => rows.flatMap((row) => [...row.map(({ text }) => `\t${flat(text)}`), ''])
  const noted = cells(tables.proactive).join('\n').replace(/(\t行政处罚\n\t\S+\n)\t\S+\n\t\S+\n/, '$1\t/\n\t37\n（注：含3件联合发文）\n')
  const text = [`${REPORT.agency}${REPORT.year}年政府信息公开工作年度报告`, '二、主动公开政府信息情况', noted, '三、收到和处理政府信息公开申请情况', ...cells(tables.requests)].join('\n')
  const report = (await readReports({ name: 'a.txt', bytes: new TextEncoder().encode(text) })).reports[0]!
  expect([report.cells.get('penalties.items-before')?.cell, report.cells.get('penalties.decisions')?.cell]).toEqual([{ value: REPORT.figures.get('penalties.items-before') }, expect.objectContaining({ value: 37 })])
})
