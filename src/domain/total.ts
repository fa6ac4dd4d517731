import { NO_DOUBTS, type Doubts } from './doubt'
import { doubtsOf, leavingOut, restingOn, type DoubtCount } from './doubted'
import { isShare } from './definition'
import { seriesOf, type Series } from './series'
import type { Indicator } from './indicators'
import { leadYearSteps } from './lead-year'
import { agenciesOf, familiesAt, inScope, required } from './members'
import { choicesOf, type Selection } from './selection'
import type { Refusal } from './slice'
import { wilson } from './statistics'
import { REGIONAL, type Table } from './table'
import { finished, type Steps } from './turns'

/**
 * A figure of the whole selection in one year: the sum, or of a rate Σ numerator / Σ denominator × 100 with the 95 % Wilson interval of a share.
 * `value` is null where it is refused: figures of regions would be added to offices' own or to each other (a region holds its offices' figures, and
 * they would count twice), or forms differ.
 */
export interface Total {
  readonly indicator: Indicator
  readonly year: number
  readonly value: number | null
  readonly numerator: number | null
  readonly denominator: number | null
  readonly low: number | null
  readonly high: number | null
  readonly agencies: number
  /** The figure of a whole region, not of an office. */
  readonly regional: boolean
  readonly refused: Extract<Refusal, 'scope' | 'forms'> | null
  /** Families of the forms it is stated in; those of several are not added. */
  readonly families: readonly string[]
  /** Of the reports added up, how many are in doubt, by kind; and how many more are left out because they fail a check. */
  readonly doubts: DoubtCount['by']
  readonly leftOut: number
}

/** Null when no agency states it, or it may not be summed. Without a value where all that state it are left out. */
export const totalOf = (table: Table, selection: Selection, id: string, doubts: Doubts = NO_DOUBTS): Total | null => finished(totalSteps(table, selection, id, doubts))

/** The same in steps of a few milliseconds. */
export function* totalSteps(table: Table, selection: Selection, id: string, doubts: Doubts): Steps<Total | null> {
  const indicator = required(id)
  const applicant = indicator.byApplicant ? selection.applicant : 'total'
  const series = seriesOf(table, indicator, applicant, choicesOf(selection))
  yield
  const year = yield* leadYearSteps(table, selection, [series])
  yield
  if (year === null || (!indicator.summable && indicator.kind !== 'rate')) return null
  const isLeftOut = leavingOut(table, selection, doubts, [indicator], [applicant])
  const stated = agenciesOf(table, selection)
    .map((agency) => table.rowOf(agency, year))
    .filter((row) => row >= 0 && !Number.isNaN(series.values[row]) && inScope((series.flags[row]! & REGIONAL) !== 0, selection))
  const rows = stated.filter((row) => !isLeftOut(row))
  if (stated.length === 0) return null
  yield
  const regional = rows.some((row) => (series.flags[row]! & REGIONAL) !== 0)
  const families = familiesAt(table, rows)
  const refused: Total['refused'] = regional && rows.length > 1 ? 'scope' : families.length > 1 ? 'forms' : null
  const base = { indicator, year, agencies: rows.length, regional, families, refused, doubts: doubts.table === table ? doubtsOf(rows, restingOn(table, selection, indicator, applicant), doubts) : NONE, leftOut: stated.length - rows.length }
  return { ...base, ...(refused === null && rows.length > 0 ? added(indicator, series, rows, isShare(indicator, choicesOf(selection))) : NO_SUM) }
}

const NONE: DoubtCount['by'] = new Map()
const NO_SUM = { value: null, numerator: null, denominator: null, low: null, high: null } as const

function added({ kind }: Indicator, { values, denominators }: Series, rows: readonly number[], share: boolean): Pick<Total, 'value' | 'numerator' | 'denominator' | 'low' | 'high'> {
  const sumOf = (value: (row: number) => number): number => rows.reduce((sum, row) => sum + value(row), 0)
  if (kind !== 'rate') return { ...NO_SUM, value: sumOf((row) => values[row]!) }
  const denominator = sumOf((row) => denominators[row]!)
  const numerator = Math.round(sumOf((row) => (values[row]! / 100) * denominators[row]!))
  const interval = share ? wilson(numerator, denominator) : undefined
  return { value: (numerator / denominator) * 100, numerator, denominator, low: interval ? interval.low * 100 : null, high: interval ? interval.high * 100 : null }
}
