import { cellsOf, type TableBlock, type TableCell, type TableRow } from '../document'
import { APPLICANT_LABELS, ITEM_LABELS, REQUEST_LABELS } from './labels'
import { isNumber, isNumberCell } from './values'
import { segments, tight } from './words'

/** Names of applicants stand in one of the first columns: the outermost names their kind. */
const NAME_COLUMNS = 3
/** So many applicants below each other, under as many rows of the form side by side, show that table 3 is turned. */
const LEAST_NAMES = 5

/** The row of table 3 that a cell names, its group before it or not. */
const rowIn = ({ text }: TableCell): string | undefined => {
  const whole = REQUEST_LABELS.is(text)
  return whole ?? REQUEST_LABELS.is(segments(text.split(/[:：]/).at(-1) ?? '').at(-1) ?? '')
}

/** What stands before the names of several applicants, or is left blank there. */
const KIND = /^(?:法人.{0,2}其[他它]组织)?$/

/** So many items of table 2 side by side, each over its figures, show that it is turned. */
const LEAST_ITEMS = 4

const itemsIn = (row: TableRow): number => new Set(cellsOf(row).map(({ text }) => ITEM_LABELS.is(text)).filter((item) => item !== undefined)).size
const reachOf = (row: TableRow): number => cellsOf(row).reduce((sum, { columnSpan }) => sum + columnSpan, 0)

/** Whether a row of a table has several items side by side and no number, and the first numbers below it reach over as many columns: where cells were put into rows line by line, shorter ones show that none stands under its item. */
function hasItemsAbreast(rows: readonly TableRow[]): boolean {
  const hasNumbers = (row: TableRow): boolean => cellsOf(row).some(({ text }) => isNumber(text))
  const at = rows.findIndex((row) => itemsIn(row) >= LEAST_ITEMS && !hasNumbers(row))
  const numbers = rows.slice(at + 1).find(hasNumbers)
  return at >= 0 && (numbers === undefined || reachOf(numbers) >= itemsIn(rows[at]!))
}

/** Whether a table is one of the form's with its rows as columns: the applicants of table 3 below each other, or the items of table 2 side by side. */
export const isTurned = ({ rows }: TableBlock): boolean => hasItemsAbreast(rows) || hasApplicantsBelow(rows)

function hasApplicantsBelow(rows: readonly TableRow[]): boolean {
  const applicants = rows.map((row) => row.slice(0, NAME_COLUMNS).findLast((cell) => cell && APPLICANT_LABELS.is(cell.text))?.text)
  const first = applicants.findIndex((text) => text !== undefined)
  if (first < 1 || new Set(applicants.map((text) => text && APPLICANT_LABELS.is(text))).size <= LEAST_NAMES) return false
  return new Set(rows.slice(0, first).flatMap(cellsOf).map(rowIn).filter((row) => row !== undefined)).size >= LEAST_NAMES
}

/** A row that only names the kind of several applicants beside it: none of theirs. */
const namesKind = (row: TableRow): boolean => {
  const filled = cellsOf(row).filter(({ text }) => tight(text) !== '')
  return filled.length === 1 && filled[0]!.rowSpan === 1 && KIND.test(tight(filled[0]!.text))
}

const isFilled = (cell: TableCell | null | undefined): boolean => cell !== null && cell !== undefined && tight(cell.text) !== ''

/** Rows of a turned table 3 whose headings begin over the applicants' names and end a column before the numbers, as where their corner is left out, with each over its numbers. */
function withOwnHeadings(rows: readonly TableRow[]): readonly TableRow[] {
  const at = rows.findIndex((row) => cellsOf(row).filter((cell) => rowIn(cell) !== undefined).length > LEAST_NAMES)
  const head = rows[at]
  const isMoved = head && head.slice(0, -1).every((cell) => cell && rowIn(cell) !== undefined) && !isFilled(head.at(-1)) && rows.slice(at + 1).every((row) => row.slice(1).every(isFilled))
  if (!isMoved) return rows
  const moved = [null, ...head.slice(0, -1).map((cell) => cell && { ...cell, column: cell.column + 1 })]
  return rows.with(at, moved)
}

/** The rows of a table as its columns, and its columns as its rows; a row with the name of a kind of applicants alone is no column. */
export function turned(all: readonly TableRow[]): TableRow[] {
  const rows = hasApplicantsBelow(all) ? withOwnHeadings(all.filter((row) => !namesKind(row))) : all
  const known = new Map<TableCell, TableCell>()
  const turn = (cell: TableCell | null): TableCell | null => {
    if (!cell) return null
    const { text, row, column, rowSpan, columnSpan } = cell
    const other = known.get(cell) ?? { text, row: column, column: row, rowSpan: columnSpan, columnSpan: rowSpan }
    known.set(cell, other)
    return other
  }
  return (rows[0] ?? []).map((_, column) => rows.map((row) => turn(row[column] ?? null)))
}

/**
 * Rows of a turned table 3, cells alone, with the names of all applicants in its first column: that of their kind stands before the first of them,
 * and before the others a blank one, or none. Only where each then has a cell for each row of the form; other rows stay.
 */
export function withEvenNames(rows: readonly string[][]): readonly string[][] {
  const names = rows.map((row) => {
    const at = row.slice(0, NAME_COLUMNS).findIndex((text) => APPLICANT_LABELS.is(text) !== undefined)
    return at >= 0 && row.slice(0, at).every((text) => KIND.test(tight(text))) && row.slice(at + 1).every(isNumberCell) ? at : -1
  })
  const [first, named] = [names.findIndex((at) => at >= 0), names.filter((at) => at >= 0)]
  const width = rows[first - 1]?.length
  const isTable = new Set(rows.flatMap((row, at) => (names[at]! >= 0 ? [APPLICANT_LABELS.is(row[names[at]!]!)] : []))).size === named.length && named.length > LEAST_NAMES
  return isTable && rows.every((row, at) => names[at]! < 0 || row.length - names[at]! === width) ? rows.map((row, at) => row.slice(Math.max(names[at]!, 0))) : rows
}
