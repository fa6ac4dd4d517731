import type { FigureId } from '@/domain/figure'
import { isCount } from '@/domain/formats'
import type { Problem, ProblemKind } from '@/domain/problem'
import { teller, type Tell } from '../table-file'
import type { Account, FileAccount, Imported, ImportFile, ImportProgress, Look, PreviewCell, ReadLook, Shape } from './account'
import { contentsOf, type Assets, type PackageMember, type Refused } from './containers'
import { earlierProblems, takePackage } from './from-package'
import { Filings } from './filings'
import { headedTable, type HeadedTable } from './headed'
import type { FileChoices, Mapping } from './mapping'
import { recognise } from './recognise'
import { isUnnamed, type Recognition } from './recognition'
import type { TableSource } from './table-source'
import { Taker } from './take'
import { agrees } from './totals'
import { packageFiles, type Description } from './write-package'

export { problemsCsv } from './problems-csv'
export { roleChoices, rolesFor } from './roles'
export { chooseVersion, editReport } from './change-package'
export type { Description } from './write-package'

export type Choices = Readonly<Record<string, FileChoices>>

export interface ImportOptions extends Description, Assets {
  readonly progress?: (now: ImportProgress) => void
}

const PREVIEW_ROWS = 12
const PREVIEW_CELLS = 40

interface Understood {
  readonly table: HeadedTable
  readonly recognition: Recognition
  readonly mapping: Mapping
}

/** How a mapping made by hand names its figures. */
function shapeOf({ columns }: Mapping): Shape {
  const roles = new Set(Object.values(columns).map(({ as }) => as))
  return roles.has('year-cells') ? 'years' : roles.has('part') ? 'form' : roles.has('value') ? 'tidy' : 'wide'
}

/** What a table is, as the reader says or as recognised. */
function understand(source: TableSource, { format, mapping, columns }: FileChoices): Understood {
  const table = headedTable(source)
  const found = recognise({ name: source.name, headings: table.headings, titles: table.above.map(({ text }) => text), sample: table.sample }, format)
  const kept = columns && !mapping ? { ...found, format: found.format || (format ?? ''), mapping: { ...found.mapping, columns: { ...found.mapping.columns, ...columns } } } : found
  const recognition = mapping ? { ...kept, format: mapping.format, shape: found.shape === 'unknown' ? shapeOf(mapping) : found.shape, told: [] } : kept
  const chosen = mapping ?? kept.mapping
  return { table, recognition, mapping: chosen.decimal ? chosen : { ...chosen, decimal: decimalOf(source, table, chosen) } }
}

const DECIMAL_COMMA = /^[+-]?\d{1,3}(?:\.\d{3})+,\d+$|^[+-]?\d+,\d{1,2}$|^[+-]?\d{4,},\d+$|^[+-]?0,\d+$/
const DECIMAL_POINT = /^[+-]?\d{1,3}(?:,\d{3})+\.\d+$|^[+-]?\d+\.\d{1,2}$|^[+-]?\d{4,}\.\d+$|^[+-]?0\.\d+$|^[+-]?\d+\.\d{4,}$/
/** `25.431`: thousands where points group, or a fraction. */
const GROUPED = /^[+-]?\d{1,3}(?:\.\d{3})+$/

/** The figure that a column of numbers holds, where one column holds one. */
const figureIn = (mapping: Mapping, heading: string): FigureId | undefined => {
  const role = mapping.columns[heading]
  return role?.as === 'cells' ? role.figure : role?.as === 'year-cells' || role?.as === 'value' ? mapping.figure : undefined
}

/**
 * Whether numbers have decimal commas: some must show it, none may show the contrary. Numbers of whole things that all have three
 * digits behind each point have points between thousands, which comes to the same.
 */
function decimalOf({ delimiter, typed }: TableSource, { headings, sample }: HeadedTable, mapping: Mapping): 'point' | 'comma' {
  if (typed) return 'point'
  const columns = headings.flatMap((heading, at) => (['cells', 'own', 'part', 'value', 'year-cells'].includes(mapping.columns[heading]?.as ?? '') ? [{ heading, at }] : []))
  const cellsOf = (at: number): string[] => sample.map((row) => (row[at] ?? '').trim().replace(/%$/, ''))
  const all = columns.flatMap(({ at }) => cellsOf(at))
  if (all.some((cell) => DECIMAL_POINT.test(cell))) return 'point'
  if (delimiter !== ',' && all.some((cell) => DECIMAL_COMMA.test(cell))) return 'comma'
  const whole = columns.filter(({ heading }) => {
    const figure = figureIn(mapping, heading)
    return figure === undefined ? mapping.columns[heading]?.as === 'part' : isCount(figure)
  })
  return whole.some(({ at }) => cellsOf(at).some((cell) => GROUPED.test(cell))) ? 'comma' : 'point'
}

