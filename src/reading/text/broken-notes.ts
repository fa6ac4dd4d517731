import type { Item } from '../page/geometry'
import { isValue } from '../meaning/values'
import { UNIT } from '../meaning/units'
import { tight } from '../meaning/words'
import type { WordLine } from './laid-lines'

/** A note that begins behind a number. */
const BEGUN = new RegExp(`^[+-]?\\d[\\d,.]*${UNIT}?[（(][^（()）]*$`)
/** A note that begins on the line below its number: none of the numerals of a label. */
const NOTE = /^[（(](?![一二三四五六七八九十\d])[^（()），。；]{0,12}$/
/** The same, one space behind its number, whose unit may stand before it. */
const NOTE_APART = new RegExp(`^${UNIT}?[（(](?![一二三四五六七八九十\\d])[^，。；]{0,12}$`)
const DIGITS = /^[+-]?\d[\d,]*$/
/** The parts of a broken cell stand no further apart, on lines and on one. */
const LINES_APART = 2
const WORDS_APART = 1
const MOST_LINES = 10
const LONGEST_NOTE = 40

/** Words of one cell, by the line they stand on. */
export interface Stack {
  readonly words: readonly { readonly at: number; readonly word: Item }[]
  readonly left: number
  readonly right: number
}

export const stackOf = (words: Stack['words']): Stack => ({ words, left: Math.min(...words.map(({ word }) => word.x)), right: Math.max(...words.map(({ word }) => word.x + word.width)) })
const isUnder = ({ left, right }: Stack, { x, width }: Item): boolean => x < right && left < x + width
const written = (text: string): string => tight(text.normalize('NFKC'))
const isClosed = ({ words }: Stack): boolean => /[）)]/.test(words.at(-1)!.word.text)

/** Whether a word is a number and the next the beginning of its note. */
const isBefore = (word: Item, next: Item | undefined): boolean => next !== undefined && next.x - word.x - word.width <= WORDS_APART && NOTE_APART.test(next.text) && BEGUN.test(`${written(word.text)}(`)

/** A cell's words with those that follow on the same line up to the end of its note. */
function along(lines: readonly WordLine[], stack: Stack): Stack {
  let whole = stack
  for (let last = whole.words.at(-1)!; !isClosed(whole); last = whole.words.at(-1)!) {
    const next = lines[last.at]!.words.find(({ x }) => x > last.word.x)
    if (!next || next.x - last.word.x - last.word.width > WORDS_APART || (/[（(]/.test(next.text) && !isBefore(last.word, next))) break
    whole = stackOf([...whole.words, { at: last.at, word: next }])
  }
  return whole
}

/** The words of the note that begins at one, down to its end; null where it has none. */
function noteFrom(lines: readonly WordLine[], at: number, word: Item): Stack | null {
  let stack = along(lines, stackOf([{ at, word }]))
  for (let below = at + 1; !isClosed(stack) && below < lines.length && below - at <= MOST_LINES; below += 1) {
    if (lines[below]!.line - lines[stack.words.at(-1)!.at]!.line > LINES_APART || lines[below]!.page !== lines[at]!.page) return null
    const next = lines[below]!.words.find((each) => isUnder(stack, each))
    if (next && /[，。；（(]/.test(next.text)) return null
    if (next) stack = along(lines, stackOf([...stack.words, { at: below, word: next }]))
  }
  return isClosed(stack) && stack.words.reduce((sum, { word: { text } }) => sum + text.length, 0) <= LONGEST_NOTE ? stack : null
}

/** The digits right above a cell. */
function digitsAbove(lines: readonly WordLine[], stack: Stack): Stack['words'] {
  const { at: first } = stack.words[0]!
  for (let at = first - 1; at >= 0 && lines[first]!.line - lines[at]!.line <= LINES_APART && lines[at]!.page === lines[first]!.page; at -= 1) {
    const word = lines[at]!.words.find((each) => isUnder(stack, each))
    if (word) return DIGITS.test(written(word.text)) ? [{ at, word }] : []
  }
  return []
}

/** The line on which a row's other numbers stand, among those over which one of its cells is broken; its own first where none has any. */
export function lineOf(lines: readonly WordLine[], { words }: Stack): number {
  const [from, to] = [words[0]!.at, words.at(-1)!.at]
  const own = new Set(words.map(({ word }) => word))
  const numbers = (at: number): number => lines[at]!.words.filter((word) => !own.has(word) && isValue(word.text)).length
  const middle = (lines[from]!.line + lines[to]!.line) / 2
  const candidates = Array.from({ length: to - from + 1 }, (_, index) => from + index).filter((at) => numbers(at) > 0)
  return candidates.sort((a, b) => numbers(b) - numbers(a) || Math.abs(lines[a]!.line - middle) - Math.abs(lines[b]!.line - middle))[0] ?? from
}

/**
 * Lines of a text laid out in columns, each note behind a number whole and on the line of the row's other numbers: programs part its words by
 * spaces, and a narrow cell breaks it over lines that those of other cells cross. Digits above a number with a note stay on the line above.
 */
export function withBrokenNotes<Line extends WordLine>(lines: readonly Line[]): readonly Line[] {
  const words = lines.map((line) => [...line.words])
  const made = lines.map((line, at) => ({ ...line, words: words[at]! }))
  const put = (at: number, word: Item): void => {
    words[at] = [...words[at]!, { ...word, y: lines[at]!.line }].sort((a, b) => a.x - b.x)
    made[at] = { ...made[at]!, words: words[at]! }
  }
  const take = (stack: Stack['words']): void => stack.forEach(({ at, word }) => {
    words[at] = words[at]!.filter((each) => each !== word)
    made[at] = { ...made[at]!, words: words[at]! }
  })
  for (let at = 0; at < made.length; at += 1) {
    for (const word of lines[at]!.words) {
      if (!made[at]!.words.includes(word)) continue
      const isNote = NOTE.test(word.text)
      if (!isNote && !BEGUN.test(written(word.text)) && !isBefore(word, lines[at]!.words[lines[at]!.words.indexOf(word) + 1])) continue
      const note = noteFrom(made, at, word)
      if (!note) continue
      const above = digitsAbove(made, note)
      if ((isNote && above.length === 0) || note.words.length + above.length < 2) continue
      const whole = stackOf([...above, ...note.words])
      const line = lineOf(made, whole)
      take(whole.words)
      const own = (isNote ? whole : note).words
      const digits = isNote ? undefined : above[0]
      const before = digits && Math.max(line - 1, digits.at)
      if (digits) put(before!, digits.word)
      put(before === undefined ? line : before + 1, { ...word, text: own.map((each) => each.word.text).join(''), x: stackOf(own).left, width: stackOf(own).right - stackOf(own).left })
    }
  }
  return made
}
