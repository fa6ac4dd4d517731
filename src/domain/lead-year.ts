import type { MissingReason } from './cell'
import { comparisonOf } from './comparisons'
import { Evaluator } from './evaluate'
import type { Applicant } from './figure'
import { seriesOf, type Series } from './series'
import { agenciesOf, inScope, required, yearsOf } from './members'
import { choicesOf, type Selection } from './selection'
import type { Cut, Slice } from './slice'
import { REGIONAL, type Table } from './table'
import type { Steps } from './turns'

/** Indicators and applicants by which an agency's year is stated. */
const statingBy = (selection: Selection, cut: Cut): (readonly [id: string, applicant: Applicant])[] =>
  cut.anyOf ? cut.indicators.flatMap((id) => (cut.applicants ?? [selection.applicant]).map((applicant) => [id, applicant] as const)) : [[cut.rankBy, cut.rankApplicant ?? selection.applicant]]

/** What makes an agency's year stated. */
export const statedBy = (table: Table, selection: Selection, cut: Cut): Series[] => statingBy(selection, cut).map(([id, applicant]) => seriesOf(table, required(id), applicant, choicesOf(selection)))

/** Reckons the series that a cut reads, one a step; they are known then. */
export function* seriesSteps(table: Table, selection: Selection, cut: Cut): Steps<void> {
  for (const [id, applicant] of [...statingBy(selection, cut), [cut.rankBy, cut.rankApplicant ?? selection.applicant] as const]) {
    seriesOf(table, required(id), applicant, choicesOf(selection))
    yield
  }
}

/** The first of the series that states a report row; undefined when none does. */
export const stating = (stated: readonly Series[], row: number): Series | undefined => stated.find(({ values }) => !Number.isNaN(values[row]))

/** Whether a report states any of these within the scope asked for. */
export function isStating(stated: readonly Series[], selection: Selection, row: number): boolean {
  const series = row < 0 ? undefined : stating(stated, row)
  return series !== undefined && inScope((series.flags[row]! & REGIONAL) !== 0, selection)
}

/** The reports of the agencies that state a year, within the scope asked for. */
function rowsStating(table: Table, selection: Selection, agencies: readonly number[], stated: readonly Series[], year: number): number[] {
  const rows: number[] = []
  for (const agency of agencies) {
    const row = table.rowOf(agency, year)
    if (isStating(stated, selection, row)) rows.push(row)
  }
  return rows
}

/** The year that most of the agencies state, the later one of equals; undefined when none states any. A step a year. */
function* fullestYearSteps(table: Table, selection: Selection, agencies: readonly number[], stated: readonly Series[]): Steps<number | undefined> {
  let best: number | undefined
  let most = 1
  for (const year of yearsOf(table, selection)) {
    const count = rowsStating(table, selection, agencies, stated, year).length
    if (count >= most) {
      most = count
      best = year
    }
    yield
  }
  return best
}

const pageYears = new WeakMap<Table, { readonly key: string; readonly year: number | undefined }>()

/** The year of the page, reckoned once for the charts and totals that stand on it together. */
function* pageYearSteps(table: Table, selection: Selection, agencies: readonly number[]): Steps<number | undefined> {
  const { view, agency, province, city, level, category, year, scope } = selection
  const key = JSON.stringify([view, agency, province, city, level, category, year, scope])
  const known = pageYears.get(table)
  if (known?.key === key) return known.year
  const ofPage: Series[] = []
  for (const id of comparisonOf(view, table).yearBy) {
    ofPage.push(seriesOf(table, required(id), 'total', choicesOf(selection)))
    yield
  }
  const found = yield* fullestYearSteps(table, selection, agencies, ofPage)
  pageYears.set(table, { key, year: found })
  return found
}

/**
 * The year of charts and totals of one year: the link's; else that of the whole page (the year that most agencies state what
 * the page is about), so that its figures belong together; where nobody states this figure then, the year that most state it. Null: no year at all.
 * In steps of a few milliseconds.
 */
export function* leadYearSteps(table: Table, selection: Selection, stated: readonly Series[]): Steps<number | null> {
  if (selection.at !== null) return selection.at
  const kept = yearsOf(table, selection)
  if (kept.length <= 1) return kept[0] ?? selection.year?.to ?? null
  const agencies = agenciesOf(table, selection)
  const ofPage = yield* pageYearSteps(table, selection, agencies)
  yield
  if (ofPage !== undefined && rowsStating(table, selection, agencies, stated, ofPage).length > 0) return ofPage
  return (yield* fullestYearSteps(table, selection, agencies, stated)) ?? ofPage ?? kept.at(-1)!
}

/** How many of the agencies state each year within the scope asked for, and how many of those reports are left out. */
export function countedByYear(table: Table, selection: Selection, cut: Cut, years: readonly number[], agencies: readonly number[], isLeftOut: (row: number) => boolean): { year: number; stated: number; leftOut: number }[] {
  const stated = statedBy(table, selection, cut)
  return years.map((year) => {
    const rows = rowsStating(table, selection, agencies, stated, year)
    return { year, stated: rows.length, leftOut: rows.filter(isLeftOut).length }
  })
}

/** A year of a cut over years: how many agencies state it, how many of their reports are left out, and why others have no number. */
export interface YearCoverage {
  readonly year: number
  readonly stated: number
  readonly leftOut: number
  readonly reasons: ReadonlyMap<MissingReason, number>
}

/** The coverage of each year of a slice with the reasons for absence: looked up when somebody asks for it. */
export function coverageByYear(table: Table, selection: Selection, { cut, coverage }: Pick<Slice, 'cut' | 'coverage'>): YearCoverage[] {
  const agencies = agenciesOf(table, selection)
  const stated = statedBy(table, selection, cut)
  const ranker = new Evaluator(table, required(cut.rankBy), cut.rankApplicant ?? selection.applicant, choicesOf(selection))
  return coverage.byYear.map((counted) => {
    const reasons = new Map<MissingReason, number>()
    for (const agency of agencies) {
      const row = table.rowOf(agency, counted.year)
      if (row >= 0 && stating(stated, row)) continue
      ranker.number(row)
      const reason = ranker.reasonAt(row)
      reasons.set(reason, (reasons.get(reason) ?? 0) + 1)
    }
    return { ...counted, reasons }
  })
}
