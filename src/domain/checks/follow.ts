import type { FigureId } from '../figure'
import { labelOfFigure } from '../formats'
import { label } from '../label'
import type { Proposal } from './check'
import type { Context } from './context'
import { written } from './words'

/** A number of this year's report, or of that of the year before, that would make a comparison fit. */
export interface Other {
  readonly figure: FigureId
  readonly year: 'this' | 'before'
  readonly after: number
}

/** A cell of one of the agency's reports as a proposal would have it. */
export type Reading = (figure: FigureId, row: number) => number

/** The numbers, each alone, that make a comparison of two years fit; those that leave the fewest comparisons of the item failing stand first. `failing`: how many fail with the cells read so. */
export function followRepairs(context: Context, row: number, others: readonly Other[], failing: (reading: Reading) => number): Proposal[] {
  const before = context.joinedBefore[row]!
  const proposals = others.flatMap(({ figure, year, after }): Proposal[] => {
    const at = year === 'this' ? row : before
    const stated = context.number(figure, at)
    const mayFall = figure.endsWith('.change')
    if (Number.isNaN(stated) || Number.isNaN(after) || stated === after || (after < 0 && !mayFall) || !Number.isInteger(after)) return []
    const remaining = failing((each, of) => (each === figure && of === at ? after : context.number(each, of)))
    const [name, when] = [labelOfFigure(figure), context.table.yearOf(at)]
    return [{ kind: 'cell', explanation: label(`若 ${when} 年报的「${name.zh}」为 ${written(after)} 则相符`, `fits if “${name.en}” of the ${when} report is ${written(after)}`), changes: [{ figure, year: when, before: stated, after }], remaining }]
  })
  return proposals.sort((a, b) => a.remaining - b.remaining)
}

/** The rows of the agency's reports around a comparison of a year with the one before: each later one of a pair, with its earlier one. */
export function pairsAround(context: Context, row: number): [later: number, earlier: number][] {
  const { table, joinedBefore } = context
  const after = table.rowOf(table.data.reportAgency[row]!, table.yearOf(row) + 1)
  return [joinedBefore[row]!, row, after].filter((later) => later >= 0 && joinedBefore[later]! >= 0).map((later) => [later, joinedBefore[later]!])
}
