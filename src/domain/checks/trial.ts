import type { Applicant, FigureId } from '../figure'
import { FORMATS, hasFigure, type Format } from '../formats'
import { ABOUT, REASON_BITS, STATED } from '../table'
import { FAIL, PASS, PASS_BLANK, TOTAL_BLANK } from './check'
import type { Context } from './context'
import { layoutOf, type Layout } from './layout'
import { Sum } from './sum'
import { BLANK, isEmpty } from './tally'
import type { Cells, Extras, Source, SumSpec } from './term'

/** A figure with the number it would have; null is blank. */
export type Setting = readonly [figure: FigureId, after: number | null]

const fits = (code: number): boolean => code === PASS || code === PASS_BLANK || code === TOTAL_BLANK

/** A copy of one report's cells with the sums of its format: repairs are tried here, never in the table. */
export class Trial implements Source {
  /** How many sums of the report fail as it stands. */
  failing = 0
  private context: Context | null = null
  private row = -1
  private readonly cells = new Map<FigureId, Cells>()
  private readonly sums: readonly Sum[]
  private readonly bySpec: ReadonlyMap<SumSpec, Sum>
  private readonly byFigure: Layout['byFigure']
  private readonly codes: Uint8Array
  private readonly kept = new Map<SumSpec | string, Map<unknown, unknown>>()

  constructor(format: Format) {
    const { specs, byFigure } = layoutOf(format)
    this.byFigure = byFigure
    this.sums = specs.map((spec) => new Sum(spec, this, (figure) => hasFigure(format, figure)))
    this.bySpec = new Map(this.sums.map((sum) => [sum.spec, sum]))
    this.codes = new Uint8Array(this.sums.length)
  }

  readonly column = (figure: FigureId): Cells => {
    let cells = this.cells.get(figure)
    if (!cells) {
      this.cells.set(figure, (cells = { values: new Float64Array(1), states: new Uint8Array(1) }))
      this.fill(figure, cells)
    }
    return cells
  }

  private fill(figure: FigureId, { values, states }: Cells): void {
    const column = this.context?.column(figure)
    values[0] = column?.values[this.row] ?? 0
    states[0] = (column?.states[this.row] ?? 0) & (REASON_BITS | ABOUT)
  }

  readonly anyStated = (figures: readonly FigureId[]): boolean => figures.some((figure) => (this.column(figure).states[0]! & REASON_BITS) === STATED)

  readonly extras = (applicant: Applicant): Extras => this.context?.extras(applicant, this.row) ?? { own: 0, undivided: 0 }

  /** Whether a report is the one laid out. */
  holds(context: Context, row: number): boolean {
    return this.context === context && this.row === row
  }

  /** Lays out another report. */
  load(context: Context, row: number): void {
    this.context = context
    this.row = row
    this.kept.clear()
    for (const [figure, cells] of this.cells) this.fill(figure, cells)
    this.failing = 0
    for (let i = 0; i < this.sums.length; i += 1) {
      this.codes[i] = this.sums[i]!.outcome(0)
      if (this.codes[i] === FAIL) this.failing += 1
    }
  }

  /** Something reckoned once for the report that is laid out. `what`: what is reckoned; `of`: of which sum, or line of the form. */
  once<T>(what: unknown, of: SumSpec | string, reckon: () => T): T {
    let known = this.kept.get(of)
    if (!known) this.kept.set(of, (known = new Map()))
    if (!known.has(what)) known.set(what, reckon())
    return known.get(what) as T
  }

  /** The sum of the same form and name, on this report. */
  sumLike({ spec }: Sum): Sum {
    return this.bySpec.get(spec)!
  }

  /** The sums that fail as the report stands. */
  failingSums(): Sum[] {
    return this.sums.filter((_, index) => this.codes[index] === FAIL)
  }

  /** What the outcomes of each column of table 3 come to, beside the cell that says so. */
  outcomes(): { figure: FigureId; value: number }[] {
    return this.sums.filter(({ spec }) => spec.extras).map((sum) => {
      const own = this.extras(sum.spec.extras!).own
      return { figure: sum.side('found', 0)[0]!.figure, value: sum.side('expected', 0).reduce((added, { value }) => added + value, own) }
    })
  }

  /** How many sums of the form a figure goes into. */
  sumsWith(figure: FigureId): number {
    return this.byFigure.get(figure)?.length ?? 0
  }

  /** Whether no sum of another line vouches for the cell: none holds, or one fails too. */
  isSuspect(figure: FigureId, { spec: { line } }: Sum): boolean {
    let vouched = false
    for (const index of this.byFigure.get(figure) ?? []) {
      if (this.sums[index]!.spec.line[0] === line[0] && this.sums[index]!.spec.line[1] === line[1]) continue
      if (this.codes[index] === FAIL) return true
      if (fits(this.codes[index]!)) vouched = true
    }
    return !vouched
  }

  /** The number of a cell; null for a blank one, undefined for one that is not known. */
  value(figure: FigureId): number | null | undefined {
    const { values, states } = this.column(figure)
    const state = states[0]! & REASON_BITS
    if (state === STATED) return values[0]!
    return isEmpty(state) ? null : undefined
  }

  /** How many sums would fail with the settings; null where the given sum would not fit. Afterwards the report is as before. */
  remaining(settings: readonly Setting[], sum: Sum): number | null {
    return this.with(settings, () => (fits(sum.outcome(0)) ? this.failingAfter(settings) : null))
  }

  /** How many sums would fail with the settings. Afterwards the report is as before. */
  remainingWith(settings: readonly Setting[]): number {
    return this.with(settings, () => this.failingAfter(settings))
  }

  private failingAfter(settings: readonly Setting[]): number {
    const touched = new Set(settings.flatMap(([figure]) => this.byFigure.get(figure) ?? []))
    let remaining = this.failing
    for (const index of touched) remaining += (this.sums[index]!.outcome(0) === FAIL ? 1 : 0) - (this.codes[index] === FAIL ? 1 : 0)
    return remaining
  }

  private with<T>(settings: readonly Setting[], ask: () => T): T {
    const before = settings.map(([figure]) => [figure, this.column(figure).values[0]!, this.column(figure).states[0]!] as const)
    for (const [figure, after] of settings) this.write(figure, after ?? 0, after === null ? BLANK : STATED)
    const answer = ask()
    for (const [figure, value, state] of before) this.write(figure, value, state)
    return answer
  }

  private write(figure: FigureId, value: number, state: number): void {
    const cells = this.column(figure)
    cells.values[0] = value
    cells.states[0] = state
  }
}

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
