import type { ReviewedCell } from '@/components/import/CellReview.vue'
import type { DocumentText } from '@/components/import/DocumentRow.vue'
import type { HeadDoubt } from '@/components/import/HeadDoubts.vue'
import type { ReviewedDocument } from '@/components/import/ReviewHead.vue'
import type { Checked } from '@/components/finding-text'
import { placeText } from '@/components/place-text'
import { problemText, remedyText } from '@/components/import/problem-text'
import { askedStill, settledIn, tableOfReads, type CellEdit, type FileChoices, type NamedRead, type ReadLook, type ReadProblem, type StandingReport, type TableLook } from '@/data/imports'
import type { FigureId } from '@/domain/figure'
import { formatOf } from '@/domain/formats'
import type { Label } from '@/domain/label'
import { HEAD_LABELS, HEAD_PARTS, isHeadPart, type HeadPart } from '@/domain/report-head'
import { isGovernment } from '@/domain/scope'
import type { Table } from '@/domain/table'
import type { Words } from '@/i18n'
import { changesText } from './again-text'
import type { Open } from './import-open'

export type Choices = Readonly<Record<string, FileChoices>>
/** A document that was read, or one that could not be. */
export type DocumentLook = TableLook & { readonly read: ReadLook }

export const isDocument = ({ read, refused }: TableLook): boolean => read !== null || refused === 'document-unread'
export const isRead = (table: TableLook): table is DocumentLook => table.read !== null

/** Documents in the order of a list of names; those it does not name come last, as they were. */
export function asListed<T extends { readonly name: string }>(documents: readonly T[], order: readonly string[]): T[] {
  const places = new Map(order.map((name, at) => [name, at]))
  const placeOf = ({ name }: T): number => places.get(name) ?? places.size
  return [...documents].sort((a, b) => placeOf(a) - placeOf(b))
}

/** Whose report of which year: as the reader says, else as the document does; '' and null where neither does. */
export function whoseReport({ name, read }: DocumentLook, choices: Choices): { readonly agency: string; readonly year: number | null } {
  const said = choices[name]?.mapping
  return { agency: said?.agency || (read.agency ?? ''), year: said?.year ?? read.year }
}

/** The mappings among the choices; those from before where none has changed. */
export function mappingsIn(choices: Choices, before: Choices = {}): Choices {
  const now = Object.entries(choices).flatMap(([name, { mapping }]) => (mapping ? [[name, { mapping }] as const] : []))
  const same = now.length === Object.keys(before).length && now.every(([name, { mapping }]) => before[name]?.mapping === mapping)
  return same ? before : Object.fromEntries(now)
}

const editsOf = (name: string, choices: Choices): Readonly<Record<string, CellEdit>> => choices[name]?.edits ?? {}

/** A report under review: a table of the documents of its agency, so that years are checked against each other. */
export interface Review {
  readonly table: Table
  readonly row: number
}

const NOBODY = '?'

export function reviewOf(document: DocumentLook, all: readonly TableLook[], choices: Choices): Review {
  const named = (each: DocumentLook): NamedRead => {
    const { agency, year } = whoseReport(each, choices)
    return { agency: agency || NOBODY, year: year ?? formatOf(each.read.format)?.from ?? 2021, read: each.read }
  }
  const own = named(document)
  const others = all.filter(isRead).filter((each) => each.name !== document.name).map(named).filter(({ agency, year }) => agency === own.agency && agency !== NOBODY && year !== own.year)
  const table = tableOfReads([own, ...others])
  return { table, row: table.rowOf(table.indexOf(own.agency), own.year) }
}

/** A problem of the reading as the review tells it. The place of a sum is that of the cell it is named by: any other may be the wrong one. */
function toldOf(words: Words, { message, remedy, place, text, sum }: ReadProblem): string {
  const at = place === '' ? '' : words.t(sum.length > 0 ? 'review.problem-of' : 'review.problem-at', { place: placeText(words, place) })
  const about = sum.length > 0 ? at : text === '' ? '' : words.t('review.quoted', { text })
  return words.t('review.problem', { message: words.name(message), text: about, at: sum.length > 0 ? '' : at, remedy: words.name(remedy) })
}

/** The tables that lack cells, each with how many. */
function unreadText(words: Words, { format, unread }: ReadLook): string {
  const titleOf = (section: string): string => words.name(formatOf(format)!.tables.find((table) => table.section === section)!.title)
  return unread.map(({ section, n, of }) => words.t(n === of ? 'review.unread-table' : 'review.unread-cells', { table: titleOf(section), n })).join(words.t('param.and'))
}

