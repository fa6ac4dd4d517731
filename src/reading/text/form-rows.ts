import { addsUp, cellsIn, completedCells, flowingCells, followingCells, isCut, textOf, wholeNumbers, type LaidCell } from './laid-cells'
import type { TotalAt } from './column-order'
import type { Item } from '../page/geometry'
import { areBeside, areGroupEnds, beginsBelow, innermost, isGroupPiece, letters, lettersOf, namesTwo } from './row-names'
import { areWholeBelow } from './whole-rows'
import type { Likeness } from '../meaning/vocabulary'
import { isSubtotal } from '../meaning/request-lines'
import { isNumbered, tight } from '../meaning/words'

/** A line of a table as it is laid out: what stands left of the numbers, and what stands among them. */
export interface RowLine {
  readonly y: number
  readonly page: number
  readonly labels: readonly Item[]
  readonly values: readonly Item[]
  /** Its numbers stood below the name of the next row, woven into that row's. */
  readonly woven?: boolean
  /** Its numbers stood on a line below, and leave cells out. */
  readonly moved?: boolean
}

/** The rows of an official table. */
export interface TableForm<Id extends string> {
  readonly nearest: (label: string, least: number) => readonly Likeness<Id>[]
  /** Its rows from above; others may stand anywhere. */
  readonly order: readonly Id[]
  /** Most cells of a row. */
  readonly width: number
  /** Which cell of a full row is the sum of the others; null where none is. */
  readonly total: TotalAt | null
  /** Rows that head others, and seldom have numbers. */
  readonly heads: ReadonlySet<string>
  /** Labels of groups of rows, which stand left of those of rows. */
  readonly groups: readonly string[]
  /** The text has no columns: numbers stand behind their label. */
  readonly flowing: boolean
  /** Rows that may stand without a number. */
  readonly mayBeBlank: (id: Id) => boolean
}

/** The lines of one row: its label, broken over them, and its cells. */
export interface AlignedRow<Id extends string> {
  /** The row of the form; null for one that it does not have. */
  readonly row: Id | null
  /** How much its label is like the form's, 0 to 1. */
  readonly likeness: number
  readonly label: string
  readonly lines: readonly RowLine[]
  readonly cells: readonly LaidCell[]
}

/** No label is longer, nor broken over more lines. */
const MOST_LETTERS = 70
const MOST_LINES = 45
/** The cells of one row stand on lines no further apart. */
const MOST_APART = 3
const LEAST_LIKENESS = 0.5
/** A row without any number must be hardly other than the form's words; a short name, such as headings have too, its very words. */
const LEAST_BLANK_LIKENESS = 0.8
const LEAST_BLANK_LETTERS = 4
/** A name as like as this is whole; words that make it so much less like are none of it. */
const LEAST_WHOLE = 0.95
const LESS_LIKE = 0.1
/** The number of a row, before its name. */
const SERIAL = /^\d{1,2}(?![.．、\d])/
/** Without columns a name may stand far from its numbers: there a row is blank only where blanks are zeros, as so many rows with cells left out show and hardly a zero. */
const LEAST_SPARSE = 3
const ZERO = /^(?:0件?|[-—－/／]|无)$/

// What a way to cut the lines gains and loses: a row's label is worth 0 to 5, by how much it is like the form's.
const LIKENESS_GAIN = 10
const UNKNOWN_GAIN = 0.3
const NAMELESS_COST = 2
const LINE_COST = 0.4
const FULL_GAIN = 0.4
const SUM_GAIN = 0.5
const NO_SUM_COST = 0.5
const OUTSIDE_COST = 1.5
const BEHIND_COST = 0.6
export const BEGUN_ABOVE_COST = 1
/** A number that is not broken, off the line of its row's others: of two readings that are otherwise alike it is the less likely. */
const OFF_MAIN_COST = 0.2
const FORBIDDEN = 100
const HEAD_COST = 2
const GROUP_COST = 0.1
const SKIPPED_NUMBERS = 8
const SKIPPED_WORD = 0.02

