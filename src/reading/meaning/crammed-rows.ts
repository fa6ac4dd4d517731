import type { TableCell } from '../document'
import { ITEM_LABELS, REQUEST_LABELS, RESULT_LABELS } from './labels'
import { isNumberCell } from './values'
import { isNumbered, segments, tight } from './words'

const linesOf = ({ text }: TableCell): string[] => text.split('\n').filter((line) => tight(line) !== '')
const isRowName = (text: string): boolean => isNumbered(text) || REQUEST_LABELS.is(text) !== undefined || ITEM_LABELS.is(text) !== undefined || RESULT_LABELS.is(text) !== undefined

/** The names of so many rows in one cell: a line each, or numbered where a line's end breaks them. */
function namesIn(cell: TableCell, count: number): string[] | undefined {
  const lines = linesOf(cell)
  return [lines, segments(lines.join(''))].find((names) => names.length === count && names.every(isRowName))
}

/**
 * The rows of the form that one row of a table holds, where a cell of names has a line for each and every cell of numbers behind it has as
 * many: the first with the first. A row that holds one, or whose cells have other numbers of lines, is itself.
 */
export function partedRows(cells: readonly TableCell[]): (readonly TableCell[])[] {
  const filled = cells.findLastIndex(({ text }) => tight(text) !== '')
  const count = filled < 0 ? 0 : linesOf(cells[filled]!).length
  const isCrammed = (cell: TableCell): boolean => tight(cell.text) === '' || (linesOf(cell).length === count && linesOf(cell).every(isNumberCell))
  const at = count > 1 ? cells.findLastIndex((cell) => !isCrammed(cell)) : -1
  const names = at >= 0 && at < filled ? namesIn(cells[at]!, count) : undefined
  if (!names) return [cells]
  const lineOf = (cell: TableCell, line: number): TableCell => ({ ...cell, text: linesOf(cell)[line] ?? '' })
  return names.map((text, line) => cells.map((cell, place) => (place === at ? { ...cell, text } : place > at ? lineOf(cell, line) : cell)))
}
