import type { FigureId } from '../figure'
import { formatOf } from '../formats'
import { caseOf } from './case'
import type { Context } from './context'
import { DRAFTS, failsBy, unfilledRow } from './drafts'
import { shiftedColumns, shiftedReviews, shiftedRows } from './move-drafts'
import { gridOf } from './grid'
import { swappedColumns, swappedRows, unfilledTotals, wrongRows } from './row-drafts'
import type { Sum } from './sum'
import { sumsOf } from './sums'
import type { SumSpec } from './term'
import { trialOf, type Trial } from './trial'
import { byLikeliness, distinct, ranked, triedBy, type Tried } from './trying'

/** So many causes of a report are kept. */
const MOST_CAUSES = 40

/** What may be wrong with a report. */
interface Causes {
  /** The drafts of each failing sum, the likeliest first. */
  readonly bySum: ReadonlyMap<SumSpec, readonly Tried[]>
  /** Those that repair two sums or more, whichever sum they were drafted for. */
  readonly common: readonly Tried[]
}

const columnOf = (figure: FigureId): string => figure.slice(figure.lastIndexOf('.') + 1)
const isOfRequests = ({ spec: { line } }: Sum): boolean => line[0]!.startsWith('requests.')
const isColumnSum = (sum: Sum): boolean => isOfRequests(sum) && columnOf(sum.spec.line[0]!) === columnOf(sum.spec.line[1]!)
const isRowSum = (sum: Sum): boolean => isOfRequests(sum) && !isColumnSum(sum)

/** A row goes into some fifteen sums: where many more fail, it is not a row alone that has moved. */
const MOST_FOR_ROWS = 20

/** Drafts that no failing sum leads to: a row or column whose own sum holds, and a row that was left at zero. */
function furtherDrafts(trial: Trial, context: Context, row: number): Tried[] {
  const failing = trial.failingSums()
  const lines = new Set(failing.map(({ spec }) => spec))
  const format = formatOf(context.table.formatOf(row))!
  const holding = (check: 'H2' | 'H3'): SumSpec[] => sumsOf(format)[check].filter((spec) => !lines.has(spec))
  const columns = new Set(failing.filter(isColumnSum).map(({ spec }) => columnOf(spec.line[0]!)))
  const rows = new Map(failing.filter(isRowSum).map((sum) => [sum.spec.name, -failsBy(sum)]))
  const rowMoves = columns.size < 2 || failing.length > MOST_FOR_ROWS ? [] : shiftedRows(trial, holding('H3'), columns)
  const reviews = format.own ? [] : sumsOf(format).H4
  const reviewMoves = failing.filter(({ spec }) => reviews.includes(spec)).length < 2 ? [] : shiftedReviews(trial, reviews)
  const grid = columns.size < 2 && rows.size < 2 ? null : gridOf(context, row, trial)
  const ofGrid = grid ? [...wrongRows(grid, { context, row, trial }), ...swappedRows(grid), ...swappedColumns(grid), ...unfilledTotals(grid)] : []
  const drafts = [...ofGrid, ...reviewMoves, ...(columns.size < 2 ? [] : unfilledRow(trial)), ...rowMoves, ...shiftedColumns(trial, holding('H2'), rows)]
  return drafts.map((draft) => ({ ...draft, remaining: trial.remainingWith(draft.settings) }))
}

const kept = new WeakMap<Context, Map<number, Causes>>()
/** A report is asked about together with the one before. */
const KEPT = 4

/** What may be wrong with a report, reckoned once for all its findings. */
function causesOf(context: Context, row: number): Causes {
  let byRow = kept.get(context)
  if (!byRow) kept.set(context, (byRow = new Map()))
  let causes = byRow.get(row)
  if (!causes) {
    if (byRow.size >= KEPT) byRow.clear()
    byRow.set(row, (causes = reckoned(context, row)))
  }
  return causes
}

function reckoned(context: Context, row: number): Causes {
  const trial = trialOf(context, row)
  const bySum = new Map<SumSpec, readonly Tried[]>()
  for (const sum of trial.failingSums()) {
    const of = caseOf(context, sum, row)
    bySum.set(sum.spec, ranked(of, triedBy(of, ...DRAFTS)))
  }
  const all = [...[...bySum.values()].flat(), ...furtherDrafts(trial, context, row)].filter(({ remaining }) => remaining <= trial.failing - 2)
  return { bySum, common: distinct(byLikeliness({ context, row, trial }, all)).slice(0, MOST_CAUSES) }
}

/** The likeliest explanation of a report as a whole; undefined where no single one repairs two sums. */
export const reportCause = (context: Context, row: number): Tried | undefined => causesOf(context, row).common[0]

/** All that repair two sums or more, the likeliest first. */
export const commonCauses = (context: Context, row: number): readonly Tried[] => causesOf(context, row).common

/** The likeliest repair that gives a cell a number of which `isRight` holds, of those that repair several sums or the one it goes into. */
export function repairOfCell(context: Context, row: number, figure: FigureId, isRight: (value: number) => boolean): Tried | undefined {
  const { common, bySum } = causesOf(context, row)
  return [...common, ...[...bySum.values()].flat()].find(({ settings }) => settings.some(([each, after]) => each === figure && isRight(after ?? 0)))
}

/** All equally likely ones. */
export function likeliestCauses(context: Context, row: number): Tried[] {
  const { common } = causesOf(context, row)
  return common.filter(({ remaining }) => remaining === common[0]!.remaining)
}

/** What repairs a sum and others with it, the best alone. */
export function commonRepairs(context: Context, sum: Sum, row: number): Tried[] {
  const { common } = causesOf(context, row)
  const { trial, sum: own, found, expected } = caseOf(context, sum, row)
  const figures = new Set([...found, ...expected].map(({ figure }) => figure))
  const fit = common.filter(({ settings }) => settings.some(([figure]) => figures.has(figure)) && trial.remaining(settings, own) !== null)
  return fit.filter(({ remaining }) => remaining === fit[0]!.remaining)
}

/** The drafts of a failing sum, the likeliest first. */
export const repairDrafts = (context: Context, sum: Sum, row: number): readonly Tried[] => causesOf(context, row).bySum.get(sum.spec) ?? []
