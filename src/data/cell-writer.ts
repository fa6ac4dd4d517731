import { NOT_KNOWN, plainNumber, readCell, type Cell, type MissingReason } from '@/domain/cell'
import type { FigureId } from '@/domain/figure'
import type { Unit } from '@/domain/unit'
import { plainText, type Tell } from './table-file'

/** Writes the cells of one column for one key. */
export interface CellWriter {
  readonly column: number
  readonly heading: string
  readonly figure: FigureId
  readonly unit: Unit
  readonly number: (row: number, value: number) => void
  readonly cell: (row: number, cell: Cell) => void
  /** By format: reports on it can have this cell, so an empty one is blank in the original. */
  readonly official: readonly boolean[]
}

/** Report rows, a byte each: asked once per line, where a Set would be felt. */
export class RowSet {
  private rows = new Uint8Array(1024)

  /** False when the row is there already. */
  add(row: number): boolean {
    if (row >= this.rows.length) {
      const larger = new Uint8Array(Math.max(row + 1, this.rows.length * 2))
      larger.set(this.rows)
      this.rows = larger
    }
    if (this.rows[row] === 1) return false
    this.rows[row] = 1
    return true
  }
}

/** Writes a cell as its text says; one that cannot be read keeps its text and is told. */
export function writeCell(writer: CellWriter, text: string, row: number, format: number, line: number, tell: Tell, markers: ReadonlyMap<string, MissingReason>): void {
  const plain = plainNumber(text)
  if (plain >= 0) return writer.number(row, plain)
  if (text === NOT_KNOWN) return
  if (text === '') {
    if (writer.official[format]) writer.cell(row, { missing: 'blank' })
    return
  }
  const marked = markers.get(text)
  const cell: Cell = marked ? { missing: marked, raw: text } : readCell(plainText(text), writer.unit)
  if ('missing' in cell && cell.missing === 'unreadable') tell('cell-unreadable', { line, column: writer.heading, text })
  writer.cell(row, cell)
}
