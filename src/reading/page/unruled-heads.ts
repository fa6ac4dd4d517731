import { centre, isNumber, linesOf, middle, type Item, type Ruling } from './geometry'
import { isPartHeading, SPANNING_HEADING, stacked } from './headings'
import { isHeading } from '../meaning/labels'
import { tight } from '../meaning/words'

/** So many headings side by side, over as many edges between columns, are those of a table's columns. */
const CROWD = 3

const isSpanning = ({ text }: Item): boolean => SPANNING_HEADING.test(tight(text))

/** Where a frame has its edges, and which parts of them no ruling shows. */
export interface Edges {
  readonly xs: readonly number[]
  readonly ys: readonly number[]
  /** Whether a ruling stands at a column's edge beside the row at a place. */
  readonly isParted: (column: number, row: number) => boolean
}

/** Columns side by side, from an edge to another, between which a row has no ruling. */
function openRuns({ xs, isParted }: Edges, row: number): { readonly from: number; readonly to: number }[] {
  const parted = xs.flatMap((_, at) => (at === 0 || at === xs.length - 1 || isParted(at, row) ? [at] : []))
  return parted.slice(1).map((to, at) => ({ from: parted[at]!, to }))
}

/** Edges between the columns of a row, from the first that holds a text to the last: beside these is the room around a table. */
function withoutRoom(columns: readonly number[], items: readonly Item[]): readonly number[] {
  const held = columns.slice(1).flatMap((right, at) => (items.some((item) => middle(item) > columns[at]! && middle(item) < right) ? [at] : []))
  return held.length > 0 ? columns.slice(held[0], held.at(-1)! + 2) : []
}

/**
 * The rulings that headings of columns lack, where a row has none between its cells and the row below has: browsers draw none where they repeat the
 * headings of a table at the head of a page, or of a table that goes on there. What stands over several headings stays over them.
 */
export function rulingsOfHeads(edges: Edges, items: readonly Item[]): Ruling[] {
  const { xs, ys, isParted } = edges
  const between = (top: number, bottom: number): Item[] => items.filter((item) => centre(item) > top && centre(item) < bottom)
  return ys.slice(1, -1).flatMap((bottom, row) =>
    openRuns(edges, row).flatMap(({ from, to }): Ruling[] => {
      const parted = xs.filter((_, at) => at === from || at === to || (at > from && at < to && isParted(at, row + 1)))
      const columns = parted.length - 2 < CROWD ? [] : withoutRoom(parted, between(bottom, ys[row + 2]!))
      if (columns.length - 2 < CROWD) return []
      const [left, right] = [columns[0]!, columns.at(-1)!]
      const own = between(ys[row]!, bottom).filter((item) => item.x + item.width > left && item.x < right)
      if (own.length === 0 || own.some(({ text }) => isNumber(text))) return []
      const heads = stacked(own, Math.min(...own.map(({ height }) => height))).filter((item) => !isSpanning(item) && isHeading(item.text))
      if (heads.length < CROWD) return []
      const first = Math.min(...heads.map(({ y }) => y))
      const over = own.filter((item) => centre(item) < first)
      const top = over.length > 0 ? Math.max(ys[row]!, (Math.max(...over.map((item) => item.y + item.height)) + first) / 2) : ys[row]!
      const flats = top > ys[row]! ? [top, bottom] : [bottom]
      return [...flats.map((y): Ruling => ({ x1: left, x2: right, y1: y, y2: y })), ...columns.map((x): Ruling => ({ x1: x, x2: x, y1: top, y2: bottom }))]
    }),
  )
}

/** So far apart, in heights of a letter, stand a table's headings and what is below them at most. */
const NEAR = 1.6
/** So many columns have headings of their own. */
const LEAST_COLUMNS = 2

/** The lines right above a place, from the lowest: without numbers, and none of them the heading of a part. */
function linesAbove(top: number, items: readonly Item[]): Item[][] {
  const lines: Item[][] = []
  let place = top
  for (const line of linesOf(items.filter((item) => centre(item) < top)).reverse()) {
    const height = Math.min(...line.map((item) => item.height))
    if (place - Math.max(...line.map((item) => item.y + item.height)) > height * NEAR || line.some(({ text }) => isNumber(text) || isPartHeading(text))) break
    lines.push(line)
    place = Math.min(...line.map(({ y }) => y))
  }
  return lines
}

/** The rulings that headings above a table lack altogether: each of its columns, but for that of the names, has one right above it. */
export function rulingsAbove({ xs, ys, isParted }: Edges, items: readonly Item[]): Ruling[] {
  const columns = xs.filter((_, at) => at === 0 || at === xs.length - 1 || isParted(at, 0))
  const [left, right, bottom] = [columns[0]!, columns.at(-1)!, ys[0]!]
  if (columns.length - 1 < LEAST_COLUMNS) return []
  const above = linesAbove(bottom, items.filter((item) => middle(item) > left && middle(item) < right)).flat()
  const heads = above.length === 0 ? [] : stacked(above, Math.min(...above.map(({ height }) => height))).filter((item) => !isSpanning(item) && isHeading(item.text))
  const over = columns.slice(1).map((edge, at) => heads.filter((item) => middle(item) > columns[at]! && middle(item) < edge).length)
  if (heads.length < LEAST_COLUMNS || over.slice(1).some((count) => count !== 1) || over[0]! > 1) return []
  const first = Math.min(...heads.map(({ y }) => y))
  const higher = items.filter((item) => centre(item) < first && item.y + item.height > first - item.height)
  const top = Math.max(first - 1, ...higher.map((item) => (item.y + item.height + first) / 2))
  return [{ x1: left, x2: right, y1: top, y2: top }, ...columns.map((x): Ruling => ({ x1: x, x2: x, y1: top, y2: bottom }))]
}
