import { centre, linesOf, type Item, type PageLayout } from './geometry'
import { hasHan, tight } from '../meaning/words'

/** Lines of two pages that are one stand equally high, but for so much. */
const SAME_LINE = 1.2
/** A line of text that runs over the edge of its page ends, and goes on, so near to where the page's text does, in heights of a letter. */
const NEAR = 2
/** Its pieces stand no further apart: those of a row do. */
const WIDEST_GAP = 1
/** Shorter lines are words of a table. */
const LEAST_TEXT = 10

const endOf = ({ x, width }: Item): number => x + width
const textOf = (items: readonly Item[]): string => items.map(({ text }) => text.trim()).join('')
const isOnePiece = (items: readonly Item[]): boolean => items.every((item, at) => at === 0 || item.x - endOf(items[at - 1]!) <= item.height * WIDEST_GAP)

/** The line of a page whose end a line of the page beside it is: text that runs over the edge. Undefined where there is none. */
export function beforeEnd(items: readonly Item[], page: PageLayout, left: PageLayout): readonly Item[] | undefined {
  const first = items[0]!
  const [start, edge] = [Math.min(...page.items.map(({ x }) => x)), Math.max(...left.items.map(endOf))]
  if (first.x > start + first.height * NEAR || !isOnePiece(items)) return undefined
  const own = linesOf(left.items.filter((item) => Math.abs(centre(item) - centre(first)) <= SAME_LINE))[0]
  const isText = own !== undefined && isOnePiece(own) && hasHan(textOf(own)) && tight(textOf(own)).length >= LEAST_TEXT
  return isText && (endOf(own.at(-1)!) >= edge - first.height * NEAR || shared(textOf(own), textOf(items)) > 0) ? own : undefined
}

/** How many letters a text and its end share: both pages may have those at the edge. */
function shared(text: string, end: string): number {
  const most = Math.min(text.length, end.length)
  return Array.from({ length: most }, (_, less) => most - less).find((length) => text.endsWith(end.slice(0, length))) ?? 0
}

/** What the end of a text adds to it. */
const added = (text: string, end: string): string => end.slice(shared(text, end))

/** Two pages beside each other with the lines of text whole, on the first, that run over from it. */
export function withWholeLines(left: PageLayout, right: PageLayout): [PageLayout, PageLayout] {
  const ends = new Map<Item, Item>()
  const taken = new Set<Item>()
  for (const items of linesOf(right.items)) {
    const line = beforeEnd(items, right, left)
    const last = line?.at(-1)
    if (!last || ends.has(last)) continue
    ends.set(last, { ...last, text: `${last.text.trim()}${added(textOf(line!), textOf(items))}` })
    for (const item of items) taken.add(item)
  }
  return ends.size === 0 ? [left, right] : [{ ...left, items: left.items.map((item) => ends.get(item) ?? item) }, { ...right, items: right.items.filter((item) => !taken.has(item)) }]
}
