import type { MissingReason } from '@/domain/cell'
import type { TableCell } from '@/domain/dossier'
import type { Words } from '@/i18n'

/** The mark of each kind of cell without a number, for places too narrow for words. Each mark is another, so that zero, blank and not known never look alike. */
export const MISSING_MARKS: Readonly<Record<MissingReason, string>> = {
  'not-known': '··',
  blank: '□',
  'not-applicable': '/',
  suppressed: '＊',
  unreadable: '?',
  'not-in-format': '×',
  'no-report': '–',
  'not-computable': '÷0',
  contradictory: '≠',
  'fails-check': '△',
}

/** A number is shown whole, as its report states it; no report states so many decimals, and what a sum adds beyond them is none of its. */
const MOST_DECIMALS = 10

/** The number of a cell in its figure's unit, unrounded, or the mark of the reason. */
export const cellText = (words: Words, cell: TableCell): string => ('value' in cell ? words.number(cell.value, MOST_DECIMALS) : MISSING_MARKS[cell.missing])
