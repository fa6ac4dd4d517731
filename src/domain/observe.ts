import { NOTHING } from './doubt'
import { isShare } from './definition'
import { Evaluator, type Value } from './evaluate'
import type { Applicant } from './figure'
import { joins } from './formats'
import type { Indicator } from './indicators'
import { required } from './members'
import type { Candidate } from './pick'
import { ranksOf, type Rank } from './ranks'
import { choicesOf, type Selection } from './selection'
import type { Apart, Cut, Observation } from './slice'
import { wilson } from './statistics'
import type { Table } from './table'
import type { Steps } from './turns'

/** What is observed: which agencies, years, indicators and applicants, in this order. */
export interface Observed {
  readonly table: Table
  readonly selection: Selection
  readonly shown: readonly Candidate[]
  readonly years: readonly number[]
  readonly indicators: readonly Indicator[]
  readonly applicants: readonly Applicant[]
  /** Come after them. */
  readonly totals: NonNullable<Cut['totals']>
  readonly isLeftOut: (row: number) => boolean
  /** With the rank of each among all agencies of the selection. */
  readonly ranks: boolean
}

/** What a figure is reckoned with, and its ranks by year where they are asked for. */
interface Evaluated {
  readonly evaluator: Evaluator
  readonly share: boolean
  readonly rankIn: readonly ((row: number) => Rank)[]
  readonly insteadOf?: readonly string[] | undefined
}

/** Agencies observed in a step. */
const STEP = 50

/** Every figure with its value or reason, its interval, and whether it continues the year before. */
export function* observeSteps({ table, selection, shown, years, indicators, applicants, totals, isLeftOut, ranks }: Observed): Steps<Observation[]> {
  const choices = choicesOf(selection)
  const asked = [...indicators.flatMap((indicator) => applicants.map((applicant) => ({ indicator, applicant, insteadOf: undefined }))), ...totals.map(({ indicator, applicant = selection.applicant, insteadOf }) => ({ indicator: required(indicator), applicant, insteadOf }))]
  const evaluators: Evaluated[] = []
  for (const { indicator, applicant, insteadOf } of asked) {
    const rankIn: Evaluated['rankIn'][number][] = []
    for (const year of ranks ? years : []) {
      rankIn.push(ranksOf(table, selection, indicator, applicant, year, isLeftOut))
      yield
    }
    evaluators.push({ evaluator: new Evaluator(table, indicator, applicant, choices), share: isShare(indicator, choices), rankIn, insteadOf })
  }
  const observations: Observation[] = []
  for (const [subject, { agency }] of shown.entries()) {
    if (subject % STEP === STEP - 1) yield
    const first = observations.length
    const isStated = (ids: readonly string[], year: number): boolean => observations.slice(first).some((each) => each.year === year && each.value !== null && ids.includes(each.indicator.id))
    for (const { evaluator, share, rankIn, insteadOf } of evaluators) {
      const { indicator, applicant } = evaluator
      let before: Observation | undefined
      for (const [at, year] of years.entries()) {
        const row = table.rowOf(agency, year)
        const value = row >= 0 && isLeftOut(row) ? leftOut(evaluator.at(row)) : evaluator.at(row)
        if (insteadOf && (value.value === null || isStated(insteadOf, year))) continue
        const known = before !== undefined && before.value !== null && value.value !== null
        const apart = known ? apartOf(table, before!, row, value) : null
        before = { subject, row, year, indicator, applicant, ...value, ...intervalOf(share, value), joined: known && apart === null, apart, doubts: NOTHING, ...(ranks ? { rank: rankIn[at]!(row) } : {}) }
        observations.push(before)
      }
    }
  }
  return observations
}

/** A number that the reader leaves out; one that is missing anyway keeps its reason. */
const leftOut = (value: Value): Value => (value.value === null ? value : { ...value, value: null, missing: 'fails-check', numerator: null, denominator: null, blankAsZero: false })

function apartOf(table: Table, before: Observation, row: number, value: Value): Apart | null {
  if (table.data.reportBreak[row] !== 0) return 'basis'
  if (!joins(table.formatOf(before.row), table.formatOf(row))) return 'format'
  return before.regional === value.regional ? null : 'scope'
}

function intervalOf(share: boolean, { value, numerator, denominator }: Value): Pick<Observation, 'low' | 'high'> {
  const interval = share && value !== null ? wilson(numerator!, denominator!) : undefined
  return interval ? { low: interval.low * 100, high: interval.high * 100 } : { low: null, high: null }
}
