import { ITEM_COLUMNS, type FigureId, type ProactiveColumn, type ProactiveItem } from '@/domain/figure'
import type { Entry, Piece } from './entries'
import { COLUMN_LABELS, ITEM_LABELS } from './labels'

/** The cells of one row of table 2 where its items stand side by side, each with its figure. */
export interface TurnedRow {
  readonly column: ProactiveColumn
  readonly figures: readonly FigureId[]
  readonly pieces: readonly Piece[]
}

const LEAST_ITEMS = 2

/** Table 2 with its items as headings (规章, 行政规范性文件) and its columns as rows (本年制发件数). */
export class TurnedItems {
  private items: readonly ProactiveItem[] = []
  private table: number | null = null

  /** The figures that a line has under the items that head its table; null for the heading line, and where there is not one value for each of them. */
  take({ labels, values, table, loose }: Entry): TurnedRow | null {
    if (table === null || loose) return null
    const found = labels.map(({ text }) => ITEM_LABELS.is(text)).filter((item) => item !== undefined)
    if (values.length === 0 && found.length >= LEAST_ITEMS && !labels.some(({ text }) => COLUMN_LABELS.is(text))) {
      this.items = found
      this.table = table
    }
    const column = COLUMN_LABELS.is(labels.at(-1)?.text ?? '')
    if (column === undefined || table !== this.table || values.length !== this.items.length) return null
    const cells = this.items.flatMap((item, at) => (ITEM_COLUMNS[item].includes(column) ? [{ figure: `${item}.${column}` as FigureId, piece: values[at]! }] : []))
    return { column, figures: cells.map(({ figure }) => figure), pieces: cells.map(({ piece }) => piece) }
  }
}
