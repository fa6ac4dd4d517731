import type { Place, TableBlock, TableCell, TableRow, Told } from '../document'
import { partsInside } from './around'
import { END } from './broken-numbers'
import { columnPlace, rowPlace } from './cell-places'
import { cellText, fills, isOneName, type FramedCell } from './cell-text'
import { centre, clusters, isNumber, linesOf, middle, TOUCH, type Item, type Ruling } from './geometry'
import { isOpenGrid } from './open-grids'
import { rulingsAbove, rulingsOfHeads, type Edges } from './unruled-heads'
import { namesOfRows } from '../meaning/crammed-rows'
import { isNumbered, tight } from '../meaning/words'

export interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** The rectangle that rulings span. */
export const boxOf = (rulings: readonly Ruling[]): Box => ({
  left: Math.min(...rulings.map(({ x1 }) => x1)),
  right: Math.max(...rulings.map(({ x2 }) => x2)),
  top: Math.min(...rulings.map(({ y1 }) => y1)),
  bottom: Math.max(...rulings.map(({ y2 }) => y2)),
})
const meets = (a: Ruling, b: Ruling): boolean => a.x1 <= b.x2 + TOUCH && b.x1 <= a.x2 + TOUCH && a.y1 <= b.y2 + TOUCH && b.y1 <= a.y2 + TOUCH
export const inside = (item: Item, { left, right, top, bottom }: Box): boolean => middle(item) >= left - 1 && middle(item) <= right + 1 && centre(item) >= top - 1 && centre(item) <= bottom + 1

/** Rulings that touch each other, as groups: each is the frame of a table. */
export function framesOf(rulings: readonly Ruling[]): Ruling[][] {
  const parent = rulings.map((_, at) => at)
  const root = (at: number): number => (parent[at] === at ? at : (parent[at] = root(parent[at]!)))
  const order = rulings.map((_, at) => at).sort((a, b) => rulings[a]!.y1 - rulings[b]!.y1)
  let open: number[] = []
  for (const at of order) {
    open = open.filter((other) => rulings[other]!.y2 + TOUCH >= rulings[at]!.y1)
    for (const other of open) if (root(other) !== root(at) && meets(rulings[at]!, rulings[other]!)) parent[root(other)] = root(at)
    open.push(at)
  }
  const groups = new Map<number, Ruling[]>()
  rulings.forEach((ruling, at) => groups.set(root(at), [...(groups.get(root(at)) ?? []), ruling]))
  return [...groups.values()]
}

const isFlat = ({ y1, y2 }: Ruling): boolean => y2 - y1 <= TOUCH

/** Whether rulings cover the stretch of a line at a place. */
const covered = (lines: readonly Ruling[], flat: boolean, at: number, from: number, to: number): boolean => {
  const target = (from + to) / 2
  return lines.some((line) => (flat ? Math.abs((line.y1 + line.y2) / 2 - at) <= TOUCH && line.x1 - TOUCH <= target && target <= line.x2 + TOUCH : Math.abs((line.x1 + line.x2) / 2 - at) <= TOUCH && line.y1 - TOUCH <= target && target <= line.y2 + TOUCH))
}

const isBetween = (item: Item, edges: readonly number[], at: number, of: (item: Item) => number = middle): boolean => of(item) >= edges[at]! && of(item) < edges[at + 1]!

