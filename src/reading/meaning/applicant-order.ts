import { APPLICANT_IDS, APPLICANT_PARTS, type Applicant } from '@/domain/figure'
import type { Piece } from './entries'
import { APPLICANT_LABELS } from './labels'
import { ORGANISATIONS } from './three-columns'
import { tight } from './words'

/** The columns of table 3 by what their headings name. */
export type Headings = ReadonlyMap<Applicant, Piece>

/** Applicants in the words that tell them apart, or as the edge of a page cuts the last: between the columns of one table they are headings, elsewhere words like others. */
const SHORT: Readonly<Partial<Record<string, Applicant>>> = { 自然: 'natural', 商业: 'business', 科研: 'research', 公益: 'nonprofit', 法律: 'legal', 其: 'other' }
export const applicantNamed = (text: string): Applicant | undefined => APPLICANT_LABELS.is(text) ?? SHORT[tight(text)]

/** So many headings on a line show that those beside them, which no words name, name applicants too. */
const LEAST_BESIDE = 3

/** The applicants that labels side by side name: by their words, or alike beside several that others name. */
export function applicantsIn(labels: readonly Piece[]): { readonly id: Applicant; readonly piece: Piece }[] {
  const named = labels.flatMap((piece) => applicantNamed(piece.text) ?? [])
  const areHeadings = new Set(named).size >= LEAST_BESIDE
  return labels.flatMap((piece) => {
    const id = applicantNamed(piece.text)
    const alike = id === undefined && areHeadings ? APPLICANT_LABELS.name(piece.text)?.id : undefined
    return id !== undefined ? [{ id, piece }] : alike !== undefined && !named.includes(alike) ? [{ id: alike, piece }] : []
  })
}

/** What a heading of organisations that spans a column too few makes of the form's order: 其他 slips behind 总计, which no table sets last but one. */
const SLIPPED = [...APPLICANT_IDS.slice(0, -2), 'total', 'other'].join()

const KINDS = APPLICANT_IDS.slice(1, -1)

/** Whether all seven headings are there, each over a column of its own and nothing between them, and not in the form's order. */
export function isReordered(headings: Headings): boolean {
  if ([...headings].sort(([, a], [, b]) => a.column - b.column).map(([id]) => id).join() === SLIPPED) return false
  const pieces = APPLICANT_IDS.flatMap((id) => headings.get(id) ?? [])
  const sorted = [...pieces].sort((a, b) => a.column - b.column)
  const isClosed = sorted.every(({ column }, at) => at === 0 || sorted[at - 1]!.column + sorted[at - 1]!.width === column)
  return pieces.length === APPLICANT_IDS.length && isClosed && pieces.some((piece, at) => piece !== sorted[at])
}

/**
 * The applicants in the order of a line that heads natural persons, all organisations as one and all applicants, the kinds of organisation, in their own order, in the place of
 * their common heading: where a text leaves merged cells out, those of the line below, or behind it, stand in other columns. Undefined where that is the form's order, or no line heads all three.
 */
export function orderOver(headings: Headings, over: readonly (Applicant | null)[] | undefined): Applicant[] | undefined {
  const kinds = KINDS.toSorted((a, b) => (headings.get(a)?.column ?? 0) - (headings.get(b)?.column ?? 0))
  const order = over?.flatMap((id) => (id === null ? kinds : [id]))
  return headings.size === APPLICANT_IDS.length && order?.length === headings.size && order.join() !== APPLICANT_IDS.join() ? order : undefined
}

/** The value of each applicant where there are as many as headings, in the headings' order; null of one without a heading. */
export const inOrderOf = (headings: Headings, values: readonly Piece[], order = [...headings].sort(([, a], [, b]) => a.column - b.column).map(([id]) => id)): (Piece | null)[] =>
  APPLICANT_IDS.map((id) => values[order.indexOf(id)] ?? null)

/** All applicants as one row of headings names them from left to right, where the parts of their totals stand in another order than the form's; undefined where they do not, or not all are named. */
export function reorderedIn(ids: readonly Applicant[]): readonly Applicant[] | undefined {
  const order = [...new Set(ids)]
  const isOfForm = order.filter((id) => id !== 'total').join() === APPLICANT_PARTS.join()
  return order.length === APPLICANT_IDS.length && !isOfForm ? order : undefined
}

/** What labels side by side head, null for all organisations as one; undefined where these are not among them. */
export const overOf = (labels: readonly Piece[]): (Applicant | null)[] | undefined => {
  const ids = labels.flatMap(({ text }) => (ORGANISATIONS.test(tight(text)) ? [null] : (applicantNamed(text) ?? [])))
  return ids.includes(null) ? ids.filter((id) => id === null || !KINDS.includes(id)) : undefined
}
