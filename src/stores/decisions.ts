import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { decisionsKey, keepDecisions, keptDecisions, type KeepFailure } from '@/data/decisions'
import type { Change, Finding } from '@/domain/checks'
import { acceptedChanges, keyOf, numbersOf, says, withDecisions, type AcceptedChange, type Decision, type FindingKey } from '@/domain/checks/decision'
import { useDataset } from './dataset'

type Said = Partial<Pick<Decision, 'verdict' | 'remark' | 'changes'>>

const NOTHING: Required<Said> = { verdict: null, remark: '', changes: [] }

/** A finding, or only which one it is. */
type About = FindingKey & Partial<Pick<Finding, 'expected' | 'found'>>

/** What the reader has made of findings: kept in this browser, by the data package that has the report. */
export const useDecisions = defineStore('decisions', () => {
  const dataset = useDataset()
  const packages = shallowRef<readonly string[]>([])
  const all = shallowRef<ReadonlyMap<string, Decision>>(new Map())
  /** Why the last change holds for this visit only; null where it is kept. */
  const failure = ref<KeepFailure | null>(null)
  /** The cells of all accepted repairs. */
  const accepted = computed<readonly AcceptedChange[]>(() => acceptedChanges(all.value.values()))

  const kept = (): Map<string, Decision> => packages.value.reduce((found, id) => withDecisions(found, keptDecisions(id)), new Map<string, Decision>())

  /** Brings the decisions about the packages of these ids; at once, and nothing happens when they are here. */
  function open(ids: readonly string[]): void {
    if (ids.join('~') === packages.value.join('~')) return
    packages.value = [...ids]
    failure.value = null
    all.value = kept()
  }

  const of = (key: FindingKey): Decision | undefined => all.value.get(keyOf(key))

  /** About its reports, and what is kept with it already. A report that none of the packages has, as a file may name one, goes with all of them. */
  function ofPackage(id: string, decisions: ReadonlyMap<string, Decision>): Decision[] {
    const before = new Set(keptDecisions(id).map(keyOf))
    const isHeld = ({ agency, year }: Decision, by: string): boolean => dataset.holds(by, agency, year)
    return [...decisions.values()].filter((decision) => before.has(keyOf(decision)) || isHeld(decision, id) || !packages.value.some((other) => isHeld(decision, other)))
  }

  function put(next: ReadonlyMap<string, Decision>): void {
    all.value = next
    failure.value = packages.value.map((id) => keepDecisions(id, ofPackage(id, next))).find((each) => each !== null) ?? null
  }

  /** Takes down what is said of findings, the same of each; what is not mentioned stays as it was. */
  function decideAll(about: readonly About[], said: Said): void {
    // Another window may have decided something since.
    const next = failure.value ? new Map(all.value) : kept()
    for (const { agency, year, check, test, expected, found } of about) {
      const decision = { agency, year, check, test, ...NOTHING, ...next.get(keyOf({ agency, year, check, test })), ...said, decided: new Date().toISOString(), ...(expected === undefined || found === undefined ? {} : { numbers: numbersOf({ expected, found }) }) }
      if (says(decision)) next.set(keyOf(decision), decision)
      else next.delete(keyOf(decision))
    }
    put(next)
  }

  const decide = (about: About, said: Said): void => decideAll([about], said)

  /** Accepts a repair for a finding, in place of one accepted before. */
  const accept = (key: About, changes: readonly Change[]): void => decide(key, { changes })
  const takeBack = (key: FindingKey): void => decide(key, { changes: [] })
  /** Takes over decisions from a file; later ones stand. */
  const adopt = (decisions: readonly Decision[]): void => put(withDecisions(all.value, decisions))

  window.addEventListener('storage', ({ key }) => {
    if (packages.value.some((id) => key === decisionsKey(id))) all.value = kept()
  })

  return { all, accepted, failure, open, of, decide, decideAll, accept, takeBack, adopt }
})
