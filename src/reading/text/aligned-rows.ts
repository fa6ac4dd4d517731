import { Alignment, type AlignedRow, type RowLine, type TableForm } from './form-rows'
import { labelEdge } from './row-names'
import { addsUp } from './laid-cells'

/** So many rows of numbers show that those of a table leave no cell out. */
const LEAST_WHOLE_ROWS = 6
const PARTIAL_COST = 6

/** Whether all numbers of lines belong to rows of the form without a cell left out, each of which adds up. */
function areWhole<Id extends string>(rows: readonly AlignedRow<Id>[], lines: readonly RowLine[], { width, total }: TableForm<Id>): boolean {
  const filled = rows.filter(({ cells }) => cells.length > 0)
  const used = filled.reduce((count, row) => count + row.lines.filter(({ values }) => values.length > 0).length, 0)
  return filled.length >= LEAST_WHOLE_ROWS && used === lines.filter(({ values }) => values.length > 0).length && filled.every(({ row, cells }) => row !== null && cells.length === width && addsUp(cells, total!) === true)
}

/**
 * Lines of an official table given to the form's rows, in the form's order: each row has a stretch of lines with the cells of one row,
 * or none. Of all ways to cut the lines, the one whose labels are likest to the form's; but first one in which every row with numbers is whole and adds up, where there is one.
 */
export function alignedRows<Id extends string>(lines: readonly RowLine[], form: TableForm<Id>): AlignedRow<Id>[] {
  const edge = labelEdge(lines)
  const likest = new Alignment(lines, form, edge, 0).rows()
  if (form.flowing || !form.total || likest.every(({ cells }) => cells.length === 0 || cells.length === form.width)) return likest
  const whole = new Alignment(lines, form, edge, PARTIAL_COST).rows()
  return areWhole(whole, lines, form) ? whole : likest
}
