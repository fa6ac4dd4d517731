import { APPLICANT_IDS } from '@/domain/figure'
import { unwrapped } from './broken-numbers'
import { gridOf, type Block, type Place, type TableBlock, type Told } from '../document'
import { linesOf, type Item } from './geometry'
import { cellsOf, standIn } from './column-fit'
import { formHeadings, headingRows, type HeadingRow } from './headings'
import { COLUMN_LABELS, ITEM_LABELS, KIND_LABELS, KIND_ORDER, REQUEST_LABELS, RESULT_LABELS, RESULT_ORDER } from '../meaning/labels'
import { isRequestRow, type LabelPiece } from './label-columns'
import { withNotes } from './notes'
import { textBlocks } from './paragraphs'
import { labelsOf, type Labels } from './row-labels'
import { lineOf, type Line, type ValueRow } from './rows'
import { columnsOf, formColumns, fullColumns, headsColumns, OF_RESULTS, withBefore, type Column } from './value-columns'
import { UNIT } from '../meaning/units'
import { tight } from '../meaning/words'

/** So many numbers at the end of a line are a row of a table, however long its label. */
const LEAST_VALUES = 5
/** So many show where the labels beside them end. */
const LEAST_ROW = 3
/** So many rows with blank cells show that blanks are zeros. */
const LEAST_SPARSE = 2
/** And so many rows without any. */
const LEAST_BLANK = 4
const LEAST_NAME = 4
/** Names are broken over no more lines. */
const MOST_LINES = 6
/** Cells of table 4. */
const REVIEW_CELLS = KIND_ORDER.length * RESULT_ORDER.length
/** A part of a name of a row is as surely one, and no longer. */
const LEAST_LIKENESS = 0.85
const LONGEST_NAME = 45
const ZERO = new RegExp(`^(?:0${UNIT}?|[-—–―/／]+|无)$`)
/** The heading of a part of the report that has a table, by its number or by its words. */
const PART = /^[（(]?[一二三四五六][）)、].*(?:主动公开|收到和处理|申请|行政复议|行政诉讼).*情况$|^(?:行政机关)?(?:主动公开政府信息|收到和处理.{0,8}申请|.{0,8}行政复议[、和].{0,4}行政诉讼)情况$/
const isPart = ({ values, pieces }: Line): boolean => values.length === 0 && PART.test(tight(pieces.map(({ text }) => text).join('')))
/** The form's note beside the headings of table 3. */
const NOTE = /勾稽关系|第[一三]项加第[二四]项/
/** Whether a piece is the name of a row of table 3, or so much of it as its line holds. */
const isOfRow = (text: string): boolean => !/[。；]$/.test(text.trim()) && tight(text).length <= LONGEST_NAME && (REQUEST_LABELS.name(text)?.score ?? 0) >= LEAST_LIKENESS
const isProse = ({ pieces, values }: Line): boolean => values.length < LEAST_VALUES && !pieces.some(({ text }) => NOTE.test(tight(text)) || isOfRow(text)) && (pieces.some(({ text }) => text.length > 34 || /[。；]$/.test(text.trim())) || (pieces.length === 1 && tight(pieces[0]!.text).length > 30))

/** Whether a line ends left of the numbers of the rows around it: a part of a long label. */
function isLabel(line: Line, lines: readonly Line[], height: number): boolean {
  if (line.values.length > 0 || /[。；]$/.test(line.items.at(-1)!.text.trim())) return false
  return lines.some((row) => row.values.length >= LEAST_ROW && Math.abs(row.y - line.y) <= height * 6 && rightOf(line) <= row.values[0]!.x + height * 0.3)
}

/** Where the last item of a line ends. */
const rightOf = ({ items }: Line): number => items.at(-1)!.x + items.at(-1)!.width

/** Lines that are one table, as far as their page has it. */
export interface Stretch {
  readonly kind: 'stretch'
  readonly lines: readonly Line[]
  /** Of its letters. */
  readonly height: number
}

/** What stands on a page from above: blocks, and lines that make a table, which may go on on the next page. */
export type Part = Block | Stretch

/** Where a place below the document's first line stands. */
export type PlaceOf = (y: number) => Place

/** What is known of the table that may go on. */
export interface OpenTable {
  /** The columns of the last table of the form. */
  known: readonly Column[] | null
  /** Whether blanks are zeros here; null until rows show it. */
  sparse: boolean | null
}

