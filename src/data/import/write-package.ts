import { MISSING_LABELS, NOT_KNOWN } from '@/domain/cell'
import type { FigureId } from '@/domain/figure'
import { labelOfFigure, unitOfFigure } from '@/domain/formats'
import { UNITS } from '@/domain/unit'
import { csvCell } from '../csv'
import { DESCRIPTOR, type Reference } from '../descriptor'
import type { Account } from './account'
import { formatsOf } from './filed-formats'
import type { Filings } from './filings'
import { tablesOf, type TableFile } from './package-tables'
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
  doubts: ['存疑', 'Cells that were read from documents with doubt; confirmed: the reader compared them with the document'],
  evidence: ['出处', 'Where figures come from'],
}
/** Files that are not written where they would be empty. */
export const TABLE_FILES: ReadonlySet<string> = new Set(Object.keys(TITLES).map((name) => `${name}.csv`))
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

/** The files that cells stand from, each once, in the order they were given; all files where no cell stands. */
function namesOfSources({ files, columns }: Filings): string[] {
  const used = new Set<number>()
  for (const { cells, from } of columns.values()) cells.forEach((cell, row) => cell !== undefined && used.add(from[row]!))
  return [...new Set(files.filter((_, file) => used.size === 0 || used.has(file)))]
}

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
    sources: sources ?? namesOfSources(filings).map((title) => ({ title })),
    kind: 'disclosure-atlas',
    atlas: { formats: [...new Set(formatsOf(filings))].sort() },
    resources,
  }
  files.set(DESCRIPTOR, json(descriptor))
  files.set('import.json', json(counts))
  if (problems.length > 0) files.set('problems.csv', new TextEncoder().encode(problemsCsv(problems)))
  return files
}

const json = (value: object): Uint8Array => new TextEncoder().encode(`${JSON.stringify(value, null, 1)}\n`)
