import { APPLICANT_IDS, type FigureId, type RequestRow } from '@/domain/figure'
import { ApplicantColumns } from './applicant-columns'
import { isBlank, type Entry, type Piece } from './entries'
import { readPiece, type Figures, type ReadCell, type Settled } from './figures'
import { APPLICANT_LABELS, GROUP_ROWS, isRestOfHead, isSideLabel, REQUEST_LABELS } from './labels'
import { blankAbove, isNameless, isSubtotal, isUnnamed, LEAVES, withGuessed, withOwnNumbers, withPlaced, withOthersOfGroups, withoutGroupHeadings, withSubtotals, withWholeNames, type Line } from './request-lines'
import { withOwnDigits } from './joined-digits'
import { settled } from './settle'
import { extraSums } from './sums'
import { fileUnfilled, type Unfilled } from './unfilled'
import type { Named } from './vocabulary'
import { fragment, hasHan, isNumbered, tight, unspaced } from './words'

type Found = Named<RequestRow | 'extra'>

const MOST_JOINED = 6
/** A row of the table has so many numbers, though some are blank. */
const LEAST_VALUES = 5
/** So many headings of columns abreast are none that names a row. */
const LEAST_ABREAST = 2
const figuresOf = (row: RequestRow): FigureId[] => APPLICANT_IDS.map((applicant): FigureId => `requests.${row}.${applicant}`)
const isColumn = ({ text }: Piece): boolean => APPLICANT_LABELS.is(text) !== undefined || isSubtotal(text)
const COLUMN_WORDS = /^(?:自然人|商业|企业|科研|机构|社会|公益|组织|法律|服务|总计)+$/
/** Whether a row has no blank cell: with one, numbers without a name that have places only may be the rest of the row above. */
const isFull = ({ values }: Entry): boolean => values.every(({ text }) => tight(text) !== '')
/** Below this, a label that is only alike is told as guessed. */
const SURE_LIKENESS = 0.8

/** Reads table 3. Lines are kept until the end: what a damaged label means is settled by the lines around it. */
export class RequestsReader {
  private readonly lines: Line[] = []
  private pending: string[] = []
  private readonly columns = new ApplicantColumns()
  /** The last row of cells that was met. */
  private previous: Entry | null = null
  /** Rows that have a name and, where texts have places, no number beside it. */
  private readonly unfilled = new Map<RequestRow, Unfilled>()

  constructor(private readonly figures: Figures) {}

  /** Takes an entry; true when it is a line of this table: in its section, or below its headings. */
  take(given: Entry, ofSection: boolean): boolean {
    const entry = withOwnDigits(given)
    this.columns.take(entry)
    const inSection = ofSection || this.columns.shows(entry)
    if (entry.values.length === 0) {
      if (inSection && entry.loose) for (const { text } of entry.labels) this.keepUnnumbered(text, entry)
      // Of a line of many headings the last may be the name of the first row.
      if (!entry.loose && entry.labels.filter(isColumn).length >= LEAST_ABREAST) this.pending = entry.labels.slice(entry.labels.findLastIndex(isColumn) + 1).map(({ text }) => text)
      else if (entry.text.length > MOST_JOINED * 10) this.pending = entry.labels.length > 1 ? entry.labels.slice(-1).map(({ text }) => text) : []
      else this.pending.push(...entry.labels.map(({ text }) => text))
      return false
    }
    // Where texts have places, a row of numbers without a label beside it has none above it either.
    if (entry.loose && entry.labels.length === 0) this.pending = []
    const { found, name } = this.nameOf(entry)
    const waiting = this.pending
    this.pending = []
    if ((!isNumbered(name) && this.isRest(entry)) || this.isBelowHeadings(entry, name)) return inSection
    if (inSection && entry.values.length >= LEAST_VALUES) this.keepUnfilled(waiting, name, entry)
    const previous = this.previous
    this.previous = entry
    // A name that stands whole above the numbers is theirs, whatever row above has none.
    const isNamedAbove = entry.labels.length === 0 && found?.sure === 'exact' && isNumbered(name) && waiting.some((text) => isNumbered(text))
    if (this.goesOn(entry) || (previous && !isNamedAbove && this.isOtherHalf(previous, entry, found))) return true
    const known = found !== null && (inSection || (found.sure === 'exact' && found.id !== 'processed' && found.id !== 'other.other' && entry.values.length >= LEAST_VALUES))
    if (!known && !(inSection && entry.values.length >= LEAST_VALUES && (entry.labels.length > 0 || waiting.length > 0 || (isUnnamed({ entry }) && (!entry.loose || isFull(entry)))))) return false
    this.lines.push({ entry, name, row: found?.id ?? null, sure: found !== null && (found.sure !== 'alike' || found.score >= SURE_LIKENESS) })
    return true
  }

