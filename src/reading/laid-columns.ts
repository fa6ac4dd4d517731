import { textOf, type LaidCell } from './laid-cells'

/** The cells of a row, with the page and line on which it stands. */
export interface PlacedCells {
  readonly page: number
  readonly y: number
  readonly cells: readonly LaidCell[]
}

/** Where the numbers of a column stand. */
export interface Column {
  readonly left: number
  readonly right: number
}

const NEAR_ROWS = 4
/** So far a row's numbers may stand beside their columns, all moved together. */
const MOST_SHIFT = 4

/** So many cells one below the other show a column. */
const LEAST_STACKED = 3

/** Where cells stand one below the other, from left to right; none where some stand too much alone to tell. */
function stacked(rows: readonly PlacedCells[]): Column[] {
  const columns: (Column & { readonly count: number })[] = []
  for (const { x, width } of rows.flatMap(({ cells }) => cells).sort((a, b) => a.x - b.x)) {
    const last = columns.at(-1)
    if (last && x < last.right) columns[columns.length - 1] = { left: last.left, right: Math.max(last.right, x + width), count: last.count + 1 }
    else columns.push({ left: x, right: x + width, count: 1 })
  }
  return columns.every(({ count }) => count >= LEAST_STACKED) ? columns : []
}

/** Whether rows stand in columns: where their cells only follow each other, the second of one is over the third of the next, and those behind a short label before the first column. */
const stand = (rows: readonly PlacedCells[], columns: readonly Column[]): boolean =>
  columns.every(({ left }, at) => at === 0 || left >= columns[at - 1]!.right) && rows.every(({ cells }) => cells.every(({ x, width }) => columns.some(({ left, right }) => x < right + MOST_SHIFT && left < x + width + MOST_SHIFT)))

/** The columns on a row's page: of the full rows next to it, else of all rows where their cells make just so many; none where they do not. */
export function columnsBy({ page, y }: PlacedCells, rows: readonly PlacedCells[], width: number): Column[] {
  const own = rows.filter((row) => row.page === page)
  const near = own
    .filter(({ cells }) => cells.length === width)
    .sort((a, b) => Math.abs(a.y - y) - Math.abs(b.y - y))
    .slice(0, NEAR_ROWS)
    .map(({ cells }) => cells)
  if (near[0]) {
    const columns = near[0].map((_, at) => ({ left: Math.min(...near.map((cells) => cells[at]!.x)), right: Math.max(...near.map((cells) => cells[at]!.x + cells[at]!.width)) }))
    return stand(own, columns) ? columns : []
  }
  const columns = stacked(own)
  return columns.length === width ? columns : []
}

/** Every way to choose so many of the columns, in their order. */
function choices(columns: number, count: number, from = 0): number[][] {
  if (count === 0) return [[]]
  return Array.from({ length: Math.max(0, columns - from - count + 1) }, (_, at) => from + at).flatMap((place) => choices(columns, count - 1, place + 1).map((rest) => [place, ...rest]))
}

const SHIFT_COST = 0.6
const OFF_CENTRE_COST = 0.3
/** By so much a way to place numbers must be better than the next, and by so much where all are zeros, which no sum can check. */
const LEAST_MARGIN = 2.5
const LEAST_ZEROS_MARGIN = 3

/** How far cells stand from the columns chosen for them, all of them moved together at a price. */
function costOf(cells: readonly LaidCell[], columns: readonly Column[], places: readonly number[]): number {
  const shifted = (shift: number): number =>
    cells.reduce((sum, { x, width }, at) => {
      const { left, right } = columns[places[at]!]!
      const [from, to] = [x + shift, x + shift + width]
      const narrow = Math.min(width, right - left)
      return sum + Math.max(0, left - to + narrow, from - right + narrow) + OFF_CENTRE_COST * Math.abs((from + to) / 2 - (left + right) / 2)
    }, Math.abs(shift) * SHIFT_COST)
  return Math.min(...Array.from({ length: 2 * MOST_SHIFT + 1 }, (_, at) => shifted(at - MOST_SHIFT)))
}

/** The column of each cell of a row, by where it stands; null where two ways are about as good, or columns are not known. */
export function placesOf(cells: readonly LaidCell[], columns: readonly Column[]): readonly number[] | null {
  if (cells.length > columns.length) return null
  const ways = choices(columns.length, cells.length)
    .map((places) => ({ places, cost: costOf(cells, columns, places) }))
    .sort((a, b) => a.cost - b.cost)
  const margin = cells.some((cell) => /[1-9]/.test(textOf(cell))) ? LEAST_MARGIN : LEAST_ZEROS_MARGIN
  return ways.length === 1 || ways[1]!.cost - ways[0]!.cost >= margin ? ways[0]!.places : null
}
