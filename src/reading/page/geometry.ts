import type { Spacing } from './spacing'
import { isValue } from '../meaning/values'
import { isChange, isLoneZero } from '../meaning/numerals'
import { hasHan, tight } from '../meaning/words'

/** A piece of text on a page: its box from the page's upper left corner, in any unit. */
export interface Item {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** A number whose digits the sum of its row put together. */
  readonly bySum?: boolean
}

/** A ruling line, horizontal or vertical. */
export interface Ruling {
  readonly x1: number
  readonly y1: number
  readonly x2: number
  readonly y2: number
}

export interface PageLayout {
  readonly page: number
  readonly items: readonly Item[]
  readonly rulings: readonly Ruling[]
  readonly spacing?: Spacing
  /** Its items are whole pieces already: none is a part of the next. */
  readonly whole?: boolean
}

/** Rulings so near are one. */
export const TOUCH = 3
export const middle = ({ x, width }: Item): number => x + width / 2
export const centre = ({ y, height }: Item): number => y + height / 2

/** Near values as one, in rising order. */
export function clusters(values: readonly number[], tolerance: number): number[] {
  const sorted = [...values].sort((a, b) => a - b)
  const found: number[][] = []
  for (const value of sorted) {
    const last = found.at(-1)
    if (last && value - last.at(-1)! <= tolerance) last.push(value)
    else found.push([value])
  }
  return found.map((group) => group.reduce((sum, value) => sum + value, 0) / group.length)
}

/** Words that stand over each other by so much of the narrower, and so much of a letter below each other, are on two lines: a sheet's cells are cut at their edges, the words in them are not. */
const OVER = 0.5
const BELOW = 0.02

/** Whether two items are words that stand over each other. */
function areOver(one: Item, other: Item): boolean {
  if (Math.abs(centre(one) - centre(other)) <= BELOW * one.height || ![one, other].every(({ text }) => hasHan(text))) return false
  return Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x) > OVER * Math.min(one.width, other.width)
}

/** Items on the same line, from left to right; lines from top to bottom. */
export function linesOf(items: readonly Item[]): Item[][] {
  const lines: { y: number; height: number; items: Item[] }[] = []
  for (const item of [...items].sort((a, b) => centre(a) - centre(b) || a.x - b.x)) {
    const offOf = ({ y }: { readonly y: number }): number => Math.abs(y - centre(item))
    const near = lines.filter((each) => offOf(each) <= Math.max(Math.min(each.height, item.height) * 0.5, 0.4) && !each.items.some((other) => areOver(other, item)))
    const [line] = near.toSorted((a, b) => offOf(a) - offOf(b))
    if (line) {
      // Where letters of several sizes stand on a line, its middle is that of most.
      line.y += (centre(item) - line.y) / (line.items.length + 1)
      line.items.push(item)
    } else lines.push({ y: centre(item), height: item.height, items: [item] })
  }
  return lines.sort((a, b) => a.y - b.y).map((line) => line.items.sort((a, b) => a.x - b.x))
}

/** Items of a line joined where no more than a gap of `most` character heights parts them. */
export function joinedItems(line: readonly Item[], most = 0.6): Item[] {
  const joined: Item[] = []
  for (const item of line) {
    const last = joined.at(-1)
    const gap = last ? item.x - (last.x + last.width) : Infinity
    if (last && gap <= most * Math.max(item.height, last.height) && !(isNumber(last.text) && isNumber(item.text) && gap > 0.08 * item.height)) {
      // Words in Latin letters and numbers keep the space between them.
      const space = gap > 0.15 * item.height && /[\w.,:;]$/.test(last.text) && /^[\w]/.test(item.text) ? ' ' : ''
      joined[joined.length - 1] = { text: `${last.text}${space}${item.text}`, x: last.x, y: Math.min(last.y, item.y), width: item.x + item.width - last.x, height: Math.max(last.height, item.height) }
    } else joined.push(item)
  }
  return joined
}

/** Whether a text can stand where a number belongs, and is not blank. */
export const isNumber = (text: string): boolean => tight(text) !== '' && (isValue(text) || isChange(text) || isLoneZero(text))
