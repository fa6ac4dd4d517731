import type { MissingReason } from './cell'
import type { Applicant, FigureId } from './figure'
import { FORMATS } from './formats'
import type { Definition, FigurePattern, Formula, Indicator } from './indicators'
import { ABOUT, REASON_BITS, REGIONAL, STATED, type Table } from './table'

/** A blank part of a group was counted as zero. */
export const BLANK_AS_ZERO = 0x01

/** What an indicator is for one report. Without a number, `missing` says why. */
export interface Value {
  /** In the indicator's unit; null when missing. */
  readonly value: number | null
  readonly missing: MissingReason | null
  /** Of a ratio: what was divided, and by what. */
  readonly numerator: number | null
  readonly denominator: number | null
  /** At least one input is a region's total. */
  readonly regional: boolean
  /** At least one input is approximate in the source. */
  readonly about: boolean
  readonly blankAsZero: boolean
}

/** The definition the reader chose (parameter of the link), else the indicator's first. */
export const definitionOf = (indicator: Indicator, choices: Readonly<Record<string, string>>): Definition =>
  indicator.definitions.find((definition) => indicator.choice !== undefined && definition.id === choices[indicator.choice]) ?? indicator.definitions[0]

const resolved = (pattern: FigurePattern, applicant: Applicant): FigureId => (pattern.endsWith('.*') ? `${pattern.slice(0, -1)}${applicant}` : pattern) as FigureId

/** The figures a formula rests on, for the applicant and, where given, the report's format; empty for a count of known figures. */
export function figuresOf(formula: Formula, applicant: Applicant, format?: string): FigureId[] {
  if ('figure' in formula) return [resolved(formula.figure, applicant)]
  if ('group' in formula) return [...(formula.group === null ? [] : [formula.group]), ...formula.parts].map((pattern) => resolved(pattern, applicant))
  return [...new Set(partsOf(formula, format).flatMap((part) => figuresOf(part, applicant, format)))]
}

function partsOf(formula: Formula, format: string | undefined): readonly Formula[] {
  if ('byFormat' in formula) return format === undefined ? Object.values(formula.byFormat) : [formula.byFormat[format]].filter((part) => part !== undefined)
  return 'first' in formula ? formula.first : 'sum' in formula ? formula.sum : 'difference' in formula ? formula.difference : 'remainder' in formula ? formula.remainder : 'ratio' in formula ? formula.ratio : []
}

type Compiled = (row: number) => number

/** Evaluates one indicator, for one applicant and definition, over the reports of a table. Numbers only inside; NaN is missing. */
export class Evaluator {
  /** Of the last call of `number`. */
  numerator = Number.NaN
  denominator = Number.NaN
  flags = 0
  private reason: MissingReason | null = null
  private missingFigure: FigureId | null = null
  private readonly run: Compiled

  constructor(
    private readonly table: Table,
    readonly indicator: Indicator,
    readonly applicant: Applicant,
    choices: Readonly<Record<string, string>>,
  ) {
    this.run = this.compile(definitionOf(indicator, choices).formula)
  }

  /** The value for a report row, NaN when missing; flags, numerator and denominator stand in the fields until the next call. */
  number(row: number): number {
    this.flags = 0
    this.numerator = Number.NaN
    this.denominator = Number.NaN
    this.reason = null
    this.missingFigure = null
    if (row < 0) {
      this.reason = 'no-report'
      return Number.NaN
    }
    return this.run(row)
  }

  /** Why the last `number(row)` was NaN. */
  reasonAt(row: number): MissingReason {
    return this.reason ?? (this.missingFigure ? this.table.reasonOf(this.missingFigure, row) : 'not-known')
  }

  /** The value for a report row with everything known about it. */
  at(row: number): Value {
    const value = this.number(row)
    const missing = Number.isNaN(value)
    return {
      value: missing ? null : value,
      missing: missing ? this.reasonAt(row) : null,
      numerator: Number.isNaN(this.numerator) ? null : this.numerator,
      denominator: Number.isNaN(this.denominator) ? null : this.denominator,
      regional: (this.flags & REGIONAL) !== 0,
      about: (this.flags & ABOUT) !== 0,
      blankAsZero: !missing && (this.flags & BLANK_AS_ZERO) !== 0,
    }
  }

  private compile(formula: Formula): Compiled {
    if ('figure' in formula) return this.figure(resolved(formula.figure, this.applicant))
    if ('group' in formula) return this.group(formula.group, formula.parts)
    if ('byFormat' in formula) return this.byFormat(formula.byFormat)
    if ('first' in formula) return this.first(formula.first.map((part) => this.compile(part)))
    if ('sum' in formula) return this.sum(formula.sum.map((part) => this.compile(part)))
    if ('difference' in formula) return this.difference(this.compile(formula.difference[0]), this.compile(formula.difference[1]))
    if ('remainder' in formula) return this.remainder(this.difference(this.compile(formula.remainder[0]), this.compile(formula.remainder[1])))
    if ('ratio' in formula) return this.ratio(this.compile(formula.ratio[0]), this.compile(formula.ratio[1]), formula.share)
    return formula.known === 'figures' ? this.known() : () => 1
  }

