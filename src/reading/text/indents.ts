import { APPLICANT_IDS } from '@/domain/figure'
import { sectionOf } from '../meaning/sections'
import { isValue } from '../meaning/values'
import { hasHan, tight } from '../meaning/words'
import type { TextLine } from './lines'
import { LONGEST_LABEL } from './tokens'

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

/** So few lines that begin with a tab have an empty one right above where no such line parts rows: those of one table from another. */
const MOST_APART = 3

/** Whether each line that begins with a tab is a cell, a blank one a tab alone, and nothing parts the rows. */
function areCells(lines: readonly TextLine[]): boolean {
  const isCell = (line: TextLine | undefined): boolean => line?.text.startsWith('\t') === true
  const apart = lines.filter((line, at) => isCell(line) && lines[at - 1]?.text === '').length
  return apart <= MOST_APART && lines.filter((line) => isCell(line) && line.text.trim() !== '').length >= LEAST_CELLS
}

/** Lines without the tab before each cell; what goes on with a name on a line without one is put to it. */
function withWholeNames<Line extends TextLine>(lines: readonly Line[]): readonly Line[] {
  const made: Line[] = []
  let isName = false
  for (const line of lines) {
    const isCell = line.text.startsWith('\t')
    const goesOn: boolean = !isCell && isName && hasHan(line.text) && tight(line.text).length <= LONGEST_LABEL && !/[。；]/.test(line.text) && sectionOf(line.text) === undefined
    if (goesOn) made[made.length - 1] = { ...made.at(-1)!, text: `${made.at(-1)!.text}${line.text.trim()}` }
    else made.push({ ...line, text: line.text.replace('\t', '') })
    isName = goesOn || (isCell && hasHan(line.text) && !isValue(line.text))
  }
  return made
}

/** Lines of which each is a cell, some moved in by a tab: it parts nothing, as no line has one between its words, and few have it alone, as the bound of two cells has, or all cells have one. Left as they are where empty lines part their rows. */
export function withoutIndents<Line extends TextLine>(lines: readonly Line[]): readonly Line[] {
  const tabbed = lines.filter(({ text }) => text.includes('\t'))
  if (tabbed.length < LEAST_TABS || !tabbed.every(({ text }) => /^\t[^\t]*$/.test(text)) || areRows(lines)) return lines
  if (tabbed.filter(({ text }) => text.trim() !== '').length >= tabbed.length * MOSTLY) return lines.map((line) => ({ ...line, text: line.text.replace('\t', '') }))
  return areCells(lines) ? withWholeNames(lines) : lines
}
