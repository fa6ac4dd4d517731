import { NOT_KNOWN } from '@/domain/cell'
import type { FigureId } from '@/domain/figure'
import { FORMATS, labelOfFigure, unitOfFigure } from '@/domain/formats'
import { familiesOf } from '@/domain/merge'
import { sourcesIn } from '@/domain/source'
import { SCOPES } from '@/domain/scope'
import { writtenCell } from '@/domain/write-cell'
import { loadPackage, type LoadResult } from '../load'
import { readEvidence } from '../read-evidence'
import type { Tell } from '../table-file'
import type { Problem } from '@/domain/problem'
import type { Account, FileAccount } from './account'
import { changedSince, doubtChanged } from './changed-since'
import type { PackageMember } from './containers'
import type { Filings } from './filings'
import { asRead, takeMarks, textOf } from './package-marks'
import { readProblems } from './problems-csv'
import { fileStatement } from './standing-tables'

/** The account of the import that made the package, where it has one. */
function earlierAccount(files: ReadonlyMap<string, Uint8Array>): readonly FileAccount[] | undefined {
  const bytes = files.get('import.json')
  if (!bytes) return undefined
  try {
    const { files: accounts } = JSON.parse(new TextDecoder().decode(bytes)) as Partial<Account>
    return Array.isArray(accounts) && accounts.every((account) => typeof account?.file === 'string' && typeof account.rowsIn === 'number') ? accounts : undefined
  } catch {
    return undefined
  }
}

/** The problems told when the package was made. */
export const earlierProblems = (files: ReadonlyMap<string, Uint8Array>): Problem[] => (files.has('problems.csv') ? readProblems(files.get('problems.csv')!) : [])

/** The file of a package before the text of one of its cells. */
const OF_MEMBER = /^[a-z-]+\.csv: /

/** Whether a cell that is no number was told when the package was made; each telling answers for one cell. */
function toldBefore(files: ReadonlyMap<string, Uint8Array>): (text: string) => boolean {
  const texts = earlierProblems(files).flatMap(({ kind, text = '' }) => (kind === 'cell-unreadable' ? [text.replace(OF_MEMBER, '')] : []))
  return (text) => {
    const at = texts.indexOf(text)
    if (at >= 0) texts.splice(at, 1)
    return at >= 0
  }
}

/** What taking a package gives: the accounts of its import and that of its own files, whether these were changed since by what cannot be read, and what tells (by file) which cells their own evidence contradicts: true where any does that nobody knew. */
interface Taken {
  readonly accounts: readonly FileAccount[]
  readonly own: FileAccount
  readonly spoilt: boolean
  readonly tellChanged: (tellerOf: (path: string) => Tell) => boolean
}

/**
 * Files all that a package of ours holds, its versions included, as if its files stood beside the others. Gives the account of the
 * import that made it, so that the report stays with the package, with one of its own files where that import made none or they
 * hold cells now that are no numbers and were not told then.
 */
