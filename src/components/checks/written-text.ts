import { excessOf, sumOfTerms, type Written, type WrittenTerm } from '@/domain/checks'
import type { Words } from '@/i18n'

/** A sum as people write it down. */
export interface WrittenText {
  /** Numbers only: `12 + 3 ≠ 10 + 4`. */
  readonly numbers: string
  /** The same with what each number is. */
  readonly named: string
  /** Which side is the larger, and by how much; '' where they agree. */
  readonly by: string
}

const DIGITS = 6

/** Zeros say nothing where another number stands. */
const telling = (terms: readonly WrittenTerm[]): readonly WrittenTerm[] => {
  const filled = terms.filter(({ value }) => value !== 0)
  return filled.length > 0 ? filled : terms.slice(0, 1)
}

const joined = (terms: readonly WrittenTerm[], text: (term: WrittenTerm) => string): string => terms.map((term, at) => `${at === 0 ? (term.sign < 0 ? '−' : '') : term.sign < 0 ? ' − ' : ' + '}${text(term)}`).join('')

function relationOf(written: Written): string {
  const excess = excessOf(written)
  if (written.rule === 'at-most') return excess <= 0 ? '≤' : '>'
  return excess === 0 ? '=' : '≠'
}

/** So many numbers are read at a glance; the cells of a longer sum are a list. */
export const isLong = ({ left, right }: Written): boolean => telling(left).length + telling(right).length > 6

/** What the two sides come to: `57 ≠ 60`. */
export const shortNumbers = (words: Words, written: Written): string => `${words.number(sumOfTerms(written.left), DIGITS)} ${relationOf(written)} ${words.number(sumOfTerms(written.right), DIGITS)}`

/** Every cell of a side with its number, zeros and blanks too. */
export function termTexts(words: Words, written: Written, side: 'left' | 'right'): string[] {
  const several = new Set([...written.left, ...written.right].map(({ year }) => year)).size > 1
  return written[side].map(({ label, value, year, sign, blank }) => {
    const name = several ? words.t('bench.term-of', { year: String(year), name: words.name(label) }) : words.name(label)
    return (sign < 0 ? '− ' : '') + words.t(blank ? 'bench.term-blank' : 'bench.term', { name, value: words.number(value, DIGITS) })
  })
}

/** A sum with its numbers; years are named where they differ, and what was left blank. */
export function writtenText(words: Words, written: Written): WrittenText {
  const [left, right] = [telling(written.left), telling(written.right)]
  const several = new Set([...written.left, ...written.right].map(({ year }) => year)).size > 1
  const number = (value: number): string => words.number(value, DIGITS)
  const named = ({ label, value, year, blank }: WrittenTerm): string => {
    const name = several ? words.t('bench.term-of', { year: String(year), name: words.name(label) }) : words.name(label)
    return words.t(blank ? 'bench.term-blank' : 'bench.term', { name, value: number(value) })
  }
  const side = (terms: readonly WrittenTerm[]): string => joined(terms, named) + (terms.length > 1 ? ` = ${number(sumOfTerms(terms))}` : '')
  const excess = excessOf(written)
  const by = excess === 0 || (written.rule === 'at-most' && excess < 0) ? '' : words.t(excess > 0 ? 'bench.left-more' : 'bench.right-more', { left: number(sumOfTerms(left)), right: number(sumOfTerms(right)), by: number(Math.abs(excess)) })
  return {
    numbers: `${joined(left, ({ value }) => number(value))} ${relationOf(written)} ${joined(right, ({ value }) => number(value))}`,
    named: words.t('bench.sides', { left: side(left), right: side(right) }),
    by,
  }
}
