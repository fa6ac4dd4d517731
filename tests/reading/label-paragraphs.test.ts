import { describe, expect, it } from 'vitest'
import { readReports, type ReadReport } from '@/reading'
import { given, PLAIN, tablesOf, text } from './documents'

const rows = ['excessive', 'confirmation'].map((row) => `requests.not-processed.${row}.natural` as const)
const report = Array.from({ length: 99 }, (_, at) => given(2 * at + 1)).find(({ figures }) => rows.every((figure) => figures.get(figure as never)! > 0))!
const tables = tablesOf(report, PLAIN, 13)
const body = text(report, tables, 'tabs').split('\n')
const at = (words: string): number => body.findIndex((line) => line.includes(words))
const value = (figure: string): number => report.figures.get(figure as never)!
const NAMES = ['无正当理由大量反复申请', '要求行政机关确认或重新出具已获取信息'] as const

/** The row of a line as a browser copies it where its label has two paragraphs: the tabs of blank cells before its first number are lost. */
const inParagraphs = (line: string, blank: (cell: string, index: number) => boolean): string[] => {
  const label = line.split('\t').find((cell) => /[\u4e00-\u9fff]/.test(cell))!.replace(/\n/g, '')
  const cells = line.split('\t').slice(-7).map((cell, index) => (blank(cell, index) ? '' : cell))
  const values = cells.join('\t').replace(/^\t+/, '')
  return [label.slice(0, -2), '', label.slice(-2), '', ...(values.trim() === '' ? [] : [values])]
}

async function read(lines: readonly string[]): Promise<ReadReport> {
  return (await readReports({ name: 'a.txt', bytes: new TextEncoder().encode(lines.join('\n')) })).reports[0]!
}
const found = ({ cells }: ReadReport, row: string): unknown[] => [...cells].filter(([figure]) => figure.startsWith(`requests.not-processed.${row}.`)).map(([, { cell }]) => ('value' in cell ? cell.value : cell.missing))
const stated = (row: string): number[] => [...report.figures].filter(([figure]) => figure.startsWith(`requests.not-processed.${row}.`)).map(([, number]) => number)

describe('labels of two paragraphs in a table copied from a page', () => {
  const [first, second] = NAMES.map(at)
  /** Another row with blank cells at its end, as a copy keeps them. */
  const duplicate = at('重复申请')
  const ended = body[duplicate]!.split('\t').map((cell, index, all) => (index > all.length - 7 ? '' : cell)).join('\t')

  it.each([
    ['whole', () => false, stated('excessive')],
    ['with its total alone', (_: string, index: number) => index < 6, ['blank', 'blank', 'blank', 'blank', 'blank', 'blank', value('requests.not-processed.excessive.total')]],
    ['without a number', () => true, Array.from({ length: 7 }, () => 'blank')],
  ] as const)('a row %s has its own cells, and the next its own', async (_, blank, own) => {
    const lines = body.map((line, index) => (index === duplicate ? [ended] : index === first ? inParagraphs(line, blank) : index === second ? inParagraphs(line, () => false) : [line])).flat()
    const reading = await read(lines)
    expect(found(reading, 'excessive')).toEqual(own)
    expect(found(reading, 'confirmation')).toEqual(stated('confirmation'))
  })

  it('never takes the numbers of the next row where its own are not known', async () => {
    const lines = body.flatMap((line, index) => (index === first ? inParagraphs(line, (_, column) => column < 6) : index === second ? inParagraphs(line, () => false) : [line]))
    expect(found(await read(lines), 'excessive')).not.toEqual(stated('confirmation'))
  })
})
