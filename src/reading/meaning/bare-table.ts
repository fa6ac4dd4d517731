import { cellsOf, type TableBlock, type TableRow } from '../document'
import { numbersColumns } from './serials'
import { hasHan, tight } from './words'

/** Whether a row does nothing but number the columns. */
const isNumbering = (row: TableRow): boolean => numbersColumns(cellsOf(row).map(({ text }) => text))

/** Where the columns behind the headings start that hold nothing, not even a heading: spare ones. Null where none do. */
function spareIn(rows: readonly TableRow[], width: number): number | null {
  const next = filledTo(rows, width)
  const headed = rows.some((row) => {
    const words = cellsOf(row).filter(({ text }) => hasHan(text))
    const last = words.at(-1)
    return words.length > 1 && last !== undefined && last.column + last.columnSpan === next
  })
  return headed && next < width ? next : null
}

/** Behind the last column that holds anything. */
function filledTo(rows: readonly TableRow[], width: number): number {
  const isBlank = (column: number): boolean => rows.every((row) => !row[column] || (row[column].column === column && tight(row[column].text) === ''))
  return Array.from({ length: width }, (_, column) => column).findLastIndex((column) => !isBlank(column)) + 1
}

const REMARKS = /^(?:备注|备考|附注|说明)$/

/** The last column where its heading says that it holds remarks; the table's width where none does. */
function remarksFrom(rows: readonly TableRow[], width: number): number {
  const last = filledTo(rows, width) - 1
  const isHeading = (row: TableRow): boolean => row[last]?.column === last && last > 0 && REMARKS.test(tight(row[last].text))
  return rows.some(isHeading) ? last : width
}

const widthOf = (rows: readonly TableRow[]): number => Math.max(0, ...rows.map(({ length }) => length))

/**
 * Tables without spare columns, a last one of remarks, and the row that numbers the columns: below the headings it would be the first row. One that goes on without headings has the spare columns of the one before.
 */
export class BareTables {
  private before: { readonly width: number; readonly spare: number } | null = null

  /** The rows of the next table of a document. */
  rows({ rows, bounded }: TableBlock): TableRow[] {
    const width = widthOf(rows)
    // Where cells have no bounds a row's last may be one of its numbers.
    const remarks = bounded ? remarksFrom(rows, width) : width
    const named = rows.map((row) => (isNumbering(row) ? row.map(() => null) : row.map((cell, column) => (column < remarks ? cell : null))))
    const known = this.before?.width === width && filledTo(named, width) <= this.before.spare ? this.before.spare : null
    // Where cells have no bounds a blank at the end of a line may be one of its numbers.
    const spare = bounded ? (spareIn(named, width) ?? known) : null
    this.before = spare === null ? null : { width, spare }
    return named.map((row) => row.map((cell, column) => (cell && column < (spare ?? width) ? cell : null)))
  }
}
