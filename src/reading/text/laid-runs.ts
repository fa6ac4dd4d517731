import { choices } from '../meaning/choices'
import { clustered, FIRST, LAST, median, metIn, SAME, type Clusters } from './laid-clusters'
import type { TotalAt } from './column-order'
import type { RowLine } from './form-rows'
import type { Item } from '../page/geometry'
import { addsUp, textOf, type LaidCell } from './laid-cells'
import type { Headings } from './laid-headings'

/** Numbers of a row that one space parts: they stand in columns next to each other, and only the first shows where. */
export interface Run {
  /** Its first cell among those of the row. */
  readonly first: number
  readonly count: number
  readonly x: number
  /** Characters of its first number. */
  readonly width: number
  /** It starts in the first column, as one space parts it from the row's label and leaves no room for another, or ends in the last; null where only its place shows it. */
  readonly edge: 'first' | 'last' | null
}

/** A row's cells from left to right, in runs. */
export interface RunRow {
  readonly page: number
  readonly cells: readonly LaidCell[]
  readonly runs: readonly Run[]
}

/** A row of which the lines are known, with its cells in runs. */
export function runRow(cells: readonly LaidCell[], lines: readonly RowLine[]): RunRow {
  const runs: Run[] = []
  cells.forEach(({ x, y, parts }, first) => {
    const line = parts.length === 1 ? lines.find((each) => each.y === y) : undefined
    const isBefore = (item: Item): boolean => item.x < x && item.x + item.width >= x - 1
    const last = runs.at(-1)
    if (last && line?.values.some(isBefore)) runs[runs.length - 1] = { ...last, count: last.count + 1 }
    else runs.push({ first, count: 1, x, width: cells[first]!.width, edge: line?.labels.some(isBefore) ? 'first' : null })
  })
  const numbered = lines.find(({ values }) => values.length > 0) ?? lines[0]!
  return { page: numbered.page, cells, runs }
}

/** Where each run of each row may start: a column for each cluster of places at which runs start. */
export interface Way {
  /** The column of each run of each row. */
  readonly columns: readonly (readonly number[])[]
  /** Where columns start, as far as runs show it. */
  readonly starts: ReadonlyMap<number, number>
  /** Whether numbers of a row stand where other rows show another column. */
  readonly strained: readonly boolean[]
  /** A number stands beside its column: others may as well, rather than it. */
  readonly loose: boolean
  /** How badly it fits. */
  readonly cost: number
}

/** Where in a run's first number its column shows: at its left, in its middle, at its right. */
export const ALIGNMENTS = [0, 0.5, 1]
/** Where a stretch of rows is known they may start so far apart, and less far than columns do. */
export const WIDER: readonly number[] = [SAME, 2, 4]
const OFF_COST = 0.3
/** A number that stands beyond its column or before it. */
const BEYOND_COST = 1
/** A row that has no number in the column of the totals. */
const OPEN_COST = 0.5
/** Columns much wider or narrower than the others. */
const PITCH_COST = 1
/** No number in the first column: hardly any report has a natural person, or a total, in none of its rows. */
const FIRST_EMPTY_COST = 0.3
/** The less likely the more rows there are, and the more columns these fill. */
const SURELY_EMPTY_COST = 2
const LEAST_FILLING = { rows: 6, columns: 3 }
/** How far a column's numbers stand from its heading; headings further off say no more. */
const HEADING_COST = 0.5
const MOST_OFF = 5

/** The columns whose starts a row's numbers contradict: they stand in front of one on their right, or behind one on their left. */
function contradicted({ cells, runs }: RunRow, columns: readonly number[], left: ReadonlyMap<number, number>): number[] {
  return runs.flatMap(({ first, count, edge }, at) =>
    (edge === 'last' ? [] : cells.slice(first, first + count)).flatMap(({ x, width }, index) => {
      const column = columns[at]! + index
      return [...left].flatMap(([other, start]) => ((other > column ? x + width > start : other < column ? x <= start : index > 0 && x > start + SAME) ? [other] : []))
    }),
  )
}

/** Whether rows contradict others, or start in a column that as many rows contradict as start in it. */
function strainedBy(columns: readonly (readonly number[])[], against: readonly (readonly number[])[]): boolean[] {
  const isDoubted = (column: number): boolean => against.filter((own) => own.includes(column)).length >= columns.filter((own) => own.includes(column)).length
  return columns.map((own, row) => against[row]!.length > 0 || own.some(isDoubted))
}

