import type { Item } from './geometry'
import type { ValueRow } from './rows'
import { areOfApplicants, columnOf, columnsOf, FULL, OF_RESULTS, type Column } from './value-columns'

/** A number stands no further from where the others of its column do, in parts of the way to the next column. */
const OFF_COLUMN = 0.4
/** So many numbers show where a column's stand; the others stand as far from their headings as most. */
const LEAST_SHOWN = 2
/** What stands over several headings counts to the one whose middle is nearest: so little, that elsewhere the sides count. */
const FAR = 1000
/** Columns stand no nearer. */
const LEAST_STEP = 0.1
/** A way to set numbers that fits so little worse than the best, in the same measure, may be the right one. */
const AS_GOOD = 0.05

const left = ({ left: at }: Column): number => at
const right = ({ right: at }: Column): number => at
const centre = (column: Column): number => (column.left + column.right) / 2

/** How numbers, and what heads their column, may be set: both by the middle or at one side, or the numbers at a side under headings in the middle. */
const WAYS: readonly (readonly [(column: Column) => number, (column: Column) => number])[] = [
  [centre, centre],
  [left, left],
  [right, right],
  [left, centre],
  [right, centre],
]

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!
const nearest = (at: readonly number[], value: number): number => at.reduce((best, each, index) => (Math.abs(each - value) < Math.abs(at[best]! - value) ? index : best), 0)
const stepAt = (at: readonly number[], place: number): number => Math.min(...[at[place - 1], at[place + 1]].filter((each) => each !== undefined).map((each) => Math.abs(each - at[place]!)))
const isRising = (places: readonly number[]): boolean => places.every((place, index) => index === 0 || place > places[index - 1]!)

interface Placing {
  /** Of each row the columns of its numbers; null where one stands between two columns, or two in one. */
  readonly rows: readonly (readonly number[] | null)[]
  /** How far a number stands from its column's others, on the average. */
  readonly off: number
}

/** The column whose heading a number stands nearest to, whatever its side. */
function headingOf({ left: from, right: to }: Column, columns: readonly Column[]): number {
  const apart = columns.map((column) => Math.max(column.left - to, from - column.right, 0) + Math.abs(centre(column) - (from + to) / 2) / FAR)
  return apart.indexOf(Math.min(...apart))
}

/** The columns of numbers that are set in one way: where most of a column's stand, the numbers that stand from their headings as most do being its own. */
function placing(rows: readonly ValueRow[], columns: readonly Column[], [ofNumber, ofHeading]: (typeof WAYS)[number]): Placing {
  const headings = columns.map(ofHeading)
  const values = rows.flatMap((row) => row.values.map(columnOf))
  const shift = median(values.map((value) => ofNumber(value) - headings[headingOf(value, columns)]!))
  const shifted = headings.map((heading) => heading + shift)
  const stands = shifted.map((at, place) => {
    const own = values.map(ofNumber).filter((value) => nearest(shifted, value) === place)
    return own.length >= LEAST_SHOWN ? median(own) : at
  })
  const offOf = (value: Item, place: number): number => Math.abs(ofNumber(columnOf(value)) - stands[place]!) / Math.max(stepAt(stands, place), LEAST_STEP)
  const placed = rows.map(({ values }) => values.map((value) => nearest(stands, ofNumber(columnOf(value)))))
  const offs = rows.map(({ values }, row) => values.map((value, index) => offOf(value, placed[row]![index]!)))
  const all = offs.flat()
  return { rows: placed.map((places, row) => (isRising(places) && offs[row]!.every((off) => off <= OFF_COLUMN) ? places : null)), off: all.reduce((sum, off) => sum + off, 0) / all.length }
}

/** Whether a row with a number for each column leaves none out: of a whole table 3 or 4. Those of an item of table 2 may be fewer than its headings. */
const areWhole = (columns: readonly Column[]): boolean => [...FULL, ...OF_RESULTS].includes(columns.length) || areOfApplicants(columns.length, columns)

/**
 * The numbers of a page's rows in columns of which headings, or rows without a blank, show where they stand; with blanks where a row has none. By all rows together: in the way
 * to set numbers that fits them best. Null of a row whose numbers do not clearly stand in columns, or stand in others in a way that fits as well.
 */
function inColumns(rows: readonly ValueRow[], columns: readonly Column[]): (string[] | null)[] {
  const asIs = ({ values }: ValueRow): string[] | null => (values.length === columns.length && (values.length === 1 || areWhole(columns)) ? values.map(({ text }) => text.trim()) : null)
  if (columns.length < 2) return rows.map(asIs)
  const ways = WAYS.map((way) => placing(rows, columns, way)).sort((a, b) => a.off - b.off)
  const good = ways.filter(({ off }, way) => way === 0 || off <= ways[0]!.off + AS_GOOD)
  return rows.map((row, at) => {
    const places = good[0]!.rows[at]
    const isClear = places && good.every(({ rows: others }) => !others[at] || others[at].join() === places.join())
    return asIs(row) ?? (isClear ? columns.map((_, column) => row.values[places.indexOf(column)]?.text.trim() ?? '') : null)
  })
}

/** The columns that rows without a blank show, as most of these have them; null where there are none. */
function shownBy(rows: readonly ValueRow[], width: number): Column[] | null {
  const full = rows.filter(({ values }) => values.length === width).map(({ values }) => values.map(columnOf))
  return full.length === 0 ? null : full[0]!.map((_, at) => ({ left: median(full.map((row) => row[at]!.left)), right: median(full.map((row) => row[at]!.right)) }))
}

/** The numbers of a row as cells, and whether they clearly stand in their columns. */
export interface Cells {
  readonly texts: readonly string[]
  readonly clear: boolean
}

/** The numbers of a page's rows as cells: in the columns that its rows without a blank show, else the others, of headings or of the pages together; where there are none, in those that its numbers above each other make. A row that does not clearly stand in them is left as it is. */
export function cellsOf(rows: readonly ValueRow[], others: readonly Column[] | null): Cells[] {
  const columns = others ? (shownBy(rows, others.length) ?? others) : columnsOf(rows)
  const cells = columns ? inColumns(rows, columns) : []
  return rows.map(({ values }, row) => ({ texts: cells[row] ?? values.map(({ text }) => text.trim()), clear: columns === null || cells[row] !== null }))
}

/** Whether all numbers of rows clearly stand in columns known from above. */
export const standIn = (rows: readonly ValueRow[], columns: readonly Column[]): boolean => inColumns(rows, columns).every((cells) => cells !== null)
