import { dossierOf, type Dossier } from '../dossier'
import type { FigureId } from '../figure'
import type { Table } from '../table'
import { finished, type Steps } from '../turns'
import { accused } from './causes'
import type { Finding } from './check'
import type { Edits } from './context'
import { checkReport } from './run'

/** All cells of a report, in the order of the form, those outside it last. */
export const cellsOf = ({ tables, others }: Dossier): FigureId[] => [...tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.flatMap((cell) => cell?.figure ?? []))), ...others.map(({ figure }) => figure)]

/** The cells that findings of an outcome point at: `fail`, or `total-blank` for totals that are blank beside their parts. */
export const pointedAt = (findings: readonly Finding[], outcome: 'fail' | 'total-blank'): Set<FigureId> => new Set(findings.filter((finding) => finding.outcome === outcome).flatMap((finding) => accused(finding)))

interface Known {
  readonly has: (figure: FigureId) => boolean
}

/**
 * The cells that somebody has yet to look at: a failing check points at them, or they are in doubt; one that was compared with the document or corrected
 * is settled, whatever a check says still. The one reckoning for whatever counts or lists cells in doubt.
 */
export const openCells = (cells: readonly FigureId[], { failing, doubtful, edited, compared }: { readonly failing: Known; readonly doubtful: Known; readonly edited: Known; readonly compared: Known }): FigureId[] =>
  cells.filter((figure) => !compared.has(figure) && !edited.has(figure) && (failing.has(figure) || doubtful.has(figure)))

/** What is open in a report. */
export interface OpenInReport {
  readonly failing: number
  readonly cells: readonly FigureId[]
}

/** What is open in a report as it stands: how many checks fail, and its cells in doubt. `doubtful`: what the reading was not sure of. A finding a step: what it points at is what would make it fit. */
export function* openInSteps(table: Table, row: number, doubtful: Iterable<FigureId>, edited: Edits['cells'] = new Map(), compared: ReadonlySet<FigureId> = new Set()): Steps<OpenInReport> {
  const findings = checkReport(table, row, edited)
  yield
  const cells = cellsOf(dossierOf(table, row, { allTables: true }))
  const doubted = new Set([...doubtful, ...pointedAt(findings, 'total-blank')])
  const failing = new Set<FigureId>()
  for (const finding of findings.filter(({ outcome }) => outcome === 'fail')) {
    yield
    for (const figure of accused(finding)) failing.add(figure)
  }
  return { failing: findings.filter(({ outcome }) => outcome === 'fail').length, cells: openCells(cells, { failing, doubtful: doubted, edited, compared }) }
}

/** The same at once. */
export const openIn = (...of: Parameters<typeof openInSteps>): OpenInReport => finished(openInSteps(...of))
