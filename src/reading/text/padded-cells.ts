import { APPLICANT_IDS } from '@/domain/figure'
import { RESULT_LABELS } from '../meaning/labels'
import { isValue } from '../meaning/values'
import { hasHan } from '../meaning/words'
import type { TextLine } from './lines'

/** So many lines that go on with the row above show that cells end with a line's end of their own. */
const LEAST_LINES = 7

/** So many results at least stand on a line of headings. */
const LEAST_RESULTS = 4

const areNumbers = (cells: readonly string[]): boolean => cells.some((cell) => cell.trim() !== '') && cells.every((cell) => cell.trim() === '' || isValue(cell))
/** A line that begins a row: with a name or a number, and a number behind a tab. */
const beginsRow = (text: string): boolean => !/^\s*\t/.test(text) && text.split('\t').slice(1).some((cell) => cell.trim() !== '' && isValue(cell))
/** A line of several results, which head the columns of table 4. */
const headsResults = (text: string): boolean => text.split('\t').length > LEAST_RESULTS && text.split('\t').every((cell) => RESULT_LABELS.is(cell) !== undefined)
/** A line that begins with the bound of a cell, and holds numbers alone. */
const goesOn = (text: string): boolean => /^ *\t/.test(text) && areNumbers(text.split('\t').slice(1))
/** A line of blank cells that begins with the bound of one, below a row that has fewer cells behind its name than table 3. */
function fillsUp(text: string, row: string): boolean {
  const cells = row.split('\t')
  return /^ *\t[ \t]*$/.test(text) && cells.length - 1 - cells.findLastIndex(hasHan) + text.split('\t').length - 1 <= APPLICANT_IDS.length
}

/**
 * Rows as pages are copied whose cells begin or end with the end of a line of their own: its name or first number with others behind it, and on the lines right below
 * it more of these, each line with a tab before it. They become one line; other texts stay as they are, those too where each cell has a line behind a tab.
 */
export function joinedPaddedCells(lines: readonly TextLine[]): readonly TextLine[] {
  const made: TextLine[] = []
  let joined = 0
  /** Whether the last line is of a row that began on one above, or on it. */
  let open = false
  for (const line of lines) {
    const isMore = open && (goesOn(line.text) || fillsUp(line.text, made.at(-1)!.text))
    if (isMore) {
      joined += 1
      made[made.length - 1] = { ...made.at(-1)!, text: `${made.at(-1)!.text.replace(/ +$/, '')}${line.text}` }
    } else {
      // Below the results a row has no name: it begins with its first number.
      open = beginsRow(line.text) || (isValue(line.text) && headsResults(made.findLast(({ text }) => text.trim() !== '')?.text ?? ''))
      made.push(line)
    }
  }
  return joined < LEAST_LINES ? lines : made
}