/** Items without rulings as parts: rows of numbers with the labels beside them become tables, all else lines of text. */
export function streamParts(items: readonly Item[], height: number, whole: boolean, place: PlaceOf): Part[] {
  const lines = linesOf(whole ? items : withNotes(items)).map((line) => lineOf(line, whole))
  const isText = (line: Line): boolean => isPart(line) || (isProse(line) && !isLabel(line, lines, height))
  const parts: Part[] = []
  // A paragraph runs on from line to line, whatever the lines look like one by one.
  let prose: Line[] = []
  const close = (): void => {
    if (prose.length > 0) parts.push(...textBlocks(prose, height, place))
    prose = []
  }
  let at = 0
  while (at < lines.length) {
    let end = at
    while (end < lines.length && !isText(lines[end]!) && (end === at || lines[end]!.y - lines[end - 1]!.y < height * 6)) end += 1
    if (end > at && isTable(lines.slice(at, end), height)) {
      close()
      parts.push({ kind: 'stretch', lines: lines.slice(at, end), height })
    } else prose.push(...lines.slice(at, Math.max(end, at + 1)))
    at = Math.max(end, at + 1)
  }
  close()
  return parts
}

/** How many names of rows of table 3 lines hold, each in one line or broken over several. */
function namesIn(lines: readonly Line[]): number {
  let [count, at] = [0, 0]
  while (at < lines.length) {
    const text = (more: number): string => lines.slice(at, at + more).flatMap(({ items }) => items.map((item) => item.text)).join('')
    const own = Array.from({ length: MOST_LINES }, (_, more) => more + 1).find((more) => isRequestRow(text(more)) && tight(text(more)).length >= LEAST_NAME)
    count += own ? 1 : 0
    at += own ?? 1
  }
  return count
}

/** Whether lines hold a number, or headings or names of rows of the form, whose cells may all be blank: enough names, or nothing else. */
export function isTable(lines: readonly Line[], height: number): boolean {
  const isNamed = ({ pieces }: Line): boolean => pieces.some(({ text }) => (isRequestRow(text) && tight(text).length >= LEAST_NAME) || ITEM_LABELS.is(text) !== undefined)
  return lines.some(({ values }) => values.length > 0) || lines.every(isNamed) || namesIn(lines) >= LEAST_BLANK || formHeadings([lines.map(({ items }) => items)], height).length > 0
}

/** The rows of numbers around a line: those within a few lines, else the next above and below. */
function rowsNear({ y }: Line, rows: readonly ValueRow[], height: number): ValueRow[] {
  const near = rows.filter((row) => Math.abs(row.y - y) <= height * 4)
  const around = near.length > 0 ? near : [rows.findLast((row) => row.y < y), rows.find((row) => row.y > y)].filter((row) => row !== undefined && Math.abs(row.y - y) <= height * 20) as ValueRow[]
  const full = around.filter(({ values }) => values.length >= LEAST_ROW)
  return full.length > 0 ? full : around
}

/** Stretches of lines that have something in common. */
function runsOf(lines: readonly Line[], has: (line: Line) => boolean): Line[][] {
  const runs: Line[][] = []
  lines.forEach((line, at) => {
    if (!has(line)) return
    if (at > 0 && has(lines[at - 1]!)) runs.at(-1)!.push(line)
    else runs.push([line])
  })
  return runs
}

/** The pieces of lines beside or above rows of numbers: parts of their labels, or headings of columns. */
function sorted(lines: readonly Line[], rows: ReadonlyMap<Line, ValueRow>, height: number, known: readonly Column[] | null): { labels: LabelPiece[]; headings: Item[] } {
  const headings: Item[] = []
  const labels: LabelPiece[] = []
  const ofForm = formHeadings(runsOf(lines, (line) => !rows.has(line)).map((run) => run.map(({ items }) => items)), height)
  for (const line of lines) {
    const row = rows.get(line) ?? null
    const near = rowsNear(line, [...rows.values()], height)
    const edge = Math.min(...(near.length > 0 ? near : [...rows.values()]).map(({ values }) => values[0]!.x))
    const before = (item: Item): boolean => near.some(({ values }) => item.x + item.width <= values[0]!.x + height * 0.5)
    // Three pieces and more without a number are headings of columns, but for what stands over the labels.
    const heads = line.pieces.length >= 3 && rightOf(line) > edge
    const overLabels = (item: Item): boolean => item === line.items[0] && item.x + item.width <= edge + height * 0.5 && !headsColumns([item]) && KIND_LABELS.is(item.text) === undefined && !line.items.slice(1).some(({ text }) => tight(text) === tight(item.text))
    // Beside no row of numbers: left of the columns that the headings above show.
    const above = ofForm.findLast(({ y }) => y <= line.y)
    const besideBlanks = (item: Item): boolean => item.x + item.width <= (above?.left ?? known?.[0]?.left ?? -Infinity) + height * 0.5
    const isOfLabel = (item: Item): boolean => !ofForm.some(({ items }) => items.has(item)) && (near.length === 0 ? besideBlanks(item) : heads ? overLabels(item) : before(item) && COLUMN_LABELS.name(item.text) === null)
    for (const item of row ? line.labels : line.items) {
      if (row || isOfLabel(item)) labels.push({ item, row })
      else headings.push(item)
    }
  }
  return { labels, headings }
}

