import { centre, middle, type Item } from './geometry'
import type { ValueRow } from './rows'
import { isNumbered, tight } from './words'

/** A piece left of the numbers; `row` is the row of numbers on its own line. */
export interface Fragment {
  readonly item: Item
  readonly row: ValueRow | null
  readonly band: number
}

/** A label that stands in one or more lines of the same band. */
export interface Label {
  readonly band: number
  readonly text: string
  readonly first: number
  readonly y: number
  /** The row of numbers that it stands beside; null where it names a group, or is a heading. */
  readonly row: ValueRow | null
}

/** Headings inside a table: never a part of the label next to them. */
const STANDALONE = /情况$|^第二十条|^信息内容$|^类别$|^项目$|^申请人情况/

/** Pieces of labels put together: a numbered one goes on over the lines below it, any other has the lines nearest to its row of numbers. */
export function labelsOf(fragments: readonly Fragment[], rows: readonly ValueRow[], height: number): Label[] {
  const groups: Fragment[][] = []
  const open = new Map<number, Fragment[]>()
  const nearest = ({ item, row }: Fragment): ValueRow | null => row ?? [...rows].sort((a, b) => Math.abs(a.y - centre(item)) - Math.abs(b.y - centre(item)))[0] ?? null
  for (const fragment of [...fragments].sort((a, b) => centre(a.item) - centre(b.item))) {
    const group = open.get(fragment.band)
    if (group && goesOn(group, fragment, height, nearest)) group.push(fragment)
    else {
      groups.push([fragment])
      open.set(fragment.band, groups.at(-1)!)
    }
  }
  return groups.map((group) => {
    const text = group.map(({ item }) => item.text.trim()).join('')
    const ys = group.map(({ item }) => centre(item))
    const y = (ys[0]! + ys.at(-1)!) / 2
    const near = [...rows].sort((a, b) => Math.abs(a.y - y) - Math.abs(b.y - y))[0]
    const beside = group.find(({ row }) => row !== null)?.row ?? (near && Math.abs(near.y - y) <= height * 1.3 && !STANDALONE.test(tight(text)) ? near : null)
    return { band: group[0]!.band, text, first: ys[0]!, y, row: beside }
  })
}

function goesOn(group: readonly Fragment[], fragment: Fragment, height: number, nearest: (fragment: Fragment) => ValueRow | null): boolean {
  const [last, { item, row }] = [group.at(-1)!, fragment]
  const words = tight(item.text)
  if (centre(item) - centre(last.item) > height * 2.1 || isNumbered(item.text) || STANDALONE.test(words) || STANDALONE.test(tight(last.item.text))) return false
  if (words.length <= 2 && tight(last.item.text).length <= 2) return row === null || last.row === null || row === last.row
  if (isNumbered(group[0]!.item.text)) return row === null || group.every((each) => each.row === null)
  return (row === null || group.every((each) => each.row === null || each.row === row)) && nearest(fragment) === nearest(last)
}

/** Texts of a line that stand beside no numbers. */
export interface Loose {
  readonly y: number
  readonly texts: readonly string[]
}

/** Headings above rows of numbers: the lines of one column put together, columns from left to right, so that their order is that of the numbers. */
export function headingRows(headings: readonly Item[], rows: readonly ValueRow[], height: number): Loose[] {
  const groups = new Map<number, Item[]>()
  for (const item of headings) {
    const above = rows.filter(({ y }) => y < centre(item)).length
    groups.set(above, [...(groups.get(above) ?? []), item])
  }
  return [...groups.values()].map((items) => {
    const columns: Item[] = []
    for (const item of [...items].sort((a, b) => centre(a) - centre(b))) {
      const at = columns.findIndex((column) => (Math.abs(middle(column) - middle(item)) <= height * 0.9 || Math.abs(column.x - item.x) <= height * 0.4) && item.y - (column.y + column.height) <= height * 1.1)
      const column = columns[at]
      if (!column) columns.push(item)
      else columns[at] = { text: `${column.text}${item.text}`, x: Math.min(column.x, item.x), y: column.y, width: Math.max(column.x + column.width, item.x + item.width) - Math.min(column.x, item.x), height: item.y + item.height - column.y }
    }
    return { y: Math.min(...items.map(centre)), texts: columns.sort((a, b) => a.x - b.x).map(({ text }) => text) }
  })
}