  /** The figures of the last row that has a name of the form's. */
  get lastRow(): readonly FigureId[] {
    const row = this.lines.at(-1)?.row
    return row && row !== 'extra' ? figuresOf(row) : []
  }

  /** What the end of a page leaves of a row that is whole above it: blank cells without a name at the head of the next, or below the headings that are repeated there. */
  private isRest(entry: Entry): boolean {
    const last = this.lines.at(-1)?.entry
    return last !== undefined && last.table !== entry.table && entry.labels.length === 0 && isBlank(entry) && this.isAtHead(entry)
  }

  /** Blank cells without a name below the headings: what is left of one that reaches over two rows. */
  private isBelowHeadings(entry: Entry, above: string): boolean {
    return entry.labels.length === 0 && isBlank(entry) && this.columns.heads(entry) && APPLICANT_LABELS.is(above) !== undefined
  }

  private isAtHead(entry: Entry): boolean {
    return entry.place.row === 1 || this.columns.heads(entry)
  }

  /** A row cut by the end of a page goes on at the head of the next, or below the headings that are repeated there, with the rest of its label or with its numbers: told by a label that both halves make. */
  private goesOn(entry: Entry): boolean {
    const last = this.lines.at(-1)
    if (!last || entry.table === last.entry.table || !this.isAtHead(entry) || entry.labels.length === 0) return false
    const [before, here] = [last.entry, entry].map(isBlank)
    if (before === here) return false
    const name = `${last.name}${entry.labels.at(-1)!.text}`
    const whole = REQUEST_LABELS.is(name)
    // A beginning that is a name by itself (其他 of 其他法律行政法规禁止公开) goes on in a row that has no number.
    if (whole === undefined || (REQUEST_LABELS.is(last.name) !== undefined && (!here || isNumbered(entry.labels.at(-1)!.text)))) return false
    this.lines[this.lines.length - 1] = { entry: here ? last.entry : entry, name, row: whole, sure: true }
    return true
  }

  /** A row cut by the end of a page where its name stands on the one and its numbers on the other. */
  private isOtherHalf(before: Entry, here: Entry, found: Found | null): boolean {
    if (before.table === here.table || !this.isAtHead(here) || isBlank(before) === isBlank(here)) return false
    const last = this.lines.at(-1)
    const named = last?.entry === before && last.sure && REQUEST_LABELS.is(last.name) === last.row
    // A letter of the table's side, written downwards, may be a numeral: 三.
    if (isBlank(here) && here.labels.length > 0 && before.values.length > 1 && isNameless(before) && found?.sure === 'exact') {
      if (last?.entry === before) this.lines.pop()
      this.lines.push({ entry: { ...before, labels: here.labels }, name: here.labels.at(-1)!.text, row: found.id, sure: true })
      return true
    }
    // A group that is not this row's is a row of its own: （六）其他处理 where it has no others.
    const isOtherGroup = here.labels.some(({ text }) => GROUP_ROWS.has(REQUEST_LABELS.is(text) ?? '') && !last?.row?.startsWith(`${REQUEST_LABELS.is(text)}.`))
    if (!named || !isBlank(before) || !isNameless(here) || isOtherGroup) return false
    this.lines[this.lines.length - 1] = { ...last, entry: { ...here, labels: before.labels } }
    return true
  }

  /** Whether the row that opens, or one that closes, the table was met. */
  has(row: RequestRow): boolean {
    return this.lines.some((line) => line.row === row)
  }

  get size(): number {
    return this.lines.length
  }

