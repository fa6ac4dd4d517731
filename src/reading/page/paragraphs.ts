import type { Block, Place } from '../document'
import { isPartHeading } from './headings'
import type { Line } from './rows'
import { isOfSite } from '../meaning/page-lines'
import { isTitle } from '../meaning/title'
import { plain } from '../meaning/words'

/** A line as long as this is prose: it goes on below unless it ends with a stop. */
const LEAST_PROSE = 18
const HEADING = /^(?:[（(][一二三四五六七八九十]+[)）]|[一二三四五六七八九十]+、)/

const STOPPED = /[。；！？：]$/

/** Where most lines of sentences end that go on below; Infinity without any. */
function usualEnd(lines: readonly Line[]): number {
  const ends = lines.flatMap(({ pieces: [piece, ...others] }) => (others.length > 0 || piece!.text.length < LEAST_PROSE || STOPPED.test(piece!.text.trim()) ? [] : [piece!.x + piece!.width])).sort((a, b) => a - b)
  return ends[ends.length >> 1] ?? Infinity
}

/** Lines of prose put together as paragraphs: a line that ends early, or the next that starts further right, ends one. */
export function textBlocks(lines: readonly Line[], height: number, place: (y: number) => Place): Block[] {
  const edges = lines.flatMap(({ pieces }) => pieces.map(({ x, width }) => x + width))
  const right = edges.length > 0 ? Math.max(...edges) : 0
  // Tables and heads of pages may be wider than the text.
  const full = Math.min(right, usualEnd(lines))
  const left = Math.min(...lines.flatMap(({ pieces }) => pieces.map(({ x }) => x)))
  const blocks: { text: string; y: number; size: number; open: 'prose' | 'line' | null }[] = []
  for (const { pieces, y } of lines) {
    const text = plain(pieces.map((piece) => piece.text).join(' '))
    const last = blocks.at(-1)
    const size = pieces[0]!.height
    const end = pieces.at(-1)!.x + pieces.at(-1)!.width
    const unfinished = text.length >= LEAST_PROSE && !STOPPED.test(text) && end >= full - height * 6
    // A title is whole on its line, however long, and so are the heading of a part, and what a site writes around its page.
    const isWhole = isTitle(text.replace(/[《》]/g, '')) || isPartHeading(text) || isOfSite(text)
    const open = isWhole ? null : unfinished ? 'prose' : end >= right - height * 2.2 ? 'line' : null
    const indented = pieces[0]!.x > left + height * 0.8
    // Another size of letters is another text: a page's head, a title.
    if (last?.open && Math.abs(last.size - size) <= size * 0.15 && (!indented || last.open === 'prose') && !HEADING.test(text) && !isOfSite(text)) {
      last.text += text
      last.open = open
    } else blocks.push({ text, y, size, open })
  }
  return blocks.map(({ text, y }) => ({ kind: 'text', text, place: place(y) }))
}