function stateText(words: Words, read: ReadLook): { readonly full: boolean; readonly text: string } {
  const { found, of } = read
  if (of === 0) return { full: true, text: words.t('review.prose', { n: read.lines.length }) }
  if (found >= of) return { full: true, text: words.t('review.full', { n: of }) }
  return { full: false, text: words.t('review.part', { found, of, n: of - found, tables: unreadText(words, read) }) }
}

/** The edits of cells, and those of them that change a cell; others confirm it. */
const cellsIn = (edits: Readonly<Record<string, CellEdit>>): [string, CellEdit][] => Object.entries(edits).filter(([figure]) => !isHeadPart(figure))
const correctionsIn = (edits: Readonly<Record<string, CellEdit>>): [string, CellEdit][] => cellsIn(edits).filter(([, { confirmed }]) => confirmed === undefined)

/** Whether agency or year of a document is in doubt, and the reader did not settle it. */
const isHeadOpen = ({ name, read }: DocumentLook, choices: Choices): boolean => HEAD_PARTS.some((part) => read.doubtful.has(part) && !(part in settledIn(choices[name] ?? {})))

/** Other documents of the same agency and year, by name; `again`: one says something else, `copy`: all say the very same. */
export interface Twice {
  readonly kind: 'again' | 'copy'
  readonly others: readonly string[]
}

const saidBy = new WeakMap<DocumentLook['read'], string>()

/** All that a document says, the same text for the same lines in any order; a document is read once and never changes. */
function said({ read }: DocumentLook): string {
  const known = saidBy.get(read) ?? read.lines.map(({ figure, asNamed, text }) => JSON.stringify([figure, asNamed, text])).sort().join('\n')
  saidBy.set(read, known)
  return known
}

/** Documents that are reports of one agency and year, by name. */
export function statedTwice(tables: readonly TableLook[], choices: Choices): ReadonlyMap<string, Twice> {
  const groups = new Map<string, DocumentLook[]>()
  for (const table of tables.filter(isRead)) {
    const { agency, year } = whoseReport(table, choices)
    if (agency !== '' && year !== null) groups.set(`${agency}~${year}`, [...(groups.get(`${agency}~${year}`) ?? []), table])
  }
  const several = [...groups.values()].filter(({ length }) => length > 1)
  return new Map(several.flatMap((group) => {
    const kind = new Set(group.map(said)).size > 1 ? 'again' : 'copy'
    return group.map((each) => [each.name, { kind, others: group.flatMap(({ name }) => (name === each.name ? [] : [name])) }] as const)
  }))
}

/** What a document itself says of agency and year, where the reader says otherwise; '' where not. */
function saidByHand(words: Words, document: DocumentLook, choices: Choices, key: 'read-as' | 'by-hand'): string {
  const { agency, year } = whoseReport(document, choices)
  const { read } = document
  return agency === (read.agency ?? '') && year === read.year ? '' : words.t(`review.${key}`, { agency: read.agency ?? words.t('review.agency-unknown'), year: String(read.year ?? '?') })
}

/** What the package has of a document's agency and year. */
function standingText(words: Words, { changed, added, corrected }: StandingReport, instead: boolean): DocumentText['standing'] {
  const edits = corrected > 0 ? words.t('review.standing-edits', { n: corrected }) : ''
  const n = changed.length
  return { text: `${n > 0 ? words.t('review.standing', { n, figures: changesText(words, changed) }) : added > 0 ? words.t('review.standing-adds', { n: added }) : words.t('review.standing-same')}${edits}`, instead: n > 0 ? instead : null, differing: n }
}

/** Files by their names, of many only the first. */
const filesText = (words: Words, names: readonly string[]): string => (names.length > 2 ? words.t('review.others', { name: names[0]!, n: names.length }) : names.join(words.t('param.and')))

/** What is known of a document beside itself: what is open in it, which others are of its agency and year, what the package has of its agency and year, how many cells hold something that could not be taken over. */
export interface Beside {
  readonly open?: Open | undefined
  readonly twice?: Twice | undefined
  readonly standing?: StandingReport | undefined
  readonly unfinished?: number
}