  /** What the innermost label names, or what it names with the pieces before it. */
  private nameOf({ labels, ofGroup }: Entry): { found: Found | null; name: string } {
    const group = ofGroup ? labels.findLast(({ text }) => GROUP_ROWS.has(REQUEST_LABELS.is(text) ?? '')) : undefined
    if (group) return { found: REQUEST_LABELS.name(group.text), name: group.text }
    const texts = [...this.pending, ...labels.map(({ text }) => text)]
    const last = texts.at(-1) ?? ''
    const alone = REQUEST_LABELS.name(last)
    const before = texts.at(-2) ?? ''
    if (isSubtotal(last) && GROUP_ROWS.has(REQUEST_LABELS.is(before) ?? '')) return { found: REQUEST_LABELS.name(`${before}${last}`), name: `${before}${last}` }
    let best: { found: Found | null; name: string } = { found: alone, name: last }
    if (alone && (isNumbered(last) || texts.length === 1)) return best
    for (let count = 2; count <= Math.min(MOST_JOINED, texts.length); count += 1) {
      const name = texts.slice(-count).join('')
      const found = REQUEST_LABELS.name(name)
      // The end of a broken label may be a label itself: 其他情形 of 部分公开（…不计其他情形）.
      const longer = found?.sure === 'exact' && found.id !== best.found?.id && !(alone?.sure === 'exact' && name.endsWith(last) && REQUEST_LABELS.name(name.slice(0, -last.length))?.sure === 'exact')
      if (found && (longer || (found.score >= 0.85 && found.score > (best.found?.score ?? 0)))) best = { found, name }
    }
    return best
  }

  /** Files all lines. */
  finish(): void {
    const named = withoutGroupHeadings(withGuessed(withPlaced(withOwnNumbers(withSubtotals(withWholeNames(withOthersOfGroups(this.lines)))))))
    const loose: { line: Line; row: RequestRow; above: readonly RequestRow[] }[] = []
    for (const [at, line] of named.entries()) {
      if (line.entry.told === 'empty') this.keepEmpty(line)
      else if (line.row === null || line.row === 'extra') this.keepExtra(line, [named[at - 1], named[at + 1]])
      else if (!this.file(line, line.row)) loose.push({ line, row: line.row, above: blankAbove(named, at) })
    }
    this.settle(loose)
    const strays = named.filter(({ row, entry }) => row === null && !isBlank(entry))
    if (strays.every(({ name }) => hasHan(name))) fileUnfilled(this.unfilled, this.figures, strays.length > 0 || this.figures.problems.some(({ kind }) => kind === 'numbers-left'))
  }

  private keepEmpty({ row, entry, sure }: Line): void {
    if (row !== null && row !== 'extra' && (sure || !this.unfilled.has(row))) this.unfilled.set(row, { entry, sure })
  }

  private keepUnnumbered(text: string, entry: Entry): void {
    const found = isNumbered(text) ? REQUEST_LABELS.name(text) : null
    if (found?.sure === 'exact' && LEAVES.includes(found.id as RequestRow)) this.unfilled.set(found.id as RequestRow, { entry, sure: true })
  }

  private file({ entry, name, sure }: Line, row: RequestRow): boolean {
    const figures = figuresOf(row)
    const pieces = this.columns.placed(entry)
    if (!pieces) return false
    const leaves = LEAVES.filter((leaf) => leaf.startsWith(`${row}.`))
    const missing = leaves.filter((leaf) => !this.lines.some((line) => line.row === leaf))
    const subtotal = missing.length < leaves.length
    // The form has no subtotal of a group but 其他处理: where rows under it are missing, its name alone stands beside one that lost its own.
    const isNamedSum = /[小合]计/.test(tight(name))
    if (missing.length > 0 && (entry.ofGroup || (subtotal && row !== 'other' && !isNamedSum))) {
      this.figures.tell({ kind: 'row-unclear', place: entry.place, figures: missing.flatMap(figuresOf), text: fragment(entry.text) })
      if (row !== 'other') return true
    }
    // 其他 alone, without a number and without the rows beside it, may be all of （六）其他处理.
    const mayBeGroup = row === 'other.other' && !isNumbered(name) && LEAVES.filter((leaf) => leaf.startsWith('other.')).every((leaf) => leaf === row || !this.lines.some((line) => line.row === leaf))
    // A group's name alone beside all the rows under it: its subtotal, or one of them that lost its own name.
    if ((!sure || mayBeGroup || (subtotal && !isNamedSum)) && !this.figures.cells.has(figures[0]!)) this.figures.tell({ kind: 'label-guessed', place: entry.place, figures, text: fragment(entry.text) })
    if ((entry.told === 'likely' && !this.columns.whole.has(entry)) || entry.told === 'between' || this.columns.byOrder.has(entry)) this.figures.tell({ kind: entry.told === 'between' ? 'row-between' : 'row-doubtful', place: entry.place, figures, text: fragment(entry.text) })
    const read = pieces.map((piece, at): ReadCell | null => {
      if (piece === null) return null
      const cell = readPiece(piece, figures[at]!, entry)
      const why: Settled | undefined = !sure ? 'order' : entry.told === 'sums' || this.columns.bySum.has(piece) ? 'sums' : pieces.filter((other) => other === piece).length > 1 ? 'merged' : undefined
      return why && !cell.settled ? { ...cell, settled: why } : cell
    })
    this.figures.putRow(figures, read, entry.place, entry.text)
    return true
  }