/** Tells what is known of a table before its lines are read. */
function tellFound(source: TableSource, { recognition, mapping, table }: Understood, tell: Tell): void {
  if (source.encoding !== '' && (!source.encodingSure || source.encoding !== 'utf-8')) tell('encoding', { text: source.encoding })
  for (const { message, remedy, text } of source.report?.problems ?? []) tell('document-part', { text, said: { message, remedy } })
  for (const { kind, ...where } of recognition.told) tell(kind, { line: table.line, ...where })
  table.headings.forEach((heading, at) => {
    const text = table.sample.map((row) => row[at] ?? '').find((cell) => cell.trim() !== '')
    if (isUnnamed(heading) && text !== undefined && !Object.hasOwn(mapping.columns, heading)) tell('column-unnamed', { line: table.line, column: heading, text })
  })
  if (mapping.decimal === 'comma') tell('decimal-comma')
  if (mapping.year !== null && !source.report) tell('year-taken', { text: String(mapping.year) })
}

/** Reads the lines below the headings into filings. Every line is loaded or reported. */
function takeTable(source: TableSource, understood: Understood, filings: Filings, tell: Tell, { preview, first, progress, said = {} }: { preview?: (cell: PreviewCell) => void; first?: number; progress?: (read: number) => void; said?: FileChoices } = {}): FileAccount {
  const { table, mapping, recognition } = understood
  const file = filings.files.push(source.name) - 1
  const width = table.headings.length
  const taker = new Taker(filings, file, table, mapping, tell, preview, source.report !== undefined)
  const lacks = recognition.format === '' ? 'columns-unmapped' : taker.lacks()
  if (lacks && !(lacks === 'columns-unmapped' && recognition.told.some(({ kind }) => kind === lacks))) tell(lacks, { line: table.line, text: table.headings.join(' | ') })
  let rowsIn = 0
  let rowsLoaded = 0
  const leave = (kind: ProblemKind, line: number, text: string): void => {
    rowsIn += 1
    tell(kind, { line, text, lineLeftOut: true })
  }
  for (const { line, text } of table.above) leave('row-preamble', line, text)
  const row = (cells: readonly string[], line: number): void => {
    if (line <= table.line || cells.every((cell) => cell.trim() === '')) return
    if (lacks) {
      rowsIn += 1
      return
    }
    if (isHeadingAgain(cells, table)) return leave('row-heading', line, cells.join(source.delimiter || ','))
    const fits = cells.length === width || (cells.length > width && cells.slice(width).every((cell) => cell.trim() === ''))
    if (!fits) return leave('ragged', line, cells.join(source.delimiter || ','))
    rowsIn += 1
    if (taker.take(cells, line)) rowsLoaded += 1
  }
  const broken = (text: string, line: number): void => {
    if (line > table.line) leave('quote', line, text)
  }
  source.read({ row, broken, told: (kind, where) => tell(kind, where), ...(progress ? { progress } : {}) }, first)
  if (source.report) for (const filed of taker.reports) settle(filings, filed, file, source.report, said)
  const checks = taker.totals.checks()
  const differing = checks.filter((check) => !agrees(check))
  for (const { line, column, stated, sum } of differing) tell('total-differs', { line, column: table.headings[taker.placeOf(column)] ?? '', text: `${stated} / ${sum}` })
  return {
    file: source.name,
    format: recognition.format,
    shape: source.report ? 'document' : recognition.shape,
    encoding: source.encoding,
    delimiter: source.delimiter,
    rowsIn,
    rowsLoaded,
    rowsReported: rowsIn - rowsLoaded,
    totalsChecked: checks.length,
    totalsDiffering: differing.length,
  }
}

/** What the reader says of a document's report: corrected cells, whose it is where the document says otherwise, and whose work it counts. */
function settle(filings: Filings, row: number, file: number, read: ReadLook, { edits = {}, mapping, scope }: FileChoices): void {
  for (const [figure, edit] of Object.entries(edits)) filings.edit(row, figure as FigureId, edit, file)
  const report = filings.reports[row]!
  if (scope) report.scope = scope
  const said = [mapping?.agency && mapping.agency !== read.agency ? `机关名称为人工填写，文档读作：${read.agency ?? '未写明'}` : '', mapping && mapping.year !== null && mapping.year !== read.year ? `年度为人工填写，文档读作：${read.year ?? '未写明'}` : '']
  report.notes = [report.notes, ...said].filter((text) => text !== '').join('；')
}

/** The line of headings stands in the body again (files put one after the other). */
function isHeadingAgain(cells: readonly string[], { raw }: HeadedTable): boolean {
  const filled = raw.filter((cell) => cell.trim() !== '')
  return filled.length >= 2 && cells.filter((cell, at) => cell.trim() !== '' && cell.trim() === raw[at]?.trim()).length >= filled.length * 0.8
}

/** Collects problems of all files; beyond so many of a kind in a file they are only counted. */
class Problems {
  readonly all: Problem[] = []
  untold = 0

  tellerOf(file: string): Tell {
    return teller(file, (problem) => this.all.push(problem), () => (this.untold += 1))
  }
}

