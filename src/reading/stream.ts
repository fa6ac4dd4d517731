import { APPLICANT_IDS } from '@/domain/figure'
import { gridOf, type Block, type Place } from './document'
import { linesOf, type Item } from './geometry'
import { headingRows } from './headings'
import { COLUMN_LABELS, KIND_LABELS } from './labels'
import type { LabelPiece } from './label-columns'
import { textBlocks } from './paragraphs'
import { labelsOf, type Labels } from './row-labels'
import { lineOf, unwrapped, type Line, type ValueRow } from './rows'
import { continued, formColumns, fullColumns, headsColumns, shown, spread, type Column } from './value-columns'
import { tight } from './words'

/** So many numbers at the end of a line are a row of a table, however long its label. */
const LEAST_VALUES = 5
/** So many show where the labels beside them end. */
const LEAST_ROW = 3
/** So many rows with blank cells show that blanks are zeros. */
const LEAST_SPARSE = 2
const ZERO = /^(?:0(?:[件条个])?|[-—–―/／]+|无)$/
/** The heading of a part of the report that has a table. */
const PART = /^[（(]?[一二三四五六][）)、].*(?:主动公开|收到和处理|申请|行政复议|行政诉讼).*情况$/
const isPart = ({ values, pieces }: Line): boolean => values.length === 0 && PART.test(tight(pieces.map(({ text }) => text).join('')))
/** The form's note beside the headings of table 3. */
const NOTE = /勾稽关系|第[一三]项加第[二四]项/
const isProse = ({ pieces, values }: Line): boolean => values.length < LEAST_VALUES && !pieces.some(({ text }) => NOTE.test(tight(text))) && (pieces.some(({ text }) => text.length > 34 || /[。；]$/.test(text.trim())) || (pieces.length === 1 && tight(pieces[0]!.text).length > 30))

/** Whether a line ends left of the numbers of the rows around it: a part of a long label. */
function isLabel(line: Line, lines: readonly Line[], height: number): boolean {
  if (line.values.length > 0 || /[。；]$/.test(line.items.at(-1)!.text.trim())) return false
  return lines.some((row) => row.values.length >= LEAST_ROW && Math.abs(row.y - line.y) <= height * 6 && rightOf(line) <= row.values[0]!.x + height * 0.3)
}

/** Where the last item of a line ends. */
const rightOf = ({ items }: Line): number => items.at(-1)!.x + items.at(-1)!.width

/** What is known of the page that lines stand on. */
export interface Page {
  readonly place: (y: number) => Place
  readonly nextTable: () => number
  /** The columns of the last table of the form, which may go on. */
  readonly columns: { known: readonly Column[] | null }
}

/** Items without rulings: rows of numbers with the labels beside them become tables, all else lines of text. */
export function streamBlocks(items: readonly Item[], height: number, whole: boolean, page: Page): Block[] {
  const lines = linesOf(items).map((line) => lineOf(line, whole))
  const isText = (line: Line): boolean => isPart(line) || (isProse(line) && !isLabel(line, lines, height))
  const blocks: Block[] = []
  // A paragraph runs on from line to line, whatever the lines look like one by one.
  let prose: Line[] = []
  const close = (): void => {
    if (prose.length > 0) blocks.push(...textBlocks(prose, height, page.place))
    prose = []
  }
  let at = 0
  while (at < lines.length) {
    let end = at
    while (end < lines.length && !isText(lines[end]!) && (end === at || lines[end]!.y - lines[end - 1]!.y < height * 6)) end += 1
    if (end > at && lines.slice(at, end).some(({ values }) => values.length > 0)) {
      close()
      blocks.push(...region(lines.slice(at, end), height, page))
    } else prose.push(...lines.slice(at, Math.max(end, at + 1)))
    at = Math.max(end, at + 1)
  }
  close()
  return blocks
}

/** The rows of numbers around a line: those within a few lines, else the next above and below. */
function rowsNear({ y }: Line, rows: readonly ValueRow[], height: number): ValueRow[] {
  const near = rows.filter((row) => Math.abs(row.y - y) <= height * 4)
  const around = near.length > 0 ? near : [rows.findLast((row) => row.y < y), rows.find((row) => row.y > y)].filter((row) => row !== undefined && Math.abs(row.y - y) <= height * 20) as ValueRow[]
  const full = around.filter(({ values }) => values.length >= LEAST_ROW)
  return full.length > 0 ? full : around
}

