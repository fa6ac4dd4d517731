import type { ReviewKind, ReviewResult } from '@/domain/figure'
import type { RowLine } from './form-rows'
import { addsUp, cellsIn, isPutTogether, partsOf, textOf, type LaidCell } from './laid-cells'
import { placesOf } from './laid-columns'
import { rowLines, type WordLine } from './laid-lines'
import { placedResults, resultHeadings } from './laid-results'
import { runRow } from './laid-runs'
import { flowingYears, yearRows } from './laid-years'
import type { LaidRow } from './laid-tables'
import { KIND_ORDER, RESULT_LABELS, RESULT_ORDER } from '../meaning/labels'
import { inFormOrder, kindsAbove } from './kind-order'
import { kindRows } from './laid-kinds'
import { listedResults } from './listed-results'
import { kindIn, orderOf } from '../meaning/result-headings'
import { isNumber, isValue } from '../meaning/values'
import { tight } from '../meaning/words'

const [KINDS, RESULTS] = [KIND_ORDER.length, RESULT_ORDER.length]
const WIDTH = KINDS * RESULTS
export const KIND_WORDS: Readonly<Record<ReviewKind, string>> = { review: '行政复议', 'suit-direct': '未经复议直接起诉', 'suit-after-review': '复议后起诉' }
export const RESULT_WORDS: Readonly<Record<ReviewResult, string>> = { upheld: '结果维持', corrected: '结果纠正', other: '其他结果', pending: '尚未审结', total: '总计' }
export const RESULT_LIKENESS = 0.7

/** A row of numbers with the words that stand above it and beside it, up to the next. */
export interface Band {
  readonly lines: RowLine[]
  readonly words: string[]
}

/** Whether a line has nothing among its numbers but the ends of notes begun above. */
const isNoteEnd = ({ values }: RowLine): boolean => values.length > 0 && values.every(({ text }) => !isValue(text) && !isNumber(text))

const labelText = ({ labels }: RowLine): string => tight(labels.map(({ text }) => text).join(''))

/** Lines of numbers with the ends of those that go on below them. */
function bandsOf(lines: readonly RowLine[]): Band[] {
  const bands: Band[] = []
  let words: string[] = []
  for (const line of lines) {
    const last = bands.at(-1)
    if (line.labels.length > 0) words.push(labelText(line))
    if (line.values.length === 0) continue
    if (last && isNoteEnd(line)) {
      last.lines.push(line)
      continue
    }
    const goesOn = last && words.length === 0 && (line.values.length < last.lines[0]!.values.length || line.y - last.lines.at(-1)!.y <= 1)
    if (goesOn && cellsOf({ lines: [...last.lines, line] })) last.lines.push(line)
    else bands.push({ lines: [line], words })
    words = []
  }
  return bands
}

export const cellsOf = ({ lines }: Pick<Band, 'lines'>): LaidCell[] | null =>
  cellsIn(
    lines.map(({ values }) => values),
    WIDTH,
  )

/** The cells of one kind or of all; words apart where numbers put together do not add up. */
export function texts(cells: readonly LaidCell[]): string[] {
  const sure = Array.from({ length: cells.length / RESULTS }, (_, kind) => cells.slice(kind * RESULTS, (kind + 1) * RESULTS)).map((own) => !isPutTogether(own) || addsUp(own) === true)
  return cells.map((cell, at) => (sure[Math.floor(at / RESULTS)] ? textOf(cell) : partsOf(cell)))
}

/** Whether words say this of the kinds and no other, or name no kind. */
const mayBe = (words: readonly string[], kind: ReviewKind): boolean => {
  const said = new Set([...words, words.join('')].map((text) => kindIn(text.replace(/^行政诉讼/, ''), true)).filter((each) => each !== undefined))
  return said.size === 0 || said.has(kind)
}

const resultIn = (words: readonly string[]): ReviewResult | undefined => words.map((text) => RESULT_LABELS.nearest(text, RESULT_LIKENESS)[0]?.id).findLast((id) => id !== undefined)

/** The one row of a table that has blanks, with its cells in their columns; null where these are not known. */
function withBlanks(cells: readonly LaidCell[], own: readonly RowLine[], { lines }: Band): LaidRow | null {
  const placed = placedResults(runRow(cells, lines), resultHeadings(own))
  const blank: LaidCell = { x: 0, width: 0, y: 0, parts: [] }
  return placed && { cells: texts(Array.from({ length: WIDTH }, (_, column) => cells[placed.columns.indexOf(column)] ?? blank)), told: placed.told }
}

/** Table 4 of a text laid out in columns, in the form's rows and columns; null where it has another shape, or cells left out of several rows. */
export function laidReviews(lines: readonly WordLine[], flowing: boolean): LaidRow[] | null {
  const own = rowLines(lines)
  const listed = flowing ? null : (listedResults(own) ?? kindRows(own))
  if (listed) return listed
  const heads = Array.from({ length: KINDS }, () => RESULT_ORDER.map((id) => RESULT_WORDS[id])).flat()
  const years = flowing ? flowingYears(lines, heads) : yearRows(own, heads)
  if (years) return years
  // Whose year its numbers are is not known: none is read.
  if (flowing && years === null) return []
  const bands = bandsOf(own)
  // All headings and no number: no sum can bear out that all is blank.
  if (!flowing && bands.length === 0 && namesResults(own)) return [{ cells: heads }, { cells: heads.map(() => ''), told: 'empty' }]
  const single = !flowing && bands.length === 1 ? cellsOf(bands[0]!) : null
  const placed = single && single.length > 0 && single.length < WIDTH ? withBlanks(single, own, bands[0]!) : null
  const kinds = kindsAbove(own, flowing)
  const isMoved = kinds.some((kind, at) => kind !== KIND_ORDER[at])
  // Each kind adds up in any place: that they stand in another order than the form's is told.
  const moved = (row: LaidRow): LaidRow => (isMoved ? { ...row, ...movedCells(row.cells, kinds) } : row)
  if (placed) return [{ cells: heads }, moved(placed)]
  // Without columns numbers that do not add up may stand in another order than their headings.
  const inOrder = !flowing || bands.every((band) => areSums(cellsOf(band) ?? []))
  return wholeReviews(bands, headedOrder(own))?.map((cells): LaidRow => (cells.some(isNumber) ? moved({ cells, ...(inOrder ? {} : { told: 'likely' }) }) : { cells })) ?? null
}

