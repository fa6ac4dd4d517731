import { choices } from '../meaning/choices'
import type { LaidCell } from './laid-cells'

/** Where the numbers of a column stand. */
export interface Column {
  readonly left: number
  readonly right: number
}

/** So far a row's numbers may stand beside their columns, all moved together. */
const MOST_SHIFT = 4

const SHIFT_COST = 0.6
const OFF_CENTRE_COST = 0.3
/** How far cells stand from the columns chosen for them, all of them moved together at a price. */
function costOf(cells: readonly LaidCell[], columns: readonly Column[], places: readonly number[]): number {
  const shifted = (shift: number): number =>
    cells.reduce((sum, { x, width }, at) => {
      const { left, right } = columns[places[at]!]!
      const [from, to] = [x + shift, x + shift + width]
      const narrow = Math.min(width, right - left)
      return sum + Math.max(0, left - to + narrow, from - right + narrow) + OFF_CENTRE_COST * Math.abs((from + to) / 2 - (left + right) / 2)
    }, Math.abs(shift) * SHIFT_COST)
  return Math.min(...Array.from({ length: 2 * MOST_SHIFT + 1 }, (_, at) => shifted(at - MOST_SHIFT)))
}

/** The columns under which cells of a row stand most nearly. */
export const placesOf = (cells: readonly LaidCell[], columns: readonly Column[]): readonly number[] =>
  choices(columns.length, cells.length)
    .map((places) => ({ places, cost: costOf(cells, columns, places) }))
    .sort((a, b) => a.cost - b.cost)[0]?.places ?? []
