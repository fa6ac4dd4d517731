import type { FigureId } from '../figure'
import { REASON_BITS, STATED } from '../table'
import type { Layout } from './layout'
import { isEmpty } from './tally'
import type { CellTerm, SumSpec, Term } from './term'

/** A figure with the number it would have; null is blank. */
export type Setting = readonly [figure: FigureId, after: number | null]

/** What a sum comes to with some settings: that it fits or fails, or that it must be reckoned itself. */
export const [FITS, FAILS, OPEN] = [0, 1, 2] as const
export type Verdict = typeof FITS | typeof FAILS | typeof OPEN

/** A setting of this cell leaves it open what its sum comes to; other factors are ±1. */
const OPENS = 0

/** A cell's part in a sum. */
interface Share {
  readonly place: number
  readonly sign: 1 | -1
  readonly isExpected: boolean
  /** Where it is blank, its parts stand for it. */
  readonly isTotal: boolean
  /** How it counts in the report: its sign, or `OPENS`. */
  factor: number
}

/** Cells that count together; a lone cell is a group without a whole. */
interface Group {
  readonly rows: readonly Share[]
  readonly whole: Share | null
}

/**
 * The differences (found − expected) of a report's sums, so that a setting costs one addition for each sum its cell goes into. They are kept for sums of whole numbers,
 * and of blanks that nothing stands for; what other sums come to is open.
 */
export class Balances {
  /** The sums that the last settings went into. */
  readonly touched: number[] = []
  private readonly groups: readonly (readonly Group[])[]
  /** By place, for each sum that its figure goes into; null where it only stands for a blank total there. */
  private readonly shares: readonly (readonly (Share | null)[])[]
  private readonly differences: Float64Array
  private readonly after: Float64Array
  private readonly kept: Uint8Array
  private readonly open: Uint8Array
  /** Numbers stated on the expected side: a sum without any is not tested. */
  private readonly stated: Int32Array
  private readonly left: Int32Array
  private readonly isTouched: Uint8Array

  /** `values`, `states`: of the layout's places, zero where no number is stated. */
  constructor(
    private readonly layout: Layout,
    private readonly values: Float64Array,
    private readonly states: Uint8Array,
  ) {
    const { specs, figures, placeOf, sumsAt } = layout
    const byFigure = specs.map(() => new Map<number, Share>())
    const share = ({ figure, instead }: CellTerm, sum: number, sign: 1 | -1): Share => {
      const made: Share = { place: placeOf.get(figure)!, sign, isExpected: sign < 0, isTotal: instead !== undefined, factor: OPENS }
      byFigure[sum]!.set(made.place, made)
      return made
    }
    const group = (term: Term, sum: number, sign: 1 | -1): Group => ('rows' in term ? { rows: term.rows.map((cell) => share(cell, sum, sign)), whole: share(term.whole, sum, sign) } : { rows: [share(term, sum, sign)], whole: null })
    this.groups = specs.map(({ found, expected }, sum) => [...found.map((term) => group(term, sum, 1)), ...expected.map((term) => group(term, sum, -1))])
    this.shares = figures.map((_, place) => sumsAt[place]!.map((sum) => byFigure[sum]!.get(place) ?? null))
    this.differences = new Float64Array(specs.length)
    this.after = new Float64Array(specs.length)
    this.kept = new Uint8Array(specs.length)
    this.open = new Uint8Array(specs.length)
    this.stated = new Int32Array(specs.length)
    this.left = new Int32Array(specs.length)
    this.isTouched = new Uint8Array(specs.length)
  }

  /** Takes the report that now stands in the places. `hasMore`: whether rows outside the form count in a sum. */
  load(hasMore: (sum: SumSpec) => boolean): void {
    for (let sum = 0; sum < this.groups.length; sum += 1) {
      this.differences[sum] = 0
      this.stated[sum] = 0
      let isKept = !hasMore(this.layout.specs[sum]!)
      for (const group of this.groups[sum]!) isKept = this.add(group, sum) && isKept
      this.kept[sum] = isKept && this.stated[sum]! > 0 ? 1 : 0
    }
  }

  /** False where a cell is no whole number, or it is not plain whether rows or whole count. */
  private add({ rows, whole }: Group, sum: number): boolean {
    let [plain, complete] = [true, true]
    for (const { place, isTotal } of rows) {
      const state = this.states[place]!
      if (state === STATED ? Number.isInteger(this.values[place]) : isEmpty(state) && !isTotal) continue
      plain = false
      if (!isEmpty(state) && (state & REASON_BITS) !== STATED) complete = false
    }
    if (whole) whole.factor = OPENS
    const isWhole = whole !== null && (this.states[whole.place]! & REASON_BITS) === STATED
    if (!isWhole) return plain && this.count(rows, sum)
    for (const row of rows) row.factor = OPENS
    return !complete && this.states[whole.place] === STATED && Number.isInteger(this.values[whole.place]) && this.count([whole], sum)
  }

  private count(cells: readonly Share[], sum: number): true {
    for (const cell of cells) {
      cell.factor = cell.sign
      this.differences[sum]! += cell.sign * this.values[cell.place]!
      if (cell.isExpected && this.states[cell.place] === STATED) this.stated[sum]! += 1
    }
    return true
  }

  /** Reckons what settings would make of the sums they go into, for `verdict`. */
  set(settings: readonly Setting[]): void {
    for (const sum of this.touched) this.isTouched[sum] = 0
    this.touched.length = 0
    for (const [figure, after] of settings) {
      const place = this.layout.placeOf.get(figure)
      if (place !== undefined) this.setAt(place, after)
    }
  }

  private setAt(place: number, after: number | null): void {
    const [sums, shares] = [this.layout.sumsAt[place]!, this.shares[place]!]
    for (let at = 0; at < sums.length; at += 1) {
      const sum = sums[at]!
      const share = shares[at]!
      if (share === null && this.kept[sum] === 1) continue
      this.touch(sum)
      if (share === null || share.factor === OPENS || (after === null ? share.isTotal : !Number.isInteger(after))) this.open[sum] = 1
      else {
        this.after[sum]! += share.factor * ((after ?? 0) - this.values[place]!)
        if (after === null && share.isExpected && this.states[place] === STATED) this.left[sum]! -= 1
      }
    }
  }

  private touch(sum: number): void {
    if (this.isTouched[sum] === 1) return
    this.isTouched[sum] = 1
    this.touched.push(sum)
    this.after[sum] = this.differences[sum]!
    this.left[sum] = this.stated[sum]!
    this.open[sum] = this.kept[sum] === 1 ? 0 : 1
  }

  /** What a sum comes to with the settings; null where they do not go into it. */
  verdict(sum: number): Verdict | null {
    if (this.isTouched[sum] === 0) return null
    if (this.open[sum] === 1 || this.left[sum]! <= 0) return OPEN
    return this.after[sum] === 0 ? FITS : FAILS
  }

  /** found − expected as the report stands; null where it is not kept. */
  difference(sum: number): number | null {
    return this.kept[sum] === 1 ? this.differences[sum]! : null
  }
}
