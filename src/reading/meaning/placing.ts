import { APPLICANT_IDS, type Applicant } from '@/domain/figure'
import type { Piece } from './entries'
import { tight } from './words'

/** The columns of table 3 by what their headings name. */
export type Headings = ReadonlyMap<Applicant, Piece>

const reaches = (piece: Piece, column: number): boolean => piece.column <= column && column < piece.column + piece.width

/** Whether all seven headings are there, each over a column of its own, and not in the form's order. */
export function isReordered(headings: Headings): boolean {
  const columns = APPLICANT_IDS.map((id) => headings.get(id)?.column ?? -1)
  return !columns.includes(-1) && new Set(columns).size === columns.length && columns.some((column, at) => at > 0 && column < columns[at - 1]!)
}

/**
 * The value under the heading of each applicant, null of one without a heading (the report left the column out); null where that is
 * not clear: without a column for natural persons or totals, where a value stands under no heading, or where a merged one says more than
 * nothing or zero. Values under a heading of another name (the year before, all organisations in one) are none of the form's.
 */
export function placedUnder(headings: Headings, others: readonly Piece[], values: readonly Piece[]): (Piece | null)[] | null {
  if (!headings.has('natural') || !headings.has('total')) return null
  const found = APPLICANT_IDS.map((id) => {
    const heading = headings.get(id)
    return heading ? values.find((value) => reaches(value, heading.column)) : null
  })
  if (found.includes(undefined)) return null
  const pieces = found as (Piece | null)[]
  const columns = [...headings.values()].map(({ column }) => column)
  const elsewhere = others.filter((heading) => !columns.some((column) => reaches(heading, column)))
  const left = values.filter((value) => !pieces.includes(value))
  const merged = pieces.filter((piece) => piece !== null && pieces.indexOf(piece) !== pieces.lastIndexOf(piece)) as Piece[]
  const clear = left.every(({ text, column }) => tight(text) === '' || elsewhere.some((heading) => reaches(heading, column))) && merged.every(({ text }) => /^(?:0|[-—/]|无)?$/.test(tight(text)))
  return clear ? pieces : null
}
