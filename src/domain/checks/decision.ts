import type { Change } from './check'
import { CHECK_IDS, VERDICTS, type CheckId, type Verdict } from './ids'

/** Which test of which report: what a decision is about, whatever the figures say by then. */
export interface FindingKey {
  readonly agency: string
  readonly year: number
  readonly check: CheckId
  readonly test: string
}

/** What a reader has made of a finding. */
export interface Decision extends FindingKey {
  /** Null where there is only a remark or an accepted repair. */
  readonly verdict: Verdict | null
  readonly remark: string
  /** The repair that was accepted; empty for none. */
  readonly changes: readonly Change[]
  /** When, as an ISO date and time. */
  readonly decided: string
  /** What the test asked for and found by then, `11/0`; absent where nobody wrote it down. */
  readonly numbers?: string
}

/** One cell as an accepted repair has it, and the test it was accepted for. */
export interface AcceptedChange extends Change {
  readonly agency: string
  readonly check: CheckId
  readonly test: string
  /** The year of the report whose test it was; the cell may be of the year before. */
  readonly reported: number
}

/** What a test asks for and finds, to be kept with a decision about it. */
export const numbersOf = ({ expected, found }: { readonly expected: number | null; readonly found: number | null }): string => `${expected ?? ''}/${found ?? ''}`

/** Whether a test finds something else than when it was decided. */
export const isOutdated = ({ numbers }: Pick<Decision, 'numbers'>, finding: { readonly expected: number | null; readonly found: number | null }): boolean => numbers !== undefined && numbers !== numbersOf(finding)

/** Where a decision stands among others. */
export const keyOf = ({ agency, year, check, test }: FindingKey): string => [agency, year, check, test].join('~')

const inOrder = (a: Decision, b: Decision): number => (a.decided < b.decided ? -1 : a.decided > b.decided ? 1 : 0)

/** The cells of all accepted repairs, each once: where two repairs change one cell, the one accepted later stands. */
export function acceptedChanges(decisions: Iterable<Decision>): AcceptedChange[] {
  const cells = new Map<string, AcceptedChange>()
  for (const { agency, year, check, test, changes } of [...decisions].sort(inOrder)) {
    for (const change of changes) cells.set(`${agency}~${change.year}~${change.figure}`, { ...change, agency, check, test, reported: year })
  }
  return [...cells.values()]
}

/** The decisions whose accepted repair says otherwise of a cell than changes of an agency's report do. */
export const contradicted = (decisions: Iterable<Decision>, agency: string, changes: readonly Change[]): Decision[] =>
  [...decisions].filter((decision) => decision.agency === agency && decision.changes.some(({ figure, year, after }) => changes.some((change) => change.figure === figure && change.year === year && change.after !== after)))

/** Whether a decision says anything; one that does not is forgotten. */
export const says = ({ verdict, remark, changes }: Pick<Decision, 'verdict' | 'remark' | 'changes'>): boolean => verdict !== null || remark !== '' || changes.length > 0

/** Two lists as one; of two decisions about one finding the later stands. */
export function withDecisions(known: ReadonlyMap<string, Decision>, more: readonly Decision[]): Map<string, Decision> {
  const all = new Map(known)
  for (const decision of more) {
    const before = all.get(keyOf(decision))
    if (!before || before.decided <= decision.decided) all.set(keyOf(decision), decision)
  }
  return all
}

const isNumber = (value: unknown): boolean => value === null || (typeof value === 'number' && Number.isFinite(value))
const isChange = (value: unknown): value is Change => {
  const change = value as Change | null
  return typeof change === 'object' && change !== null && typeof change.figure === 'string' && typeof change.year === 'number' && isNumber(change.before) && isNumber(change.after)
}

/** Whether something kept or read is a decision, whole and of the right kinds. */
export function isDecision(value: unknown): value is Decision {
  const { agency, year, check, test, verdict, remark, changes, decided, numbers } = (typeof value === 'object' && value !== null ? value : {}) as Decision
  const isKeyed = typeof agency === 'string' && agency !== '' && Number.isInteger(year) && CHECK_IDS.some((id) => id === check) && typeof test === 'string'
  return isKeyed && (verdict === null || VERDICTS.some((each) => each === verdict)) && typeof remark === 'string' && typeof decided === 'string' && ['string', 'undefined'].includes(typeof numbers) && Array.isArray(changes) && changes.every(isChange)
}
