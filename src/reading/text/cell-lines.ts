import type { BlankLines } from './blank-lines'
import { blankResults, listsResults } from './blank-results'
import { joinedHeadings } from './broken-labels'
import type { TextLine } from './lines'
import { APPLICANT_LABELS, COLUMN_LABELS, headingsIn, ITEM_LABELS, KIND_LABELS, RESULT_LABELS, RESULT_ORDER } from '../meaning/labels'
import { columnNamed } from '../meaning/item-years'
import { sectionOf } from '../meaning/sections'
import { cellsOfLine } from './tokens'
import { unnamedRows } from './unnamed-rows'
import { tight } from '../meaning/words'

/** A row that is being put together of lines with one cell each: labels first, then values. */
interface OpenRow {
  readonly cells: string[]
  values: number
  /** How many cells the table has beside the row's label. */
  width: number
}

/** The first row of table 3: what stands between its headings and this names no row. */
const OPENS_ROWS = /年度?新收/

/** What heads the sum of all organisations: none of the form's headings, and no name of the row below it. */
const ORGANISATION_SUM = '小计'

/** What the labels of a table said so far of the rows below them. */
class Labels {
  /** How many columns table 2 has here, and whether only headings stood since the first of them. */
  private columns = 0
  private headed = false
  /** How many results of table 4 were named. */
  private results = 0
  /** Whether the headings of table 3 stand above, and no row yet. */
  private heading = false

  /** `lists`: table 4 has a result a line. */
  constructor(private readonly lists: boolean) {}

  /** Takes the labels of a line, and whether a number stands behind them. */
  take(labels: readonly string[], hasValues: boolean): void {
    const headings = labels.filter((text) => COLUMN_LABELS.is(text)).length
    if (headings > 0) this.columns = headings + (this.headed ? this.columns : 0)
    this.headed = !hasValues && (this.headed || headings > 0)
    if (labels.some((text) => sectionOf(text) !== undefined)) this.results = 0
    // 总计 alone is a column, or a row, of table 3.
    for (const result of labels.flatMap((text) => RESULT_LABELS.is(text) ?? [])) if (this.results > 0 || result !== 'total') this.results += 1
    if (labels.some((text) => APPLICANT_LABELS.is(text) === 'natural')) this.heading = true
    if (hasValues || labels.some((text) => OPENS_ROWS.test(text))) this.heading = false
  }

  /** How many cells the row has that these labels name; null where they do not say. None of them may be left out, so that one is blank whose line is. `next`: the line below with a text. */
  widthOf(labels: readonly string[], next: string): number | null {
    const name = labels.at(-1) ?? ''
    if (this.heading) return 0
    if (this.columns > 0 && ITEM_LABELS.is(name) !== undefined) return this.columns
    if (RESULT_LABELS.is(name) !== undefined && this.results > 0) return this.lists ? 1 : 0
    if (KIND_LABELS.is(name) === undefined) return null
    // Above the results the blank lines behind a kind are those of cells merged into the headings above.
    return RESULT_LABELS.is(next) !== undefined ? 0 : this.results === RESULT_ORDER.length ? RESULT_ORDER.length : null
  }
}

/** Whether a label is one more heading of table 2 beside those of a row: their order is that of the numbers below. */
const goesOn = ({ cells, values }: OpenRow, label: string): boolean => values === 0 && columnNamed(label) !== null && columnNamed(cells.at(-1)!) !== null

/** Lines with one cell each, or with a label and its numbers: a new row starts where a label follows a number, or the heading of a part of the report. */
export function rowsOfLines(written: readonly TextLine[], blanks: BlankLines): { rows: string[][]; from: number[] } {
  const lines = joinedHeadings(written)
  const results = blankResults(lines, blanks)
  const lists = listsResults(lines)
  const unnamed = unnamedRows(lines, blanks.areCells)
  const said = new Labels(lists)
  const rows: OpenRow[] = []
  const from: number[] = []
  for (const [at, each] of lines.entries()) {
    const open = rows.at(-1)
    const mayBeCell = blanks.areCells || (lists && RESULT_LABELS.is(open?.cells.at(-1) ?? '') !== undefined)
    const isCell = results.get(each) ?? (mayBeCell && open !== undefined && open.values < open.width)
    const { label, values } = each.text.trim() === '' ? { label: '', values: isCell ? [''] : [] } : cellsOfLine(each.text)
    if (!open || unnamed.has(each) || (label !== '' && !goesOn(open, label) && (open.values > 0 || (OPENS_ROWS.test(label) && tight(open.cells.at(-1)!) === ORGANISATION_SUM) || headingsIn(open.cells.join(' ')) !== null || sectionOf(open.cells.at(-1)!) !== undefined))) {
      rows.push({ cells: unnamed.has(each) ? [''] : [], values: 0, width: blanks.width })
      from.push(each.line)
    }
    const row = rows.at(-1)!
    const labels = label === '' ? [] : (headingsIn(label) ?? [label])
    said.take(labels, values.some((text) => text !== ''))
    if (labels.length > 0) row.width = said.widthOf(labels, lines.slice(at + 1).find(({ text }) => text.trim() !== '')?.text ?? '') ?? row.width
    row.cells.push(...labels, ...values)
    row.values += values.length
  }
  return { rows: rows.map(({ cells }) => cells), from }
}
