import type { FigureId } from '../figure'
import type { Label } from '../label'
import type { ProposalKind } from './check'
import type { Context } from './context'
import type { Line } from './lines'
import { requestRowOf } from './sums'
import type { Sides, SumCell, SumSpec } from './term'
import type { Setting } from './balances'
import { trialOf, type Trial } from './trial'

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

/** A sum of one report that does not fit as it stands, with what its repairs are tried on. */
export interface Case {
  readonly context: Context
  readonly trial: Trial
  readonly spec: SumSpec
  readonly row: number
  readonly found: readonly SumCell[]
  readonly expected: readonly SumCell[]
  /** expected − found. */
  readonly lacking: number
}

const total = (cells: readonly SumCell[]): number => cells.reduce((sum, { value }) => sum + value, 0)

/** A row and a column may begin with the same cell, not go on with the same. */
export const keyOfLine = ([first, second]: readonly FigureId[]): string => `${first} ${second}`

/** Its cells are laid out when a repair looks at them: most need not. */
class LaidOut implements Case {
  private sides: Sides | null = null

  constructor(
    readonly context: Context,
    readonly trial: Trial,
    readonly spec: SumSpec,
    readonly row: number,
  ) {}

  private get cells(): Sides {
    this.sides ??= this.trial.sides(this.spec)
    return this.sides
  }

  get found(): readonly SumCell[] {
    return this.cells.found
  }

  get expected(): readonly SumCell[] {
    return this.cells.expected
  }

  get lacking(): number {
    const { extras } = this.spec
    return total(this.expected) + (extras ? this.trial.extras(extras).own : 0) - total(this.found)
  }
}

/** A sum of a report, laid out for repairs; once for all checks that ask. */
export function caseOf(context: Context, spec: SumSpec, row: number): Case {
  const trial = trialOf(context, row)
  return trial.once(caseOf, spec, () => new LaidOut(context, trial, spec, row))
}

/** What changes when a line is written over the cells it stands in. */
export function overwriting(figures: readonly FigureId[], before: Line, after: Line): Setting[] {
  const settings: Setting[] = []
  for (let at = 0; at < figures.length; at += 1) if ((before[at] ?? 0) !== (after[at] ?? 0)) settings.push([figures[at]!, after[at] ?? null])
  return settings
}

export const isColumn = ({ spec }: Case): boolean => requestRowOf(spec.line[0]!) !== undefined && requestRowOf(spec.line[0]!) !== requestRowOf(spec.line[1]!)
/** Columns cross the row, so that a reckoned cell is put to the proof. */
export const isCrossed = ({ spec }: Case): boolean => requestRowOf(spec.line[0]!) !== undefined
export const hasRow = (of: Case): boolean => !isColumn(of) && of.spec.found.length === 1
