import { APPLICANT_IDS } from '@/domain/figure'
import { tight } from '../meaning/words'
import { headingsIn } from '../meaning/labels'
import type { TextLine } from './lines'
import { tokensOf } from './tokens'

/** Blank lines behind a row: as many as the cells of its labels that go on from the row above. */
export const MOST_BLANKS_BEHIND = 2

/** What stands between one label and the next: `0` for each number, a space for a blank line. */
function runsOf(lines: readonly TextLine[]): string[] {
  const runs: string[] = []
  for (const { text } of lines) {
    const blank = text.trim() === ''
    // A line of prose has no numbers of a row behind it.
    const tokens = tokensOf(text)
    const isLabel = !blank && tokens?.label !== ''
    if (isLabel) runs.push('')
    else if (runs.length > 0) runs[runs.length - 1] += blank ? ' ' : '0'.repeat(tokens!.values.length)
  }
  return runs
}

/** So large a share of the names of rows have a blank line behind them where blank lines part cells. */
const MOSTLY_APART = 0.9

/** The heading of the first column of table 3, alone or with others. */
const isFirstHeading = (text: string): boolean => tight(text) === '自然人' || (tight(text).startsWith('自然人') && headingsIn(text) !== null)
const CLOSES_REQUESTS = /复议|诉讼/

/** The lines of table 3, from its headings to those of table 4; all lines where its headings are not found. */
function requestsPart(lines: readonly TextLine[]): readonly TextLine[] {
  const from = lines.findIndex(({ text }) => isFirstHeading(text))
  if (from < 0) return lines
  const to = lines.findIndex(({ text }, at) => at > from && CLOSES_REQUESTS.test(text))
  return lines.slice(from, to < 0 ? undefined : to)
}

/** What blank lines of a text with a cell a line say. */
export interface BlankLines {
  /** Each in a row is a blank cell. */
  readonly areCells: boolean
  /** So many part two rows. */
  readonly separators: number
  /** How many cells a row of table 3 has beside its names. */
  readonly width: number
}

/** How many columns table 3 has: one more than the form's where a heading names the sum of organisations. */
function widthOf(lines: readonly TextLine[]): number {
  const first = lines.findIndex(({ text }) => tokensOf(text)?.label === '')
  return APPLICANT_IDS.length + (lines.slice(0, Math.max(first, 0)).some(({ text }) => tight(text) === '小计') ? 1 : 0)
}

/** So many rows with blank lines and more lines than cells show that these are no cells: some stand for merged names, or for second paragraphs. */
const LEAST_LONGER = 3

/** So many rows of blanks alone, each with the blank lines behind it that part two rows. */
const LEAST_BLANK = 3

/** So many rows that all end in the last column are no chance. */
const LEAST_CLOSED = 6

/** Whether blank lines are blank cells: rows are as long as table 3 is wide with them, and are not without them. A row of blanks alone is, where others have no blank line behind them, and several where those are as many longer. */
function showCells(runs: readonly string[], separators: number, width: number): boolean {
  const rows = runs.filter((run) => run.trim() !== '')
  // A table without any number: its rows have as many blank lines as cells.
  if (rows.length === 0) return runs.filter(({ length }) => length >= width && length <= width + MOST_BLANKS_BEHIND).length >= LEAST_CLOSED
  const full = rows.filter((run) => run.length >= width && run.length <= width + separators + MOST_BLANKS_BEHIND && run.slice(width).trim() === '')
  // Where a blank line stands behind nearly every name, they stand between cells too.
  if (rows.filter((run) => run.startsWith(' ')).length > rows.length * MOSTLY_APART) return false
  if (rows.filter((run) => run.trimEnd().length > width && run.trimEnd().includes(' ')).length >= LEAST_LONGER) return false
  // Where each row ends with a number in the last column, however many blank lines part it from the next.
  if (rows.length >= LEAST_CLOSED && rows.every((run) => run.trimEnd().length === width) && rows.some((run) => run.trimEnd().includes(' '))) return true
  const blank = runs.filter((run) => run === ' '.repeat(width + separators)).length >= (separators === 0 ? 1 : LEAST_BLANK)
  return full.length >= 4 && (blank || full.some((run) => run.slice(0, width).includes(' '))) && full.length * 2 > rows.length
}

/** What the blank lines of a text say, by the rows of its table 3. */
export function blankLines(lines: readonly TextLine[]): BlankLines {
  const part = requestsPart(lines)
  const [runs, width] = [runsOf(part), widthOf(part)]
  const separators = separatorsOf(runs, width)
  return { areCells: showCells(runs, separators, width), separators, width }
}

/** Blank lines behind each row: fewest behind those of table 3 that are full without them. */
function separatorsOf(runs: readonly string[], width: number): number {
  const full = runs.filter((run) => run.trimEnd().length === width && !run.trimEnd().includes(' '))
  return full.length === 0 ? 0 : Math.min(...full.map((run) => run.length - run.trimEnd().length))
}
