import { wholeNumber } from './broken-numbers'
import { cellsOf, type TableBlock, type TableCell, type TableRow } from '../document'
import { APPLICANT_LABELS, isSideLabel, ITEM_LABELS, KIND_LABELS, REQUEST_LABELS, RESULT_LABELS } from '../meaning/labels'
import { isNumber } from './geometry'
import { withoutGroup } from '../meaning/names-with-group'
import { hasHan, isNumbered, tight } from '../meaning/words'

/** A cell above the end of a page, and the one below it in the same column. */
type Pair = readonly [above: TableCell, below: TableCell]

/** So alike is a name with a misprint. */
const ALIKE = 0.85
const isName = (text: string): boolean => [REQUEST_LABELS, ITEM_LABELS, KIND_LABELS, RESULT_LABELS].some((words) => words.is(text) !== undefined)
const isBlank = ({ text }: TableCell): boolean => tight(text) === ''

/** Whether two texts are one name of a row together: the second is none, and the first none of another row. */
function isOneLabel(above: string, below: string): boolean {
  const whole = tight(above + below)
  // Of 结果维持 the end alone names a result too, the beginning none.
  if (RESULT_LABELS.is(whole) !== undefined && RESULT_LABELS.is(above) === undefined) return true
  // 法律法规禁止公开 is the name itself of which 2.其他 is the head, with its number.
  const [rest, one] = [REQUEST_LABELS.name(below), REQUEST_LABELS.name(whole)]
  if (isNumbered(above) && !isNumbered(below) && rest !== null && one !== null && one.id === rest.id && one.score >= rest.score && REQUEST_LABELS.name(above)?.id !== one.id) return true
  if (APPLICANT_LABELS.is(whole) !== undefined && (APPLICANT_LABELS.is(below) ?? APPLICANT_LABELS.is(whole)) === APPLICANT_LABELS.is(whole)) return true
  if (isName(below)) return false
  // （五）不予处 and 理3.要求提供公开出版物: a group's name and the row's in one cell.
  const row = withoutGroup(whole)
  if (row !== whole && isName(row) && !isName(withoutGroup(above))) return true
  if (isName(whole) || (isSideLabel(whole) && !isSideLabel(above))) return true
  const [named, first] = [REQUEST_LABELS.name(whole), REQUEST_LABELS.name(above)]
  if (named === null || isName(above) || isNumbered(below)) return false
  return first === null ? named.sure === 'part' || named.score >= ALIKE : first.id === named.id
}

/** A number whose note in brackets goes on, and what ends such a note. */
const OPEN_NOTE = /^[+-]?\d[\d,.]*\D?[（(][^（()）]*$/
const END_OF_NOTE = /^[^（()）]*[）)]$/

/** The number with its note whole; null where the parts are none. */
const notedNumber = (above: string, below: string): string | null => (OPEN_NOTE.test(tight(above)) && END_OF_NOTE.test(tight(below)) ? tight(above + below) : null)

/** What the parts of one cell say together; null where they are cells of two rows. */
function together([above, below]: Pair): string | null {
  if (isBlank(above) || isBlank(below)) return isBlank(above) ? below.text : above.text
  return isOneLabel(above.text, below.text) ? above.text + below.text : (wholeNumber([above.text, below.text]) ?? notedNumber(above.text, below.text))
}

/** Whether words stand in the upper part of a cell that are no row's name: those of a remark go on below. */
const isRemark = ([{ text }]: Pair): boolean => hasHan(text) && !isNumber(text) && !isName(text)

