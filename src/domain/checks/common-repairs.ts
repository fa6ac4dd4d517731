import { columnOf, type FigureId } from '../figure'
import { formatOf } from '../formats'
import { caseOf, keyOfLine, type Draft } from './case'
import type { Context } from './context'
import { DRAFTS, unfilledRow } from './drafts'
import { MANY_ROWS, shiftedColumnDrafts, shiftedColumns, shiftedReviews, shiftedRows } from './move-drafts'
import { gridOf } from './grid'
import { swappedColumns, swappedRows, unfilledTotals, wrongRows } from './row-drafts'
import { isLone } from './likeliness'
import { sumsOf } from './sums'
import type { SumSpec } from './term'
import { trialOf, type Trial } from './trial'
import { byLikeliness, distinct, ranked, triedBy, type Tried } from './trying'

/** So many causes of a report are kept. */
const MOST_CAUSES = 40

const isOfRequests = ({ line }: SumSpec): boolean => line[0]!.startsWith('requests.')
const isColumnSum = (spec: SumSpec): boolean => isOfRequests(spec) && columnOf(spec.line[0]!) === columnOf(spec.line[1]!)
const isRowSum = (spec: SumSpec): boolean => isOfRequests(spec) && !isColumnSum(spec)

/** A row goes into some fifteen sums: where many more fail, it is not a row alone that has moved. */
const MOST_FOR_ROWS = 20

/** The columns of table 3 of which a sum fails, by applicant. */
const failingColumns = (trial: Trial): Set<string> => new Set(trial.failingSums().filter(isColumnSum).map(({ line }) => columnOf(line[0]!)))
/** The rows of table 3 whose sum fails, by name, with what they lack: total − parts. */
const failingRows = (trial: Trial): Map<string, number> => new Map(trial.failingSums().filter(isRowSum).map((spec) => [spec.name, -trial.lacking(spec)]))

const triedOn = (trial: Trial, drafts: readonly Draft[]): Tried[] => drafts.map((draft) => ({ ...draft, remaining: trial.remainingWith(draft.settings) }))
/** Whether two sums or more are repaired. */
const isCommon = (trial: Trial, { remaining }: Tried): boolean => remaining <= trial.failing - 2

/** Rows and columns whose own sum holds, moved: no failing sum leads to them. */
function movedLines(trial: Trial, context: Context, row: number): readonly Tried[] {
  return trial.once(movedLines, '', () => {
    const failing = new Set(trial.failingSums())
    const sums = sumsOf(formatOf(context.table.formatOf(row))!)
    const columns = failingColumns(trial)
    const rowMoves = columns.size < 2 || trial.failing > MOST_FOR_ROWS ? [] : shiftedRows(trial, sums.H3.filter((spec) => !failing.has(spec)), columns)
    const columnMoves = trial.failingSums().filter(isRowSum).length < MANY_ROWS ? [] : shiftedColumns(trial, sums.H2.filter((spec) => !failing.has(spec)), failingRows(trial))
    return triedOn(trial, [...rowMoves, ...columnMoves])
  })
}

/** Drafts that no failing sum leads to: a row or column whose own sum holds, table 4 as one line, and a row that was left at zero. */
function furtherDrafts(trial: Trial, context: Context, row: number): Tried[] {
  const format = formatOf(context.table.formatOf(row))!
  const [rows, columns] = [failingRows(trial), failingColumns(trial)]
  const reviews = format.own ? [] : sumsOf(format).H4
  const reviewMoves = trial.failingSums().filter((spec) => reviews.includes(spec)).length < 2 ? [] : shiftedReviews(trial, reviews)
  const grid = columns.size < 2 && rows.size < 2 ? null : gridOf(context, row, trial)
  const ofGrid = grid ? [...wrongRows(grid, { context, row, trial }), ...swappedRows(grid), ...swappedColumns(grid), ...unfilledTotals(grid)] : []
  return [...triedOn(trial, [...ofGrid, ...reviewMoves, ...(columns.size < 2 ? [] : unfilledRow(trial))]), ...movedLines(trial, context, row)]
}