/** How uneven columns are. */
export function unevenness(starts: readonly (readonly [column: number, start: number])[], pitches: readonly number[] | null): number {
  const wide = (from: number, to: number): number => (pitches ? pitches.slice(from, to).reduce((sum, each) => sum + each, 0) : to - from)
  const parts = starts.slice(1).map(([column, start], at) => (start - starts[at]![1]) / wide(starts[at]![0], column))
  if (parts.length < 2) return 0
  const middle = median(parts)
  return parts.reduce((sum, part) => sum + Math.abs(Math.log(part / middle)), 0)
}

/** Where the numbers of a column may stand by its heading; one whose heading was not found stands between those of its neighbours. */
function boundsOf(headings: Headings, column: number, alignment: number): [from: number, to: number] {
  const placeOf = (heading: Headings[number] | undefined, other: number): number => (heading ? heading.x + alignment * heading.width : other)
  const isFound = (heading: Headings[number]): boolean => heading !== null
  const [before, behind] = headings[column] ? [headings[column], headings[column]] : [headings.slice(0, column).findLast(isFound), headings.slice(column + 1).find(isFound)]
  return [placeOf(before, -Infinity), placeOf(behind, Infinity)]
}

/** How far the numbers of columns stand from the headings of these. */
function offHeadings(starts: readonly (readonly [column: number, start: number])[], alignment: number, headings: Headings): number {
  return starts.reduce((sum, [column, start]) => {
    const [from, to] = boundsOf(headings, column, alignment)
    return sum + Math.min(Math.max(from - start, start - to, 0), MOST_OFF)
  }, 0)
}

/** What else shows where columns stand: how wide they are elsewhere in the document, the headings of the page, and where its totals are. */
export interface Shown {
  readonly pitches: readonly number[] | null
  readonly headings: Headings | null
  readonly total: TotalAt
}

/** So large a share of rows with more than one number add up where their totals are filled in. */
const MOSTLY = 0.8

/** Rows whose last number is the sum of the others with it in the last column, wherever it stands; null where rows mostly have no such number. */
function withTotalsLast(rows: readonly RunRow[]): RunRow[] | null {
  const several = rows.filter(({ cells }) => cells.length > 1)
  const adding = new Set(several.filter(({ cells }) => addsUp(cells) === true && cells.some((cell) => /[1-9]/.test(textOf(cell)))))
  if (adding.size === 0 || adding.size < several.length * MOSTLY) return null
  return rows.map((row) => (adding.has(row) ? { ...row, runs: row.runs.map((run, at): Run => (at === row.runs.length - 1 && run.edge === null ? { ...run, edge: 'last' } : run)) } : row))
}

/** Every way in which rows stand in so many columns, the likeliest first: runs that start at the same place start in one column, and none beyond the last. Where places part totals from the last column, ways in which sums put them there are among these. `same`: how far apart runs of one column may start. */
export function waysOf(rows: readonly RunRow[], width: number, shown: Shown, same: readonly number[] = [SAME]): Way[] {
  const sorted = (ways: readonly Way[]): Way[] => [...ways].sort((a, b) => a.cost - b.cost)
  const byPlaces = sorted(waysBy(rows, width, shown, same))
  const closing = shown.total === 'last' ? withTotalsLast(rows) : null
  const isParted = ({ columns }: Way): boolean => closing!.some(({ runs }, row) => runs.at(-1)?.edge === 'last' && columns[row]!.at(-1)! + runs.at(-1)!.count < width)
  return closing && byPlaces[0] && isParted(byPlaces[0]) ? sorted([...byPlaces, ...waysBy(closing, width, shown, same)]) : byPlaces
}

/** A run that no other row bears out stands where it does by chance: so many rows show it, and so much worse is a way that says so. */
const LEAST_ROWS = 6
const LOOSE_COST = 2
/** How wide columns are at least. */
const LEAST_PITCH = 4

/** A run that is left out of what shows the columns. */
interface Loose {
  readonly row: number
  readonly run: number
  readonly cluster: number
}

/** Runs that alone start where they do, each of which may stand beside its column; and none. */
function looseOf(rows: readonly RunRow[], { of, at }: Clusters): (Loose | null)[] {
  if (rows.length < LEAST_ROWS) return [null]
  const all = of.flatMap((own, row) => own.map((cluster, run) => ({ row, run, cluster })))
  const alone = at.flatMap((_, cluster) => {
    const own = all.filter((each) => each.cluster === cluster)
    return own.length === 1 && rows[own[0]!.row]!.cells.length > 1 ? own : []
  })
  return [null, ...alone]
}

