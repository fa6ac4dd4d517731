import { MISSING_LABELS, NOT_KNOWN } from '@/domain/cell'
import { APPLICANT_IDS, CHANNEL_MEASURES, PROACTIVE_COLUMNS, REVIEW_RESULTS, type FigureId } from '@/domain/figure'
import { labelOfFigure, unitOfFigure } from '@/domain/formats'
import { UNITS } from '@/domain/unit'
import { csvCell } from '../csv'
import { DESCRIPTOR, type Reference } from '../descriptor'
import type { Account } from './account'
import { filedText, type FiledColumn, type Filings } from './filings'
import { problemsCsv } from './problems-csv'

/** What a package says about itself beyond what its files show. */
export interface Description {
  readonly title?: string
  readonly name?: string
  readonly description?: string
  readonly version?: string
  /** Day it was made, `2026-11-24`. */
  readonly created?: string
  readonly sources?: readonly Reference[]
  readonly licenses?: readonly Reference[]
  /** Source of every report that names none itself. */
  readonly reportSource?: string
}

/** Lines of a file, made as they are asked for: a table may have millions. */
interface TableFile {
  readonly name: string
  readonly headings: readonly string[]
  readonly rows: Iterable<readonly string[]>
}

const NUMBER = /^[+-]?\d+(?:\.\d+)?$/
/** A number in text stays a number; any other text that a spreadsheet would run is guarded. */
const cellText = (text: string): string => (NUMBER.test(text) ? text : csvCell(text))
const PART_CHARACTERS = 1 << 20

/** A table as UTF-8 with line feeds, as the package's format asks, and how many lines it has below the headings. */
function tableBytes({ headings, rows }: TableFile): { bytes: Uint8Array; count: number } {
  const encoder = new TextEncoder()
  const parts: Uint8Array[] = []
  let text = `${headings.map(cellText).join(',')}\n`
  let count = 0
  for (const row of rows) {
    text += `${row.map(cellText).join(',')}\n`
    count += 1
    if (text.length < PART_CHARACTERS) continue
    parts.push(encoder.encode(text))
    text = ''
  }
  parts.push(encoder.encode(text))
  return { bytes: joinedBytes(parts), count }
}

function joinedBytes(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

const WIDE = [
  { section: 'proactive', key: 'item', columns: Object.keys(PROACTIVE_COLUMNS) },
  { section: 'requests', key: 'row', columns: APPLICANT_IDS as readonly string[] },
  { section: 'reviews', key: 'kind', columns: Object.keys(REVIEW_RESULTS) },
  { section: 'participation', key: 'channel', columns: Object.keys(CHANNEL_MEASURES) },
] as const

interface Line {
  readonly agency: string
  readonly year: string
  readonly row: number
}

function* linesOf(filings: Filings): Generator<Line> {
  for (let row = 0; row < filings.reports.length; row += 1) yield lineOf(filings, row)
}

const lineOf = (filings: Filings, row: number): Line => ({ agency: filings.agencies[filings.reports[row]!.agency]!.id, year: String(filings.reports[row]!.year), row })

/** A line per report and row of the national table, for the rows that any file states of it. */
function wideFile(filings: Filings, { section, key, columns }: (typeof WIDE)[number]): TableFile {
  const keys = new Map<string, Map<string, FiledColumn>>()
  for (const figure of filings.figuresOf(section)) {
    const parts = figure.split('.')
    const row = parts.slice(section === 'requests' || section === 'participation' ? 1 : 0, -1).join('.')
    const known = keys.get(row) ?? new Map<string, FiledColumn>()
    keys.set(row, known.set(parts.at(-1)!, filings.columns.get(figure)!))
  }
  const named = [...keys].map(([name, figures]) => ({ name, cells: columns.map((column) => figures.get(column)) }))
  function* rows(): Generator<string[]> {
    for (const { agency, year, row } of linesOf(filings)) {
      for (const { name, cells } of named) {
        if (cells.every((column) => column?.cells[row] === undefined)) continue
        yield [agency, year, name, ...cells.map((column) => filedText(column?.cells[row]))]
      }
    }
  }
  return { name: section, headings: ['agency', 'year', key, ...columns], rows: rows() }
}

function figuresFile(filings: Filings): TableFile {
  const figures = filings.figuresOf('figures')
  const columns = figures.map((figure) => filings.columns.get(figure)!)
  function* rows(): Generator<string[]> {
    for (const { agency, year, row } of linesOf(filings)) {
      if (columns.some(({ cells }) => cells[row] !== undefined)) yield [agency, year, ...columns.map(({ cells }) => filedText(cells[row]))]
    }
  }
  return { name: 'figures', headings: ['agency', 'year', ...figures], rows: rows() }
}

function narrativeFile(filings: Filings): TableFile {
  const columns = filings.figuresOf('narrative').map((figure) => filings.columns.get(figure)!)
  function* rows(): Generator<string[]> {
    for (const { agency, year, row } of linesOf(filings)) {
      for (const { figure, cells } of columns) if (cells[row] !== undefined) yield [agency, year, figure, '', filedText(cells[row]), '', '']
    }
    for (const { row, figure, asNamed, value, unit, note } of filings.statements) {
      const { agency, year } = lineOf(filings, row)
      yield [agency, year, figure, asNamed, value, unit, note]
    }
  }
  return { name: 'narrative', headings: ['agency', 'year', 'figure', 'as-named', 'value', 'unit', 'note'], rows: rows() }
}

function* versionRows(filings: Filings): Generator<string[]> {
  for (const { row, origin, cells } of filings.versions.values()) {
    const { agency, year } = lineOf(filings, row)
    for (const [figure, { text, against }] of cells) yield [agency, year, origin, against, figure, text]
  }
}

function* editRows(filings: Filings): Generator<string[]> {
  for (const { row, figure, before, remark } of filings.edits.values()) {
    const { agency, year } = lineOf(filings, row)
    yield [agency, year, figure, before, remark]
  }
}

const AGENCY_FIELDS = ['province', 'city', 'county', 'level', 'category', 'code'] as const

function tablesOf(filings: Filings, reportSource: string): TableFile[] {
  const formats = filings.formats()
  return [
    { name: 'agencies', headings: ['id', 'name', ...AGENCY_FIELDS], rows: filings.agencies.map(({ id, fields }) => [id, fields.name || id, ...AGENCY_FIELDS.map((field) => fields[field] ?? '')]) },
    { name: 'reports', headings: ['agency', 'year', 'format', 'scope', 'break', 'source', 'notes'], rows: filings.reports.map((_, row) => reportLine(filings, row, formats[row]!, reportSource)) },
    ...WIDE.map((wide) => wideFile(filings, wide)),
    figuresFile(filings),
    narrativeFile(filings),
    { name: 'versions', headings: ['agency', 'year', 'origin', 'against', 'figure', 'value'], rows: versionRows(filings) },
    { name: 'edits', headings: ['agency', 'year', 'figure', 'before', 'remark'], rows: editRows(filings) },
    { name: 'evidence', headings: ['agency', 'year', 'figure', 'as-named', 'value', 'unit', 'note', 'source', 'quote'], rows: filings.evidence },
  ]
}

/** Sources named in a report's line at most; the account of the import has all files. */
const SOURCES_NAMED = 3

function reportLine(filings: Filings, row: number, format: string, reportSource: string): string[] {
  const { agency, year } = lineOf(filings, row)
  const { sources, scope, breaks, notes } = filings.reports[row]!
  const source = reportSource || [...sources].slice(0, SOURCES_NAMED).join('; ')
  return [agency, year, format, scope, breaks ? '1' : '', source, notes]
}

const TITLES: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  agencies: ['机关', 'Agencies, one line each'],
  reports: ['年报', 'Reports, a line per agency and year'],
  proactive: ['主动公开', 'Proactive disclosure (table 2)'],
  requests: ['依申请公开', 'Requests (table 3)'],
  reviews: ['复议诉讼', 'Reviews and suits (table 4)'],
  participation: ['公众意见', 'Handling of public comments'],
  figures: ['数字', 'Figures of the formats’ own catalogues, a line a report'],
  narrative: ['正文', 'Figures in prose and further statements'],
  versions: ['版本', 'Cells that another file states otherwise'],
  edits: ['更正', 'Cells that the reader corrected by hand, with what was read before'],
  evidence: ['出处', 'Where figures come from'],
}
const NUMERIC_FROM: Readonly<Record<string, number>> = { proactive: 3, requests: 3, reviews: 3, participation: 3, figures: 2 }

