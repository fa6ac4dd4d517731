import type { Cell } from '@/domain/cell'
import { columnOf, type FigureId } from '@/domain/figure'
import { formatOf, type FormatTable } from '@/domain/formats'
import { tablesAsFilled } from '@/domain/filled-tables'
import { label, type Label } from '@/domain/label'
import { nationalLabel } from '@/domain/national-figure'
import { isHeadPart, type HeadPart } from '@/domain/report-head'
import { filedFigures, filedStatements, placeText, readReports, READING_PROBLEMS, SETTLED, type FiledFigure, type PdfAssets, type ReadingProblem, type ReadReport } from '@/reading'
import type { SaidOfDocument } from '@/domain/problem'
import { decodeText } from '@/reading/decode'
import type { Block } from '@/reading/document'
import { tight } from '@/reading/meaning/words'
import { isDelimited } from '../parse'
import type { ImportFile, ReadLook, ReadProblem } from './account'
import { notText } from './not-text'
import { openByItself } from './settled'
import { sheetSource, type TableSource } from './table-source'

/** PDF, rich text. */
const MAGIC = [[0x25, 0x50, 0x44, 0x46], [0x7b, 0x5c, 0x72, 0x74, 0x66]]
/** Files that are documents by their name: one that holds something else is told so. */
const NAMED = /\.(?:x?html?|shtml|mht|mhtml|fodt|pdf|rtf)$/i
/** Files of word processors: one that can be no table is told as a document, whatever it holds. */
const WORD = /\.(?:docx?|docm|wps|odt|ofd)$/i
/** Scans and photographs: they are told what to do. */
export const PICTURE = /\.(?:jpe?g|png|gif|bmp|tiff?|webp)$/i
const TEXT = /\.(?:txt|md)$/i
/** The words of table 3, and those of the reports' titles or of the form's own notes, which no other table has. */
const REPORT_WORDS = [/收到和处理政府信息公开申请|本年新收政府信息公开申请/, /信息公开(?:工作)?年度?(?:工作)?报告|勾稽关系|第二十条第\(一\)项/]
const SAMPLE_BYTES = 1 << 18

/** Whether a file says by its name that it is a word processor's. */
export const isWord = (name: string): boolean => WORD.test(name)

/** Web pages are often handed out under the name of a Word file. */
const isPage = (bytes: Uint8Array): boolean => /<html|^mime-version|^content-type/im.test(new TextDecoder('latin1').decode(bytes.subarray(0, 2048)))

/** What a file that is no table may be: an official report as a document. */
export function isDocument({ name, bytes }: ImportFile): boolean {
  const starts = (magic: readonly number[]): boolean => magic.every((byte, at) => bytes[at] === byte)
  if (MAGIC.some(starts) || NAMED.test(name) || PICTURE.test(name) || (isWord(name) && (isPage(bytes) || notText(bytes) !== undefined || !isTable(bytes)))) return true
  if (!TEXT.test(name) && !isWord(name)) return false
  const text = tight(sampleOf(bytes))
  return REPORT_WORDS.every((words) => words.test(text))
}

/** Running text, garbled or not: a document, if not a report. */
export const isProse = ({ name, bytes }: ImportFile): boolean => TEXT.test(name) && !isTable(bytes)

const isTable = (bytes: Uint8Array): boolean => isDelimited(sampleOf(bytes).replaceAll(/\r\n?/g, '\n'))

/** How a text begins; garbled where its encoding is not known. */
function sampleOf(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, SAMPLE_BYTES)
  try {
    return decodeText(sample)
  } catch {
    return new TextDecoder().decode(sample)
  }
}

/** What was read of a document: a table of its figures for each report in it, or why it could not be read. */
export interface ReadTables {
  readonly tables: readonly TableSource[]
  readonly refused: SaidOfDocument | null
  /** What was read of the reports' documents, by the names of the tables. */
  readonly blocks: ReadonlyMap<string, readonly Block[]>
}

const HEADINGS = ['format', 'figure', 'as-named', 'value', 'unit', 'note', 'source', 'quote'] as const

