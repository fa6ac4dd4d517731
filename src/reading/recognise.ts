import type { Cell } from '@/domain/cell'
import { APPLICANT_IDS, type FigureId, type Section } from '@/domain/figure'
import { formatOf } from '@/domain/formats'
import type { Block, ReadDocument } from './document'
import { countyNamed, isCommonName } from './meaning/common-names'
import { entriesOf, type Entry } from './meaning/entries'
import type { ExtraRow, Figures, ReadCell } from './meaning/figures'
import { identify } from './meaning/identity'
import { statementsOf, type Statement } from './prose/narrative'
import { textsOf } from './meaning/names'
import { ofOtherYears, withoutOwnYear } from './meaning/other-years'
import { partsOf } from './meaning/parts'
import type { ProactiveReader } from './meaning/proactive'
import { LEAVES } from './meaning/request-lines'
import { ReadingError, type ReadingProblem, type ReadingProblemKind } from './problem'
import { hasParts, isByParts, namesReport } from './meaning/report'
import type { TableId } from './meaning/sections'
import { TablesReader } from './meaning/tables'
import { contradictions, extraSums, openTotals } from './meaning/sums'
import { fragment } from './meaning/words'

/** One report as read from a document. */
export interface ReadReport {
  readonly file: string
  readonly agency: string | null
  readonly year: number | null
  readonly format: string
  readonly cells: ReadonlyMap<FigureId, ReadCell>
  /** Rows of the official tables that the form does not have. */
  readonly extras: readonly ExtraRow[]
  readonly narrative: readonly Statement[]
  readonly problems: readonly ReadingProblem[]
  /** Official tables that were not found. */
  readonly missingTables: readonly TableId[]
  /** Every cell of the form was found. */
  readonly complete: boolean
  /** What was read of the document, or of this report's part of it: the places of the figures are places in it. */
  readonly blocks: readonly Block[]
}

const FORM_TABLES: readonly TableId[] = ['proactive', 'requests', 'reviews']
/** Rows of which a report has the one or the others: 其他处理 as one row, or split in three. */
const ALTERNATIVE = /^requests\.other(?=\.|$)/
const SPLIT = LEAVES.filter((row) => row.startsWith('other.')).map((row) => `requests.${row}`)

function formatFor(proactive: ProactiveReader, { cells }: Figures, year: number | null): string {
  const shown = proactive.format()
  if (shown) return shown
  if (cells.size === 0) return year !== null && year < 2019 ? 'cn-2008' : year !== null && year < 2021 ? 'cn-2019' : 'cn-2021'
  if (cells.has('requests.other.not-corrected.total')) return 'cn-2021'
  return year !== null && year < 2021 ? 'cn-2019' : 'cn-2021'
}

/** Cells of the form that were not found, by table; those of which another stands instead are none. Of a row that was read in part, in the form or not, the rest is. */
function missingOf(format: string, cells: ReadonlyMap<FigureId, ReadCell>): Map<Section, FigureId[]> {
  const rows = new Set([...cells.keys()].flatMap((figure) => (figure.startsWith('requests.') ? [figure.slice(0, figure.lastIndexOf('.'))] : [])))
  const others = [...rows].filter((row) => ALTERNATIVE.test(row))
  if (others.some((row) => SPLIT.includes(row))) for (const row of SPLIT) rows.add(row)
  const begun = [...rows].flatMap((row) => APPLICANT_IDS.map((applicant) => `${row}.${applicant}` as FigureId))
  return new Map((formatOf(format)?.tables ?? []).map(({ section, rows: ofForm }) => {
    const figures = ofForm.flatMap((row) => row.figures as readonly (FigureId | null)[]).filter((figure) => figure !== null && !(others.length > 0 && ALTERNATIVE.test(figure))) as FigureId[]
    return [section, [...new Set([...figures, ...(section === 'requests' ? begun : [])])].filter((figure) => !cells.has(figure))]
  }))
}

/** Where more of a table was not read, what was is in doubt, too. */
const MOST_MISSING = 0.75

const tableOf = (figure: FigureId): TableId => (figure.startsWith('requests.') ? 'requests' : /^(?:review|suit-)/.test(figure) ? 'reviews' : 'proactive')

/** Problems of the report as a whole. */
function shortfalls(missing: ReadonlyMap<Section, FigureId[]>, cells: ReadonlyMap<FigureId, Cell>, tables: readonly TableId[]): ReadingProblem[] {
  return FORM_TABLES.flatMap((section): ReadingProblem[] => {
    const figures = missing.get(section) ?? []
    if (tables.includes(section)) return [{ kind: 'table-missing', figures, text: section }]
    if (figures.length === 0 || cells.size === 0) return []
    const read = [...cells.keys()].filter((figure) => tableOf(figure) === section)
    const few: ReadingProblem[] = figures.length > MOST_MISSING * (figures.length + read.length) ? [{ kind: 'rows-few', figures: read, text: section }] : []
    return [{ kind: 'row-missing', figures, text: section }, ...few]
  })
}

/** Cells that are all blank; marks that none applies are something that somebody filled in. */
const areBlank = (cells: readonly ReadCell[]): boolean => cells.length > 0 && cells.every(({ cell }) => 'missing' in cell && cell.missing === 'blank')
const isBlank = ({ cells, extras }: Pick<ReadReport, 'cells' | 'extras'>): boolean => areBlank([...cells.values(), ...extras.flatMap((row) => row.cells)])

