import { APPLICANT_IDS } from '@/domain/figure'
import { withoutSpare, type Piece } from './entries'
import { countOf } from './values'
import { tight } from './words'

/** Whether a column has the sum of all organisations, which the form does not have: it is no total. */
export const hasSubtotal = (others: readonly Piece[]): boolean => others.some(({ text }) => /小计$/.test(tight(text)))

/** The values of a row with the sum of its organisations before its total, without that sum; null where no value there is the sum, or, where the end of a page cuts the heading of the total, the last is none. */
export function withoutSubtotal(written: readonly Piece[], isCut: boolean): Piece[] | null {
  const values = withoutSpare(written, APPLICANT_IDS.length + 1)
  const numbers = values.map(({ text }) => countOf(text))
  const [sum, total] = [values.at(-2), values.at(-1)]
  const isSum = sum !== undefined && (tight(sum.text) === '' || numbers.slice(1, -2).reduce((a, b) => a + b, 0) === numbers.at(-2))
  const isTotal = !isCut || numbers[0]! + numbers.at(-2)! === numbers.at(-1)
  return values.length === APPLICANT_IDS.length + 1 && isSum && isTotal ? [...values.slice(0, -2), total!] : null
}
