import type { Told } from '../document'
import { waysOf, type RunRow, type Way } from './laid-runs'

/** The column of each cell of a row. */
export interface PlacedRow {
  readonly columns: readonly number[]
  /** Where places left several. */
  readonly told: Told | undefined
}

/** Rows that stand in the same columns, and the ways in which they may. */
interface Stretch {
  readonly rows: number[]
  ways: readonly Way[]
}

/** Another way so much worse is none; where a column has no number at all, its place is less sure. */
const CLEAR = 1.5
const CLEAR_OF_EMPTY = 5
/** No more ways are tried by sums. */
const MOST_WAYS = 12

/** Whether numbers only follow each other, everywhere by as much: where they stand shows no columns. */
function onlyFollow(rows: readonly RunRow[]): boolean {
  const gaps = rows.flatMap(({ cells }) => cells.slice(1).map(({ x }, at) => x - cells[at]!.x - cells[at]!.width))
  return gaps.every((gap) => gap === gaps[0])
}

/** Rows of a page put together as far as they can stand in the same columns: a page may have them moved in a part of it. */
function stretchesOf(rows: readonly RunRow[], width: number): Stretch[] {
  const stretches: Stretch[] = []
  rows.forEach((row, at) => {
    if (row.cells.length === 0) return
    const joined = stretches
      .filter((each) => rows[each.rows[0]!]!.page === row.page)
      .map((stretch) => ({ stretch, ways: waysOf([...stretch.rows.map((each) => rows[each]!), row], width) }))
      .filter(({ ways }) => ways.length > 0)
      .sort((a, b) => a.ways[0]!.cost - a.stretch.ways[0]!.cost - (b.ways[0]!.cost - b.stretch.ways[0]!.cost))[0]
    if (joined) {
      joined.stretch.rows.push(at)
      joined.stretch.ways = joined.ways
      return
    }
    stretches.push({ rows: [at], ways: waysOf([row], width) })
  })
  return stretches
}

/** How wide columns are by the way that is clearest; null where none shows all of them. */
function pitchesOf(stretches: readonly Stretch[], width: number): number[] | null {
  const full = stretches.filter(({ ways }) => ways[0]?.starts.size === width).sort((a, b) => b.rows.length - a.rows.length)[0]
  const starts = full && [...full.ways[0]!.starts.values()]
  return starts ? starts.slice(1).map((start, at) => start - starts[at]!) : null
}

const cellsIn = (row: RunRow, columns: readonly number[]): number[] => row.runs.flatMap(({ count }, at) => Array.from({ length: count }, (_, index) => columns[at]! + index))

/** The ways that are about as good as the best, each once. */
function likely(ways: readonly Way[], rows: readonly RunRow[], width: number): Way[] {
  const [best] = ways
  if (!best) return []
  const filled = new Set(rows.flatMap((row, at) => cellsIn(row, best.columns[at]!)))
  const clear = filled.size === width ? CLEAR : CLEAR_OF_EMPTY
  const kept: Way[] = []
  for (const way of ways) if (way.cost - best.cost < clear && kept.length < MOST_WAYS && !kept.some(({ columns }) => JSON.stringify(columns) === JSON.stringify(way.columns))) kept.push(way)
  return kept
}

/**
 * The columns of the cells of rows laid out in text, told by the places at which runs of numbers start, all rows of a page together.
 * `failing`: how many of the form's sums fail with cells so placed; they tell between ways that places leave open. Null for a row that
 * cannot stand in so many columns.
 */
export function placedRows(rows: readonly RunRow[], width: number, failing: (columns: readonly (readonly number[] | null)[]) => number): (PlacedRow | null)[] {
  if (onlyFollow(rows)) return rows.map(() => null)
  const stretches = stretchesOf(rows, width)
  const pitches = pitchesOf(stretches, width)
  const open = stretches.map(({ rows: own }) => {
    const of = own.map((each) => rows[each]!)
    return likely(waysOf(of, width, pitches), of, width)
  })
  const columns: (readonly number[] | null)[] = rows.map(() => null)
  const put = (at: number, way: Way): void => stretches[at]!.rows.forEach((row, index) => (columns[row] = cellsIn(rows[row]!, way.columns[index]!)))
  open.forEach((ways, at) => ways[0] && put(at, ways[0]))
  const told = new Map<number, Told>()
  open.forEach((ways, at) => {
    if (ways.length === 0) return
    const fails = ways.map((way) => {
      put(at, way)
      return failing(columns)
    })
    const least = Math.min(...fails)
    const best = ways[fails.indexOf(least)]!
    put(at, best)
    // Where sums fail in any case they may tell the wrong way.
    const only = least === 0 && fails.filter((each) => each === least).length === 1
    stretches[at]!.rows.forEach((row, index) => {
      const differing = ways.some((way) => JSON.stringify(way.columns[index]) !== JSON.stringify(best.columns[index]))
      if (differing) told.set(row, only ? 'sums' : 'likely')
      else if (best.strained[index] && rows[row]!.cells.length < width) told.set(row, 'likely')
    })
  })
  return columns.map((own, row) => own && { columns: own, told: told.get(row) })
}
