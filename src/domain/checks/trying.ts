import type { FigureId } from '../figure'
import { label } from '../label'
import type { Proposal, ProposalKind } from './check'
import type { Context } from './context'
import type { Case, Draft } from './case'
import { areLone, farFetched, isLone } from './lone'
import { unlikeliness } from './slips'
import type { Setting } from './trial'

/** How many proposals a finding carries at most; a row of table 4 has five cells, and may have moved. */
export const MOST = 6
/** More cells than this that could each be the wrong one are not all told. */
const FEW_CELLS = 3

/** A draft with how many sums of the report would fail with it. */
export interface Tried extends Draft {
  readonly remaining: number
}

/** What makes the drafts of one kind. */
export type Drafting = (of: Case) => readonly Draft[]

/** The drafts of some kinds that make the sum fit; each kind is tried once for all checks that ask. */
export const triedBy = (of: Case, ...kinds: readonly Drafting[]): Tried[] => kinds.flatMap((drafting) => of.trial.once(drafting, of.sum.spec, () => tried(of, drafting(of))))

/** The drafts that make the sum fit. */
export function tried({ trial, sum }: Case, drafts: readonly Draft[]): Tried[] {
  return drafts.flatMap((draft) => {
    const settings = draft.settings.filter(([figure, after]) => trial.value(figure) !== after)
    const isPossible = settings.length > 0 && (!draft.ofSuspects || settings.every(([figure]) => trial.isSuspect(figure, sum)))
    const remaining = isPossible ? trial.remaining(settings, sum) : null
    return remaining === null ? [] : [{ ...draft, settings, remaining }]
  })
}

export const best = (drafts: readonly Tried[]): Tried | undefined => drafts.reduce<Tried | undefined>((least, draft) => (least && least.remaining <= draft.remaining ? least : draft), undefined)

/** A repair must leave fewer sums failing than there are; a single cell must repair all the sums it goes into, and more than one where it is in more. */
function isWorth({ trial }: Case, { kind, settings, remaining }: Tried): boolean {
  const { failing } = trial
  if (kind === 'cell') return remaining <= failing - (areLone({ trial }, settings) ? 1 : 2)
  return kind === 'total' || kind === 'total-unfilled' ? remaining <= failing : remaining < failing
}

/** How likely it is that one number was written for the other: by the slip of the pen, then by how much of it changes. */
function unlikely({ settings }: Tried, { trial }: Case): number {
  const [figure, after] = settings[0]!
  const before = trial.value(figure) ?? 0
  return unlikeliness(before, after ?? 0) + Math.abs((after ?? 0) - before) / Math.max(after ?? 0, before, 1)
}

/** Of many cells that could each be the wrong one, the likeliest, with a word on the others. */
function fewCells(of: Case, drafts: readonly Tried[]): Tried[] {
  const cells = drafts.filter(({ kind }) => kind === 'cell')
  const few = isLone(of) ? MOST : FEW_CELLS
  const more = cells.length - few
  if (more <= 0) return [...drafts]
  const kept = [...cells].sort((a, b) => a.remaining - b.remaining || unlikely(a, of) - unlikely(b, of)).slice(0, few)
  const told = kept.map((draft): Tried => ({ ...draft, explain: () => { const { zh, en } = draft.explain(); return label(`${zh}（另有 ${more} 格亦可）`, `${en} (so it would with ${more} other ${more === 1 ? 'cell' : 'cells'})`) } }))
  return [...drafts.filter(({ kind }) => kind !== 'cell'), ...told]
}

/** What a draft does to the carry-over from the year before and into the year after: how many columns part, less those that come to agree. */
function partings({ context, row }: Case, settings: readonly Setting[]): number {
  const { table } = context
  const other = (figure: FigureId): number => {
    if (figure.startsWith('requests.carried-in.')) return context.number(figure.replace('carried-in', 'carried-out') as FigureId, context.joinedBefore[row]!)
    return figure.startsWith('requests.carried-out.') ? context.number(figure.replace('carried-out', 'carried-in') as FigureId, table.rowOf(table.data.reportAgency[row]!, table.yearOf(row) + 1)) : Number.NaN
  }
  return settings.reduce((sum, [figure, after]) => {
    const stated = other(figure)
    return Number.isNaN(stated) ? sum : sum + Number(after !== stated) - Number(context.number(figure, row) !== stated)
  }, 0)
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

const unfilledFirst = (kind: ProposalKind): number => (kind === 'total-unfilled' ? 0 : 1)

/** Drafts of a lone sum, the least far-fetched first; of the ways in which its row may have moved, one. */
export function byLikeliness(of: Case, drafts: readonly Tried[]): Tried[] {
  const weighed = drafts.map((draft) => ({ draft, cost: farFetched(of, draft) }))
  const sorted = weighed.sort((a, b) => a.draft.remaining - b.draft.remaining || a.cost - b.cost).map(({ draft }) => draft)
  return sorted.filter((draft) => draft.line === undefined || draft === sorted.find(({ kind }) => kind === draft.kind))
}

/** The drafts worth offering, the likeliest first: what leaves the fewest sums failing, and the carry-over as it is. */
export function ranked(of: Case, drafts: readonly Tried[]): Tried[] {
  const kept = fewCells(of, drafts.filter((draft) => isWorth(of, draft)))
  if (isLone(of)) return distinct(byLikeliness(of, kept))
  const placed = kept.map((draft) => ({ draft, parts: partings(of, draft.settings) }))
  placed.sort((a, b) => a.draft.remaining - b.draft.remaining || unfilledFirst(a.draft.kind) - unfilledFirst(b.draft.kind) || a.parts - b.parts)
  return distinct(placed.map(({ draft }) => draft))
}

/** A draft as a finding carries it. */
export const proposalOf = (context: Context, { trial, row }: Pick<Case, 'trial' | 'row'>, { kind, explain, settings, remaining }: Tried): Proposal => ({
  kind,
  explanation: explain(),
  changes: settings.map(([figure, after]) => ({ figure, year: context.table.yearOf(row), before: trial.value(figure) ?? null, after })),
  remaining,
})
