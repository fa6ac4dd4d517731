import { APPLICANT_IDS } from '@/domain/figure'
import { isValue } from '../meaning/values'
import type { Item } from './geometry'

const SHARE = /^\d{1,3}(?:[.．]\d+)?[%％]$/
/** So many numbers before a share are those of a row, some of its cells blank. */
const LEAST_BEFORE = 5

/** A line's words of which the last is a share behind the numbers of a row: behind all of them a number as these are, which a column beside the form's has; behind fewer none of the row's. */
export function withShare(words: readonly Item[]): Item[] {
  const last = words.at(-1)
  if (last === undefined || !SHARE.test(last.text.trim())) return [...words]
  const before = words.length - 1 - (words.slice(0, -1).findLastIndex(({ text }) => !isValue(text)) + 1)
  if (before < LEAST_BEFORE) return [...words]
  return before < APPLICANT_IDS.length ? words.slice(0, -1) : [...words.slice(0, -1), { ...last, text: last.text.replace(/[%％]\s*$/, '') }]
}
