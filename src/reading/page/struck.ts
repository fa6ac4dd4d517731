import type { Ruling } from './geometry'
import type { Glyph } from './glyphs'

/** A line that strikes out stands so high above the base line, in heights of a letter. */
const LOWEST = 0.15
const HIGHEST = 0.5
/** It begins and ends with the letters that it strikes out, as lines of tables do not. */
const NEAR = 1

/** The letters that a line strikes out; none for any other line. */
function struckBy({ x1, x2, y1, y2 }: Ruling, glyphs: readonly Glyph[]): readonly Glyph[] {
  const isUnder = ({ x, width, y, size }: Glyph): boolean => {
    const above = (y - (y1 + y2) / 2) / size
    return above >= LOWEST && above <= HIGHEST && x >= x1 - NEAR && x + width <= x2 + NEAR
  }
  const struck = glyphs.filter(isUnder)
  const [left, right] = [Math.min(...struck.map(({ x }) => x)), Math.max(...struck.map(({ x, width }) => x + width))]
  return Math.abs(left - x1) <= NEAR && Math.abs(right - x2) <= NEAR ? struck : []
}

/** The characters of a page that no line strikes out: what a change takes away may be printed so. */
export function unstruck(glyphs: readonly Glyph[], marks: readonly Ruling[]): readonly Glyph[] {
  const flat = marks.filter(({ x1, x2, y1, y2 }) => x2 - x1 > 2 * NEAR && y2 - y1 <= NEAR)
  const struck = new Set(flat.flatMap((mark) => struckBy(mark, glyphs)))
  return struck.size > 0 ? glyphs.filter((glyph) => !struck.has(glyph)) : glyphs
}
