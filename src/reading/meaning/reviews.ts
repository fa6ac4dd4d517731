import type { FigureId, ReviewKind, ReviewResult } from '@/domain/figure'
import type { Told } from '../document'
import { trimmed, type Entry, type Piece } from './entries'
import { completedRow, withoutIndent } from './blank-cells-lost'
import { readPiece, type Figures } from './figures'
import { KIND_ORDER, RESULT_LABELS, RESULT_ORDER } from './labels'
import { kindIn, namesSuitsFirst, orderIn, partsOf, resultsIn, withId, type Heading } from './result-headings'
import { sumsIn, withoutSuitSum } from './suit-sums'
import { cellOf } from './values'
import { fragment, tight } from './words'

/** Figures of kinds one behind the other, each with its results in an order. */
const idsOf = (kinds: readonly ReviewKind[], order: readonly ReviewResult[]): FigureId[] => kinds.flatMap((kind) => order.map((result) => `${kind}.${result}` as FigureId))

const COUNT = KIND_ORDER.length * RESULT_ORDER.length
const PARTS = partsOf(RESULT_ORDER)

const covers = (outer: Piece, column: number): boolean => outer.column <= column && column < outer.column + outer.width

/** Reads table 4 in its usual shape (15 columns), in three tables of five, with kinds as rows, or a result a line. */
export class ReviewsReader {
  private results: Heading<ReviewResult>[] = []
  private kinds: Heading<ReviewKind>[] = []
  /** The headings of columns that hold the sums of both suits. */
  private sums: Piece[] = []
  private lastKind: ReviewKind | null = null
  /** Whether 行政诉讼, over both kinds of suits, stands before 行政复议. */
  private suitsFirst = false
  /** Whether all kinds were named in one row, from left to right. */
  private areAbreast = false
  /** Whether the last kind was named beside numbers: it heads rows, not columns. */
  private headsRows = false
  private table: number | null = null
  private used = false
  private metResults = 0
  /** How many results stood without a number since the last that has one. */
  private bare = 0

  constructor(private readonly figures: Figures) {}

  /** Whether headings of this table were met. */
  get open(): boolean {
    return this.metResults >= 3
  }

  /** Closes the table: what follows belongs to another. */
  close(): void {
    this.metResults = 0
    this.bare = 0
    this.results = []
    this.kinds = []
    this.sums = []
    this.suitsFirst = false
    this.areAbreast = false
    this.lastKind = null
  }

  /** Takes an entry; true when it is a line of this table. */
  take(entry: Entry, inSection: boolean): boolean {
    const headed = this.takeHeadings(entry, inSection)
    if (entry.values.length === 0 || areBeyondHead(entry) || !(inSection || this.open || this.isUnderKind(entry))) return headed
    const figures = this.figuresOf(entry)
    if (!figures) return headed
    this.used = true
    if (!figures.pieces) {
      this.figures.tell({ kind: 'row-unclear', place: entry.place, figures: figures.ids, text: fragment(entry.text) })
      return true
    }
    // Where texts have places that no ruling bears out, sums hold in any order of the kinds.
    const isMoved = entry.loose && this.kindsAcross(true).some((id, at) => id !== KIND_ORDER[at])
    const told = figures.told ?? entry.told ?? (isMoved ? 'likely' : undefined)
    if (told === 'likely' || told === 'empty') this.figures.tell({ kind: told === 'empty' ? 'row-empty' : 'row-doubtful', place: entry.place, figures: figures.ids, text: fragment(entry.text) })
    const why = told === 'sums' ? { settled: told } : {}
    this.figures.putRow(figures.ids, figures.pieces.map((piece, at) => ({ ...why, ...readPiece(piece, figures.ids[at]!, entry) })), entry.place, entry.text)
    return true
  }

  /** Whether a line has a result behind a kind, or below one of the same table: no other table has such a line. */
  isUnderKind({ labels, table }: Entry): boolean {
    const result = RESULT_LABELS.is(labels.at(-1)?.text ?? '')
    const isBelow = this.lastKind !== null && table !== null && table === this.table
    return result !== undefined && result !== 'total' && (isBelow || labels.some(({ text }) => kindIn(text, true) !== undefined))
  }

