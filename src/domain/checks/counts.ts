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
export function countsIn({ table, data: { counts }, checked }: Findings, agencies: readonly number[], years: readonly number[]): CountsIn {
  const fails = CHECKS.map(() => 0)
  let [reports, tests] = [0, 0]
  for (const agency of agencies) {
    for (const year of years) {
      const row = table.rowOf(agency, year)
      if (row < 0 || row >= checked) continue
      reports += 1
      const from = row * CHECKS.length * OUTCOMES.length
      for (let at = 0; at < CHECKS.length * OUTCOMES.length; at += 1) tests += counts[from + at]!
      for (let check = 0; check < CHECKS.length; check += 1) fails[check]! += counts[from + check * OUTCOMES.length + FAIL - 1]!
    }
  }
  const failing = (isHard: boolean): number => CHECKS.reduce((sum, { hard }, at) => sum + (hard === isHard ? fails[at]! : 0), 0)
  return { reports, tests, hard: failing(true), soft: failing(false), fails: new Map(CHECKS.map(({ id }, at) => [id, fails[at]!])) }
}
