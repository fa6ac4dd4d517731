import { gridOf, type TableCell, type TableRow, type WrittenCell } from './document'

/** A cell that holds text, and tables below it. */
export interface NestingCell extends WrittenCell {
  readonly inner: readonly TableRow[]
}

interface Span {
  readonly from: number
  readonly count: number
  readonly size: number
}

const sum = (sizes: readonly number[], from = 0, to = sizes.length): number => sizes.slice(from, to).reduce((total, size) => total + size, 0)

/** How many rows, or columns, each of the outer table's becomes: one, or as many as the tables inside need. */
function sizesOf(length: number, spans: readonly Span[]): number[] {
  const sizes = Array.from({ length }, () => 1)
  for (const { from, count, size } of [...spans].sort((a, b) => a.count - b.count)) sizes[from + count - 1]! += Math.max(0, size - sum(sizes, from, from + count))
  return sizes
}

/** The rows inside a cell: its own text, then those of its tables. */
function insideOf({ text, inner }: NestingCell): TableRow[] {
  const width = Math.max(1, ...inner.map((row) => row.length))
  const head: TableCell = { text, row: 0, column: 0, rowSpan: 1, columnSpan: width }
  const rows = inner.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? null))
  return inner.length > 0 && text === '' ? rows : [Array.from({ length: width }, () => head), ...rows]
}

/** Cells with the places and spans that they have in these slots. */
function placed(slots: readonly (readonly (TableCell | null)[])[]): TableRow[] {
  const known = new Map<TableCell, { -readonly [Key in keyof TableCell]: TableCell[Key] }>()
  return slots.map((row, y) =>
    row.map((cell, x) => {
      if (cell === null) return null
      const own = known.get(cell) ?? { text: cell.text, row: y, column: x, rowSpan: 1, columnSpan: 1 }
      known.set(cell, own)
      own.rowSpan = y - own.row + 1
      own.columnSpan = Math.max(own.columnSpan, x - own.column + 1)
      return own
    }),
  )
}

/** A table whose cells hold tables, as one grid: rows and columns inside become its own. Where a neighbour has more rows the first reaches down, as headings do; where it has more columns the last reaches over. */
export function flattened(written: readonly (readonly NestingCell[])[]): TableRow[] {
  const all = written.flat()
  const grid = gridOf(written.map((row) => row.map((cell) => ({ ...cell, text: String(all.indexOf(cell)) }))))
  const outer = [...new Set(grid.flat())].filter((cell) => cell !== null).map((cell) => ({ ...cell, rows: insideOf(all[Number(cell.text)]!) }))
  const widths = sizesOf(grid[0]?.length ?? 0, outer.map(({ column, columnSpan, rows }) => ({ from: column, count: columnSpan, size: rows[0]!.length })))
  const heights = sizesOf(grid.length, outer.map(({ row, rowSpan, rows }) => ({ from: row, count: rowSpan, size: rows.length })))
  const slots: (TableCell | null)[][] = Array.from({ length: sum(heights) }, () => Array.from({ length: sum(widths) }, () => null))
  for (const { row, column, rowSpan, columnSpan, rows } of outer) {
    const [top, left] = [sum(heights, 0, row), sum(widths, 0, column)]
    const [high, wide] = [sum(heights, row, row + rowSpan), sum(widths, column, column + columnSpan)]
    for (let y = 0; y < high; y += 1) for (let x = 0; x < wide; x += 1) slots[top + y]![left + x] = rows[Math.max(0, y - high + rows.length)]![Math.min(x, rows[0]!.length - 1)]!
  }
  return placed(slots)
}