  private figure(figure: FigureId): Compiled {
    const column = this.table.columns.get(figure)
    if (!column) return () => this.lacks(figure)
    const { values, states } = column
    return (row) => {
      const state = states[row]!
      this.flags |= state & (REGIONAL | ABOUT)
      return (state & REASON_BITS) === STATED ? values[row]! : this.lacks(figure)
    }
  }

  private lacks(figure: FigureId): number {
    this.missingFigure ??= figure
    return Number.NaN
  }

  private byFormat(formulas: Readonly<Record<string, Formula>>): Compiled {
    const runs = FORMATS.map(({ id }) => (formulas[id] ? this.compile(formulas[id]) : undefined))
    return (row) => {
      const run = runs[this.table.data.reportFormat[row]!]
      if (run) return run(row)
      this.reason ??= 'not-in-format'
      return Number.NaN
    }
  }

  private group(total: FigurePattern | null, parts: readonly FigurePattern[]): Compiled {
    const stated: Compiled = total === null ? () => Number.NaN : this.figure(resolved(total, this.applicant))
    const figures = parts.map((part) => resolved(part, this.applicant))
    const compiled = figures.map((figure) => this.figure(figure))
    return (row) => {
      const value = stated(row)
      if (!Number.isNaN(value)) return value
      this.missingFigure = null
      let sum = 0
      let known = 0
      let blank = false
      for (let i = 0; i < compiled.length; i += 1) {
        const part = compiled[i]!(row)
        if (!Number.isNaN(part)) {
          sum += part
          known += 1
        } else if (this.table.reasonOf(figures[i]!, row) === 'blank') blank = true
        else {
          this.missingFigure = figures[i]!
          return Number.NaN
        }
      }
      if (known === 0) {
        this.missingFigure = figures[0] ?? null
        return Number.NaN
      }
      this.missingFigure = null
      if (blank) this.flags |= BLANK_AS_ZERO
      return sum
    }
  }

  private first(alternatives: readonly Compiled[]): Compiled {
    return (row) => {
      const flags = this.flags
      let firstMissing: FigureId | null = null
      for (const alternative of alternatives) {
        this.flags = flags
        this.missingFigure = null
        const value = alternative(row)
        if (!Number.isNaN(value)) {
          this.missingFigure = null
          return value
        }
        firstMissing ??= this.missingFigure
      }
      this.missingFigure = firstMissing
      return Number.NaN
    }
  }

  private sum(terms: readonly Compiled[]): Compiled {
    return (row) => {
      let sum = 0
      for (const term of terms) {
        const value = term(row)
        if (Number.isNaN(value)) return value
        sum += value
      }
      return sum
    }
  }

  private difference(minuend: Compiled, subtrahend: Compiled): Compiled {
    return (row) => {
      const value = minuend(row)
      return Number.isNaN(value) ? value : value - subtrahend(row)
    }
  }

  private remainder(difference: Compiled): Compiled {
    return (row) => {
      const left = difference(row)
      if (!(left < 0)) return left
      this.reason = 'contradictory'
      return Number.NaN
    }
  }

  private ratio(numerator: Compiled, denominator: Compiled, share: boolean): Compiled {
    return (row) => {
      const above = numerator(row)
      if (Number.isNaN(above)) return above
      const below = denominator(row)
      if (Number.isNaN(below)) return below
      this.numerator = above
      this.denominator = below
      if (below <= 0) {
        this.reason = 'not-computable'
        return Number.NaN
      }
      if (share && above > below) {
        this.reason = 'contradictory'
        return Number.NaN
      }
      return (above / below) * 100
    }
  }

  private known(): Compiled {
    const states = [...this.table.columns.values()].map((column) => column.states)
    return (row) => {
      let count = 0
      for (const column of states) if ((column[row]! & REASON_BITS) === STATED) count += 1
      return count
    }
  }
}

/** Whether the indicator's current definition is a share of a whole, so that a Wilson interval holds. */
export function isShare(indicator: Indicator, choices: Readonly<Record<string, string>>): boolean {
  const { formula } = definitionOf(indicator, choices)
  return 'ratio' in formula && formula.share
}

/** An indicator over all reports of a table: what a ranking reads. */
export interface Series {
  /** NaN where missing. */
  readonly values: Float64Array
  /** NaN where the indicator is no ratio. */
  readonly denominators: Float64Array
  /** Flags of each value, `REGIONAL` among them. */
  readonly flags: Uint8Array
}

const reckoned = new WeakMap<Table, Map<string, Series>>()

/** An indicator's series, reckoned once for a table, applicant and definition: filters change far more often than these. */
export function seriesOf(table: Table, indicator: Indicator, applicant: Applicant, choices: Readonly<Record<string, string>>): Series {
  let known = reckoned.get(table)
  if (!known) reckoned.set(table, (known = new Map()))
  const key = `${indicator.id}|${applicant}|${definitionOf(indicator, choices).id}`
  const found = known.get(key)
  if (found) return found
  const evaluator = new Evaluator(table, indicator, applicant, choices)
  const series = { values: new Float64Array(table.size), denominators: new Float64Array(table.size), flags: new Uint8Array(table.size) }
  for (let row = 0; row < table.size; row += 1) {
    series.values[row] = evaluator.number(row)
    series.denominators[row] = evaluator.denominator
    series.flags[row] = evaluator.flags
  }
  known.set(key, series)
  return series
}
