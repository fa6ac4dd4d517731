import type { MissingReason } from '@/domain/cell'
import type { FigureId } from '@/domain/figure'
import { unitOfFigure } from '@/domain/formats'
import type { TableCell } from '@/domain/dossier'
import { digitsOf } from '@/domain/unit'
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

/** The number of a cell in its figure's unit, or the mark of the reason. */
export function cellText(words: Words, figure: FigureId, cell: TableCell): string {
  return 'value' in cell ? words.number(cell.value, digitsOf(unitOfFigure(figure)) || 2) : MISSING_MARKS[cell.missing]
}
