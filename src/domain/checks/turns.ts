import type { Table } from '../table'
import { FAIL } from './check'
import { Findings } from './findings'
import { checkSteps } from './run'

/** Reports checked at a time, and for how many milliseconds before others have their turn. */
const REPORTS = 4
const TURN = 10
/** Milliseconds after which what was found by then is shown. */
const SHOWN = 600

/** Checks a table in turns of a few milliseconds, each begun when `pause` is over; null when it says to stop. `told`: how many reports are checked; `shown`: now and then, what was found by then. */
export async function checkInTurns(table: Table, pause: () => Promise<boolean>, told: (done: number) => void, shown: (partial: Findings) => void = () => undefined): Promise<Findings | null> {
  let since = performance.now()
  const steps = checkSteps(table, REPORTS)
  while (await pause()) {
    const until = performance.now() + TURN
    let step = steps.next()
    while (!step.done && performance.now() < until) step = steps.next()
    if (step.done) return new Findings(table, step.value)
    told(step.value.done)
    if (performance.now() - since < SHOWN) continue
    shown(new Findings(table, step.value.soFar(), step.value.done))
    since = performance.now()
  }
  return null
}

/** How many reports fail a hard check: soft ones have explanations and are no reproach. */
export function failingReports(findings: Findings): number {
  const { rows, codes } = findings.data
  const failing = new Set<number>()
  for (let index = 0; index < rows.length; index += 1) if (codes[index] === FAIL && findings.checkAt(index).hard) failing.add(rows[index]!)
  return failing.size
}
