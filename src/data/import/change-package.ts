import { NOT_KNOWN } from '@/domain/cell'
import type { FigureId } from '@/domain/figure'
import { HEAD_PARTS, type HeadPart } from '@/domain/report-head'
import type { Scope } from '@/domain/scope'
import { NOTE_MARK, otherNotes, typedHeadOf, typedNotes } from '@/domain/typed-head'
import { DESCRIPTOR } from '../descriptor'
import type { Account } from './account'
import { evidenceOf, filesOfReport, isOfDocument } from './again'
import { ACCOUNT_FILE, countsOf, recounted } from './counts'
import type { FiledReport, FiledVersion } from './filed'
import { Filings } from './filings'
import { takePackage } from './from-package'
import type { CellEdit } from './mapping'
import { forget } from './standing-reports'
import { Unlisted } from './unlisted'
import { packageFiles, TABLE_FILES, type Description } from './write-package'
import { editCell } from './corrected-cells'

type Files = ReadonlyMap<string, Uint8Array>

/** The files of a package after a change of one of its reports; unchanged where it has no such report, or nothing was to change. */
const changed = (files: Files, agency: string, year: number, change: (filings: Filings, row: number) => boolean, gone?: ReadonlySet<string>): Promise<Map<string, Uint8Array>> =>
  changedWhole(
    files,
    (filings) => {
      const row = filings.reports.findIndex((report) => report.year === year && filings.agencies[report.agency]!.id === agency)
      return row >= 0 && change(filings, row)
    },
    gone,
  )

/** The same after a change of any of its reports. `gone`: sources that the change leaves without a report. */
async function changedWhole(files: Files, change: (filings: Filings) => boolean, gone: ReadonlySet<string> = new Set()): Promise<Map<string, Uint8Array>> {
  const filings = new Filings()
  await takePackage({ name: 'package', files }, filings, () => undefined)
  if (!change(filings)) return new Map(files)
  const text = (path: string): string => new TextDecoder().decode(files.get(path))
  const account = files.has(ACCOUNT_FILE) ? (JSON.parse(text(ACCOUNT_FILE)) as Omit<Account, 'problems'>) : {}
  const { sources, ...description } = JSON.parse(text(DESCRIPTOR)) as Description
  const standing = sources && { sources: sources.filter(({ title }) => !gone.has(title)) }
  const written = packageFiles(filings, { problems: [], ...recounted(account, countsOf(filings)) } as unknown as Account, { ...description, ...standing })
  if (!files.has(ACCOUNT_FILE)) written.delete(ACCOUNT_FILE)
  for (const [path, bytes] of files) if (!written.has(path) && !TABLE_FILES.has(path)) written.set(path, bytes)
  return written
}

/**
 * Puts a version in the place of the cells that the table shows; those become the version. Gives the new files of the package; the
 * account, its problems and other files stay as they are. Files without such a version come back unchanged.
 */
export const chooseVersion = (files: Files, agency: string, year: number, origin: string): Promise<Map<string, Uint8Array>> =>
  changed(files, agency, year, (filings, row) => {
    const version = filings.versionOf(row, origin)
    if (version) swap(filings, version)
    return version !== undefined
  })

/** The file of a cell that does not say where it comes from. */
const UNNAMED = '…'

/** The version's cells take the place of those that stand; these become versions of the files they came from, and other versions are now against the new ones, with what they say of cells that they had no need to list. */
function swap(filings: Filings, { row, origin, cells }: FiledVersion): void {
  const unlisted = new Unlisted(filings, row)
  filings.versions.delete(`${row} ${origin}`)
  const before = [...cells.values()].map(({ against }) => against)
  const isDocument = isOfDocument(filings, row, origin)
  takeSource(filings, row, origin, new Set(isDocument ? before : []))
  if (isDocument) {
    const whole = unlisted.document ?? (before[0] || UNNAMED)
    filings.words.swap(row, origin, whole)
    for (const part of HEAD_PARTS) filings.marks.swap(row, part, origin, whole)
    for (const figure of unlisted.silentIn(origin)) if (!cells.has(figure)) cells.set(figure, { text: NOT_KNOWN, against: '' })
  }
  for (const [figure, { text, against: named }] of cells) {
    const against = unlisted.standing(figure) ?? (named || [...filings.reports[row]!.sources][0] || UNNAMED)
    for (const other of filings.versions.values()) {
      const said = other.row === row ? (other.cells.get(figure)?.text ?? unlisted.text(other.origin, figure)) : undefined
      if (said !== undefined) other.cells.set(figure, { text: said, against: origin })
    }
    filings.version(row, against).cells.set(figure, { text: filings.text(figure, row), against: origin })
    filings.marks.swap(row, figure, origin, against)
    const column = filings.column(figure)
    filings.stand(column, row, text, column.from[row] ?? 0)
  }
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
    for (const [figure, edit] of Object.entries(edits)) editCell(filings, row, figure as FigureId, edit)
    return Object.keys(edits).length > 0
  })

/** Takes a report out of a package, with all that is said of it; its agency and its files too, where they have no other. */
export function takeOutReport(files: Files, agency: string, year: number): Promise<Map<string, Uint8Array>> {
  const gone = new Set<string>()
  const takeOut = (filings: Filings, row: number): boolean => {
    for (const name of filesOfReport(filings, row)) gone.add(name)
    forget(filings, row)
    filings.takeOut(row)
    return true
  }
  return changed(files, agency, year, takeOut, gone)
}

/** Says whose report of which year one is, by the name of the agency. Gives the new files and what it is called now; null where the package has a report of that agency and year. */
export async function identifyReport(files: Files, { agency, year }: ReportName, name: string, inYear: number): Promise<{ readonly files: Map<string, Uint8Array>; readonly report: ReportName } | null> {
  let report: ReportName | null = null
  const written = await changed(files, agency, year, (filings, row) => {
    report = identify(filings, row, name, inYear)
    return report !== null
  })
  return report && { files: written, report }
}

/** Files a report under another agency or year. What its document says of them stays in its notes, and a doubt about it is settled; said as the document has it, both are as before. */
function identify(filings: Filings, row: number, name: string, year: number): ReportName | null {
  const before = filings.reports[row]!
  const { id, family, fields } = filings.agencies[before.agency]!
  const isOfReport = evidenceOf(filings, row)
  const known = filings.agencies.findIndex((each) => each.family === family && (each.id === name || each.fields.name === name))
  const agency = known >= 0 ? known : filings.agency(name, {}, 'typed', family).index
  if (!filings.move(row, agency, year)) return null
  const now = { agency: filings.agencies[agency]!.id, year }
  filings.words.readdress(isOfReport, now.agency, String(year))
  const typed = typedHeadOf({ reportNotes: [before.notes] }, 0) ?? {}
  const [ofAgency, ofYear] = [typed.agency === undefined ? fields.name || id : typed.agency, typed.year === undefined ? String(before.year) : typed.year]
  const said = { ...(ofAgency !== name && { agency: ofAgency }), ...(ofYear !== String(year) && { year: ofYear }) }
  filings.reports[row] = { ...filings.reports[row]!, notes: [...typedNotes(said), ...[otherNotes(before.notes)].filter((text) => text !== '')].join(NOTE_MARK) }
  const settle = (figure: HeadPart, is: boolean): void => {
    const place = { row, figure, origin: '' }
    if (filings.marks.doubt(place)) filings.marks.confirm(place, is, '')
  }
  if (agency !== before.agency) settle('head:agency', 'agency' in said)
  if (year !== before.year) settle('head:year', 'year' in said)
  return now
}

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
