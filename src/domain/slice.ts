import type { MissingReason } from './cell'
import { provinces } from './count-agencies'
import { NO_DOUBTS, type Doubt, type Doubts } from './doubt'
import { leavingOutOf } from './doubted'
import type { Applicant } from './figure'
import type { Value } from './evaluate'
import type { Series } from './series'
import type { Indicator } from './indicators'
import { funnelOf, type Funnel } from './funnel'
import { leadYearSteps, seriesSteps, statedBy, stating } from './lead-year'
import { required, yearsOf } from './members'
import { observeSteps } from './observe'
import { pickSteps, type Candidate } from './pick'
import type { Rank } from './ranks'
import type { Selection } from './selection'
import type { Table } from './table'
import { finished, type Steps } from './turns'

export { agenciesOf, yearsOf } from './members'

/** `insteadOf`: it is listed only where none of these indicators is stated, and it is. */
export interface CutTotal {
  readonly indicator: string
  readonly applicant?: Applicant
  readonly insteadOf?: readonly string[]
}

/** What a chart asks to be cut out of the table. */
export interface Cut {
  /** A line per agency in one year; per agency and year; per province (or other field of agencies, `by`) and year: how many agencies have data. */
  readonly across: 'agencies' | 'agencies-years' | 'provinces-years'
  readonly by?: 'province' | 'category'
  /** Indicator ids, in the order drawn. */
  readonly indicators: readonly string[]
  /** What the indicators add up to: written beside them, a line of the table and the file each. By these no agency is stated. */
  readonly totals?: readonly CutTotal[]
  /** Default: the selection's applicant. */
  readonly applicants?: readonly Applicant[]
  /** The indicator that decides which agencies are shown and in which order. Agencies without it are not shown unless `anyOf`. */
  readonly rankBy: string
  readonly rankApplicant?: Applicant
  /** An agency counts as stated when any of the indicators (of any applicant shown) is known; `rankBy` then only orders. */
  readonly anyOf?: boolean
  /** At most this many agencies where the link names none (the selection's `top` is the other bound). */
  readonly most?: number
  /** Only `most` bounds the agencies, whatever the selection's `top`: a cloud of points or a grid of coverage is no ranking. */
  readonly all?: boolean
  /** The overall rate and control limits come with it. */
  readonly funnel?: boolean
  /** Each observation comes with its agency's rank under its indicator. */
  readonly ranks?: boolean
}

/** Whose figure it is: an agency, or a province in a count of agencies. */
export interface Subject {
  readonly name: string
  /** Index into the table's agencies; -1 for a province or category. */
  readonly agency: number
  /** Stands in the ranking; false: below the selection's n, or without the number it is ranked by. */
  readonly ranked: boolean
  /** At least one of its figures counts a whole region, not the office's own work. */
  readonly regional: boolean
}

/** What parts a number from the year before: another report format, another basis by the report's own word, a region's figure beside an office's own. */
export type Apart = 'format' | 'basis' | 'scope'

/** A figure of one subject and year, with its value or the reason why there is none. What is drawn, listed and downloaded. */
export interface Observation extends Value {
  /** Index into the slice's subjects. */
  readonly subject: number
  /** Report row of the table; -1: none. */
  readonly row: number
  readonly year: number
  readonly indicator: Indicator
  readonly applicant: Applicant
  /** 95 % Wilson interval of a share, in percent; null where it is none. */
  readonly low: number | null
  readonly high: number | null
  /** May be joined by a line with the observation of the year before in its series. */
  readonly joined: boolean
  /** Why it may not be joined with the year before, where both years have a number; null: it may, or there is nothing to join. */
  readonly apart: Apart | null
  /** What is in doubt about the number. */
  readonly doubts: readonly Doubt[]
  /** Of a cut with ranks. */
  readonly rank?: Rank
}

/** How much of what was asked for is known. */
export interface Coverage {
  /** Agencies that the filters keep. */
  readonly of: number
  /** Of these, how many state the figure (in the year, or in any year). */
  readonly stated: number
  /** Of those stated, how many state a whole region's figure and are left out. */
  readonly otherScope: number
  /** Of those stated and kept, how many are below the selection's n and not ranked. */
  readonly small: number
  /** Reports that state it and are left out because they fail a check. */
  readonly leftOut: number
  /** Of a cut over years: how many agencies state it in each, and how many of their reports are left out. */
  readonly byYear: readonly { readonly year: number; readonly stated: number; readonly leftOut: number }[]
  /** Agencies without a number, by reason (of the year, or of the latest year with a report). */
  readonly reasons: ReadonlyMap<MissingReason, number>
}

