import { APPLICANT_IDS, type Applicant } from '@/domain/figure'
import type { Piece } from './entries'
import { tight } from './words'

/** A heading that is copied into so many columns takes in those of a finer grid. */
const LEAST_COPIES = 2

/** The columns that each heading of a line is copied into, side by side. */
export function copiesOf(found: readonly { readonly id: Applicant; readonly piece: Piece }[]): Map<Applicant, Piece> {
  const copies = new Map<Applicant, Piece>()
  for (const { id, piece } of found) {
    const first = copies.get(id)
    const end = first && first.column + first.width
    if (!first) copies.set(id, piece)
    else if (end === piece.column) copies.set(id, { ...first, width: first.width + piece.width })
  }
  return copies
}

/** Values beside each other that say the same: one merged cell, copied, or several alike. */
interface Run {
  readonly piece: Piece
  end: number
}

function runsOf(values: readonly Piece[]): Run[] {
  const runs: Run[] = []
  for (const piece of values) {
    const last = runs.at(-1)
    if (last && tight(last.piece.text) === tight(piece.text) && last.end === piece.column) last.end = piece.column + piece.width
    else runs.push({ piece, end: piece.column + piece.width })
  }
  return runs
}

/**
 * The value of each applicant in a row whose merged cells are copied into each column that they take in, where their edges and those of the
 * headings differ a little: the one in the middle of its heading. Null where headings are not copied, one is missing, two values meet in the middle of one, or a value is in none.
 */
export function underCopies(copies: ReadonlyMap<Applicant, Piece>, values: readonly Piece[]): Piece[] | null {
  const headings = APPLICANT_IDS.map((id) => copies.get(id))
  if (headings.includes(undefined) || values.length <= APPLICANT_IDS.length || !headings.some((heading) => heading!.width >= LEAST_COPIES)) return null
  const runs = runsOf(values)
  const middles = (headings as Piece[]).map(({ column, width }): [number, number] => [column + Math.floor((width - 1) / 2), column + Math.floor(width / 2)])
  const own = middles.map((columns) => columns.map((column) => runs.find(({ piece, end }) => piece.column <= column && column < end)))
  const found = own.map(([left, right]) => (left === right ? left : undefined))
  if (found.includes(undefined) || runs.some((run) => !found.includes(run))) return null
  return found.map((run) => run!.piece)
}
