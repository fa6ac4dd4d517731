import { middle, type Item } from './geometry'
import { APPLICANT_IDS, type Applicant } from '@/domain/figure'
import { APPLICANT_LABELS, COLUMN_LABELS, RESULT_LABELS, RESULT_ORDER } from '../meaning/labels'
import { isSubtotal } from '../meaning/request-lines'
import type { ValueRow } from './rows'
import { hasHan } from '../meaning/words'

/** Where a column stands: from the leftmost of its numbers to the end of the longest. */
export interface Column {
  readonly left: number
  readonly right: number
  /** It is the last in the form's order, and stands before all others here: 总计. */
  readonly isTotal?: boolean
  /** It has the sum of all organisations, which the form does not have: 小计. */
  readonly isSubtotal?: boolean
  /** Neither a heading nor a number shows it. */
  readonly isUnshown?: boolean
}

export const columnOf = ({ x, width }: Item): Column => ({ left: x, right: x + width })
const centreOf = ({ left, right }: Column): number => (left + right) / 2

const union = (a: Column, b: Column): Column => ({ left: Math.min(a.left, b.left), right: Math.max(a.right, b.right) })
const areApart = (columns: readonly Column[]): boolean => columns.every(({ left }, at) => at === 0 || left >= columns[at - 1]!.right)

/** The columns that numbers above each other make. */
function stacks(rows: readonly ValueRow[]): Column[] {
  const columns: Column[] = []
  for (const column of rows.flatMap(({ values }) => values.map(columnOf)).sort((a, b) => a.left - b.left)) {
    const last = columns.at(-1)
    if (last && column.left < last.right) columns[columns.length - 1] = union(last, column)
    else columns.push(column)
  }
  return columns
}

/** Columns that the rows with the most numbers show. */
function fullest(rows: readonly ValueRow[]): Column[] {
  const most = Math.max(0, ...rows.map(({ values }) => values.length))
  const full = rows.filter(({ values }) => values.length === most).map(({ values }) => values.map(columnOf))
  return full.reduce((columns, row) => (columns.length === 0 ? row : columns.map((column, at) => union(column, row[at]!))), [])
}

/** Numbers of a row that leave no column out: of table 3, and of table 4. */
export const FULL: readonly number[] = [APPLICANT_IDS.length, 3 * RESULT_ORDER.length]
/** Columns of table 4, whose kinds may stand apart: five for each. */
export const OF_RESULTS: readonly number[] = [RESULT_ORDER.length, 2 * RESULT_ORDER.length, 3 * RESULT_ORDER.length]

/** The columns that the numbers of rows stand in: those of the fullest rows where all others stand in them too, else those above each other. Null where a row has two numbers in one. */
export function columnsOf(rows: readonly ValueRow[]): Column[] | null {
  const fits = (columns: readonly Column[]): boolean => areApart(columns) && rows.every(({ values }) => {
    const places = values.map((value) => indexOf(columns, value))
    return !places.includes(-1) && new Set(places).size === places.length
  })
  const full = fullest(rows)
  return [...(FULL.includes(full.length) ? [full] : []), stacks(rows)].find(fits) ?? null
}

/** The column that a number stands in, as its index: that which it stands over, else the only one near enough; -1 where there is none. */
function indexOf(columns: readonly Column[], value: Item): number {
  const over = columns.flatMap(({ left, right }, at) => (value.x < right && left < value.x + value.width ? [at] : []))
  return over.length === 1 ? over[0]! : columns.findIndex(({ left, right }) => left <= middle(value) && middle(value) <= right)
}

/** The columns of a table of the form by its headings, from left to right; null where not all of table 3 or 4 are there in the form's order. */
export function formColumns(headings: readonly Item[], rows: readonly ValueRow[]): Column[] | null {
  const items = headings.filter(({ text }) => COLUMN_LABELS.name(text) !== null)
  return applicantColumns(headings, rows) ?? resultColumns(headings) ?? (items.length > 0 ? items.map(columnOf) : null)
}

/** The columns of table 4; null where not all of them are there in their order. 其他 behind 结果纠正 is 其他结果. */
function resultColumns(headings: readonly Item[]): Column[] | null {
  const found: { id: string; item: Item }[] = []
  for (const item of headings) {
    const id = RESULT_LABELS.is(item.text) ?? (found.at(-1)?.id === 'corrected' && APPLICANT_LABELS.is(item.text) === 'other' ? 'other' : undefined)
    if (id) found.push({ id, item })
  }
  const isWhole = found.length > 0 && new RegExp(`^(?:${RESULT_ORDER.join(' ')} )+$`).test(found.map(({ id }) => `${id} `).join(''))
  return isWhole ? found.map(({ item }) => columnOf(item)) : null
}