/** A document as its row in the list says it. */
export function documentText(words: Words, table: TableLook, choices: Choices, { open, twice, standing, unfinished = 0 }: Beside = {}): DocumentText {
  const { name } = table
  if (!isRead(table)) {
    const problem = table.problems.find(({ kind }) => kind === table.refused) ?? { kind: table.refused!, file: name }
    return { name, report: words.t('review.unread'), state: 'unread', text: problem.said ? words.name(problem.said.message) : problemText(words, problem), remedy: remedyText(words, problem), marks: [], gravest: 0, standing: null }
  }
  const { agency, year } = whoseReport(table, choices)
  const { full, text } = stateText(words, table.read)
  const edits = editsOf(name, choices)
  const corrected = correctionsIn(edits).length
  const confirmed = cellsIn(edits).length - corrected
  const { failing, since, doubtful } = open ?? { failing: table.read.failing, since: 0, doubtful: table.read.open.length }
  const byGravity = [
    agency === '' ? words.t('review.agency-missing') : '',
    year === null ? words.t('review.year-missing') : '',
    failing > 0 ? words.t(since > 0 ? 'review.fails-since' : 'review.fails', { n: failing, since }) : '',
    doubtful > 0 ? words.t('review.doubts', { n: doubtful }) : '',
    isHeadOpen(table, choices) ? words.t('review.who-check') : '',
    saidByHand(words, table, choices, 'by-hand'),
    unfinished > 0 ? words.t('review.unfinished-cells', { n: unfinished }) : '',
    twice ? words.t(`review.${twice.kind}`, { files: filesText(words, twice.others) }) : '',
    corrected > 0 ? words.t('review.edits', { n: corrected }) : '',
    confirmed > 0 ? words.t('review.confirmed-cells', { n: confirmed }) : '',
  ]
  const marks = byGravity.filter((mark) => mark !== '')
  return { name, report: words.t('report.title', { agency: agency || words.t('review.agency-unknown'), year: String(year ?? '?') }), state: full ? 'full' : 'part', text, remedy: '', marks, gravest: marks.length > 0 ? byGravity.indexOf(marks[0]!) : byGravity.length, standing: standing ? standingText(words, standing, choices[name]?.instead ?? false) : null }
}

/** What of a report's head was read with doubt, among these parts. */
export const headDoubts = (words: Words, parts: readonly HeadPart[], doubtful: ReadonlyMap<FigureId, Label>, isConfirmed: (part: HeadPart) => boolean): HeadDoubt[] =>
  parts.flatMap((part) => (doubtful.has(part) ? [{ part, text: words.t('review.head', { part: words.name(HEAD_LABELS[part]), why: words.name(doubtful.get(part)!) }), confirmed: isConfirmed(part) }] : []))

/** A document as the head of its review says it. */
export function reviewedDocument(words: Words, document: DocumentLook, choices: Choices, checked: Checked, pointed: (figure: FigureId) => boolean): ReviewedDocument {
  const { agency, year } = whoseReport(document, choices)
  const { full, text } = stateText(words, document.read)
  return {
    file: document.name,
    agency,
    year: year === null ? '' : String(year),
    readAs: saidByHand(words, document, choices, 'read-as'),
    // What was typed stands as typed.
    head: headDoubts(words, HEAD_PARTS.filter((part) => !(part in settledIn({ ...choices[document.name], edits: {} }))), document.read.doubtful, (part) => part in editsOf(document.name, choices)),
    scope: choices[document.name]?.scope ?? '',
    government: isGovernment(agency),
    state: text,
    full,
    checks: checked.text,
    failing: checked.failing > 0,
    // What the reader has settled is told no longer.
    problems: askedStill(document.read.problems, settledIn(choices[document.name] ?? {}), pointed).filter(({ kind, figures }) => (kind !== 'sums-differ' || checked.sumsFail) && !figures.some(isHeadPart)).map((problem) => toldOf(words, problem)),
  }
}

/** Where a cell stands in a document, its words, and why the reading was not sure of it. */
export function evidenceOf(words: Words, { read }: DocumentLook, figure: FigureId): Pick<ReviewedCell, 'place' | 'quote' | 'settled' | 'doubts'> {
  const line = read.lines.find((each) => each.figure === figure)
  const problems = read.problems.filter(({ figures }) => figures.includes(figure))
  return { place: placeText(words, line?.place ?? ''), quote: line?.quote ?? '', settled: line?.note ?? '', doubts: problems.map((problem) => toldOf(words, problem)) }
}

const IN_TABLE = /\b[rc]\d+\b/
const COLUMN = /\bc\d+\b ?/

/**
 * The place in a document of a figure. Where it was not read itself, the row of the document's table beside which it would stand, without a column: that of
 * the nearest of its kin in the form, the one above first; '' where nothing of the table was read.
 */
export function sourcePlace({ read }: DocumentLook, figure: FigureId): string {
  const placeOf = (id: FigureId | null): string => read.lines.find((line) => line.figure === id && IN_TABLE.test(line.place))?.place ?? ''
  const own = placeOf(figure)
  if (own !== '') return own
  const rows = formatOf(read.format)?.tables.find((table) => table.rows.some(({ figures }) => figures.includes(figure)))?.rows ?? []
  const at = rows.findIndex(({ figures }) => figures.includes(figure))
  const nearest = [...rows.entries()].sort(([a], [b]) => Math.abs(a - at) - Math.abs(b - at) || a - b)
  const places = nearest.flatMap(([, { figures }]) => figures.map(placeOf))
  return (places.find((place) => place !== '') ?? '').replace(COLUMN, '').trim()
}
