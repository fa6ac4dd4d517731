import type { Told } from '../document'
import type { TotalAt } from './column-order'
import { textOf } from './laid-cells'
import type { Headings } from './laid-headings'
import { waysOf, WIDER, type RunRow, type Way } from './laid-runs'

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
/** So many rows have a total in one of them: no sum fails where totals are blank, which speaks for no way. */
const LEAST_CLOSING = 3
/** No more ways are tried by sums. */
const MOST_WAYS = 12

/** Spaces that may part cells, wherever their columns stand. */
const WIDEST_SEPARATOR = 4

/** Whether numbers only follow each other, everywhere by as much: where they stand shows no columns. */
function onlyFollow(rows: readonly RunRow[]): boolean {
  const gaps = rows.flatMap(({ cells }) => cells.slice(1).map(({ x }, at) => x - cells[at]!.x - cells[at]!.width))
  return gaps.every((gap) => gap === gaps[0] && gap <= WIDEST_SEPARATOR)
}

/** A row that costs so much more with others than alone does not stand in their columns. */
const MOST_JOINING = 4

/** Rows of a page put together as far as they can stand in the same columns: a page may have them moved in a part of it. */
function stretchesOf(rows: readonly RunRow[], width: number, headings: ReadonlyMap<number, Headings>, total: TotalAt): Stretch[] {
  const stretches: Stretch[] = []
  rows.forEach((row, at) => {
    if (row.cells.length === 0) return
    const shown = { pitches: null, headings: headings.get(row.page) ?? null, total }
    const alone = waysOf([row], width, shown)
    const joined = stretches
      .filter((each) => rows[each.rows[0]!]!.page === row.page)
      .map((stretch) => ({ stretch, ways: waysOf([...stretch.rows.map((each) => rows[each]!), row], width, shown) }))
      .filter(({ ways }) => ways.length > 0)
      .map((each) => ({ ...each, more: each.ways[0]!.cost - each.stretch.ways[0]!.cost }))
      .sort((a, b) => a.more - b.more)[0]
    if (joined && joined.more < (alone[0]?.cost ?? Infinity) + MOST_JOINING) {
      joined.stretch.rows.push(at)
      joined.stretch.ways = joined.ways
      return
    }
    stretches.push({ rows: [at], ways: alone })
  })
  return stretches
}

/** A way that costs each row so much shows no widths. */
const MOST_ROW_COST = 1

/** How wide columns are by the way that is clearest; null where none shows all of them. */
function pitchesOf(stretches: readonly Stretch[], width: number): number[] | null {
  const full = stretches.filter(({ rows, ways: [best] }) => best?.starts.size === width && best.cost < rows.length * MOST_ROW_COST).sort((a, b) => b.rows.length - a.rows.length)[0]
  const starts = full && [...full.ways[0]!.starts.values()]
  return starts ? starts.slice(1).map((start, at) => start - starts[at]!) : null
}

/** Whether a row's first number touches its name, which is so long that it may have moved it there from another column, and is none that sums would miss. */
const isPushed = ({ cells, runs }: RunRow): boolean => runs[0]?.edge === 'first' && !/[1-9１-９]/.test(textOf(cells[0]!))

const cellsIn = (row: RunRow, columns: readonly number[]): number[] => row.runs.flatMap(({ count }, at) => Array.from({ length: count }, (_, index) => columns[at]! + index))

/** Ways, each once: those about as good as the best, and the next after them. */
interface Likely {
  readonly near: readonly Way[]
  readonly far: readonly Way[]
}

function likely(all: readonly Way[], rows: readonly RunRow[], width: number, total: TotalAt): Likely {
  const closing = rows.length < LEAST_CLOSING ? [] : all.filter(({ columns }) => rows.some((row, at) => cellsIn(row, columns[at]!).at(total === 'last' ? -1 : 0) === (total === 'last' ? width - 1 : 0)))
  const ways = closing.length > 0 ? closing : all
  const [best] = ways
  if (!best) return { near: [], far: [] }
  const filled = new Set(rows.flatMap((row, at) => cellsIn(row, best.columns[at]!)))
  const clear = filled.size === width ? CLEAR : CLEAR_OF_EMPTY
  const kept = new Map<string, Way>()
  for (const way of ways) if (kept.size < MOST_WAYS && !kept.has(JSON.stringify(way.columns))) kept.set(JSON.stringify(way.columns), way)
  const [near, far] = [true, false].map((isNear) => [...kept.values()].filter(({ cost }) => cost - best.cost < clear === isNear))
  return { near: near!, far: far! }
}

