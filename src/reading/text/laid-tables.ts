import { cellsOf, gridOf, type Block, type TableBlock, type Told } from '../document'
import { withBrokenDecimals } from './broken-decimals'
import { withBrokenNotes } from './broken-notes'
import { headsYear, isYearCaption } from '../meaning/other-years'
import { headsRequests } from '../meaning/sections'
import { wordsText, type WordLine } from './laid-lines'
import { valuesFrom } from './laid-cells'
import { laidProactive } from './laid-proactive'
import { holdsRequests, laidRequests, OrderLost, requestLines } from './laid-requests'
import { laidReviews } from './laid-reviews'
import { tight } from '../meaning/words'

/** A row of a table: its label and cells. */
export interface LaidRow {
  readonly cells: readonly string[]
  readonly told?: Told
}

/** Lines of a text, from and to. */
type Range = readonly [from: number, to: number]

const PROACTIVE = /主动公开政府信息.{0,4}情况|^二、主动公开情况$/
/** Headings of table 2 that stand above the first 信息内容. */
const ABOVE = 3
const REVIEWS_END = /存在的?(?:主要)?问题|其他需要报告|^[五六]、|^[（(][五六][）)]|^注[：:]/
const MOST_HEADING = 40
/** The headings of table 3 stand on no more lines. */
const MOST_HEADING_LINES = 15
const OPENS_REQUESTS = /年度?新收/

const isHeading = (line: WordLine, is: (words: string) => boolean): boolean => wordsText(line).length <= MOST_HEADING && is(wordsText(line))

/** Whether a line heads a table 3 by a year, or one that stands there for comparison. */
function headsTableOfYear(line: WordLine): boolean {
  const year = isHeading(line, (words) => /[^。；]$/.test(words)) ? headsYear(wordsText(line)) : undefined
  return year === 'beside' || (year === 'named' && headsRequests(wordsText(line)))
}

/** Whether a line is no more than a year in brackets, and table 3 begins right below it. */
const captionsRequests = (lines: readonly WordLine[], at: number): boolean => isYearCaption(wordsText(lines[at]!)) && lines.slice(at + 1, at + 1 + MOST_HEADING_LINES).some((line) => OPENS_REQUESTS.test(wordsText(line)))

/** Where a second table 3 is headed by a year: reports print last year's before or behind this year's. -1 where none is. */
const secondOf = (lines: readonly WordLine[]): number => lines.findIndex((line, at) => (headsTableOfYear(line) || captionsRequests(lines, at)) && requestLines(lines.slice(0, at)) !== null)

/** Where the tables of a report stand that has table 3: table 2 above it, table 4 below it. */
function rangesOf(lines: readonly WordLine[]): { proactive: Range; requests: Range; reviews: Range } | null {
  const requests = requestLines(lines)
  if (!requests) return null
  const above = lines.slice(0, requests.from)
  const named = above.findLastIndex((line) => isHeading(line, headsRequests))
  const opening = named < 0 ? above.findLastIndex((_, at) => captionsRequests(lines, at)) : named
  const until = opening < 0 ? requests.from : opening
  const headings = above.slice(0, until).findIndex((line) => wordsText(line).includes('信息内容'))
  const title = above.slice(0, until).findLastIndex((line, at) => isHeading(line, (words) => PROACTIVE.test(words)) && (headings < 0 || at <= headings))
  const end = lines.findIndex((line, at) => at > requests.to && REVIEWS_END.test(wordsText(line)))
  const from = title >= 0 ? title + 1 : headings < 0 ? until : Math.max(0, headings - ABOVE)
  return { proactive: [from, until], requests: [requests.from, requests.to], reviews: [requests.to, end < 0 ? lines.length : end] }
}

/**
 * The official tables of a text laid out in columns, read by the form's rows, with the lines around them as blocks of `rest`; null
 * where there is no table 3. `flowing`: the text has no columns. A table that has another shape than the form's is left to `rest`.
 * Throws OrderLost where the numbers of a text without columns cannot be told to rows.
 */
