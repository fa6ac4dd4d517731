import type { Block } from './document'
import { boxOf, framedTable, framesOf, inside } from './frames'
import { centre, type Item, type PageLayout } from './geometry'
import { streamBlocks, type Page } from './stream'
import { tight } from './words'

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 1

/** The blocks of a page: tables by their rulings where they have them, else by the places of their numbers. `tables`: how many stand before. `columns`: those of the last table, which may go on here. */
export function pageBlocks({ page, items, rulings, whole = false }: PageLayout, tables: number, columns: Page['columns'] = { known: null }): Block[] {
  const visible = items.filter(({ text }) => tight(text) !== '')
  if (visible.length === 0) return []
  const height = median(visible.map((item) => item.height)) || 1
  let count = tables
  const next = (): number => (count += 1)
  const frames = framesOf(rulings)
    .map((frame) => ({ frame, box: boxOf(frame) }))
    .sort((a, b) => a.box.top - b.box.top)
  const blocks: Block[] = []
  let rest: readonly Item[] = visible
  const flow = (until: number): void => {
    const above = rest.filter((item) => centre(item) < until)
    rest = rest.filter((item) => centre(item) >= until)
    if (above.length > 0) blocks.push(...streamBlocks(above, height, whole, { place: () => ({ page }), nextTable: next, columns }))
  }
  for (const { frame, box } of frames) {
    const own = rest.filter((item) => inside(item, box))
    const table = own.length > 0 ? framedTable(frame, own, { page }) : null
    if (!table) continue
    rest = rest.filter((item) => !own.includes(item))
    flow(box.top)
    blocks.push({ ...table, place: { page, table: next() } })
  }
  flow(Infinity)
  return blocks
}
