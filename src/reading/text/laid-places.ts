import type { Told } from '../document'
import type { TotalAt } from './column-order'
import { textOf } from './laid-cells'
import type { Headings } from './laid-headings'
import { waysOf, WIDER, type RunRow, type Way } from './laid-runs'
import { divided, isPartial, othersOf, pitchesFor, stretchesOf, type Shape, type Stretch } from './laid-stretches'

/** The column of each cell of a row. */
export interface PlacedRow {
  readonly columns: readonly number[]
  /** Where places left several. */
  readonly told: Told | undefined
}

/** Another way so much worse is none; where a column has no number at all, its place is less sure. */
const CLEAR = 1.5
const CLEAR_OF_EMPTY = 5
/** Where even the best way fits so badly, columns that are empty may be those of numbers beside them, and no sum says otherwise. */
const MOST_COST = 5
/** So many rows have a total in one of them: no sum fails where totals are blank, which speaks for no way. */
const LEAST_CLOSING = 3
/** So many sums that fail, of rows with so many numbers, show that no column has totals. */
const LEAST_WITHOUT = 6
const LEAST_PARTS = 3
/** No more ways are tried by sums. */
const MOST_WAYS = 12

/** Spaces that may part cells, wherever their columns stand. */
const WIDEST_SEPARATOR = 4

/** Whether numbers only follow each other, everywhere by as much: where they stand shows no columns. Less than a row of them says nothing of it. */
function onlyFollow(rows: readonly RunRow[], width: number): boolean {
  const gaps = rows.flatMap(({ cells }) => cells.slice(1).map(({ x }, at) => x - cells[at]!.x - cells[at]!.width))
  return gaps.length >= width - 1 && gaps.every((gap) => gap === gaps[0] && gap <= WIDEST_SEPARATOR)
}

/** Whether a row's first number touches its name, which is so long that it may have moved it there from another column, and is none that sums would miss. */
const isPushed = ({ cells, runs }: RunRow): boolean => runs[0]?.edge === 'first' && !/[1-9１-９]/.test(textOf(cells[0]!))

const cellsIn = (row: RunRow, columns: readonly number[]): number[] => row.runs.flatMap(({ count }, at) => Array.from({ length: count }, (_, index) => columns[at]! + index))

/** Ways, each once: those about as good as the best, and the next after them. */
interface Likely {
  readonly near: readonly Way[]
  readonly far: readonly Way[]
  /** As good as those, and without a total in any row. */
  readonly open: readonly Way[]
  /** Without a total in any row, the best of all. */
  readonly without: readonly Way[]
}

function likely(all: readonly Way[], rows: readonly RunRow[], width: number, total: TotalAt): Likely {
  const closing = rows.length < LEAST_CLOSING ? [] : all.filter(({ columns }) => rows.some((row, at) => cellsIn(row, columns[at]!).at(total === 'last' ? -1 : 0) === (total === 'last' ? width - 1 : 0)))
  const ways = closing.length > 0 ? closing : all
  const [best] = ways
  if (!best) return { near: [], far: [], open: [], without: [] }
  const filled = new Set(rows.flatMap((row, at) => cellsIn(row, best.columns[at]!)))
  const clear = filled.size === width ? CLEAR : CLEAR_OF_EMPTY
  const kept = new Map<string, Way>()
  for (const way of ways) if (kept.size < MOST_WAYS && !kept.has(JSON.stringify(way.columns))) kept.set(JSON.stringify(way.columns), way)
  const [near, far] = [true, false].map((isNear) => [...kept.values()].filter(({ cost }) => cost - best.cost < clear === isNear))
  return { near: near!, far: far!, open: all.filter((way) => !ways.includes(way) && way.cost - best.cost < clear).slice(0, MOST_WAYS), without: closing.length > 0 ? all.filter((way) => !ways.includes(way)).slice(0, 1) : [] }
}

/** What the form's sums say of cells put in columns. */
export interface Sums {
  /** Those that do not hold. */
  readonly failing: (columns: readonly (readonly number[] | null)[]) => readonly string[]
  /** Whether all of them hold in which the numbers of a row take part column by column, and so bear each of its numbers out. */
  readonly confirm: (columns: readonly (readonly number[] | null)[], row: number) => boolean
}

/** A way for each stretch, and the sums that fail with them all. */
interface Tried {
  readonly ways: readonly Way[]
  readonly failing: readonly string[]
}

const costOf = (ways: readonly Way[]): number => ways.reduce((sum, { cost }) => sum + cost, 0)
const fewestFailing = (tried: readonly Tried[]): Tried => tried.reduce((first, each) => (each.failing.length - first.failing.length || costOf(each.ways) - costOf(first.ways)) < 0 ? each : first)

