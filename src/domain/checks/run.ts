import { FORMATS, formatOf } from '../formats'
import type { Table } from '../table'
import { NONE, OUTCOMES, type Code, type Finding } from './check'
import { Context, type Edits } from './context'
import { Findings, isListed, type FindingsData } from './findings'
import { Suite, suiteOf } from './suite'
import { CHECKS } from './registry'

/** Reports checked between two steps: a few milliseconds. */
const STEP = 512

/** How far a run is. `found`: what the last step found, by row. */
export interface CheckProgress {
  readonly done: number
  readonly total: number
  readonly found: Omit<FindingsData, 'counts'>
  /** Everything found up to here, as it will be counted on. */
  readonly soFar: () => FindingsData
}

class Growing {
  private readonly rows: number[] = []
  private readonly tests: number[] = []
  private readonly codes: number[] = []

  add(row: number, test: number, code: Code): void {
    this.rows.push(row)
    this.tests.push(test)
    this.codes.push(code)
  }

  /** By row, then by test. */
  sorted(): Omit<FindingsData, 'counts'> {
    const order = this.rows.map((_, index) => index).sort((a, b) => this.rows[a]! - this.rows[b]! || this.tests[a]! - this.tests[b]!)
    return { rows: Uint32Array.from(order, (index) => this.rows[index]!), tests: Uint16Array.from(order, (index) => this.tests[index]!), codes: Uint8Array.from(order, (index) => this.codes[index]!) }
  }
}

/** The rows of a stretch of the table, by format. */
function rowsByFormat({ data }: Table, from: number, to: number): Map<number, number[]> {
  const rows = new Map<number, number[]>()
  for (let row = from; row < to; row += 1) {
    const format = data.reportFormat[row]!
    const known = rows.get(format)
    if (known) known.push(row)
    else rows.set(format, [row])
  }
  return rows
}

const CODES = new Uint8Array(STEP)

/** Counts for every report of a table, at zero. */
export const emptyCounts = ({ size }: Table): Uint16Array => new Uint16Array(size * CHECKS.length * OUTCOMES.length)

/** Where a run counts and lists. */
class Account {
  readonly counts: Uint16Array
  private readonly perReport = CHECKS.length * OUTCOMES.length
  private readonly perCheck = OUTCOMES.length
  found = new Growing()

  constructor(private readonly suite: Suite) {
    this.counts = emptyCounts(suite.context.table)
  }

  take(index: number, row: number, code: Code): void {
    if (code === 0) return
    this.counts[row * this.perReport + this.suite.tests[index]!.checkIndex * this.perCheck + code - 1]! += 1
    if (isListed(code)) this.found.add(row, index, code)
  }
}

/** All tests of a format over some of its reports: test by test, the late ones report by report. */
function runTests(suite: Suite, format: string, rows: readonly number[], account: Account): void {
  const [first, last] = suite.rangeOf(format)
  const indexes = Array.from({ length: last - first }, (_, at) => first + at)
  for (const index of indexes.filter((each) => !suite.tests[each]!.test.late)) {
    const { test } = suite.tests[index]!
    test.outcomes?.(rows, CODES)
    for (let i = 0; i < rows.length; i += 1) account.take(index, rows[i]!, test.outcomes ? (CODES[i] as Code) : test.outcome(rows[i]!))
  }
  const late = new Map<(row: number) => boolean, number[]>()
  for (const index of indexes) {
    const { late: asks } = suite.tests[index]!.test
    if (asks) late.set(asks, [...(late.get(asks) ?? []), index])
  }
  for (const row of rows) for (const [asks, tests] of late) if (asks(row)) for (const index of tests) account.take(index, row, suite.tests[index]!.test.outcome(row))
}

function concatenated(parts: readonly Omit<FindingsData, 'counts'>[], counts: Uint16Array): FindingsData {
  const size = parts.reduce((sum, { rows }) => sum + rows.length, 0)
  const all = { rows: new Uint32Array(size), tests: new Uint16Array(size), codes: new Uint8Array(size), counts }
  let at = 0
  for (const { rows, tests, codes } of parts) {
    all.rows.set(rows, at)
    all.tests.set(tests, at)
    all.codes.set(codes, at)
    at += rows.length
  }
  return all
}

/** All parts as one, which takes their place, so that the next time is as quick. */
function soFar(parts: Omit<FindingsData, 'counts'>[], counts: Uint16Array): FindingsData {
  const all = concatenated(parts, counts)
  parts.splice(0, parts.length, all)
  return all
}

/** Runs all checks over a table in steps of so many reports (512 at most), so that a worker can tell how far it is and what was found, or a page stays quick. Changes nothing. */
export function* checkSteps(table: Table, reports = STEP): Generator<CheckProgress, FindingsData> {
  const suite = suiteOf(table)
  const account = new Account(suite)
  const parts: Omit<FindingsData, 'counts'>[] = []
  for (let from = 0; from < table.size; from += reports) {
    const to = Math.min(from + reports, table.size)
    account.found = new Growing()
    for (const [format, rows] of rowsByFormat(table, from, to)) runTests(suite, FORMATS[format]!.id, rows, account)
    const part = account.found.sorted()
    parts.push(part)
    yield { done: to, total: table.size, found: part, soFar: () => soFar(parts, account.counts) }
  }
  return concatenated(parts, account.counts)
}

/** All checks over all reports of a table. */
export function checkTable(table: Table, options: { readonly progress?: (now: CheckProgress) => void } = {}): Findings {
  const steps = checkSteps(table)
  for (;;) {
    const step = steps.next()
    if (step.done) return new Findings(table, step.value)
    options.progress?.(step.value)
  }
}

/** Every test of one report, those that pass too; with cells as a reader has changed them, where given. The table stays as it is. */
export function checkReport(table: Table, row: number, edits: Edits['cells'] = new Map()): Finding[] {
  const format = formatOf(table.formatOf(row))!
  const suite = edits.size === 0 ? suiteOf(table) : new Suite(new Context(table, { row, cells: edits }, suiteOf(table).context), [format])
  const [first, last] = suite.rangeOf(format.id)
  return Array.from({ length: last - first }, (_, at) => first + at).flatMap((index) => {
    const code = suite.tests[index]!.test.outcome(row)
    return code === NONE ? [] : [suite.finding(index, row, code)]
  })
}