  private takeHeadings(entry: Entry, inSection: boolean): boolean {
    const results = resultsIn(entry.labels, this.results.at(-1))
    // Alone in a row of a table, or beside a result, 行政复议 is a kind wherever it stands.
    const isHead = entry.table !== null && (results.length > 0 || (entry.values.length === 0 && entry.labels.length === 1))
    const kinds = entry.labels.flatMap((piece): Heading<ReviewKind>[] => withId(piece, kindIn(piece.text, inSection || isHead)))
    const telling = results.filter(({ id }) => id !== 'total').length
    if (kinds.length + telling === 0) {
      this.suitsFirst ||= namesSuitsFirst(entry.labels) && this.kinds.length === 0
      return false
    }
    if (this.used && (telling > 1 || (entry.values.length === 0 && (entry.table !== this.table || kinds.length > 0)))) {
      this.results = []
      this.kinds = []
      this.sums = []
      this.suitsFirst = false
      this.used = false
    }
    this.suitsFirst ||= namesSuitsFirst(entry.labels) && this.kinds.length === 0
    // What the end of a page leaves of a kind's last row says its name without a number.
    const isRest = this.headsRows && entry.table === this.table && kinds.every(({ id }) => id === this.lastKind)
    this.table = entry.table
    this.bare = entry.values.length === 0 ? this.bare + telling : telling > 0 ? 0 : this.bare
    this.metResults += telling
    this.results.push(...results)
    this.kinds.push(...kinds.filter(({ id, column }) => !this.kinds.some((known) => known.id === id && known.column === column)))
    if (kinds.length > 0 && entry.values.length === 0) this.sums.push(...sumsIn(entry.labels))
    const names = new Set(kinds.map(({ id }) => id))
    this.areAbreast = names.size === KIND_ORDER.length || (this.areAbreast && names.size === 0)
    if (names.size === 1) this.lastKind = kinds[0]!.id
    if (names.size > 0) this.headsRows = entry.values.length > 0 || isRest
    return true
  }

  /** The figures of a line and its cells; null where the line is none of this table. */
  private figuresOf(given: Entry): { ids: readonly FigureId[]; pieces: readonly Piece[] | null; told?: Told } | null {
    const isResult = resultsIn(given.labels.slice(-1), this.results.at(-1)).length > 0
    const written = { ...given, values: withoutSumOfAll(isResult ? withoutSuitSum(given, this.kinds, this.sums) : given.values) }
    const { labels } = written
    const kind = labels.map(({ text }) => kindIn(text, true)).findLast((id) => id !== undefined)
    const order = orderIn(this.results)
    const entry = this.withoutBeyond(labels.length > 0 || written.bounded ? this.withoutCopies(written) : { ...written, values: withoutIndent(written.values, order, KIND_ORDER.length) })
    const across = this.kindsAcross(written.loose)
    const all = idsOf(across.length === KIND_ORDER.length ? across : KIND_ORDER, order)
    const inRow = kind !== undefined && entry.values.length < COUNT
    const values = trimmed(trimmed(inRow ? behindLabel(entry.values, RESULT_ORDER.length) : entry.values, COUNT), entry.values.length < COUNT && !this.inPairs(entry) ? RESULT_ORDER.length : COUNT)
    if (values.length === COUNT) return { ids: all, pieces: values }
    if (values.length > RESULT_ORDER.length && this.inPairs({ ...entry, values })) return { ids: idsOf(this.kindsAcross(entry.loose), order), pieces: values }
    const result = resultsIn(labels.slice(-1), this.results.at(-1))[0]?.id
    const own = (id: ReviewKind): FigureId[] => idsOf([id], order)
    // Headings of several kinds stood without numbers: those behind them are not the last heading's.
    if (result && values.length <= KIND_ORDER.length && kind === undefined && this.bare > PARTS.length) return { ids: all, pieces: null }
    const number = this.headsRows || values.length === 1 ? onlyFilled(values) : undefined
    if (result && number && (kind ?? this.lastKind)) return { ids: [`${(kind ?? this.lastKind)!}.${result}`], pieces: [number] }
    const beside = [this.kinds.filter(({ column }) => column >= (labels.at(-1)?.column ?? 0)), this.kinds].map((headings) => this.kindsAcross(entry.loose, headings)).find((ids) => ids.length > 0 && ids.length === trimmed(values, ids.length).length)
    if (result && beside) return { ids: beside.map((id) => `${id}.${result}` as FigureId), pieces: values.slice(0, beside.length) }
    const alone = new Set(this.kinds.map(({ id }) => id)).size === 1 ? this.lastKind : null
    if (values.length === RESULT_ORDER.length && (kind ?? alone)) return { ids: own((kind ?? alone)!), pieces: values }
    const placed = this.onePerHeading(entry, order) ?? this.byColumns(entry)
    if (placed) return placed
    const kinds = this.kindsAcross(entry.loose)
    const completed = entry.bounded || entry.loose || kinds.length === 0 || !this.headsPairs(entry.loose) ? null : completedRow(entry.values, order, kinds.length)
    if (completed) return { ids: idsOf(kinds, order), ...completed }
    return values.length >= 4 && this.open ? { ids: kind ? own(kind) : all, pieces: null } : null
  }

