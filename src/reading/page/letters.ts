import { isNumber, type Item } from './geometry'
import { APPLICANT_LABELS, COLUMN_LABELS, ITEM_LABELS, KIND_LABELS, REQUEST_LABELS, RESULT_LABELS } from '../meaning/labels'
import { hasHan, isNumbered, tight } from '../meaning/words'

/** Letters of a text that is spread over its cell stand no further apart, in heights of a letter. */
const WIDEST = 6
/** So many letters at even gaps are one text. */
const LEAST_LETTERS = 3
const LONGEST_PIECE = 2
/** So many pieces are tried for a name of the form. */
const MOST_PIECES = 12

const VOCABULARIES = [REQUEST_LABELS, ITEM_LABELS, COLUMN_LABELS, APPLICANT_LABELS, RESULT_LABELS, KIND_LABELS]
const OTHER_NAMES = /^(?:信息内容|申请人情况|法人或其他组织|行政诉讼|第二十条第[（(][一二三四五六七八九][)）]项)$/
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

/** How many of the pieces from a place on are a name of the form together; one that has a number of its own begins another. */
function nameFrom(items: readonly Item[], at: number): number {
  if (!hasHan(items[at]!.text)) return 1
  for (let count = Math.min(MOST_PIECES, items.length - at); count > 1; count -= 1) {
    const some = items.slice(at, at + count)
    if (some.slice(1).every((item, index) => !isNumber(item.text) && !isNumbered(item.text) && gapOf(some[index]!, item) <= item.height * WIDEST) && isName(tight(some.map(({ text }) => text).join('')))) return count
  }
  return 1
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

/** The pieces of a line with letters that are spread over their cell put together: those at even gaps beside numbers, and those that are a name of the form together. */
export function withSpreadLetters(line: readonly Item[]): readonly Item[] {
  const beside = line.some(({ text }) => isNumber(text))
  return joinedBy(beside ? joinedBy(line, evenFrom) : line, nameFrom)
}
