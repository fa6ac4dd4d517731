import { APPLICANT_IDS } from '@/domain/figure'
import type { TextLine } from './lines'

/** So few tabs may stand anywhere. */
const LEAST_TABS = 5

/** So large a part of the lines that begin with a tab hold something: where it bounds cells, as many stand alone. */
const MOSTLY = 0.8

/** So many rows of the same number of cells, and so many cells in all of them, make a table. */
const LEAST_ROWS = 4
const LEAST_CELLS = 64

/** Whether empty lines part rows in which each cell begins with a tab: many have the same number of cells, a row of table 3 or more, a blank one a tab alone. */
function areRows(lines: readonly TextLine[]): boolean {
  const counts = new Map<number, number>()
  let cells = 0
  for (const { text } of [...lines, { text: '' }]) {
    if (text.startsWith('\t')) cells += 1
    else if (text.trim() === '') {
      counts.set(cells, (counts.get(cells) ?? 0) + 1)
      cells = 0
    }
  }
  return [...counts].some(([width, rows]) => width > APPLICANT_IDS.length && rows >= LEAST_ROWS && width * rows >= LEAST_CELLS)
}

/** Lines of which each is a cell, some moved in by a tab: it parts nothing, as no line has one between its words, and few have it alone, as the bound of two cells has. Left as they are where empty lines part their rows. */
export function withoutIndents<Line extends TextLine>(lines: readonly Line[]): readonly Line[] {
  const tabbed = lines.filter(({ text }) => text.includes('\t'))
  const areIndents = tabbed.length >= LEAST_TABS && tabbed.every(({ text }) => /^\t[^\t]*$/.test(text)) && tabbed.filter(({ text }) => text.trim() !== '').length >= tabbed.length * MOSTLY
  return areIndents && !areRows(lines) ? lines.map((line) => ({ ...line, text: line.text.replace('\t', '') })) : lines
}
