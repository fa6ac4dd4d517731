import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { Findings, Pace } from '@/domain/checks'
import { NO_DOUBTS, type Doubts } from '@/domain/doubt'
import { doubtsOf } from '@/domain/doubts-of'
import type { Table } from '@/domain/table'
import { nextTurn } from '@/domain/turns'

/** Longest wait for the idle moment in which a check begins: a page that is never idle is checked all the same. */
const PATIENCE = { timeout: 300 }

const idle = (): Promise<unknown> => new Promise((resolve) => (typeof requestIdleCallback === 'function' ? requestIdleCallback(resolve, PATIENCE) : setTimeout(resolve, 20)))

/** What the checks found in the open table: found once per table, in a worker. */
export const useFindings = defineStore('findings', () => {
  /** Null until all reports of the open table are checked. */
  const findings = shallowRef<Findings | null>(null)
  /** What they, and cells that were changed, mean for the numbers of the table that is looked at; nothing is known until all its reports are checked. */
  const doubts = shallowRef<Doubts>(NO_DOUBTS)
  /** What is found by now, of the reports checked by now; null before anything is. */
  const partial = shallowRef<Findings | null>(null)
  const checked = ref(0)
  /** Reports that fail a hard check. */
  const failing = ref(0)
  let current: Table | null = null
  let looked: Table | null = null
  let running: Promise<void> = Promise.resolve()
  let casting: Promise<void> = Promise.resolve()
  /** What is under way for the table that is checked, and for the one that is looked at. */
  const under = { check: new AbortController(), cast: new AbortController() }

  /** Checks a table, unless it is the one checked last; one still under way gives way to it. `shown`: the table looked at, with accepted repairs in it. */
  function check(table: Table, shown: Table = table): Promise<void> {
    if (current !== table) running = run(table)
    if (looked !== shown) casting = cast(shown)
    return known()
  }

  async function run(table: Table): Promise<void> {
    current = table
    const signal = begun('check')
    findings.value = null
    partial.value = null
    checked.value = 0
    const found = await findIn(table, signal, (done) => (checked.value = done), (some) => (partial.value = some))
    if (!found) return
    const { failingReports } = await import('@/domain/checks')
    if (signal.aborted) return
    failing.value = failingReports(found)
    findings.value = found
    partial.value = found
  }

  /** A table with repairs in it is checked anew: what they mend is no doubt any more. */
  async function cast(shown: Table): Promise<void> {
    looked = shown
    const signal = begun('cast')
    doubts.value = NO_DOUBTS
    await running
    await idle()
    const found = signal.aborted || shown === current ? findings.value : await findIn(shown, signal)
    if (signal.aborted || !found) return
    const { failingDoubts } = await import('@/domain/checks')
    if (!signal.aborted) doubts.value = doubtsOf(shown, failingDoubts(found))
  }

  /** Another one takes the place of what is under way. */
  function begun(what: keyof typeof under): AbortSignal {
    under[what].abort()
    under[what] = new AbortController()
    return under[what].signal
  }

  /** Null when it was left, or could not be fetched: then it is asked for again with the next table. */
  async function findIn(table: Table, signal: AbortSignal, told: Pace['told'] = () => undefined, shown: Pace['shown'] = () => undefined): Promise<Findings | null> {
    await idle()
    const room = signal.aborted ? undefined : await import('@/data/check-apart').catch(stop)
    return room && !signal.aborted ? room.checkApart(table, { pause: nextTurn, signal, told, shown }) : null
  }

  /** Leaves what is under way; nothing is lost of what is found. */
  function stop(): void {
    for (const each of Object.values(under)) each.abort()
    if (!findings.value) current = null
    if (doubts.value.table !== looked) looked = null
  }

  /** Done when the table checked last is, or cannot be. */
  const known = (): Promise<void> => Promise.all([running, casting]).then(() => undefined)

  return { findings, partial, doubts, checked, failing, check, known, stop }
})
