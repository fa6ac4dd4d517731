import { label } from '../label'
import type { Proposal } from './check'
import type { Context } from './context'
import { isCrossed, type Case, type Draft } from './case'
import { areLone, farFetched, isLone } from './likeliness'
import type { Setting } from './balances'

/** How many proposals a finding carries at most; of a lone sum every cell of a row of table 4, and how the row may have moved. */
const [MOST, MOST_OF_LONE] = [5, 8] as const
export const mostOf = (of: Case): number => (isLone(of) ? MOST_OF_LONE : MOST)
/** More cells than this that could each be the wrong one are not all told. */
const FEW_CELLS = 3

/** A draft with how many sums of the report would fail with it. */
export interface Tried extends Draft {
  readonly remaining: number
}

/** What makes the drafts of one kind. */
export type Drafting = (of: Case) => readonly Draft[]

/** The drafts of some kinds that make the sum fit; each kind is tried once for all checks that ask. */
export const triedBy = (of: Case, ...kinds: readonly Drafting[]): Tried[] => kinds.flatMap((drafting) => of.trial.once(drafting, of.spec, () => tried(of, drafting(of))))

/** The drafts that make the sum fit. */
export function tried({ trial, spec }: Case, drafts: readonly Draft[]): Tried[] {
  return drafts.flatMap((draft) => {
    const isChange = ([figure, after]: Setting): boolean => trial.value(figure) !== after
    const settings = draft.settings.every(isChange) ? draft.settings : draft.settings.filter(isChange)
    const isPossible = settings.length > 0 && settings.every(([figure, after]) => (after ?? 0) >= 0 && (!draft.ofSuspects || trial.isSuspect(figure, spec)))
    const remaining = isPossible ? trial.remaining(settings, spec) : null
    return remaining === null ? [] : [{ ...draft, settings, remaining }]
  })
}

export const best = (drafts: readonly Tried[]): Tried | undefined => drafts.reduce<Tried | undefined>((least, draft) => (least && least.remaining <= draft.remaining ? least : draft), undefined)

/**
 * A repair must leave fewer sums failing than there are; a single cell must repair all the sums it goes into, and more than one where it is in more;
 * two cells that are exchanged must leave none of their sums failing, and cells that are moved must break none.
 * A row whose lost cell is reckoned fits by its nature: where other sums cross it, one of them must fit too.
 */
export function isWorth(of: Case, { kind, settings, lost, remaining }: Tried): boolean {
  const { trial } = of
  const { failing } = trial
  if (lost && isCrossed(of)) return remaining <= failing - 2
  if ((kind === 'swapped' && !trial.mendsAll(settings)) || (kind === 'shifted' && trial.breaksAny(settings))) return false
  if (kind === 'cell') return remaining <= failing - (areLone({ trial }, settings) ? 1 : 2)
  return kind === 'total' || kind === 'total-unfilled' ? remaining <= failing : remaining < failing
}

/** Of many cells that could each be the wrong one, the likeliest, with a word on the others. */
function fewCells(of: Case, drafts: readonly Tried[]): Tried[] {
  const cells = drafts.filter(({ kind }) => kind === 'cell')
  const few = isLone(of) ? MOST_OF_LONE : FEW_CELLS
  const more = cells.length - few
  if (more <= 0) return [...drafts]
  const kept = byLikeliness(of, cells).slice(0, few)
  const told = kept.map((draft): Tried => ({ ...draft, explain: () => { const { zh, en } = draft.explain(); return label(`${zh}（另有 ${more} 格亦可）`, `${en} (so it would with ${more} other ${more === 1 ? 'cell' : 'cells'})`) } }))
  return [...drafts.filter(({ kind }) => kind !== 'cell'), ...told]
}

const keyOfSettings = (settings: readonly Setting[]): string => settings.map(([figure, after]) => `${figure}=${after ?? 0}`).sort().join()

/** Each change once, as it was told first; whether a cell is left blank or zero makes no other change. */
export function distinct(drafts: readonly Tried[]): Tried[] {
  const seen = new Set<string>()
  return drafts.filter(({ settings }) => {
    const key = keyOfSettings(settings)
    return !seen.has(key) && seen.add(key)
  })
}

type Where = Pick<Case, 'context' | 'trial' | 'row'>

/** The drafts in the order in which they are offered: what leaves the fewest sums failing, then the least far-fetched, which is reckoned only where drafts are equal. */
export function byLikeliness<T extends Tried>(where: Where, drafts: readonly T[]): T[] {
  const costs = new Map<T, number>()
  const cost = (draft: T): number => {
    let known = costs.get(draft)
    if (known === undefined) costs.set(draft, (known = farFetched(where, draft)))
    return known
  }
  return [...drafts].sort((a, b) => a.remaining - b.remaining || cost(a) - cost(b))
}

/** The drafts worth offering, the likeliest first; of the ways in which cells of a lone sum may have moved, few. */
export function ranked(of: Case, drafts: readonly Tried[]): Tried[] {
  const sorted = distinct(byLikeliness(of, fewCells(of, drafts.filter((draft) => isWorth(of, draft)))))
  return isLone(of) ? fewMoves(sorted) : sorted
}

/** Of drafts of one kind that move a line the first, of those that exchange two of its cells the first two. */
export const fewMoves = (sorted: readonly Tried[]): Tried[] => {
  const nth = (draft: Tried): number => sorted.filter(({ kind }) => kind === draft.kind).indexOf(draft)
  return sorted.filter((draft) => (draft.kind === 'swapped' ? nth(draft) < 2 : draft.line === undefined || nth(draft) < 1))
}

/** A draft as a finding carries it. */
export const proposalOf = (context: Context, { trial, row }: Pick<Case, 'trial' | 'row'>, { kind, explain, settings, remaining }: Tried): Proposal => ({
  kind,
  explanation: explain(),
  changes: settings.map(([figure, after]) => ({ figure, year: context.table.yearOf(row), before: trial.value(figure) ?? null, after })),
  remaining,
})
