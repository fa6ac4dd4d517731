import type { WrittenCell } from '../document'
import type { Item } from './geometry'
import { columnOf, widthsOf } from '../meaning/item-columns'
import { ITEM_LABELS } from '../meaning/labels'

/** So many items of table 2 beside each other head its columns. */
const LEAST_ITEMS = 4

const isItem = ({ text }: Item): boolean => ITEM_LABELS.is(text) !== undefined

/** Whether headings name items of table 2 side by side. */
export const areItemsAbreast = (headings: readonly Item[]): boolean => headings.filter(isItem).length >= LEAST_ITEMS

/** Headings without the items among them: over fewer or other columns these would name figures of others. */
export const withoutItems = (headings: readonly Item[]): Item[] => headings.filter((heading) => !isItem(heading))

/** Headings of items side by side in two rows: the items, each as wide as its columns are many, and these. Null where not all are told so. */
export function itemsAbreast(headings: readonly Item[]): readonly [readonly WrittenCell[], readonly WrittenCell[]] | null {
  const own = headings.filter(isItem)
  const below = headings.filter(({ text }) => columnOf(text) !== undefined)
  const widths = widthsOf(own.map(({ text }) => ITEM_LABELS.is(text)!), below.map(({ text }) => columnOf(text)!))
  return widths && [own.map(({ text }, at) => ({ text, columnSpan: widths[at]! })), below.map(({ text }) => ({ text }))]
}
