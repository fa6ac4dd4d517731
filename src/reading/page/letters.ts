import { centre, isNumber, type Item } from './geometry'
import { APPLICANT_LABELS, COLUMN_LABELS, ITEM_LABELS, KIND_LABELS, REQUEST_LABELS, RESULT_LABELS } from '../meaning/labels'
import { hasHan, isNumbered, tight } from '../meaning/words'

/** Letters of a text that is spread over its cell stand no further apart, in heights of a letter; those of a name of the form, over a cell as wide as a page, no further than the second. */
const WIDEST = 6
const WIDEST_IN_NAME = 12
/** Those of one name stand as high, but for so much of a letter: the columns beside may have their lines half between. */
const OFF_LINE = 0.25
/** So many letters at even gaps are one text. */
const LEAST_LETTERS = 3
/** A mark that no number applies, or a sign between two words: 本年增/减. */
const SLASH = '/'
const LONGEST_PIECE = 2
/** So many pieces are tried for a name of the form. */
const MOST_PIECES = 16

const VOCABULARIES = [REQUEST_LABELS, ITEM_LABELS, COLUMN_LABELS, APPLICANT_LABELS, RESULT_LABELS, KIND_LABELS]
const OTHER_NAMES = /^(?:信息内容|申请人情况|法人或其他组织|行政诉讼|第二十条第[（(][一二三四五六七八九][)）]项)$/
/** Letters that the next cell's, or its number, may stand right behind. */
const TOUCHING = /^\p{Script=Han}+(?:[+-]?\d[\d,.]*)?$/u
const PARTS = /(?<=\p{Script=Han})/u
const isName = (text: string): boolean => OTHER_NAMES.test(text) || VOCABULARIES.some((words) => words.is(text) !== undefined)

const gapOf = (a: Item, b: Item): number => b.x - (a.x + a.width)
const isLetter = ({ text }: Item): boolean => tight(text).length <= LONGEST_PIECE && !isNumber(text)
const asOne = (items: readonly Item[]): Item => ({ ...items[0]!, text: items.map(({ text }) => text.trim()).join(''), width: items.at(-1)!.x + items.at(-1)!.width - items[0]!.x })

/** How many of the pieces from a place on are letters at even gaps. */
function evenFrom(items: readonly Item[], at: number): number {
  const gap = items[at + 1] ? gapOf(items[at]!, items[at + 1]!) : 0
  const { height } = items[at]!
  if (gap < height * 0.1 || gap > height * WIDEST) return 1
  let end = at + 1
  while (end < items.length && isLetter(items[end]!) && isLetter(items[end - 1]!) && Math.abs(gapOf(items[end - 1]!, items[end]!) - gap) <= Math.max(gap * 0.15, height * 0.15)) end += 1
  return end - at >= LEAST_LETTERS ? end - at : 1
}

/** Whether a piece may stand so far behind another as a part of the same name. */
const isReached = (last: Item, item: Item): boolean => Math.abs(centre(last) - centre(item)) <= item.height * OFF_LINE && gapOf(last, item) <= item.height * ([last, item].every(({ text }) => tight(text).length <= LONGEST_PIECE) ? WIDEST_IN_NAME : WIDEST)

/** Whether a name can end before the piece at a place: there the line ends, or a number or another name begins. */
const isEdge = (items: readonly Item[], at: number): boolean => items[at] === undefined || isNumber(items[at].text) || isName(items[at].text) || nameFrom(items, at) > 1

/** How many of the pieces from a place on are a name of the form together, the most with which another may begin behind it; one that has a number of its own begins another. */
function nameFrom(items: readonly Item[], at: number): number {
  if (!hasHan(items[at]!.text)) return 1
  const isPart = (index: number): boolean => (!isNumber(items[index]!.text) || items[index]!.text === SLASH) && !isNumbered(items[index]!.text) && isReached(items[index - 1]!, items[index]!)
  let most = 1
  while (most < MOST_PIECES && at + most < items.length && isPart(at + most)) most += 1
  const counts = Array.from({ length: most - 1 }, (_, less) => most - less).filter((count) => items[at + count - 1]!.text !== SLASH && isName(tight(items.slice(at, at + count).map(({ text }) => text).join(''))))
  return counts.length > 1 ? (counts.find((count) => isEdge(items, at + count)) ?? counts[0]!) : (counts[0] ?? 1)
}

function joinedBy(items: readonly Item[], countAt: (items: readonly Item[], at: number) => number): readonly Item[] {
  const found: Item[] = []
  for (let at = 0; at < items.length; ) {
    const count = countAt(items, at)
    found.push(count > 1 ? asOne(items.slice(at, at + count)) : items[at]!)
    at += count
  }
  return found.length < items.length ? found : items
}

/** A piece as its letters, and the number behind them: letters that are spread over their cells reach up to what stands in the next. */
function apart(item: Item): readonly Item[] {
  const text = tight(item.text)
  const parts = TOUCHING.test(text) && !isName(text) ? text.split(PARTS) : []
  if (parts.length < 2) return [item]
  const widthOf = (part: string): number => [...part].reduce((sum, letter) => sum + (hasHan(letter) ? 2 : 1), 0)
  const step = item.width / widthOf(text)
  let x = item.x
  return parts.map((part) => {
    const own = { ...item, text: part, x, width: step * widthOf(part) }
    x += own.width
    return own
  })
}

const isSpread = (item: Item | undefined): boolean => item !== undefined && tight(item.text).length === 1 && hasHan(item.text)

/** The pieces of a line of which some touch the next cell's, where all of these are numbers, or parts of names of the form, once they are apart; the line itself where they are not. */
function withTouchingApart(line: readonly Item[]): readonly Item[] {
  if (!line.some((item, at) => (isSpread(line[at - 1]) || isSpread(line[at + 1])) && apart(item).length > 1)) return line
  const pieces = line.map(apart)
  const letters = new Set(pieces.filter(({ length }) => length > 1).flat())
  const found = joinedBy(pieces.flat(), nameFrom)
  return found.some((item) => letters.has(item) && !isNumber(item.text)) ? line : found
}

/** The pieces of a line with letters that are spread over their cell put together: those at even gaps beside numbers, and those that are a name of the form together. */
export function withSpreadLetters(written: readonly Item[]): readonly Item[] {
  const line = withTouchingApart(written)
  const beside = line.some(({ text }) => isNumber(text))
  return joinedBy(beside ? joinedBy(line, evenFrom) : line, nameFrom)
}
