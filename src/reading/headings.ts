import { centre, linesOf, middle, type Item } from './geometry'
import type { ValueRow } from './rows'
import { columnsOf, indexOf, type Column } from './value-columns'
import { tight } from './words'

/** Headings above rows of numbers, of columns from left to right, and the rows below them. */
export interface HeadingRow {
  readonly y: number
  readonly items: readonly Item[]
  readonly rows: readonly ValueRow[]
}

/** Headings that stand over several columns. */
const SPANNING = /^(?:申请人情况|法人或其他组织|行政复议|行政诉讼|未经复议直接起诉|复议后起诉|第二十条.*|信息内容|项目|类别|.*情况)$/

const around = (a: Item, b: Item): Item => {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)]
  return { text: `${a.text.trim()}${b.text.trim()}`, x, y, width: Math.max(a.x + a.width, b.x + b.width) - x, height: Math.max(a.y + a.height, b.y + b.height) - y }
}

/** The pieces of one line, those over one column of numbers together: a heading may be written with spaces. */
function joined(line: readonly Item[], columns: readonly Column[] | null, height: number): Item[] {
  const items: Item[] = []
  for (const item of line) {
    const last = items.at(-1)
    const gap = last ? item.x - (last.x + last.width) : Infinity
    const at = columns ? indexOf(columns, item) : -1
    const same = last !== undefined && gap <= height * 1.2 && (gap <= height * 0.2 || (at >= 0 && columns![at]!.left <= middle(last) && middle(last) <= columns![at]!.right))
    if (same) items[items.length - 1] = around(last, item)
    else items.push(item)
  }
  return items
}

const overlap = (a: Item, b: Item): number => Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)

/** The lines of each heading put together: those that stand right below each other. */
function stacked(items: readonly Item[], height: number): Item[] {
  const columns: Item[] = []
  for (const item of [...items].sort((a, b) => centre(a) - centre(b) || a.x - b.x)) {
    const at = columns.findLastIndex((column) => !SPANNING.test(tight(column.text)) && overlap(column, item) >= Math.min(column.width, item.width) * 0.6 && item.y - (column.y + column.height) <= height * 1.1)
    if (at < 0 || SPANNING.test(tight(item.text))) columns.push(item)
    else columns[at] = around(columns[at]!, item)
  }
  return columns.sort((a, b) => a.x - b.x)
}

/** Headings by the rows of numbers that they stand above: the lines of one column put together, so that their order is that of the numbers. */
export function headingRows(headings: readonly Item[], rows: readonly ValueRow[], height: number): HeadingRow[] {
  const above = new Map<number, Item[]>()
  for (const item of headings) {
    const count = rows.filter(({ y }) => y < centre(item)).length
    above.set(count, [...(above.get(count) ?? []), item])
  }
  const starts = [...above.keys()].sort((a, b) => a - b)
  return starts.map((start, at) => {
    const items = above.get(start)!
    const own = rows.slice(start, starts[at + 1])
    const columns = columnsOf(own)
    return { y: Math.min(...items.map(centre)), rows: own, items: stacked(linesOf(items).flatMap((line) => joined(line, columns, height)), height) }
  })
}
