import type { Steps } from '../turns'
import { FAIL, OUTCOMES, PASS, PASS_BLANK, TOTAL_BLANK, UNTESTABLE } from './check'
import type { Findings } from './findings'
import { MARKS, type CheckId, type Mark } from './ids'
import { CHECKS } from './registry'

/** What a cell of the matrix shows: the place of its mark in MARKS, or that its report is not checked yet. */
export const UNCHECKED = MARKS.length

/** What reports come to under one rule, or under all. */
export interface Marked {
  /** By report row: the place of its mark in MARKS. */
  readonly marks: Uint8Array
  /** By report row: a bit for each outcome that some test came to. */
  readonly outcomes: Uint8Array
  /** Failing tests, hard and soft. */
  readonly hard: Uint16Array
  readonly soft: Uint16Array
}

const at = (mark: Mark): number => MARKS.indexOf(mark)
const [HARD, SOFT, UNTESTED] = [at('fail-hard'), at('fail-soft'), at('untested')]
/** Outcomes from grave to none, with their marks. */
const AFTER_FAIL: readonly (readonly [code: number, mark: number])[] = [
  [TOTAL_BLANK, at('total-blank')],
  [UNTESTABLE, at('untestable')],
  [PASS_BLANK, at('pass-blank')],
  [PASS, at('pass')],
]
/** The mark of a report without failing tests, by the bits of the outcomes there are. */
const NONE_FAILS = Uint8Array.from({ length: 2 << OUTCOMES.length }, (_, outcomes) => AFTER_FAIL.find(([code]) => (outcomes & (1 << code)) !== 0)?.[1] ?? UNTESTED)

const markOf = (outcomes: number, hard: number, soft: number): number => (hard > 0 ? HARD : soft > 0 ? SOFT : NONE_FAILS[outcomes]!)

/** What is reckoned of a run under a rule: while it is under way only what came since is added. */
interface Growing extends Marked {
  done: number
}

const nothingMarked = (size: number): Growing => ({ marks: new Uint8Array(size).fill(UNCHECKED), outcomes: new Uint8Array(size), hard: new Uint16Array(size), soft: new Uint16Array(size), done: 0 })

function mark(of: Growing, counts: Uint16Array, checked: number, rule: CheckId | ''): void {
  const checks = CHECKS.flatMap(({ id, hard }, index) => (rule === '' || id === rule ? [{ from: index * OUTCOMES.length, hard }] : []))
  const perReport = CHECKS.length * OUTCOMES.length
  for (let row = of.done; row < checked; row += 1) {
    let [outcomes, hardFails, softFails] = [0, 0, 0]
    for (let i = 0; i < checks.length; i += 1) {
      const start = row * perReport + checks[i]!.from
      for (let code = 0; code < OUTCOMES.length; code += 1) if (counts[start + code] !== 0) outcomes |= 2 << code
      const fails = counts[start + FAIL - 1]!
      if (checks[i]!.hard) hardFails += fails
      else softFails += fails
    }
    of.marks[row] = markOf(outcomes, hardFails, softFails)
    of.outcomes[row] = outcomes
    of.hard[row] = hardFails
    of.soft[row] = softFails
  }
  of.done = checked
}

/** By the counts of a run, which all its findings share. */
const known = new WeakMap<Uint16Array, Map<CheckId | '', Growing>>()

/** Reports marked in a step. */
const STEP = 2_048

/** The gravest outcome of every report's tests, and how many fail; reckoned once for a rule. A report that no test is made of is `untested`. */
export function* markSteps({ table, data: { counts }, checked }: Findings, rule: CheckId | ''): Steps<Marked> {
  const rules = known.get(counts) ?? new Map<CheckId | '', Growing>()
  known.set(counts, rules)
  const found = rules.get(rule) ?? nothingMarked(table.size)
  rules.set(rule, found)
  while (found.done < checked) {
    mark(found, counts, Math.min(found.done + STEP, checked), rule)
    yield
  }
  return found
}
