import type { FigureId } from '@/domain/figure'
import { HEAD_PARTS } from '@/domain/report-head'
import type { Scope } from '@/domain/scope'
import { DESCRIPTOR } from '../descriptor'
import type { Account } from './account'
import { fileOf } from './file-names'
import type { FiledReport, FiledVersion } from './filed'
import { Filings } from './filings'
import { takePackage } from './from-package'
import type { CellEdit } from './mapping'
import { packageFiles, type Description } from './write-package'

type Files = ReadonlyMap<string, Uint8Array>

/** Files that tell how a package was made: no change touches them. */
const ACCOUNT_FILES: ReadonlySet<string> = new Set(['import.json', 'problems.csv'])
/** Files that are not written where they would be empty. */
const MAY_GO: ReadonlySet<string> = new Set(['versions.csv', 'edits.csv', 'doubts.csv'])

/** The files of a package after a change of one of its reports; unchanged where it has no such report, or nothing was to change. */
const changed = (files: Files, agency: string, year: number, change: (filings: Filings, row: number) => boolean): Promise<Map<string, Uint8Array>> =>
  changedWhole(files, (filings) => {
    const row = filings.reports.findIndex((report) => report.year === year && filings.agencies[report.agency]!.id === agency)
    return row >= 0 && change(filings, row)
  })

/** The same after a change of any of its reports. */
async function changedWhole(files: Files, change: (filings: Filings) => boolean): Promise<Map<string, Uint8Array>> {
  const filings = new Filings()
  await takePackage({ name: 'package', files }, filings, () => undefined)
  if (!change(filings)) return new Map(files)
  const text = (path: string): string => new TextDecoder().decode(files.get(path))
  const account = { problems: [], ...(files.has('import.json') ? (JSON.parse(text('import.json')) as Omit<Account, 'problems'>) : {}) } as unknown as Account
  const written = packageFiles(filings, account, JSON.parse(text(DESCRIPTOR)) as Description)
  for (const [path, bytes] of files) if (ACCOUNT_FILES.has(path) || (!written.has(path) && !MAY_GO.has(path))) written.set(path, bytes)
  return written
}

/**
 * Puts a version in the place of the cells that the table shows; those become the version. Gives the new files of the package; the
 * account, its problems and other files stay as they are. Files without such a version come back unchanged.
 */
export const chooseVersion = (files: Files, agency: string, year: number, origin: string): Promise<Map<string, Uint8Array>> =>
  changed(files, agency, year, (filings, row) => {
    const version = filings.versions.get(`${row} ${origin}`)
    if (version) swap(filings, version)
    return version !== undefined
  })

/** The file of a cell that does not say where it comes from. */
const UNNAMED = '…'

/** The version's cells take the place of those that stand; these become versions of the files they came from, and other versions are now against the new ones. */
function swap(filings: Filings, { row, origin, cells }: FiledVersion): void {
  filings.versions.delete(`${row} ${origin}`)
  const before = [...cells.values()].map(({ against }) => against)
  const isDocument = isOfDocument(filings, row, origin)
  takeSource(filings, row, origin, new Set(isDocument ? before : []))
  if (isDocument) {
    filings.words.swap(row, origin, before[0] || UNNAMED)
    for (const part of HEAD_PARTS) filings.marks.swap(row, part, origin, before[0] || UNNAMED)
  }
  for (const [figure, { text, against: named }] of cells) {
    const against = named || [...filings.reports[row]!.sources][0] || UNNAMED
    for (const other of filings.versions.values()) {
      const differing = other.row === row ? other.cells.get(figure) : undefined
      if (differing) other.cells.set(figure, { ...differing, against: origin })
    }
    filings.version(row, against).cells.set(figure, { text: filings.text(figure, row), against: origin })
    filings.marks.swap(row, figure, origin, against)
    const column = filings.column(figure)
    filings.stand(column, row, text, column.from[row] ?? 0)
  }
}

/** Whether a version is a document's: that states the whole report, a table may state a part. */
function isOfDocument(filings: Filings, row: number, origin: string): boolean {
  const { agency, year } = filings.reports[row]!
  const { id, fields } = filings.agencies[agency]!
  return filings.words.evidence.some(([of, when, , , , , , source]) => when === String(year) && (of === id || of === fields.name) && source!.startsWith(`${fileOf(origin)} `))
}

/** The version's file is the source of the report from now on. `left`: the files that are none any more. */
function takeSource(filings: Filings, row: number, origin: string, left: ReadonlySet<string>): void {
  const { sources } = filings.reports[row]!
  const others = [...sources].filter((source) => source !== origin)
  sources.clear()
  for (const source of [origin, ...others.filter((each) => !left.has(each))]) sources.add(source)
}

/** Corrects cells of a report by hand: what was read stays in `edits.csv`, marked; a cell that says again what was read loses its mark. */
export const editReport = (files: Files, agency: string, year: number, edits: Readonly<Record<string, CellEdit>>): Promise<Map<string, Uint8Array>> =>
  changed(files, agency, year, (filings, row) => {
    for (const [figure, edit] of Object.entries(edits)) filings.edit(row, figure as FigureId, edit)
    return Object.keys(edits).length > 0
  })

/** A report by its agency and year. */
export interface ReportName {
  readonly agency: string
  readonly year: number
}

/** Says whose figures reports state: of those named, or of all reports of governments that do not say it (null). Gives the new files, and which reports it was said of. */
export async function sayScopes(files: Files, scope: Scope, of: readonly ReportName[] | null): Promise<{ readonly files: Map<string, Uint8Array>; readonly reports: readonly ReportName[] }> {
  let reports: readonly ReportName[] = []
  const written = await changedWhole(files, (filings) => {
    const nameOf = ({ agency, year }: FiledReport): ReportName => ({ agency: filings.agencies[agency]!.id, year })
    const named = of && new Set(of.map(({ agency, year }) => `${agency}~${year}`))
    const found = named ? filings.reports.filter((report) => named.has(`${nameOf(report).agency}~${report.year}`)) : filings.scopesUnsaid()
    for (const report of found) report.scope = scope
    reports = found.map(nameOf)
    return found.length > 0
  })
  return { files: written, reports }
}
