import type { Applicant, FigureId } from '../figure'
import { FORMATS, type Format } from '../formats'
import { REASON_BITS, STATED } from '../table'
import type { Setting } from './balances'
import { FAIL, PASS, PASS_BLANK, TOTAL_BLANK } from './check'
import type { Context } from './context'
import { layoutOf, type Layout } from './layout'
import type { Line } from './lines'
import { Sandbox } from './sandbox'
import { SUM_CHECKS } from './sums'
import { isEmpty } from './tally'
import type { Cells, Extras, Sides, SumSpec } from './term'

const fits = (code: number): boolean => code === PASS || code === PASS_BLANK || code === TOTAL_BLANK

/** One report with the sums of its format: repairs are tried here, on a copy of its cells, never in the table. */
export class Trial {
  /** How many sums of the report fail as it stands. */
  failing = 0
  private context: Context | null = null
  private row = -1
  private columns: readonly (Cells | undefined)[] = []
  private failed: readonly SumSpec[] = []
  private readonly layout: Layout
  private readonly codes: Uint8Array
  private readonly numberOf: ReadonlyMap<SumSpec, number>
  private readonly places = new WeakMap<readonly FigureId[], readonly number[]>()
  private readonly kept = new Map<SumSpec | string, Map<unknown, unknown>>()
  private readonly sandbox: Sandbox
  /** Many reports are told by what fails and a few of their cells alone. */
  private isCopied = false

  constructor(private readonly format: Format) {
    this.layout = layoutOf(format)
    this.codes = new Uint8Array(this.layout.specs.length)
    this.numberOf = new Map(this.layout.specs.map((spec, at) => [spec, at]))
    this.sandbox = new Sandbox(format, this.layout)
  }

  /** Whether a report is the one laid out. */
  holds(context: Context, row: number): boolean {
    return this.context === context && this.row === row
  }

  /** Lays out another report. */
  load(context: Context, row: number): void {
    if (context !== this.context) this.columns = this.layout.figures.map((figure) => context.column(figure))
    this.context = context
    this.row = row
    this.isCopied = false
    this.kept.clear()
    const sums = context.sums(this.format)
    let at = 0
    for (const check of SUM_CHECKS) for (const sum of sums[check]) this.codes[at++] = sum.known(row)
    this.failed = this.layout.specs.filter((_, index) => this.codes[index] === FAIL)
    this.failing = this.failed.length
  }

  /** The copy, with the cells of the report. */
  private get tried(): Sandbox {
    if (!this.isCopied) this.sandbox.load(this.columns, this.row, (applicant) => this.context!.extras(applicant, this.row))
    this.isCopied = true
    return this.sandbox
  }

  /** Something reckoned once for the report that is laid out. `what`: what is reckoned; `of`: of which sum, or line of the form. */
  once<T>(what: unknown, of: SumSpec | string, reckon: () => T): T {
    let known = this.kept.get(of)
    if (!known) this.kept.set(of, (known = new Map()))
    if (!known.has(what)) known.set(what, reckon())
    return known.get(what) as T
  }

  /** The sums that fail as the report stands. */
  failingSums(): readonly SumSpec[] {
    return this.failed
  }

  /** The cells that a sum rests on. */
  sides(spec: SumSpec): Sides {
    return this.tried.sides(this.numberOf.get(spec)!)
  }

  /** expected − found, of a sum that fails as the report stands. */
  lacking(spec: SumSpec): number {
    return this.tried.lacking(this.numberOf.get(spec)!)
  }

  /** What the outcomes of each column of table 3 come to, beside the cell that says so. */
  outcomes(): { figure: FigureId; value: number }[] {
    return this.layout.specs.flatMap((spec) => {
      if (!spec.extras) return []
      const { found, expected } = this.sides(spec)
      return [{ figure: found[0]!.figure, value: expected.reduce((added, { value }) => added + value, this.extras(spec.extras).own) }]
    })
  }

  /** What rows outside the form add in a column. */
  extras(applicant: Applicant): Extras {
    return this.context!.extras(applicant, this.row)
  }

