import { Alignment, BEGUN_ABOVE_COST, type AlignedRow, type RowLine, type TableForm } from './form-rows'
import { labelEdge } from './row-names'
import { addsUp, isPutTogether } from './laid-cells'

/** So many rows of numbers show that those of a table leave no cell out. */
const LEAST_WHOLE_ROWS = 6
const PARTIAL_COST = 6

/** Whether all numbers of lines belong to rows of the form without a cell left out, each of which adds up. */
function areWhole<Id extends string>(rows: readonly AlignedRow<Id>[], lines: readonly RowLine[], { width, total }: TableForm<Id>): boolean {
  const filled = rows.filter(({ cells }) => cells.length > 0)
  const used = filled.reduce((count, row) => count + row.lines.filter(({ values }) => values.length > 0).length, 0)
  return filled.length >= LEAST_WHOLE_ROWS && used === lines.filter(({ values }) => values.length > 0).length && filled.every(({ row, cells }) => row !== null && cells.length === width && addsUp(cells, total!) === true)
}

/** On which sides of the others of their row numbers stand that are broken over lines: a program sets all of a table on the same. */
function sidesOf<Id extends string>(rows: readonly AlignedRow<Id>[], { width }: TableForm<Id>): Set<'above' | 'below'> {
  const widths = rows.filter(({ cells }) => isPutTogether(cells)).map(({ lines }) => lines.map(({ values }) => values.length).filter((count) => count > 0))
  return new Set(widths.flatMap((own): ('above' | 'below')[] => (own.length !== 2 || own[0] === own[1] ? [] : own[1] === width ? ['above'] : own[0] === width ? ['below'] : [])))
}

const failing = <Id extends string>(rows: readonly AlignedRow<Id>[], { total }: TableForm<Id>): number => rows.filter(({ cells }) => cells.length > 0 && addsUp(cells, total!) === false).length

/** The rows whose labels are likest to the form's; but first those of which every one with numbers is whole and adds up. `begunCost`: what it costs that a broken number begins above its row's others. */
function rowsOf<Id extends string>(lines: readonly RowLine[], form: TableForm<Id>, begunCost: number): AlignedRow<Id>[] {
  const edge = labelEdge(lines)
  const likest = new Alignment(lines, form, edge, 0, begunCost).rows()
  if (form.flowing || !form.total || likest.every(({ cells }) => cells.length === 0 || cells.length === form.width)) return likest
  const whole = new Alignment(lines, form, edge, PARTIAL_COST, begunCost).rows()
  return areWhole(whole, lines, form) ? whole : likest
}

/**
 * Lines of an official table given to the form's rows, in the form's order: each row has a stretch of lines with the cells of one row,
 * or none. Of all ways to cut the lines, the one whose labels are likest to the form's; but first one in which every row with numbers is whole and adds up, where there is one.
 * Where broken numbers would stand on both sides of the others of their rows they all begin above, if as many rows add up so.
 */
export function alignedRows<Id extends string>(lines: readonly RowLine[], form: TableForm<Id>): AlignedRow<Id>[] {
  const rows = rowsOf(lines, form, BEGUN_ABOVE_COST)
  if (form.flowing || !form.total || sidesOf(rows, form).size < 2) return rows
  const begun = rowsOf(lines, form, -BEGUN_ABOVE_COST)
  return sidesOf(begun, form).size === 1 && begun.length === rows.length && failing(begun, form) <= failing(rows, form) ? begun : rows
}
