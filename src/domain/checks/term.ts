import type { Applicant, FigureId } from '../figure'
import type { Label } from '../label'
import type { Named } from './words'

/** A cell of a sum. `instead`: what stands for it where it was left blank, the first that is filled. */
export interface CellTerm {
  readonly figure: FigureId
  readonly instead?: readonly (readonly Term[])[]
}

/** A group given by its rows, or by the total stated for the whole of it. */
export interface GroupTerm {
  readonly rows: readonly CellTerm[]
  readonly whole: CellTerm
}

export type Term = CellTerm | GroupTerm

/** Every figure that terms may rest on. */
export const figuresOfTerms = (terms: readonly Term[]): FigureId[] =>
  terms.flatMap((term) => ('rows' in term ? figuresOfTerms([...term.rows, term.whole]) : [term.figure, ...(term.instead ?? []).flatMap(figuresOfTerms)]))

/** A sum of a form: `found` and `expected` must be equal. */
export interface SumSpec {
  readonly name: string
  readonly label: Label
  readonly found: readonly Term[]
  readonly expected: readonly Term[]
  /** The figures of the whole table: where none is stated, the table is missing. */
  readonly table: readonly FigureId[]
  /** The parts of all sums of its kind: where none is stated, only totals were filled in. */
  readonly parts: readonly FigureId[]
  /** The name of a figure among the others of the sum. */
  readonly nameOf: (figure: FigureId) => Label
  /** Rows that the form does not have count in this column too. */
  readonly extras?: Applicant
  /** The cells in the order of the form's row, the total last; or of its column. */
  readonly line: readonly FigureId[]
}

export interface Cells {
  readonly values: Int32Array | Float64Array
  readonly states: Uint8Array
}

/** A cell that a sum rests on in one report. */
export interface SumCell extends Named {
  readonly figure: FigureId
  /** Without a number, which counts as zero: nothing stands in it, or “/”. */
  readonly blank: boolean
  /** A “/” or the like stands in it, which says that there is none: nothing was forgotten. */
  readonly none: boolean
  readonly known: boolean
}

/** The cells that the sides of a sum rest on in a report. */
export interface Sides {
  readonly found: readonly SumCell[]
  readonly expected: readonly SumCell[]
}

/** Where a sum reads its cells: a table, or one report on which a repair is tried. */
export interface Source {
  readonly column: (figure: FigureId) => Cells | undefined
  readonly anyStated: (figures: readonly FigureId[], row: number) => boolean
  readonly extras: (applicant: Applicant, row: number) => Extras
}

/** What rows that the form does not have (属于工作秘密 …) add in a column: what they say of the applicant, and what only their totals say. */
export interface Extras {
  readonly own: number
  readonly undivided: number
}
