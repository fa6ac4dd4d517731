import { centre, isNumber, middle, type Item, type Ruling } from './geometry'
import { SPANNING_HEADING, stacked } from './headings'
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
