import type { Block, Place } from '../document'
import { withoutStrayLines } from './cut-rows'
import { boxOf, framedTables, framesOf, inside, withHeadsAbove } from './frames'
import { centre, linesOf, type Item, type PageLayout } from './geometry'
import { isPartHeading } from './headings'
import { withSpreadLetters } from './letters'
import { isPartOfColumns } from './open-grids'
import { blocksOfPages } from './pages'
import { textBlocks } from './paragraphs'
import { lineOf } from './rows'
import { withoutSideLabels } from './side-labels'
import { streamParts, type Part } from './stream'
import { withThousands } from './thousands'
import { apartWhereTouching } from './touching-tables'
import { tracksOf } from './tracks'
import { tight } from '../meaning/words'

/** Lines of one table stand so far apart where a page ends between them, in heights of a letter. */
const GAP = 0.3

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 1

/** What stands on a page, from above, and beside it. */
export interface PageParts {
  readonly parts: readonly Part[]
  /** The blocks of a menu at its side. */
  readonly side: readonly Block[]
  /** Where the page ends: the next goes on right below. */
  readonly bottom: number
}

const bottomOf = (items: readonly Item[]): number => Math.max(...items.map(({ y, height }) => y + height))

/** The parts of a page: tables by their rulings where they have them, else by the places of their numbers. `top`: where the page begins below the first line of the document. */
export function pageParts({ page, items, rulings, whole = false }: PageLayout, top: number): PageParts {
  const written = items.filter(({ text }) => tight(text) !== '')
  const visible = whole ? written : withThousands(written, rulings)
  if (visible.length === 0) return { parts: [], side: [], bottom: top }
  const height = median(visible.map((item) => item.height)) || 1
  const frames = framesOf(rulings)
    .flatMap(apartWhereTouching)
    .sort((a, b) => boxOf(a).top - boxOf(b).top)
  let free: readonly Item[] = visible
  const menu: Item[] = []
  const tables = frames.flatMap((drawn) => {
    const frame = withHeadsAbove(drawn, free)
    const box = boxOf(frame)
    // What heads the next part may stand on the lower edge, which some programs draw too low.
    const own = free.filter((item) => inside(item, box) && !(item.y + item.height > box.bottom && isPartHeading(item.text)))
    const framed = own.length > 0 && !isPartOfColumns(own, box, visible) ? framedTables(frame, own, { page }) : { tables: [], menu: [] }
    const taken = new Set([...framed.tables.flatMap(({ items: held }) => held), ...framed.menu])
    free = free.filter((item) => !taken.has(item))
    menu.push(...framed.menu)
    return framed.tables.map(({ table, top: start }) => ({ table: withoutStrayLines(table), top: start }))
  })
  const place = (): Place => ({ page })
  // Letters that are spread over their cells stand over each other as those written downwards do.
  const { main, side: track } = whole ? { main: free, side: [] } : tracksOf(withoutSideLabels(linesOf(free).flatMap(withSpreadLetters), height), height)
  const side = [...menu, ...track]
  const by = top + height * GAP - Math.min(...main.map(({ y }) => y))
  const parts: Part[] = []
  let rest: readonly Item[] = main.map((item) => ({ ...item, y: item.y + by }))
  const bottom = rest.length > 0 ? bottomOf(rest) : top
  const flow = (until: number): void => {
    const above = rest.filter((item) => centre(item) < until)
    rest = rest.filter((item) => centre(item) >= until)
    if (above.length > 0) parts.push(...streamParts(above, height, whole, place))
  }
  for (const { table, top: start } of tables) {
    flow(start + by)
    parts.push(table)
  }
  flow(Infinity)
  return { parts, side: side.length > 0 ? textBlocks(linesOf(side).map((line) => lineOf(line, false)), height, place) : [], bottom }
}

/** The blocks of one text laid out in columns. */
export const laidOutBlocks = (items: readonly Item[]): Block[] =>
  blocksOfPages([pageParts({ page: 1, items, rulings: [], whole: true }, 0).parts], { known: null, sparse: null }, () => ({})).map((block) => ({ ...block, place: { ...block.place, page: undefined } }) as unknown as Block)