/** The cells of a row with all kinds in the form's order, told; of any other row nothing. */
function movedCells(cells: readonly string[], kinds: readonly ReviewKind[]): Partial<LaidRow> {
  const [label, ...numbers] = cells
  if (cells.length === WIDTH) return { cells: inFormOrder(cells, kinds), told: 'likely' }
  return numbers.length === KINDS ? { cells: [label!, ...inFormOrder(numbers, kinds)], told: 'likely' } : {}
}

/** Whether the results of each kind add up, in rows that hold those of whole kinds; true of any other. */
const areSums = (cells: readonly LaidCell[]): boolean => cells.length % RESULTS !== 0 || Array.from({ length: cells.length / RESULTS }, (_, kind) => addsUp(cells.slice(kind * RESULTS, (kind + 1) * RESULTS))).every((sum) => sum !== false)

/** How the headings of results begin that are broken nowhere else: each stands there for every kind. */
const OF_EVERY_KIND = [/尚未/g, /其[他它]/g, /总/g]

/** Whether lines without numbers are the headings of all kinds' results, which in narrow columns need not stand in their places. */
const namesResults = (lines: readonly RowLine[]): boolean => OF_EVERY_KIND.every((beginning) => lines.reduce((count, line) => count + (labelText(line).match(beginning)?.length ?? 0), 0) === KINDS)

/** What the headings of results begin with, above the first row. */
const BEGINS_RESULT = /^(?:结果|其[他它]|尚未|总)/

/** The order of the results by their headings: as they are named, or, where these are broken over lines, by which stands first of all. */
function headedOrder(lines: readonly RowLine[]): readonly ReviewResult[] {
  const named = orderOf(lines.flatMap(({ labels }) => labels.flatMap(({ text }) => RESULT_LABELS.is(text) ?? [])))
  const first = lines.findIndex(({ values }) => values.length > 0)
  const heads = lines.slice(0, Math.max(first, 0)).flatMap(({ labels }) => labels).filter(({ text }) => BEGINS_RESULT.test(tight(text))).sort((a, b) => a.x - b.x)
  const isTotalFirst = tight(heads[0]?.text ?? '').startsWith('总') && !tight(heads.at(-1)!.text).startsWith('总')
  return named === RESULT_ORDER && isTotalFirst ? ['total', ...RESULT_ORDER.filter((id) => id !== 'total')] : named
}

/** Table 4 where no cell is left out, its results in an order. */
function wholeReviews(bands: readonly Band[], order: readonly ReviewResult[]): string[][] | null {
  const cells = bands.map(cellsOf)
  if (cells.includes(null)) return null
  const rows = cells as LaidCell[][]
  const are = (count: number, width: number): boolean => rows.length === count && rows.every(({ length }) => length === width)
  const results = order.map((id) => RESULT_WORDS[id])
  if (are(1, WIDTH)) return [[...Array.from({ length: KINDS }, () => results).flat()], texts(rows[0]!)]
  const pair = rows.length === 2 && rows[0]!.length === RESULTS && rows[1]!.length === WIDTH - RESULTS && mayBe(bands[0]!.words, 'review')
  if (pair) return [[...Array.from({ length: KINDS }, () => results).flat()], rows.flatMap(texts)]
  if (are(KINDS, RESULTS) && KIND_ORDER.every((kind, at) => mayBe(bands[at]!.words, kind))) return [['类别', ...results], ...KIND_ORDER.map((kind, at) => [KIND_WORDS[kind], ...texts(rows[at]!)])]
  const below = rows.length === RESULTS && order.every((result, at) => (resultIn(bands[at]!.words) ?? result) === result) ? underKinds(rows) : null
  return below && [['', ...KIND_ORDER.map((kind) => KIND_WORDS[kind])], ...order.map((result, at) => [RESULT_WORDS[result], ...below[at]!])]
}

/** Rows of a number for each kind, those that leave some out placed under the numbers of the others; null where some row has more, or none is whole. */
function underKinds(rows: readonly LaidCell[][]): string[][] | null {
  const whole = rows.filter(({ length }) => length === KINDS)
  if (whole.length === 0 || rows.some(({ length }) => length > KINDS)) return null
  const columns = KIND_ORDER.map((_, at) => ({ left: Math.min(...whole.map((cells) => cells[at]!.x)), right: Math.max(...whole.map((cells) => cells[at]!.x + cells[at]!.width)) }))
  return rows.map((cells) => {
    const places = placesOf(cells, columns)
    return KIND_ORDER.map((_, at) => (places.includes(at) ? partsOf(cells[places.indexOf(at)]!) : ''))
  })
}