/** What is told of tables whose cells are all blank, or of each such table of a report. */
function blankTables(figures: Figures): ReadingProblem[] {
  if (isBlank(figures)) return [{ kind: 'figures-none' }]
  const own = FORM_TABLES.map((table) => [...figures.cells].flatMap(([figure, read]) => (tableOf(figure) === table ? [read] : [])))
  return own.filter(areBlank).map(([first]) => ({ kind: 'table-blank', place: first!.evidence.place }))
}

const NAMELESS: ReadonlySet<ReadingProblemKind> = new Set(['agency-unknown', 'agency-inferred', 'year-unknown', 'year-inferred'])
/** The form itself, as it is handed out: all cells blank, no title that names an agency and a year, no figure in the prose. */
const isForm = (report: ReadReport): boolean => isBlank(report) && report.narrative.length === 0 && report.problems.some(({ kind }) => NAMELESS.has(kind))

function recognisePart(document: ReadDocument, blocks: readonly Block[], several: boolean): ReadReport {
  const identity = identify(blocks, several ? [] : document.titles, several ? '' : document.file, document.kind === 'html')
  const reader = new TablesReader(identity.year)
  const entries = entriesOf(blocks)
  const otherYears = identity.year === null ? new Set<Entry>() : ofOtherYears(entries, identity.year)
  const named = identity.year === null ? entries : withoutOwnYear(entries, identity.year)
  reader.read(named.filter((_, at) => !otherYears.has(entries[at]!)))
  const { figures, proactive } = reader
  const format = formatFor(proactive, figures, identity.year)
  const missing = missingOf(format, figures.cells)
  const sections = new Set([...figures.cells.keys()].map(tableOf))
  const missingTables = format === 'cn-2008' ? [] : FORM_TABLES.filter((table) => !sections.has(table))
  const extra = extraSums(figures)
  const narrative = statementsOf(blocks, identity)
  const problems: ReadingProblem[] = [
    ...document.problems,
    ...(several ? [{ kind: 'reports-several' as const }] : []),
    ...(identity.agency === null ? [{ kind: 'agency-unknown' as const }] : identity.inferredFrom !== null ? [{ kind: 'agency-inferred' as const, text: fragment(identity.inferredFrom) }] : []),
    ...(identity.agency !== null && isCommonName(identity.agency) ? [{ kind: 'agency-common' as const, text: countyNamed(textsOf(blocks)) }] : []),
    ...(identity.year === null ? [{ kind: 'year-unknown' as const }] : identity.yearInferredFrom !== null ? [{ kind: 'year-inferred' as const, text: fragment(identity.yearInferredFrom) }] : identity.yearsStated.length > 0 ? [{ kind: 'year-doubtful' as const, text: identity.yearsStated.map(({ year, words }) => (words === '' ? String(year) : `${year}“${words}”`)).join(' / ') }] : []),
    ...(otherYears.size > 0 ? [{ kind: 'year-other' as const, text: fragment([...otherYears][0]!.text) }] : []),
    ...blankTables(figures),
    ...(figures.cells.size + narrative.length === 0 ? [{ kind: 'figures-unread' as const }] : []),
    ...(proactive.byYear ? [{ kind: 'format-by-year' as const, text: format }] : []),
    ...figures.problems,
    ...shortfalls(missing, figures.plain(), missingTables),
    ...contradictions(figures.plain(), extra).map((each) => ({ kind: 'sums-differ' as const, figures: each, place: figures.cells.get(each[0]!)!.evidence.place })),
    ...openTotals(figures.plain(), extra).map((each) => ({ kind: 'total-open' as const, figures: each, place: figures.cells.get(each[0]!)!.evidence.place })),
  ]
  return {
    file: document.file,
    agency: identity.agency,
    year: identity.year,
    format,
    cells: figures.cells,
    extras: figures.extras,
    narrative,
    problems,
    missingTables,
    complete: missingTables.length === 0 && [...missing.values()].every((list) => list.length === 0),
    blocks,
  }
}

/** The reports that documents hold (a file set side by side gives one document each). Throws a ReadingError where there is none. */
export function recognise(documents: readonly ReadDocument[], pictures = 0): ReadReport[] {
  const reports = documents.flatMap((document) => {
    const parts = partsOf(entriesOf(document.blocks), document.blocks.length)
    return parts.map(([from, to]) => recognisePart(document, document.blocks.slice(from, to), parts.length > 1 || documents.length > 1))
  })
  const empty = reports.every(({ cells }) => cells.size === 0)
  const names = documents.some((document) => namesReport(document) || isByParts(document.blocks))
  if (empty && pictures > 0 && names) throw new ReadingError('pictures-only')
  if (reports.every(isForm)) throw new ReadingError('form-blank')
  const scrambled = reports.some(({ problems }) => problems.some(({ kind }) => kind === 'order-lost'))
  const tells = reports.some(({ narrative, agency, year, blocks }) => narrative.length > 0 || (agency !== null && year !== null && hasParts(blocks)))
  if (empty && !scrambled && !(names && tells)) throw new ReadingError('not-a-report')
  return reports
}
