/** A cell of a grid: column 0 is the row's heading. */
export interface Place {
  readonly row: number
  readonly column: number
}

/** How large a grid is, and how many of its rows are in sight at once. */
export interface Bounds {
  readonly rows: number
  readonly columns: number
  readonly page: number
}

const within = (value: number, most: number): number => Math.max(0, Math.min(value, most))

/** Where a key leads from a cell of a grid (arrows, Home, End, with Ctrl to the corners, page up and down); null for any other key. */
export function moved({ row, column }: Place, { key, ctrlKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey'>, { rows, columns, page }: Bounds): Place | null {
  const [lastRow, lastColumn] = [rows - 1, columns - 1]
  const steps: Readonly<Record<string, Place>> = {
    ArrowUp: { row: row - 1, column },
    ArrowDown: { row: row + 1, column },
    ArrowLeft: { row, column: column - 1 },
    ArrowRight: { row, column: column + 1 },
    Home: { row: ctrlKey ? 0 : row, column: 0 },
    End: { row: ctrlKey ? lastRow : row, column: lastColumn },
    PageUp: { row: row - page, column },
    PageDown: { row: row + page, column },
  }
  const next = steps[key]
  return next ? { row: within(next.row, lastRow), column: within(next.column, lastColumn) } : null
}

/** Rows made beyond those in sight, so that scrolling shows no gaps. */
const MORE = 6

/** Which rows are made: `from` to `to` (excluded). */
export function rowsInSight(top: number, height: number, rowHeight: number, rows: number): readonly [from: number, to: number] {
  const from = within(Math.floor(top / rowHeight) - MORE, rows)
  return [from, within(Math.ceil((top + height) / rowHeight) + MORE, rows)]
}
