import { isShare } from './definition'
import { seriesOf } from './series'
import type { Applicant } from './figure'
import type { Indicator } from './indicators'
import { agenciesOf, inScope } from './members'
import { choicesOf, type Selection } from './selection'
import { competitionRanks } from './statistics'
import { REGIONAL, type Table } from './table'

/** Where an agency stands among those that are ranked. */
export interface Rank {
  /** Standard competition rank, the same for equal values; null: not ranked (no value, or fewer cases than the selection's n). */
  readonly place: number | null
  readonly of: number
}

/** The ranks of all agencies of a selection in a year under one indicator, by report row. The largest value comes first unless the selection sorts the smallest first. */
export function ranksOf(table: Table, selection: Selection, indicator: Indicator, applicant: Applicant, year: number, isLeftOut: (row: number) => boolean): (row: number) => Rank {
  const choices = choicesOf(selection)
  const { values, denominators, flags } = seriesOf(table, indicator, applicant, choices)
  const least = isShare(indicator, choices) ? selection.n : 0
  const rows = agenciesOf(table, selection)
    .map((agency) => table.rowOf(agency, year))
    .filter((row) => row >= 0 && !Number.isNaN(values[row]) && (least === 0 || denominators[row]! >= least) && inScope((flags[row]! & REGIONAL) !== 0, selection) && !isLeftOut(row))
  const ranks = competitionRanks(rows.map((row) => values[row]!), selection.sort === 'value-asc')
  const places = new Map(rows.map((row, at) => [row, ranks[at]!]))
  return (row) => ({ place: places.get(row) ?? null, of: rows.length })
}
