import { unsplitOf, type FigureId } from '../figure'
import type { Label } from '../label'
import type { ProposalKind } from './check'
import type { Context } from './context'
import type { Line } from './lines'
import type { Sum } from './sum'
import { requestRowOf } from './sums'
import type { SumCell } from './term'
import { trialOf, type Setting, type Trial } from './trial'

/** What may have happened to a report, with the cells it would have otherwise. */
export interface Draft {
  readonly kind: ProposalKind
  /** It changes only what is in doubt already: a cell that a sum of another line vouches for is right. */
  readonly ofSuspects?: boolean
  /** The row or column whose cells moved. */
  readonly line?: string
  /** A cell was pushed out by it and is reckoned anew. */
  readonly lost?: boolean
  /** What speaks for it beside that it fits; 0 for nothing. */
  readonly evidence?: number
  readonly settings: readonly Setting[]
  readonly explain: () => Label
}

/** A sum of one report that does not fit as it stands, with what its repairs are tried on. `sum`: as the trial reads it. */
export interface Case {
  readonly context: Context
  readonly trial: Trial
  readonly sum: Sum
  readonly row: number
  readonly found: readonly SumCell[]
  readonly expected: readonly SumCell[]
  /** expected − found. */
  readonly lacking: number
}

const total = (cells: readonly SumCell[]): number => cells.reduce((sum, { value }) => sum + value, 0)

/** A row and a column may begin with the same cell, not go on with the same. */
export const keyOfLine = ([first, second]: readonly FigureId[]): string => `${first} ${second}`

/** A sum of a report, laid out for repairs; once for all checks that ask. */
export function caseOf(context: Context, like: Sum, row: number): Case {
  const trial = trialOf(context, row)
  return trial.once(caseOf, like.spec, () => {
    const sum = trial.sumLike(like)
    const [found, expected] = [sum.side('found', 0), sum.side('expected', 0)]
    const { extras } = sum.spec
    return { context, trial, sum, row, found, expected, lacking: total(expected) + (extras ? trial.extras(extras).own : 0) - total(found) }
  })
}

/** The cells of the sum's row or column; null where one of them is not known. */
export function lineOf({ trial }: Pick<Case, 'trial'>, figures: readonly FigureId[]): Line | null {
  const values = figures.map((figure) => trial.value(figure))
  return values.includes(undefined) ? null : (values as Line)
}

const splits = new Map<string, readonly [whole: FigureId, split: readonly FigureId[], column: readonly FigureId[]] | null>()

/** The cells of a column of a form with （六）其他处理 in one row instead of three; null where the form has it so. */
function unsplit(figures: readonly FigureId[]) {
  const key = `${figures.length} ${figures[0]}`
  let known = splits.get(key)
  if (known === undefined) {
    const split = figures.filter((figure) => unsplitOf(figure) !== undefined)
    const whole = split[0] && unsplitOf(split[0])
    splits.set(key, (known = whole ? [whole, split, figures.flatMap((figure) => (figure === split[0] ? [whole] : split.includes(figure) ? [] : [figure]))] : null))
  }
  return known
}

/** The cells of a column as the report has them: （六）其他处理 may be one row instead of three. */
export function columnInUse(trial: Trial, figures: readonly FigureId[]): readonly FigureId[] {
  const known = unsplit(figures)
  if (!known) return figures
  const [whole, split, column] = known
  return trial.value(whole) === undefined || split.some((figure) => trial.value(figure) !== undefined) ? figures : column
}

/** What changes when a line is written over the cells it stands in. */
export const overwriting = (figures: readonly FigureId[], before: Line, after: Line): Setting[] => figures.flatMap((figure, at): Setting[] => ((before[at] ?? 0) === (after[at] ?? 0) ? [] : [[figure, after[at] ?? null]]))

export const isColumn = ({ sum: { spec } }: Case): boolean => requestRowOf(spec.line[0]!) !== undefined && requestRowOf(spec.line[0]!) !== requestRowOf(spec.line[1]!)
/** Columns cross the row, so that a reckoned cell is put to the proof. */
export const isCrossed = ({ sum: { spec } }: Case): boolean => requestRowOf(spec.line[0]!) !== undefined
export const hasRow = (of: Case): boolean => !isColumn(of) && of.found.length === 1