/** What a stretch of lines can be. */
interface Segment<Id> {
  readonly gain: number
  readonly row: Id | null
  readonly likeness: number
  readonly label: string
  readonly cells: readonly LaidCell[]
}

interface State<Id> {
  readonly score: number
  /** The state it comes from, and what stands between; no segment for a line left out. */
  readonly before: State<Id> | null
  readonly from: number
  readonly to: number
  readonly segment: Segment<Id> | null
}

/** Gives lines to the rows of one form: each row has a stretch of lines with the cells of one row, or none, in the form's order. Of all ways to cut the lines, the one whose labels are likest to the form's. `edge`: where the labels of rows start, right of those of groups. */
export class Alignment<Id extends string> {
  private readonly whole: ReadonlySet<Item>
  private readonly mayBeBlank: boolean

  constructor(
    private readonly lines: readonly RowLine[],
    private readonly form: TableForm<Id>,
    private readonly edge: number,
    /** What a row costs that leaves cells out. */
    private readonly partialCost: number,
    /** What one costs whose broken numbers begin above its others. */
    private readonly begunCost: number,
  ) {
    // Where rows add up their sums tell which digits belong together.
    this.whole = form.total ? new Set() : wholeNumbers(lines.flatMap(({ values }) => values), MOST_APART)
    const zeros = lines.flatMap(({ values }) => values).filter(({ text }) => ZERO.test(tight(text)))
    const partial = lines.filter(({ values }) => values.length > 0 && values.length < form.width)
    this.mayBeBlank = !form.flowing || (partial.length >= LEAST_SPARSE && zeros.length <= form.width) || (form.total === null ? areBeside(lines) : areWholeBelow(lines, form.width, form.total))
  }

  rows(): AlignedRow<Id>[] {
    const states: (State<Id> | undefined)[][] = Array.from({ length: this.lines.length + 1 }, () => [])
    states[0]![0] = { score: 0, before: null, from: 0, to: 0, segment: null }
    this.lines.forEach((line, from) => this.leave(states, line, from))
    const last = states[this.lines.length]!.filter((state) => state !== undefined).sort((a, b) => b.score - a.score)[0]
    const rows: AlignedRow<Id>[] = []
    for (let state: State<Id> | null = last ?? null; state; state = state.before) if (state.segment) rows.unshift({ ...state.segment, lines: this.lines.slice(state.from, state.to) })
    return rows
  }

  /** The states that those at a line lead to: the line left out, or rows that start with it. */
  private leave(states: (State<Id> | undefined)[][], line: RowLine, from: number): void {
    const open = states[from]!
    const put = (at: number, used: number, state: State<Id>): void => {
      const known = states[at]![used]
      if (!known || known.score < state.score) states[at]![used] = state
    }
    const skipped = line.values.length > 0 ? SKIPPED_NUMBERS : SKIPPED_WORD * line.labels.length
    open.forEach((before, used) => before && put(from + 1, used, { score: before.score - skipped, before, from, to: from + 1, segment: null }))
    for (let to = from + 1; to <= Math.min(this.lines.length, from + MOST_LINES); to += 1) {
      const stretch = this.lines.slice(from, to)
      const cells = this.cellsOf(stretch)
      if (!cells || lettersOf(stretch) > MOST_LETTERS || namesTwo(stretch) || (!this.form.flowing && beginsBelow(stretch, (text) => this.isGroupPiece(text)))) break
      for (const segment of this.segmentsOf(stretch, cells)) {
        const index = segment.row === null ? -1 : this.form.order.indexOf(segment.row)
        open.forEach((before, used) => before && (index < 0 || index >= used) && put(to, index < 0 ? used : index + 1, { score: before.score + segment.gain, before, from, to, segment }))
      }
    }
  }

