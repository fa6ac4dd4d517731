import { label } from '../label'
import { caseOf, isCrossed, type Case, type Draft } from './case'
import { commonRepairs, movedCause, repairDrafts } from './common-repairs'
import { FAIL, type Proposal, type ProposalKind } from './check'
import type { Context } from './context'
import { cellDrafts, totalDrafts, unfilledDrafts } from './drafts'
import { isLone } from './likeliness'
import { joinedDrafts, shiftedColumnDrafts, shiftedRowDrafts } from './move-drafts'
import type { Sum } from './sum'
import type { Setting } from './balances'
import { trialOf } from './trial'
import { best, byLikeliness, distinct, mostOf, fewMoves, isWorth, proposalOf, tried, triedBy, type Tried } from './trying'

/** What would make a failing sum of a report fit, the likeliest first. What repairs others with it stands before, and puts out, what leaves more sums failing. */
export function repairsOf(context: Context, sum: Sum, row: number): Proposal[] {
  const common = commonRepairs(context, sum.spec, row)
  const most = common[0]?.remaining ?? Infinity
  const own = repairDrafts(context, sum.spec, row).filter(({ remaining }) => remaining <= most)
  const trial = trialOf(context, row)
  return distinct([...common, ...own]).slice(0, mostOf(caseOf(context, sum.spec, row))).map((each) => proposalOf(context, { trial, row }, each))
}

/** The blanks that a sum fits with: zeros, or the totals of filled parts; a blank that a repair of other sums fills is no total left blank. */
export function blanksOf(context: Context, sum: Sum, row: number): Proposal[] {
  const of = caseOf(context, sum.spec, row)
  const blanks = [...of.expected, ...of.found].filter(({ blank }) => blank)
  const totals = blanks.filter(({ value }) => value !== 0)
  const settings = (totals.length > 0 ? totals : blanks).map(({ figure, value }): Setting => [figure, value])
  const draft: Draft = totals.length > 0 ? { kind: 'total-unfilled', settings, explain: () => label('总计空白，按各项之和填写则相符', 'a total is blank; fits if it is the sum of its parts') } : { kind: 'blank-zero', settings, explain: () => label('空白作零则相符', 'fits if blank is zero') }
  const rows = totals.some(({ figure }) => figure.startsWith('requests.processed.')) ? triedBy(of, unfilledDrafts) : []
  const moved = isLone(of) && totals.length > 0 ? triedBy(of, shiftedRowDrafts, joinedDrafts) : []
  const likely = isLone(of) ? fewMoves(byLikeliness(of, [...moved, ...tried(of, [draft])])) : [...rows, ...tried(of, [draft])]
  const drafts = distinct([...(totals.length > 0 ? commonRepairs(context, sum.spec, row) : []), ...likely])
  const least = best(drafts)?.remaining
  return drafts.filter(({ remaining }) => remaining === least).map((each) => proposalOf(context, of, each))
}

/** The likeliest repair of a lone sum, where it is of the kind. */
function likeliestOf(kind: ProposalKind, of: Case): Proposal | undefined {
  const { context, spec, row } = of
  const likeliest = [...commonRepairs(context, spec, row), ...repairDrafts(context, spec, row)][0]
  return likeliest?.kind === kind ? proposalOf(context, of, likeliest) : undefined
}

/** The repair that reads two neighbouring cells as one number, where no plainer one, nor a shift, does as well. */
export function joinedRepair(context: Context, sum: Sum, row: number): Proposal | undefined {
  if (sum.known(row) !== FAIL) return undefined
  const of = caseOf(context, sum.spec, row)
  if (isLone(of)) return likeliestOf('joined', of)
  const joined = best(triedBy(of, joinedDrafts).filter((each) => isWorth(of, each)))
  if (!joined) return undefined
  const others = best(triedBy(of, totalDrafts, shiftedRowDrafts))
  return joined.remaining <= (others?.remaining ?? Infinity) ? proposalOf(context, of, joined) : undefined
}

/** The repair that moves cells back by one, where no plainer one does as well. */
export function shiftedRepair(context: Context, sum: Sum, row: number): Proposal | undefined {
  if (sum.known(row) !== FAIL) return undefined
  const of = caseOf(context, sum.spec, row)
  if (isLone(of)) return likeliestOf('shifted', of)
  const shifted = best(triedBy(of, shiftedRowDrafts, shiftedColumnDrafts).filter((each) => isWorth(of, each)))
  if (!shifted) return undefined
  const plain = triedBy(of, totalDrafts, cellDrafts, joinedDrafts, unfilledDrafts)
  const isPlain = (other: Tried): boolean => (isCrossed(of) || other.kind === 'total-unfilled' ? other.remaining <= shifted.remaining : other.remaining < shifted.remaining)
  return plain.some(isPlain) ? undefined : proposalOf(context, of, shifted)
}

/** The shift of a row or column whose own sum holds, where nothing else explains the sums that cross it as well. */
export function movedRepair(context: Context, sum: Sum, row: number): Proposal | undefined {
  const cause = movedCause(context, sum.spec, row)
  return cause && proposalOf(context, { trial: trialOf(context, row), row }, cause)
}
