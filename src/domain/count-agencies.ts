import { NOTHING } from './doubt'
import { agenciesOf, required, yearsOf } from './members'
import type { Selection } from './selection'
import type { Cut, Slice } from './slice'
import type { Table } from './table'

/** How many agencies of each province or category have a report, by year: a count that is never missing. */
export function provinces(table: Table, selection: Selection, cut: Cut): Slice {
  const indicator = required(cut.indicators[0]!)
  const agencies = agenciesOf(table, selection)
  const years = yearsOf(table, selection)
  const { by = 'province' } = cut
  const names = [...new Set(agencies.map((agency) => table.agencies[agency]![by]))]
  const members = names.map((name) => agencies.filter((agency) => table.agencies[agency]![by] === name))
  const ordered = names.map((name, at) => ({ name, members: members[at]! })).sort((a, b) => b.members.length - a.members.length || (a.name < b.name ? -1 : 1))
  const plain = { missing: null, regional: false, about: false, blankAsZero: false, low: null, high: null, joined: false, apart: null, doubts: NOTHING, row: -1, applicant: 'total' as const }
  return {
    cut,
    subjects: ordered.map(({ name }) => ({ name, agency: -1, ranked: true, regional: false })),
    years,
    indicators: [indicator],
    applicants: ['total'],
    observations: ordered.flatMap(({ members: list }, subject) =>
      years.map((year) => {
        const count = list.filter((agency) => table.rowOf(agency, year) >= 0).length
        return { subject, year, indicator, value: count, numerator: count, denominator: list.length, ...plain }
      }),
    ),
    coverage: { of: agencies.length, stated: agencies.filter((agency) => years.some((year) => table.rowOf(agency, year) >= 0)).length, otherScope: 0, small: 0, leftOut: 0, byYear: [], reasons: new Map() },
    rest: { agencies: 0, rows: [], sum: null, refused: null, failing: 0 },
  }
}
