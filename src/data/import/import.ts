import type { Account, AgainAccount, FileAccount, Imported, ImportFile, ImportProgress } from './account'
import { Accounts } from './accounts'
import { againIn, filesOfReport } from './again'
import { contentsOf, type Assets } from './containers'
import { countsOf } from './counts'
import { Filings } from './filings'
import { earlierProblems, takePackage } from './from-package'
import type { Choices } from './mapping'
import { settledBy } from './settled'
import { takeTable, tellFound } from './take-table'
import type { TableSource } from './table-source'
import { understand, type Understood } from './understand'
import { packageFiles, type Description } from './write-package'

export { chooseVersion, editReport, identifyReport, sayScopes, takeOutReport } from './change-package'
export { countsIn, recounted } from './counts'
export { lookAt } from './look'
export type { Choices } from './mapping'
export { problemsCsv } from './problems-csv'
export { sourceAt } from './source-table'
export { standingReports } from './standing-reports'
export { roleChoices, rolesFor } from './roles'
export type { Description } from './write-package'

export interface ImportOptions extends Description, Assets {
  readonly progress?: (now: ImportProgress) => void
}

/** Makes one data package of all files. Files that cannot be read are in the account and their problems; the others are written. Never throws for what files hold. */
export async function importFiles(files: readonly ImportFile[], choices: Choices = {}, { progress, cMapUrl, ...description }: ImportOptions = {}): Promise<Imported> {
  const contents = await contentsOf(files, choices, cMapUrl === undefined ? {} : { cMapUrl }, progress ? { progress } : {})
  const filings = new Filings()
  const accounts = new Accounts(filings)
  const { problems } = accounts
  const only = contents.packages.length === 1 && contents.tables.length + contents.refused.length === 0 ? contents.packages[0] : undefined
  let spoilt = false
  for (const member of contents.packages) {
    await accounts.addPackage(async () => {
      const taken = await takePackage(member, filings, problems.tellerOf(member.name))
      problems.all.push(...earlierProblems(member.files))
      // A number that somebody changed in the files stands beside the words that contradict it: it is in doubt.
      const changed = taken.tellChanged((path) => problems.tellerOf(`${member.name}/${path}`))
      spoilt ||= taken.spoilt || changed
      return taken
    })
  }
  const total = contents.tables.reduce((sum, { size }) => sum + size, 0)
  let before = 0
  const again: AgainAccount[] = []
  const tables = contents.tables.map((source) => ({ source, understood: understand(source, choices[source.name] ?? {}) }))
  // What is read first stands: a cell of the form before what a text says of it.
  for (const { source, understood } of [...tables].sort((a, b) => Number(isOfText(a)) - Number(isOfText(b)))) {
    const start = before
    const choice = choices[source.name] ?? {}
    const standing = source.report && againIn(filings, source.report, understood.mapping)
    const corrections = settledBy(choice.edits ?? {}).edited.size
    if (standing) again.push({ file: source.name, ...agencyAndYear(filings, standing.row), changed: standing.version === '' ? standing.changed : [], ...(standing.added > 0 && { added: standing.added }), ...(corrections > 0 && { corrections }) })
    if (standing && choice.instead) accounts.drop(filesOfReport(filings, standing.row))
    await accounts.add(() => {
      const tell = problems.tellerOf(source.name)
      tellFound(source, understood, tell, choice)
      return [takeTable(source, understood, filings, tell, { said: choice, progress: (read) => progress?.({ file: source.name, loaded: start + read, total }) })]
    }, standing !== undefined && (standing.changed.length === 0 || standing.version !== ''))
    before += source.size
    progress?.({ file: source.name, loaded: before, total })
  }
  for (const { name, kind, text, said } of contents.refused) {
    await accounts.add(() => {
      problems.tellerOf(name)(kind, { text, ...(said ? { said } : {}) })
      return [{ file: name, format: '', shape: 'unknown', encoding: '', delimiter: '', rowsIn: 0, rowsLoaded: 0, rowsReported: 0, totalsChecked: 0, totalsDiffering: 0 }]
    })
  }
  const account: Account = {
    files: accounts.files,
    ...countsOf(filings),
    ...(again.length > 0 ? { again } : {}),
    problems: problems.all,
    problemsUntold: problems.untold,
  }
  // A package by itself is taken as it is: what was exported comes back byte for byte. One whose cells were spoilt since says so in its own report.
  return { files: only && !spoilt && only.files.has('import.json') ? only.files : packageFiles(filings, account, description), account }
}

function agencyAndYear({ agencies, reports }: Filings, row: number): { readonly agency: string; readonly year: number } {
  const { agency, year } = reports[row]!
  return { agency: agencies[agency]!.fields.name || agencies[agency]!.id, year }
}

/** Whether a file lists what texts state, in their own words; a document has its tables beside its text. */
const isOfText = ({ source, understood: { mapping } }: { readonly source: TableSource; readonly understood: Understood }): boolean => !source.report && Object.values(mapping.columns).some(({ as }) => as === 'named' || as === 'quote')

/** Whether a file could be read at all: something was loaded, or it has no line. */
export const wasRead = ({ format, rowsIn, rowsLoaded, shape }: FileAccount): boolean => shape === 'package' || (format !== '' && (rowsLoaded > 0 || rowsIn === 0))
