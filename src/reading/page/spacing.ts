import type { Glyph } from './glyphs'
import { hasHan } from '../meaning/words'

/** Digits nearer than this part of their height touch. */
export const TOUCHING = 0.1
/** Letters of one word are set no further apart, in heights, and those of a page that sets nearly all of its text so. */
const WIDEST = 0.4
const WIDEST_OF_ALL = 0.6
/** Gaps that differ by no more are one. */
const EVEN = 0.03
/** Two ones, and other digits that some fonts set nearer, are nearer by so much. */
const KERNED = 0.06
/** Columns stand so many times further apart than the digits of a number. */
const LEAST_APART = 2.5
/** So many gaps between digits, and between letters, show how a page is set. */
const LEAST_DIGITS = 3
const LEAST_LETTERS = 5
const LEAST_TEXT = 20
const LEAST_BESIDE = 3

/** Two characters of one kind, one drawn behind the other on a line, and what parts them. */
interface Pair {
  readonly before: Glyph | undefined
  readonly last: Glyph
  readonly next: Glyph
  readonly gap: number
}

export const isDigit = ({ text }: Glyph): boolean => /^[\d０-９]/.test(text)
const isLetter = ({ text }: Glyph): boolean => hasHan(text)

function pairsOf(glyphs: readonly Glyph[], is: (glyph: Glyph) => boolean): Pair[] {
  return glyphs.slice(1).flatMap((next, at): Pair[] => {
    const last = glyphs[at]!
    const isBehind = is(last) && is(next) && Math.abs(next.y - last.y) <= last.size * 0.2 && Math.abs(next.size - last.size) <= last.size * 0.2 && next.x > last.x
    return isBehind ? [{ before: glyphs[at - 1], last, next, gap: (next.x - last.endX) / last.size }] : []
  })
}

/** The gap between letters that is as wide as the least between digits, which those that fonts set nearer may be short of; this least where there is none. */
function spacingNear(least: number, letters: readonly Pair[]): number {
  const alike = letters.map(({ gap }) => gap).filter((gap) => gap >= least - EVEN && gap <= least + KERNED)
  return alike.length < LEAST_LETTERS ? least : alike.sort((a, b) => a - b)[alike.length >> 1]!
}

/** Whether the words on a digit's line, so many letters at least, are all set at a gap, or none of them. */
function areBeside({ next: { y, size } }: Pair, letters: readonly Pair[], spacing: number, spaced: boolean): boolean {
  const own = letters.filter(({ next }) => Math.abs(next.y - y) <= size * 0.2)
  return own.length >= LEAST_BESIDE && own.every(({ gap }) => Math.abs(gap - spacing) <= EVEN === spaced)
}

/** Pairs of letters as they would be in another size: text of several sizes may be set apart by the same width. */
const inSize = (pairs: readonly Pair[], size: number): Pair[] => pairs.map((pair) => ({ ...pair, gap: (pair.gap * pair.last.size) / size }))

/**
 * The gap that a page sets between the digits of a number, in heights of a digit; 0 where it sets none, with what they may differ. Digits belong together where all
 * of them that are near stand equally far apart, as the letters of words do, columns stand clearly further apart, on none of their lines
 * digits touch, and no number would begin with a zero. `before`: that of the page before, which shows it where a page has too few words. `all`: the letters of all sizes, which show it where
 * those of this size are too few.
 */
function digitSpacing(glyphs: readonly Glyph[], before: number, all: readonly Pair[]): number {
  const pairs = pairsOf(glyphs, isDigit)
  const apart = pairs.filter(({ gap }) => gap > TOUCHING)
  const own = pairsOf(glyphs, isLetter)
  const letters = own.length < LEAST_LETTERS && glyphs[0] ? inSize(all, glyphs[0].size) : own
  const spacing = spacingNear(Math.min(...apart.map(({ gap }) => gap)), letters)
  const near = apart.filter(({ gap }) => gap <= spacing + EVEN)
  const alike = letters.filter(({ gap }) => Math.abs(gap - spacing) <= EVEN).length
  // Digits that stand in columns of their own say nothing of it.
  if (spacing > WIDEST_OF_ALL) return pairs.length === apart.length ? before : 0
  // Where all text is set so, a single number is, too; and so is one beside words that are.
  const isWhole = (alike >= LEAST_TEXT && alike * 2 > letters.length) || (alike >= LEAST_LETTERS && near.every((pair) => areBeside(pair, letters, spacing, true)))
  const isAsBefore = Math.abs(spacing + EVEN - before) <= EVEN
  // Words that are spread over their cells as well stand further apart, and none of them nearer.
  const areSet = alike >= LEAST_LETTERS || (letters.length >= LEAST_TEXT && letters.every(({ gap }) => gap >= spacing - EVEN))
  if (spacing > (isWhole ? WIDEST_OF_ALL : WIDEST) || near.length < (isWhole || (isAsBefore && areSet) ? 1 : LEAST_DIGITS)) return 0
  const isNear = (last: Glyph | undefined, next: Glyph): boolean => last !== undefined && Math.abs(last.y - next.y) <= next.size * 0.2 && Math.abs(next.x - last.endX) <= (spacing + EVEN) * next.size
  const even = apart.every((pair) => pair.gap <= spacing + EVEN || pair.gap >= spacing * LEAST_APART || areBeside(pair, letters, spacing, false))
  const touching = pairs.some(({ gap, next }) => gap < Math.min(spacing - KERNED, TOUCHING) && near.some((pair) => Math.abs(pair.next.y - next.y) <= next.size * 0.2))
  const zeros = near.some(({ before: ahead, last }) => /^[0０]/.test(last.text) && !(isNear(ahead, last) && /[\d０-９.,．，]/.test(ahead!.text)))
  return even && !touching && !zeros && (areSet || isAsBefore) ? spacing + EVEN : 0
}

/** What a page sets between the digits of a number, in heights, by the size of its letters: text of several sizes may be set apart by the same width. */
export type Spacing = ReadonlyMap<string, number>

const sizeOf = ({ size }: Glyph): string => size.toFixed(1)
export const spacingAt = (spacing: Spacing, glyph: Glyph): number => spacing.get(sizeOf(glyph)) ?? 0

/** The spacing of a page's digits. `before`: that of the page before, which shows it where this one has too few words. */
export function spacingOf(glyphs: readonly Glyph[], before: Spacing = new Map()): Spacing {
  const sizes = [...new Set(glyphs.map(sizeOf))]
  const letters = pairsOf(glyphs, isLetter)
  return new Map(sizes.map((size) => [size, digitSpacing(glyphs.filter((glyph) => sizeOf(glyph) === size), before.get(size) ?? 0, letters)]))
}
