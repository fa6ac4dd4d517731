import type { TableCell } from '../dossier'
import type { Applicant, FigureId } from '../figure'
import type { Table } from '../table'
import { outcomeOf, type Finding, type Outcome } from './check'
import { suiteOf } from './suite'

/** How a year follows the year before. `first`: there is no year before in the data. */
export type LinkState = Outcome | 'first' | 'gap' | 'break' | 'none'

/** One year of an agency's requests: what was carried in, what became of it, and how that follows the year before. */
export interface ChainLink {
  readonly year: number
  readonly row: number
  readonly carriedIn: TableCell
  readonly received: TableCell
  readonly processed: TableCell
  readonly carriedOut: TableCell
  readonly state: LinkState
  /** The years without a report before this one. */
  readonly missing: readonly number[]
  /** carried in − carried out the year before; null where they are not compared. */
  readonly difference: number | null
  /** Why the two are not compared; null where they are, or where nothing is there to compare. */
  readonly finding: Finding | null
}

/** The check of the chain for an applicant, on one report. */
function carried(table: Table, row: number, applicant: Applicant): Finding | null {
  const suite = suiteOf(table)
  const [first, last] = suite.rangeOf(table.formatOf(row))
  for (let index = first; index < last; index += 1) {
    const { check, test } = suite.tests[index]!
    if (check.id !== 'H5' || test.name !== `requests.${applicant}`) continue
    const code = test.outcome(row)
    return code === 0 || outcomeOf(code) === 'pass' ? null : suite.finding(index, row, code)
  }
  return null
}

function stateOf(table: Table, row: number, before: number, finding: Finding | null, both: boolean): LinkState {
  if (before < 0) return 'first'
  if (table.yearOf(row) - table.yearOf(before) > 1) return 'gap'
  if (finding) return finding.outcome
  if (table.data.reportBreak[row] === 1) return 'break'
  return both ? 'pass' : 'none'
}

const stated = (cell: TableCell): boolean => 'value' in cell || cell.missing === 'blank'

/** An agency's years in order, with what each carried in against what the one before carried out; only years whose reports state either. Gaps are said, not bridged. */
export function carryChain(table: Table, agency: number, applicant: Applicant): ChainLink[] {
  const cell = (row: number, name: string): TableCell => table.cell(`requests.${name}.${applicant}` as FigureId, row)
  const rows = table.years.map((year) => table.rowOf(agency, year)).filter((row) => row >= 0 && [cell(row, 'carried-in'), cell(row, 'carried-out')].some(stated))
  return rows.map((row, at): ChainLink => {
    const before = at > 0 ? rows[at - 1]! : -1
    const year = table.yearOf(row)
    const missing = before < 0 ? [] : Array.from({ length: year - table.yearOf(before) - 1 }, (_, step) => table.yearOf(before) + 1 + step)
    const [carriedIn, last] = [cell(row, 'carried-in'), before < 0 ? undefined : cell(before, 'carried-out')]
    const finding = missing.length === 0 && before >= 0 ? carried(table, row, applicant) : null
    const both = last !== undefined && 'value' in last && 'value' in carriedIn
    return {
      year,
      row,
      carriedIn,
      received: cell(row, 'received'),
      processed: cell(row, 'processed'),
      carriedOut: cell(row, 'carried-out'),
      state: stateOf(table, row, before, finding, both),
      missing,
      difference: finding?.outcome === 'fail' ? finding.difference : null,
      finding,
    }
  })
}