/** What the cells of a row say that the end of a page cuts, by those above; null where both rows are whole. */
function cellsTogether(above: TableRow, below: TableRow, last: number): ReadonlyMap<TableCell, string> | null {
  const [upper, lower] = [cellsOf(above), cellsOf(below)]
  if (upper.length !== lower.length) return null
  // Names of groups go on beside other rows; the first of these may be the one that is cut.
  const high = Math.min(...lower.map(({ rowSpan }) => rowSpan))
  const own = upper.map((cell, at): Pair => [cell, lower[at]!]).filter(([cell, other]) => !(other.rowSpan > (cell.row < last ? 1 : high)))
  const isLabel = ([cell, other]: Pair): boolean => !isBlank(cell) && !isBlank(other) && isOneLabel(cell.text, other.text)
  const isNamedOnce = own.some(isLabel)
  const said = own.map((pair, at) => together(pair) ?? (at === own.length - 1 && isNamedOnce && isRemark(pair) ? pair.map(({ text }) => text).join('') : null))
  // A name beside numbers of its own is that of another row, unless it is that of a group.
  const isNamed = own.length > 0 && isBlank(own[0]![0]) && own[0]![1].rowSpan === 1 && hasHan(own[0]![1].text) && !own.slice(1).every(([, other]) => isBlank(other))
  const isHalf = ([cell, other]: Pair): boolean => isBlank(cell) !== isBlank(other)
  const isPart = own.some(isHalf) && own.some((pair) => !isBlank(pair[0]) && (isHalf(pair) || isLabel(pair))) && own.some(([, other]) => !isBlank(other))
  return isPart && !isNamed && said.every((text) => text !== null) ? new Map(own.map(([cell], at) => [cell, said[at]!])) : null
}

/** A table with some of its cells, and rows, put in place of others. */
function withCells({ rows, ...table }: TableBlock, cellFor: (cell: TableCell) => TableCell): TableBlock {
  const cells = new Map(rows.flatMap(cellsOf).map((cell) => [cell, cellFor(cell)]))
  return { ...table, rows: rows.map((row) => row.map((cell) => cell && cells.get(cell)!)) }
}

const withoutRow = (table: TableBlock, at: number): TableBlock =>
  withCells({ ...table, rows: table.rows.toSpliced(at, 1), ...(table.told ? { told: table.told.toSpliced(at, 1) } : {}) }, (cell) => (cell.row > at ? { ...cell, row: cell.row - 1 } : { ...cell, rowSpan: cell.row + cell.rowSpan > at ? cell.rowSpan - 1 : cell.rowSpan }))

/** So many numbers show a row. */
const LEAST_NUMBERS = 3

/** What the names of a row and the next say together where a stray line parts them: the numbers stand in cells of both. Null where it is no stray line. */
function namesTogether({ rows }: TableBlock, at: number): ReadonlyMap<TableCell, string> | null {
  const own = cellsOf(rows[at]!).filter(({ row }) => row === at)
  const upper = own.filter(({ rowSpan }) => rowSpan === 1)
  const lower = cellsOf(rows[at + 1]!).filter(({ row }) => row === at + 1)
  const numbers = own.filter(({ rowSpan, text }) => rowSpan === 2 && isNumber(text))
  if (numbers.length < LEAST_NUMBERS || upper.length === 0 || upper.length !== lower.length || [...upper, ...lower].some(({ text }) => isNumber(text))) return null
  const said = lower.map((cell, index) => together([upper[index]!, cell]))
  return said.every((text) => text !== null) ? new Map(lower.map((cell, index) => [cell, said[index]!])) : null
}

/** The table with rows whole that a line beside no number cuts. */
export function withoutStrayLines(table: TableBlock): TableBlock {
  for (let at = 0; at + 1 < table.rows.length; at += 1) {
    const said = namesTogether(table, at)
    if (said) return withoutStrayLines(withoutRow(withCells(table, (cell) => ({ ...cell, text: said.get(cell) ?? cell.text })), at))
  }
  return table
}

const textOf = (row: TableRow): string => cellsOf(row).map(({ text }) => tight(text)).join('|')

/** The parts of a table above and below the end of a page. A row that it cuts stands whole in the first. */
export function withWholeRow(above: TableBlock, below: TableBlock): [TableBlock, TableBlock] {
  // Behind headings that are repeated.
  const first = below.rows.findIndex((row, at) => !above.rows[at] || textOf(row) !== textOf(above.rows[at]))
  const last = above.rows.length - 1
  const said = first < 0 ? null : cellsTogether(above.rows[last]!, below.rows[first]!, last)
  return said ? [withCells(above, (cell) => ({ ...cell, text: said.get(cell) ?? cell.text })), withoutRow(below, first)] : [above, below]
}
