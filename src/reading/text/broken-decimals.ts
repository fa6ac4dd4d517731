import type { Item } from '../page/geometry'
import { lineOf, stackOf, type Stack } from './broken-notes'
import type { WordLine } from './laid-lines'

/** A number as a program writes all of a table, with two decimals; the beginning of one, and what may follow on the line below. */
const WHOLE = /^\d[\d,]*\.\d{2}$/
const BEGUN = /^\d[\d,]*(?:\.\d?)?$/
const PART = /^[\d,]*\.?\d{0,2}$/
/** So many whole ones show that all numbers are written so, and that what has no decimals is the beginning of one. */
const LEAST_WHOLE = 20
/** The parts of a number stand no further apart: on lines, and beside each other's columns. */
const LINES_APART = 2
const OFF = 1

const textOf = ({ words }: Stack): string => words.map(({ word }) => word.text).join('')

/** The number that a word begins, with its parts below; null where they do not make a whole one, or what stands below is one by itself and had no more room than the word. */
function numberFrom(lines: readonly WordLine[], at: number, word: Item): Stack | null {
  let stack = stackOf([{ at, word }])
  for (let below = at + 1; BEGUN.test(textOf(stack)) && below < lines.length; below += 1) {
    if (lines[below]!.line - lines[stack.words.at(-1)!.at]!.line > LINES_APART || lines[below]!.page !== lines[at]!.page) return null
    const next = lines[below]!.words.find(({ x, width }) => x < stack.right + OFF && stack.left - OFF < x + width)
    if (next && (!PART.test(next.text) || (WHOLE.test(next.text) && next.text.length > textOf(stack).length))) return null
    if (next) stack = stackOf([...stack.words, { at: below, word: next }])
  }
  return WHOLE.test(textOf(stack)) && stack.words.length > 1 ? stack : null
}

/** Lines of a text laid out whose numbers all have two decimals, those whole that narrow cells break over lines: on the line of their row's other numbers. */
export function withBrokenDecimals<Line extends WordLine>(lines: readonly Line[]): readonly Line[] {
  if (lines.flatMap(({ words }) => words).filter(({ text }) => WHOLE.test(text)).length < LEAST_WHOLE) return lines
  const made = lines.map((line) => ({ ...line, words: [...line.words] }))
  lines.forEach(({ words }, at) => {
    for (const word of words) {
      const stack = BEGUN.test(word.text) && made[at]!.words.includes(word) ? numberFrom(made, at, word) : null
      if (!stack) continue
      const line = lineOf(made, stack)
      for (const { at: from, word: part } of stack.words) made[from]!.words = made[from]!.words.filter((each) => each !== part)
      made[line]!.words = [...made[line]!.words, { ...word, text: textOf(stack), y: made[line]!.line, x: stack.left, width: stack.right - stack.left }].sort((a, b) => a.x - b.x)
    }
  })
  return made
}