export function laidTables<Line extends WordLine>(written: readonly Line[], flowing: boolean, rest: (lines: readonly Line[]) => readonly Block[]): Block[] | null {
  const lines = flowing ? written : withBrokenNotes(withBrokenDecimals(written))
  const second = secondOf(lines)
  const first = second < 0 ? null : laidTables(lines.slice(0, second), flowing, rest)
  if (first) return [...first, ...below(lines.slice(second), flowing, rest)]
  const ranges = rangesOf(lines)
  if (!ranges && flowing && holdsRequests(lines)) throw new OrderLost()
  if (!ranges) return null
  const { proactive, requests, reviews } = ranges
  const table = ([from, to]: Range, read: (lines: readonly WordLine[], flowing: boolean) => LaidRow[] | null): readonly Block[] => {
    const rows = read(lines.slice(from, to), flowing)
    if (!rows) return rest(lines.slice(from, to))
    const block: TableBlock = { kind: 'table', rows: gridOf(rows.map(({ cells }) => cells.map((text) => ({ text })))), told: rows.map(({ told }) => told), place: { line: lines[from]!.line } }
    return [block]
  }
  return [
    ...rest(lines.slice(0, proactive[0])),
    ...table(proactive, laidProactive),
    ...captioned(lines.slice(proactive[1], requests[0]), rest),
    ...table(requests, (own, flows) => laidRequests(own, flows, lines.slice(Math.max(0, requests[0] - MOST_HEADING_LINES), requests[0]))),
    ...headed(lines, reviews, rest),
    ...yearsOf(lines, [reviews[0] + 1, reviews[1]]).flatMap(([caption, from, to]) => [...rest(lines.slice(caption, from)), ...doubted(table([from, to], laidReviews))]),
    ...rest(lines.slice(reviews[1])),
  ]
}

/** What stands from a second table 3 on; where its order is lost that is no word on the first: none of it is a table. */
function below<Line extends WordLine>(lines: readonly Line[], flowing: boolean, rest: (lines: readonly Line[]) => readonly Block[]): readonly Block[] {
  try {
    return laidTables(lines, flowing, rest) ?? rest(lines)
  } catch (error) {
    if (!(error instanceof OrderLost)) throw error
    return lines.filter(({ words }) => words.length > 0).map((line) => ({ kind: 'text', text: wordsText(line), place: { line: line.line } }))
  }
}

/** Whether a line heads a table 4 by a year: words, of which numbers are no part. */
const headsReviewsOfYear = (line: WordLine): boolean => valuesFrom(line.words) === line.words.length && isHeading(line, (words) => headsYear(words) !== undefined && !/^20\d\d年?度?$|[，。；]/.test(words))

/** Each table 4 in a range, from the line that heads it by its year; the whole range where it has no second one. */
function yearsOf(lines: readonly WordLine[], [from, to]: Range): (readonly [caption: number, from: number, to: number])[] {
  const captions = lines.slice(from, to).flatMap((line, at) => (headsReviewsOfYear(line) ? [from + at] : []))
  const parts = [[from, from, captions[0] ?? to] as const, ...captions.map((at, index) => [at, at + 1, captions[index + 1] ?? to] as const)]
  const tables = parts.filter(([, start, end]) => lines.slice(start, end).some(({ words }) => valuesFrom(words) < words.length))
  return tables.length > 1 ? parts : [[from, from, to]]
}

/** Blocks of table 4, its rows told that another way read and that leave a cell blank: places alone show which. */
const doubted = (blocks: readonly Block[]): readonly Block[] =>
  blocks.map((block) => (block.kind !== 'table' ? block : { ...block, told: block.rows.map((row, at) => block.told?.[at] ?? (cellsOf(row).some(({ text }) => tight(text) === '') ? 'likely' : undefined)) }))

/** The heading of table 4 stands on the first line of its range. */
const headed = <Line extends WordLine>(lines: readonly Line[], [from]: Range, rest: (lines: readonly Line[]) => readonly Block[]): readonly Block[] => rest(lines.slice(from, from + 1))

/** What stands above table 3: a line that says of which year it is heads it, though its columns' headings stand around it. */
function captioned<Line extends WordLine>(lines: readonly Line[], rest: (lines: readonly Line[]) => readonly Block[]): readonly Block[] {
  const at = lines.findLastIndex((line) => headsTableOfYear(line) || isYearCaption(wordsText(line)))
  return at < 0 ? rest(lines) : [...rest(lines.slice(0, at)), ...rest(lines.slice(at, at + 1)), ...rest(lines.slice(at + 1))]
}