  /** The kinds that headings name, in the order in which they stand; in the form's where texts have places and the kinds are named on several lines. */
  private kindsAcross(loose: boolean, headings: readonly Heading<ReviewKind>[] = this.kinds): ReviewKind[] {
    const met = [...new Set(headings.map(({ id }) => id))]
    if (loose && !this.areAbreast) return KIND_ORDER.filter((id) => met.includes(id))
    // 行政诉讼 is over both suits, and may stand before reviews though these are named above the suits.
    return this.suitsFirst ? met.toSorted((a, b) => Number(a === 'review') - Number(b === 'review')) : met
  }

  /** Whether a row has the five results of each of the kinds that head it, one kind behind the other. */
  private inPairs({ values, loose }: Entry): boolean {
    return values.length === this.kindsAcross(loose).length * RESULT_ORDER.length && this.headsPairs(loose)
  }

  /** Whether the results are named once for each of the kinds. */
  private headsPairs(loose: boolean): boolean {
    const kinds = this.kindsAcross(loose).length
    // 总计 alone on its line, before numbers, heads a column as well as it names a row.
    const parts = this.results.filter(({ id }) => id !== 'total')
    return parts.length === kinds * PARTS.length && parts.every(({ id }, at) => id === partsOf(orderIn(this.results))[at % PARTS.length])
  }

  /** A row without the blank cells of a wider table beyond the columns that its own headings head: those of the other kinds stand elsewhere. */
  private withoutBeyond(entry: Entry): Entry {
    const values = entry.values.slice(0, this.kindsAcross(entry.loose).length * RESULT_ORDER.length)
    const isBeyond = entry.table === this.table && values.length > 0 && values[0]!.column === this.results[0]?.column && entry.values.slice(values.length).every(({ text }) => tight(text) === '')
    return isBeyond && this.inPairs({ ...entry, values }) ? { ...entry, values } : entry
  }

  /** A row with the cell of each heading once, where merged cells were copied into every column that they cover. */
  private withoutCopies(entry: Entry): Entry {
    const under = this.results.map((heading) => entry.values.filter(({ column }) => covers(heading, column)))
    const areCopies = under.every((cells) => cells.length > 0 && cells.every(({ text }) => text === cells[0]!.text)) && under.flat().length === entry.values.length
    return entry.table === this.table && !entry.bounded && areCopies ? { ...entry, values: under.map(([first]) => first!) } : entry
  }