/** Where rows lack the ruling between them: several lines of numbers, three or more and in the same columns, between two rulings. Numbers beside one name, or that fill their columns, go on in the next line. */
function missingRulings(xs: readonly number[], ys: readonly number[], items: readonly Item[]): number[] {
  return ys.slice(1).flatMap((bottom, at) => {
    const own = items.filter((item) => centre(item) > ys[at]! && centre(item) < bottom)
    const lines = linesOf(own.filter((item) => isNumber(item.text)))
    const column = (item: Item): number => xs.findLastIndex((x) => x <= middle(item))
    const columns = (line: readonly Item[]): string => line.map(column).join()
    if (lines.some((line) => line.length < 3 || columns(line) !== columns(lines[0]!))) return []
    const words = linesOf(own.filter((item) => !isNumber(item.text) && !END.test(tight(item.text)))).flat()
    const isFull = words.filter(({ text }) => isNumbered(text)).length < 2 && lines.slice(0, -1).every((line) => line.every((item) => fills(item, xs[column(item) + 1]! - xs[column(item)]!)))
    // A group's name, in the column before, may go on in the next line too.
    const inner = words.filter((item) => column(item) === Math.max(...words.map(column)))
    if (isFull || [words, inner].some((names) => isOneName(names.map(({ text }) => tight(text)).join('')))) return []
    return lines.slice(1).map((line, index) => (centre(lines[index]![0]!) + centre(line[0]!)) / 2)
  })
}

/** The edges that no ruling shows between rows whose names stand in one cell: as many as lines of numbers, and no other word in that column. Beside it may stand the name of their group. */
function cutsOfNamed(xs: readonly number[], ruled: readonly number[], cuts: readonly number[], items: readonly Item[]): number[] {
  return ruled.slice(1).flatMap((bottom, at) => {
    const own = cuts.filter((cut) => cut > ruled[at]! && cut < bottom)
    const words = linesOf(items.filter((item) => centre(item) > ruled[at]! && centre(item) < bottom && !isNumber(item.text))).flat()
    const column = ({ x }: Item): number => xs.findLastIndex((edge) => edge <= x + 1)
    const innermost = Math.max(...words.map(column))
    return [words, words.filter((item) => column(item) === innermost)].some((names) => namesOfRows(names.map(({ text }) => text).join(''), own.length + 1)) ? own : []
  })
}

/** Edges of rows without those less than a letter from another that goes over more columns: some programs draw the edges of neighbours apart. A row without text may be as low; both its edges go over as many. */
function withoutDoubles(ys: readonly number[], xs: readonly number[], flat: readonly Ruling[], height: number): number[] {
  const columnsAt = (y: number): number => xs.slice(1).filter((right, at) => covered(flat, true, y, xs[at]!, right)).length
  return ys.filter((y, at) => ![ys[at - 1], ys[at + 1]].some((other) => other !== undefined && Math.abs(other - y) < height && columnsAt(y) < columnsAt(other)))
}

/** A cell of the rulings' grid, in slots of a row each. */
interface Grid {
  readonly xs: readonly number[]
  readonly ys: readonly number[]
  /** Edges between rows that no ruling shows. */
  readonly cuts: readonly number[]
  /** Those of them that part numbers only: the names beside them stand in one cell, which names each. */
  readonly named: readonly number[]
}

const columnsOf = ({ xs }: Grid): number => xs.length - 1
const rowsOf = ({ ys }: Grid): number => ys.length - 1

/** The grid of a frame. Open sides: a table may have no line around it, or run over the page. */
function gridOfFrame(frame: readonly Ruling[], items: readonly Item[]): Grid {
  const { left, right, top, bottom } = boxOf(frame)
  const xs = clusters([...frame.filter((ruling) => !isFlat(ruling)).map(({ x1, x2 }) => (x1 + x2) / 2), left, right], TOUCH)
  const flat = frame.filter(isFlat)
  const ruled = withoutDoubles(clusters([...flat.map(({ y1, y2 }) => (y1 + y2) / 2), top, bottom], TOUCH), xs, flat, Math.min(...items.map(({ height }) => height)))
  const cuts = missingRulings(xs, ruled, items)
  return { xs, ys: [...ruled, ...cuts].sort((a, b) => a - b), cuts, named: cutsOfNamed(xs, ruled, cuts, items) }
}

