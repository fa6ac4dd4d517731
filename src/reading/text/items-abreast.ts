import type { WrittenCell } from '../document'
import { columnOf, widthsOf } from '../meaning/item-columns'
import { ITEM_LABELS } from '../meaning/labels'
import { isNumberCell } from '../meaning/values'
import { tight } from '../meaning/words'

/** So many items of table 2 beside each other head its columns. */
const LEAST_ITEMS = 4

const ARTICLE = /^第二十条第/

/** Rows of cells. */
export type Rows = readonly (readonly (string | WrittenCell)[])[]

/**
 * Rows of a text whose table 2 has its items side by side, their columns below and its numbers below these, with that table apart
 * from what stands above and below it: each item as wide as its columns are many, which the text does not show. Where there is a
 * number for each column; else its items are left out, and other rows stay together.
 */
export function withWideItems(rows: readonly (readonly string[])[]): readonly Rows[] {
  const cells = rows.flatMap((row, at) => row.map((text) => ({ text, row: at })))
  const first = cells.findIndex(({ text }) => ITEM_LABELS.is(text) !== undefined)
  if (first < 0) return [rows]
  /** What cells from one on are, up to the first that is none of these. */
  const run = <Id>(from: number, idOf: (text: string) => Id | undefined): Id[] => {
    const ids = cells.slice(from).map(({ text }) => idOf(text))
    const end = ids.indexOf(undefined)
    return ids.slice(0, end < 0 ? undefined : end) as Id[]
  }
  const items = run(first, (text) => ITEM_LABELS.is(text))
  if (items.length < LEAST_ITEMS) return [rows]
  const columns = run(first + items.length, (text) => columnOf(text))
  const widths = widthsOf(items, columns)
  const from = first + items.length + columns.length
  const values = run(from, (text) => (tight(text) !== '' && isNumberCell(text) ? text : undefined))
  const inRows = (own: typeof cells): string[][] => [...new Set(own.map(({ row }) => row))].map((row) => own.filter((cell) => cell.row === row).map(({ text }) => text))
  // One below the other, items and fewer or more numbers would give figures of other items: without their names they say nothing.
  if (!widths || values.length !== columns.length) return [columns.length > items.length ? inRows(cells.toSpliced(first, items.length)) : rows]
  const [above, below] = [cells.slice(0, first), cells.slice(from + values.length)]
  const table = [
    items.map((_, at) => ({ text: cells[first + at]!.text, columnSpan: widths[at]! })),
    columns.map((_, at) => cells[first + items.length + at]!.text),
    values,
  ]
  return [inRows(above.filter(({ text }) => !ARTICLE.test(tight(text)))), table, inRows(below)].filter((own) => own.length > 0)
}
