import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { doubtfulIn } from '@/data/import/documents'
import { Filings } from '@/data/import/filings'
import { packageFiles } from '@/data/import/write-package'
import { loadPackage } from '@/data/load'
import { checkReport, type Finding } from '@/domain/checks'
import { Table } from '@/domain/table'
import { filedFigures, filedStatements, problemOut, reportOut, type ReadReport, type ReadResult } from '@/reading'
import { filesAtAll, writePackage, type FoundFile } from './files'
import { askOf, readFound, type Line } from './helper'
import { inLanes } from './lanes'
import type { Streams } from './streams'
import { doubtCell } from '@/data/import/corrected-cells'

export interface ReadArgs {
  readonly paths: readonly string[]
  readonly out?: string | undefined
}

/** Null when the words name no documents. */
export function readArgs(words: readonly string[]): ReadArgs | null {
  try {
    const { values, positionals } = parseArgs({ args: [...words], allowPositionals: true, options: { out: { type: 'string' } } })
    return positionals.length === 0 ? null : { paths: positionals, out: values.out }
  } catch {
    return null
  }
}

/** Starts another thread of this program, which reads documents (`serve`). */
export type StartHelper = () => Line & { readonly terminate: () => Promise<unknown> }

/** Prints a line per report, one for each document that cannot be read, and writes a package of them where asked. Gives the exit code: 1 when a document could not be read. */
export async function readInto({ paths, out }: ReadArgs, streams: Streams, startHelper?: StartHelper): Promise<number> {
  const { stdout } = streams
  const results = await readAll(await filesAtAll(paths, streams), startHelper)
  const reports = results.flatMap((result) => result.reports)
  const files = packageOf(reports, results.map(({ file }) => file))
  const checks = await checksOf(reports, files)
  for (const { file, reports: own, refused } of results) {
    if (refused) await stdout(`${JSON.stringify({ file, agency: null, year: null, format: null, figures: {}, evidence: {}, narrative: {}, problems: [problemOut(refused)], checks: [] })}\n`)
    for (const report of own) await stdout(`${JSON.stringify({ ...reportOut(report), checks: checks.get(report) })}\n`)
  }
  if (out !== undefined) await writePackage(out, files)
  return results.length > 0 && results.every(({ refused }) => refused === null) ? 0 : 1
}

/** Documents read at a time in this thread: while one waits for its parser, another goes on. */
const LANES = 4
/** Documents that another thread is worth its start for. */
const WORTH_A_HELPER = 12

/** What became of each document. Of many, other threads read their part, as many as there are processors beside this one's. */
async function readAll(files: readonly FoundFile[], startHelper: StartHelper | undefined): Promise<ReadResult[]> {
  const count = startHelper ? Math.min(availableParallelism() - 1, Math.floor(files.length / WORTH_A_HELPER)) : 0
  const helpers = Array.from({ length: count }, () => startHelper!())
  try {
    return await inLanes(files, LANES, readFound, helpers.map(askOf))
  } finally {
    await Promise.all(helpers.map((helper) => helper.terminate()))
  }
}

/** The data package of the reports that say whose they are, and of which year. */
function packageOf(reports: readonly ReadReport[], files: readonly string[]): Map<string, Uint8Array> {
  const filings = new Filings()
  filings.files.push(...files)
  for (const report of reports) {
    const { agency, year, file, format } = report
    if (agency === null || year === null) continue
    const row = filings.report(filings.agency(agency, { name: agency }, file, 'cn').index, year, format)
    filings.reports[row]!.sources.add(file)
    filings.nameOf(row, files.indexOf(file))
    const keep = (figure: string, asNamed: string, text: string, note: string, place: string, quote: string): unknown => filings.words.witness([filings.agencies[filings.reports[row]!.agency]!.id, String(year), figure, asNamed, text, '', note, [file, place].filter(Boolean).join(' '), quote])
    for (const { figure, asNamed, text, note, place, quote } of filedFigures(report)) {
      if (figure !== '') filings.put(filings.column(figure), row, text, files.indexOf(file), 0)
      keep(figure, asNamed, text, note, place, quote)
    }
    for (const [figure, why] of doubtfulIn(report)) doubtCell(filings, row, figure, why, files.indexOf(file))
    for (const { figure, asNamed, text, unit, note, place, quote } of filedStatements(report)) {
      filings.words.state({ row, figure, asNamed, value: text, unit, note })
      keep(figure, asNamed, text, note, place, quote)
    }
  }
  const account = { files: [], agencies: filings.agencies.length, reports: filings.reports.length, figures: filings.countNumbers(), versions: filings.versions.size, ...filings.doubtful(), problems: [], problemsUntold: 0 }
  return packageFiles(filings, account, { title: 'read', created: new Date().toISOString().slice(0, 10) })
}

const tableOf = async (files: ReadonlyMap<string, Uint8Array>): Promise<Table> => new Table(await loadPackage({ read: async (path) => files.get(path) ?? null }))

/** Stand in for what a document does not say, so that its sums are checked all the same. */
const NOBODY = '（机关不明）'
const SOME_YEAR = 2021

const keyOf = ({ agency, year }: ReadReport): string => `${agency}~${year}`

/** Compares the documents of one agency and year; all other checks are about one document. */
const OF_VERSIONS = 'H7'

/** What the checks say of each report, those that pass left out: beside the agency's other years where it is the first of its year, by itself where it is not (a second document of the year, or nobody's). Never of cells that another document of the same year states; that there is one is said of the first. */
async function checksOf(reports: readonly ReadReport[], files: ReadonlyMap<string, Uint8Array>): Promise<Map<ReadReport, object[]>> {
  const named = reports.filter(({ agency, year }) => agency !== null && year !== null)
  const firsts = new Set(new Map(named.toReversed().map((report) => [keyOf(report), report])).values())
  const all = await tableOf(files)
  const apart = firsts.size === named.length ? all : await tableOf(packageOf([...firsts], [...firsts].map(({ file }) => file)))
  const saidIn = (table: Table, { agency, year }: ReadReport): Said[] => saidOf(table, table.data.reportYear.findIndex((each, row) => each === year && table.agencyOf(row).name === agency))
  const checks = new Map<ReadReport, object[]>()
  for (const report of reports) {
    const alone = async (): Promise<Said[]> => saidOf(await tableOf(packageOf([{ ...report, agency: report.agency ?? NOBODY, year: report.year ?? SOME_YEAR }], [report.file])), 0)
    checks.set(report, !firsts.has(report) ? await alone() : apart === all ? saidIn(all, report) : [...saidIn(apart, report), ...saidIn(all, report).filter(({ check }) => check === OF_VERSIONS)])
  }
  return checks
}

type Said = Pick<Finding, 'check' | 'test' | 'outcome' | 'cells' | 'expected' | 'found'> & { readonly explanation: string }

function saidOf(table: Table, row: number): Said[] {
  const told = checkReport(table, row).filter(({ outcome }) => outcome === 'fail' || outcome === 'total-blank')
  return told.map(({ check, test, outcome, cells, expected, found, explanation }) => ({ check, test, outcome, cells, expected, found, explanation: explanation.zh }))
}
