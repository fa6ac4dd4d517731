import type { Format } from '../formats'
import { label } from '../label'
import { FAIL, NONE, PASS, type Code, type Proposal, type Test } from './check'
import type { Context } from './context'
import type { Sum } from './sum'
import type { SumCheckId } from './sums'

type Repair = (context: Context, sum: Sum, row: number) => Proposal | undefined

/** `holding`: what may be wrong though the sum holds; looked for only where sums that cross it fail. */
function test(context: Context, sum: Sum, repair: Repair, holding: Repair | undefined, failing: (row: number) => boolean, late: (row: number) => boolean): Test {
  const { name, label: title } = sum.spec
  const found = (row: number): Proposal | undefined => (sum.known(row) === FAIL ? repair(context, sum, row) : holding?.(context, sum, row))
  const outcome = (row: number): Code => {
    if (sum.known(row) === FAIL) return repair(context, sum, row) ? FAIL : PASS
    return holding && failing(row) && holding(context, sum, row) ? FAIL : NONE
  }
  return {
    name,
    label: title,
    outcome,
    late,
    detail: (row, code) => {
      const proposal = code === FAIL ? found(row) : undefined
      if (!proposal) return { cells: sum.cells(row), expected: null, found: null, explanation: label('没有这种痕迹', 'no such trace') }
      return { cells: proposal.changes.map(({ figure }) => figure), expected: null, found: null, explanation: proposal.explanation, proposals: [proposal] }
    },
  }
}

/** Whether sums of two lines or more fail in a report; the last answer is kept, for it is asked for every line of the form. */
function twoFail(sums: readonly Sum[]): (row: number) => boolean {
  let [last, answer] = [-1, false]
  return (row) => {
    if (row === last) return answer
    let first: string | null = null
    let two = false
    for (let i = 0; i < sums.length && !two; i += 1) {
      if (sums[i]!.known(row) !== FAIL) continue
      two = first !== null && first !== sums[i]!.spec.name
      first = sums[i]!.spec.name
    }
    ;[last, answer] = [row, two]
    return answer
  }
}

/** The tests of a check that explains failing sums by one kind of repair; where a sum holds there is nothing to test, unless its cells explain other sums. */
export const repairTests =
  (checks: readonly SumCheckId[], repair: Repair, holding?: Repair) =>
  (context: Context, format: Format): Test[] => {
    const sums = context.sums(format)
    const columnsFail = twoFail([...sums.H1, ...sums.H2])
    const rowsFail = twoFail(sums.H3)
    const all = [...sums.H1, ...checks.flatMap((check) => sums[check])]
    const late = (row: number): boolean => all.some((sum) => sum.known(row) === FAIL)
    return checks.flatMap((check) => sums[check].map((sum) => test(context, sum, repair, check === 'H4' ? undefined : holding, check === 'H3' ? columnsFail : rowsFail, late)))
  }
