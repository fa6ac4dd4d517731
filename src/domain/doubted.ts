import { DOUBT_KINDS, type Doubt, type DoubtKind, type Doubts } from './doubt'
import { definitionOf, figuresOf } from './evaluate'
import type { Applicant, FigureId } from './figure'
import type { Indicator } from './indicators'
import { required } from './members'
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

/** Whether a report fails a check that a number of it rests on and the reader leaves such reports out. */
export function leavingOut(table: Table, selection: Selection, doubts: Doubts, indicators: readonly Indicator[], applicants: readonly Applicant[]): (row: number) => boolean {
  if (selection.failing === 'shown' || doubts.table !== table) return () => false
  const resting = indicators.flatMap((indicator) => applicants.map((applicant) => restingOn(table, selection, indicator, applicant)))
  return (row) => resting.some((figures) => doubts.about(row, figures(row)).some(failing))
}

/** The same for a cut: a report that fails under any of its indicators is left out of all of them. */
export function leavingOutOf(table: Table, selection: Selection, cut: Cut, doubts: Doubts): (row: number) => boolean {
  const indicators = [...new Set([...cut.indicators, cut.rankBy])].map(required)
  return leavingOut(table, selection, doubts, indicators, [...new Set([...(cut.applicants ?? [selection.applicant]), cut.rankApplicant ?? selection.applicant])])
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
    if (observation.row < 0 || (observation.value === null && observation.missing !== 'fails-check')) return observation
    const found = about(observation)
    if (found.length === 0) return observation
    some = true
    return { ...observation, doubts: found }
  })
  const ranked = restingOn(table, selection, required(slice.cut.rankBy), slice.cut.rankApplicant ?? selection.applicant)
  const doubtful = slice.rest.rows.filter((row) => doubts.about(row, ranked(row)).some(failing)).length
  return some || doubtful !== slice.rest.failing ? { ...slice, observations, rest: { ...slice.rest, failing: doubtful } } : slice
}

/** How many reports of those whose numbers are shown are in doubt, by kind. */
export interface DoubtCount {
  readonly reports: number
  readonly by: ReadonlyMap<DoubtKind, number>
}

/** Counts the reports behind the numbers of a slice, and those in doubt. */
export function doubtsIn({ observations }: Slice): DoubtCount {
  const stated = observations.filter(({ row, value }) => row >= 0 && value !== null)
  const rowsWith = (kind: DoubtKind): number => new Set(stated.flatMap(({ row, doubts }) => (doubts.some((doubt) => doubt.kind === kind) ? [row] : []))).size
  return { reports: new Set(stated.map(({ row }) => row)).size, by: new Map(DOUBT_KINDS.map((kind) => [kind, rowsWith(kind)] as const).filter(([, count]) => count > 0)) }
}
