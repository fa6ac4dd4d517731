import { APPLICANT_IDS } from '@/domain/figure'
import type { Headings } from './applicant-order'
import type { Piece } from './entries'
import { countOf, isNumberCell } from './values'
import { tight } from './words'

/** What heads a column that the form does not have: it compares totals with those of the year before, or with all requests. */
const COMPARED = /\d{4}年.*计|上一?年|去年|同期|同比|环比|[较比].*[增减]|增减|增长|占比|比重|比例|百分比/
/** Longer words are a note, no heading. */
const LONGEST = 12
/** What stands there and is no count: a share, or a change. */
const OF_COMPARED = /^[+\-−–＋－↑↓]?\d+(?:\.\d+)?[%％]?$/

/** Whether words head a column that compares totals. */
export const isCompared = (text: string): boolean => COMPARED.test(tight(text)) && tight(text).length <= LONGEST

/** Whether the last of the form's columns has the sum of the others. */
export function addUp(values: readonly Piece[]): boolean {
  const numbers = values.map(({ text }) => countOf(text))
  return numbers.slice(0, -1).reduce((sum, number) => sum + number, 0) === numbers.at(-1)
}

/** The values of a row without the last, which compares its total, where a heading names such a column; null where none does, or the row has not one value more than the form. `others`: the headings that name no applicant. */
export function withoutCompared(others: readonly Piece[], values: readonly Piece[]): Piece[] | null {
  const isOne = values.length === APPLICANT_IDS.length + 1 && values.every(({ text }, at) => isNumberCell(text) || (at === values.length - 1 && OF_COMPARED.test(tight(text))))
  return isOne && others.some(({ text }) => isCompared(text)) ? values.slice(0, -1) : null
}

/** The same where the column stands behind the form's, and these add up: in a row whose cells have moved beside the headings. */
export function movedBesideCompared(headings: Headings, others: readonly Piece[], values: readonly Piece[]): Piece[] | null {
  const own = withoutCompared(others.filter(({ column }) => column > (headings.get('total')?.column ?? Infinity)), values)
  return own && addUp(own) ? own : null
}
