import { MISSING_REASONS, type MissingReason } from '../cell'
import type { FigureId } from '../figure'
import { ABOUT, REASON_BITS, STATED } from '../table'
import type { Cells, CellTerm, Source, Term } from './term'

export const BLANK = MISSING_REASONS.indexOf('blank')
const NOT_APPLICABLE = MISSING_REASONS.indexOf('not-applicable')
export const NOT_KNOWN = MISSING_REASONS.indexOf('not-known')

/** A cell with its column. What stands for it where it was left blank is bound when it is first needed: most totals are filled in. */
export class BoundCell {
  readonly figure: FigureId
  readonly cells: Cells | undefined
  private bound: readonly (readonly BoundTerm[])[] | null = null

  constructor(
    private readonly term: CellTerm,
    private readonly source: Source,
  ) {
    this.figure = term.figure
    this.cells = source.column(term.figure)
  }

  get hasInstead(): boolean {
    return this.term.instead !== undefined
  }

  get instead(): readonly (readonly BoundTerm[])[] {
    this.bound ??= (this.term.instead ?? []).map((terms) => terms.map((each) => bind(each, this.source)))
    return this.bound
  }
}
export interface BoundGroup {
  readonly rows: readonly BoundCell[]
  readonly whole: BoundCell
}
export type BoundTerm = BoundCell | BoundGroup

/** A term with the columns it reads. */
export const bind = (term: Term, source: Source): BoundTerm =>
  'rows' in term ? { rows: term.rows.map((cell) => new BoundCell(cell, source)), whole: new BoundCell(term.whole, source) } : new BoundCell(term, source)

/** What kind of cell it is in a report: stated, or the reason's number. */
export const stateOf = ({ cells }: BoundCell, row: number): number => (cells === undefined ? NOT_KNOWN : cells.states[row]! & REASON_BITS)
/** Blank or not applicable: counts as zero. */
export const isEmpty = (state: number): boolean => state === BLANK || state === NOT_APPLICABLE
/** “/” and the like: the report says that there is none. */
export const isNone = (state: number): boolean => state === NOT_APPLICABLE

/** What a side of a sum adds up to, and out of what. */
export class Tally {
  sum = 0
  stated = 0
  blanks = 0
  /** Totals left blank whose parts are filled in. */
  filled = 0
  about = false
  unknown: MissingReason | null = null

  add(term: BoundTerm, row: number): void {
    if ('rows' in term) this.addGroup(term, row)
    else this.addCell(term, row)
  }

  private addCell(cell: BoundCell, row: number): void {
    const state = stateOf(cell, row)
    if (state === STATED) {
      this.sum += cell.cells!.values[row]!
      this.stated += 1
      if (cell.cells!.states[row]! & ABOUT) this.about = true
    } else if (!isEmpty(state)) this.unknown ??= MISSING_REASONS[state] ?? 'not-known'
    else if (!cell.instead.some((terms) => this.fillFrom(terms, row))) this.blanks += 1
  }

  private fillFrom(terms: readonly BoundTerm[], row: number): boolean {
    const inside = tallyOf(terms, row)
    if (inside.unknown !== null || inside.sum === 0) return false
    this.sum += inside.sum
    this.filled += 1
    this.about ||= inside.about
    return true
  }

  private addGroup({ rows, whole }: BoundGroup, row: number): void {
    for (const cell of rowsInUse(rows, whole, row)) this.addCell(cell, row)
  }
}

/** What terms come to in a report. */
export function tallyOf(terms: readonly BoundTerm[], row: number): Tally {
  const tally = new Tally()
  for (const term of terms) tally.add(term, row)
  return tally
}

/** The rows where they are filled in, else the stated whole. */
export function rowsInUse(rows: readonly BoundCell[], whole: BoundCell, row: number): readonly BoundCell[] {
  const states = rows.map((cell) => stateOf(cell, row))
  const complete = states.every((state) => state === STATED || isEmpty(state))
  if (complete && states.includes(STATED)) return rows
  const wholeState = stateOf(whole, row)
  return wholeState === STATED || (isEmpty(wholeState) && !complete) ? [whole] : rows
}
