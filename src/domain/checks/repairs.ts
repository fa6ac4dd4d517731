import { label } from '../label'
import type { Proposal, ProposalKind } from './check'
import type { Context } from './context'
import { caseOf, cellDrafts, DRAFTS, isCrossed, joinedDrafts, shiftedColumnDrafts, shiftedRowDrafts, totalDrafts, type Case, type Draft } from './drafts'
import type { Sum } from './sum'
import type { Setting } from './trial'

/** How many proposals a finding carries at most. */
const MOST = 5
/** More cells than this that could each be the wrong one say nothing. */
const FEW_CELLS = 3

interface Tried extends Draft {
  readonly remaining: number
}

function tried({ trial, sum }: Case, drafts: readonly Draft[]): Tried[] {
  const own = trial.sumLike(sum)
  return drafts.flatMap((draft) => {
    const settings = draft.settings.filter(([figure, after]) => trial.value(figure) !== after)
    const isPossible = settings.length > 0 && (!draft.ofSuspects || settings.every(([figure]) => trial.isSuspect(figure, own)))
    const remaining = isPossible ? trial.remaining(settings, own) : null
    return remaining === null ? [] : [{ ...draft, settings, remaining }]
  })
}

/** A repair must leave fewer sums failing than there are; a single cell must repair more than this one sum. */
function isWorth({ kind, remaining }: Tried, failing: number): boolean {
  if (kind === 'cell') return remaining <= failing - 2
  return kind === 'total' || kind === 'total-unfilled' ? remaining <= failing : remaining < failing
}

function ranked(drafts: readonly Tried[], failing: number): Tried[] {
  const worth = drafts.filter((draft) => isWorth(draft, failing))
  const cells = worth.filter(({ kind }) => kind === 'cell')
  const kept = cells.length > FEW_CELLS ? worth.filter(({ kind }) => kind !== 'cell') : worth
  const seen = new Set<string>()
  const unfilledFirst = (kind: ProposalKind): number => (kind === 'total-unfilled' ? 0 : 1)
  return kept
    .map((draft, order) => ({ draft, order }))
    .sort((a, b) => a.draft.remaining - b.draft.remaining || unfilledFirst(a.draft.kind) - unfilledFirst(b.draft.kind) || a.order - b.order)
    .map(({ draft }) => draft)
    .filter(({ settings }) => {
      const key = settings.map((setting) => setting.join('=')).sort().join()
      return !seen.has(key) && seen.add(key)
    })
}

const proposal = ({ trial, context, row }: Case, { kind, explain, settings, remaining }: Tried): Proposal => ({
  kind,
  explanation: explain(),
  changes: settings.map(([figure, after]) => ({ figure, year: context.table.yearOf(row), before: trial.value(figure) ?? null, after })),
  remaining,
})

/** What would make a failing sum of a report fit, the likeliest first: what leaves the fewest sums of the report failing. */
export function repairsOf(context: Context, sum: Sum, row: number): Proposal[] {
  const of = caseOf(context, sum, row)
  const drafts = tried(of, DRAFTS.flatMap((draft) => draft(of)))
  return ranked(drafts, of.trial.failing).slice(0, MOST).map((each) => proposal(of, each))
}

/** The blanks that a sum fits with: zeros, or the totals of filled parts. */
export function blanksOf(context: Context, sum: Sum, row: number): Proposal[] {
  const of = caseOf(context, sum, row)
  const blanks = [...of.expected, ...of.found].filter(({ blank }) => blank)
  const totals = blanks.filter(({ value }) => value !== 0)
  const settings = (totals.length > 0 ? totals : blanks).map(({ figure, value }): Setting => [figure, value])
  const draft: Draft = totals.length > 0 ? { kind: 'total-unfilled', settings, explain: () => label('总计空白，按各项之和填写则相符', 'a total is blank; fits if it is the sum of its parts') } : { kind: 'blank-zero', settings, explain: () => label('空白作零则相符', 'fits if blank is zero') }
  return tried(of, [draft]).map((each) => proposal(of, each))
}

const best = (drafts: readonly Tried[]): Tried | undefined => drafts.reduce<Tried | undefined>((least, draft) => (least && least.remaining <= draft.remaining ? least : draft), undefined)

/** The repair that reads two neighbouring cells as one number, where no plainer one does as well. */
export function joinedRepair(context: Context, sum: Sum, row: number): Proposal | undefined {
  const of = caseOf(context, sum, row)
  const joined = best(tried(of, joinedDrafts(of)))
  const plain = joined && best(tried(of, totalDrafts(of)))
  return joined && joined.remaining < of.trial.failing && joined.remaining <= (plain?.remaining ?? Infinity) ? proposal(of, joined) : undefined
}

/** The repair that moves cells back by one, where no plainer one does as well. */
export function shiftedRepair(context: Context, sum: Sum, row: number): Proposal | undefined {
  const of = caseOf(context, sum, row)
  const shifted = best(tried(of, [...shiftedRowDrafts(of), ...shiftedColumnDrafts(of)]))
  if (!shifted || shifted.remaining >= of.trial.failing) return undefined
  const plain = best(tried(of, [...totalDrafts(of), ...cellDrafts(of), ...joinedDrafts(of)]))
  return shifted.remaining <= (plain?.remaining ?? Infinity) - (isCrossed(of) ? 1 : 0) ? proposal(of, shifted) : undefined
}