/** The columns of table 4 where the end of a page stands between its headings: the first have one line more, and are those on the page before. */
export function withBefore(known: readonly Column[] | null, columns: readonly Column[]): readonly Column[] {
  const parted = known?.length === RESULT_ORDER.length && columns.length === 2 * RESULT_ORDER.length && areApart([...known, ...columns])
  return parted ? [...known, ...columns] : columns
}

/** A heading of table 3, with the applicant whose column it heads. */
interface Headed {
  readonly id: Applicant
  readonly item: Item
}

/** Whether two headings stand on the same lines. */
const isOnLinesOf = (a: Item, b: Item): boolean => Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y) >= Math.min(a.height, b.height) / 2

/** The form's headings of table 3, with those in the report's own words between two of them, where it has as many as the form. */
function inOwnWords(found: readonly Item[], headings: readonly Item[]): Headed[] {
  return found.flatMap((item, at): Headed[] => {
    const [own, next] = [{ id: APPLICANT_LABELS.is(item.text)!, item }, found[at + 1]]
    if (!next) return [own]
    const missing = APPLICANT_IDS.slice(APPLICANT_IDS.indexOf(own.id) + 1, Math.max(APPLICANT_IDS.indexOf(APPLICANT_LABELS.is(next.text)!), 0))
    const between = headings.filter((other) => hasHan(other.text) && other.x >= item.x + item.width && other.x + other.width <= next.x && (isOnLinesOf(other, item) || isOnLinesOf(other, next)))
    return [own, ...(between.length === missing.length ? missing.map((id, index) => ({ id, item: between[index]! })) : [])]
  })
}

const [TOTAL, PARTS] = [APPLICANT_IDS.at(-1)!, APPLICANT_IDS.slice(0, -1)]

/** The columns of table 3, also with the totals first, or with a sum of all organisations before them; null where others are missing than the first and the last, whose headings may stand on the page before. */
function applicantColumns(headings: readonly Item[], rows: readonly ValueRow[]): Column[] | null {
  const found = inOwnWords(headings.filter(({ text }) => APPLICANT_LABELS.is(text) !== undefined), headings)
  const ids = found.map(({ id }) => id)
  if (ids.join() === [TOTAL, ...PARTS].join()) return found.map(({ item }, at) => ({ ...columnOf(item), isTotal: at === 0 }))
  const [first, last] = [ids[0] === APPLICANT_IDS[0], ids.at(-1) === APPLICANT_IDS.at(-1)]
  if (ids.join() !== APPLICANT_IDS.slice(first ? 0 : 1, last ? undefined : -1).join()) return null
  const [other, total] = found.slice(-2).map(({ item }) => item)
  const sum = last ? headings.find(({ text, x }) => isSubtotal(text) && x >= other!.x + other!.width && x < total!.x) : undefined
  const columns = found.map(({ item }) => columnOf(item)).toSpliced(-1, 0, ...(sum ? [{ ...columnOf(sum), isSubtotal: true }] : []))
  const [start, end] = withEnds(first ? columns.slice(1) : columns, stacks(rows))
  return [...(first ? [] : [start]), ...columns, ...(last ? [] : [end])]
}

/** The columns beside those of the organisations: where numbers stand, else as wide as they are, and not shown. */
function withEnds(columns: readonly Column[], numbers: readonly Column[]): [Column, Column] {
  const [first, last] = [columns[0]!, columns.at(-1)!]
  const step = (centreOf(last) - centreOf(first)) / (columns.length - 1)
  const moved = ({ left, right }: Column, by: number): Column => ({ left: left + by, right: right + by, isUnshown: true })
  return [numbers.findLast(({ right }) => right < first.left) ?? moved(first, -step), numbers.find(({ left }) => left > last.right) ?? moved(last, step)]
}

/** What stands in columns, from left to right, in the form's order. */
export const inFormOrder = (texts: readonly string[], columns: readonly Column[] | null): readonly string[] => (columns?.[0]?.isTotal && texts.length === columns.length ? [...texts.slice(1), texts[0]!] : texts)

/** Whether columns are those of table 3, with or without a sum of all organisations. */
export const areOfApplicants = (width: number, columns: readonly Column[] | null): boolean => width === APPLICANT_IDS.length || (columns?.some(({ isSubtotal: isSum = false }) => isSum) ?? false)

/** Whether texts are headings of columns, and not stray words in a table. */
export const headsColumns = (texts: readonly Item[]): boolean => texts.some(({ text }) => [APPLICANT_LABELS, RESULT_LABELS, COLUMN_LABELS].some((words) => words.is(text) !== undefined))

/** The columns of table 3 that rows show which leave none out; null where there are none. */
export function fullColumns(rows: readonly ValueRow[]): Column[] | null {
  const columns = columnsOf(rows)
  return columns?.length === APPLICANT_IDS.length ? columns : null
}
