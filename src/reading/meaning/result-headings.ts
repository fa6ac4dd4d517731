import type { ReviewKind, ReviewResult } from '@/domain/figure'
import type { Piece } from './entries'
import { APPLICANT_LABELS, KIND_LABELS, RESULT_LABELS, RESULT_ORDER } from './labels'
import { tight } from './words'

/** A label of table 4 and what it heads: a result or a kind. */
export interface Heading<Id> extends Piece {
  readonly id: Id
}

/** Results behind which 其他 is one, as is its own repetition. */
const OTHER_FOLLOWS: ReadonlySet<ReviewResult> = new Set(['corrected', 'other'])

/** The results that labels name, each once for all the columns that it covers. 其他 alone is one behind 结果纠正: table 3 has a column of that name. */
export function resultsIn(labels: readonly Piece[], known: Heading<ReviewResult> | undefined): Heading<ReviewResult>[] {
  const found: Heading<ReviewResult>[] = []
  for (const piece of labels) {
    const before = found.at(-1)
    const last = (before ?? known)?.id
    const id = RESULT_LABELS.is(piece.text) ?? (last && OTHER_FOLLOWS.has(last) && APPLICANT_LABELS.is(piece.text) === 'other' ? 'other' : undefined)
    if (id === undefined) continue
    if (before?.id === id && piece.column === before.column + before.width) found[found.length - 1] = { ...before, width: before.width + piece.width }
    else found.push({ ...piece, id })
  }
  return found
}

/** The results that are parts of a total. */
export function partsOf(order: readonly ReviewResult[]): ReviewResult[] {
  return order.filter((result) => result !== 'total')
}

/** The order in which headings name the results of each kind, the same for all of them (总计 may come first); the form's where they show none. */
export function orderIn(headings: readonly Heading<ReviewResult>[]): readonly ReviewResult[] {
  // A heading over two rows is met in both of them.
  const met = headings.filter(({ id, column, width }, at) => headings.findIndex((other) => other.id === id && other.column === column && other.width === width) === at || headings.every((other) => other.column === column))
  return orderOf(met.map(({ id }) => id))
}

/** The order of a kind's results where names repeat it for each kind; the form's where they do not. */
export function orderOf(ids: readonly ReviewResult[]): readonly ReviewResult[] {
  const first = ids.slice(0, RESULT_ORDER.length)
  const isWhole = new Set(first).size === RESULT_ORDER.length && ids.length % RESULT_ORDER.length === 0
  return isWhole && ids.every((id, at) => id === first[at % first.length]) ? first : RESULT_ORDER
}

/** A label as a heading of what it names; none where it names nothing. */
export const withId = <Id>(piece: Piece, id: Id | undefined): Heading<Id>[] => (id === undefined ? [] : [{ ...piece, id }])

/** The kind that a label or caption names: `行政诉讼（未经复议直接起诉）`, `行政复议情况`. */
export function kindIn(text: string, inSection: boolean): ReviewKind | undefined {
  const words = tight(text)
  if (words.length > 30 || (/行政复议/.test(words) && /行政诉讼/.test(words))) return undefined
  if (/复议后/.test(words)) return 'suit-after-review'
  if (/未经(?:行政)?复议|直接起诉/.test(words)) return 'suit-direct'
  return KIND_LABELS.is(words) ?? (inSection && /^[^\u4e00-\u9fff]*行政复议(?:情况|案件)?[^\u4e00-\u9fff]*$/.test(words) ? 'review' : undefined)
}

const SUITS = /^[^\u4e00-\u9fff]*行政诉讼(?:情况|案件)?[^\u4e00-\u9fff]*$/

/** Whether labels name 行政诉讼, and no kind before it. */
export function namesSuitsFirst(labels: readonly Piece[]): boolean {
  const suits = labels.findIndex(({ text }) => SUITS.test(tight(text)))
  return suits >= 0 && labels.slice(0, suits).every(({ text }) => kindIn(text, true) === undefined)
}
