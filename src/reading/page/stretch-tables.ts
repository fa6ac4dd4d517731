import { gridOf, type TableBlock, type Told, type WrittenCell } from '../document'
import { unwrapped } from './broken-numbers'
import { cellsOf, standIn } from './column-fit'
import { headingRows, type HeadingRow } from './headings'
import { areItemsAbreast, itemsAbreast, withoutItems } from './items-abreast'
import { withoutItemsBeside } from './items-beside'
import { sorted, withoutRemarks, withoutStrays } from './line-pieces'
import { listedItems } from './listed-items'
import { KIND_ORDER, REQUEST_LABELS, RESULT_LABELS, RESULT_ORDER } from '../meaning/labels'
import { resultLines } from './result-lines'
import { labelsOf, type Labels } from './row-labels'
import type { Line, ValueRow } from './rows'
import { withoutSerialColumn } from './serial-column'
import type { PlaceOf, Stretch } from './stream'
import { withoutUnitColumn } from './unit-column'
import { UNIT } from '../meaning/units'
import { areOfApplicants, columnsOf, formColumns, fullColumns, headsColumns, inFormOrder, OF_RESULTS, withBefore, type Column } from './value-columns'
import { tight } from '../meaning/words'

/** So many rows with blank cells show that blanks are zeros. */
const LEAST_SPARSE = 2
/** And so many rows without any. */
const LEAST_BLANK = 4
/** So many numbers are no item's of table 2. */
const LEAST_ROW = 3
/** Cells of table 4. */
const REVIEW_CELLS = KIND_ORDER.length * RESULT_ORDER.length
/** A number with a note among a row's words: those of its cells stand over each other. */
const NOTED = new RegExp(`(?:^|[^.\\d])\\d+${UNIT}?[（(]`)
const ZERO = new RegExp(`^(?:0${UNIT}?|[-—–―/／]+|无)$`)

/** What is known of the table that may go on. */
export interface OpenTable {
  /** The columns of the last table of the form. */
  known: readonly Column[] | null
  /** Whether blanks are zeros here; null until rows show it. */
  sparse: boolean | null
}

/** Rows of cells from above. */
interface CellRow {
  readonly y: number
  readonly cells: readonly (string | WrittenCell)[]
  readonly told?: Told
}

/** Rows under the same headings, with the rows among them that have a label only: blank ones, where others have blank cells too. */
function underHeadings(rows: readonly ValueRow[], { of, doubtful, blank }: Labels, headed: readonly Column[] | null, open: OpenTable, place: PlaceOf): CellRow[] {
  const columns = headed ?? (rows.length > 0 ? columnsOf(rows) : null)
  const found = byPage(rows, place).flatMap((own) => cellsOf(own, columns))
  const cells = found.map(({ texts }) => inFormOrder(texts, columns))
  const width = columns?.length ?? cells[0]?.length ?? 0
  // A column may be cut off with the edge of the page.
  const isCut = (at: number): boolean => columns?.some(({ isUnshown = false }, column) => isUnshown && found[at]!.texts[column] === '') ?? false
  const told = (row: ValueRow, at: number): Pick<CellRow, 'told'> => (doubtful.has(row) ? { told: 'between' } : row.values.some(({ bySum = false }) => bySum) ? { told: 'sums' } : found[at]!.clear && !isCut(at) && !NOTED.test(tight(of.get(row) ?? '')) ? {} : { told: 'likely' })
  const filled = rows.map((row, at): CellRow => ({ y: row.y, cells: [...[of.get(row)].filter((text) => text !== undefined), ...cells[at]!], ...told(row, at) }))
  if (!areOfApplicants(width, columns)) return [...filled, ...blank.map(({ y, texts }): CellRow => ({ y, cells: texts }))]
  // Where zeros are written, or numbers stand beside no name of the form, it is for the form's sums to say whether a name without numbers has lost them.
  const areNamed = rows.every((row) => REQUEST_LABELS.name(of.get(row) ?? '') !== null)
  const [gaps, zeros] = [cells.filter((each) => each.includes('')), cells.filter((each) => each.some((text) => ZERO.test(tight(text))))].map(({ length }) => length) as [number, number]
  if (zeros >= LEAST_SPARSE) open.sparse = false
  else if (gaps >= LEAST_SPARSE || blank.length >= LEAST_BLANK) open.sparse ??= true
  return [...filled, ...blank.map(({ y, texts }): CellRow => ({ y, cells: [...texts, ...Array.from({ length: width }, () => '')], ...(open.sparse && areNamed ? {} : { told: 'empty' }) }))]
}

/** Headings as rows: items of table 2 side by side above their columns where a number stands below each of these; else none of the items. */
function headRows({ y, items }: HeadingRow, below: readonly CellRow[]): CellRow[] {
  const areAbreast = areItemsAbreast(items)
  const rows = areAbreast ? itemsAbreast(items) : null
  const isWhole = rows !== null && below.length > 0 && below.every(({ cells, told }) => told === undefined && cells.length === rows[1].length && !cells.includes(''))
  return isWhole ? rows.map((cells) => ({ y, cells })) : [{ y, cells: (areAbreast ? withoutItems(items) : items).map(({ text }) => text) }]
}