/** The drafts of a failing sum, the likeliest first. */
function draftsOf(context: Context, spec: SumSpec, row: number): readonly Tried[] {
  const of = caseOf(context, spec, row)
  return of.trial.once(draftsOf, spec, () => ranked(of, triedBy(of, ...DRAFTS)))
}

/** The drafts of all failing sums. */
const ofFailing = (context: Context, row: number): Tried[] => trialOf(context, row).failingSums().flatMap((spec) => draftsOf(context, spec, row))

/** All that repair two sums or more, whichever sum they were drafted for, the likeliest first. */
export function commonCauses(context: Context, row: number): readonly Tried[] {
  const trial = trialOf(context, row)
  return trial.once(commonCauses, '', () => {
    const all = [...ofFailing(context, row), ...furtherDrafts(trial, context, row)].filter((draft) => isCommon(trial, draft))
    return distinct(byLikeliness({ context, row, trial }, all)).slice(0, MOST_CAUSES)
  })
}

/** The lines that hold of which a shift may explain the report: none does that does not repair two sums. */
function movedKeys(trial: Trial, context: Context, row: number): ReadonlySet<string> {
  return trial.once(movedKeys, '', () => {
    const failing = new Set(trial.failingSums())
    const holding = new Set(sumsOf(formatOf(context.table.formatOf(row))!).H2.filter((spec) => !failing.has(spec)).map(({ line }) => keyOfLine(line)))
    // The outcomes of a column may add up that does not balance.
    const ofColumns = trial.failingSums().filter((spec) => isColumnSum(spec) && holding.has(keyOfLine(spec.line))).flatMap((spec) => triedBy(caseOf(context, spec, row), shiftedColumnDrafts))
    return new Set([...movedLines(trial, context, row), ...ofColumns].flatMap((draft) => (draft.line !== undefined && isCommon(trial, draft) ? [draft.line] : [])))
  })
}

/** The shift of a line whose own sum holds, where it is the likeliest explanation of the report as a whole. */
export function movedCause(context: Context, spec: SumSpec, row: number): Tried | undefined {
  const trial = trialOf(context, row)
  const keys = movedKeys(trial, context, row)
  if (keys.size === 0 || !keys.has(keyOfLine(spec.line))) return undefined
  const [likeliest] = commonCauses(context, row)
  return likeliest?.kind === 'shifted' && likeliest.line === keyOfLine(spec.line) ? likeliest : undefined
}

/** The likeliest repair that gives a cell a number of which `isRight` holds, of those that repair several sums or the one it goes into. */
export function repairOfCell(context: Context, row: number, figure: FigureId, isRight: (value: number) => boolean): Tried | undefined {
  return [...commonCauses(context, row), ...ofFailing(context, row)].find(({ settings }) => settings.some(([each, after]) => each === figure && isRight(after ?? 0)))
}

/** All equally likely ones. */
export function likeliestCauses(context: Context, row: number): Tried[] {
  const common = commonCauses(context, row)
  return common.filter(({ remaining }) => remaining === common[0]!.remaining)
}

/** What repairs a sum and others with it, the best alone. */
export function commonRepairs(context: Context, spec: SumSpec, row: number): Tried[] {
  const of = caseOf(context, spec, row)
  const { trial, found, expected } = of
  // What has happened to a lone sum has happened to another only where that is as long a line.
  if (isLone(of) && !trial.failingSums().some((other) => other !== spec && other.line.length === spec.line.length)) return []
  const common = commonCauses(context, row)
  const figures = new Set([...found, ...expected].map(({ figure }) => figure))
  const fit = common.filter(({ settings }) => settings.some(([figure]) => figures.has(figure)) && trial.remaining(settings, spec) !== null)
  return fit.filter(({ remaining }) => remaining === fit[0]!.remaining)
}

/** The drafts of a failing sum, the likeliest first; none where it holds. */
export const repairDrafts = (context: Context, spec: SumSpec, row: number): readonly Tried[] => (trialOf(context, row).failingSums().includes(spec) ? draftsOf(context, spec, row) : [])
