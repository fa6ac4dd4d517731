import { dossierOf, type Dossier } from '../dossier'
import type { FigureId } from '../figure'
import type { Table } from '../table'
import { finished, type Steps } from '../turns'
import { accused, suspected } from './causes'
import type { Finding } from './check'
import type { Edits } from './context'
import { checkReport } from './run'

/** All cells of a report, in the order of the form, those outside it last. */
export const cellsOf = ({ tables, others }: Dossier): FigureId[] => [...tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.flatMap((cell) => cell?.figure ?? []))), ...others.map(({ figure }) => figure)]

/** The totals that are blank beside their parts. */
export const blankTotals = (findings: readonly Finding[]): Set<FigureId> => new Set(findings.filter(({ outcome }) => outcome === 'total-blank').flatMap((finding) => accused(finding)))

/** The cells that failing checks hold for wrong, those too for which another one is marked. */
export const suspectedBy = (findings: readonly Finding[]): Set<FigureId> => new Set(findings.filter(({ outcome }) => outcome === 'fail').flatMap((finding) => suspected(finding)))

interface Known {
  readonly has: (figure: FigureId) => boolean
}

/**
 * The cells that somebody has yet to look at: a failing check points at them, or they are in doubt; one that was compared with the document or corrected
 * is settled, whatever a check says still. The one reckoning for whatever counts or lists cells in doubt.
 */
export const openCells = (cells: readonly FigureId[], { failing, doubtful, edited, compared }: { readonly failing: Known; readonly doubtful: Known; readonly edited: Known; readonly compared: Known }): FigureId[] =>
  cells.filter((figure) => !compared.has(figure) && !edited.has(figure) && (failing.has(figure) || doubtful.has(figure)))

/** What failing checks ask for. */
export interface Asked {
  /** The cells at which they are marked. */
  readonly cells: ReadonlySet<FigureId>
  /** How many of them ask for the reader's corrections: as the report was read they did not fail, and they name all their cells alike. */
  readonly since: number
}

const keyOf = ({ check, test }: Finding): string => `${check} ${test}`

/**
 * What the failing checks of a report ask for, a finding a step: what one points at is what would make it fit. One that fails only since a correction, and
 * could be mended at none of its cells in particular, asks for the correction: the twenty cells that are summed with it are not to be looked at for that.
 */
export function* askedSteps(table: Table, row: number, findings: readonly Finding[], corrected: Known): Steps<Asked> {
  const cells = new Set<FigureId>()
  let asRead: ReadonlySet<string> | undefined
  let since = 0
  for (const finding of findings.filter(({ outcome }) => outcome === 'fail')) {
    yield
    const isOfCorrection = suspected(finding) === finding.cells && finding.cells.some((figure) => corrected.has(figure)) && !(asRead ??= failingAsRead(table, row)).has(keyOf(finding))
    if (isOfCorrection) since += 1
    else for (const figure of accused(finding)) cells.add(figure)
  }
  return { cells, since }
}

/** The checks that fail as a report was read, whatever the reader corrected. */
function failingAsRead(table: Table, row: number): ReadonlySet<string> {
  const read = new Map(table.revisions.flatMap(({ row: of, figure, kind, before }) => (of === row && kind === 'edit' ? [[figure, before] as const] : [])))
  return new Set(checkReport(table, row, read).filter(({ outcome }) => outcome === 'fail').map(keyOf))
}

/** The same at once. */
export const askedBy = (...of: Parameters<typeof askedSteps>): Asked => finished(askedSteps(...of))

/** What is open in a report: how many checks fail, how many of them since the reader's corrections (`Asked`), its cells in doubt, and all that the checks hold for wrong. */
export interface OpenInReport {
  readonly failing: number
  readonly since: number
  readonly cells: readonly FigureId[]
  readonly suspected: ReadonlySet<FigureId>
}

/** What is open in a report as it stands. `doubtful`: what the reading was not sure of. */
export function* openInSteps(table: Table, row: number, doubtful: Iterable<FigureId>, edited: Edits['cells'] = new Map(), compared: ReadonlySet<FigureId> = new Set()): Steps<OpenInReport> {
  const findings = checkReport(table, row, edited)
  yield
  const cells = cellsOf(dossierOf(table, row, { allTables: true }))
  const doubted = new Set([...doubtful, ...blankTotals(findings)])
  const { cells: failing, since } = yield* askedSteps(table, row, findings, edited)
  return { failing: findings.filter(({ outcome }) => outcome === 'fail').length, since, cells: openCells(cells, { failing, doubtful: doubted, edited, compared }), suspected: suspectedBy(findings) }
}

/** The same at once. */
export const openIn = (...of: Parameters<typeof openInSteps>): OpenInReport => finished(openInSteps(...of))
