import { openReadings } from '../doubtful-reading'
import type { Table } from '../table'
import type { Steps } from '../turns'
import type { Findings } from './findings'
import { openInSteps } from './open-cells'

/** The reports, by row, of which a check asks that somebody looks at them: it fails, or a total is blank beside its parts. */
export function askingReports(findings: Findings): Set<number> {
  const rows = new Set<number>()
  for (let index = 0; index < findings.size; index += 1) if (['fail', 'total-blank'].includes(findings.outcomeAt(index))) rows.add(findings.rowAt(index))
  return rows
}

/** The reports, by row and in this order, that hold a cell which somebody has yet to look at: it was read with doubt, or a check of one of those `asking` points at it. */
export function* openReportSteps(table: Table, asking: Iterable<number>): Steps<number[]> {
  const open = new Set(openReadings(table).keys())
  for (const row of asking) {
    if (open.has(row)) continue
    const edited = new Map(table.revisions.flatMap(({ row: of, figure, kind }) => (of === row && kind === 'edit' ? [[figure, table.cell(figure, row)] as const] : [])))
    const compared = new Set(table.doubtfulReadings.flatMap(({ row: of, figure, confirmed }) => (of === row && confirmed ? [figure] : [])))
    const { cells } = yield* openInSteps(table, row, [], edited, compared)
    if (cells.length > 0) open.add(row)
  }
  return [...open].sort((a, b) => a - b)
}
