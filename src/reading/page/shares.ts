import { isValue } from '../meaning/values'
import type { Item } from './geometry'

const SHARE = /^\d{1,3}(?:[.．]\d+)?[%％]$/
/** So many numbers before a share are those of a row. */
const LEAST_BEFORE = 5

/** A line's words of which the last, a share behind the numbers of a row, is a number as these are: a column beside the form's has it. */
export function withShare(words: readonly Item[]): Item[] {
  const last = words.at(-1)
  const isBehindRow = last !== undefined && SHARE.test(last.text.trim()) && words.length > LEAST_BEFORE && words.slice(-LEAST_BEFORE - 1, -1).every(({ text }) => isValue(text))
  return isBehindRow ? [...words.slice(0, -1), { ...last, text: last.text.replace(/[%％]\s*$/, '') }] : [...words]
}
