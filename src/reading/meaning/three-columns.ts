import { APPLICANT_IDS } from '@/domain/figure'
import type { Headings } from './applicant-order'
import { withoutSpare, type Piece } from './entries'
import { REMARKS } from './labels'
import { isNumberCell } from './values'
import { tight } from './words'

/** The heading of all organisations. */
export const ORGANISATIONS = /^法人.{0,2}其[他它]组织$/
/** What may stand over the headings of applicants. */
export const ABOVE = /[勾钩]稽关系|^申请人(?:情况)?(?:[／/].*)?$|^(?:项目|序号)$/
/** How many columns there are. */
const THREE = 3

/** Whether headings of table 3 name 自然人, 法人或其他组织, 总计 in this order and no kind of organisation. `others`: its other headings. */
export function areThree(headings: Headings, others: readonly Piece[]): boolean {
  const named = others.filter(({ text }) => !ABOVE.test(tight(text)) && !REMARKS.test(tight(text)))
  const [natural, all] = [headings.get('natural'), headings.get('total')]
  return headings.size === 2 && natural !== undefined && all !== undefined && named.length === 1 && ORGANISATIONS.test(tight(named[0]!.text)) && natural.column < named[0]!.column && named[0]!.column < all.column
}

/** The values of natural persons and of all applicants below such headings, null of the others; null where these are other headings, or a row has not three values. */
export function ofThree(headings: Headings, others: readonly Piece[], written: readonly Piece[]): (Piece | null)[] | null {
  const values = withoutSpare(written, THREE)
  if (!areThree(headings, others) || values.length !== THREE || values.some(({ text }) => !isNumberCell(text))) return null
  return APPLICANT_IDS.map((id) => (id === 'natural' ? values[0]! : id === 'total' ? values.at(-1)! : null))
}