  /** The cells of lines as one row; null where they cannot be. */
  private cellsOf(lines: readonly RowLine[]): LaidCell[] | null {
    const numbered = lines.filter(({ values }) => values.length > 0)
    if (this.form.flowing) return flowingCells(numbered.flatMap(({ values }) => values), this.form.width, this.form.total ?? 'last')
    if (numbered.length > 0 && (numbered.at(-1)!.y - numbered[0]!.y > MOST_APART || numbered.at(-1)!.page !== numbered[0]!.page)) return null
    const values = numbered.map((line) => line.values)
    const cells = cellsIn(values, this.form.width, this.whole)
    if (!this.form.total || (cells !== null && addsUp(cells, this.form.total) === true)) return cells
    return completedCells(values, this.form.width, this.form.total) ?? followingCells(values, this.form.width, this.form.total) ?? cells
  }

  /** Rows of the form that a stretch of lines can be, and a row that the form does not have. */
  private segmentsOf(lines: readonly RowLine[], cells: readonly LaidCell[]): Segment<Id>[] {
    const pieces = lines.map(({ labels }) => labels)
    // The group's name may stand on the line of the numbers, between the halves of the row's own.
    const withoutGroup = pieces.map((labels) => labels.filter(({ text }) => !this.isGroupPiece(text)))
    const texts = [...new Set([...[lines.map((line) => this.ownPieces(line)), pieces, withoutGroup].map((own) => own.flat().map(({ text }) => text).join('')), ...(this.form.flowing ? [] : [innermost(pieces.flat())])])]
    const alike = (least: number): { id: Id; score: number; label: string }[] => texts.flatMap((label) => this.form.nearest(label, least).map((each) => ({ ...each, label })))
    if (cells.length === 0 && !this.mayBeBlank) return []
    if (cells.length === 0) {
      const isShort = letters(texts[0]!).length < LEAST_BLANK_LETTERS && !isNumbered(texts[0]!)
      return alike(isShort ? 1 : LEAST_BLANK_LIKENESS).flatMap(({ id, score, label }) => (this.form.mayBeBlank(id) ? [{ row: id, likeness: score, label, cells, gain: score }] : []))
    }
    const cost = this.costOf(lines, cells) + this.outside(lines)
    const label = texts[0] || texts[1] || ''
    if (this.isNamedApart(lines)) return []
    return [
      ...alike(LEAST_LIKENESS).map(({ id, score, label: own }) => ({ row: id, likeness: score, label: own, cells, gain: LIKENESS_GAIN * (score - LEAST_LIKENESS) - cost - (this.form.heads.has(id) ? HEAD_COST : 0) })),
      { row: null, likeness: 0, label, cells, gain: (letters(texts[0]!) === '' ? -NAMELESS_COST : UNKNOWN_GAIN) + 0.01 * lines.length - this.ofGroups(lines) - cost },
    ]
  }

  /** Whether lines above numbers, or below them, name a row whole where other words stand beside the numbers that are none of its name: these are another row's, or its group's. */
  private isNamedApart(lines: readonly RowLine[]): boolean {
    const hasNumbers = ({ values }: RowLine): boolean => values.length > 0
    const joined = (pieces: readonly Item[]): string => pieces.map(({ text }) => text).join('').replace(SERIAL, '')
    const wordsIn = (own: readonly RowLine[]): string => joined(own.flatMap((line) => this.ownPieces(line)))
    // The end of its group's name may stand before the end of its own; such ends alone, of several, are no name.
    const labels = lines.filter(hasNumbers).flatMap((line) => line.labels)
    const beside = wordsIn(lines.filter(hasNumbers)) || (labels.length > 1 && areGroupEnds(labels, this.form.groups) ? '' : joined(labels))
    // 小计 is a name by itself, and what stands above it the rows that it sums up; what stands behind its numbers, where these follow names, is the next group's.
    const until = lines.findLastIndex(hasNumbers)
    const sum = this.form.flowing ? lines.slice(0, until + 1).filter((line) => this.ownPieces(line).length > 0).slice(-1) : lines.filter(hasNumbers)
    const isSum = isSubtotal(sum.flatMap((line) => this.ownPieces(line)).map(({ text }) => text).join(''))
    if (isSum) return (this.form.flowing && lines.slice(until + 1).some(({ labels }) => labels.length > 0)) || letters(lines.flatMap((line) => this.ownPieces(line)).map(({ text }) => text).join('')) !== '小计'
    if (letters(beside).length < LEAST_BLANK_LETTERS) return false
    const [above, below] = [wordsIn(lines.slice(0, lines.findIndex(hasNumbers))), wordsIn(lines.slice(lines.findLastIndex(hasNumbers) + 1))]
    const isGroup = this.form.groups.includes(letters(beside))
    const named = [above, below].flatMap((words) => this.form.nearest(words, isGroup ? LEAST_BLANK_LIKENESS : LEAST_WHOLE).slice(0, 1))[0]
    if (!named) return false
    const likeness = (label: string): number => this.form.nearest(label, LEAST_LIKENESS).find(({ id }) => id === named.id)?.score ?? 0
    // Beside the group's name a row's own may go on below the numbers.
    return isGroup ? above === '' || below === '' || likeness(`${above}${below}`) < named.score : likeness(`${above}${beside}${below}`) < named.score - LESS_LIKE
  }

