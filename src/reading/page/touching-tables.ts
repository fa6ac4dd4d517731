import { clusters, TOUCH, type Ruling } from './geometry'

/** Edges so near are those of one column; of two tables that have come to stand in the same column by chance, they are rarely as near. */
const SAME_EDGE = 0.75
/** So many edges of columns on either side that the other has not show two tables. */
const LEAST_OTHER = 2

const isFlat = ({ y1, y2 }: Ruling): boolean => y2 - y1 <= TOUCH
const placeOf = ({ x1, x2 }: Ruling): number => (x1 + x2) / 2

/** Whether lines cover a stretch, one behind the other. */
function cover(lines: readonly Ruling[], from: number, to: number): boolean {
  let reached = from
  for (const { x1, x2 } of [...lines].sort((a, b) => a.x1 - b.x1)) if (x1 <= reached + TOUCH) reached = Math.max(reached, x2)
  return reached >= to - TOUCH
}

/** How many of the edges others have not. */
const otherThan = (edges: readonly number[], others: readonly number[]): number => edges.filter((edge) => others.every((other) => Math.abs(edge - other) > SAME_EDGE)).length

/** The heights at which one table ends and the next begins: a line goes through, and the columns below it are others than those above. */
function seams(frame: readonly Ruling[]): number[] {
  const [flats, uprights] = [frame.filter(isFlat), frame.filter((ruling) => !isFlat(ruling))]
  const heightOf = ({ y1, y2 }: Ruling): number => (y1 + y2) / 2
  // A table that a page cuts has no line where it is cut.
  const ends = uprights.length > 0 ? [Math.min(...uprights.map(({ y1 }) => y1)), Math.max(...uprights.map(({ y2 }) => y2))] : []
  const ys = clusters([...flats.map(heightOf), ...ends], TOUCH)
  const edgesAt = (y: number): number[] => clusters(uprights.filter(({ y1, y2 }) => y1 <= y && y <= y2).map(placeOf), SAME_EDGE)
  return ys.slice(1, -1).filter((y, at) => {
    const [above, below] = [edgesAt((ys[at]! + y) / 2), edgesAt((y + ys[at + 2]!) / 2)]
    const areOther = otherThan(above, below) >= LEAST_OTHER && otherThan(below, above) >= LEAST_OTHER
    return areOther && cover(flats.filter((line) => Math.abs(heightOf(line) - y) <= TOUCH), Math.min(...above, ...below), Math.max(...above, ...below))
  })
}

/** A frame as those of the tables in it, from above: of several that touch, as programs set them that leave no line between, each has columns of its own. */
export function apartWhereTouching(frame: readonly Ruling[]): readonly (readonly Ruling[])[] {
  const found = seams(frame)
  if (found.length === 0) return [frame]
  return [-Infinity, ...found].map((top, at) => {
    const bottom = found[at] ?? Infinity
    const flats = frame.filter((ruling) => isFlat(ruling) && ruling.y2 >= top - TOUCH && ruling.y1 <= bottom + TOUCH)
    const uprights = frame.filter((ruling) => !isFlat(ruling) && Math.min(ruling.y2, bottom) - Math.max(ruling.y1, top) > TOUCH)
    return [...flats, ...uprights.map((ruling) => ({ ...ruling, y1: Math.max(ruling.y1, top), y2: Math.min(ruling.y2, bottom) }))]
  })
}
