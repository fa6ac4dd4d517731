import type { FigureId } from '../figure'
import { labelOfFigure } from '../formats'
import { label, type Label } from '../label'
import type { Proposal, ProposalKind } from './check'
import type { Context } from './context'
import { unlikeliness } from './slips'
import { written } from './words'

/** A number of this year's report, or of that of the year before, that would make a comparison fit. */
export interface Other {
  readonly figure: FigureId
  readonly year: 'this' | 'before'
  readonly after: number
}

/** Cells of this year's report that would make a comparison fit together, and what may have happened to them. */
export interface Move {
  readonly kind: ProposalKind
  readonly explanation: Label
  readonly settings: readonly (readonly [figure: FigureId, after: number])[]
}

/** A cell of one of the agency's reports as a proposal would have it. */
export type Reading = (figure: FigureId, row: number) => number

interface Weighed {
  readonly proposal: Proposal
  /** How unlikely it is that the numbers were written for one another. */
  readonly unlikely: number
}

const isPossible = (figure: FigureId, stated: number, after: number): boolean => !Number.isNaN(stated) && !Number.isNaN(after) && (after >= 0 || figure.endsWith('.change')) && Number.isInteger(after)

/** That cells moved or changed places is less likely than a slip of the pen. */
const MOVED = 1.2

function moved(context: Context, row: number, { kind, explanation, settings }: Move, failing: (reading: Reading) => number): Weighed[] {
  const changed = settings.filter(([figure, after]) => context.number(figure, row) !== after)
  if (changed.length < 2 || !changed.every(([figure, after]) => isPossible(figure, context.number(figure, row), after))) return []
  const after = new Map(settings)
  const remaining = failing((each, of) => (of === row ? after.get(each) : undefined) ?? context.number(each, of))
  const year = context.table.yearOf(row)
  return [{ unlikely: MOVED, proposal: { kind, explanation, remaining, changes: changed.map(([figure, value]) => ({ figure, year, before: context.number(figure, row), after: value })) } }]
}

/** The numbers, each alone, and the moves that make a comparison of two years fit; those that leave the fewest comparisons of the item failing stand first, of these the likeliest. `failing`: how many fail with the cells read so. */
export function followRepairs(context: Context, row: number, others: readonly Other[], failing: (reading: Reading) => number, moves: readonly Move[] = []): Proposal[] {
  const before = context.joinedBefore[row]!
  const alone = others.flatMap(({ figure, year, after }): Weighed[] => {
    const at = year === 'this' ? row : before
    const stated = context.number(figure, at)
    if (stated === after || !isPossible(figure, stated, after)) return []
    const remaining = failing((each, of) => (each === figure && of === at ? after : context.number(each, of)))
    const [name, when] = [labelOfFigure(figure), context.table.yearOf(at)]
    return [{ unlikely: unlikeliness(stated, after), proposal: { kind: 'cell', explanation: label(`若 ${when} 年报的「${name.zh}」为 ${written(after)} 则相符`, `fits if “${name.en}” of the ${when} report is ${written(after)}`), changes: [{ figure, year: when, before: stated, after }], remaining } }]
  })
  const now = failing((each, of) => context.number(each, of))
  const all = [...alone, ...moves.flatMap((move) => moved(context, row, move, failing)).filter(({ proposal }) => proposal.remaining < now)]
  return all.sort((a, b) => a.proposal.remaining - b.proposal.remaining || a.unlikely - b.unlikely).map(({ proposal }) => proposal)
}

/** The rows of the agency's reports around a comparison of a year with the one before: each later one of a pair, with its earlier one. */
export function pairsAround(context: Context, row: number): [later: number, earlier: number][] {
  const { table, joinedBefore } = context
  const after = table.rowOf(table.data.reportAgency[row]!, table.yearOf(row) + 1)
  return [joinedBefore[row]!, row, after].filter((later) => later >= 0 && joinedBefore[later]! >= 0).map((later) => [later, joinedBefore[later]!])
}