const isRead = (cell: Cell | undefined): boolean => cell !== undefined && !('missing' in cell && cell.missing === 'unreadable')

const naming = ({ zh, en }: Label, name: Label): Label => label(`${zh}（${name.zh}）`, `${en} (${name.en})`)

const [IN_ROW, IN_COLUMN] = [label('本行之和', 'sum of its row'), label('本列之和', 'sum of its column')]

/** Which of the sums that a cell of table 3 goes into: that of its row, or one of its column. */
function sumOf([total, ...parts]: readonly FigureId[]): Label | undefined {
  if (!total?.startsWith('requests.') || parts.length === 0) return undefined
  return parts.every((part) => columnOf(part) === columnOf(total)) ? IN_COLUMN : IN_ROW
}

/** Rows that are named; of more only how many. */
const ROWS_NAMED = 3

/** A table with the rows of the form of which no cell was read. */
function rowsOf({ title, rows }: FormatTable, figures: readonly FigureId[]): Label {
  const lost = rows.filter((row) => row.figures.some((figure) => figure !== null) && row.figures.every((figure) => figure === null || figures.includes(figure)))
  if (lost.length === 0) return title
  const [more, names] = [lost.length > ROWS_NAMED, lost.slice(0, ROWS_NAMED).map((row) => row.label)]
  return label(`${title.zh}：${names.map(({ zh }) => zh).join('、')}${more ? `等 ${lost.length} 行` : ''}`, `${title.en}: ${names.map(({ en }) => en).join(', ')}${more ? ` … ${lost.length} rows` : ''}`)
}

/** What a problem is about where it quotes no words of the document: a table of the form by its title, with its rows that are missing, else the first of its figures, of a sum in which direction. */
function nameOf({ kind, text, figures = [] }: ReadingProblem, format: string): Label | undefined {
  const table = formatOf(format)?.tables.find(({ section }) => section === text)
  if (table && kind === 'row-missing') return rowsOf(table, figures)
  if (table || text !== undefined || !figures[0]) return table?.title
  const [name, sum] = [nationalLabel(figures[0]), kind === 'sums-differ' ? sumOf(figures) : undefined]
  return sum ? label(`${name.zh}，${sum.zh}`, `${name.en}, ${sum.en}`) : name
}

/** What of a report's head a problem leaves in doubt: it is read, and only a reader can say that it is right. */
const IN_DOUBT: Partial<Record<string, HeadPart>> = { 'agency-inferred': 'head:agency', 'agency-common': 'head:agency', 'year-inferred': 'head:year', 'year-doubtful': 'head:year' }

function problemOf(problem: ReadingProblem, format: string): ReadProblem {
  const { kind, place, text = '' } = problem
  const { figures = [IN_DOUBT[kind] ?? []].flat() } = problem
  const { message, remedy } = READING_PROBLEMS[kind]
  const name = nameOf(problem, format)
  return { kind, message: name ? naming(message, name) : message, remedy, place: place ? placeText(place) : '', text: name ? '' : text, figures: kind === 'sums-differ' ? [] : figures, sum: kind === 'sums-differ' ? figures : [] }
}

/** The cells that the form asks for, of each of its tables, and those of them of which nothing was read; what the document leaves blank was read. */
function askedIn({ cells, format }: ReadReport): { readonly section: string; readonly of: number; readonly unread: readonly FigureId[] }[] {
  return tablesAsFilled(formatOf(format)?.tables ?? [], (figure) => cells.has(figure)).map(({ section, rows }) => {
    const figures = new Set(rows.flatMap((row) => row.figures.flatMap((figure) => figure ?? [])))
    return { section, of: figures.size, unread: [...figures].filter((figure) => !isRead(cells.get(figure)?.cell)) }
  })
}

