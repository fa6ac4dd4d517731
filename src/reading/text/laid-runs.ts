import { choices } from '../meaning/choices'
import type { TotalAt } from './column-order'
import type { RowLine } from './form-rows'
import type { Item } from '../page/geometry'
import type { LaidCell } from './laid-cells'
import type { Headings } from './laid-headings'

/** Numbers of a row that one space parts: they stand in columns next to each other, and only the first shows where. */
export interface Run {
  /** Its first cell among those of the row. */
  readonly first: number
  readonly count: number
  readonly x: number
  /** Characters of its first number. */
  readonly width: number
  /** It follows the row's label by one space: there is no room for a column between them. */
  readonly besideLabel: boolean
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
    else runs.push({ first, count: 1, x, width: cells[first]!.width, besideLabel: line?.labels.some(isBefore) ?? false })
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
  /** How badly it fits. */
  readonly cost: number
}

/** Where in a run's first number its column shows: at its left, in its middle, at its right. */
export const ALIGNMENTS = [0, 0.5, 1]
/** Runs of one column start no further apart. */
const SAME = 1
/** Where a stretch of rows is known they may start so far apart, and less far than columns do. */
export const WIDER: readonly number[] = [SAME, 2, 4]
const MOST_SPREAD = 0.7
const OFF_COST = 0.3
/** A number that stands beyond its column or before it. */
const BEYOND_COST = 1
/** A row that has no number in the column of the totals. */
const OPEN_COST = 0.5
/** Columns much wider or narrower than the others. */
const PITCH_COST = 1
/** No number in the first column: hardly any report has a natural person, or a total, in none of its rows. */
const FIRST_EMPTY_COST = 0.3
/** How far a column's numbers stand from its heading; headings further off say no more. */
const HEADING_COST = 0.5
const MOST_OFF = 5

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!

/** The cluster of runs that stand next to their label: a label moves them, and leaves no room for a column between. */
const FIRST = -1

/** Runs by where they start: the index of the cluster of each run of each row; null where two of one row start together. */
function clustered(rows: readonly RunRow[], alignment: number, same: number): { of: number[][]; at: number[]; off: number } | null {
  const key = ({ x, width }: Run): number => x + alignment * width
  const keys = rows.flatMap(({ runs }) => runs.filter(({ besideLabel }) => !besideLabel).map(key)).sort((a, b) => a - b)
  const groups: number[][] = []
  for (const each of keys) {
    if (groups.length > 0 && each - groups.at(-1)![0]! <= same) groups.at(-1)!.push(each)
    else groups.push([each])
  }
  const of = rows.map(({ runs }) => runs.map((run) => (run.besideLabel ? FIRST : groups.findLastIndex(([from]) => from! <= key(run)))))
  if (of.some((own) => new Set(own).size < own.length)) return null
  const at = groups.map(median)
  const spread = Math.max(0, ...groups.map((group) => group.at(-1)! - group[0]!))
  if (same > SAME && at.some((each, index) => index > 0 && spread > (each - at[index - 1]!) * MOST_SPREAD)) return null
  return { of, at, off: groups.reduce((sum, group, index) => sum + group.reduce((own, each) => own + Math.abs(each - at[index]!), 0), 0) }
}

/** The columns whose starts a row's numbers contradict: they stand in front of one on their right, or behind one on their left. */
function contradicted({ cells, runs }: RunRow, columns: readonly number[], left: ReadonlyMap<number, number>): number[] {
  return runs.flatMap(({ first, count }, at) =>
    cells.slice(first, first + count).flatMap(({ x, width }, index) => {
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

/** Every way in which rows stand in so many columns, the likeliest first: runs that start at the same place start in one column, and none beyond the last. `same`: how far apart runs of one column may start. */
export function waysOf(rows: readonly RunRow[], width: number, { pitches, headings, total }: Shown, same: readonly number[] = [SAME]): Way[] {
  const ways = ALIGNMENTS.flatMap((alignment) => same.map((apart) => ({ alignment, apart }))).flatMap(({ alignment, apart }): Way[] => {
    const found = clustered(rows, alignment, apart)
    if (!found || found.at.length > width) return []
    const { of, at, off } = found
    return choices(width, at.length).flatMap((places): Way[] => {
      const columns = of.map((own) => own.map((cluster) => (cluster === FIRST ? 0 : places[cluster]!)))
      const fits = rows.every(({ runs }, row) => runs.every(({ count }, index) => columns[row]![index]! + count <= (columns[row]![index + 1] ?? width)))
      if (!fits) return []
      const left = new Map<number, number>()
      rows.forEach(({ runs }, row) => runs.forEach(({ x, besideLabel }, index) => besideLabel || left.set(columns[row]![index]!, Math.min(x, left.get(columns[row]![index]!) ?? Infinity))))
      const starts = new Map(places.map((column, index) => [column, at[index]!]))
      const open = rows.filter(({ runs }, row) => (total === 'last' ? columns[row]!.at(-1)! + runs.at(-1)!.count < width : columns[row]![0] !== 0)).length
      const against = rows.map((row, index) => contradicted(row, columns[index]!, left))
      const cost = OFF_COST * off + OPEN_COST * open + BEYOND_COST * against.flat().length + PITCH_COST * unevenness([...starts], pitches) + (starts.has(0) ? 0 : FIRST_EMPTY_COST) + HEADING_COST * (headings ? offHeadings([...starts], alignment, headings) : 0)
      return [{ columns, starts, strained: strainedBy(columns, against), cost }]
    })
  })
  return ways.sort((a, b) => a.cost - b.cost)
}
