import { APPLICANT_IDS } from '@/domain/figure'
import type { Item } from '../page/geometry'
import type { RowLine } from './form-rows'
import { addsUp, asCells, OPEN_NOTE, overlaps, valuesFrom } from './laid-cells'
import { ITEM_LABELS, REQUEST_LABELS } from '../meaning/labels'
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

/** The number of a row at the very end of its name. */
const GLUED = /^(.*[\p{Script=Han}）)”"」])(\d+)$/u
/** Further from the next it is one of its own. */
const APART = 1

/** Whether numbers are all of a row of table 3, and add up. */
const isWholeRow = (values: readonly Item[]): boolean => values.length === APPLICANT_IDS.length && addsUp(asCells(values)) === true

/** Labels and values with the number that no space parts from the name of its row as one of these; null where there is none, or where it may be the beginning of the next. */
function withGlued(labels: readonly Item[], values: readonly Item[]): Pick<RowLine, 'labels' | 'values'> | null {
  const [name, first] = [labels.at(-1), values[0]]
  const [, text, number] = (name && GLUED.exec(name.text)) ?? []
  // What stands before it may be the name of its group.
  const names = text === undefined ? [] : [[...labels.slice(0, -1).map((label) => label.text), text].join(''), text]
  const isName = names.some((each) => [REQUEST_LABELS, ITEM_LABELS].some((words) => words.is(each) !== undefined))
  if (!isName || text === undefined || !first) return null
  const width = name!.width - number!.length
  const whole = [{ ...name!, text: number!, x: name!.x + width, width: number!.length }, ...values]
  const isApart = first.x - name!.x - name!.width > APART || isWholeRow(whole)
  return isApart ? { labels: [...labels.slice(0, -1), { ...name!, text, width }], values: whole } : null
}

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

/** A number behind which a note begins, and is still open. */
const NOTE_BEGUN = /^[+-]?\d[\d,.]*[\u4e00-\u9fff]{0,2}[（(][^）)]*$/
const NOTE_END = /^[^（(]*[）)]$/
/** The words of a note on one line stand no further apart. */
const NOTE_APART = 1

/** Words with those of a note behind a number put together, if it ends on the line or on the next one: programs part its digits and words by spaces. */
function withWholeNotes(words: readonly Item[], next: readonly Item[]): Item[] {
  const whole: Item[] = []
  for (let at = 0; at < words.length; at += 1) {
    const first = words[at]!
    let end = at
    if (NOTE_BEGUN.test(first.text)) while (end + 1 < words.length && words[end + 1]!.x - words[end]!.x - words[end]!.width <= NOTE_APART && !/[）)]/.test(words[end]!.text)) end += 1
    const last = words[end]!
    if (end > at && (NOTE_END.test(last.text) || next.some((word) => NOTE_END.test(word.text) && overlaps(word, first)))) {
      whole.push({ ...first, text: words.slice(at, end + 1).map(({ text }) => text).join(''), width: last.x + last.width - first.x })
      at = end
    } else whole.push(first)
  }
  return whole
}

/** Values of a line with the words put together that go on with the same note above. */
function withNotesBelow(values: readonly Item[], above: readonly Item[]): Item[] {
  const open = above.filter(({ text }) => OPEN_NOTE.test(text))
  const made: { value: Item; note: Item | undefined }[] = []
  for (const value of values) {
    const [last, note] = [made.at(-1), open.find((each) => overlaps(each, value))]
    if (last && note && last.note === note) made[made.length - 1] = { note, value: { ...last.value, text: `${last.value.text}${value.text}`, width: value.x + value.width - last.value.x } }
    else made.push({ value, note })
  }
  return made.map(({ value }) => value)
}

/** So many numbers of a line show where those of its page begin. */
const LEAST_NUMBERS = 5
/** A numeral stands so much further left than all of them. */
const LEFT_OF = 3

/** How many words at the beginning of a line stand among names, left of where lines with more numbers have their first: 8 of （8）, broken over lines. */
function amongNames(lines: readonly WordLine[]): (at: number) => number {
  const starts = new Map<number, number>()
  for (const { words, page } of lines) {
    const from = valuesFrom(words)
    if (words.length - from >= LEAST_NUMBERS) starts.set(page, Math.min(words[from]!.x, starts.get(page) ?? Infinity))
  }
  const touches = (line: WordLine | undefined, word: Item, bracket: RegExp): boolean => line?.words.some(({ text, x, width }) => bracket.test(text) && x <= word.x + word.width && word.x <= x + width) === true
  return (at) => {
    const { words, page } = lines[at]!
    const [first] = words
    const isNumeral = first !== undefined && first.x + first.width <= (starts.get(page) ?? -Infinity) - LEFT_OF && /^\d{1,2}$/.test(first.text)
    return isNumeral && touches(lines[at - 1], first, /[（(]$/) && touches(lines[at + 1], first, /^\p{Script=Han}?[）)]/u) ? 1 : 0
  }
}

/** Whether a mark that none applies begins a name, as the numeral before it says: 2. 没有 of 2. 没有现成信息. */
const beginsName = (numeral: Item | undefined, word: Item | undefined): boolean => /^\d{1,2}[.．、]$/.test(numeral?.text ?? '') && /^(?:没有|无)$/.test(word?.text ?? '')

/** Lines as labels and values; those without words, and those that number the columns, are left out. */
export function rowLines(lines: readonly WordLine[]): RowLine[] {
  const made: RowLine[] = []
  const named = amongNames(lines)
  for (const [at, { line, page, words: written }] of lines.entries()) {
    const words = withWholeNotes(written, lines.slice(at + 1).find((each) => each.words.length > 0)?.words ?? [])
    if (words.length === 0 || numbersColumns(words.map(({ text }) => text))) continue
    const above = stackedAbove(made, page, line)
    const behind = Math.max(valuesFrom(words, above), named(at))
    const last = behind + (beginsName(words[behind - 1], words[behind]) ? 1 : 0)
    // 无 alone is a letter of a label that is written downwards, 无正当理由, not a row of one mark, but beside an item of table 2.
    const isOfItem = ITEM_LABELS.is(words.slice(0, last).map(({ text }) => text).join('')) !== undefined
    const from = last === words.length - 1 && words[last]!.text === '无' && !isOfItem ? words.length : last
    const [labels, values] = [words.slice(0, from), withNotesBelow(words.slice(from), above)]
    made.push({ y: line, page, ...(withGlued(labels, values) ?? unglued(labels, values)) })
  }
  return made
}
