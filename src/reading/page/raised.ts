import type { Glyph } from './glyphs'
import { isDigit } from './spacing'

/** What marks that refer to a note are written with. */
const MARK = /^[\d*[\]()（）［］〔〕注①-⑳]+$/
// In heights of the letter before: how large a mark is at most, how far above the base line it stands, and how far from the letter.
const LARGEST = 0.9
const LOWEST = 0.2
const HIGHEST = 0.8
const WIDEST_GAP = 0.4
/** A circled number is no number of a cell, however far a cell's text is spread. */
const CIRCLED = /^[①-⑳]$/
const WIDEST_GAP_OF_CIRCLED = 20

/** Whether a character is a mark raised behind a digit: clearly smaller, on a higher base line, and right behind it, or drawn next to it on its line. */
function isRaised(glyph: Glyph, last: Glyph): boolean {
  const [gap, above] = [glyph.x - last.endX, last.y - glyph.y]
  return MARK.test(glyph.text) && glyph.size <= last.size * LARGEST && above >= last.size * LOWEST && above <= last.size * HIGHEST && gap >= -last.size * WIDEST_GAP && gap <= last.size * (CIRCLED.test(glyph.text) ? WIDEST_GAP_OF_CIRCLED : WIDEST_GAP)
}

/** Whether a character goes on with a mark. */
const goesOn = (glyph: Glyph, mark: Glyph): boolean => MARK.test(glyph.text) && glyph.size === mark.size && Math.abs(glyph.y - mark.y) < 0.1 && Math.abs(glyph.x - mark.endX) <= mark.size * WIDEST_GAP

/** The characters of a page without the marks raised behind numbers: they refer to notes, and are no digits of these. */
export function withoutRaisedMarks(glyphs: readonly Glyph[]): Glyph[] {
  const kept: Glyph[] = []
  let mark: Glyph | null = null
  for (const glyph of glyphs) {
    const last = kept.at(-1)
    const isMark: boolean = mark !== null ? goesOn(glyph, mark) : last !== undefined && isDigit(last) && isRaised(glyph, last)
    mark = isMark ? glyph : null
    if (!isMark) kept.push(glyph)
  }
  return kept
}
