import type { Cell } from '@/domain/cell'
import type { FigureId, Section } from '@/domain/figure'
import { formatOf } from '@/domain/formats'
import type { Block, ReadDocument } from './document'
import { entriesOf, type Entry } from './meaning/entries'
import { Figures, type ExtraRow, type ReadCell } from './meaning/figures'
import { identify } from './meaning/identity'
import { APPLICANT_LABELS, COLUMN_LABELS, ITEM_LABELS, REQUEST_LABELS, RESULT_LABELS, RESULT_ORDER } from './meaning/labels'
import { statementsOf, type Statement } from './prose/narrative'
import { ofOtherYears } from './meaning/other-years'
import { partsOf } from './meaning/parts'
import { ProactiveReader } from './meaning/proactive'
import { ReadingError, type ReadingProblem, type ReadingProblemKind } from './problem'
import { RequestsReader } from './meaning/requests'
import { kindIn, ReviewsReader } from './meaning/reviews'
import { sectionOf, type TableId } from './meaning/sections'
import { contradictions, extraSums, openTotals } from './meaning/sums'
import { fragment, tight } from './meaning/words'

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
}

const YEAR_HEADING = /^(?:19|20)\d\d年?度?$/
/** A table that compares years, or figures with each other, is none of the form's. */
const isComparison = ({ labels }: Entry): boolean => labels.filter(({ text }) => YEAR_HEADING.test(tight(text))).length >= 2 || labels.some(({ text }) => /^(?:指标名称|增减值|同比增减)$/.test(tight(text)))
const opensTable = ({ labels }: Entry): boolean => labels.some(({ text }) => tight(text) === '信息内容' || APPLICANT_LABELS.is(text) === 'natural' || COLUMN_LABELS.is(text) === 'issued') || labels.filter(({ text }) => RESULT_LABELS.is(text)).length >= 3

const HEADING_WORDS = /^申请人情况$|^自然人$|^法人或其他组织$|勾稽关系|^第二十条第|^信息内容$/
/** A kind of table 4 over its five columns has four blank cells behind it, or nine, or fewer where some were dropped; in a row of its own it has five. */
const spansResults = (count: number): boolean => count > 0 && (count < RESULT_ORDER.length || count % RESULT_ORDER.length === RESULT_ORDER.length - 1)

/** A line of column headings with empty cells behind them, as merged cells leave them in text. */
function isHeadingLine({ labels, values }: Entry): boolean {
  if (labels.length === 0 || values.some(({ text }) => tight(text) !== '')) return false
  // A row of blank cells behind an item of table 2 is the item's, what heads its part may stand beside it.
  if (ITEM_LABELS.is(labels.at(-1)!.text)) return false
  if (labels.filter(({ text }) => RESULT_LABELS.is(text) ?? APPLICANT_LABELS.is(text)).length >= 3 || labels.some(({ text }) => HEADING_WORDS.test(tight(text)))) return true
  if (labels.some(({ text }) => sectionOf(text) !== undefined)) return true
  const kinds = labels.filter(({ text }) => kindIn(text, true) !== undefined).length
  return kinds > 1 || (spansResults(values.length) && kindIn(labels.at(-1)!.text, true) !== undefined) || COLUMN_LABELS.is(labels.at(-1)!.text) !== undefined
}

/** Numbers without a name that stand in a table put together from places: they may belong to the row above, whose numbers go on below. */
const isLeft = ({ loose, labels, values }: Entry): boolean => loose && labels.length === 0 && values.some(({ text }) => /\d/.test(text))

/** Reads the official tables out of a document's lines. */
class TablesReader {
  readonly figures = new Figures()
  readonly requests = new RequestsReader(this.figures)
  readonly reviews = new ReviewsReader(this.figures)
  readonly proactive: ProactiveReader
  private section: TableId | null = null
  private skipped: number | null | undefined

  constructor(year: number | null) {
    this.proactive = new ProactiveReader(this.figures, year !== null && year < 2021 ? 'cn-2019' : 'cn-2021')
  }

  read(entries: readonly Entry[]): void {
    for (const entry of entries) this.take(isHeadingLine(entry) ? { ...entry, values: [] } : entry)
    this.proactive.finish()
    this.requests.finish()
  }

