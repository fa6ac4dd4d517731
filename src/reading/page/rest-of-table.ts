import { cellsOf, type TableBlock, type TableCell, type TableRow } from '../document'
import { isNumber } from './geometry'
import { hasHan, tight } from '../meaning/words'

const isBlank = ({ text }: TableCell): boolean => tight(text) === ''
const isRowOfNumbers = (row: TableRow): boolean => cellsOf(row).some(({ text }) => /\d/.test(text)) && cellsOf(row).every((cell) => isBlank(cell) || isNumber(cell.text))
const isHeading = (row: TableRow): boolean => cellsOf(row).some(({ text }) => hasHan(text)) && !cellsOf(row).some(({ text }) => isNumber(text))

/**
 * Two tables above and below the end of a page as one: the second is numbers alone, as many in each row as the headings are that the first ends with, below whose cells they stand. Null where they are two.
 */
export function withNumbersBelow(above: TableBlock, below: TableBlock): TableBlock | null {
  // What the end of the page leaves of the row below it.
  const last = above.rows.findLastIndex((row) => cellsOf(row).some((cell) => !isBlank(cell)))
  const heads = cellsOf(above.rows[last] ?? [])
  const isOne = heads.length > 1 && isHeading(above.rows[last]!) && below.rows.every((row) => isRowOfNumbers(row) && cellsOf(row).length === heads.length)
  if (!isOne) return null
  const under = (row: TableRow, at: number): TableRow => {
    const cells = cellsOf(row).map((cell, index): TableCell => ({ ...cell, row: last + 1 + at, column: heads[index]!.column, columnSpan: heads[index]!.columnSpan, rowSpan: 1 }))
    return above.rows[last]!.map((head) => (head ? cells[heads.indexOf(head)]! : null))
  }
  return { ...above, rows: [...above.rows.slice(0, last + 1), ...below.rows.map(under)] }
}