/** Sums that fail in either way may be the report's own errors; one that fails in this way alone speaks against it. */
const refutes = ({ failing }: Tried, other: Tried): boolean => other.failing.length > failing.length && failing.every((sum) => other.failing.includes(sum))

/** The ways of each stretch that are tried together: so many of the best that there are no more than these all together. */
const MOST_TOGETHER = 150

function together(near: readonly (readonly Way[])[]): Way[][] {
  const kept = near.map((ways) => [...ways])
  const count = (): number => kept.reduce((product, { length }) => product * length, 1)
  while (count() > MOST_TOGETHER) {
    const most = Math.max(...kept.map(({ length }) => length))
    kept.findLast(({ length }) => length === most)!.pop()
  }
  return kept.reduce<Way[][]>((all, ways) => all.flatMap((chosen) => ways.map((way) => [...chosen, way])), [[]])
}

/** From each column with numbers to each empty one that no other such column parts from it, that of the totals left out. */
function movesTo(columns: readonly (readonly number[] | null)[], width: number): { from: number; to: number }[] {
  const filled = new Set(columns.flatMap((own) => own ?? []))
  const all = Array.from({ length: width }, (_, column) => column)
  const isBetween = (a: number, b: number): boolean => all.some((column) => Math.min(a, b) < column && column < Math.max(a, b) && filled.has(column))
  return all.flatMap((from) => all.filter((to) => filled.has(from) && !filled.has(to) && !isBetween(from, to)).map((to) => ({ from, to })))
}

/** Whether another way for rows is the same but for one column, whose numbers stand in another one. */
const isMoved = (way: Way, other: Way, rows: readonly RunRow[], own: readonly number[], from: number, to: number): boolean =>
  own.every((row, index) => {
    const [columns, others] = [way, other].map(({ columns: each }) => cellsIn(rows[row]!, each[index]!))
    return columns!.every((column, at) => others![at] === (column === from ? to : column))
  })

/** Where each page shows its columns: in the rows that leave no cell out and that no name touches, which would move them, else in its headings. */
function shownOn(rows: readonly RunRow[], width: number, headings: ReadonlyMap<number, Headings>): ReadonlyMap<number, Headings> {
  const shown = new Map(headings)
  for (const page of new Set(rows.map((row) => row.page))) {
    const full = rows.filter((row) => row.page === page && row.cells.length === width && row.runs[0]?.edge === null)
    if (full.length > 0) shown.set(page, Array.from({ length: width }, (_, at) => ({ x: middleOf(full.map(({ cells }) => cells[at]!.x)), width: middleOf(full.map(({ cells }) => cells[at]!.width)) })))
  }
  return shown
}

const middleOf = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!

/** A stretch with its likely ways. */
interface Part extends Likely {
  readonly own: readonly number[]
  /** Others of its page leave cells out, too. */
  readonly isParted: boolean
}

/** Stretches with their likely ways, all that was tried of these, and the best of it. */
interface Choice {
  readonly parts: readonly Part[]
  readonly tried: readonly Tried[]
  readonly best: Tried
}

/** The columns of the cells of all rows where each part stands in one of its ways. */
function columnsIn(parts: readonly Part[], ways: readonly Way[], rows: readonly RunRow[]): (readonly number[] | null)[] {
  const columns: (readonly number[] | null)[] = rows.map(() => null)
  ways.forEach((way, at) => parts[at]!.own.forEach((row, index) => (columns[row] = cellsIn(rows[row]!, way.columns[index]!))))
  return columns
}

const instead = (ways: readonly Way[], at: number, way: Way): Way[] => ways.map((each, index) => (index === at ? way : each))

