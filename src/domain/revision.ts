import type { Cell } from './cell'
import type { FigureId } from './figure'

/** `edit`: the reader corrected what was read of the source; `repair`: the source's own number, as an accepted proposal of a check would have it. */
export type RevisionKind = 'edit' | 'repair'

/** A cell that no longer says what stood there. The table holds the new cell; what stood there before and why it was changed stand here. */
export interface Revision {
  /** Report row. */
  readonly row: number
  readonly figure: FigureId
  readonly kind: RevisionKind
  readonly before: Cell
  /** Why: the reader's words, or the check whose proposal it is. */
  readonly remark: string
}