/** A frame with the rulings that headings of its columns lack. */
function withRulings(frame: readonly Ruling[], own: readonly Item[], missing: (edges: Edges) => readonly Ruling[]): readonly Ruling[] {
  const { xs, ys } = gridOfFrame(frame, own)
  const upright = frame.filter((ruling) => !isFlat(ruling))
  const isParted = (column: number, row: number): boolean => covered(upright, false, xs[column]!, ys[row]!, ys[row + 1]!)
  const found = rowsOf({ xs, ys, cuts: [], named: [] }) < 1 ? [] : missing({ xs, ys, isParted })
  return found.length > 0 ? [...frame, ...found] : frame
}

/** A frame with the headings above it that no ruling is around. `items`: what stands on the page. */
export const withHeadsAbove = (frame: readonly Ruling[], items: readonly Item[]): readonly Ruling[] => {
  const own = items.filter((item) => inside(item, boxOf(frame)))
  return own.length > 0 ? withRulings(frame, own, (edges) => rulingsAbove(edges, items)) : frame
}

const nearest = (places: readonly number[], to: number): number => places.reduce((best, place) => (Math.abs(place - to) < Math.abs(best - to) ? place : best))

/** The first slot of the cell that each slot belongs to: slots without a ruling between them are one cell. */
function mergedSlots(frame: readonly Ruling[], grid: Grid, items: readonly Item[]): number[] {
  const { xs, ys, cuts, named } = grid
  const [rows, columns] = [rowsOf(grid), columnsOf(grid)]
  // Edges of tables that touch stand a little apart, and so from where the grid has them all.
  const onGrid = (ruling: Ruling): Ruling => {
    const x = nearest(xs, (ruling.x1 + ruling.x2) / 2)
    return { ...ruling, x1: x, x2: x }
  }
  const [flat, upright] = [frame.filter(isFlat), frame.filter((ruling) => !isFlat(ruling)).map(onGrid)]
  const owner: number[] = Array.from({ length: rows * columns }, (_, at) => at)
  const root = (at: number): number => (owner[at] === at ? at : root(owner[at]!))
  const join = (a: number, b: number): void => void (owner[Math.max(root(a), root(b))] = Math.min(root(a), root(b)))
  const holds = (row: number, column: number, numbers: boolean): boolean => items.some((item) => (!numbers || isNumber(item.text)) && isBetween(item, xs, column) && isBetween(item, ys, row, centre))
  owner.forEach((_, at) => {
    const [row, column] = [Math.floor(at / columns), at % columns]
    if (column + 1 < columns && !covered(upright, false, xs[column + 1]!, ys[row]!, ys[row + 1]!)) join(at, at + 1)
    const isNamed = named.includes(ys[row + 1]!)
    const cut = row + 1 < rows && cuts.includes(ys[row + 1]!) && holds(row, column, isNamed) && holds(row + 1, column, isNamed)
    if (row + 1 < rows && !cut && !covered(flat, true, ys[row + 1]!, xs[column]!, xs[column + 1]!)) join(at, at + columns)
  })
  return owner.map((_, at) => root(at))
}

/** The items of each cell, by its first slot. */
function itemsBySlot(grid: Grid, slots: readonly number[], items: readonly Item[]): Map<number, Item[]> {
  const held = new Map<number, Item[]>()
  const within = (edges: readonly number[], value: number): number => Math.min(Math.max(edges.findLastIndex((edge) => edge <= value + 0.5), 0), edges.length - 2)
  for (const item of items) {
    const at = slots[within(grid.ys, rowPlace(item, grid.ys, items)) * columnsOf(grid) + within(grid.xs, columnPlace(item, grid.xs, items))]!
    held.set(at, [...(held.get(at) ?? []), item])
  }
  return held
}

function cellAt(at: number, grid: Grid, slots: readonly number[], items: readonly Item[]): FramedCell {
  const columns = columnsOf(grid)
  const own = slots.flatMap((each, slot) => (each === at ? [slot] : []))
  const [rows, places] = [own.map((slot) => Math.floor(slot / columns)), own.map((slot) => slot % columns)]
  const [row, column] = [Math.min(...rows), Math.min(...places)]
  const width = grid.xs[Math.max(...places) + 1]! - grid.xs[column]!
  return { items, width, row, column, rowSpan: Math.max(...rows) - row + 1, columnSpan: Math.max(...places) - column + 1 }
}

