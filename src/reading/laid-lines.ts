import type { RowLine } from './form-rows'
import type { Item } from './geometry'
import { valuesFrom } from './laid-cells'
import { tight } from './words'

/** A line of text in words, with the columns of characters in which they stand. */
export interface WordLine {
  readonly line: number
  readonly page: number
  readonly words: readonly Item[]
}

/** A number goes on this many lines below at most. */
const MOST_WRAPPED = 3

/** The text of a line without its white space. */
export const wordsText = ({ words }: WordLine): string => tight(words.map(({ text }) => text).join(''))

/** Lines as labels and values; those without words are left out. */
export function rowLines(lines: readonly WordLine[]): RowLine[] {
  const made: RowLine[] = []
  for (const { line, page, words } of lines) {
    if (words.length === 0) continue
    const above = made.filter((each) => each.page === page && line - each.y <= MOST_WRAPPED).flatMap(({ values }) => values)
    const last = valuesFrom(words, above)
    // 无 alone is a letter of a label that is written downwards, 无正当理由, not a row of one mark.
    const from = last === words.length - 1 && words[last]!.text === '无' ? words.length : last
    made.push({ y: line, page, labels: words.slice(0, from), values: words.slice(from) })
  }
  return made
}