function resourceOf({ name, headings }: TableFile, bytes: Uint8Array): object {
  const from = NUMERIC_FROM[name] ?? Infinity
  return {
    name,
    path: `${name}.csv`,
    type: 'table',
    title: TITLES[name]![0],
    description: TITLES[name]![1],
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    bytes: bytes.length,
    schema: {
      fields: headings.map((heading, at) => ({ name: heading, type: heading === 'year' ? 'year' : at >= from ? 'any' : 'string', ...(name === 'figures' && at >= from ? fieldOf(heading as FigureId) : {}) })),
      ...(name === 'agencies' ? { primaryKey: ['id'] } : {}),
      missingValues: from === Infinity ? [{ value: '', label: '' }] : MARKERS,
    },
  }
}

const MARKERS = [
  { value: '', label: `${MISSING_LABELS.blank.zh} / ${MISSING_LABELS.blank.en}` },
  { value: NOT_KNOWN, label: `${MISSING_LABELS['not-known'].zh} / ${MISSING_LABELS['not-known'].en}` },
  { value: '/', label: `${MISSING_LABELS['not-applicable'].zh} / ${MISSING_LABELS['not-applicable'].en}` },
]

const fieldOf = (figure: FigureId): object => ({ title: labelOfFigure(figure).zh, description: labelOfFigure(figure).en, unit: UNITS[unitOfFigure(figure)].en })

/** The files of a data package (docs/data-package.md) with the account of the import. The same filings give the same bytes. */
export function packageFiles(filings: Filings, account: Account, description: Description): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>()
  const resources: object[] = []
  for (const table of tablesOf(filings, description.reportSource ?? '')) {
    const { bytes, count } = tableBytes(table)
    if (count === 0 && table.name !== 'agencies' && table.name !== 'reports') continue
    files.set(`${table.name}.csv`, bytes)
    resources.push(resourceOf(table, bytes))
  }
  const { problems, ...counts } = account
  const { title = 'import', name = 'disclosure-atlas-import', description: text, version, created, sources, licenses } = description
  const descriptor = {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name,
    title,
    ...(text === undefined ? {} : { description: text }),
    ...(version === undefined ? {} : { version }),
    ...(created === undefined ? {} : { created: created.includes('T') ? created : `${created}T00:00:00Z` }),
    ...(licenses ? { licenses } : {}),
    sources: sources ?? filings.files.map((file) => ({ title: file })),
    kind: 'disclosure-atlas',
    atlas: { formats: [...new Set(filings.formats())].sort() },
    resources,
  }
  files.set(DESCRIPTOR, json(descriptor))
  files.set('import.json', json(counts))
  if (problems.length > 0) files.set('problems.csv', new TextEncoder().encode(problemsCsv(problems)))
  return files
}

const json = (value: object): Uint8Array => new TextEncoder().encode(`${JSON.stringify(value, null, 1)}\n`)
