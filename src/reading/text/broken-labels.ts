import { isNumberCell } from '../meaning/values'
import type { TextLine } from './lines'
import { APPLICANT_LABELS, COLUMN_LABELS, GROUP_ROWS, isHeading, isSideLabel, ITEM_LABELS, KIND_LABELS, REQUEST_LABELS, RESULT_LABELS } from '../meaning/labels'
import { sectionOf } from '../meaning/sections'
import { bare, hasHan, isNumbered, tight } from '../meaning/words'
import { tabCells } from './quoted-cells'

const VOCABULARIES = [REQUEST_LABELS, ITEM_LABELS, COLUMN_LABELS, APPLICANT_LABELS, RESULT_LABELS, KIND_LABELS] as const
/** A cell has no more lines: one beside a table that is written downwards has most. */
const MOST_LINES = 16
const MOST_HEADING_LINES = 30
const LEAST_LIKENESS = 0.7
/** Each row costs as much as a letter that is read: lines are rows of their own only where they say something. */
const ROW_COST = 1

const isNumber = (cell: string): boolean => tight(cell) !== '' && isNumberCell(cell)

/** How many letters of a cell are the form's words, by how alike they are to them. */
function lettersRead(cell: string): number {
  const letters = bare(cell).length
  if (letters === 0 || isNumberCell(cell)) return 0
  if (isHeading(cell) || sectionOf(cell) !== undefined || /^本年度办理结果$/.test(bare(cell))) return letters
  const likeness = Math.max(...VOCABULARIES.map((words) => words.name(cell)?.score ?? 0))
  return likeness < LEAST_LIKENESS ? 0 : letters * likeness
}

/** A way to put the first lines into rows. */
interface Way {
  readonly read: number
  readonly before: Way | null
  readonly cells: readonly string[]
}

/**
 * So many lines put into rows, as cells: of all ways the one that reads most letters as words of the form, so that 其他情形 is the end of
 * 部分公开（…不计其他情形） and no name of its own. `cellsOf`: the cells of the lines from and to (inclusive) as one row; null where these are
 * none, and no more lines above them either. One line alone always is a row. `bare`: what a row without numbers costs, as each row costs a letter.
 */
export function bestRows(count: number, cellsOf: (from: number, to: number) => readonly string[] | null, bare = ROW_COST): (readonly string[])[] {
  const ways: (Way | null)[] = [null]
  for (let last = 0; last < count; last += 1) {
    let best: Way | null = null
    for (let from = last; from >= 0 && last - from < MOST_LINES; from -= 1) {
      const cells = cellsOf(from, last)
      if (!cells) break
      const before = ways[from]!
      const read = (before?.read ?? 0) + cells.reduce((sum, cell) => sum + lettersRead(cell), 0) - (cells.some(isNumber) ? ROW_COST : bare)
      if (!best || read > best.read) best = { read, before, cells }
    }
    ways.push(best)
  }
  const rows: (readonly string[])[] = []
  for (let way = ways.at(-1) ?? null; way; way = way.before) rows.unshift(way.cells)
  return rows
}

/** What stands before a row's name: that of its group, of the table's side, or of the article. */
const isBeside = (cell: string): boolean => GROUP_ROWS.has(REQUEST_LABELS.is(cell) ?? '') || isSideLabel(cell) || /^第二十条/.test(tight(cell)) || isNumber(cell)

/** Whether a line is the name of a row, beside that of its group. */
const isName = ({ text }: TextLine): boolean => {
  const cells = tabCells(text).filter((cell) => tight(cell) !== '')
  return cells.length <= 2 && cells.slice(0, -1).every(isBeside) && [REQUEST_LABELS, ITEM_LABELS].some((words) => words.is(cells.at(-1) ?? '') !== undefined)
}

/** Whether a line has numbers alone, its first cell or none before them. */
const isNumbers = (cells: readonly string[]): boolean => cells.some(isNumber) && cells.every((cell) => tight(cell) === '' || isNumber(cell))

/** Whether a line can go on with the row of the line above: with the words of its last cell, or with the numbers behind its name. */
function goesOn(line: TextLine, above: TextLine): boolean {
  if (above.text.trim() === '' || tabCells(above.text).some(isNumber)) return false
  const cells = tabCells(line.text)
  // Two whole headings are not one that the end of a line broke.
  if (isHeading(cells[0]!) && isHeading(tabCells(above.text).at(-1)!)) return false
  // Nor is a row with its own number, name and cells the end of the line above.
  if (isNumbered(cells[0]!) && REQUEST_LABELS.is(cells[0]!) !== undefined && cells.some(isNumber)) return false
  const isClosed = /\t\s*$/.test(above.text)
  // Of a line that ends with tabs and is as wide as the next all cells are its own, blank ones at its end.
  return isNumbers(cells) ? isName(above) && !(isClosed && tabCells(above.text).length >= cells.length) : tight(cells[0]!) !== '' && !isClosed
}

/** Lines of one row put together: a line's end stands within a cell, but for one behind a name whose numbers start the next line. */
const joined = (lines: readonly TextLine[]): string =>
  lines.reduce((row, { text }) => (isNumbers(tabCells(text)) && row !== '' ? `${row.trimEnd()}${text.startsWith('\t') ? '' : '\t'}${text}` : `${row}${text}`), '')

/**
 * The rows of lines with tabs, as cells: labels and headings may be broken by the ends of lines, in any of a row's cells. A row has its
 * numbers on its last line, and a line that ends with a tab goes on with no cell.
 */
export const wholeRows = (lines: readonly TextLine[]): string[][] =>
  bestRows(lines.length, (from, last) => (from < last && !goesOn(lines[from + 1]!, lines[from]!) ? null : tabCells(joined(lines.slice(from, last + 1))))).map((cells) => [...cells])

/** Whether a heading was broken by the end of a line: both parts are there, and are not headings of their own. */
const isBroken = (end: string, start: string): boolean => hasHan(end) && hasHan(start) && isHeading(`${end}${start}`) && !(isHeading(end) && isHeading(start))

/** The cells of a row with two that are one heading put together, as each line of it was taken for a cell. */
export const withWholeHeadings = (cells: readonly string[]): string[] =>
  cells.reduce<string[]>((whole, cell) => (isBroken(whole.at(-1) ?? '', cell) ? [...whole.slice(0, -1), `${whole.at(-1)!}${cell}`] : [...whole, cell]), [])

/** How many lines make one line of whole headings, each broken by the end of the line before. */
function headingLines(lines: readonly TextLine[], from: number): number {
  let cells: readonly string[] = tabCells(lines[from]!.text)
  let whole = 1
  for (let at = from + 1; at < Math.min(lines.length, from + MOST_HEADING_LINES); at += 1) {
    const [start, ...others] = tabCells(lines[at]!.text)
    const end = cells.at(-1)!
    if (!hasHan(end) || !start || [start, ...others].some(isNumber)) break
    cells = [...cells.slice(0, -1), `${end}${start}`, ...others]
    if (cells.every((cell) => cell === '' || isHeading(cell)) && isBroken(end, start)) whole = at - from + 1
  }
  return whole
}

/** Lines of headings, with tabs or a cell each, that were broken by the ends of lines within their cells, put together. */
export function joinedHeadings(lines: readonly TextLine[]): TextLine[] {
  const kept: TextLine[] = []
  for (let at = 0; at < lines.length; at += 1) {
    const count = headingLines(lines, at)
    const text = lines.slice(at, at + count).map((line) => line.text).join('')
    kept.push(count > 1 ? { ...lines[at]!, text } : lines[at]!)
    at += count - 1
  }
  return kept
}
