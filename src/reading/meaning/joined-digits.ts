import { APPLICANT_IDS } from '@/domain/figure'
import type { Entry } from './entries'
import { tight } from './words'

const DIGITS = new RegExp(`^\\d{${APPLICANT_IDS.length}}$`)

/** The numbers of a row that stand in one piece, a digit each: as many as table 3 has applicants, the last the sum of the others; null for any other text. */
function digitsIn(text: string): string[] | null {
  if (!DIGITS.test(text)) return null
  const digits = [...text]
  const sum = digits.slice(0, -1).reduce((total, digit) => total + Number(digit), 0)
  return sum === Number(digits.at(-1)) ? digits : null
}

/** An entry whose only number is those of all applicants, run together where its columns are narrow, with each as a number of its own: told by their sum. Any other as it is. */
export function withOwnDigits(entry: Entry): Entry {
  const filled = entry.values.filter(({ text }) => tight(text) !== '')
  const digits = filled.length === 1 && entry.values.length <= APPLICANT_IDS.length ? digitsIn(tight(filled[0]!.text)) : null
  if (!digits) return entry
  const { column } = entry.values.length === APPLICANT_IDS.length ? entry.values[0]! : filled[0]!
  return { ...entry, values: digits.map((text, at) => ({ text, column: column + at, width: 1 })), told: 'sums' }
}
