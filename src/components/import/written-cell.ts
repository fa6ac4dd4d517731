import { reasonText } from '@/charts/format'
import { NOT_KNOWN, readCell, type Cell } from '@/domain/cell'
import type { TableCell } from '@/domain/dossier'
import type { FigureId } from '@/domain/figure'
import { isOddCount, unitOfFigure } from '@/domain/formats'
import type { Table } from '@/domain/table'
import { writtenCell } from '@/domain/write-cell'
import type { Words } from '@/i18n'
import { cellText } from '../cell-text'

/** What a reader's writing says in the cell of a figure. */
export const writtenIn = (figure: FigureId, text: string): TableCell => ({ ...readCell(text.trim(), unitOfFigure(figure)), regional: false, about: false })

/** In words what a writing would be read as in a cell; null for one that is neither a number nor a reason. */
export function readingOf(words: Words, figure: FigureId, text: string): string | null {
  const found = writtenIn(figure, text)
  if ('missing' in found) return found.missing === 'unreadable' ? null : reasonText(words, found.missing)
  const number = cellText(words, found)
  return found.note ? words.t('review.noted', { number, note: found.note }) : number
}

/** What is odd about the number that a writing says: it is no count where a count belongs; '' for nothing. */
export function oddOf(words: Words, figure: FigureId, text: string): string {
  const found = writtenIn(figure, text)
  return 'value' in found && isOddCount(figure, found.value) ? words.t('review.odd-count') : ''
}

/** A cell of a table in a report's writing: what stands, what was read before a correction that is kept already (`kept`), and why it was made. */
export interface StandingText {
  readonly stands: string
  readonly before: string
  readonly kept: boolean
  readonly remark: string
}

export function standingText(table: Table, row: number, figure: FigureId): StandingText {
  const written = (said: Cell): string => writtenCell(said, unitOfFigure(figure)) ?? NOT_KNOWN
  const said = table.cell(figure, row)
  const stands = written(said)
  return said.revision ? { stands, before: written(said.revision.before), kept: true, remark: said.revision.remark } : { stands, before: stands, kept: false, remark: '' }
}