export async function takePackage({ name, files }: PackageMember, filings: Filings, tell: Tell): Promise<Taken> {
  const data = await loadPackage({ read: async (path) => files.get(path) ?? null })
  const fileOf = originsOf(data, filings, name)
  const earlier = earlierAccount(files)
  const isKnown = toldBefore(files)
  let spoilt = false
  for (const { kind, file: path, ...where } of data.problems) {
    const unreadable = kind === 'cell-unreadable'
    if (unreadable && isKnown(where.text ?? '')) continue
    spoilt ||= unreadable
    tell(kind, { ...where, text: `${path}: ${where.text ?? ''}` })
  }
  const rows = placed(data, filings)
  rows.forEach((filed, row) => filings.nameOf(filed, fileOf(row)))
  for (const { row, origin } of data.versions) filings.names.reserve(rows[row]!, origin)
  const read = asRead(data)
  const stood = new Uint8Array(rows.length)
  for (const [figure, column] of data.columns) {
    const target = filings.column(figure)
    const unit = unitOfFigure(figure)
    for (let row = 0; row < rows.length; row += 1) {
      const text = textOf(column, row, unit)
      const before = read.get(`${row} ${figure}`)
      // Beside another file's cell a correction comes after what was read, as with a document.
      const said = before && text !== undefined && filings.contradicts(target, rows[row]!, text) ? writtenCell(before, unit) : text
      if (said === undefined) continue
      const put = filings.put(target, rows[row]!, said, fileOf(row), 0)
      if (put === 'stands') stood[row] = 1
      if (put === 'otherwise') tell('version', { column: labelOfFigure(figure).zh, text: `${data.agencies[data.reportAgency[row]!]!.name} ${data.reportYear[row]}` })
    }
  }
  stood.forEach((some, row) => some === 1 && nameSources(data, row, filings.reports[rows[row]!]!.sources))
  for (const { row, origin, against, cells } of data.versions) {
    const version = filings.version(rows[row]!, origin)
    for (const [figure, cell] of cells) version.cells.set(figure, { text: writtenCell(cell, unitOfFigure(figure)) ?? NOT_KNOWN, against: against.get(figure) ?? '' })
  }
  takeMarks(data, filings, { rows, fileOf })
  for (const { row, against } of data.versions) for (const [figure, name] of against) standsFrom(filings, rows[row]!, figure, fileOf(row), name)
  for (const { row, ...statement } of data.statements) {
    const said = { ...statement, row: rows[row]! }
    if (said.origin) filings.words.state(said)
    else fileStatement(filings, said, fileOf(row))
  }
  const evidence = files.has('evidence.csv') ? readEvidence(files.get('evidence.csv')!) : null
  if (evidence) {
    for (const [key, lines] of evidence) {
      const cut = key.lastIndexOf('~')
      for (const { figure, asNamed, value, unit, note, source, quote } of lines) filings.words.witness([key.slice(0, cut), key.slice(cut + 1), figure, asNamed, value, unit, note, source, quote])
    }
  }
  const sum = (of: (count: LoadResult['files'][number]) => number): number => data.files.reduce((total, count) => total + of(count), 0)
  const own: FileAccount = { file: name, format: 'package', shape: 'package', encoding: 'utf-8', delimiter: ',', rowsIn: sum(({ rowsIn }) => rowsIn), rowsLoaded: sum(({ rowsLoaded }) => rowsLoaded), rowsReported: sum(({ rowsReported }) => rowsReported), totalsChecked: 0, totalsDiffering: 0 }
  const tellChanged: Taken['tellChanged'] = (tellerOf) => evidence !== null && doubtChanged(filings, changedSince(data, evidence), { data, files, placed: rows, fileOf, tellerOf })
  return { accounts: earlier ? [...earlier, ...(spoilt ? [own] : [])] : [own], own, spoilt, tellChanged }
}

/** A cell that stands because it was chosen comes from the file of its version. */
function standsFrom(filings: Filings, row: number, figure: FigureId, file: number, name: string): void {
  const { cells, from } = filings.column(figure)
  if (name === '' || name === filings.files[file] || cells[row] === undefined || from[row] !== file) return
  const known = filings.files.indexOf(name)
  from[row] = known < 0 ? filings.files.push(name) - 1 : known
  filings.names.give(row, from[row], name)
}

/** Where the cells of each report come from, as an index of the filings' files: the file that its line of reports names, else the package. */
function originsOf({ reportSource }: LoadResult, filings: Filings, name: string): (row: number) => number {
  const known = new Map<string, number>()
  return (row) => {
    const source = reportSource[row] ?? ''
    const origin = source === '' || source.includes('; ') || /^https?:/.test(source) ? name : source
    let at = known.get(origin)
    if (at === undefined) known.set(origin, (at = filings.files.push(origin) - 1))
    return at
  }
}

/** Names what the package says to be the sources of a report. */
function nameSources({ reportSource }: LoadResult, row: number, sources: Set<string>): void {
  for (const source of sourcesIn(reportSource[row]!)) sources.add(source)
}

/** The rows of the package's reports among all filings. */
function placed(data: LoadResult, filings: Filings): number[] {
  const families = familiesOf(data)
  const agencies = data.agencies.map(({ id, name, province, city, county, level, category, code = '' }, at) => filings.agency(id, { ...(name === id ? {} : { name }), province, city, county, level, category, code }, `package ${at}`, families[at]!).index)
  return Array.from(data.reportYear, (year, row) => {
    const filed = filings.report(agencies[data.reportAgency[row]!]!, year, FORMATS[data.reportFormat[row]!]!.id)
    const report = filings.reports[filed]!
    filings.kept.add(filed)
    if (report.sources.size === 0) nameSources(data, row, report.sources)
    report.notes ||= data.reportNotes[row]!
    report.breaks ||= data.reportBreak[row] === 1
    report.scope ||= SCOPES[data.reportScope[row]!]!
    return filed
  })
}
