import { APPLICANT_IDS } from '@/domain/figure'
import { isNumberCell } from '../meaning/values'
import { APPLICANT_LABELS, COLUMN_LABELS, GROUP_ROWS, ITEM_LABELS, REQUEST_LABELS, RESULT_LABELS, RESULT_ORDER } from '../meaning/labels'
import { sectionOf } from '../meaning/sections'
import { hasHan, isNumbered, tight } from '../meaning/words'
import type { TextLine } from './lines'
import { LONGEST_LABEL } from './tokens'

const BAR = /[|｜]/
/** So many lines with one cell and its bar are a table. */
const LEAST_CELLS = 20
/** A cell goes on over no more lines. */
const MOST_LINES = 6

const cellsIn = (text: string): number => text.split(BAR).filter((cell) => cell.trim() !== '').length
/** A line with one cell at most and a bar, as no table with its rows on lines has. */
const isCellLine = ({ text }: TextLine): boolean => BAR.test(text) && cellsIn(text) <= 1 && tight(text).length <= LONGEST_LABEL

/** What stands before a bar, or lines that are no cells. */
interface BarCell {
  readonly text: string
  readonly line: TextLine
}

/** A group's name, which the row's own follows. */
const isGroup = (text: string): boolean => /^三、本年度办理结果$/.test(tight(text)) || (/^[(（]/.test(text.trim()) && GROUP_ROWS.has(REQUEST_LABELS.is(text) ?? ''))
/** The name of a row; 总计 and 其他 without a number head columns, too. */
const isRowName = (text: string): boolean => ITEM_LABELS.is(text) !== undefined || (REQUEST_LABELS.is(text) !== undefined && !/^[总合小]计$|^其[他它]$/.test(tight(text)))
const opensRow = (text: string): boolean => isGroup(text) || isRowName(text) || /^第二十条|^信息内容$|^自然人$|^行政复议$|勾稽关系|^甲$|^[栏行]次$/.test(tight(text))
const isLabel = (text: string): boolean => hasHan(text) && !isNumberCell(text)

/** Puts cells that come one by one into rows. */
class Rows {
  readonly lines: TextLine[] = []
  private labels: string[] = []
  private values: string[] = []
  private first: TextLine | undefined
  /** Columns of table 2 under the last headings. */
  private columns = 0
  private results = 0
  private blanksBefore = false

  take({ text, line }: BarCell): void {
    if (isLabel(text)) this.label(text, line)
    else if (this.labels.length > 0 || this.results > 0) {
      // The numbers of table 4 stand in a row of their own, and so do those whose headings end here.
      if (this.values.length === 0 && this.results >= RESULT_ORDER.length) this.close()
      this.first ??= line
      this.values.push(text.trim())
    }
  }

  private label(text: string, line: TextLine): void {
    // Headings over two rows: 总计 of the first stands before those below it.
    const below = APPLICANT_LABELS.is(text) === 'business' && this.labels.some((each) => APPLICANT_LABELS.is(each) === 'total')
    if (this.values.length > 0 || below || (opensRow(text) && !isGroup(this.labels.at(-1) ?? ''))) this.close()
    if (/^信息内容$/.test(tight(text))) this.columns = 0
    if (COLUMN_LABELS.is(text)) this.columns += 1
    this.results = RESULT_LABELS.is(text) ? this.results + 1 : opensRow(text) ? 0 : this.results
    this.first ??= line
    this.labels.push(text.trim())
  }

  /** Ends the row: of its cells those that its table has columns for, without the bars of merged cells behind them. */
  close(): void {
    const name = this.labels.at(-1) ?? ''
    const width = ITEM_LABELS.is(name) !== undefined ? this.columns : this.labels.length === 0 ? this.results : APPLICANT_IDS.length
    const named = this.labels.length === 0 || isRowName(name) || (isNumbered(name) && !isGroup(name) && REQUEST_LABELS.name(name) !== null)
    // A row without labels has no merged cells: what it has too many stands before its first.
    const from = this.labels.length > 0 ? this.blankLabels(width) : Math.max(0, Math.min(this.values.length - width, this.values.findIndex((text) => text !== '')))
    const values = named || this.values.some((text) => text !== '') ? this.values.slice(from, width ? from + width : undefined) : []
    if (this.first) this.lines.push({ text: `| ${[...this.labels, ...values].join(' | ')} |`, line: this.first.line })
    if (this.labels.length === 0 && values.some((text) => text !== '')) this.results = 0
    this.labels = []
    this.values = []
    this.first = undefined
  }

  /** How many blank cells stand between a row's label and its values, for columns of labels that are not merged. Where those behind its values are blank, too, as in the rows before. */
  private blankLabels(width: number): number {
    const spare = this.values.length - width
    if (width === 0 || spare <= 0) return 0
    const isBlank = (text: string): boolean => text === ''
    const [before, behind] = [this.values.slice(0, spare).every(isBlank), this.values.slice(-spare).every(isBlank)]
    if (before !== behind) this.blanksBefore = before
    return before && this.blanksBefore ? spare : 0
  }

  /** Lines that are no cells. */
  pass(lines: readonly TextLine[]): void {
    if (lines.length === 0) return
    this.close()
    this.results = 0
    this.blanksBefore = false
    this.lines.push(...lines)
  }
}

/** Whether most lines with bars and words have bars at both ends: a table that is drawn, its cells over several lines. */
function isFramed(lines: readonly TextLine[]): boolean {
  const said = lines.filter(({ text }) => BAR.test(text) && cellsIn(text) > 0)
  return said.filter(({ text }) => /^\s*[|｜].*[|｜]\s*$/.test(text)).length * 2 > said.length
}

/**
 * Cells on lines of their own, each ended by a bar, as pages are turned into text whose cells hold paragraphs (`规章 |`, `0 |`; a bar
 * alone is a blank cell, several are a merged one or stand before a row): put on one line a row. Other texts stay as they are.
 */
export function joinedBarCells(lines: readonly TextLine[]): readonly TextLine[] {
  const single = lines.filter(isCellLine).length
  const rows = lines.filter(({ text }) => cellsIn(text) > 1 && BAR.test(text)).length
  if (single < LEAST_CELLS || single < 2 * rows || isFramed(lines)) return lines
  const made = new Rows()
  for (const each of barCells(lines)) if ('text' in each) made.take(each)
    else made.pass(each.lines)
  made.close()
  return made.lines
}

/** The cells of lines with bars, and the lines between them that are none. */
function barCells(lines: readonly TextLine[]): (BarCell | { readonly lines: readonly TextLine[] })[] {
  const cells: (BarCell | { readonly lines: readonly TextLine[] })[] = []
  let open: TextLine[] = []
  for (const line of lines) {
    if (!BAR.test(line.text)) {
      if (line.text.trim() !== '') open.push(line)
      continue
    }
    const parts = line.text.split(BAR)
    const [before, own] = ownLines([...open, ...(parts[0]!.trim() === '' ? [] : [{ ...line, text: parts[0]! }])])
    if (before.length > 0) cells.push({ lines: before })
    // A bar before a row's first cell bounds none.
    const framed = own.length === 0 && (before.length > 0 || parts.slice(1).some((text) => text.trim() !== ''))
    if (!framed) cells.push({ text: own.map(({ text }) => text.trim()).join(''), line: own[0] ?? line })
    for (const text of parts.slice(1, -1)) cells.push({ text, line })
    open = parts.at(-1)!.trim() === '' ? [] : [{ ...line, text: parts.at(-1)! }]
  }
  return open.length > 0 ? [...cells, { lines: open }] : cells
}

/** A heading of the report, or prose. */
const isNoCell = ({ text }: TextLine): boolean => tight(text).length > LONGEST_LABEL || /[。；:：]$/.test(text.trim()) || (sectionOf(text) !== undefined && !/勾稽|申请人情况/.test(tight(text)) && REQUEST_LABELS.is(text) === undefined)

/** Lines before a bar parted into those that are no cells, to the last of them or all but one of too many, and those of one cell. */
function ownLines(lines: readonly TextLine[]): [before: readonly TextLine[], own: readonly TextLine[]] {
  const from = Math.max(lines.findLastIndex(isNoCell) + 1, lines.length > MOST_LINES ? lines.length - 1 : 0)
  return [lines.slice(0, from), lines.slice(from)]
}
