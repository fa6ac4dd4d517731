import type { Block } from '../document'
import { isFull, isOpen, MOST_LACKING, PART_HEADING, widthOf } from '../meaning/running-text'
import { headsRequests } from '../meaning/sections'
import { isTitle } from '../meaning/title'
import { hasHan, tight } from '../meaning/words'
import type { TextLine } from './lines'

/** Lines as wide as the widest that go on: fewer may be chance. */
const LEAST_WRAPPED = 3
/** A text is not broken in lines narrower than this: they are cells, or headings. */
const NARROWEST = 24

/** What starts a paragraph: a blank before it, a heading or a number of an item. */
const STARTS = /^\s|^\d{1,2}[、.．](?!\d)/

/** Quotation marks alone on a line: programs set those of another font where none belongs. */
const STRAY = /^[\s“”]*[“”]\s*$/
/** One that closes before anything on its line. */
const CLOSES_FIRST = /^[\s“]*”\s*/

/** Whether a line is whole by itself: a title, or what heads a table. */
const isWhole = (line: string): boolean => isTitle(line) || (!/[，。；]/.test(line) && headsRequests(tight(line)))

/** Lines as wide as each other: those that are broken at one width, rather than links around the text that happen to be long. */
const HARDLY_LESS = 1

/** The width that a text is broken at, if not too narrow: the widest that lines which go on have, a few as wide as each other, or else a few alike. 0 where none is. */
function widthBrokenAt(lines: readonly string[]): number {
  const widths = lines.filter((line) => isOpen(line) && !isWhole(line)).map(widthOf).sort((a, b) => b - a)
  return [HARDLY_LESS, MOST_LACKING].map((less) => widths.find((width, at) => width >= NARROWEST && (widths[at + LEAST_WRAPPED - 1] ?? 0) >= width - less)).find((width) => width !== undefined) ?? 0
}

/** Texts of a file that is broken in lines of one width, as paragraphs; the lines must follow each other, a page's end between them or none, and the width be met often. A title is whole on its line, and so is what heads a table. */
export function joinedWraps(given: readonly Block[], lines: readonly (TextLine & { readonly page: number })[]): readonly Block[] {
  const written = new Map(lines.filter(({ text }) => hasHan(text)).map(({ line, text }) => [line, text.trimEnd().replace(CLOSES_FIRST, '')]))
  const stray = new Set(lines.flatMap(({ line, text }) => (STRAY.test(text) ? [line] : [])))
  const blocks = given.filter((block) => block.kind !== 'text' || !stray.has(block.place.line!))
  const lineOf = (block: Block | undefined): string => (block?.kind === 'text' ? (written.get(block.place.line!) ?? '') : '')
  const width = widthBrokenAt(blocks.map(lineOf))
  const isCut = (block: Block): boolean => block.kind === 'text' && CLOSES_FIRST.test(block.text)
  const goesOn = (block: Block): boolean => (isCut(block) || isFull(lineOf(block), width)) && isOpen(lineOf(block)) && !isWhole(lineOf(block))
  if (width === 0) return blocks
  const pages = new Map(lines.map(({ line, page }) => [line, page]))
  const below = (line: number): number => (stray.has(line + 1) ? below(line + 1) : line + 1)
  /** Nothing but the end of a page stands between two lines. */
  const follow = (upper: number, lower: number): boolean => lower === below(upper) || pages.get(lower) === pages.get(upper)! + 1
  const found: Block[] = []
  for (const [at, block] of blocks.entries()) {
    const [before, last] = [blocks[at - 1], found.at(-1)]
    const follows = before?.kind === 'text' && block.kind === 'text' && follow(before.place.line!, block.place.line!) && goesOn(before) && !STARTS.test(lineOf(block)) && !PART_HEADING.test(lineOf(block)) && !isWhole(lineOf(block))
    if (follows && last?.kind === 'text') found[found.length - 1] = { ...last, text: `${last.text}${block.text.replace(CLOSES_FIRST, '')}` }
    else found.push(block)
  }
  return found
}
