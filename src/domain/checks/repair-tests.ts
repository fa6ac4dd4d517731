import type { Format } from '../formats'
import { label } from '../label'
import { FAIL, NONE, PASS, type Code, type Proposal, type Test } from './check'
import type { Context } from './context'
import type { Sum } from './sum'
import type { SumCheckId } from './sums'

type Repair = (context: Context, sum: Sum, row: number) => Proposal | undefined

function test(context: Context, sum: Sum, repair: Repair): Test {
  const { name, label: title } = sum.spec
  const outcome = (row: number): Code => {
    if (sum.known(row) !== FAIL) return NONE
    return repair(context, sum, row) ? FAIL : PASS
  }
  return {
    name,
    label: title,
    outcome,
    late: true,
    detail: (row, code) => {
      const found = code === FAIL ? repair(context, sum, row) : undefined
      if (!found) return { cells: sum.cells(row), expected: null, found: null, explanation: label('没有这种痕迹', 'no such trace') }
      return { cells: found.changes.map(({ figure }) => figure), expected: null, found: null, explanation: found.explanation, proposals: [found] }
    },
  }
}

/** The tests of a check that explains failing sums by one kind of repair; there is nothing to test where a sum holds. */
export const repairTests =
  (checks: readonly SumCheckId[], repair: Repair) =>
  (context: Context, format: Format): Test[] =>
    checks.flatMap((check) => context.sums(format)[check].map((sum) => test(context, sum, repair)))
