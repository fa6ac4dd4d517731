import type { Applicant, FigureId } from '../figure'
import { hasFigure, type Format } from '../formats'
import { ABOUT, REASON_BITS, STATED } from '../table'
import { Balances, FITS, OPEN, type Setting } from './balances'
import { FAIL, PASS, type Code } from './check'
import type { Layout } from './layout'
import { Sum } from './sum'
import { BLANK } from './tally'
import type { Cells, Extras, Sides, Source } from './term'

const hasAny = ({ own, undivided }: Extras): boolean => own !== 0 || undivided !== 0

/** A copy of one report's cells with the sums of its format, in which settings are tried. Sums go by their number in the layout. */
export class Sandbox implements Source {
  private readonly values: Float64Array
  private readonly states: Uint8Array
  private readonly sums: readonly Sum[]
  private readonly balances: Balances
  private settings: readonly Setting[] = []
  private extrasOf: (applicant: Applicant) => Extras = () => ({ own: 0, undivided: 0 })

  constructor(
    format: Format,
    private readonly layout: Layout,
  ) {
    this.values = new Float64Array(layout.figures.length)
    this.states = new Uint8Array(layout.figures.length)
    this.sums = layout.specs.map((spec) => new Sum(spec, this, (figure) => hasFigure(format, figure)))
    this.balances = new Balances(layout, this.values, this.states)
  }

  readonly column = (figure: FigureId): Cells => {
    const place = this.layout.placeOf.get(figure)!
    return { values: this.values.subarray(place, place + 1), states: this.states.subarray(place, place + 1) }
  }

  readonly anyStated = (figures: readonly FigureId[]): boolean => figures.some((figure) => (this.states[this.layout.placeOf.get(figure)!]! & REASON_BITS) === STATED)

  readonly extras = (applicant: Applicant): Extras => this.extrasOf(applicant)

  /** Takes a report. `columns`: by place. */
  load(columns: readonly (Cells | undefined)[], row: number, extras: (applicant: Applicant) => Extras): void {
    this.extrasOf = extras
    for (let place = 0; place < columns.length; place += 1) {
      const column = columns[place]
      const state = column === undefined ? 0 : column.states[row]! & (REASON_BITS | ABOUT)
      this.states[place] = state
      this.values[place] = (state & REASON_BITS) === STATED ? column!.values[row]! : 0
    }
    this.balances.load((spec) => spec.extras !== undefined && hasAny(extras(spec.extras)))
  }

  /** The cells that a sum rests on. */
  sides(sum: number): Sides {
    return { found: this.sums[sum]!.side('found', 0), expected: this.sums[sum]!.side('expected', 0) }
  }

  /** expected − found, of a sum that fails. */
  lacking(sum: number): number {
    const difference = this.balances.difference(sum)
    if (difference !== null) return -difference
    this.sums[sum]!.outcome(0)
    return this.sums[sum]!.expected - this.sums[sum]!.found
  }

  /** Tries settings, for `touched` and `codeAfter`; the cells stay as they are. */
  set(settings: readonly Setting[]): void {
    this.settings = settings
    this.balances.set(settings)
  }

  /** The sums that the settings go into. */
  get touched(): readonly number[] {
    return this.balances.touched
  }

  /** What a sum comes to with the settings: `PASS` for whatever fits by plain numbers; null where they do not go into it. */
  codeAfter(sum: number): Code | null {
    const verdict = this.balances.verdict(sum)
    if (verdict === OPEN) return this.outcomeWith(sum)
    return verdict === null ? null : verdict === FITS ? PASS : FAIL
  }

  private outcomeWith(sum: number): Code {
    const before = this.settings.flatMap(([figure, after]) => {
      const place = this.layout.placeOf.get(figure)
      return place === undefined ? [] : [{ place, after, value: this.values[place]!, state: this.states[place]! }]
    })
    for (const { place, after } of before) this.write(place, after ?? 0, after === null ? BLANK : STATED)
    const code = this.sums[sum]!.outcome(0)
    for (const { place, value, state } of before) this.write(place, value, state)
    return code
  }

  private write(place: number, value: number, state: number): void {
    this.values[place] = value
    this.states[place] = state
  }
}
