import type { Block, TableBlock, TableCell } from '@/reading/document'
import type { ImportFile } from './account'
import type { Assets } from './containers'
import { blocksOf } from './documents'
import { lookAt } from './look'

/** A cell of a table as a document has it; its rows and columns as a page lays them out. Blank where no cell covers a slot. */
export interface SourceCell {
  readonly text: string
  readonly rowSpan: number
  readonly columnSpan: number
  /** It is the one that was asked for. */
  readonly here: boolean
}

/** A table as it was read from a document, whatever was made of it. */
export interface SourceTable {
  readonly page: number | null
  /** Number of the table in its document, from 1; of a text the line where it begins. */
  readonly table: number | null
  readonly line: number | null
  /** The row, from 1, beside which a cell would stand that was not read; null where one was. */
  readonly beside: number | null
  readonly rows: readonly (readonly SourceCell[])[]
}

const PART = /([ptrcl])(\d+)/g

/** Page, table, row, column and line of a place's code (`p3 t2 r5 c4`, `r2 c3 l6`), those that it names. */
const partsOf = (place: string): Partial<Record<string, number>> => Object.fromEntries([...place.matchAll(PART)].map(([, part, n]) => [part!, Number(n)]))

/** The table that a place is in, with the cell that stands there marked, or the row, of a place without a column; null where the place names no table that was read. */
export function tableAt(blocks: readonly Block[], place: string): SourceTable | null {
  const { t, r, c, l } = partsOf(place)
  const block = blocks.find((each): each is TableBlock => each.kind === 'table' && (t === undefined ? l !== undefined && each.place.line === l : each.place.table === t))
  if (!block) return null
  const asked = r && c ? block.rows[r - 1]?.[c - 1] : undefined
  return { page: block.place.page ?? null, table: t ?? null, line: t === undefined ? l! : null, beside: r !== undefined && c === undefined ? r : null, rows: block.rows.map((row, y) => row.flatMap((cell, x) => (isFirst(block, y, x) ? [laid(block, y, x, cell !== null && cell === asked)] : []))) }
}

/** The table of a document that a place is in; null where no table was read there. Files that were not read lately are read again. */
export async function sourceAt(files: readonly ImportFile[], name: string, place: string, assets: Assets = {}): Promise<SourceTable | null> {
  if (!blocksOf(name)) await lookAt(files, {}, assets)
  return tableAt(blocksOf(name) ?? [], place)
}

const slot = ({ rows }: TableBlock, y: number, x: number): TableCell | null | undefined => rows[y]?.[x]

/** Whether a slot is the first of its cell, above and to the left; one that no cell covers is by itself. */
const isFirst = (table: TableBlock, y: number, x: number): boolean => {
  const cell = slot(table, y, x)
  return cell === null || (slot(table, y - 1, x) !== cell && slot(table, y, x - 1) !== cell)
}

function laid(table: TableBlock, y: number, x: number, here: boolean): SourceCell {
  const cell = slot(table, y, x)
  let [rowSpan, columnSpan] = [1, 1]
  if (cell) {
    while (slot(table, y + rowSpan, x) === cell) rowSpan += 1
    while (slot(table, y, x + columnSpan) === cell) columnSpan += 1
  }
  return { text: cell?.text.trim() ?? '', rowSpan, columnSpan, here }
}
