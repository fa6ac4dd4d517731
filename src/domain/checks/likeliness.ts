import type { FigureId } from '../figure'
import type { Proposal, ProposalKind } from './check'
import type { Case, Draft } from './case'
import { unlikeliness } from './slips'
import type { Setting } from './balances'

type Where = Pick<Case, 'context' | 'row'>

/** Whether nothing but one sum can say whether the cells are right. */
export const areLone = ({ trial }: Pick<Case, 'trial'>, settings: readonly Setting[]): boolean => settings.every(([figure]) => trial.sumsWith(figure) === 1)

/** Whether no cell of the sum goes into another one: what fits cannot be put to the proof. */
export const isLone = ({ trial, spec }: Case): boolean => spec.line.every((figure) => trial.sumsWith(figure) === 1)

/** The same agency's reports of the years before and after; -1 for none. */
const besides = ({ context: { table, joinedBefore }, row }: Where): [before: number, after: number] => [joinedBefore[row]!, table.rowOf(table.data.reportAgency[row]!, table.yearOf(row) + 1)]

/** Beyond this a cell says no more: it may have been none the year before. */
const MOST_APART = 3

const apart = (a: number, b: number): number => Math.min(MOST_APART, Math.abs(Math.log((Math.max(0, a) + 1) / (Math.max(0, b) + 1))))

/** How unlike the years beside a line would be: the logarithms of the cells' ratios to those of the nearest year, added up. Null where no year beside is known. */
export function unlikeYears(of: Where, figures: readonly FigureId[], line: readonly (number | null)[]): number | null {
  const distances = besides(of).map((year) => figures.reduce((sum, figure, at) => sum + apart(of.context.number(figure, year), line[at] ?? 0), 0))
  const known = distances.filter((distance) => !Number.isNaN(distance))
  return known.length === 0 ? null : Math.min(...known)
}

/** How rare each thing is beside a wrong total; what is told elsewhere, or plainly not filled in, comes first. A row can be anything that fits. */
const RARITY: Partial<Readonly<Record<ProposalKind, number>>> = { 'stated-elsewhere': -9, 'blank-filled': -1.5, 'total-unfilled': -1.5, 'counted-twice': 0, total: 0, cell: 0.5, swapped: 0.4, shifted: 0.5, joined: 0.3, row: 2 }
/** A cell that was lost can be anything, the more where no year beside it is known. */
const [LOST, LOST_ALONE] = [1, 3] as const
/** Of numbers with two digits or more it is no chance that a lone sum fits when cells are moved or exchanged, none being reckoned. */
const [LEAST_TELLING, TELLING] = [10, -1.7] as const
const MOVES: ReadonlySet<ProposalKind> = new Set(['swapped', 'shifted'])
/** A zero beside a number is seldom its last digit. */
const WITH_ZERO = 1
/** A number that is none must change in any case. */
const IS_NONE = -2
/** The report says otherwise of a cell elsewhere; or the report of the other year of what is carried over. */
const CONTRADICTED = 2

/** The figure in prose that counts what a total of table 4 counts. */
const IN_PROSE: Partial<Readonly<Record<FigureId, FigureId>>> = { 'review.total': 'narrative.reviews' }

/** What is stated of a cell elsewhere: in the text, in another version, or in the report of the other year. */
function statedOf({ context, row }: Where, [before, after]: readonly [number, number], figure: FigureId): number[][] {
  const prose = IN_PROSE[figure]
  const carried = figure.startsWith('requests.carried-in.') ? context.number(figure.replace('carried-in', 'carried-out') as FigureId, before) : figure.startsWith('requests.carried-out.') ? context.number(figure.replace('carried-out', 'carried-in') as FigureId, after) : Number.NaN
  return [[...context.statedElsewhere(figure, row), ...(prose ? [context.number(prose, row)] : [])], [carried]].map((told) => told.filter((each) => !Number.isNaN(each))).filter((told) => told.length > 0)
}

/** How far-fetched it is that this happened, beside what fits as well: by what is rare, by the slip of the pen, by how much less the cells would be like those of the years beside, by what is stated elsewhere. */
export function farFetched(of: Pick<Case, 'context' | 'trial' | 'row'>, { kind, settings, lost, evidence = 0 }: Draft): number {
  const years = besides(of)
  const gains: [number, number] = [0, 0]
  let [contradicted, none] = [0, 0]
  for (const [figure, setting] of settings) {
    const [was, after] = [of.trial.value(figure) ?? 0, setting ?? 0]
    years.forEach((year, at) => {
      const other = of.context.number(figure, year)
      gains[at]! += apart(other, after) - apart(other, was)
    })
    if (was < 0 || !Number.isInteger(was)) none += 1
    for (const told of statedOf(of, years, figure)) contradicted += Number(!told.includes(after)) - Number(!told.includes(was))
  }
  const known = gains.filter((gain) => !Number.isNaN(gain))
  const [figure, right] = settings[0]!
  const slip = kind === 'cell' || kind === 'total' ? unlikeliness(of.trial.value(figure) ?? 0, right ?? 0) : 0
  const tells = MOVES.has(kind) && !lost && areLone(of, settings) && settings.some(([, after]) => (after ?? 0) >= LEAST_TELLING)
  const rarity = tells ? TELLING : (RARITY[kind] ?? 0.5) + (kind === 'joined' && settings.length === 1 ? WITH_ZERO : 0)
  return rarity + slip + IS_NONE * none + (lost ? (known.length === 0 ? LOST_ALONE : LOST) : 0) + (known.length === 0 ? 0 : Math.min(...known)) + CONTRADICTED * contradicted - evidence
}

/** Whether a single cell or row would do, and others as well: nothing but their likeliness orders them. */
export function isUndecided(proposals: readonly Proposal[]): boolean {
  const [first, second] = proposals
  const isOne = ({ kind }: Proposal): boolean => kind === 'cell' || kind === 'total' || kind === 'row'
  return first !== undefined && second !== undefined && isOne(first) && second.remaining === first.remaining
}
