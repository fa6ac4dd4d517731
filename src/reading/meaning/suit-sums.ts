import type { Entry, Piece } from './entries'
import { countOf } from './values'
import { tight } from './words'

/** The headings of columns that a report adds behind both kinds of suits: their sums. */
export const sumsIn = (labels: readonly Piece[]): Piece[] => labels.filter(({ text }) => /^(?:行政)?(?:诉讼)?小计$/.test(tight(text)))

const numberOf = ({ text }: Piece): number => countOf(text)

/**
 * The values of a row with one for each kind, without the sum of the suits that a heading names behind them; all where it has another number of values.
 * Where texts have places that no ruling bears out the numbers show that it is their sum.
 */
export function withoutSuitSum({ values, loose }: Entry, kinds: readonly Piece[], sums: readonly Piece[]): readonly Piece[] {
  const [sum] = sums
  if (sum === undefined || values.length !== kinds.length + 1 || kinds.length < 2) return values
  const at = kinds.filter(({ column }) => column < sum.column).length
  const suits = values.slice(Math.max(at - 2, 0), at)
  return !loose || suits.reduce((all, value) => all + numberOf(value), 0) === numberOf(values[at]!) ? values.toSpliced(at, 1) : values
}
