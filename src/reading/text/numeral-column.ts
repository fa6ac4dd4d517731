import { valuesFrom } from './laid-cells'
import type { WordLine } from './laid-lines'
import { serialOf } from '../meaning/serials'
import { hasHan } from '../meaning/words'
import type { Item } from '../page/geometry'

/** The name that a numeral stands before is on its line, or broken over so many above and below it. */
const MOST_APART = 3
/** So many numerals that count on from each other show a column of them, and so large a share of all that stand left of names. */
const LEAST_NUMERALS = 10
const MOSTLY = 0.9

/** The number of a line that stands before the name of its row, with words of it to its right and none above or below it; undefined where it has none. */
function numeralIn(lines: readonly WordLine[], at: number): Item | undefined {
  const { words, page } = lines[at]!
  const first = words.find(({ text }) => serialOf(text) > 0)
  if (!first || words.slice(0, words.indexOf(first)).some(({ text }) => !hasHan(text))) return undefined
  const lettersIn = (apart: number): readonly Item[] => lines.slice(Math.max(0, at - apart), at + apart + 1).filter((line) => line.page === page).flatMap((line) => line.words.slice(0, valuesFrom(line.words))).filter(({ text }) => hasHan(text))
  const isRight = ({ x }: Item): boolean => x >= first.x + first.width
  return lettersIn(MOST_APART).some(isRight) && lettersIn(1).every((item) => isRight(item) || item.x + item.width <= first.x) ? first : undefined
}

/** Lines of table 3 without the numerals of its rows, or the numbers that count them, where these have a column of their own left of the names: beside a broken name one would be the first number of its row. */
export function withoutNumerals<Line extends WordLine>(lines: readonly Line[]): readonly Line[] {
  const found = lines.map((_, at) => numeralIn(lines, at))
  const numbers = found.flatMap((item) => (item ? [serialOf(item.text)] : []))
  const counting = new Set<Item>()
  let last = 0
  for (const item of found) {
    const number = item ? serialOf(item.text) : 0
    if (item && (number === 1 || number === last + 1)) counting.add(item)
    last = number || last
  }
  if (counting.size < LEAST_NUMERALS || counting.size < numbers.length * MOSTLY) return lines
  return lines.map((line) => ({ ...line, words: line.words.filter((word) => !counting.has(word)) }))
}