/** Whether an edge of the row at a place is one that neither a ruling nor names show. */
function isBesideCut(place: number, { ys, cuts, named }: Grid): boolean {
  const at = ys.findLastIndex((y) => y <= place)
  return cuts.filter((cut) => !named.includes(cut)).some((cut) => cut === ys[at] || cut === ys[at + 1])
}

/** What a frame holds: tables, each with where it begins and what stands in it, and a menu beside them. */
export interface Framed {
  readonly tables: readonly { readonly table: TableBlock; readonly top: number; readonly items: readonly Item[] }[]
  readonly menu: readonly Item[]
}

/** The tables that a frame of rulings makes of the items inside it: one, or several with the page's text between them; none where it has but one column (a line around a table, with others between its rows), or leaves numbers together that are none. */
export function framedTables(drawn: readonly Ruling[], items: readonly Item[], place: Place): Framed {
  const frame = withRulings(drawn, items, (edges) => rulingsOfHeads(edges, items))
  const grid = gridOfFrame(frame, items)
  if (rowsOf(grid) < 1 || columnsOf(grid) < 2) return { tables: [], menu: [] }
  const slots = mergedSlots(frame, grid, items)
  const held = itemsBySlot(grid, slots, items)
  const { tables, menu } = partsInside([...new Set(slots)].map((at) => cellAt(at, grid, slots, held.get(at) ?? [])))
  const closed = tables.filter(({ cells }) => !isOpenGrid(cells, (y) => isBesideCut(y, grid)))
  const isCut = isCutOff(frame.filter((ruling) => !isFlat(ruling)), grid)
  return { tables: closed.map(({ cells, first }) => ({ table: { kind: 'table', place, rows: rowsWith(cells), ...(isCut ? { told: toldOfCut(cells) } : {}) }, top: grid.ys[first]!, items: cells.flatMap((cell) => cell.items) })), menu }
}

/** Whether rulings close all rows at their left and none at their right: the edge of the page may have cut off what stood there. */
function isCutOff(upright: readonly Ruling[], { xs, ys }: Grid): boolean {
  const closes = (x: number): boolean[] => ys.slice(1).map((bottom, row) => covered(upright, false, x, ys[row]!, bottom))
  return closes(xs[0]!).every((each) => each) && !closes(xs.at(-1)!).some((each) => each)
}

/** How the numbers of each row were told to their columns where the page's edge cuts the last of these: a blank cell there may have had one. */
function toldOfCut(cells: readonly FramedCell[]): (Told | undefined)[] {
  const width = Math.max(...cells.map(({ column, columnSpan }) => column + columnSpan))
  const blank = cells.filter(({ column, columnSpan, items }) => column + columnSpan === width && column > 0 && items.length === 0)
  return Array.from({ length: Math.max(...cells.map(({ row, rowSpan }) => row + rowSpan)) }, (_, at) => (blank.some(({ row, rowSpan }) => row <= at && at < row + rowSpan) ? 'likely' : undefined))
}

/** Cells in the slots that they cover. */
function rowsWith(cells: readonly FramedCell[]): TableRow[] {
  const [height, width] = [Math.max(...cells.map(({ row, rowSpan }) => row + rowSpan)), Math.max(...cells.map(({ column, columnSpan }) => column + columnSpan))]
  const rows: (TableCell | null)[][] = Array.from({ length: height }, () => Array.from({ length: width }, () => null))
  for (const framed of cells) {
    const { row, column, rowSpan, columnSpan } = framed
    const cell = { text: cellText(framed, cells), row, column, rowSpan, columnSpan }
    for (const slots of rows.slice(row, row + rowSpan)) slots.fill(cell, column, column + columnSpan)
  }
  return rows
}
