import type { FigureId } from '../figure'
import type { Format } from '../formats'
import type { Table } from '../table'
import { outcomeOf, type Check, type Code, type Detail, type Finding, type Proposal, type Test } from './check'
import { Context, formatsIn } from './context'
import { isUndecided } from './likeliness'
import { CHECKS } from './registry'

/** A test of a check, for the reports of one format. */
export interface BoundTest {
  readonly check: Check
  readonly checkIndex: number
  readonly test: Test
}

/** The tests of all checks, bound to a table; the order is the same whenever the table is. */
export class Suite {
  readonly tests: readonly BoundTest[]
  /** Where the tests of a format start and end. */
  private readonly ranges = new Map<string, readonly [from: number, to: number]>()

  constructor(
    readonly context: Context,
    formats: readonly Format[],
  ) {
    const tests: BoundTest[] = []
    for (const format of formats) {
      const from = tests.length
      CHECKS.forEach((check, checkIndex) => {
        if (check.holdsFor(format)) for (const test of check.tests(context, format)) tests.push({ check, checkIndex, test })
      })
      this.ranges.set(format.id, [from, tests.length])
    }
    this.tests = tests
  }

  rangeOf(format: string): readonly [from: number, to: number] {
    return this.ranges.get(format) ?? [0, 0]
  }

  /** The figures of the report that take part in a test. */
  cells(index: number, row: number, code: Code): readonly FigureId[] {
    const { test } = this.tests[index]!
    return test.cells?.(row) ?? test.detail(row, code).cells
  }

  /** What a test of a report came to. Its numbers and words are made when somebody reads them: most are only counted, and proposals take time. */
  finding(index: number, row: number, code: Code): Finding {
    const { check, test } = this.tests[index]!
    const { table } = this.context
    let made: Detail | undefined
    const detail = (): Detail => (made ??= test.detail(row, code))
    return {
      check: check.id,
      test: test.name,
      label: test.label,
      outcome: outcomeOf(code),
      agency: table.agencyOf(row).id,
      year: table.yearOf(row),
      row,
      get cells() {
        return detail().cells
      },
      get expected() {
        return detail().expected
      },
      get found() {
        return detail().found
      },
      get difference() {
        const { expected, found } = detail()
        return expected === null || found === null ? null : Number((found - expected).toPrecision(12))
      },
      get explanation() {
        return detail().explanation
      },
      get proposals() {
        return detail().proposals ?? NONE_PROPOSED
      },
      get undecided() {
        return isUndecided(detail().proposals ?? NONE_PROPOSED)
      },
      get against() {
        return detail().against
      },
      get written() {
        return detail().written
      },
    }
  }
}

const NONE_PROPOSED: readonly Proposal[] = Object.freeze([])

const suites = new WeakMap<Table, Suite>()

/** The tests bound to a table, made once. */
export function suiteOf(table: Table): Suite {
  let suite = suites.get(table)
  if (!suite) suites.set(table, (suite = new Suite(new Context(table), formatsIn(table))))
  return suite
}