/** Why figures are not added up: a region's among them would count its offices twice, forms of several families, one of them is not stated. */
export type Refusal = 'scope' | 'forms' | 'unstated'

/** Agencies that state the figure but are beyond the top n. */
export interface Rest {
  readonly agencies: number
  /** Their reports, of a cut of one year. */
  readonly rows: readonly number[]
  /** Their sum; null where it is not added up. */
  readonly sum: number | null
  /** Why there is no sum of figures that otherwise may be summed. */
  readonly refused: Refusal | null
  /** How many of their reports fail a check. */
  readonly failing: number
}

/** What a selection keeps: the same thing is drawn, shown as a table and downloaded. */
export interface Slice {
  readonly cut: Cut
  readonly subjects: readonly Subject[]
  /** Ascending; one year for a one-year cut. */
  readonly years: readonly number[]
  readonly indicators: readonly Indicator[]
  readonly applicants: readonly Applicant[]
  readonly observations: readonly Observation[]
  readonly coverage: Coverage
  /** Of a cut with a funnel. */
  readonly funnel?: Funnel
  readonly rest: Rest
}

/** Cuts a slice. Missing input gives observations with a reason, never a zero; an unknown indicator id throws. `doubts` decide what is left out where the reader asks for that; `marked` (doubted.ts) writes them into the slice. */
export const sliceOf = (table: Table, selection: Selection, cut: Cut, doubts: Doubts = NO_DOUBTS): Slice => finished(sliceSteps(table, selection, cut, doubts))

/** The same in steps of a few milliseconds for thousands of agencies. */
export function* sliceSteps(table: Table, selection: Selection, cut: Cut, doubts: Doubts): Steps<Slice> {
  if (cut.across === 'provinces-years') return provinces(table, selection, cut)
  yield* seriesSteps(table, selection, cut)
  const years = cut.across === 'agencies' ? yield* oneYear(table, selection, cut) : yearsOf(table, selection)
  const isLeftOut = leavingOutOf(table, selection, cut, doubts)
  yield
  const picked = yield* pickSteps(table, selection, cut, years, isLeftOut)
  const indicators = cut.indicators.map(required)
  const applicants = cut.applicants ?? [selection.applicant]
  const shownYears = cut.across === 'agencies' ? years : statedYears(table, statedBy(table, selection, cut), picked.shown, years)
  yield
  const observations = yield* observeSteps({ table, selection, shown: picked.shown, years: shownYears, indicators, applicants, totals: cut.totals ?? [], isLeftOut, ranks: cut.ranks === true })
  yield
  const regional = new Set(observations.filter((each) => each.regional && each.value !== null).map(({ subject }) => subject))
  return {
    cut,
    subjects: picked.shown.map(({ agency, ranked }, subject) => ({ name: table.agencies[agency]!.name, agency, ranked, regional: regional.has(subject) })),
    years: shownYears,
    indicators,
    applicants,
    observations,
    coverage: picked.coverage,
    ...(cut.funnel ? { funnel: funnelOf(table, observations, selection.n) } : {}),
    rest: picked.rest,
  }
}

function* oneYear(table: Table, selection: Selection, cut: Cut): Steps<number[]> {
  const year = yield* leadYearSteps(table, selection, statedBy(table, selection, cut))
  return year === null ? [] : [year]
}

/** From the first to the last year that one of the agencies shown states, without gaps; none states any: the years there are. */
function statedYears(table: Table, stated: readonly Series[], shown: readonly Candidate[], years: readonly number[]): number[] {
  const known = years.filter((year) => shown.some(({ agency }) => {
    const row = table.rowOf(agency, year)
    return row >= 0 && stating(stated, row) !== undefined
  }))
  return known.length === 0 ? [...years] : Array.from({ length: known.at(-1)! - known[0]! + 1 }, (_, i) => known[0]! + i)
}
