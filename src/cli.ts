import '@/domain/all-forms'
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { chartById, CHARTS, leadChart, sliceFor } from '@/charts'
import { csvBytes } from '@/data/csv'
import type { ImportFile } from '@/data/import/account'
import { Filings } from '@/data/import/filings'
import { importFiles, lookAt, wasRead, type Description } from '@/data/import/import'
import type { FileChoices, Mapping } from '@/data/import/mapping'
import { packageFiles } from '@/data/import/write-package'
import { loadPackage, type Source } from '@/data/load'
import { LoadError } from '@/data/load-error'
import { checkReport, checkTable, failingDoubts, findingText, summaryText, type Finding } from '@/domain/checks'
import { allDoubts } from '@/domain/doubt'
import { repairsText, withRepairs } from '@/domain/repair'
import { revisionDoubts } from '@/domain/revised'
import { fromLink } from '@/domain/selection'
import { sheetOf } from '@/domain/sheet'
import { Table } from '@/domain/table'
import { unknownIn } from '@/domain/unknown'
import { filedFigures, filedStatements, problemOut, readReports, reportOut, type ReadReport } from '@/reading'

type Write = (data: string | Uint8Array) => Promise<void> | void

/** Where output goes. */
export interface Streams {
  readonly stdout: Write
  readonly stderr: Write
}

const USAGE = `usage: atlas slice <package folder> "<link>"
       atlas import <files or folders…> [--format ID] [--map FILE] [--describe FILE] [--title TEXT] --out DIR
       atlas read <files or folders…> [--out DIR]
       atlas check <package folder> [--format json|text]

slice    prints the CSV that the page at the link offers for download: that of the chart the link names, else of the page's first chart.
import   writes a data package of CSV, TSV, XLSX and ZIP files, or of other data packages, and prints an account as JSON. --map gives the
         columns' meaning (as the import page exports it), --describe title, sources and licence for datapackage.json.
read     reads official reports (HTML, MHTML, DOCX, ODT, RTF, PDF, text) and prints a JSON line per report: figures with their evidence, problems, checks.
         --out also writes a data package of them.
check    prints what the checks find in a package, a JSON line (or lines of text) per finding, and a summary;
         1 when a hard check fails, 2 when there is no package to check.
`
/** Parameters of the page that are no part of the selection. */
const PAGE_PARAMS = ['lang', 'theme', 'package']

const folderSource = (folder: string): Source => ({
  read: (path) =>
    readFile(join(folder, path)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null
      throw error
    }),
})

/** Runs the command line. Gives the exit code: 0 done, 1 something cannot be read (the rest is done) or a hard check fails, 2 the command is not understood or there is no package to check. */
export async function run(args: readonly string[], streams: Streams): Promise<number> {
  const [command, ...words] = args
  try {
    if (command === 'slice' && words.length === 2) return await printSlice(words[0]!, words[1]!, streams)
    const asked = command === 'import' ? importArgs(words) : null
    if (asked) return await importInto(asked, streams)
    const documents = command === 'read' ? readArgs(words) : null
    if (documents) return await readInto(documents, streams)
    const checked = command === 'check' ? checkArgs(words) : null
    if (checked) return await printChecks(checked, streams)
  } catch (error) {
    if (!(error instanceof LoadError)) throw error
    await streams.stderr(`${error.message}\n`)
    return command === 'check' ? 2 : 1
  }
  await streams.stderr(USAGE)
  return 2
}

interface ImportArgs {
  readonly paths: readonly string[]
  readonly out: string
  readonly format?: string | undefined
  readonly map?: string | undefined
  readonly describe?: string | undefined
  readonly title?: string | undefined
}

/** Null when the words make no import. */
function importArgs(words: readonly string[]): ImportArgs | null {
  const option = { type: 'string' } as const
  try {
    const { values, positionals } = parseArgs({ args: [...words], allowPositionals: true, options: { format: option, map: option, out: option, describe: option, title: option } })
    return values.out === undefined || positionals.length === 0 ? null : { ...values, paths: positionals, out: values.out }
  } catch {
    return null
  }
}

/** The files at a path: itself, or all in a folder, named by the path inside it; null when there is nothing. */
async function filesAt(path: string): Promise<ImportFile[] | null> {
  const found = await stat(path).catch(() => null)
  if (found === null) return null
  if (!found.isDirectory()) return [{ name: basename(path), bytes: new Uint8Array(await readFile(path)) }]
  const entries = await readdir(path, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)).sort()
  return Promise.all(files.map(async (file) => ({ name: `${basename(path)}${file.slice(path.replace(/\/+$/, '').length)}`, bytes: new Uint8Array(await readFile(file)) })))
}

