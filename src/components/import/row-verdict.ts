import type { Dossier } from '@/domain/dossier'
import type { FigureId } from '@/domain/figure'
import type { Words } from '@/i18n'

/** The cells of a row that wait to be looked at, of how many of them nothing was read, and whether nothing is known of the whole row. */
export interface WaitingRow {
  readonly cells: readonly FigureId[]
  readonly absent: number
  readonly whole: boolean
}

/** What waits in the row of a cell. */
export function waitingRow({ tables }: Dossier, figure: FigureId | undefined, waits: (figure: FigureId) => boolean, isKnown: (figure: FigureId) => boolean): WaitingRow {
  const rows = tables.flatMap((table) => table.rows.map((row) => row.cells.flatMap((cell) => cell?.figure ?? [])))
  const row = rows.find((each) => figure !== undefined && each.includes(figure)) ?? []
  const cells = row.filter(waits)
  return { cells, absent: cells.filter((each) => !isKnown(each)).length, whole: !row.some(isKnown) }
}

type Keys = Readonly<Record<'whole' | 'absent' | 'some' | 'read', string>>

function told(words: Words, { cells, absent, whole }: WaitingRow, keys: Keys): string {
  const kind = whole ? 'whole' : absent === 0 ? 'read' : absent === cells.length ? 'absent' : 'some'
  return words.t(keys[kind], { n: cells.length, absent })
}

/** What can be found of them at once beside the document: they are as it says; of what was not read, that it has no such cells, or no such row. */
export const rowVerdict = (words: Words, row: WaitingRow): string => told(words, row, { whole: 'review.absent-row', absent: 'review.absent-cells', some: 'review.confirm-row-some', read: 'review.confirm-row' })

/** The same as it is told afterwards. */
export const rowDone = (words: Words, row: WaitingRow): string => told(words, row, { whole: 'review.did-row-absent', absent: 'review.did-row-absent', some: 'review.did-row-some', read: 'review.did-row' })

/** What is kept as the reader's words with a cell that the document does not have, where the reader wrote none. */
export const absentRemark = (words: Words, whole: boolean): string => words.t(whole ? 'review.row-absent' : 'review.absent')
