import { APPLICANT_IDS } from '@/domain/figure'
import { cellsOf, type TableBlock, type TableRow } from '../document'
import { isHeading, KIND_ORDER, REMARKS, RESULT_ORDER } from './labels'
import { numbersColumns } from './serials'
import { isNumber, isNumberCell } from './values'
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

/** The last column where its heading says that it holds remarks; the table's width where none does. */
function remarksFrom(rows: readonly TableRow[], width: number): number {
  const last = filledTo(rows, width) - 1
  const isHeaded = (row: TableRow): boolean => row[last]?.column === last && last > 0 && REMARKS.test(tight(row[last].text))
  return rows.some(isHeaded) ? last : width
}

/** As many cells as a full row of numbers has in tables 3 and 4: of table 3 one more where it has a column for the sum of its organisations. */
function fullRows(rows: readonly TableRow[]): readonly number[] {
  const isSummed = rows.some((row) => row.some((cell) => cell !== null && tight(cell.text) === '小计'))
  return [APPLICANT_IDS.length + (isSummed ? 1 : 0), KIND_ORDER.length * RESULT_ORDER.length]
}

/** Whether what a row has in the column of remarks is none: a heading of table 4 below it, or the last number of a row that is full with it, as where table 4 is as wide, or a cell that reaches too far down moves a row aside. */
function isOwn(row: TableRow, remarks: number, full: readonly number[]): boolean {
  const cells = cellsOf(row).filter(({ column }) => column <= remarks)
  const last = cells.at(-1)
  if (last?.column !== remarks || tight(last.text) === '') return false
  const named = cells.findLastIndex(({ text }) => !isNumberCell(text))
  return isHeading(last.text) || (isNumber(last.text) && full.includes(cells.length - 1 - named))
}

/** Whether a table has no headings of its own, and no number from a column on. */
const goesOnBeside = (rows: readonly TableRow[], from: number): boolean =>
  rows.every((row) => cellsOf(row).filter(({ text }) => isHeading(text)).length < 2 && row.slice(from).every((cell) => cell === null || !/\p{Nd}/u.test(cell.text)))

const widthOf = (rows: readonly TableRow[]): number => Math.max(0, ...rows.map(({ length }) => length))

/**
 * Tables without spare columns, a last one of remarks, and the row that numbers the columns: below the headings it would be the first row. One that goes on without headings has the spare columns of the one before, and its remarks where no number stands there.
 */
export class BareTables {
  private before: { readonly width: number; readonly spare: number | null; readonly remarks: number } | null = null

  /** The rows of the next table of a document. */
  rows({ rows, bounded }: TableBlock): TableRow[] {
    const width = widthOf(rows)
    // Where cells have no bounds a row's last may be one of its numbers.
    const own = bounded ? remarksFrom(rows, width) : width
    const above = this.before?.width === width ? this.before : null
    const remarks = own === width && above && goesOnBeside(rows, above.remarks) ? above.remarks : own
    const full = fullRows(rows)
    const named = rows.map((row) => (isNumbering(row) ? row.map(() => null) : row.map((cell, column) => (column < remarks || (column === remarks && isOwn(row, remarks, full)) ? cell : null))))
    const known = above !== null && above.spare !== null && filledTo(named, width) <= above.spare ? above.spare : null
    // Where cells have no bounds a blank at the end of a line may be one of its numbers.
    const spare = bounded ? (spareIn(named, width) ?? known) : null
    this.before = { width, spare, remarks }
    return named.map((row) => row.map((cell, column) => (cell && column < (spare ?? width) ? cell : null)))
  }
}
