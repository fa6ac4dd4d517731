import type { TableCell } from '../document'
import { GROUP_ROWS, ITEM_LABELS, REQUEST_LABELS, RESULT_LABELS } from './labels'
import { namesItem } from './single-figures'
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

/** The rows of table 2 that one row of a table holds side by side, each item with its cells behind it; the row itself where it names one, where an item has no cell before the next, or where none has a number: they head columns then. */
export function rowsBeside(cells: readonly TableCell[]): (readonly TableCell[])[] {
  const starts = cells.flatMap(({ text }, at) => (namesItem(text) ? [at] : []))
  const parts = starts.map((from, at) => cells.slice(at === 0 ? 0 : from, starts[at + 1]))
  const isOne = (part: readonly TableCell[]): boolean => isNumberCell(part.at(-1)!.text)
  const isFilled = ({ text }: TableCell): boolean => tight(text) !== '' && isNumberCell(text)
  return parts.length > 1 && parts.every(isOne) && cells.some(isFilled) ? parts : [cells]
}

/** Whether a text is the name of one row of table 3 or 2 that has numbers of its own. */
const isLeaf = (text: string): boolean => ITEM_LABELS.is(text) !== undefined || ![undefined, 'extra'].includes(REQUEST_LABELS.is(text)) && !GROUP_ROWS.has(REQUEST_LABELS.is(text)!)

/** The names of so many rows that one text holds, each the form's own; undefined where it holds anything else. */
export function namesOfRows(text: string, count: number): string[] | undefined {
  const names = segments(tight(text))
  return count > 1 && names.length === count && new Set(names).size === count && names.every(isLeaf) ? names : undefined
}

/** The cells of a row where a cell that reaches over several names each of them, and cells of each row's own stand behind it: the row's name stands in its place. */
export function withOwnName(cells: readonly TableCell[], row: number): readonly TableCell[] {
  return cells.map((cell, at) => {
    const names = cells.slice(at + 1).some(({ rowSpan, text }) => rowSpan === 1 && isNumberCell(text)) ? namesOfRows(cell.text, cell.rowSpan) : undefined
    return names ? { ...cell, text: names[row - cell.row]!, row, rowSpan: 1 } : cell
  })
}
