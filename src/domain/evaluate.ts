import type { MissingReason } from './cell'
import { definitionOf, resolved } from './definition'
import type { Applicant, FigureId } from './figure'
import { FORMATS } from './formats'
import type { FigurePattern, Formula, Indicator } from './indicators'
import { ABOUT, REASON_BITS, REGIONAL, STATED, type Table } from './table'

/** A part of a group that is blank, or to which nothing applies (/), was counted as zero. */
export const BLANK_AS_ZERO = 0x01
/** How files say so. */
export const BLANK_NOTE = 'blank or / = 0'

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

type Compiled = (row: number) => number

/** Beside parts that are stated, one that was left blank or to which nothing applies adds nothing. */
const isNone = (reason: MissingReason): boolean => reason === 'blank' || reason === 'not-applicable'

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
        } else if (isNone(this.table.reasonOf(figures[i]!, row))) blank = true
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
