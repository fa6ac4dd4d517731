import { NOT_DOUBTED } from '@/domain/doubtful-reading'
import { APPLICANT_IDS, CHANNEL_MEASURES, PROACTIVE_COLUMNS, REVIEW_RESULTS } from '@/domain/figure'
import { sourcesText } from '@/domain/source'
import { placesIn } from '@/reading/meaning/places'
import { filedText, type FiledAgency, type FiledColumn } from './filed'
import { formatsOf } from './filed-formats'
import type { Filings } from './filings'

/** Lines of a file, made as they are asked for: a table may have millions. */
export interface TableFile {
  readonly name: string
  readonly headings: readonly string[]
  readonly rows: Iterable<readonly string[]>
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
  for (const row of filings.rows()) yield lineOf(filings, row)
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
      for (const { figure, cells } of columns) if (cells[row] !== undefined) yield [agency, year, figure, '', filedText(cells[row]), '', '', '']
    }
    for (const { row, figure, asNamed, value, unit, note, origin = '' } of filings.words.statements) {
      const { agency, year } = lineOf(filings, row)
      yield [agency, year, figure, asNamed, value, unit, note, origin]
    }
  }
  return { name: 'narrative', headings: ['agency', 'year', 'figure', 'as-named', 'value', 'unit', 'note', 'origin'], rows: rows() }
}

function* versionRows(filings: Filings): Generator<string[]> {
  for (const { row, origin, cells } of filings.versions.values()) {
    const { agency, year } = lineOf(filings, row)
    for (const [figure, { text, against }] of cells) yield [agency, year, origin, against, figure, text, filings.marks.edit({ row, figure, origin }) ? '1' : '']
  }
}

function* editRows(filings: Filings): Generator<string[]> {
  for (const { row, figure, origin, before, remark } of filings.marks.edits) {
    const { agency, year } = lineOf(filings, row)
    yield [agency, year, figure, before, remark, origin]
  }
}

function* doubtRows(filings: Filings): Generator<string[]> {
  for (const { row, figure, origin, why, confirmed, remark } of filings.marks.doubts) {
    const { agency, year } = lineOf(filings, row)
    const { zh, en } = why.zh === '' ? NOT_DOUBTED : why
    yield [agency, year, figure, zh, en, confirmed ? '1' : '', remark, origin]
  }
}

const AGENCY_FIELDS = ['province', 'city', 'county', 'level', 'category', 'code'] as const

/** A line of `agencies.csv`; where an agency of the national forms is when no file says so, its name tells. */
function agencyLine({ id, family, fields }: FiledAgency): string[] {
  const name = fields.name || id
  const known = family !== 'cn' || fields.province || fields.city || fields.county ? fields : { ...fields, ...placesIn(name) }
  return [id, name, ...AGENCY_FIELDS.map((field) => known[field] ?? '')]
}

/** Every file of a package of tables, those without a line too. `reportSource`: of every report that names none itself. */
export function tablesOf(filings: Filings, reportSource: string): TableFile[] {
  const formats = formatsOf(filings)
  return [
    { name: 'agencies', headings: ['id', 'name', ...AGENCY_FIELDS], rows: filings.standingAgencies().map(agencyLine) },
    { name: 'reports', headings: ['agency', 'year', 'format', 'scope', 'break', 'source', 'notes'], rows: filings.rows().map((row) => reportLine(filings, row, formats[row]!, reportSource)) },
    ...WIDE.map((wide) => wideFile(filings, wide)),
    figuresFile(filings),
    narrativeFile(filings),
    { name: 'versions', headings: ['agency', 'year', 'origin', 'against', 'figure', 'value', 'edited'], rows: versionRows(filings) },
    { name: 'edits', headings: ['agency', 'year', 'figure', 'before', 'remark', 'origin'], rows: editRows(filings) },
    { name: 'doubts', headings: ['agency', 'year', 'figure', 'why', 'why-en', 'confirmed', 'remark', 'origin'], rows: doubtRows(filings) },
    { name: 'evidence', headings: ['agency', 'year', 'figure', 'as-named', 'value', 'unit', 'note', 'source', 'quote'], rows: filings.words.evidence },
  ]
}

/** Sources named in a report's line at most; the account of the import has all files. */
const SOURCES_NAMED = 3

function reportLine(filings: Filings, row: number, format: string, reportSource: string): string[] {
  const { agency, year } = lineOf(filings, row)
  const { sources, scope, breaks, notes } = filings.reports[row]!
  const source = reportSource || sourcesText([...sources].slice(0, SOURCES_NAMED))
  return [agency, year, format, scope, breaks ? '1' : '', source, notes]
}