/** Why the reading was not sure of figures: what was told of them, or how they were settled. A cell that was not read is one to look at, whether or not a problem names it. */
export function doubtfulIn(report: ReadReport): Map<FigureId, Label> {
  const { cells, format, problems } = report
  const doubtful = new Map<FigureId, Label>()
  const doubt = (figures: Iterable<FigureId>, why: Label): void => {
    for (const figure of figures) if (!doubtful.has(figure)) doubtful.set(figure, why)
  }
  for (const [figure, { settled }] of cells) if (settled) doubt([figure], SETTLED[settled])
  for (const { figures, message, text } of problems.map((problem) => problemOf(problem, format))) doubt(figures, figures.some(isHeadPart) && text !== '' ? naming(message, label(text, text)) : message)
  for (const { unread } of askedIn(report)) doubt(unread, READING_PROBLEMS['row-missing'].message)
  return doubtful
}

/** The report for its review. */
function lookAtReport(report: ReadReport): ReadLook {
  const { agency, year, format, problems } = report
  const asked = askedIn(report)
  const unread = asked.flatMap(({ section, of, unread: { length: n } }) => (n > 0 ? [{ section, n, of }] : []))
  const of = asked.reduce((sum, table) => sum + table.of, 0)
  const look = { agency, year, format, lines: filedFigures(report), statements: filedStatements(report), found: of - unread.reduce((sum, { n }) => sum + n, 0), of, unread, problems: problems.map((problem) => problemOf(problem, format)), doubtful: doubtfulIn(report) }
  return { ...look, ...openByItself(look, look.doubtful.keys()) }
}

/** The figures of a report, a line each, with the place and words they stand in; agency and year in columns where the document says them. */
function tableOf(name: string, report: ReadReport): TableSource {
  const { agency, year, format } = report
  const keys = [...(agency === null ? [] : [['agency', agency]]), ...(year === null ? [] : [['year', String(year)]])] as [string, string][]
  const line = ({ figure, asNamed, text, unit, note, place, quote }: FiledFigure): string[] => [...keys.map(([, value]) => value), format, figure, asNamed, text, unit, note, `${report.file} ${place}`.trim(), quote]
  const rows = [[...keys.map(([key]) => key), ...HEADINGS], ...filedFigures(report).map(line), ...filedStatements(report).map(line)]
  return { ...sheetSource(name, rows, true), report: lookAtReport(report) }
}

/** What was read of the documents, by the names of their tables; the last of a name. */
const sources = new Map<string, readonly Block[]>()

/** What was read of a document, with the places of its figures, by the name of its table; undefined where it was not read lately. */
export const blocksOf = (name: string): readonly Block[] | undefined => sources.get(name)

/** Documents read lately, by name and contents: they are looked at, reviewed, and then imported. */
const known = new Map<string, Promise<ReadTables>>()
const MOST_KNOWN = 2_000

/** Reads a document's reports as tables; one that was read before is not read again. Never throws. */
export async function documentTables(file: ImportFile, assets: PdfAssets): Promise<ReadTables> {
  const key = await keyOf(file)
  const reading = known.get(key) ?? readTables(file, assets)
  if (!known.has(key) && known.size >= MOST_KNOWN) for (const kept of [known, sources]) kept.clear()
  if (key !== '') known.set(key, reading)
  const tables = await reading
  for (const [name, blocks] of tables.blocks) sources.set(name, blocks)
  return tables
}

/** Name and digest; '' where the browser makes no digests (a page that came without encryption). */
async function keyOf({ name, bytes }: ImportFile): Promise<string> {
  const digest = await (globalThis.crypto as Partial<Crypto> | undefined)?.subtle?.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>)
  return digest ? `${name} ${new Uint8Array(digest).join('.')}` : ''
}

async function readTables(file: ImportFile, assets: PdfAssets): Promise<ReadTables> {
  const { reports, refused } = await readReports(file, assets)
  if (refused || reports.length === 0) {
    const { message, remedy } = READING_PROBLEMS[refused?.kind ?? 'not-a-report']
    return { tables: [], refused: { message, remedy }, blocks: new Map() }
  }
  const named = reports.map((report, at) => [reports.length === 1 ? file.name : `${file.name}/${report.year ?? at + 1}`, report] as const)
  return { tables: named.map(([name, report]) => tableOf(name, report)), refused: null, blocks: new Map(named.map(([name, { blocks }]) => [name, blocks])) }
}

