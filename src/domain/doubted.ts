import { DOUBT_KINDS, type Doubt, type DoubtKind, type Doubts } from './doubt'
import { definitionOf, figuresOf } from './definition'
import type { Applicant, FigureId } from './figure'
import type { Indicator } from './indicators'
import { isStating, statedBy } from './lead-year'
import { agenciesOf, required, yearsOf } from './members'
import { choicesOf, type Selection } from './selection'
import type { Cut, Observation, Slice } from './slice'
import type { Table } from './table'

/** The figures that an indicator rests on in a report, by the report's form. */
export function restingOn(table: Table, selection: Selection, indicator: Indicator, applicant: Applicant): (row: number) => readonly FigureId[] {
  const { formula } = definitionOf(indicator, choicesOf(selection))
  const byFormat = new Map<number, readonly FigureId[]>()
  return (row) => {
    const format = table.data.reportFormat[row]!
    let figures = byFormat.get(format)
    if (!figures) byFormat.set(format, (figures = figuresOf(formula, applicant, table.formatOf(row))))
    return figures
  }
}

const failing = ({ kind }: Doubt): boolean => kind === 'failing'

/** Where no number stands, the reading may have missed one, or taken what it did not find for a blank; or a correction took one away. A check does not say that there is one. */
const OF_NO_NUMBER: ReadonlySet<DoubtKind> = new Set(['unsure', 'repaired', 'edited'])
const hasNoNumber = ({ value, missing }: Observation): boolean => value === null && missing !== 'fails-check'

/** Whether a report fails a check that a number of it rests on and the reader leaves such reports out. */
export function leavingOut(table: Table, selection: Selection, doubts: Doubts, indicators: readonly Indicator[], applicants: readonly Applicant[]): (row: number) => boolean {
  if (selection.failing === 'shown' || doubts.table !== table) return () => false
  const resting = indicators.flatMap((indicator) => applicants.map((applicant) => restingOn(table, selection, indicator, applicant)))
  return (row) => doubts.any(row) && resting.some((figures) => doubts.about(row, figures(row)).some(failing))
}

/** The same for a cut: a report that fails under any of its indicators is left out of all of them. */
export function leavingOutOf(table: Table, selection: Selection, cut: Cut, doubts: Doubts): (row: number) => boolean {
  const totals = cut.totals ?? []
  const indicators = [...new Set([...cut.indicators, cut.rankBy, ...totals.map(({ indicator }) => indicator)])].map(required)
  return leavingOut(table, selection, doubts, indicators, [...new Set([...(cut.applicants ?? [selection.applicant]), cut.rankApplicant ?? selection.applicant, ...totals.map(({ applicant = selection.applicant }) => applicant)])])
}

/** The slice with what is in doubt about its numbers; the very same slice where nothing is. */
export function marked(table: Table, selection: Selection, slice: Slice, doubts: Doubts): Slice {
  if (doubts.table !== table) return slice
  const resting = new Map<string, (row: number) => readonly FigureId[]>()
  const about = ({ row, indicator, applicant }: Observation): readonly Doubt[] => {
    const key = `${indicator.id}|${applicant}`
    let figures = resting.get(key)
    if (!figures) resting.set(key, (figures = restingOn(table, selection, indicator, applicant)))
    return doubts.about(row, figures(row))
  }
  let some = false
  const observations = slice.observations.map((observation) => {
    if (observation.row < 0 || !doubts.any(observation.row)) return observation
    const found = hasNoNumber(observation) ? about(observation).filter(({ kind }) => OF_NO_NUMBER.has(kind)) : about(observation)
    if (found.length === 0) return observation
    some = true
    return { ...observation, doubts: found }
  })
  const ranked = restingOn(table, selection, required(slice.cut.rankBy), slice.cut.rankApplicant ?? selection.applicant)
  const doubtful = slice.rest.rows.filter((row) => doubts.any(row) && doubts.about(row, ranked(row)).some(failing)).length
  return some || doubtful !== slice.rest.failing ? { ...slice, observations, rest: { ...slice.rest, failing: doubtful } } : slice
}

/** How many reports leaving out those that fail a check takes out of a slice: also of agencies that it does not list. */
export function failingIn(table: Table, selection: Selection, { cut, years, coverage }: Pick<Slice, 'cut' | 'years' | 'coverage'>, doubts: Doubts): number {
  if (selection.failing === 'hidden') return coverage.leftOut
  if (doubts.table !== table || cut.across === 'provinces-years') return 0
  const isFailing = leavingOutOf(table, { ...selection, failing: 'hidden' }, cut, doubts)
  const stated = statedBy(table, selection, cut)
  const agencies = agenciesOf(table, selection)
  const inYear = (year: number): number => agencies.filter((agency) => {
    const row = table.rowOf(agency, year)
    return row >= 0 && doubts.any(row) && isStating(stated, selection, row) && isFailing(row)
  }).length
  return (cut.across === 'agencies' ? years : yearsOf(table, selection)).reduce((sum, year) => sum + inYear(year), 0)
}

/** Whether an indicator of a slice rests on figures; of one that counts figures or reports no check says anything. */
export const restsOnFigures = (selection: Selection, { indicators }: Pick<Slice, 'indicators'>): boolean => indicators.some((indicator) => figuresOf(definitionOf(indicator, choicesOf(selection)).formula, 'total').length > 0)

/** How many reports have something in doubt about the figures given, by kind; kinds without any are left out. */
export function doubtsOf(rows: readonly number[], figures: (row: number) => readonly FigureId[], doubts: Doubts): DoubtCount['by'] {
  const kinds = rows.filter(doubts.any).map((row) => new Set(doubts.about(row, figures(row)).map(({ kind }) => kind)))
  return new Map(DOUBT_KINDS.map((kind) => [kind, kinds.filter((each) => each.has(kind)).length] as const).filter(([, count]) => count > 0))
}

/** How many reports of those whose numbers are shown are in doubt, by kind. */
export interface DoubtCount {
  readonly reports: number
  readonly by: ReadonlyMap<DoubtKind, number>
}

/** Counts the reports behind the numbers of a slice, and those in doubt; also those of which it is in doubt that there is no number. */
export function doubtsIn({ observations }: Slice): DoubtCount {
  const stated = observations.filter(({ row, value, doubts, missing }) => row >= 0 && (value !== null || (missing !== 'fails-check' && doubts.length > 0)))
  const rowsWith = (kind: DoubtKind): number => new Set(stated.flatMap(({ row, doubts }) => (doubts.some((doubt) => doubt.kind === kind) ? [row] : []))).size
  return { reports: new Set(stated.map(({ row }) => row)).size, by: new Map(DOUBT_KINDS.map((kind) => [kind, rowsWith(kind)] as const).filter(([, count]) => count > 0)) }
}