  /** What cells cost that stand on several lines: less where the row is full, and where it adds up to something, which can only speak for one of two readings. */
  private costOf(lines: readonly RowLine[], cells: readonly LaidCell[]): number {
    const full = cells.length === this.form.width ? FULL_GAIN : 0
    const sum = this.form.total ? addsUp(cells, this.form.total) : null
    const counted = cells.some((cell) => /[1-9]/.test(textOf(cell)))
    const partial = full > 0 ? 0 : this.partialCost
    // A number broken over lines begins above those that are not: on a line with a number for every cell.
    const widths = lines.map(({ values }) => values.length).filter((width) => width > 0)
    const begun = !this.form.flowing && widths.length > 1 && widths[0]! < this.form.width && widths.at(-1) === this.form.width ? this.begunCost : 0
    const main = lines.reduce((most, line) => (line.values.length > most.values.length ? line : most))
    const off = !this.form.flowing && cells.some(({ parts, y }) => parts.length === 1 && y !== main.y) ? OFF_MAIN_COST : 0
    const cut = cells.some(isCut) ? OUTSIDE_COST : 0
    return begun + off + cut + LINE_COST * (lines.filter(({ values }) => values.length > 0).length - 1) - full + partial + (sum === true && counted ? -SUM_GAIN : sum === false ? NO_SUM_COST : 0)
  }

  /** Numbers stand beside their label, or behind it where the text has no columns: there hardly any of it follows. */
  private outside(lines: readonly RowLine[]): number {
    const labelled = lines.filter((line) => this.ownPieces(line).length > 0).map(({ y }) => y)
    const numbered = lines.filter(({ values }) => values.length > 0).map(({ y }) => y)
    if (labelled.length === 0) return 0
    if (this.form.flowing) return numbered.at(-1)! < labelled[0]! ? FORBIDDEN : labelled.at(-1)! > numbered.at(-1)! ? BEHIND_COST : 0
    const [above, below] = [numbered.at(-1)! < labelled[0]!, numbered[0]! > labelled.at(-1)!]
    return above || below ? OUTSIDE_COST : 0
  }

  /** What the names of groups below the numbers of a row cost that the form does not have: each heads the rows that follow. */
  private ofGroups(lines: readonly RowLine[]): number {
    const below = lines.slice(lines.findLastIndex(({ values }) => values.length > 0) + 1)
    return GROUP_COST * below.filter(({ labels }) => labels.every(({ text }) => this.isGroupPiece(text))).length
  }

  private readonly isGroupPiece = (text: string): boolean => letters(text) === '' || isGroupPiece(text, this.form.groups)

  /** The pieces of a line that belong to the row's own label: those of its group and of the table's side stand further left. */
  private ownPieces({ labels }: RowLine): readonly Item[] {
    return labels.filter((piece, at) => !(this.isGroupPiece(piece.text) && (labels.slice(at + 1).some((next) => !this.isGroupPiece(next.text)) || piece.x + piece.width <= this.edge)))
  }
}
