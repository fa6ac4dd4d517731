import { ALIGNMENTS, columnOf, FULL, middleOf, OF_RESULTS, type Column } from './value-columns'
import type { ValueRow } from './rows'

/** A number stands no further from where the others of its column do, in parts of the way to the next column. */
const OFF_COLUMN = 0.3
/** And these no further from their heading. */
const OFF_HEADING = 0.45
/** So many numbers show where a column's stand; the others stand as far from their headings as most. */
const LEAST_SHOWN = 2

interface Placed {
  /** Of each row the columns of its numbers. */
  readonly places: readonly (readonly number[])[]
  readonly off: number
}

const nearest = (at: readonly number[], value: number): number => at.reduce((best, each, index) => (Math.abs(each - value) < Math.abs(at[best]! - value) ? index : best), 0)
const stepAt = (at: readonly number[], place: number): number => Math.min(...[at[place - 1], at[place + 1]].filter((each) => each !== undefined).map((each) => Math.abs(each - at[place]!)))
const isRising = (places: readonly number[]): boolean => places.every((place, index) => index === 0 || place > places[index - 1]!)

/** The columns of numbers that are set against their headings in one way; null where one stands between two columns, or two in one. */
function placedBy(rows: readonly (readonly number[])[], headings: readonly number[]): Placed | null {
  const found = rows.flat().map((value) => ({ value, place: nearest(headings, value) }))
  const shift = found.length > 0 ? middleOf(found.map(({ value, place }) => value - headings[place]!)) : 0
  const at = headings.map((heading, place) => {
    const own = found.filter((each) => each.place === place)
    return own.length >= LEAST_SHOWN ? middleOf(own.map(({ value }) => value)) : heading + shift
  })
  if (at.some((each, place) => Math.abs(each - headings[place]!) > stepAt(headings, place) * OFF_HEADING)) return null
  const places = rows.map((values) => values.map((value) => nearest(at, value)))
  const off = rows.flatMap((values, row) => values.map((value, index) => Math.abs(value - at[places[row]![index]!]!) / stepAt(at, places[row]![index]!)))
  return places.every(isRising) && off.every((each) => each <= OFF_COLUMN) ? { places, off: off.reduce((sum, each) => sum + each, 0) } : null
}

/** The columns of the numbers of rows, by what shows the columns: in the middle or at either side; null where that is not clear. */
function placedUnder(rows: readonly ValueRow[], columns: readonly Column[]): Placed['places'] | null {
  const ways = ALIGNMENTS.map((of) => placedBy(rows.map(({ values }) => values.map((value) => of(columnOf(value)))), columns.map(of))).filter((way) => way !== null)
  const [best, ...others] = ways.sort((a, b) => a.off - b.off)
  return best && others.every(({ places }) => places.join(';') === best.places.join(';')) ? best.places : null
}

/** The columns that rows without a blank show; null where there are none. */
function fullColumns(rows: readonly ValueRow[], width: number): Column[] | null {
  const full = rows.filter(({ values }) => values.length === width).map(({ values }) => values.map(columnOf))
  return full.length === 0 ? null : full[0]!.map((_, at) => ({ left: middleOf(full.map((row) => row[at]!.left)), right: middleOf(full.map((row) => row[at]!.right)) }))
}

/** The numbers of a page's rows in the columns of the form, by all rows together, with blanks where a row has none; null where the headings are not all of a table's, or numbers do not clearly stand under them. */
export function fitted(rows: readonly ValueRow[], headings: readonly Column[]): string[][] | null {
  if (![...FULL, ...OF_RESULTS].includes(headings.length)) return null
  const full = fullColumns(rows, headings.length)
  const places = (full && placedUnder(rows, full)) ?? placedUnder(rows, headings)
  return places && rows.map(({ values }, row) => headings.map((_, column) => values[places[row]!.indexOf(column)]?.text.trim() ?? ''))
}