  private take(entry: Entry): void {
    const opened = entry.labels.map(({ text }) => sectionOf(text)).findLast((section) => section !== undefined) ?? sectionOf(entry.text)
    if (opened !== undefined) this.enter(opened)
    if (isComparison(entry)) this.skipped = entry.table
    else if (this.skipped !== undefined && (opened !== undefined || entry.table !== this.skipped || opensTable(entry))) this.skipped = undefined
    if (this.skipped !== undefined) return
    if (entry.told === 'left') return this.figures.tell({ kind: 'numbers-left', place: entry.place, text: fragment(entry.text) })
    const results = entry.labels.filter(({ text }) => RESULT_LABELS.is(text)).length
    const reviewing = this.section === 'reviews' || results >= 2 || this.reviews.open
    if (reviewing && !this.isRequestRow(entry) && this.reviews.take(entry, this.section === 'reviews')) return this.stay('reviews')
    if (this.section !== 'requests' && this.section !== 'reviews' && this.proactive.take(entry, this.section === 'proactive')) return this.stay('proactive')
    if (this.requests.take(entry, this.section === 'requests')) this.stay('requests')
    else if (this.section !== null && isLeft(entry)) this.figures.tell({ kind: 'numbers-left', place: entry.place, figures: this.figures.lastRow, text: fragment(entry.text) })
  }

  /** A line of table 3 beyond doubt, wherever it stands. */
  private isRequestRow({ labels, values }: Entry): boolean {
    const found = values.length >= 5 ? REQUEST_LABELS.name(labels.at(-1)?.text ?? '') : null
    return found?.sure === 'exact' && found.id !== 'processed' && found.id !== 'other.other'
  }

  private enter(section: TableId | null): void {
    this.figures.lastRow = []
    if (section !== 'reviews' && this.section === 'reviews') this.reviews.close()
    this.section = section
  }

  private stay(section: TableId): void {
    if (this.section !== section) this.enter(section)
  }
}

const FORM_TABLES: readonly TableId[] = ['proactive', 'requests', 'reviews']
/** Rows of which a report has the one or the others: 其他处理 as one row, or split in three. */
const ALTERNATIVE = /^requests\.other\./

function formatFor(proactive: ProactiveReader, { cells }: Figures, year: number | null): string {
  const shown = proactive.format()
  if (shown) return shown
  if (cells.size === 0) return year !== null && year < 2019 ? 'cn-2008' : year !== null && year < 2021 ? 'cn-2019' : 'cn-2021'
  if (cells.has('requests.other.not-corrected.total')) return 'cn-2021'
  return year !== null && year < 2021 ? 'cn-2019' : 'cn-2021'
}

/** Cells of the form that were not found, by table; those of which another stands instead are none. */
function missingOf(format: string, cells: ReadonlyMap<FigureId, ReadCell>): Map<Section, FigureId[]> {
  const missing = new Map<Section, FigureId[]>()
  const otherwise = [...cells.keys()].some((figure) => ALTERNATIVE.test(figure))
  for (const { section, rows } of formatOf(format)?.tables ?? []) {
    const figures = rows.flatMap((row) => row.figures).filter((figure) => figure !== null && !cells.has(figure) && !(ALTERNATIVE.test(figure) && otherwise && /^requests\.other\.\w+$/.test(figure)))
    missing.set(section, figures as FigureId[])
  }
  const unsplit = cells.has('requests.other.total')
  if (unsplit) missing.set('requests', (missing.get('requests') ?? []).filter((figure) => !ALTERNATIVE.test(figure)))
  return missing
}

/** Problems of the report as a whole. */
function shortfalls(missing: ReadonlyMap<Section, FigureId[]>, cells: ReadonlyMap<FigureId, Cell>, tables: readonly TableId[]): ReadingProblem[] {
  return FORM_TABLES.flatMap((section): ReadingProblem[] => {
    const figures = missing.get(section) ?? []
    if (tables.includes(section)) return [{ kind: 'table-missing', figures, text: section }]
    return figures.length > 0 && cells.size > 0 ? [{ kind: 'row-missing', figures, text: section }] : []
  })
}

/** Tables whose cells are all blank; marks that none applies are something that somebody filled in. */
const isBlank = ({ cells, extras }: Pick<ReadReport, 'cells' | 'extras'>): boolean => cells.size > 0 && [...cells.values(), ...extras.flatMap((row) => row.cells)].every(({ cell }) => 'missing' in cell && cell.missing === 'blank')