  /** The cells of a row in the columns of their headings, where blank ones stand between them: these in the form's order and each filled, or, where none is beside another, all that is filled. */
  private onePerHeading({ values, table }: Entry, order: readonly ReviewResult[]): { ids: readonly FigureId[]; pieces: readonly Piece[] } | null {
    const heads = this.results.toSorted((a, b) => a.column - b.column)
    const kinds = this.kinds.toSorted((a, b) => a.column - b.column).map(({ id }) => id).join()
    if (table !== this.table || heads.length !== COUNT || kinds !== KIND_ORDER.join() || heads.some(({ id }, at) => id !== order[at % order.length])) return null
    const under = heads.flatMap(({ column }) => values.filter((value) => value.column === column))
    const filled = values.filter(({ text }) => tight(text) !== '')
    const isApart = filled.length > 0 && heads.every(({ column }, at) => at === 0 || column > heads[at - 1]!.column + 1)
    return under.length === COUNT && filled.every((piece) => under.includes(piece)) && (isApart || filled.length === COUNT) ? { ids: idsOf(KIND_ORDER, order), pieces: under } : null
  }

  /** Cells under the headings of their columns: only where each heading has one cell of its own and none is left over. */
  private byColumns({ values, table }: Entry): { ids: readonly FigureId[]; pieces: readonly Piece[] } | null {
    if (table === null || table !== this.table || this.results.length === 0) return null
    // A heading over two rows is met in both of them.
    const results = this.results.filter(({ id, column }, at) => this.results.findIndex((other) => other.id === id && other.column === column) === at)
    const found = results.flatMap((heading) => {
      const kind = this.kinds.findLast((each) => covers(each, heading.column))?.id
      const piece = values.find((value) => covers(value, heading.column))
      return kind && piece ? [{ id: `${kind}.${heading.id}` as FigureId, piece }] : []
    })
    const pieces = found.map(({ piece }) => piece)
    const clear = found.length === results.length && new Set(pieces).size === pieces.length && new Set(found.map(({ id }) => id)).size === found.length
    if (!clear || values.some((value) => !pieces.includes(value) && tight(value.text) !== '')) return null
    return { ids: found.map(({ id }) => id), pieces }
  }
}

/** The results of all kinds without a last one that a report adds: the sum of their totals, wherever these stand in each kind. Blank cells before them may be an indent, which moves all others; of zeros alone every cell must be there. */
function withoutSumOfAll(values: readonly Piece[]): readonly Piece[] {
  const numbers = values.map(({ text }) => cellOf(text, 'items')).map((cell) => ('value' in cell ? cell.value : 0))
  const [sum, parts] = [numbers.at(-1), numbers.slice(0, COUNT).reduce((all, number) => all + number, 0)]
  const isFilled = ({ text }: Piece): boolean => tight(text) !== ''
  const isWhole = sum === 0 ? values.every(isFilled) : isFilled(values[0]!)
  return values.length === COUNT + 1 && isWhole && parts === 2 * sum! ? values.slice(0, -1) : values
}

/** Whether blank cells stand beside a heading of all results of its kind: those of a wider table's columns. */
const areBeyondHead = ({ labels, values }: Entry): boolean => labels.length === 1 && labels[0]!.width >= RESULT_ORDER.length && values.every(({ text }) => tight(text) === '')

/** The cells behind the blank ones that a label over two columns leaves beside it; where all of them are filled, also before those of a wider table. */
function behindLabel(values: readonly Piece[], count: number): readonly Piece[] {
  const isBlank = ({ text }: Piece): boolean => tight(text) === ''
  const first = values.findIndex((piece) => !isBlank(piece))
  const filled = values.slice(Math.max(first, 0), values.findLastIndex((piece) => !isBlank(piece)) + 1)
  if (filled.length === count && !filled.some(isBlank)) return filled
  return values.length > count && values.slice(0, -count).every(isBlank) && !values.slice(-count).every(isBlank) ? values.slice(-count) : values
}

/** The only value of a row that is not blank, the first where all are; undefined where several are not. */
function onlyFilled(values: readonly Piece[]): Piece | undefined {
  const filled = values.filter(({ text }) => tight(text) !== '')
  return filled.length > 1 ? undefined : (filled[0] ?? values[0])
}
