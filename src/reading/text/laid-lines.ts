import type { RowLine } from './form-rows'
import type { Item } from '../page/geometry'
import { OPEN_NOTE, overlaps, valuesFrom } from './laid-cells'
import { numbersColumns } from '../meaning/serials'
import { gluedDigits, tight } from '../meaning/words'

/** A line of text in words, with the columns of characters in which they stand. */
export interface WordLine {
  readonly line: number
  readonly page: number
  readonly words: readonly Item[]
}

/** A number goes on this many lines below at most. */
const MOST_WRAPPED = 3
/** A note in a narrow cell stands on this many lines at most. */
const MOST_NOTE_LINES = 8

/** The text of a line without its white space. */
export const wordsText = ({ words }: WordLine): string => tight(words.map(({ text }) => text).join(''))

/** Labels and values with the digits that stand at the label's very end put before the number that they may be the beginning of. */
function unglued(labels: readonly Item[], values: readonly Item[]): Pick<RowLine, 'labels' | 'values'> {
  const [name, first] = [labels.at(-1), values[0]]
  const glued = name && first ? gluedDigits(name.text, first.text) : ''
  if (glued === '') return { labels, values }
  return { labels: [...labels.slice(0, -1), { ...name!, text: name!.text.slice(0, -glued.length) }], values: [{ ...first!, text: `${glued} ${first!.text}` }, ...values.slice(1)] }
}

/** Numbers above a line that may go on in it: a note that is still open with all that stands below its beginning. */
function stackedAbove(made: readonly RowLine[], page: number, line: number): Item[] {
  const stacks: Item[] = []
  for (const value of made.filter((each) => each.page === page).slice(-MOST_NOTE_LINES).flatMap(({ values }) => values)) {
    const at = stacks.findLastIndex((stack) => overlaps(stack, value) && OPEN_NOTE.test(stack.text))
    if (at < 0) stacks.push(value)
    else stacks[at] = { ...value, text: `${stacks[at]!.text}${value.text}` }
  }
  return stacks.filter(({ y }) => line - y <= MOST_WRAPPED)
}

/** Lines as labels and values; those without words, and those that number the columns, are left out. */
export function rowLines(lines: readonly WordLine[]): RowLine[] {
  const made: RowLine[] = []
  for (const { line, page, words } of lines) {
    if (words.length === 0 || numbersColumns(words.map(({ text }) => text))) continue
    const last = valuesFrom(words, stackedAbove(made, page, line))
    // 无 alone is a letter of a label that is written downwards, 无正当理由, not a row of one mark.
    const from = last === words.length - 1 && words[last]!.text === '无' ? words.length : last
    made.push({ y: line, page, ...unglued(words.slice(0, from), words.slice(from)) })
  }
  return made
}
