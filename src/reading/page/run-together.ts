import type { Item } from './geometry'
import { APPLICANT_LABELS, COLUMN_LABELS, isHeading, KIND_LABELS, RESULT_LABELS } from '../meaning/labels'
import { tight } from '../meaning/words'

const VOCABULARIES = [RESULT_LABELS, APPLICANT_LABELS, KIND_LABELS, COLUMN_LABELS] as const
type Words = (typeof VOCABULARIES)[number]

/** Headings have at least, and at most, so many letters. */
const SHORTEST = 2
const LONGEST = 14
const HAN_ONLY = /^\p{Script=Han}+$/u

/** The headings of one table that a text is put together of, in their order; null where it has other words. */
function headingsOf(text: string, words: Words): string[] | null {
  if (text === '') return []
  for (let length = Math.min(text.length, LONGEST); length >= SHORTEST; length -= 1) {
    const rest = words.is(text.slice(0, length)) === undefined ? null : headingsOf(text.slice(length), words)
    if (rest) return [text.slice(0, length), ...rest]
  }
  return null
}

/** The headings of a piece, each as one: those that fill their columns stand without a gap between them. The piece itself where it is none of several. */
export function partedHeadings(item: Item): Item[] {
  const text = tight(item.text)
  if (text.length < SHORTEST * 2 || !HAN_ONLY.test(text) || isHeading(text)) return [item]
  const headings = VOCABULARIES.map((words) => headingsOf(text, words)).find((found) => found !== null)
  if (!headings) return [item]
  const letter = item.width / text.length
  let x = item.x
  return headings.map((heading) => {
    const own = { ...item, text: heading, x, width: letter * heading.length }
    x += own.width
    return own
  })
}
