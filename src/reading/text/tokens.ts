import { ITEM_LABELS } from '../meaning/labels'
import { cellOf, isNumber } from '../meaning/values'
import { isUnit } from '../meaning/units'
import { gluedDigits, plain, tight } from '../meaning/words'

/** No label of a row has more letters on one line, but one whose meaning is told behind it. */
export const LONGEST_LABEL = 60

/** The words of a line; a unit apart from its number belongs to it. */
function wordsOf(text: string): string[] {
  const words: string[] = []
  for (const word of plain(text).split(' ')) {
    const last = words.at(-1)
    if (last !== undefined && isUnit(word) && /\d$/.test(last) && isNumberText(last)) words[words.length - 1] = `${last}${word}`
    else words.push(word)
  }
  return words
}

/** The values at the end of a line and the label before them; null where the line reads as prose. */
export function tokensOf(text: string): { label: string; values: string[] } | null {
  const words = wordsOf(text)
  let cut = words.length
  while (cut > 0 && words[cut - 1] !== '' && isNumberText(words[cut - 1]!)) cut -= 1
  const label = words.slice(0, cut).join(' ')
  if ((tight(label).length > LONGEST_LABEL && ITEM_LABELS.is(label) === undefined) || (cut < words.length && /[。；;]/.test(label))) return null
  const glued = gluedDigits(label, words[cut])
  if (glued !== '') return { label: label.slice(0, -glued.length), values: [`${glued} ${words[cut]}`, ...words.slice(cut + 1)] }
  return { label, values: words.slice(cut) }
}

/** The label and values of a line that is one of cells; one too long for a label is a label all the same, put together of several lines. */
export const cellsOfLine = (text: string): { label: string; values: string[] } => tokensOf(text) ?? { label: plain(text), values: [] }

/** Whether a word is a number, or a mark that none applies. */
export const isNumberText = (word: string): boolean => {
  const cell = cellOf(word, 'items')
  return 'value' in cell || cell.missing === 'not-applicable' || isNumber(word)
}
