import { cellsOf, type TableBlock, type TableRow } from '../document'
import { hasHan, tight } from './words'

/** So many numbers one after the other count columns. */
const LEAST_SERIALS = 5

const COLUMN_NUMBERS = /^(?:[甲乙丙丁]|[栏列行]次|序号|编号)?$/

/** Whether a row does nothing but number the columns: 甲 1 2 3 …, 栏次 1 2 3 … No row of the form adds up so. */
function numbersColumns(row: TableRow): boolean {
  const written = cellsOf(row).map(({ text }) => tight(text))
  const texts = written.slice(0, written.findLastIndex((text) => text !== '') + 1)
  const first = texts.indexOf('1')
  return first >= 0 && texts.length - first >= LEAST_SERIALS && texts.slice(0, first).every((text) => COLUMN_NUMBERS.test(text)) && texts.slice(first).every((text, at) => text === String(at + 1))
}

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

const widthOf = (rows: readonly TableRow[]): number => Math.max(0, ...rows.map(({ length }) => length))

/**
 * Tables without spare columns and the row that numbers the columns: below the headings it would be the first row. One that goes on without headings has the spare columns of the one before.
 */
export class BareTables {
  private before: { readonly width: number; readonly spare: number } | null = null

  /** The rows of the next table of a document. */
  rows({ rows, bounded }: TableBlock): TableRow[] {
    const width = widthOf(rows)
    const named = rows.map((row) => (numbersColumns(row) ? row.map(() => null) : row))
    const known = this.before?.width === width && filledTo(named, width) <= this.before.spare ? this.before.spare : null
    // Where cells have no bounds a blank at the end of a line may be one of its numbers.
    const spare = bounded ? (spareIn(named, width) ?? known) : null
    this.before = spare === null ? null : { width, spare }
    return named.map((row) => row.map((cell, column) => (cell && column < (spare ?? width) ? cell : null)))
  }
}