  private sumsAt(figure: FigureId): readonly number[] {
    const place = this.layout.placeOf.get(figure)
    return place === undefined ? NO_SUMS : this.layout.sumsAt[place]!
  }

  /** How many sums of the form a figure goes into. */
  sumsWith(figure: FigureId): number {
    return this.sumsAt(figure).length
  }

  /** Whether no sum of another line vouches for the cell: none holds, or one fails too. */
  isSuspect(figure: FigureId, { line }: SumSpec): boolean {
    let vouched = false
    for (const index of this.sumsAt(figure)) {
      const other = this.layout.specs[index]!.line
      if (other[0] === line[0] && other[1] === line[1]) continue
      if (this.codes[index] === FAIL) return true
      if (fits(this.codes[index]!)) vouched = true
    }
    return !vouched
  }

  /** The number of a cell; null for a blank one, undefined for one that is not known. */
  value(figure: FigureId): number | null | undefined {
    const place = this.layout.placeOf.get(figure)
    return this.valueIn(place === undefined ? this.context!.column(figure) : this.columns[place])
  }

  private valueIn(column: Cells | undefined): number | null | undefined {
    const state = column === undefined ? 0 : column.states[this.row]! & REASON_BITS
    if (state === STATED) return column!.values[this.row]!
    return isEmpty(state) ? null : undefined
  }

  /** The numbers of a row or column; null where one of its cells is not known. */
  line(figures: readonly FigureId[]): Line | null {
    let places = this.places.get(figures)
    if (!places) this.places.set(figures, (places = figures.map((figure) => this.layout.placeOf.get(figure) ?? -1)))
    const line = new Array<number | null>(places.length)
    for (let at = 0; at < places.length; at += 1) {
      const value = places[at]! < 0 ? this.value(figures[at]!) : this.valueIn(this.columns[places[at]!])
      if (value === undefined) return null
      line[at] = value
    }
    return line
  }

  /** How many sums would fail with the settings; null where the given sum would not fit. */
  remaining(settings: readonly Setting[], spec: SumSpec): number | null {
    const index = this.numberOf.get(spec)!
    this.tried.set(settings)
    return fits(this.sandbox.codeAfter(index) ?? this.codes[index]!) ? this.failingAfter() : null
  }

  /** How many sums would fail with the settings. */
  remainingWith(settings: readonly Setting[]): number {
    this.tried.set(settings)
    return this.failingAfter()
  }

  /** Whether every sum that the settings go into would fit. */
  mendsAll(settings: readonly Setting[]): boolean {
    this.tried.set(settings)
    return this.sandbox.touched.every((index) => this.sandbox.codeAfter(index) !== FAIL)
  }

  /** Whether a sum that holds would fail. */
  breaksAny(settings: readonly Setting[]): boolean {
    this.tried.set(settings)
    return this.sandbox.touched.some((index) => this.codes[index] !== FAIL && this.sandbox.codeAfter(index) === FAIL)
  }

  private failingAfter(): number {
    let remaining = this.failing
    for (const index of this.sandbox.touched) remaining += (this.sandbox.codeAfter(index) === FAIL ? 1 : 0) - (this.codes[index] === FAIL ? 1 : 0)
    return remaining
  }
}

const NO_SUMS: readonly number[] = []

/** A report is asked about together with the one of the year before. */
const AT_ONCE = 2
/** By format, the one asked for last first. */
const trials = new Map<string, Trial[]>()

/** The report of a row, laid out so that repairs can be tried on it: until two others of its format are. */
export function trialOf(context: Context, row: number): Trial {
  const format = FORMATS[context.table.data.reportFormat[row]!]!
  const known = trials.get(format.id) ?? []
  const found = known.find((each) => each.holds(context, row))
  const trial = found ?? (known.length < AT_ONCE ? new Trial(format) : known.at(-1)!)
  if (!found) trial.load(context, row)
  if (trial !== known[0]) trials.set(format.id, [trial, ...known.filter((each) => each !== trial)])
  return trial
}
