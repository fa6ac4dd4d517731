import type { Table } from '../table'
import { TURN } from '../turns'
import { Findings } from './findings'
import { checkSteps } from './run'

/** Milliseconds after which what was found by then is shown. */
const SHOWN = 600

/** How a check goes on beside other work. */
export interface Pace {
  /** Done when the next turn may begin. */
  readonly pause: () => Promise<unknown>
  /** Aborted when nobody wants to know any more. */
  readonly signal?: AbortSignal
  /** How many reports are checked. */
  readonly told: (done: number) => void
  /** Now and then: what was found by then. */
  readonly shown: (partial: Findings) => void
}

/** Checks a table in turns of a few milliseconds, `reports` at a time; null once its signal is aborted. */
export async function checkInTurns(table: Table, { pause, signal, told, shown }: Pace, reports?: number): Promise<Findings | null> {
  let since = performance.now()
  const steps = checkSteps(table, reports)
  for (;;) {
    await pause()
    if (signal?.aborted) return null
    const until = performance.now() + TURN
    let step = steps.next()
    while (!step.done && performance.now() < until) step = steps.next()
    if (step.done) return new Findings(table, step.value)
    told(step.value.done)
    if (performance.now() - since < SHOWN) continue
    shown(new Findings(table, step.value.soFar(), step.value.done))
    since = performance.now()
  }
}
