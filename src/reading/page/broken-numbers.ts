import { APPLICANT_IDS } from '@/domain/figure'
import { centre, isNumber, type Item } from './geometry'
import { ITEM_LABELS, REQUEST_LABELS } from '../meaning/labels'
import type { Line } from './rows'
import { UNIT } from '../meaning/units'
import { isNumbered, tight } from '../meaning/words'

/** How far a number stands from another's column; negative by how much it stands over it. */
const apart = (a: Item, b: Item): number => Math.max(a.x - (b.x + b.width), b.x - (a.x + a.width))

/** The beginning of a number that is broken over lines; a zero is whole. */
const BEGINNING = /^(?:[1-9][\d,]*|0(?=\.))(?:\.\d*)?$/
/** Its end: more digits, or the unit there was no room for. */
export const END = new RegExp(`^(?=.)\\d*(?:\\.\\d+)?${UNIT}?$`)
const NUMBER = new RegExp(`^[+-]?(?!0\\d)\\d[\\d,.]*${UNIT}?$`)
/** A part of a number, with the hyphen that some programs set where they break it. */
const HYPHENED = /^[+-]?\d[\d,.]*[-\u2010]$/
const LEAST_DIGITS = 2
/** Fewer numbers may be rows of their own. */
const LEAST_CELLS = 5
// In heights of a letter: how far below its beginning the end of a number stands, and how far apart numbers of one row.
const BELOW = 1.6
const BELOW_LABELLED = 1.4
const BELOW_ADDING = 4
const WITHIN_ROW = 0.95
/** Numbers of a row of which some have a blank line above or below them in their cells. */
const BESIDE_BLANK = 1.3
/** And those that make a row of table 3 whole, where the next row stands so much further below. */
const OF_WHOLE = 2
const NEXT_ROW = 1.2

/** The number whose parts stand below each other; null where they are none, or are but one. */
export function wholeNumber(parts: readonly string[]): string | null {
  const text = parts.map((part, at) => (at < parts.length - 1 && HYPHENED.test(tight(part)) ? tight(part).slice(0, -1) : tight(part))).join('')
  return parts.length > 1 && NUMBER.test(text) ? text : null
}

const digits = ({ text }: Item): number => tight(text).replace(/\D/g, '').length
const whole = (value: Item, end: Item | undefined): Item => (end ? { ...value, text: `${value.text.trim()}${end.text.trim()}` } : value)

/** Numbers with their ends, and what else stands on the line of the ends: of labels. */
interface Ends {
  readonly of: ReadonlyMap<Item, Item>
  /** Only the row's sum shows that they are ends. */
  readonly bySum?: boolean
  readonly rest: readonly Item[]
}

/** The ends of numbers that a line holds below them; null where it holds none, or numbers that are none. */
function endsUnder(values: readonly Item[], { items }: Line): Ends | null {
  const of = new Map<Item, Item>()
  const rest: Item[] = []
  for (const item of items) {
    const above = END.test(tight(item.text)) ? values.filter((value) => apart(value, item) < 0) : []
    if (above.length === 1 && !of.has(above[0]!)) of.set(above[0]!, item)
    else if (isNumber(item.text)) return null
    else rest.push(item)
  }
  return of.size > 0 ? { of, rest } : null
}

/** Whether a number is but the beginning of one beyond doubt. */
const goesOn = ({ text }: Item): boolean => /[.,]$/.test(tight(text))

/** Whether a number can go on in what stands below it: two points are those of two numbers. */
const canGoOn = (value: Item, end: Item): boolean => BEGINNING.test(tight(value.text)) && (digits(end) <= digits(value) || goesOn(value)) && NUMBER.test(tight(value.text + end.text)) && !/\..*\./.test(value.text + end.text)

/** Whether what else stands on the line of ends can be of the row above: another row has a label of its own, or begins one; what goes on beside the end of a label does not. */
const isOfLabel = ({ values }: Line, { rest }: Ends): boolean => rest.length === 0 || (values.length >= LEAST_CELLS && !rest.some(({ text }) => isNumbered(text) || REQUEST_LABELS.is(text) !== undefined))

/** How far a name stands from the middle of its number's two lines, in heights of a letter. */
const OFF_MIDDLE = 0.3

/** Whether the only number of a line without a name and its end below have their name between them, in the middle of the cell beside. */
function isNamedBetween({ labels, values }: Line, { of, rest }: Ends, height: number): boolean {
  const [value, name] = [values[0], rest[0]]
  const end = value && of.get(value)
  if (!end || !name || labels.length > 0 || values.length > 1 || rest.length > 1 || ITEM_LABELS.is(name.text) === undefined) return false
  return Math.abs((centre(value) + centre(end)) / 2 - centre(name)) <= height * OFF_MIDDLE && centre(end) - centre(value) <= height * BELOW
}

/** Whether the digits below a line's numbers are the ends of these, which had no more room: fewer, or under numbers that are all of one length, right below, under the longest. */
function wraps({ values }: Line, { of }: Ends): boolean {
  const others = values.filter((value) => !of.has(value))
  if (others.length === 0 && values.some((value) => digits(value) !== digits(values[0]!))) return false
  return [...of].every(([value, end]) => (digits(value) >= LEAST_DIGITS || goesOn(value)) && canGoOn(value, end) && others.every((other) => digits(other) <= digits(value)))
}

/** Whether the numbers of a row of table 3 add up to its total. */
function addUp(values: readonly Item[]): boolean {
  const counts = values.map(({ text }) => Number(tight(text).replaceAll(',', '')))
  return counts.length === APPLICANT_IDS.length && counts.slice(0, -1).reduce((sum, count) => sum + count, 0) === counts.at(-1)
}

