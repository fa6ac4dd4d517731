import { clusters, centre, isNumber, TOUCH, type Item, type Ruling } from './geometry'
import { boxOf, framesOf, inside, type Box } from './frames'
import { isHeading } from '../meaning/labels'

/** More rectangles are a picture's. */
const MOST = 2000
/** So many rectangles are a table's, in so many rows and columns. */
const LEAST = 4
const LEAST_ROWS = 2
const LEAST_COLUMNS = 2
/** They cover so much of what is between them all, and not much of it twice. */
const LEAST_COVERED = 0.8
const MOST_COVERED = 1.05
/** So many slots of rows and columns go on a cell; the shades behind words of a text, which begin and end anywhere, make more. */
const MOST_SLOTS = 3
/** Headings stand so far above the numbers, in points. */
const NEAR = 60

const areaOf = ({ x1, x2, y1, y2 }: Ruling): number => (x2 - x1) * (y2 - y1)
const holds = (a: Ruling, b: Ruling): boolean => a !== b && a.x1 <= b.x1 && a.y1 <= b.y1 && a.x2 >= b.x2 && a.y2 >= b.y2 && areaOf(a) > areaOf(b)

/** Rectangles that hold no other, each once: those of cells, without what lies under them. */
function innermost(fills: readonly Ruling[]): Ruling[] {
  const once = [...new Map(fills.map((fill) => [[fill.x1, fill.y1, fill.x2, fill.y2].map(Math.round).join(), fill])).values()]
  return once.filter((fill) => !once.some((other) => holds(fill, other)))
}

/** Whether rectangles lie side by side, in rows and columns, as the cells of a table do. */
function areTiles(fills: readonly Ruling[], box: Box): boolean {
  if (fills.length < LEAST) return false
  const columns = clusters(fills.flatMap(({ x1, x2 }) => [x1, x2]), TOUCH).length - 1
  const rows = clusters(fills.flatMap(({ y1, y2 }) => [y1, y2]), TOUCH).length - 1
  const covered = fills.reduce((sum, fill) => sum + areaOf(fill), 0) / ((box.right - box.left) * (box.bottom - box.top))
  return columns >= LEAST_COLUMNS && rows >= LEAST_ROWS && rows * columns <= fills.length * MOST_SLOTS && covered >= LEAST_COVERED && covered <= MOST_COVERED
}

/** Whether all of a table is filled: with its numbers its headings are. `free`: what stands in no such table. */
function isWhole(box: Box, items: readonly Item[], free: readonly Item[]): boolean {
  const above = free.filter((item) => item.x < box.right && item.x + item.width > box.left && centre(item) < box.top && centre(item) > box.top - NEAR)
  return items.some((item) => isNumber(item.text) && inside(item, box)) && !above.some(({ text }) => isHeading(text))
}

/** Whether an edge goes through a text: what is filled is no cell. */
const isCrossed = ({ x1, x2, y1, y2 }: Ruling, items: readonly Item[]): boolean =>
  items.some((item) => (x1 === x2 ? item.x + TOUCH < x1 && item.x + item.width - TOUCH > x1 && centre(item) > y1 && centre(item) < y2 : item.y + item.height / 4 < y1 && item.y + item.height * 0.75 > y1 && item.x < x2 && item.x + item.width > x1))

const edgesOf = ({ x1, x2, y1, y2 }: Ruling): Ruling[] => [
  { x1, x2, y1, y2: y1 },
  { x1, x2, y1: y2, y2 },
  { x1, x2: x1, y1, y2 },
  { x1: x2, x2, y1, y2 },
]

/** The upright edges of filled rectangles: where they are cells', what stands on both sides of one is two texts. */
export const sidesOf = (fills: readonly Ruling[]): Ruling[] => (fills.length > MOST ? [] : fills.flatMap(({ x1, x2, y1, y2 }) => [{ x1, x2: x1, y1, y2 }, { x1: x2, x2, y1, y2 }]))

/** The edges of cells that are filled, which part them as rulings do. `fills`: filled rectangles of a page; none where they are no table's, or only some of its cells'. */
export function tileEdges(fills: readonly Ruling[], items: readonly Item[]): Ruling[] {
  if (fills.length < LEAST || fills.length > MOST) return []
  const tables = framesOf(innermost(fills)).map((tiles) => ({ tiles, box: boxOf(tiles) })).filter(({ tiles, box }) => areTiles(tiles, box))
  const free = items.filter((item) => !tables.some(({ box }) => inside(item, box)))
  return tables.flatMap(({ tiles, box }) => {
    const edges = isWhole(box, items, free) ? tiles.flatMap(edgesOf) : []
    return edges.some((edge) => isCrossed(edge, items)) ? [] : edges
  })
}
