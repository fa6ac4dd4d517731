import { centre, isNumber, joinedItems, type Item } from './geometry'
import { ITEM_LABELS, REQUEST_LABELS } from './labels'
import { withSpreadLetters } from './letters'
import { hasHan, isNumbered, tight } from './words'

/** A line of items with what stands in it. */
export interface Line {
  readonly y: number
  readonly items: readonly Item[]
  /** Its items, those put together between which there is no gap. */
  readonly pieces: readonly Item[]
  /** Numbers and marks, from the first behind which no label stands. */
  readonly values: readonly Item[]
  readonly labels: readonly Item[]
}

/** A row's name with the number right behind it, where there was no room between them. */
const GLUED = /^(.*[\p{Script=Han}）)])([\d,.]+)$/u

/** The name and the number of a piece that holds both. */
function parted(item: Item): Item[] {
  const [, name, number] = GLUED.exec(item.text.trim()) ?? []
  if (name === undefined || number === undefined || (ITEM_LABELS.is(name) === undefined && REQUEST_LABELS.is(name) === undefined)) return [item]
  const length = (text: string): number => [...text].reduce((sum, letter) => sum + (hasHan(letter) ? 2 : 1), 0)
  const width = (item.width * length(name)) / length(name + number)
  return [{ ...item, text: name, width }, { ...item, text: number, x: item.x + width, width: item.width - width }]
}

export function lineOf(written: readonly Item[], whole: boolean): Line {
  const items = whole ? written : withSpreadLetters(written).flatMap(parted)
  const last = items.findLastIndex(({ text }) => !isNumber(text))
  // Labels repeated behind the numbers of a row (two tables side by side) are not expected here: the text reader parts them.
  return { y: items.reduce((sum, item) => sum + centre(item), 0) / items.length, items, pieces: whole ? items : joinedItems(items), values: items.slice(last + 1), labels: items.slice(0, last + 1) }
}

/** A row of numbers that gets its label from the lines around it. */
export interface ValueRow {
  readonly y: number
  readonly values: readonly Item[]
}

/** How far a number stands from another's column; negative by how much it stands over it. */
const apart = (a: Item, b: Item): number => Math.max(a.x - (b.x + b.width), b.x - (a.x + a.width))

/** The unit of a number, where there was no room for it behind the number. */
const UNIT = /^(?:[件个条次项元]|万元)$/

/** A line's units as the ends of the numbers above them; null where anything else stands in it. */
const unitsOf = ({ items }: Line): readonly Item[] | null => (items.every(({ text }) => UNIT.test(text.trim())) ? items : null)

/** Fewer numbers may be rows of their own. */
const LEAST_CELLS = 5
const digits = ({ text }: Item): number => tight(text).length

/** Whether the numbers of a line are the ends of those above it, which had no more room: fewer, or under numbers that are all of one length, right below, under the longest. */
function wraps({ values: above, y }: Line, { values, labels, y: below }: Line, height: number): boolean {
  if (values.length === 0 || values.length > above.length || below - y > height * (labels.length > 0 ? 1.4 : 1.6)) return false
  // Another row has a label of its own, or begins one; what goes on beside the end of a label does not.
  if (labels.length > 0 && (above.length < LEAST_CELLS || labels.some(({ text }) => isNumbered(text) || REQUEST_LABELS.is(text) !== undefined))) return false
  const over = values.map((value) => above.find((each) => apart(each, value) < 0))
  if (over.includes(undefined) || new Set(over).size < over.length) return false
  const others = above.filter((each) => !over.includes(each))
  if (others.length === 0 && above.some((each) => digits(each) !== digits(above[0]!))) return false
  return over.every((each, at) => /^\d{2,}$/.test(tight(each!.text)) && /^\d+$/.test(tight(values[at]!.text)) && digits(values[at]!) <= digits(each!) && others.every((other) => digits(other) <= digits(each!)))
}

/** The ends that stand right under a line's numbers: digits or units that had no room there. */
function endsOf(above: Line, line: Line, height: number): readonly Item[] | null {
  const units = unitsOf(line)
  if (units && line.y - above.y <= height * 1.6 && units.every((unit) => above.values.some((value) => apart(value, unit) < 0))) return units
  return wraps(above, line, height) ? line.values : null
}

/** Digits alone right above and right below a row, in columns where it has none: numbers broken in two, in the middle of their cells. */
function halves(before: Line, row: Line, after: Line, height: number): Item[] | null {
  const bare = (line: Line): boolean => line.labels.length === 0 && line.values.length > 0 && line.values.every(({ text }) => /^\d+$/.test(tight(text)))
  if (!bare(before) || !bare(after) || after.y - before.y > height * 1.7 || before.values.length !== after.values.length || row.values.length === 0) return null
  const joined = before.values.map((value, at) => ({ ...value, y: row.y - value.height / 2, text: `${value.text.trim()}${after.values[at]!.text.trim()}`, end: after.values[at]! }))
  const clear = joined.every((value) => apart(value, value.end) < 0 && row.values.every((other) => apart(value, other) > 0))
  return clear ? joined.map(({ text, x, y, width, height: high }) => ({ text, x, y, width, height: high })) : null
}

/** Lines with the ends of wrapped numbers put behind their beginnings. */
export function unwrapped(lines: readonly Line[], height: number): Line[] {
  const kept: Line[] = []
  for (const line of lines) {
    const last = kept.at(-1)
    const ends = last ? endsOf(last, line, height) : null
    const whole = kept.length >= 2 ? halves(kept.at(-2)!, last!, line, height) : null
    if (whole) kept.splice(-2, 2, { ...last!, values: [...last!.values, ...whole].sort((a, b) => a.x - b.x) })
    else if (ends) kept[kept.length - 1] = { ...last!, values: last!.values.map((value) => ({ ...value, text: `${value.text.trim()}${ends.find((end) => apart(value, end) < 0)?.text.trim() ?? ''}` })) }
    else kept.push(line)
    // What stands left of the ends is a line of labels of its own.
    if (ends && line.labels.length > 0) kept.push({ ...line, items: line.labels, pieces: line.labels, values: [] })
  }
  return kept
}
