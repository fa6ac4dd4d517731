import type { Cell } from '@/domain/cell'
import type { FigureId } from '@/domain/figure'
import { choices } from './choices'
import { equationsOf, holds, type Cells, type ExtraSums } from './sums'

/** A row with another number of cells than the form has columns. */
export interface LooseRow {
  readonly figures: readonly FigureId[]
  readonly cells: readonly Cell[]
}

const MOST_PLACINGS = 400

/** The ways a loose row can stand in its columns: some columns left open, or, with cells to spare, blanks left out. */
function placings({ figures, cells }: LooseRow): Map<FigureId, Cell>[] {
  const filled = cells.length <= figures.length ? cells : cells.filter((cell) => !('missing' in cell) || cell.missing !== 'blank')
  // Zeros fit the form's sums wherever they stand.
  if (filled.length > figures.length || !filled.some((cell) => 'value' in cell && cell.value !== 0)) return []
  return choices(figures.length, filled.length)
    .slice(0, MOST_PLACINGS)
    .map((places) => new Map(places.map((place, at) => [figures[place]!, filled[at]!])))
}

/** The only placing of a loose row that the form's sums allow, and that at least one of them bears out; null where none or several do. */
export function settled(row: LooseRow, cells: Cells, extras: ExtraSums): ReadonlyMap<FigureId, Cell> | null {
  const own = new Set(row.figures)
  const fitting = placings(row).filter((placing) => {
    const filled = new Map<FigureId, Cell>([...cells, ...row.figures.map((figure) => [figure, placing.get(figure) ?? { missing: 'blank' }] as const)])
    const tested = equationsOf(filled, extras)
      .filter(({ left, right }) => [...left, ...right].some((figure) => own.has(figure)))
      .map((equation) => holds(filled, equation))
    return tested.includes(true) && !tested.includes(false)
  })
  return fitting.length === 1 ? fitting[0]! : null
}
