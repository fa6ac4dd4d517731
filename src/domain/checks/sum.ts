import type { FigureId } from '../figure'
import type { Label } from '../label'
import { ABOUT, REASON_BITS, STATED } from '../table'
import { FAIL, NONE, PASS, PASS_BLANK, TOTAL_BLANK, UNTESTABLE, type Code, type UntestableReason } from './check'
import { bind, isEmpty, isNone, NOT_KNOWN, rowsInUse, stateOf, tallyOf, type BoundCell, type BoundTerm } from './tally'
import type { Cells, Extras, Source, SumCell, SumSpec } from './term'

const NO_EXTRAS: Extras = { own: 0, undivided: 0 }
const NEVER = 255

/** Differences below this are the dust of decimals. */
const DUST = 1e-6

/** Reports added up at once, column by column: what `addColumn` adds to. */
const BLOCK = 1024
const DIFFERENCES = new Float64Array(BLOCK)
const BLANKS = new Uint8Array(BLOCK)
const ODD = new Uint8Array(BLOCK)
const KNOWN = new Uint8Array(BLOCK)

function addColumn({ values, states }: Cells, sign: number, mayBeBlank: boolean, rows: readonly number[], from: number, to: number): void {
  const [mask, stated] = [REASON_BITS | ABOUT, STATED]
  for (let i = from; i < to; i += 1) {
    const row = rows[i]!
    const state = states[row]! & mask
    if (state === stated) DIFFERENCES[i - from]! += sign * values[row]!
    else if (mayBeBlank && isEmpty(state)) BLANKS[i - from]! += 1
    else ODD[i - from] = 1
    if ((state & REASON_BITS) !== NOT_KNOWN) KNOWN[i - from] = 1
  }
}

function noteKnown({ states }: Cells, rows: readonly number[], from: number, to: number): void {
  for (let i = from; i < to; i += 1) if ((states[rows[i]!]! & REASON_BITS) !== NOT_KNOWN) KNOWN[i - from] = 1
}

/** A sum of the form over the reports of a source; `found`, `expected` and `reason` are those of the last `outcome`. */
export class Sum {
  found = 0
  expected = 0
  reason: UntestableReason | null = null
  private last: Uint8Array | null = null
  private readonly names = new Map<FigureId, Label>()
  private readonly left: readonly BoundTerm[]
  private readonly right: readonly BoundTerm[]
  private readonly quickCells: readonly Cells[]
  private readonly quickSigns: readonly number[]
  private readonly quickMayBeBlank: readonly boolean[]
  private readonly quickIsComplete: boolean
  /** What stands for quick cells in reports that do not know them. */
  private readonly otherCells: readonly Cells[]

  /** `isOfficial`: which figures the report's form has; others are looked at only where these do not do. `size`: how many reports to remember outcomes of. */
  constructor(
    readonly spec: SumSpec,
    private readonly source: Source,
    isOfficial: (figure: FigureId) => boolean,
    private readonly size = 0,
  ) {
    this.left = spec.found.map((term) => bind(term, source))
    this.right = spec.expected.map((term) => bind(term, source))
    const flat = (terms: readonly BoundTerm[], sign: number): { cell: BoundCell; sign: number }[] =>
      terms.flatMap((term) => ('rows' in term ? (term.rows.some(({ figure }) => isOfficial(figure)) ? term.rows : [term.whole]) : [term])).map((cell) => ({ cell, sign }))
    const cells = [...flat(this.left, 1), ...flat(this.right, -1)]
    this.quickIsComplete = cells.every(({ cell }) => cell.cells !== undefined)
    this.quickCells = cells.flatMap(({ cell }) => cell.cells ?? [])
    const quick = new Set(this.quickCells)
    this.otherCells = [...this.left, ...this.right].flatMap((term) => ('rows' in term ? [...term.rows, term.whole] : [term])).flatMap(({ cells: each }) => (each && !quick.has(each) ? [each] : []))
    this.quickSigns = cells.map(({ sign }) => sign)
    this.quickMayBeBlank = cells.map(({ cell }) => !cell.hasInstead)
  }

  outcome(row: number): Code {
    return this.settle(row, this.quickIsComplete ? this.quick(row) : NONE)
  }

  /** The outcomes of many reports, in the order of the rows; allocates nothing where sums hold. */
  outcomes(rows: readonly number[], codes: Uint8Array): void {
    this.last ??= new Uint8Array(this.size).fill(NEVER)
    for (let from = 0; from < rows.length; from += BLOCK) {
      const to = Math.min(from + BLOCK, rows.length)
      this.addUp(rows, from, to)
      for (let i = from; i < to; i += 1) {
        const at = i - from
        codes[i] = KNOWN[at] === 0 ? this.remember(rows[i]!, NONE) : this.settle(rows[i]!, ODD[at] === 0 ? this.ordinary(DIFFERENCES[at]!, BLANKS[at]!) : NONE)
      }
    }
  }

