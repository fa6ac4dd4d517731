import { centre, middle, type Item } from './geometry'
import { bare, hasHan, isNumbered } from '../meaning/words'

/** A line goes through a letter this part of its height from its edges, and the next line of a word stands so many heights apart. */
const CROSSED = 0.15
const NEXT_LINE = 1.8

/** Where an item stands between the rows. A line that goes through a word leaves it with the words right above or below: some programs let what has no room in its cell run over the edge. */
export function rowPlace(item: Item, ys: readonly number[], items: readonly Item[]): number {
  const isCrossed = ys.some((y) => y > item.y + item.height * CROSSED && y < item.y + item.height * (1 - CROSSED))
  if (!isCrossed || !hasHan(item.text)) return centre(item)
  const near = items.filter((other) => other !== item && hasHan(other.text) && Math.abs(middle(other) - middle(item)) < (other.width + item.width) / 2 && Math.abs(centre(other) - centre(item)) < item.height * NEXT_LINE)
  const sides = new Set(near.map((other) => Math.sign(centre(other) - centre(item))))
  return sides.size === 1 ? centre(near[0]!) : centre(item)
}

/** The number of a row alone: its name goes on. */
const isLoneNumber = ({ text }: Item): boolean => isNumbered(text) && bare(text) === ''

/** Where an item stands between the columns. Words begin in their cell: where a list's number and the room that it is given leave them too little of it, they run over the edge. */
export function columnPlace(item: Item, xs: readonly number[], items: readonly Item[]): number {
  const edge = xs.findLast((x) => x <= middle(item))
  if (edge === undefined || edge <= item.x || !hasHan(item.text)) return middle(item)
  const start = xs.findLast((x) => x <= item.x) ?? -Infinity
  const isBehindNumber = items.some((other) => isLoneNumber(other) && other.x >= start && other.x + other.width <= item.x && Math.abs(centre(other) - centre(item)) <= item.height / 2)
  return isBehindNumber ? item.x : middle(item)
}
