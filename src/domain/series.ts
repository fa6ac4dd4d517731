import { definitionOf } from './definition'
import { Evaluator } from './evaluate'
import type { Applicant } from './figure'
import type { Indicator } from './indicators'
import type { Table } from './table'

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