/** The ways of stretches in which the fewest sums fail. */
function chosen(stretches: readonly Stretch[], rows: readonly RunRow[], { width, headings, total }: Shape, sums: Sums): Choice {
  const parts = stretches.flatMap((stretch): Part[] => {
    const own = stretch.rows
    const of = own.map((each) => rows[each]!)
    const found = likely(waysOf(of, width, { pitches: pitchesFor(stretch, stretches, rows, width), headings: headings.get(of[0]!.page) ?? null, total }, WIDER), of, width, total)
    return found.near.length === 0 ? [] : [{ own, ...found, isParted: isPartial(stretch, rows, width) && othersOf(stretch, stretches, rows, width).length > 0 }]
  })
  const tryOut = (ways: readonly Way[]): Tried => ({ ways, failing: sums.failing(columnsIn(parts, ways, rows)) })
  const tried = together(parts.map(({ near }) => near)).map(tryOut)
  let best = fewestFailing(tried)
  parts.forEach(({ near, far }, at) => {
    tried.push(...near.map((way) => tryOut(instead(best.ways, at, way))))
    // Where sums speak against all that is near, they may for what is further.
    const better = best.failing.length === 0 ? [] : far.map((way) => tryOut(instead(best.ways, at, way))).filter((each) => refutes(each, best))
    tried.push(...better)
    best = fewestFailing([best, ...better])
  })
  // Sums hold as well where all numbers of a column stand in an empty one beside it, on all pages: what places leave open there, they leave open of all together.
  for (const { from, to } of movesTo(columnsIn(parts, best.ways, rows), width)) {
    const moved = best.ways.map((way, at) => (way.columns.some((own, index) => cellsIn(rows[parts[at]!.own[index]!]!, own).includes(from)) ? [...parts[at]!.near, ...parts[at]!.far].find((other) => isMoved(way, other, rows, parts[at]!.own, from, to)) : way))
    const isNear = moved.every((way, at) => way === best.ways[at] || (way !== undefined && parts[at]!.near.includes(way)))
    if (moved.every((way) => way !== undefined) && (isNear || costOf(moved) - costOf(best.ways) < CLEAR_OF_EMPTY)) tried.push(tryOut(moved))
  }
  best = fewestFailing([best, ...tried])
  // Where so many sums fail in every way, what stands last is no total: these are left blank.
  const areParts = rows.filter(({ cells }) => cells.length >= LEAST_PARTS).length > rows.length / 2
  const opened = best.failing.length < LEAST_WITHOUT || !areParts ? [] : [parts.map(({ without, near }) => without[0] ?? near[0]!)].map(tryOut).filter((each) => refutes(each, best))
  return { parts, tried: [...tried, ...opened], best: fewestFailing([best, ...opened]) }
}

/**
 * The columns of the cells of rows laid out in text, told by the places at which runs of numbers start, all rows of a page together, and
 * by the headings above them; `total`: which of them has the totals. The form's sums tell between ways that places leave open, for all
 * rows together: what they say of some rests on the columns of the others. Null for a row that cannot stand in so many columns.
 */
export function placedRows(rows: readonly RunRow[], width: number, named: ReadonlyMap<number, Headings>, total: TotalAt, sums: Sums): (PlacedRow | null)[] {
  if (onlyFollow(rows, width)) return rows.map(() => null)
  const shape: Shape = { width, headings: shownOn(rows, width, named), total }
  const stretches = stretchesOf(rows, shape)
  const whole = chosen(stretches, rows, shape, sums)
  // Where sums fail all rows of a page in the same columns, they may not where those below a line stand moved.
  const parted = whole.best.failing.length === 0 ? [] : divided(stretches, rows, shape).map((each) => chosen(each, rows, shape, sums)).filter(({ best }) => refutes(best, whole.best))
  const { parts, tried, best } = parted.reduce((first, each) => (fewestFailing([first.best, each.best]) === each.best ? each : first), whole)
  const columns = columnsIn(parts, best.ways, rows)
  const told = new Map<number, Told>()
  const closing = total === 'last' ? width - 1 : 0
  parts.forEach(({ own, near, open, isParted }, at) => {
    const all = [...tried, ...open.map((way): Tried => {
      const ways = instead(best.ways, at, way)
      return { ways, failing: sums.failing(columnsIn(parts, ways, rows)) }
    })]
    own.forEach((row, index) => {
      const others = all.filter(({ ways }) => JSON.stringify(ways[at]!.columns[index]) !== JSON.stringify(best.ways[at]!.columns[index]))
      const confirms = (each: Tried): boolean => sums.confirm(columnsIn(parts, each.ways, rows), row)
      // A total that is left blank fails in no sum: that speaks for nothing.
      const isOpen = !columns[row]!.includes(closing)
      const rivals = others.filter((other) => !refutes(best, other) || (isOpen && cellsIn(rows[row]!, other.ways[at]!.columns[index]!).includes(closing)))
      // Where sums fail anyhow, they are no proof against what places show.
      const isContested = best.failing.length > 0 && JSON.stringify(near[0]!.columns[index]) !== JSON.stringify(best.ways[at]!.columns[index])
      if (best.ways[at]!.cost > MOST_COST && rows[row]!.cells.length < width) told.set(row, 'likely')
      else if (others.length > 0) told.set(row, !isContested && (rivals.length === 0 || (confirms(best) && !rivals.some(confirms))) ? 'sums' : 'likely')
      else if ((best.ways[at]!.strained[index] || best.ways[at]!.loose || isParted || isPushed(rows[row]!)) && rows[row]!.cells.length < width) told.set(row, confirms(best) ? 'sums' : 'likely')
    })
  })
  return columns.map((own, row) => own && { columns: own, told: told.get(row) })
}
