import { finished, type Steps } from '../turns'
import { FAIL, OUTCOMES } from './check'
import type { Findings } from './findings'
import type { CheckId } from './ids'
import { CHECKS } from './registry'

/** What the tests of some reports came to. */
export interface CountsIn {
  readonly reports: number
  readonly tests: number
  readonly hard: number
  readonly soft: number
  /** Failing tests by check. */
  readonly fails: ReadonlyMap<CheckId, number>
}

/** The tests of the agencies' reports of the years, as far as they are checked. */
export const countsIn = (findings: Findings, agencies: readonly number[], years: readonly number[]): CountsIn => finished(countSteps(findings, agencies, years))

/** Agencies counted in a step. */
const STEP = 512

/** The same in steps of a few milliseconds. */
export function* countSteps({ table, data: { counts }, checked }: Findings, agencies: readonly number[], years: readonly number[]): Steps<CountsIn> {
  const size = CHECKS.length * OUTCOMES.length
  const totals = new Uint32Array(size)
  let reports = 0
  for (const [turn, agency] of agencies.entries()) {
    if (turn % STEP === STEP - 1) yield
    for (const year of years) {
      const row = table.rowOf(agency, year)
      if (row < 0 || row >= checked) continue
      reports += 1
      for (let at = 0, from = row * size; at < size; at += 1) totals[at]! += counts[from + at]!
    }
  }
  const fails = CHECKS.map((_, check) => totals[check * OUTCOMES.length + FAIL - 1]!)
  const failing = (isHard: boolean): number => CHECKS.reduce((sum, { hard }, at) => sum + (hard === isHard ? fails[at]! : 0), 0)
  return { reports, tests: totals.reduce((sum, total) => sum + total, 0), hard: failing(true), soft: failing(false), fails: new Map(CHECKS.map(({ id }, at) => [id, fails[at]!])) }
}