/** The pieces of lines beside or above rows of numbers: parts of their labels, or headings of columns. */
function sorted(lines: readonly Line[], rows: ReadonlyMap<Line, ValueRow>, height: number): { labels: LabelPiece[]; headings: Item[] } {
  const headings: Item[] = []
  const labels: LabelPiece[] = []
  for (const line of lines) {
    const row = rows.get(line) ?? null
    const near = rowsNear(line, [...rows.values()], height)
    const edge = Math.min(...[...rows.values()].map(({ values }) => values[0]!.x))
    const before = (item: Item): boolean => near.some(({ values }) => item.x + item.width <= values[0]!.x + height * 0.5)
    // Three pieces and more without a number are headings of columns, but for what stands over the labels.
    const heads = line.pieces.length >= 3 && rightOf(line) > edge
    const overLabels = (item: Item): boolean => item === line.items[0] && item.x + item.width <= edge + height * 0.5 && !headsColumns([item]) && KIND_LABELS.is(item.text) === undefined && !line.items.slice(1).some(({ text }) => tight(text) === tight(item.text))
    const isOfLabel = (item: Item): boolean => near.length > 0 && (heads ? overLabels(item) : before(item) && COLUMN_LABELS.name(item.text) === null)
    for (const item of row ? line.labels : line.items) {
      if (row || isOfLabel(item)) labels.push({ item, row })
      else headings.push(item)
    }
  }
  return { labels, headings }
}

/** Lines of which a sign left of all numbers, such as a 无 of （四）无法提供, is no number. */
function withoutStrays(lines: readonly Line[], height: number): Line[] {
  const edge = Math.min(...lines.filter(({ values }) => values.length >= LEAST_ROW).map(({ values }) => values[0]!.x))
  return lines.map((line) => {
    const last = line.values.at(-1)
    return last && last.x + last.width < edge - height * 0.3 && line.values.every(({ text }) => !/\d/.test(text)) ? { ...line, values: [], labels: line.items } : line
  })
}

/** Rows of cells from above. */
interface CellRow {
  readonly y: number
  readonly cells: readonly string[]
}

/** Rows under the same headings, with the rows among them that have a label only: blank ones, where others have blank cells too. */
function underHeadings(rows: readonly ValueRow[], { of, blank }: Labels, columns: readonly Column[] | null): CellRow[] {
  const cells = spread(rows, columns)
  const width = cells[0]?.length ?? 0
  const filled = rows.map((row, at): CellRow => ({ y: row.y, cells: [...[of.get(row)].filter((text) => text !== undefined), ...cells[at]!] }))
  // Where zeros are written, a label without numbers has lost them.
  const sparse = width === APPLICANT_IDS.length && cells.filter((each) => each.includes('')).length >= LEAST_SPARSE && cells.filter((each) => each.some((text) => ZERO.test(tight(text)))).length < LEAST_SPARSE
  return [...filled, ...blank.map(({ y, texts }): CellRow => ({ y, cells: sparse ? [...texts, ...cells[0]!.map(() => '')] : texts }))]
}

/** A stretch of lines with numbers in them. */
function region(written: readonly Line[], height: number, { place, nextTable, columns }: Page): Block[] {
  const lines = unwrapped(withoutStrays(written, height), height)
  const byLine = new Map(lines.filter(({ values }) => values.length > 0).map((line): [Line, ValueRow] => [line, { y: line.y, values: line.values }]))
  const rows = [...byLine.values()]
  const { labels, headings } = sorted(lines, byLine, height)
  const heads = headingRows(headings, rows, height)
  const found = labelsOf(labels, rows, height)
  const first = rows.slice(0, rows.length - heads.reduce((sum, head) => sum + head.rows.length, 0))
  const groups = [{ y: -Infinity, rows: first, items: [] as readonly Item[] }, ...heads]
  const filled = groups.flatMap((group, at) => {
    const until = groups[at + 1]?.y ?? Infinity
    const blank = found.blank.filter(({ y }) => y >= group.y && y < until)
    const own = headsColumns(group.items) ? formColumns(group.items) : null
    if (headsColumns(group.items)) columns.known = own && shown(own, group.rows)
    const cells = underHeadings(group.rows, { ...found, blank }, own ?? continued(columns.known, group.rows))
    if (group.rows.length > 0) columns.known ??= fullColumns(group.rows)
    return cells
  })
  const all = [...filled, ...heads.map(({ y, items }): CellRow => ({ y, cells: items.map(({ text }) => text) })), ...found.loose.map(({ y, texts }): CellRow => ({ y, cells: texts }))].sort((a, b) => a.y - b.y)
  return [{ kind: 'table', loose: true, rows: gridOf(all.map((row) => row.cells.map((text) => ({ text })))), place: { ...place(all[0]!.y), table: nextTable() } }]
}
