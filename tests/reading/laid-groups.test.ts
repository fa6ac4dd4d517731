import { expect, it } from 'vitest'
import { APPLICANT_IDS, type FigureId } from '@/domain/figure'
import { readReports } from '@/reading'
import { REQUEST_LABELS, ROW_ORDER } from '@/reading/meaning/labels'
import { given, PLAIN, tablesOf, text } from './documents'

const report = given(10)
const wide = (words: string): number => [...words].reduce((sum, letter) => sum + (letter > '\u2e80' ? 2 : 1), 0)
const laid = (...cells: readonly (readonly [at: number, words: string])[]): string => cells.reduce((line, [at, words]) => `${line}${' '.repeat(Math.max(0, at - wide(line)))}${words}`, '')
const halves = (words: string, letters: number): string[] => Array.from({ length: Math.ceil(words.length / letters) }, (_, at) => words.slice(at * letters, (at + 1) * letters))

/** The lines of a row: names broken over them in columns of their own, its numbers on the first. */
function rowOf(names: readonly string[], values: readonly number[]): string[] {
  const parts = names.map((name) => halves(name, 4))
  return Array.from({ length: Math.max(...parts.map(({ length }) => length)) }, (_, at) =>
    laid(...parts.map((part, column) => [column * 10, part[at] ?? ''] as const), ...(at > 0 ? [] : values.map((value, column) => [34 + column * 8, String(value)] as const))),
  )
}

it('a table 3 that repeats the names of its side and of the groups beside each row, all broken over lines', async () => {
  const groups = { refused: '（三）不予公开', unavailable: '（四）无法提供', 'not-processed': '（五）不予处理' }
  const other = ROW_ORDER.filter((row) => report.figures.has(`requests.${row}.total`))
  const rows = other.flatMap((row) => {
    const name = REQUEST_LABELS.writings(row).toSorted((a, b) => b.length - a.length)[0]!
    const group = groups[row.split('.')[0] as keyof typeof groups] ?? ''
    const side = ['received', 'carried-in', 'carried-out'].includes(row) ? [name] : ['三、本年度办理结果', ...(group ? [group, name] : [row === 'other' ? '（六）其他处理' : name])]
    return rowOf(side, APPLICANT_IDS.map((applicant) => report.figures.get(`requests.${row}.${applicant}`)!))
  })
  expect(other).toContain('other')
  const all = text(report, tablesOf(report, PLAIN, 10), 'layout').split('\n')
  const [from, to] = ['三、收到', '四、政府信息'].map((words) => all.findIndex((line) => line.startsWith(words)))
  const lines = [...all.slice(0, from! + 1), laid(...['自然人', '企业', '科研', '公益', '法律', '其他', '总计'].map((words, at) => [34 + at * 8, words] as const)), ...rows, '', ...all.slice(to)]
  const { reports } = await readReports({ name: 'a.txt', bytes: new TextEncoder().encode(lines.join('\n')) })
  const differing = [...report.figures].filter(([figure, value]) => {
    const cell = reports[0]!.cells.get(figure as FigureId)?.cell
    return figure.startsWith('requests.') && !(cell && 'value' in cell && cell.value === value)
  })
  expect(differing).toEqual([])
})