  /** What `outcome` gave for the row last, or gives now. */
  known(row: number): Code {
    const last = this.last?.[row] ?? NEVER
    return last === NEVER ? this.outcome(row) : (last as Code)
  }

  private addUp(rows: readonly number[], from: number, to: number): void {
    DIFFERENCES.fill(0, 0, to - from)
    BLANKS.fill(0, 0, to - from)
    ODD.fill(this.quickIsComplete ? 0 : 1, 0, to - from)
    KNOWN.fill(0, 0, to - from)
    for (const cells of this.otherCells) noteKnown(cells, rows, from, to)
    for (let i = 0; i < this.quickCells.length; i += 1) addColumn(this.quickCells[i]!, this.quickSigns[i]!, this.quickMayBeBlank[i]!, rows, from, to)
  }

  private quick(row: number): Code {
    let [difference, blanks] = [0, 0]
    for (let i = 0; i < this.quickCells.length; i += 1) {
      const { values, states } = this.quickCells[i]!
      const state = states[row]! & (REASON_BITS | ABOUT)
      if (state === STATED) difference += this.quickSigns[i]! * values[row]!
      else if (this.quickMayBeBlank[i]! && isEmpty(state)) blanks += 1
      else return NONE
    }
    return this.ordinary(difference, blanks)
  }

  /** The ordinary case, every cell stated or blank and the sum right; `NONE` where it needs a closer look. */
  private ordinary(difference: number, blanks: number): Code {
    if (Math.abs(difference) > DUST || blanks === this.quickCells.length) return NONE
    return blanks === 0 ? PASS : PASS_BLANK
  }

  private settle(row: number, quick: Code): Code {
    return this.remember(row, quick === NONE ? this.closely(row) : quick)
  }

  private remember(row: number, code: Code): Code {
    if (this.last) this.last[row] = code
    return code
  }

  private closely(row: number): Code {
    const left = tallyOf(this.left, row)
    const right = tallyOf(this.right, row)
    this.found = left.sum
    this.expected = right.sum
    this.reason = null
    const stated = left.stated + right.stated
    const filled = left.filled + right.filled
    const blanks = left.blanks + right.blanks
    if (stated + filled + blanks === 0) return NONE
    if (stated + filled === 0 && !this.source.anyStated(this.spec.table, row)) return this.untestable('table-blank')
    const unknown = left.unknown ?? right.unknown
    if (unknown !== null) return this.untestable(unknown in UNKNOWN ? UNKNOWN[unknown as keyof typeof UNKNOWN] : 'not-known')
    if (this.fits()) return filled > 0 ? TOTAL_BLANK : blanks > 0 ? PASS_BLANK : PASS
    if (left.about || right.about) return this.untestable('approximate')
    const extras = this.spec.extras ? this.source.extras(this.spec.extras, row) : NO_EXTRAS
    this.expected += extras.own
    if (this.fits()) return blanks > 0 ? PASS_BLANK : PASS
    if (this.expected < this.found && this.found <= this.expected + extras.undivided) return this.untestable('outside-form')
    if (right.stated + right.filled === 0 && !this.source.anyStated(this.spec.parts, row)) return this.untestable('parts-blank')
    return FAIL
  }

  private fits(): boolean {
    return Math.abs(this.found - this.expected) <= DUST
  }

  private untestable(reason: UntestableReason): Code {
    this.reason = reason
    return UNTESTABLE
  }

  /** The cells a side rests on in a report: a blank one counts as zero, or as what stands for it. */
  side(which: 'found' | 'expected', row: number): SumCell[] {
    return this.cellsInUse(which === 'found' ? this.left : this.right, row).map((cell) => {
      const state = stateOf(cell, row)
      return { figure: cell.figure, label: this.nameOf(cell.figure), value: tallyOf([cell], row).sum, blank: isEmpty(state), none: isNone(state), known: state === STATED || isEmpty(state) }
    })
  }

  private nameOf(figure: FigureId): Label {
    let name = this.names.get(figure)
    if (!name) this.names.set(figure, (name = this.spec.nameOf(figure)))
    return name
  }

  /** The figures of the sum that the report states or leaves blank; the stated wholes of groups among them. */
  cells(row: number): FigureId[] {
    const all = this.cellsInUse([...this.right, ...this.left], row)
    const known = all.filter((cell) => stateOf(cell, row) !== NOT_KNOWN)
    return (known.length > 0 ? known : all).map(({ figure }) => figure)
  }

  /** The first figure that the test would need and does not have. */
  lacking(row: number): FigureId | undefined {
    return this.cellsInUse([...this.right, ...this.left], row).find((cell) => stateOf(cell, row) !== STATED && !isEmpty(stateOf(cell, row)))?.figure
  }

  private cellsInUse(terms: readonly BoundTerm[], row: number): BoundCell[] {
    return terms.flatMap((term) => ('rows' in term ? rowsInUse(term.rows, term.whole, row) : [term]))
  }
}

const UNKNOWN = { 'not-known': 'not-known', 'not-in-format': 'not-in-format', unreadable: 'unreadable', suppressed: 'suppressed' } as const
