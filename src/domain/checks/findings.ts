import type { FigureId } from '../figure'
import type { Table } from '../table'
import { OUTCOMES, outcomeOf, PASS, PASS_BLANK, type Check, type CheckId, type Code, type Finding, type Outcome } from './check'
import { keyOf } from './decision'
import { CHECKS } from './registry'
import { suiteOf, type Suite } from './suite'

/** What a run over a table leaves: plain typed arrays, so that a worker can hand it over. */
export interface FindingsData {
  /** Report row, test and outcome of each test that did not pass; by row, then by test. */
  readonly rows: Uint32Array
  readonly tests: Uint16Array
  readonly codes: Uint8Array
  /** Tests by report, check and outcome: `(row × checks + check) × outcomes + outcome`. */
  readonly counts: Uint16Array
}

/** How many tests came to what. */
export type Counts = Readonly<Record<Outcome, number>>

/** What a run came to. */
export interface Summary {
  readonly summary: true
  readonly tests: number
  readonly pass: number
  readonly passBlank: number
  readonly totalBlank: number
  readonly fail: number
  readonly untestable: number
  readonly byCheck: Readonly<Record<string, Counts>>
}

/** From the gravest to none. */
const GRAVITY: readonly Outcome[] = ['fail', 'total-blank', 'untestable', 'pass-blank', 'pass']

/** What the checks found in a table. Only tests that did not pass can be listed; every test is counted. A finding is written out when it is asked for. */
export class Findings {
  readonly size: number
  private starts: Uint32Array | null = null
  private totals: ReadonlyMap<CheckId, Counts> | null = null
  private bound: Suite | null = null

  constructor(
    readonly table: Table,
    readonly data: FindingsData,
    /** How many reports are checked, from the first row on; fewer than all while a run is under way. */
    readonly checked = table.size,
  ) {
    this.size = data.rows.length
  }

  /** The tests of its table, bound when the first is asked about. */
  private get suite(): Suite {
    this.bound ??= suiteOf(this.table)
    return this.bound
  }

  /** The report row of a finding. */
  rowAt(index: number): number {
    return this.data.rows[index]!
  }

  checkAt(index: number): Check {
    return this.suite.tests[this.data.tests[index]!]!.check
  }

  outcomeAt(index: number): Outcome {
    return outcomeOf(this.data.codes[index] as Code)
  }

  /** What a decision about a finding is kept under. */
  keyAt(index: number): string {
    const { check, test } = this.suite.tests[this.data.tests[index]!]!
    const row = this.rowAt(index)
    return keyOf({ agency: this.table.agencyOf(row).id, year: this.table.yearOf(row), check: check.id, test: test.name })
  }

  /** The test of a finding within its check. */
  testAt(index: number): string {
    return this.suite.tests[this.data.tests[index]!]!.test.name
  }

  /** The figures of its report that take part in a failing test. */
  cellsAt(index: number): readonly FigureId[] {
    return this.suite.cells(this.data.tests[index]!, this.data.rows[index]!, this.data.codes[index] as Code)
  }

  /** The figures of the report of the year before that take part in a failing test. */
  cellsBeforeAt(index: number): readonly FigureId[] {
    return this.suite.tests[this.data.tests[index]!]!.test.cellsBefore ?? []
  }

  /** A finding written out, with its explanation and proposals. */
  at(index: number): Finding {
    return this.suite.finding(this.data.tests[index]!, this.data.rows[index]!, this.data.codes[index] as Code)
  }

  /** The findings of a report, as indexes `from` to `to` (excluded). */
  rangeOf(row: number): readonly [from: number, to: number] {
    this.starts ??= startsOf(this.data.rows, this.table.size)
    return [this.starts[row]!, this.starts[row + 1]!]
  }

  /** How many tests of a check came to an outcome in a report. */
  count(row: number, check: CheckId, outcome: Outcome): number {
    return this.data.counts[(row * CHECKS.length + CHECKS.findIndex(({ id }) => id === check)) * OUTCOMES.length + OUTCOMES.indexOf(outcome)]!
  }

  /** The gravest outcome of a report's tests, of the given checks; null when nothing could be tested. */
  worst(row: number, checks: ReadonlySet<CheckId> = ALL): Outcome | null {
    return GRAVITY.find((outcome) => CHECKS.some(({ id }) => checks.has(id) && this.count(row, id, outcome) > 0)) ?? null
  }

  /** The tests of all reports, by check. */
  counts(): ReadonlyMap<CheckId, Counts> {
    this.totals ??= totalsOf(this.data.counts)
    return this.totals
  }

  /** All tests of all checks, and what they came to. */
  summary(): Summary {
    const byCheck = Object.fromEntries(this.counts())
    const sum = (outcome: Outcome): number => Object.values(byCheck).reduce((total, counts) => total + counts[outcome], 0)
    const [pass, passBlank, totalBlank, fail, untestable] = OUTCOMES.map(sum) as [number, number, number, number, number]
    return { summary: true, tests: pass + passBlank + totalBlank + fail + untestable, pass, passBlank, totalBlank, fail, untestable, byCheck }
  }

  /** Whether a hard check fails in a report: it should not be published as it is. */
  failsHard(): boolean {
    const counts = this.counts()
    return CHECKS.some(({ id, hard }) => hard && counts.get(id)!.fail > 0)
  }

  *[Symbol.iterator](): Generator<Finding> {
    for (let index = 0; index < this.size; index += 1) yield this.at(index)
  }
}

const ALL: ReadonlySet<CheckId> = new Set(CHECKS.map(({ id }) => id))

/** Where the findings of each report start; the last entry is where they end. */
function startsOf(rows: Uint32Array, size: number): Uint32Array {
  const starts = new Uint32Array(size + 1)
  for (let index = 0; index < rows.length; index += 1) starts[rows[index]! + 1]! += 1
  for (let row = 0; row < size; row += 1) starts[row + 1]! += starts[row]!
  return starts
}

function totalsOf(counts: Uint16Array): Map<CheckId, Counts> {
  const places = CHECKS.length * OUTCOMES.length
  const totals = new Uint32Array(places)
  for (let start = 0; start < counts.length; start += places) for (let place = 0; place < places; place += 1) totals[place]! += counts[start + place]!
  return new Map(CHECKS.map(({ id }, check) => [id, Object.fromEntries(OUTCOMES.map((outcome, at) => [outcome, totals[check * OUTCOMES.length + at]!])) as Counts]))
}

/** Whether a test of this code is listed, not only counted. */
export const isListed = (code: Code): boolean => code !== PASS && code !== PASS_BLANK
