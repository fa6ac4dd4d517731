import type { TotalAt } from './column-order'
import type { RowLine } from './form-rows'
import { addsUp, asCells } from './laid-cells'

/** So many rows show how all of them are written. */
const LEAST_ROWS = 3

/** Whether numbers stand one a line below their names, as cells are copied, everywhere as many as a row has cells, and all such rows add up: then a name without any has blank ones. */
export function areWholeBelow(lines: readonly RowLine[], width: number, total: TotalAt): boolean {
  const rows = lines.filter(({ values }) => values.length > 0)
  return rows.length >= LEAST_ROWS && rows.every(({ values }) => values.length === width && new Set(values.map(({ y }) => y)).size === width && addsUp(asCells(values), total) === true)
}
