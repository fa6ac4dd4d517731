import type { Block } from '../document'
import { isFull, isOpen, PART_HEADING, widthOf } from '../meaning/running-text'
import { isTitle } from '../meaning/title'
import { hasHan } from '../meaning/words'
import type { TextLine } from './lines'

/** Lines as wide as the widest that go on: fewer may be chance. */
const LEAST_WRAPPED = 3
/** A text is not broken in lines narrower than this: they are cells, or headings. */
const NARROWEST = 24

/** What starts a paragraph: a blank before it, a heading or a number of an item. */
const STARTS = /^\s|^\d{1,2}[、.．](?!\d)/

/** Texts of a file that is broken in lines of one width, as paragraphs; the lines must follow each other, and the widest be met often. A title is whole on its line. */
export function joinedWraps(blocks: readonly Block[], lines: readonly TextLine[]): readonly Block[] {
  const written = new Map(lines.filter(({ text }) => hasHan(text)).map(({ line, text }) => [line, text.trimEnd()]))
  const lineOf = (block: Block | undefined): string => (block?.kind === 'text' ? (written.get(block.place.line!) ?? '') : '')
  const widest = Math.max(0, ...blocks.map((block) => widthOf(lineOf(block))))
  const goesOn = (block: Block): boolean => isFull(lineOf(block), widest) && isOpen(lineOf(block)) && !isTitle(lineOf(block))
  if (widest < NARROWEST || blocks.filter(goesOn).length < LEAST_WRAPPED) return blocks
  const found: Block[] = []
  for (const [at, block] of blocks.entries()) {
    const [before, last] = [blocks[at - 1], found.at(-1)]
    const follows = before?.kind === 'text' && block.kind === 'text' && block.place.line === before.place.line! + 1 && goesOn(before) && !STARTS.test(lineOf(block)) && !PART_HEADING.test(lineOf(block))
    if (follows && last?.kind === 'text') found[found.length - 1] = { ...last, text: `${last.text}${block.text}` }
    else found.push(block)
  }
  return found
}