/** What the form's sums say of cells put in columns. */
export interface Sums {
  /** Those that do not hold. */
  readonly failing: (columns: readonly (readonly number[] | null)[]) => readonly string[]
  /** Whether all of them hold in which the numbers of a row take part column by column, and so bear each of its numbers out. */
  readonly confirm: (columns: readonly (readonly number[] | null)[], row: number) => boolean
}

/** A way, and what the sums say of it. */
interface Tried {
  readonly way: Way
  readonly failing: readonly string[]
  readonly confirmed: readonly boolean[]
}

const fewestFailing = (tried: readonly Tried[]): Tried => tried.reduce((first, each) => (each.failing.length < first.failing.length ? each : first))

/** Sums that fail in either way may be the report's own errors; one that fails in this way alone speaks against it. */
const refutes = ({ failing }: Tried, other: Tried): boolean => other.failing.length > failing.length && failing.every((sum) => other.failing.includes(sum))

/**
 * The columns of the cells of rows laid out in text, told by the places at which runs of numbers start, all rows of a page together, and
 * by the headings above them; `total`: which of them has the totals. The form's sums tell between ways that places leave open. Null for a row that cannot stand in so many columns.
 */
export function placedRows(rows: readonly RunRow[], width: number, headings: ReadonlyMap<number, Headings>, total: TotalAt, sums: Sums): (PlacedRow | null)[] {
  if (onlyFollow(rows)) return rows.map(() => null)
  const stretches = stretchesOf(rows, width, headings, total)
  const pitches = pitchesOf(stretches, width)
  const open = stretches.map(({ rows: own }) => {
    const of = own.map((each) => rows[each]!)
    return likely(waysOf(of, width, { pitches, headings: headings.get(of[0]!.page) ?? null, total }, WIDER), of, width, total)
  })
  const columns: (readonly number[] | null)[] = rows.map(() => null)
  const put = (at: number, way: Way): void => stretches[at]!.rows.forEach((row, index) => (columns[row] = cellsIn(rows[row]!, way.columns[index]!)))
  const told = new Map<number, Told>()
  // Those that stand under headings first, then the longest: sums over rows of others tell only once these have their columns.
  const isHeaded = (at: number): number => (headings.has(rows[stretches[at]!.rows[0]!]!.page) ? 1 : 0)
  const order = [...stretches.keys()].sort((a, b) => isHeaded(b) - isHeaded(a) || stretches[b]!.rows.length - stretches[a]!.rows.length)
  for (const at of order) {
    const own = stretches[at]!.rows
    const tryOut = (way: Way): Tried => {
      put(at, way)
      return { way, failing: sums.failing(columns), confirmed: own.map((row) => sums.confirm(columns, row)) }
    }
    const { near, far } = open[at]!
    if (near.length === 0) continue
    const nearest = near.map(tryOut)
    const first = fewestFailing(nearest)
    // Where sums speak against all that is near, they may for what is further.
    const better = first.failing.length === 0 ? [] : far.map(tryOut).filter((each) => refutes(each, first))
    const tried = [...nearest, ...better]
    const best = fewestFailing(tried)
    put(at, best.way)
    own.forEach((row, index) => {
      const others = tried.filter(({ way }) => JSON.stringify(way.columns[index]) !== JSON.stringify(best.way.columns[index]))
      const alone = best.confirmed[index] === true && others.every(({ confirmed }) => !confirmed[index])
      if (others.length > 0) told.set(row, alone || others.every((other) => refutes(best, other)) ? 'sums' : 'likely')
      else if ((best.way.strained[index] || isPushed(rows[row]!)) && rows[row]!.cells.length < width) told.set(row, best.confirmed[index] ? 'sums' : 'likely')
    })
  }
  return columns.map((own, row) => own && { columns: own, told: told.get(row) })
}
