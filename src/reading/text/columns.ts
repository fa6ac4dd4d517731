import { isNumber, isValue } from '../meaning/values'
import type { Item } from '../page/geometry'
import { withShare } from '../page/shares'
import { digitsOf, isChange, UNIT_BEHIND } from '../meaning/numerals'
import { isUnit } from '../meaning/units'

/** How many columns a Chinese character takes in a text laid out with spaces: two on a terminal, one as pdftotext counts. */
export type HanWidth = 1 | 2

const ZERO_WIDTH = /[\u200b-\u200f\u2060\ufeff]/g
const isWide = (letter: string): boolean => /[\u1100-\u115f\u2e80-\u303e\u3041-\uffe6]/.test(letter) && !/[\uff61-\uff9f]/.test(letter)

/** Columns that a text takes. */
const widthOf = (text: string, han: HanWidth): number => (han === 1 ? [...text].length : [...text.replace(ZERO_WIDTH, '')].reduce((sum, letter) => sum + (isWide(letter) ? 2 : 1), 0))

/** Where the numbers at the end of a line start, if there are three or more. */
function numbersFrom(text: string): number {
  const words = [...text.matchAll(/[^\s\u00a0]+/g)]
  let at = words.length
  while (at > 0 && (isValue(words[at - 1]![0]) || isNumber(words[at - 1]![0]))) at -= 1
  return words.length - at >= 3 ? words[at]!.index : text.length
}

/** Parts of a line as items, in columns; parts of white space lie between them. */
function itemsOf(parts: readonly string[], y: number, han: HanWidth): Item[] {
  const items: Item[] = []
  let x = 0
  for (const part of parts) {
    const width = widthOf(part, han)
    const lead = widthOf(part.slice(0, part.length - part.trimStart().length), han)
    const text = part.replace(ZERO_WIDTH, '').trim()
    if (text !== '') items.push({ text, x: x + lead, y, width: width - lead, height: 2 })
    x += width
  }
  return items
}

/** A number above zero that Chinese characters write. */
const WRITTEN_OUT = /^[一二两三四五六七八九十百千万]/

/** A zero as it is drawn. */
const CIRCLE = /^[○〇◯]$/

/** Items with the digits of those numbers that Chinese characters write, and circles behind words, where so many items at the line's end are numbers, or where it has no others. 三 alone before digits is a letter of what stands beside the table, 三、本年度办理结果, written downwards, though the row's number stands before it. */
export function inDigits(items: readonly Item[], least: number): readonly Item[] {
  let from = items.findLastIndex(({ text }) => !isNumber(text) && !isValue(text)) + 1
  const writtenOut = items.slice(from).flatMap(({ text }, at) => (WRITTEN_OUT.test(text) ? [at] : []))
  const [letter = Infinity] = writtenOut
  if (writtenOut.length === 1 && letter <= 1 && items.slice(from + letter + 1).some(({ text }) => /[\d０-９]/.test(text))) from += letter + 1
  if (items.length - from < least) return from === 0 ? items : items.map((item, at) => (at >= from && CIRCLE.test(item.text) ? { ...item, text: '0' } : item))
  return items.map((item, at) => (at < from ? item : { ...item, text: digitsOf(item.text) ?? item.text }))
}

/** A line as long as this is a sentence. */
const LEAST_SENTENCE = 18
/** How wide letters are on the page, a Chinese character being one: pdftotext counts all alike. */
const LETTER_WIDTH = 0.5
const SPACE_WIDTH = 0.25
const printedWidth = (text: string): number => [...text].reduce((sum, letter) => sum + (isWide(letter) ? 1 : /\s/.test(letter) ? SPACE_WIDTH : LETTER_WIDTH), 0)

/** The pieces of a line that two or more spaces part, in columns; of three and more numbers at its end, those that one space parts too. A sentence is as wide as on the page: that shows whether it fills its line. */
export function piecesOf(text: string, y: number, han: HanWidth): Item[] {
  const pieces = columnPieces(text, y, han)
  const isSentence = han === 1 && pieces.length === 1 && pieces[0]!.text.length >= LEAST_SENTENCE
  return isSentence ? [{ ...pieces[0]!, width: printedWidth(pieces[0]!.text) }] : pieces
}

function columnPieces(text: string, y: number, han: HanWidth): Item[] {
  const numbers = numbersFrom(text)
  return itemsOf([...text.slice(0, numbers).split(/([ \u00a0]{2,}|\t)/), ...text.slice(numbers).split(/([ \u00a0\t]+)/)], y, han)
}

/** Words with those that say a change beside a number, 减少 18, as the number that they are. */
function withChanges(words: readonly Item[]): Item[] {
  const made: Item[] = []
  for (const word of words) {
    const [before, last] = [made.at(-2), made.at(-1)]
    const change = last && before && isNumber(before.text) && word.x - last.x - last.width <= 1 && !/\d/.test(last.text) && isChange(`${last.text}${word.text}`.replace(UNIT_BEHIND, '')) ? `${last.text}${word.text}` : null
    if (change) made[made.length - 1] = { ...last!, text: digitsOf(change)!, width: word.x + word.width - last!.x }
    else made.push(last && isNumber(last.text) && isChange(word.text.replace(UNIT_BEHIND, '')) ? { ...word, text: digitsOf(word.text)! } : word)
  }
  return made
}

/** The words of a line, in columns; a unit apart from its number belongs to it. */
export function wordsOf(text: string, y: number, han: HanWidth): Item[] {
  const words: Item[] = []
  for (const word of itemsOf(text.split(/(\s+|(?<=(?:^|[^０-９．.,，])０+)(?=[０-９])|(?<=[\u4e00-\u9fff）)])(?=[○◯](?:\s|$)))/), y, han)) {
    const last = words.at(-1)
    if (last && isUnit(word.text) && /\d$/.test(last.text) && isValue(last.text) && word.x - (last.x + last.width) <= 1) words[words.length - 1] = { ...last, text: `${last.text}${word.text}`, width: word.x + word.width - last.x }
    else words.push(word)
  }
  return withShare(withChanges(words))
}

const MOST_DRIFT = 10

/** How far the last numbers of lines stand from those of the line above, with Chinese characters of this width. */
function drift(lines: readonly string[], han: HanWidth): number {
  let sum = 0
  let above: number | null = null
  for (const line of lines) {
    const words = wordsOf(line, 0, han)
    const last = words.at(-1)
    if (words.length < 3 || !last || !isValue(last.text) || !isValue(words.at(-2)!.text)) continue
    const centre = last.x + last.width / 2
    if (above !== null) sum += Math.min(Math.abs(centre - above), MOST_DRIFT)
    above = centre
  }
  return sum
}

/** So many times less must numbers drift where another program than pdftotext made pages. */
const CLEARLY = 2

/** The width of a Chinese character that makes numbers stand under each other; where that is not clear, as pdftotext counts if it made the text, which ends pages. */
export function hanWidthOf(lines: readonly string[], hasPages: boolean): HanWidth {
  const [one, two] = [drift(lines, 1), drift(lines, 2)]
  return one < two || (hasPages && one <= two * CLEARLY) ? 1 : 2
}