const NAMELESS: ReadonlySet<ReadingProblemKind> = new Set(['agency-unknown', 'agency-inferred', 'year-unknown', 'year-inferred'])
/** The form itself, as it is handed out: all cells blank, no title that names an agency and a year, no figure in the prose. */
const isForm = (report: ReadReport): boolean => isBlank(report) && report.narrative.length === 0 && report.problems.some(({ kind }) => NAMELESS.has(kind))

function recognisePart(document: ReadDocument, blocks: readonly Block[], several: boolean): ReadReport {
  const identity = identify(blocks, several ? [] : document.titles, several ? '' : document.file, document.kind === 'html')
  const reader = new TablesReader(identity.year)
  const entries = entriesOf(blocks)
  const otherYears = identity.year === null ? new Set<Entry>() : ofOtherYears(entries, identity.year)
  reader.read(entries.filter((entry) => !otherYears.has(entry)))
  const { figures, proactive } = reader
  const format = formatFor(proactive, figures, identity.year)
  const missing = missingOf(format, figures.cells)
  const sections = new Set([...figures.cells.keys()].map((figure) => (figure.startsWith('requests.') ? 'requests' : /^(?:review|suit-)/.test(figure) ? 'reviews' : 'proactive')))
  const missingTables = format === 'cn-2008' ? [] : FORM_TABLES.filter((table) => !sections.has(table))
  const problems: ReadingProblem[] = [
    ...document.problems,
    ...(several ? [{ kind: 'reports-several' as const }] : []),
    ...(identity.agency === null ? [{ kind: 'agency-unknown' as const }] : identity.inferredFrom !== null ? [{ kind: 'agency-inferred' as const, text: fragment(identity.inferredFrom) }] : []),
    ...(identity.year === null ? [{ kind: 'year-unknown' as const }] : identity.yearInferredFrom !== null ? [{ kind: 'year-inferred' as const, text: fragment(identity.yearInferredFrom) }] : identity.otherYears.length > 0 ? [{ kind: 'year-doubtful' as const, text: [identity.year, ...identity.otherYears].join(' / ') }] : []),
    ...(otherYears.size > 0 ? [{ kind: 'year-other' as const, text: fragment([...otherYears][0]!.text) }] : []),
    ...(isBlank(figures) ? [{ kind: 'figures-none' as const }] : []),
    ...(proactive.byYear ? [{ kind: 'format-by-year' as const, text: format }] : []),
    ...figures.problems,
    ...shortfalls(missing, figures.plain(), missingTables),
    ...contradictions(figures.plain(), extraSums(figures)).map((each) => ({ kind: 'sums-differ' as const, figures: each, place: figures.cells.get(each[0]!)!.evidence.place })),
    ...openTotals(figures.plain()).map((each) => ({ kind: 'total-open' as const, figures: each, place: figures.cells.get(each[0]!)!.evidence.place })),
  ]
  return {
    file: document.file,
    agency: identity.agency,
    year: identity.year,
    format,
    cells: figures.cells,
    extras: figures.extras,
    narrative: statementsOf(blocks),
    problems,
    missingTables,
    complete: missingTables.length === 0 && [...missing.values()].every((list) => list.length === 0),
  }
}

const NAMES_REPORT = /信息公开.{0,12}(?:报告|年报|总结)/

/** The reports that documents hold (a file set side by side gives one document each). Throws a ReadingError where there is none. */
export function recognise(documents: readonly ReadDocument[], pictures = 0): ReadReport[] {
  const reports = documents.flatMap((document) => {
    const parts = partsOf(entriesOf(document.blocks), document.blocks.length)
    return parts.map(([from, to]) => recognisePart(document, document.blocks.slice(from, to), parts.length > 1 || documents.length > 1))
  })
  const empty = reports.every(({ cells }) => cells.size === 0)
  const names = documents.some(({ blocks, titles, file }) => [...titles, file, ...blocks.map((block) => (block.kind === 'text' ? block.text : ''))].some((text) => NAMES_REPORT.test(tight(text))))
  if (empty && pictures > 0 && names) throw new ReadingError('pictures-only')
  if (reports.every(isForm)) throw new ReadingError('form-blank')
  const scrambled = reports.some(({ problems }) => problems.some(({ kind }) => kind === 'order-lost'))
  if (empty && !scrambled && !(names && reports.some(({ narrative }) => narrative.length > 0))) throw new ReadingError('not-a-report')
  return reports
}
