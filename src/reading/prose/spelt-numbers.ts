import { digitsOf } from '../meaning/numerals'

/** A text whose numbers in characters are digits, with the way back. */
export interface Spelt {
  readonly text: string
  /** The place in the text before of a place in this one; within a number that changed, its beginning. */
  readonly placeOf: (index: number) => number
}

const LETTERS = '〇零一二两三四五六七八九十百千万'
/** What the prose counts in. */
const UNITS = '件次|条次|人次|场次|[条篇份则件封宗起次场期名人个项批元]'
/**
 * A number in characters with its unit behind it. No number of an order (第二期), no guess (数十件, 上百条, 三至五次), no rest of a number in digits (3万条), no
 * figure of speech (一项工作, 一件事, 一次性).
 */
const SPELT = new RegExp(
  `(?<![${LETTERS}第几\\d.]|[${LETTERS}][至到或、~-])(?!(?<=数)十|[百千万](?![余多])|一(?:[个项批]|件事|次[性办]|条龙))[${LETTERS}]+(?=[余多]?(?:${UNITS}))`,
  'g',
)
/** Digits without the words for tens and hundreds are a guess (两三次) or a date. */
const LISTED = /^[^十百千万]{2,}$/
/** What makes a number of its clause a rule or a bound, not a count. */
const RULED = /(?:每|至少|最多|不少于)[^,。;]*$/

/** A text with the numbers in characters that count something (十二篇) as digits. */
export function inDigits(text: string): Spelt {
  const changes: { readonly at: number; readonly spelt: number; readonly digits: number }[] = []
  let grown = 0
  const made = text.replace(SPELT, (spelt, at: number) => {
    const digits = LISTED.test(spelt) || RULED.test(text.slice(0, at)) ? null : digitsOf(spelt)
    if (digits === null) return spelt
    changes.push({ at: at + grown, spelt: spelt.length, digits: digits.length })
    grown += digits.length - spelt.length
    return digits
  })
  const placeOf = (index: number): number => {
    let moved = 0
    for (const { at, spelt, digits } of changes) moved += index >= at + digits ? spelt - digits : Math.min(0, at - index)
    return index + moved
  }
  return { text: made, placeOf }
}
