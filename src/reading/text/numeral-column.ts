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
/** Numerals of one column start no further apart: pages may have it moved. */
const ASIDE = 4

/** The number of a line that stands before the name of its row, with words of it to its right and none above or below it; undefined where it has none. */
function numeralIn(lines: readonly WordLine[], at: number): Item | undefined {
  const { words, page } = lines[at]!
  const first = words.find(({ text }) => serialOf(text) > 0)
  if (!first || words.slice(0, words.indexOf(first)).some(({ text }) => !hasHan(text))) return undefined
  const lettersIn = (apart: number): readonly Item[] => lines.slice(Math.max(0, at - apart), at + apart + 1).filter((line) => line.page === page).flatMap((line) => line.words.slice(0, valuesFrom(line.words))).filter(({ text }) => hasHan(text))
  const isRight = ({ x }: Item): boolean => x >= first.x + first.width
  return lettersIn(MOST_APART).some(isRight) && lettersIn(1).every((item) => isRight(item) || item.x + item.width <= first.x) ? first : undefined
}

/** Those of numerals in one column that count on from each other, if they are most of them and enough to show a column; else none. */
function counted(numerals: readonly Item[]): readonly Item[] {
  const counting = numerals.filter(({ text }, at) => serialOf(text) === 1 || (at > 0 && serialOf(text) === serialOf(numerals[at - 1]!.text) + 1))
  return counting.length < LEAST_NUMERALS || counting.length < numerals.length * MOSTLY ? [] : counting
}

/** Lines of table 3 without the numerals of its rows, or the numbers that count them, where these have a column of their own left of the names: beside a broken name one would be the first number of its row. */
export function withoutNumerals<Line extends WordLine>(lines: readonly Line[]): readonly Line[] {
  const columns: Item[][] = []
  for (const item of lines.flatMap((_, at) => numeralIn(lines, at) ?? [])) {
    const column = columns.find(([first]) => Math.abs(first!.x - item.x) <= ASIDE)
    if (column) column.push(item)
    else columns.push([item])
  }
  const counting = new Set(columns.flatMap(counted))
  return counting.size === 0 ? lines : lines.map((line) => ({ ...line, words: line.words.filter((word) => !counting.has(word)) }))
}