/** What the files are taken for, before anything is loaded: a look for each table, package and refused file, told as it is had. Never throws. */
export async function lookAt(files: readonly ImportFile[], choices: Choices = {}, assets: Assets = {}, told: { readonly progress?: (now: ImportProgress) => void; readonly look?: (look: Look) => void } = {}): Promise<Look[]> {
  const looks: Look[] = []
  const add = (look: Look): void => {
    looks.push(look)
    told.look?.(look)
  }
  const contents = await contentsOf(files, choices, assets, {
    table: (source) => add(lookAtTable(source, choices[source.name] ?? {})),
    refused: (refused) => add(lookAtRefused(refused)),
    ...(told.progress ? { progress: told.progress } : {}),
  })
  contents.packages.map(lookAtPackage).forEach(add)
  return looks
}

const lookAtRefused = ({ name, kind, text, said }: Refused): Look => ({ ...NOTHING, name, refused: kind, problems: [{ kind, file: name, text, ...(said ? { said } : {}) }] })

const NOTHING: Omit<Look, 'name'> = { refused: null, encoding: '', encodingSure: true, delimiter: '', format: '', shape: 'unknown', mapping: { format: '', columns: {}, year: null }, headings: [], headingLine: 0, sample: [], preview: [], problems: [], read: null }

const lookAtPackage = ({ name }: PackageMember): Look => ({ ...NOTHING, name, shape: 'package', format: 'package' })

function lookAtTable(source: TableSource, choice: FileChoices): Look {
  const understood = understand(source, choice)
  const { table, recognition, mapping } = understood
  const problems = new Problems()
  const tell = problems.tellerOf(source.name)
  tellFound(source, understood, tell)
  const preview: PreviewCell[] = []
  const lines = new Set<number>()
  if (recognition.format !== '') {
    const add = (cell: PreviewCell): void => {
      if (preview.length < PREVIEW_CELLS && (lines.size < PREVIEW_ROWS || lines.has(cell.line))) preview.push(cell)
      lines.add(cell.line)
    }
    takeTable(source, understood, new Filings(), tell, { preview: add, first: 1 << 15 })
  }
  return {
    ...NOTHING,
    name: source.name,
    encoding: source.encoding,
    encodingSure: source.encodingSure,
    delimiter: source.delimiter,
    format: recognition.format,
    shape: source.report ? 'document' : recognition.shape,
    mapping,
    headings: table.headings,
    headingLine: table.line,
    sample: table.sample.slice(0, PREVIEW_ROWS),
    preview,
    problems: problems.all,
    read: source.report ?? null,
  }
}

/** Makes one data package of all files. Files that cannot be read are in the account and their problems; the others are written. Never throws for what files hold. */
export async function importFiles(files: readonly ImportFile[], choices: Choices = {}, { progress, cMapUrl, ...description }: ImportOptions = {}): Promise<Imported> {
  const contents = await contentsOf(files, choices, cMapUrl === undefined ? {} : { cMapUrl }, progress ? { progress } : {})
  const problems = new Problems()
  const filings = new Filings()
  const accounts: FileAccount[] = []
  const only = contents.packages.length === 1 && contents.tables.length + contents.refused.length === 0 ? contents.packages[0] : undefined
  for (const member of contents.packages) {
    accounts.push(...(await takePackage(member, filings, problems.tellerOf(member.name))))
    problems.all.push(...earlierProblems(member.files))
  }
  const total = contents.tables.reduce((sum, { size }) => sum + size, 0)
  let before = 0
  for (const source of contents.tables) {
    const start = before
    const tell = problems.tellerOf(source.name)
    const choice = choices[source.name] ?? {}
    const understood = understand(source, choice)
    tellFound(source, understood, tell)
    accounts.push(takeTable(source, understood, filings, tell, { said: choice, progress: (read) => progress?.({ file: source.name, loaded: start + read, total }) }))
    before += source.size
    progress?.({ file: source.name, loaded: before, total })
  }
  for (const { name, kind, text, said } of contents.refused) {
    problems.tellerOf(name)(kind, { text, ...(said ? { said } : {}) })
    accounts.push({ file: name, format: '', shape: 'unknown', encoding: '', delimiter: '', rowsIn: 0, rowsLoaded: 0, rowsReported: 0, totalsChecked: 0, totalsDiffering: 0 })
  }
  const account: Account = {
    files: accounts,
    agencies: filings.agencies.length,
    reports: filings.reports.length,
    figures: filings.countNumbers(),
    versions: new Set([...filings.versions.values()].map(({ row }) => row)).size,
    problems: problems.all,
    problemsUntold: problems.untold,
  }
  // A package by itself is taken as it is: what was exported comes back byte for byte.
  return { files: only && only.files.has('import.json') ? only.files : packageFiles(filings, account, description), account }
}

/** Whether a file could be read at all: something was loaded, or it has no line. */
export const wasRead = ({ format, rowsIn, rowsLoaded, shape }: FileAccount): boolean => shape === 'package' || (format !== '' && (rowsLoaded > 0 || rowsIn === 0))

