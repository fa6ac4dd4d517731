import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { Findings } from '@/domain/checks'
import { allDoubts, NO_DOUBTS, type Doubts } from '@/domain/doubt'
import { revisionDoubts } from '@/domain/revised'
import type { Table } from '@/domain/table'

/** Longest wait for an idle moment: a page that is never idle is checked all the same. */
const PATIENCE = { timeout: 2_000 }

const idle = (): Promise<unknown> => new Promise((resolve) => (typeof requestIdleCallback === 'function' ? requestIdleCallback(resolve, PATIENCE) : setTimeout(resolve, 20)))

/** What the checks found in the open table: found once per table, in idle moments. A worker would first need a copy of the table, and making that holds up the page longer. */
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

  /** Checks a table, unless it is the one checked last; one still under way gives way to it. `shown`: the table looked at, with accepted repairs in it. */
  function check(table: Table, shown: Table = table): Promise<void> {
    if (current !== table) running = run(table)
    if (looked !== shown) casting = cast(shown)
    return known()
  }

  async function run(table: Table): Promise<void> {
    current = table
    findings.value = null
    partial.value = null
    checked.value = 0
    const wanted = (): Promise<boolean> => idle().then(() => current === table)
    // What cannot be fetched is asked for again with the next table.
    const checks = (await wanted()) && (await import('@/domain/checks').catch(stop))
    const found = checks && (await checks.checkInTurns(table, wanted, (done) => (checked.value = done), (found) => (partial.value = found)))
    if (!found) return
    failing.value = checks.failingReports(found)
    findings.value = found
    partial.value = found
  }

  /** A table with repairs in it is checked anew: what they mend is no doubt any more. */
  async function cast(shown: Table): Promise<void> {
    looked = shown
    doubts.value = NO_DOUBTS
    await running
    const wanted = (): Promise<boolean> => idle().then(() => looked === shown)
    const checks = looked === shown && findings.value && (await import('@/domain/checks').catch(stop))
    const found = checks && (shown === current ? findings.value : await checks.checkInTurns(shown, wanted, () => undefined))
    if (!checks || !found || looked !== shown) return
    doubts.value = allDoubts(checks.failingDoubts(found), revisionDoubts(shown))
  }

  /** Leaves what is under way; nothing is lost of what is found. */
  function stop(): void {
    if (!findings.value) current = null
    if (doubts.value.table !== looked) looked = null
  }

  /** Done when the table checked last is, or cannot be. */
  const known = (): Promise<void> => Promise.all([running, casting]).then(() => undefined)

  return { findings, partial, doubts, checked, failing, check, known, stop }
})
