import type { FigureId } from '../figure'
import type { Proposal, ProposalKind } from './check'
import type { Case, Draft } from './case'
import { unlikeliness } from './slips'
import type { Setting } from './trial'

type Where = Pick<Case, 'context' | 'row'>

/** Whether nothing but this one sum can say whether the cells are right. */
export const areLone = ({ trial }: Pick<Case, 'trial'>, settings: readonly Setting[]): boolean => settings.every(([figure]) => trial.sumsWith(figure) === 1)

/** Whether no cell of the sum goes into another one: what fits cannot be put to the proof. */
export const isLone = ({ trial, sum: { spec } }: Case): boolean => spec.line.every((figure) => trial.sumsWith(figure) === 1)

/** The same agency's reports of the years before and after. */
function neighbours({ context: { table, joinedBefore }, row }: Where): number[] {
  return [joinedBefore[row]!, table.rowOf(table.data.reportAgency[row]!, table.yearOf(row) + 1)].filter((each) => each >= 0)
}

/** Beyond this a cell says no more: it may have been none the year before. */
const MOST_APART = 3

/** How unlike the years beside a line would be: the logarithms of the cells' ratios to those of the nearest year, added up. Null where no year beside is known. */
export function unlikeYears(of: Where, figures: readonly FigureId[], valueOf: (figure: FigureId, at: number) => number): number | null {
  const distances = neighbours(of).map((year) => figures.reduce((sum, figure, at) => {
    const other = of.context.number(figure, year)
    return Number.isNaN(other) ? Number.NaN : sum + Math.min(MOST_APART, Math.abs(Math.log((Math.max(0, other) + 1) / (Math.max(0, valueOf(figure, at)) + 1))))
  }, 0))
  const known = distances.filter((distance) => !Number.isNaN(distance))
  return known.length === 0 ? null : Math.min(...known)
}

/** How rare each thing is beside a wrong total; what is told elsewhere, or plainly not filled in, comes first. */
const RARITY: Partial<Readonly<Record<ProposalKind, number>>> = { 'stated-elsewhere': -9, 'blank-filled': -1.5, 'total-unfilled': -1.5, total: 0, cell: 0.5, swapped: 1, shifted: 0.5, joined: 1 }
/** A cell that was lost can be anything, the more where no year beside it is known. */
const [LOST, LOST_ALONE] = [1, 3] as const
/** The report says otherwise of a cell elsewhere. */
const CONTRADICTED = 2

/** The figure in prose that counts what a total of table 4 counts. */
const IN_PROSE: Partial<Readonly<Record<FigureId, FigureId>>> = { 'review.total': 'narrative.reviews' }

/** How many of the numbers would be others than the report states elsewhere. */
function contradicted({ context, row }: Where, figures: readonly FigureId[], valueOf: (figure: FigureId) => number): number {
  return figures.filter((figure) => {
    const prose = IN_PROSE[figure]
    const told = [...context.statedElsewhere(figure, row), ...(prose ? [context.number(prose, row)] : [])].filter((each) => !Number.isNaN(each))
    return told.length > 0 && !told.includes(valueOf(figure))
  }).length
}

/** How far-fetched it is that this happened to a lone sum: by what is rare, by the slip of the pen, by how unlike the years beside it would be, by what the text says. */
export function farFetched(of: Case, { kind, settings, lost }: Draft): number {
  const { line } = of.sum.spec
  const after = new Map(settings)
  const valueOf = (figure: FigureId): number => (after.has(figure) ? after.get(figure)! : of.trial.value(figure)) ?? 0
  const [figure, right] = settings[0]!
  const slip = kind === 'cell' || kind === 'total' ? unlikeliness(of.trial.value(figure) ?? 0, right ?? 0) : 0
  const years = unlikeYears(of, line, valueOf)
  return (RARITY[kind] ?? 1) + slip + (lost ? (years === null ? LOST_ALONE : LOST) : 0) + (years ?? 0) + CONTRADICTED * contradicted(of, line, valueOf)
}

/** Whether a single cell would do, and others as well: nothing but their likeliness orders them. */
export function isUndecided(proposals: readonly Proposal[]): boolean {
  const [first, second] = proposals
  const isOne = ({ kind }: Proposal): boolean => kind === 'cell' || kind === 'total'
  return first !== undefined && second !== undefined && isOne(first) && second.remaining === first.remaining
}
