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

/** Numerals in the chains that they make: each goes on with the next number, or begins anew with 1 below those of its column. */
function chainsOf(numerals: readonly Item[]): Item[][] {
  const chains: Item[][] = []
  for (const item of numerals) {
    const apart = (chain: readonly Item[]): number => Math.abs(chain.at(-1)!.x - item.x)
    const next = chains.filter((chain) => serialOf(chain.at(-1)!.text) + 1 === serialOf(item.text) || (serialOf(item.text) === 1 && apart(chain) <= ASIDE)).sort((a, b) => apart(a) - apart(b))[0]
    if (next) next.push(item)
    else chains.push([item])
  }
  return chains
}

/** The numbers that count the rows, left of all words of their page, as narrow as it may be: one of two digits may have them below each other. None where they do not count on from one. */
function countingIn(lines: readonly WordLine[]): readonly Item[] {
  const starts = new Map<number, number>()
  for (const { page, words } of lines) for (const { text, x } of words) if (hasHan(text)) starts.set(page, Math.min(x, starts.get(page) ?? Infinity))
  const digits = lines.flatMap(({ page, words: [first] }) => (first && /^\d{1,2}$/.test(first.text) && first.x + first.width <= (starts.get(page) ?? -Infinity) ? [first] : []))
  const counted = Array.from({ length: digits.length }, (_, at) => String(at + 1)).join('')
  return digits.length >= LEAST_NUMERALS && counted.startsWith(digits.map(({ text }) => text).join('')) ? digits : []
}

/** Lines of table 3 without the numerals of its rows, or the numbers that count them, where these have a column of their own left of the names: beside a broken name one would be the first number of its row. */
export function withoutNumerals<Line extends WordLine>(lines: readonly Line[]): readonly Line[] {
  const numerals = lines.flatMap((_, at) => numeralIn(lines, at) ?? [])
  const isColumn = (chain: readonly Item[]): boolean => {
    const right = Math.max(...chain.map(({ x }) => x))
    return chain.length >= LEAST_NUMERALS && chain.length >= numerals.filter((item) => item.x <= right).length * MOSTLY
  }
  const counting = new Set([...chainsOf(numerals).filter(isColumn).flat(), ...countingIn(lines)])
  return counting.size === 0 ? lines : lines.map((line) => ({ ...line, words: line.words.filter((word) => !counting.has(word)) }))
}