/** Lines of which a sign left of all numbers, such as a 无 of （四）无法提供, is no number. */
function withoutStrays(lines: readonly Line[], height: number): readonly Line[] {
  const edge = Math.min(...lines.filter(({ values }) => values.length >= LEAST_ROW).map(({ values }) => values[0]!.x))
  if (edge === Infinity) return lines
  return lines.map((line) => {
    const last = line.values.at(-1)
    return last && last.x + last.width < edge - height * 0.3 && line.values.every(({ text }) => !/\d/.test(tight(text))) ? { ...line, values: [], labels: line.items } : line
  })
}

/** Rows of cells from above. */
interface CellRow {
  readonly y: number
  readonly cells: readonly string[]
  readonly told?: Told
}

/** Rows under the same headings, with the rows among them that have a label only: blank ones, where others have blank cells too. */
function underHeadings(rows: readonly ValueRow[], { of, doubtful, blank }: Labels, headed: readonly Column[] | null, open: OpenTable, place: PlaceOf): CellRow[] {
  const columns = headed ?? (rows.length > 0 ? columnsOf(rows) : null)
  const found = byPage(rows, place).flatMap((own) => cellsOf(own, columns))
  const cells = found.map(({ texts }) => texts)
  const width = columns?.length ?? cells[0]?.length ?? 0
  const told = (row: ValueRow, at: number): Pick<CellRow, 'told'> => (doubtful.has(row) ? { told: 'between' } : found[at]!.clear ? {} : { told: 'likely' })
  const filled = rows.map((row, at): CellRow => ({ y: row.y, cells: [...[of.get(row)].filter((text) => text !== undefined), ...cells[at]!], ...told(row, at) }))
  if (width !== APPLICANT_IDS.length) return [...filled, ...blank.map(({ y, texts }): CellRow => ({ y, cells: texts }))]
  // Where zeros are written, or numbers stand beside no name of the form, it is for the form's sums to say whether a name without numbers has lost them.
  const areNamed = rows.every((row) => REQUEST_LABELS.name(of.get(row) ?? '') !== null)
  const [gaps, zeros] = [cells.filter((each) => each.includes('')), cells.filter((each) => each.some((text) => ZERO.test(tight(text))))].map(({ length }) => length) as [number, number]
  if (zeros >= LEAST_SPARSE) open.sparse = false
  else if (gaps >= LEAST_SPARSE || blank.length >= LEAST_BLANK) open.sparse ??= true
  return [...filled, ...blank.map(({ y, texts }): CellRow => ({ y, cells: [...texts, ...Array.from({ length: width }, () => '')], ...(open.sparse && areNamed ? {} : { told: 'empty' }) }))]
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

/** The rows of a stretch of lines with numbers in them, or with names of the form's rows, from above. */
function rowsOf({ lines: written, height }: Stretch, open: OpenTable, place: PlaceOf): CellRow[] {
  const lines = unwrapped(withoutStrays(written, height), height)
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
    return [...cells, ...blankReviews(group, open)]
  })
  return [...filled, ...heads.map(({ y, items }): CellRow => ({ y, cells: items.map(({ text }) => text) })), ...found.loose.map(({ y, texts }): CellRow => ({ y, cells: texts }))].sort((a, b) => a.y - b.y)
}

/** A stretch as tables, one for each page that it stands on. */
export function tablesOf(stretch: Stretch, open: OpenTable, place: PlaceOf): TableBlock[] {
  const pages = new Map<number | undefined, CellRow[]>()
  for (const row of rowsOf(stretch, open, place)) {
    const { page } = place(row.y)
    pages.set(page, [...(pages.get(page) ?? []), row])
  }
  return [...pages.values()].map((rows) => ({ kind: 'table', loose: true, rows: gridOf(rows.map(({ cells }) => cells.map((text) => ({ text })))), told: rows.map(({ told }) => told), place: place(rows[0]!.y) }))
}
