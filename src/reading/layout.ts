import type { Block } from './document'
import { boxOf, framedTable, framesOf, inside } from './frames'
import { centre, linesOf, type Item, type PageLayout } from './geometry'
import { textBlocks } from './paragraphs'
import { lineOf } from './rows'
import { streamBlocks, type Page } from './stream'
import { tracksOf } from './tracks'
import { tight } from './words'

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 1

/** The blocks of a page, and those of a menu at its side: tables by their rulings where they have them, else by the places of their numbers. `before`: how many tables stand before. `columns`: those of the last table, which may go on here. */
export function pageBlocks({ page, items, rulings, whole = false }: PageLayout, before: number, columns: Page['columns'] = { known: null, sparse: null }): { blocks: Block[]; side: Block[] } {
  const visible = items.filter(({ text }) => tight(text) !== '')
  if (visible.length === 0) return { blocks: [], side: [] }
  const height = median(visible.map((item) => item.height)) || 1
  let count = before
  const next = (): number => (count += 1)
  const frames = framesOf(rulings)
    .map((frame) => ({ frame, box: boxOf(frame) }))
    .sort((a, b) => a.box.top - b.box.top)
  let free: readonly Item[] = visible
  const tables = frames.flatMap(({ frame, box }) => {
    const own = free.filter((item) => inside(item, box))
    const table = own.length > 0 ? framedTable(frame, own, { page }) : null
    if (!table) return []
    free = free.filter((item) => !own.includes(item))
    return [{ table, top: box.top }]
  })
  const { main, side } = whole ? { main: free, side: [] } : tracksOf(free, height)
  const blocks: Block[] = []
  let rest = main
  const flow = (until: number): void => {
    const above = rest.filter((item) => centre(item) < until)
    rest = rest.filter((item) => centre(item) >= until)
    if (above.length > 0) blocks.push(...streamBlocks(above, height, whole, { place: () => ({ page }), nextTable: next, columns }))
  }
  for (const { table, top } of tables) {
    flow(top)
    blocks.push({ ...table, place: { page, table: next() } })
  }
  flow(Infinity)
  return { blocks, side: side.length > 0 ? textBlocks(linesOf(side).map((line) => lineOf(line, false)), height, () => ({ page })) : [] }
}
