import type { FramedCell } from './cell-text'
import { isNumber, linesOf, type Item } from './geometry'
import { isPartHeading } from './headings'
import { isRunningText } from '../meaning/running-text'
import { tight } from '../meaning/words'

const textsOf = (items: readonly Item[]): string[] => linesOf(items).map((line) => tight(line.map(({ text }) => text).join('')))

/** Whether a cell holds running text of the report, or the heading of one of its parts. */
function isOfPage({ items }: FramedCell): boolean {
  const lines = textsOf(items)
  const whole = lines.join('')
  return lines.some(isPartHeading) || (isRunningText(whole) && !isNumber(whole.slice(0, 1)))
}

/** Rows that a cell reaches over. */
const rowsOf = ({ row, rowSpan }: FramedCell): number[] => Array.from({ length: rowSpan }, (_, at) => row + at)

/** The cells beside those around: they reach down beside the page's text and its tables, as a menu does, or the room at a side. */
function cellsBeside(around: ReadonlySet<FramedCell>, cells: readonly FramedCell[]): Set<FramedCell> {
  const isBeside = (cell: FramedCell): boolean => cell.rowSpan > 1 && rowsOf(cell).some((row) => {
    const others = cells.filter((other) => other !== cell && rowsOf(other).includes(row))
    return others.length > 0 && others.every((other) => around.has(other))
  })
  return new Set(cells.filter((cell) => !around.has(cell) && isBeside(cell)))
}

/** Whether two cells have a part of an edge in common. */
function touches(a: FramedCell, b: FramedCell): boolean {
  const high = Math.min(a.row + a.rowSpan, b.row + b.rowSpan) - Math.max(a.row, b.row)
  const wide = Math.min(a.column + a.columnSpan, b.column + b.columnSpan) - Math.max(a.column, b.column)
  return (high > 0 && wide >= 0) || (wide > 0 && high >= 0)
}

/** Cells as groups that touch. */
function groupsOf(cells: readonly FramedCell[]): FramedCell[][] {
  const groups: FramedCell[][] = []
  for (const cell of cells) {
    const near = groups.filter((group) => group.some((other) => touches(cell, other)))
    for (const group of near) groups.splice(groups.indexOf(group), 1)
    groups.push([...near.flat(), cell])
  }
  return groups
}

/** Cells counted from the first of their own rows and columns, without the edges of other tables. */
function counted(cells: readonly FramedCell[]): FramedCell[] {
  const [rows, columns] = [new Set(cells.map(({ row }) => row)), new Set(cells.map(({ column }) => column))].map((starts) => [...starts].sort((a, b) => a - b)) as [number[], number[]]
  const before = (starts: readonly number[], place: number): number => starts.filter((start) => start < place).length
  return cells.map((cell) => {
    const [row, column] = [before(rows, cell.row), before(columns, cell.column)]
    return { ...cell, row, column, rowSpan: before(rows, cell.row + cell.rowSpan) - row, columnSpan: before(columns, cell.column + cell.columnSpan) - column }
  })
}

/** The cells of one table of a frame, and its first row among those of the frame. */
export interface FrameTable {
  readonly cells: readonly FramedCell[]
  readonly first: number
}

/** What a frame holds: one table, or several, from above, with the page's text between them, which stands in none; `menu`: what stands beside that text. */
export function partsInside(cells: readonly FramedCell[]): { readonly tables: readonly FrameTable[]; readonly menu: readonly Item[] } {
  const around = new Set(cells.filter(isOfPage))
  if (around.size === 0) return { tables: [{ cells, first: 0 }], menu: [] }
  const beside = cellsBeside(around, cells)
  const groups = groupsOf(cells.filter((cell) => !around.has(cell) && !beside.has(cell))).filter((group) => group.length > 1 && group.some(({ items }) => items.length > 0))
  const tables = groups.map((group) => ({ cells: counted(group), first: Math.min(...group.map(({ row }) => row)) })).sort((a, b) => a.first - b.first)
  return { tables, menu: [...beside].flatMap(({ items }) => items) }
}
