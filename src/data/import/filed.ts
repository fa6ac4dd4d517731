import { NOT_KNOWN, readCell } from '@/domain/cell'
import type { FigureId } from '@/domain/figure'
import { unitOfFigure, type AgencyField } from '@/domain/formats'
import type { Label } from '@/domain/label'

export type Fields = Readonly<Partial<Record<AgencyField | 'name', string>>>

export interface FiledAgency {
  readonly id: string
  /** Of the formats it reports in. */
  readonly family: string
  fields: Fields
  /** File and year it was last met in. */
  occasion: string
}

export interface FiledReport {
  readonly agency: number
  readonly year: number
  /** `cn`: the national form, settled at the end by its figures and year. */
  format: string
  readonly sources: Set<string>
  scope: string
  breaks: boolean
  notes: string
}

/** Numbers as numbers, everything else as it stands in the file; undefined where no file has the cell. */
export type FiledCell = number | string | undefined

export interface FiledColumn {
  readonly figure: FigureId
  readonly cells: FiledCell[]
  /** Index of the file each cell came from. */
  readonly from: number[]
}

export interface FiledVersion {
  readonly row: number
  readonly origin: string
  readonly cells: Map<FigureId, { readonly text: string; readonly against: string }>
}

/** A cell that the reader corrected: what was read before, and the reader's words. `origin`: the version that has it; '' for the cell that stands. */
export interface FiledEdit {
  readonly row: number
  readonly figure: FigureId
  readonly origin: string
  readonly before: string
  readonly remark: string
}

/** A cell that was read with doubt, or that the reader confirmed against the document. */
export interface FiledDoubt {
  readonly row: number
  readonly figure: FigureId
  readonly origin: string
  readonly why: Label
  readonly confirmed: boolean
  readonly remark: string
}

/** A cell as it goes into a file; `..` where nobody states it. */
export const filedText = (cell: FiledCell): string => (cell === undefined ? NOT_KNOWN : String(cell))

/** Whether two texts of a cell say the same. */
export function same(a: Exclude<FiledCell, undefined>, b: Exclude<FiledCell, undefined>, figure: FigureId): boolean {
  if (a === b) return true
  if (typeof a === 'number' && typeof b === 'number') return false
  const unit = unitOfFigure(figure)
  const [left, right] = [readCell(String(a), unit), readCell(String(b), unit)]
  if ('value' in left) return 'value' in right && left.value === right.value && left.note === right.note
  return 'missing' in right && left.missing === right.missing && left.missing !== 'unreadable'
}