const readJson = async <T>(path: string | undefined, none: T): Promise<T> => {
  if (path === undefined) return none
  try {
    return JSON.parse(await readFile(path, 'utf8')) as T
  } catch (error) {
    throw new LoadError('package-missing', path, String(error))
  }
}

async function importInto({ paths, out, format, map, describe, title }: ImportArgs, { stdout, stderr }: Streams): Promise<number> {
  const found = await Promise.all(paths.map(filesAt))
  const files = found.flatMap((each) => each ?? [])
  for (const path of paths.filter((_, at) => found[at] === null)) await stderr(`there is no file ${path}\n`)
  const mapping = await readJson<Mapping | undefined>(map, undefined)
  const description = await readJson<Description>(describe, { created: new Date().toISOString().slice(0, 10), title: title ?? basename(paths[0]!) })
  const choice: FileChoices = { ...(format === undefined ? {} : { format }), ...(mapping ? { mapping } : {}) }
  const choices = Object.keys(choice).length === 0 ? {} : Object.fromEntries((await lookAt(files, {}, { cMapUrl: C_MAPS })).map(({ name }) => [name, choice]))
  const imported = await importFiles(files, choices, { cMapUrl: C_MAPS, ...description, ...(title === undefined ? {} : { title }) })
  await writePackage(out, imported.files)
  const { problems, problemsUntold, ...account } = imported.account
  await stdout(`${JSON.stringify({ ...account, problems: problems.length + problemsUntold }, null, 1)}\n`)
  return account.files.length > 0 && account.files.every(wasRead) && !found.includes(null) ? 0 : 1
}

interface ReadArgs {
  readonly paths: readonly string[]
  readonly out?: string | undefined
}

/** Null when the words name no documents. */
function readArgs(words: readonly string[]): ReadArgs | null {
  try {
    const { values, positionals } = parseArgs({ args: [...words], allowPositionals: true, options: { out: { type: 'string' } } })
    return positionals.length === 0 ? null : { paths: positionals, out: values.out }
  } catch {
    return null
  }
}

async function readInto({ paths, out }: ReadArgs, { stdout, stderr }: Streams): Promise<number> {
  const found = await Promise.all(paths.map(filesAt))
  for (const path of paths.filter((_, at) => found[at] === null)) await stderr(`there is no file ${path}\n`)
  const results = await inLanes(found.flatMap((each) => each ?? []), (file) => readReports(file, { cMapUrl: C_MAPS }))
  const reports = results.flatMap((result) => result.reports)
  const files = packageOf(reports, results.map(({ file }) => file))
  const checks = await checksOf(files)
  for (const { file, reports: own, refused } of results) {
    if (refused) await stdout(`${JSON.stringify({ file, agency: null, year: null, format: null, figures: {}, evidence: {}, narrative: {}, problems: [problemOut(refused)], checks: [] })}\n`)
    for (const report of own) await stdout(`${JSON.stringify({ ...reportOut(report), checks: checks(report) })}\n`)
  }
  if (out !== undefined) await writePackage(out, files)
  return results.length > 0 && results.every(({ refused }) => refused === null) && !found.includes(null) ? 0 : 1
}

/** Documents read at a time: while one waits for its parser, another goes on. */
const LANES = 4

/** What `work` makes of each item, some at a time, in the items' order. */
async function inLanes<Item, Result>(items: readonly Item[], work: (item: Item) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = []
  let next = 0
  const lane = async (): Promise<void> => {
    for (let at = next++; at < items.length; at = next++) results[at] = await work(items[at]!)
  }
  await Promise.all(Array.from({ length: LANES }, lane))
  return results
}

/** Tables of characters for PDF fonts that are not embedded. */
const C_MAPS = fileURLToPath(new URL('../node_modules/pdfjs-dist/cmaps/', import.meta.url))

/** The data package of the reports that say whose they are, and of which year. */
function packageOf(reports: readonly ReadReport[], files: readonly string[]): Map<string, Uint8Array> {
  const filings = new Filings()
  filings.files.push(...files)
  for (const report of reports) {
    const { agency, year, file, format } = report
    if (agency === null || year === null) continue
    const row = filings.report(filings.agency(agency, { name: agency }, file, 'cn').index, year, format)
    filings.reports[row]!.sources.add(file)
    const keep = (figure: string, asNamed: string, text: string, note: string, place: string, quote: string): unknown => filings.evidence.push([filings.agencies[filings.reports[row]!.agency]!.id, String(year), figure, asNamed, text, '', note, [file, place].filter(Boolean).join(' '), quote])
    for (const { figure, asNamed, text, note, place, quote } of filedFigures(report)) {
      if (figure !== '') filings.put(filings.column(figure), row, text, files.indexOf(file), 0)
      keep(figure, asNamed, text, note, place, quote)
    }
    for (const { figure, asNamed, text, unit, note, place, quote } of filedStatements(report)) {
      filings.statements.push({ row, figure, asNamed, value: text, unit, note })
      keep(figure, asNamed, text, note, place, quote)
    }
  }
  const account = { files: [], agencies: filings.agencies.length, reports: filings.reports.length, figures: filings.countNumbers(), versions: filings.versions.size, problems: [], problemsUntold: 0 }
  return packageFiles(filings, account, { title: 'read', created: new Date().toISOString().slice(0, 10) })
}