  /** A line without numbers above the first row, or with words of the columns or of the table's side: headings. */
  private isHeading({ values, block, place }: Entry, name: string): boolean {
    const first = this.lines.find(({ row }) => row === 'received')?.entry
    if (values.some(({ text }) => tight(text) !== '')) return false
    return COLUMN_WORDS.test(tight(name)) || isSideLabel(name) || (place.row === 1 && isRestOfHead(name)) || (first !== undefined && (block < first.block || (block === first.block && (place.row ?? 0) < (first.place.row ?? 0))))
  }

  /** Names of rows that the form does not have, above a row that they are no part of: rows without any cell. */
  private keepUnfilled(names: readonly string[], next: string, { place }: Entry): void {
    for (const name of names) {
      if (REQUEST_LABELS.is(name) !== 'extra' || next.includes(name)) continue
      this.figures.extras.push({ name: unspaced(name), columns: [], cells: [] })
      this.figures.tell({ kind: 'row-unknown', place, text: fragment(name) })
    }
  }

  private keepExtra({ entry, name, row }: Line, beside: readonly (Line | undefined)[]): void {
    if (row === null && !hasHan(name) && isUnnamed({ entry })) this.figures.tell({ kind: 'numbers-left', place: entry.place, text: fragment(entry.text) })
    if (!hasHan(name) || this.isHeading(entry, name)) return
    // Numbers beside words without a number of their own, which name no row, may be those of the row above or below that has none.
    const mayBe = row === null && !isNumbered(name) && !isBlank(entry) ? beside.filter((other) => other !== undefined && LEAVES.includes(other.row as RequestRow) && isBlank(other.entry)) : []
    for (const { row: empty, entry: { place, text } } of mayBe as Line[]) this.figures.tell({ kind: 'row-empty', place, figures: figuresOf(empty as RequestRow), text: fragment(text) })
    this.figures.extras.push({ name: unspaced(name), columns: entry.values.length === APPLICANT_IDS.length ? APPLICANT_IDS : [], cells: entry.values.map((piece) => readPiece(piece, 'requests.other.other.total', entry)) })
    this.figures.tell({ kind: 'row-unknown', place: entry.place, text: fragment(entry.text) })
  }

  /** Rows with too few or too many cells: placed where the form's sums allow one placing only, else left out and told, with blank ones right above them, whose numbers they may hold. */
  private settle(loose: readonly { line: Line; row: RequestRow; above: readonly RequestRow[] }[]): void {
    for (const { line, row, above } of loose) {
      const figures = figuresOf(row)
      if (figures.every((figure) => this.figures.cells.has(figure))) continue
      const read = line.entry.values.map((piece) => readPiece(piece, figures[0]!, line.entry))
      const found = settled({ figures, cells: read.map(({ cell }) => cell) }, this.figures.plain(), extraSums(this.figures))
      if (!found) {
        this.figures.tell({ kind: 'row-unclear', place: line.entry.place, figures: [...above.flatMap(figuresOf), ...figures], text: fragment(line.entry.text) })
        continue
      }
      const cells = figures.map((figure) => {
        const cell = found.get(figure)
        const from = read.find((each) => each.cell === cell)
        return cell && from ? { ...from, settled: 'sums' as const } : null
      })
      this.figures.putRow(figures, cells, line.entry.place, line.entry.text)
    }
  }
}
