import type { WrittenCell } from '../document'
import type { Item } from './geometry'
import { columnOf, widthsOf } from '../meaning/item-columns'
import { ITEM_LABELS } from '../meaning/labels'

/** So many items of table 2 beside each other head its columns. */
const LEAST_ITEMS = 4

/**
 * The headings of a table 2 with its items side by side, in two rows: its items, each as wide as its columns are many, and these.
 * Null where other columns, or fewer, stand below the items than they have.
 */
export function itemsAbreast(headings: readonly Item[]): readonly (readonly WrittenCell[])[] | null {
  const items = headings.flatMap(({ text }) => ITEM_LABELS.is(text) ?? [])
  const columns = headings.flatMap(({ text }) => columnOf(text) ?? [])
  const widths = items.length >= LEAST_ITEMS ? widthsOf(items, columns) : null
  if (!widths) return null
  return [
    headings.filter(({ text }) => ITEM_LABELS.is(text) !== undefined).map(({ text }, at) => ({ text, columnSpan: widths[at]! })),
    headings.filter(({ text }) => columnOf(text) !== undefined).map(({ text }) => ({ text })),
  ]
}