/** Where a column starts, between those whose places are shown. */
function startOf(column: number, starts: ReadonlyMap<number, number>): number {
  const known = [...starts].sort(([a], [b]) => a - b)
  const [before, behind] = [known.findLast(([each]) => each <= column), known.find(([each]) => each >= column)]
  if (!before || !behind) return before || behind ? (before ?? behind)![1] + LEAST_PITCH * (column - (before ?? behind)![0]) : 0
  return before[0] === behind[0] ? before[1] : before[1] + ((behind[1] - before[1]) * (column - before[0])) / (behind[0] - before[0])
}

/** The column, among those that the runs beside it leave, that is nearest to where a run starts; undefined where they leave none. */
function nearestColumn({ x, count }: Run, from: number, to: number, starts: ReadonlyMap<number, number>): number | undefined {
  const free = Array.from({ length: Math.max(0, to - count - from + 1) }, (_, at) => from + at)
  const off = (column: number): number => Math.abs(startOf(column, starts) - x)
  return free.sort((a, b) => off(a) - off(b))[0]
}

function waysBy(rows: readonly RunRow[], width: number, shown: Shown, same: readonly number[]): Way[] {
  return ALIGNMENTS.flatMap((alignment) => same.map((apart) => ({ alignment, apart }))).flatMap(({ alignment, apart }): Way[] => {
    const found = clustered(rows, alignment, apart)
    const own = !found ? [] : same.length > 1 ? [found, ...metIn(found)] : [found]
    return own.flatMap((each) => looseOf(rows, each).flatMap((loose) => waysIn(rows, width, shown, alignment, each, loose)))
  })
}

/** The ways in which clusters of runs may be columns, one run left out of them or none. */
function waysIn(rows: readonly RunRow[], width: number, { pitches, headings, total }: Shown, alignment: number, { of, at: all, off, last }: Clusters, loose: Loose | null): Way[] {
  const kept = [...all.keys()].filter((cluster) => cluster !== loose?.cluster)
  const at = kept.map((cluster) => all[cluster]!)
  if (at.length > width) return []
  return choices(width, at.length).flatMap((places): Way[] => {
    const columns = of.map((own, row) => own.map((cluster, index) => (cluster === FIRST ? 0 : cluster === LAST ? width - rows[row]!.runs[index]!.count : places[kept.indexOf(cluster)]!)))
    const isLoose = (row: number, index: number): boolean => loose?.row === row && loose.run === index
    const starts = new Map([...places.map((column, index) => [column, at[index]!] as const), ...(last === null || places.includes(width - 1) ? [] : [[width - 1, last] as const])])
    if (loose) {
      const [own, runs] = [columns[loose.row]!, rows[loose.row]!.runs]
      const column = nearestColumn(runs[loose.run]!, loose.run === 0 ? 0 : own[loose.run - 1]! + runs[loose.run - 1]!.count, own[loose.run + 1] ?? width, starts)
      if (column === undefined) return []
      own[loose.run] = column
    }
    const fits = rows.every(({ runs }, row) => runs.every(({ count }, index) => columns[row]![index]! + count <= (columns[row]![index + 1] ?? width)))
    const isBeyond = last !== null && places.some((column, index) => column < width - 1 && at[index]! >= last)
    if (!fits || isBeyond) return []
    const left = new Map<number, number>()
    rows.forEach(({ runs }, row) => runs.forEach(({ x, edge }, index) => edge || isLoose(row, index) || left.set(columns[row]![index]!, Math.min(x, left.get(columns[row]![index]!) ?? Infinity))))
    const open = rows.filter(({ runs }, row) => (total === 'last' ? columns[row]!.at(-1)! + runs.at(-1)!.count < width : columns[row]![0] !== 0)).length
    const against = rows.map((row, index) => (loose?.row === index ? [] : contradicted(row, columns[index]!, left)))
    const cost = OFF_COST * off + OPEN_COST * open + BEYOND_COST * against.flat().length + PITCH_COST * unevenness([...starts], pitches) + (starts.has(0) ? 0 : rows.length >= LEAST_FILLING.rows && starts.size >= LEAST_FILLING.columns ? SURELY_EMPTY_COST : FIRST_EMPTY_COST) + HEADING_COST * (headings ? offHeadings([...starts], alignment, headings) : 0) + (loose ? LOOSE_COST : 0)
    return [{ columns, starts, strained: strainedBy(columns, against).map((own, row) => own || loose?.row === row), loose: loose !== null, cost }]
  })
}
