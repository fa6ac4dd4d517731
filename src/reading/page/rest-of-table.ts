import { cellsOf, type TableBlock, type TableCell, type TableRow } from '../document'
import { isNumber } from './geometry'
import { columnOf, widthsOf } from '../meaning/item-columns'
import { ITEM_LABELS } from '../meaning/labels'
import { hasHan, tight } from '../meaning/words'

const isBlank = ({ text }: TableCell): boolean => tight(text) === ''
const isRowOfNumbers = (row: TableRow): boolean => cellsOf(row).some(({ text }) => /\d/.test(text)) && cellsOf(row).every((cell) => isBlank(cell) || isNumber(cell.text))
/** The index of a table's last row that says something: the end of a page may leave a blank one of the row below it. */
const lastSaid = ({ rows }: TableBlock): number => rows.findLastIndex((row) => cellsOf(row).some((cell) => !isBlank(cell)))
const isHeading = (row: TableRow): boolean => cellsOf(row).some(({ text }) => hasHan(text)) && !cellsOf(row).some(({ text }) => isNumber(text))

/**
 * Two tables above and below the end of a page as one: the second is numbers alone, as many in each row as the headings are that the first ends with, below whose cells they stand. Null where they are two.
 */
export function withNumbersBelow(above: TableBlock, below: TableBlock): TableBlock | null {
  const last = lastSaid(above)
  const heads = cellsOf(above.rows[last] ?? [])
  const isOne = heads.length > 1 && isHeading(above.rows[last]!) && below.rows.every((row) => isRowOfNumbers(row) && cellsOf(row).length === heads.length)
  if (!isOne) return null
  const under = (row: TableRow, at: number): TableRow => {
    const cells = cellsOf(row).map((cell, index): TableCell => ({ ...cell, row: last + 1 + at, column: heads[index]!.column, columnSpan: heads[index]!.columnSpan, rowSpan: 1 }))
    return above.rows[last]!.map((head) => (head ? cells[heads.indexOf(head)]! : null))
  }
  return { ...above, rows: [...above.rows.slice(0, last + 1), ...below.rows.map(under)] }
}

const allKnown = <Id>(ids: readonly (Id | undefined)[]): ids is readonly Id[] => ids.every((id) => id !== undefined)

/**
 * Table 2 with its items side by side, where the end of a page stands between these and their columns: each item as wide as its columns are many. Null where the two are none such.
 */
export function withColumnsBelow(above: TableBlock, below: TableBlock): TableBlock | null {
  const heads = cellsOf(above.rows[lastSaid(above)] ?? [])
  const [items, columns] = [heads.map(({ text }) => ITEM_LABELS.is(text)), cellsOf(below.rows[0] ?? []).map(({ text }) => columnOf(text))]
  const widths = allKnown(items) && allKnown(columns) ? widthsOf(items, columns) : null
  if (!widths || heads.length < 2 || below.rows[0]!.length !== columns.length) return null
  const wide = heads.map((head, at): TableCell => ({ ...head, row: 0, rowSpan: 1, column: widths.slice(0, at).reduce((sum, width) => sum + width, 0), columnSpan: widths[at]! }))
  const rows = below.rows.map((row) => row.map((cell) => cell && { ...cell, row: cell.row + 1 }))
  return { ...below, ...(below.told ? { told: [undefined, ...below.told] } : {}), place: above.place, rows: [wide.flatMap((cell) => Array<TableCell>(cell.columnSpan).fill(cell)), ...rows] }
}

/** A table without what the end of its page leaves of the row below: one blank cell across all its columns. */
export const withoutRemains = (table: TableBlock): TableBlock => {
  const last = table.rows.at(-1) ?? []
  const isRemains = cellsOf(last).length === 1 && last.length > 1 && isBlank(cellsOf(last)[0]!) && lastSaid(table) >= 0
  return isRemains ? { ...table, rows: table.rows.slice(0, -1) } : table
}
