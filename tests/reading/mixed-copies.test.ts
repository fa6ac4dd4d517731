import { describe, expect, it } from 'vitest'
import { readReports } from '@/reading'
import { dice, given, PLAIN, tablesOf, text, type Rows } from './documents'

/** Rows as a browser copies them: some cells hold a paragraph, the others their text alone. A tab stands before a cell unless a line ends there; a paragraph has blank lines around it, or just lines of its own. */
function copied(rows: Rows, seed: number, apart: boolean): string {
  const next = dice(seed)
  let made = ''
  for (const row of rows) {
    if (made !== '' && !made.endsWith('\n')) made += '\n'
    row.forEach(({ text: words }, at) => {
      if (at > 0 && !made.endsWith('\n')) made += '\t'
      const plain = words.replace(/\n/g, '')
      if (next(2) === 0) made += plain
      else made += `${made === '' || made.endsWith('\n') ? '' : '\n'}${plain}\n${apart ? '\n' : ''}`
    })
  }
  return made
}

describe('tables copied from a page whose cells hold a paragraph here and none there', () => {
  it.each([
    [7, true],
    [8, true],
    [9, true],
    [10, true],
    [11, false],
    [12, false],
  ])('are read cell by cell (%i, blank lines around paragraphs: %s)', async (seed, apart) => {
    const report = given(seed)
    const tables = tablesOf(report, PLAIN, seed)
    const lines = text(report, tables, 'tabs').split('\n')
    const [two, three, four] = ['二、', '三、', '四、'].map((numeral) => lines.findIndex((line) => line.startsWith(numeral)))
    const end = lines.findIndex((line) => line.startsWith('五、'))
    const body = [...lines.slice(0, two! + 1), copied(tables.proactive, seed, apart), lines[three!]!, copied(tables.requests, seed + 1, apart), lines[four!]!, copied(tables.reviews, seed + 2, apart), ...lines.slice(end)].join('\n')
    const { reports } = await readReports({ name: 'a.txt', bytes: new TextEncoder().encode(body) })
    expect(Object.fromEntries([...reports[0]!.cells].map(([figure, { cell }]) => [figure, 'value' in cell ? cell.value : cell.missing]))).toEqual(Object.fromEntries(report.figures))
  })
})