/** What the checks of a package say of a report, those that pass left out. */
async function checksOf(files: ReadonlyMap<string, Uint8Array>): Promise<(report: ReadReport) => object[]> {
  const table = new Table(await loadPackage({ read: async (path) => files.get(path) ?? null }))
  return ({ agency, year }) => {
    const row = Array.from({ length: table.size }, (_, at) => at).find((at) => table.data.agencies[table.data.reportAgency[at]!]!.name === agency && table.data.reportYear[at] === year)
    if (row === undefined) return []
    const told = checkReport(table, row).filter(({ outcome }) => outcome === 'fail' || outcome === 'total-blank')
    return told.map(({ check, test, outcome, cells, expected, found, explanation }) => ({ check, test, outcome, cells, expected, found, explanation: explanation.zh }))
  }
}

/** Writes the package; files of an earlier one in the same folder go. */
async function writePackage(out: string, files: ReadonlyMap<string, Uint8Array>): Promise<void> {
  await mkdir(out, { recursive: true })
  const before = (await readdir(out)).filter((name) => name.endsWith('.csv') || name === 'import.json' || name === 'datapackage.json')
  await Promise.all(before.filter((name) => !files.has(name)).map((name) => rm(join(out, name))))
  for (const [path, bytes] of files) {
    await mkdir(dirname(join(out, path)), { recursive: true })
    await writeFile(join(out, path), bytes)
  }
}

async function printSlice(folder: string, link: string, { stdout, stderr }: Streams): Promise<number> {
  const selection = fromLink(link, PAGE_PARAMS)
  const { table, unfit } = withRepairs(new Table(await loadPackage(folderSource(folder))), selection.repaired)
  for (const { param, text } of unknownIn(table, selection, CHARTS.map(({ id }) => id))) await stderr(`not in this data: ${param}=${text}\n`)
  for (const repair of unfit) await stderr(`does not fit this data: repaired=${repairsText([repair])}\n`)
  const chart = chartById(selection.chart) ?? leadChart(selection.view, selection, table)
  if (!chart) {
    await stderr(`no chart on the page ${selection.view}\n`)
    return 1
  }
  await stdout(csvBytes(sheetOf(table, selection, sliceFor(chart, table, selection, allDoubts(failingDoubts(checkTable(table)), revisionDoubts(table))), selection.shape)))
  return 0
}

interface CheckArgs {
  readonly folder: string
  readonly text: boolean
}

/** Null when the words ask for no check. */
function checkArgs(words: readonly string[]): CheckArgs | null {
  try {
    const { values, positionals } = parseArgs({ args: [...words], allowPositionals: true, options: { format: { type: 'string', default: 'json' } } })
    const [folder] = positionals
    return folder === undefined || positionals.length > 1 || !['json', 'text'].includes(values.format) ? null : { folder, text: values.format === 'text' }
  } catch {
    return null
  }
}

/** The package of a folder; whatever keeps it from being read is told in one line. */
const packageIn = (folder: string): ReturnType<typeof loadPackage> =>
  loadPackage(folderSource(folder)).catch((error: unknown) => {
    throw error instanceof LoadError ? error : new LoadError('package-missing', folder, String(error instanceof Error ? error.message : error).split('\n')[0])
  })

/** Who reads the output may stop early (`| head`): then nothing more is written. */
async function whileRead(write: () => Promise<void>): Promise<void> {
  try {
    await write()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error
  }
}

async function printChecks({ folder, text }: CheckArgs, { stdout }: Streams): Promise<number> {
  const findings = checkTable(new Table(await packageIn(folder)))
  await whileRead(async () => {
    for (const finding of findings) {
      if (!text) await stdout(`${JSON.stringify(findingOut(findings.table, finding))}\n`)
      else if (finding.outcome !== 'untestable') await stdout(findingText(findings.table, finding))
    }
    await stdout(text ? summaryText(findings) : `${JSON.stringify(findings.summary())}\n`)
  })
  return findings.failsHard() ? 1 : 0
}

const findingOut = (table: Table, { row, check, test, outcome, cells, expected, found, difference, explanation, proposals, against, year }: Finding): object => ({
  agency: table.agencyOf(row).name,
  year,
  check,
  test,
  outcome,
  cells,
  expected,
  found,
  difference,
  explanation,
  proposals,
  ...(against ? { against } : {}),
})