/** The cells of table 4 under headings below which no number stands. */
function blankReviews({ y, items, rows }: HeadingRow, { sparse }: OpenTable): CellRow[] {
  const width = rows.length === 0 && items.some(({ text }) => RESULT_LABELS.is(text) === 'upheld') ? (formColumns(items, rows)?.length ?? 0) : 0
  return OF_RESULTS.includes(width) ? [{ y: y + 0.01, cells: Array.from({ length: width }, () => ''), ...(sparse ? {} : { told: 'empty' }) }] : []
}

/** Rows under headings by the pages that they stand on. */
function byPage(rows: readonly ValueRow[], place: PlaceOf): ValueRow[][] {
  const pages = new Map<number | undefined, ValueRow[]>()
  for (const row of rows) pages.set(place(row.y).page, [...(pages.get(place(row.y).page) ?? []), row])
  return [...pages.values()]
}

/** Whether rows without headings stand in the columns known from above: such as have several numbers, are named as the form's, or are the only one below the headings of table 4. */
function goesOn(rows: readonly ValueRow[], { of }: Labels, { known }: OpenTable): boolean {
  if (!known) return false
  const isNamed = rows.every((row) => REQUEST_LABELS.name(of.get(row) ?? '') !== null) || (rows.length === 1 && !of.has(rows[0]!) && known.length === REVIEW_CELLS)
  return (isNamed || rows.some(({ values }) => values.length >= LEAST_ROW)) && standIn(rows, known)
}

/** The rows of lines with numbers in them, or with names of the form's rows, from above. */
function rowsOf(lines: readonly Line[], height: number, open: OpenTable, place: PlaceOf): CellRow[] {
  const byLine = new Map(lines.filter(({ values }) => values.length > 0).map((line): [Line, ValueRow] => [line, { y: line.y, values: line.values }]))
  const rows = [...byLine.values()]
  const { labels, headings } = sorted(lines, byLine, height, open.known)
  const heads = headingRows(headings, rows, height)
  const found = labelsOf(labels, rows, height)
  const first = rows.slice(0, rows.length - heads.reduce((sum, head) => sum + head.rows.length, 0))
  const groups: HeadingRow[] = [{ y: -Infinity, rows: first, items: [] }, ...heads]
  const filled = groups.flatMap((group, at) => {
    const until = groups[at + 1]?.y ?? Infinity
    const blank = found.blank.filter(({ y }) => y >= group.y && y < until)
    const headed = headsColumns(group.items) ? formColumns(group.items, group.rows) : null
    const own = headed && withBefore(open.known, headed)
    if (headsColumns(group.items)) open.known = own
    const cells = underHeadings(group.rows, { ...found, blank }, own ?? (goesOn(group.rows, found, open) ? open.known : null), open, place)
    if (group.rows.length > 0) open.known ??= fullColumns(group.rows)
    return [...(at > 0 ? headRows(group, cells) : []), ...cells, ...blankReviews(group, open)]
  })
  return [...filled, ...found.loose.map(({ y, texts }): CellRow => ({ y, cells: texts }))]
}

/** The rows of lines, from above: of a table 4 with a result a line, of a table 2 with a figure a line, and all others. */
function allRowsOf(written: readonly Line[], height: number, open: OpenTable, place: PlaceOf): CellRow[] {
  const lines = unwrapped(withoutSerialColumn(withoutUnitColumn(withoutRemarks(withoutStrays(written, height), height))), height)
  const { results, rest } = resultLines(lines) ?? { results: [], rest: lines }
  const listed = listedItems(rest, height)
  const single = [...results, ...(listed?.figures ?? [])].map(({ y, cells }): CellRow => ({ y, cells, ...(cells.at(-1) === '' && !open.sparse ? { told: 'empty' } : {}) }))
  return [...rowsOf(listed ? rest.filter((line) => !listed.own.includes(line)) : rest, height, open, place), ...single].sort((a, b) => a.y - b.y)
}

/** So much further below stand the rows of items beside others, each below the one before. */
const BELOW = 0.001

/** The rows of a stretch, from above, those of items of table 2 beside others below these. */
function rowsIn({ lines, height }: Stretch, open: OpenTable, place: PlaceOf): CellRow[] {
  const { main, beside } = withoutItemsBeside(lines)
  const right = beside.flatMap(({ lines: own, y }) => allRowsOf(own, height, open, place).map((row, at): CellRow => ({ ...row, y: y + (at + 1) * BELOW })))
  return [...allRowsOf(main, height, open, place), ...right].sort((a, b) => a.y - b.y)
}

/** A stretch as tables, one for each page that it stands on. */
export function tablesOf(stretch: Stretch, open: OpenTable, place: PlaceOf): TableBlock[] {
  const pages = new Map<number | undefined, CellRow[]>()
  for (const row of rowsIn(stretch, open, place)) {
    const { page } = place(row.y)
    pages.set(page, [...(pages.get(page) ?? []), row])
  }
  return [...pages.values()].map((rows) => ({ kind: 'table', loose: true, rows: gridOf(rows.map(({ cells }) => cells.map((cell) => (typeof cell === 'string' ? { text: cell } : cell)))), told: rows.map(({ told }) => told), place: place(rows[0]!.y) }))
}
