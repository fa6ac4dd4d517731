import { APPLICANT_IDS, type FigureId, type RequestRow } from '../figure'
import { formatOf } from '../formats'
import { columnInUse } from './columns'
import type { Context } from './context'
import { requestRowOf, sumsOf } from './sums'
import type { Trial } from './trial'

/** A row of table 3 with its numbers by applicant, the total last; a blank is zero. */
export interface GridRow {
  readonly row: RequestRow
  readonly figures: readonly FigureId[]
  readonly values: readonly number[]
  /** Nothing stands in it, or zeros only. */
  readonly empty: boolean
  /** What one more in it adds to what is lacking of the balance (H1) and of the outcomes (H2). */
  readonly weights: readonly [balance: 1 | -1 | 0, outcomes: 1 | -1 | 0]
}

/** Table 3 of a report as a grid, with what its columns lack: of the balance (received and carried in less processed and carried out), of the outcomes (their sum less processed). */
export interface Grid {
  readonly context: Context
  readonly row: number
  readonly rows: readonly GridRow[]
  readonly lacking: readonly [balance: readonly number[], outcomes: readonly number[]]
}

const WEIGHTS: Partial<Readonly<Record<RequestRow, GridRow['weights']>>> = { received: [1, 0], 'carried-in': [1, 0], processed: [-1, -1], 'carried-out': [-1, 0] }

function rowOf(trial: Trial, row: RequestRow): GridRow[] {
  const figures = APPLICANT_IDS.map((applicant): FigureId => `requests.${row}.${applicant}`)
  const cells = figures.map((figure) => trial.value(figure))
  if (cells.includes(undefined)) return []
  const values = cells.map((value) => value ?? 0)
  return [{ row, figures, values, empty: values.every((value) => value === 0), weights: WEIGHTS[row] ?? [0, 1] }]
}

/** The grid of a report; null where one of its rows is not known. */
export function gridOf(context: Context, row: number, trial: Trial): Grid | null {
  const [spec] = sumsOf(formatOf(context.table.formatOf(row))!).H1
  const column = spec ? columnInUse(trial, spec.line) : []
  const rows = column.flatMap((figure) => requestRowOf(figure) ?? []).flatMap((name) => rowOf(trial, name))
  if (rows.length === 0 || rows.length < column.length) return null
  const columns = trial.failingSums().filter(({ line }) => line[0]!.startsWith('requests.') && requestRowOf(line[0]!) !== requestRowOf(line[1]!))
  const lackingOf = (isOutcomes: boolean): number[] => APPLICANT_IDS.map((applicant) => {
    const sum = columns.find((each) => each.line[0]!.endsWith(`.${applicant}`) && (each.extras !== undefined) === isOutcomes)
    return sum ? trial.lacking(sum) : 0
  })
  return { context, row, rows, lacking: [lackingOf(false), lackingOf(true)] }
}