/** Whether the digits below are ends by the sum of the row, which holds with them and not without: columns may have more or less room than others, and lines stand further apart. */
const addUpWith = ({ values }: Line, { of }: Ends): boolean =>
  [...of].every(([value, end]) => canGoOn(value, end)) && !addUp(values) && addUp(values.map((value) => whole(value, of.get(value))))

/** The ends that stand right under a line's numbers: digits or units that had no room there. */
function endsOf(above: Line, line: Line, height: number): Ends | null {
  const ends = endsUnder(above.values, line)
  if (!ends) return null
  const below = line.y - above.y
  if ([...ends.of.values()].every((end) => digits(end) === 0)) return below <= height * BELOW ? ends : null
  if (!isOfLabel(above, ends)) return isNamedBetween(above, ends, height) && wraps(above, ends) ? ends : null
  if (below <= height * (ends.rest.length > 0 ? BELOW_LABELLED : BELOW) && wraps(above, ends)) return ends
  return below <= height * BELOW_ADDING && addUpWith(above, ends) ? { ...ends, bySum: true } : null
}

/** The columns of numbers that stand on several lines of one row: those below each other are one number. Null where some are none. */
function columnsOf(lines: readonly Line[]): Item[] | null {
  const columns: Item[] = []
  for (const value of lines.flatMap(({ values }) => values)) {
    const at = columns.findIndex((column) => apart(column, value) < 0)
    if (at < 0) columns.push(value)
    else if (!BEGINNING.test(tight(columns[at]!.text)) || !END.test(tight(value.text))) return null
    else columns[at] = whole(columns[at]!, value)
  }
  return columns.sort((a, b) => a.x - b.x)
}

/** The numbers of a row on several lines, of which one has no room for a number or a space before it, on the line of most of them. */
function asOneRow(lines: readonly Line[]): Line[] {
  const values = lines.length > 1 ? columnsOf(lines) : null
  if (!values) return [...lines]
  const main = lines.reduce((best, line) => (line.values.length > best.values.length ? line : best))
  return lines.flatMap((line) => (line === main ? [{ ...line, values: values.map((value) => ({ ...value, y: line.y - value.height / 2 })) }] : labelsOf(line, line.labels)))
}

/** Whether a line has the name of a row, or begins it. */
const isNamed = ({ labels }: Line): boolean => labels.length > 0 && (isNumbered(labels[0]!.text) || [ITEM_LABELS, REQUEST_LABELS].some((words) => words.is(labels.map(({ text }) => text).join('')) !== undefined))

/** Whether a line of numbers goes on the row of those above it: it stands too near for the size of their digits, or near where none has numbers in these columns, and no more than one of them a name; `next`: the line of numbers below it. */
function isOfRow(row: readonly Line[], line: Line, next: Line | undefined): boolean {
  const all = [...row, line]
  const heights = (line.y - row.at(-1)!.y) / Math.max(...all.slice(-2).flatMap(({ values }) => values.map(({ height }) => height)))
  const areBeside = (): boolean => row.every(({ values }) => values.every((value) => line.values.every((other) => apart(value, other) >= 0)))
  const makesWhole = (): boolean => !isNamed(line) && all.reduce((sum, { values }) => sum + values.length, 0) === APPLICANT_IDS.length && (next?.y ?? Infinity) - line.y >= (line.y - row.at(-1)!.y) * NEXT_ROW
  return all.filter(isNamed).length <= 1 && (heights <= WITHIN_ROW || (heights <= BESIDE_BLANK && areBeside()) || (heights <= OF_WHOLE && makesWhole() && areBeside()))
}

/** The line of numbers below one, but for the ends of its own. */
function nextRow(line: Line, below: readonly Line[]): Line | undefined {
  const rows = below.filter(({ values }) => values.length > 0)
  return rows[0] && endsUnder(line.values, rows[0])?.rest.length === 0 ? rows[1] : rows[0]
}

/** Lines with the numbers of a row put on one. */
function joinedRows(lines: readonly Line[]): Line[] {
  const rows: Line[][] = []
  const loose: Line[] = []
  for (const [at, line] of lines.entries()) {
    const last = rows.at(-1)
    if (line.values.length === 0) loose.push(line)
    else if (last && isOfRow(last, line, nextRow(line, lines.slice(at + 1)))) last.push(line)
    else rows.push([line])
  }
  return [...loose, ...rows.flatMap(asOneRow)].sort((a, b) => a.y - b.y)
}

/** The labels of a line, where it has some, as a line of their own. */
const labelsOf = (line: Line, labels: readonly Item[]): Line[] => (labels.length > 0 ? [{ ...line, items: labels, pieces: labels, labels, values: [] }] : [])

/** Lines with the ends of broken numbers put behind their beginnings. */
export function unwrapped(lines: readonly Line[], height: number): Line[] {
  const kept: Line[] = []
  for (const line of joinedRows(lines)) {
    const at = kept.findLastIndex(({ values }) => values.length > 0)
    const row = kept[at]
    const ends = row ? endsOf(row, line, height) : null
    if (row && ends) {
      kept[at] = { ...row, values: row.values.map((value) => (ends.bySum && ends.of.has(value) ? { ...whole(value, ends.of.get(value)), bySum: true } : whole(value, ends.of.get(value)))) }
      kept.push(...labelsOf(line, ends.rest))
    } else kept.push(line)
  }
  return kept
}
