import { centre, isNumber, joinedItems, type Item } from './geometry'
import { tight } from './words'

/** A line of items with what stands in it. */
export interface Line {
  readonly y: number
  readonly pieces: readonly Item[]
  /** Numbers and marks, from the first behind which no label stands. */
  readonly values: readonly Item[]
  readonly labels: readonly Item[]
}

export function lineOf(items: readonly Item[], whole: boolean): Line {
  const pieces = whole ? items : joinedItems(items)
  const last = pieces.findLastIndex(({ text }) => !isNumber(text))
  const tail = pieces.slice(last + 1)
  // Labels repeated behind the numbers of a row (two tables side by side) are not expected here: the text reader parts them.
  return { y: pieces.reduce((sum, piece) => sum + centre(piece), 0) / pieces.length, pieces, values: tail, labels: pieces.slice(0, last + 1) }
}

/** A row of numbers that gets its label from the lines around it. */
export interface ValueRow {
  readonly y: number
  readonly values: readonly Item[]
  readonly labels: { readonly band: number; readonly text: string }[]
}

/** Where the numbers of a column stand, over all rows that have one in each. */
interface Column {
  readonly left: number
  readonly right: number
}

const columnOf = ({ x, width }: Item): Column => ({ left: x, right: x + width })
/** How far a number stands from a column; negative by how much it stands over it. */
const apart = ({ left, right }: Column, { x, width }: Item): number => Math.max(left - (x + width), x - right)
const widened = (columns: readonly Column[], values: readonly Item[]): Column[] => columns.map(({ left, right }, at) => ({ left: Math.min(left, values[at]!.x), right: Math.max(right, values[at]!.x + values[at]!.width) }))

/** The column that a number stands in, as its index; null where it stands in none, or between two. */
function columnAt(columns: readonly Column[], value: Item, height: number): number | null {
  const byDistance = columns.map((column, at) => ({ at, distance: apart(column, value) })).sort((a, b) => a.distance - b.distance)
  const [first, second] = byDistance
  if (!first || first.distance > height * 1.1) return null
  if (second && (first.distance < 0 ? second.distance < first.distance * 0.5 : second.distance - first.distance < height * 0.4)) return null
  return first.at
}

/** The numbers of a row in the columns above or below it; null where some has no column of its own. */
function inColumns(columns: readonly Column[], { values }: ValueRow, height: number): string[] | null {
  if (values.length === columns.length) return values.map(({ text }) => text.trim())
  const places = values.map((value) => columnAt(columns, value, height))
  if (places.some((place, at) => place === null || (at > 0 && place <= places[at - 1]!))) return null
  return columns.map((_, at) => values[places.indexOf(at)]?.text.trim() ?? '')
}

/** Rows of numbers that stand under each other, with blanks where a column has none: the rows with the most numbers show where columns stand. A row that does not fit them keeps its numbers as they are. */
export function spread(rows: readonly ValueRow[], height: number): string[][] {
  const near = (columns: readonly Column[], values: readonly Item[]): boolean => values.every((value) => columns.some((column) => apart(column, value) <= height * 1.1))
  const result: string[][] = []
  let from = 0
  while (from < rows.length) {
    let to = from + 1
    let columns = rows[from]!.values.map(columnOf)
    for (; to < rows.length; to += 1) {
      const { values } = rows[to]!
      if (values.length === columns.length && values.every((value, at) => apart(columns[at]!, value) <= height * 1.1)) columns = widened(columns, values)
      else if (values.length > columns.length && columns.length > 3 && rows.slice(from, to).every((each) => near(values.map(columnOf), each.values))) columns = values.map(columnOf)
      else if (values.length >= columns.length || !near(columns, values)) break
    }
    for (const row of rows.slice(from, to)) result.push(inColumns(columns, row, height) ?? row.values.map(({ text }) => text.trim()))
    from = to
  }
  return result
}

/** Whether the numbers of a line are the ends of those above it, which had no more room: fewer, right below, under the longest. */
function wraps({ values: above, y }: Line, { values, labels, y: below }: Line, height: number): boolean {
  if (values.length === 0 || values.length >= above.length || labels.length > 0 || below - y > height * 1.6) return false
  const over = values.map((value) => above.find((each) => apart(columnOf(each), value) < 0))
  if (over.includes(undefined) || new Set(over).size < over.length) return false
  const digits = ({ text }: Item): number => tight(text).length
  const others = above.filter((each) => !over.includes(each))
  return over.every((each, at) => /^\d{2,}$/.test(tight(each!.text)) && /^\d+$/.test(tight(values[at]!.text)) && others.every((other) => digits(other) <= digits(each!)))
}

/** Lines with the ends of wrapped numbers put behind their beginnings. */
export function unwrapped(lines: readonly Line[], height: number): Line[] {
  const kept: Line[] = []
  for (const line of lines) {
    const last = kept.at(-1)
    if (!last || !wraps(last, line, height)) kept.push(line)
    else kept[kept.length - 1] = { ...last, values: last.values.map((value) => ({ ...value, text: `${value.text.trim()}${line.values.find((end) => apart(columnOf(value), end) < 0)?.text.trim() ?? ''}` })) }
  }
  return kept
}
