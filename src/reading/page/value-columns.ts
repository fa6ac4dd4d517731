import { middle, type Item } from './geometry'
import { APPLICANT_IDS } from '@/domain/figure'
import { APPLICANT_LABELS, COLUMN_LABELS, RESULT_LABELS, RESULT_ORDER } from '../meaning/labels'
import type { ValueRow } from './rows'

/** Where a column stands: from the leftmost of its numbers to the end of the longest. */
export interface Column {
  readonly left: number
  readonly right: number
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
/** Those of table 4 where its kinds stand apart: five for each. */
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
export function indexOf(columns: readonly Column[], value: Item): number {
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

/** The columns of table 3; null where others are missing than the first and the last, whose headings may stand on the page before. */
function applicantColumns(headings: readonly Item[], rows: readonly ValueRow[]): Column[] | null {
  const found = headings.filter(({ text }) => APPLICANT_LABELS.is(text) !== undefined)
  const ids = found.map(({ text }) => APPLICANT_LABELS.is(text)!)
  const [first, last] = [ids[0] === APPLICANT_IDS[0], ids.at(-1) === APPLICANT_IDS.at(-1)]
  if (ids.join() !== APPLICANT_IDS.slice(first ? 0 : 1, last ? undefined : -1).join()) return null
  const columns = found.map(columnOf)
  const [start, end] = withEnds(first ? columns.slice(1) : columns, stacks(rows))
  return [...(first ? [] : [start]), ...columns, ...(last ? [] : [end])]
}

/** The columns beside those of the organisations: where numbers stand, else as wide as they are. */
function withEnds(columns: readonly Column[], numbers: readonly Column[]): [Column, Column] {
  const [first, last] = [columns[0]!, columns.at(-1)!]
  const step = (centreOf(last) - centreOf(first)) / (columns.length - 1)
  const moved = ({ left, right }: Column, by: number): Column => ({ left: left + by, right: right + by })
  return [numbers.findLast(({ right }) => right < first.left) ?? moved(first, -step), numbers.find(({ left }) => left > last.right) ?? moved(last, step)]
}

/** Whether texts are headings of columns, and not stray words in a table. */
export const headsColumns = (texts: readonly Item[]): boolean => texts.some(({ text }) => [APPLICANT_LABELS, RESULT_LABELS, COLUMN_LABELS].some((words) => words.is(text) !== undefined))

/** The columns of the form where rows are as long as those of table 3. */
export function fullColumns(rows: readonly ValueRow[]): Column[] | null {
  const columns = columnsOf(rows)
  return columns?.length === APPLICANT_IDS.length ? columns : null
}

/** How far from the middle of its heading a number may stand, in parts of the way to the next heading; and how far where another page has the heading. */
const OFF_HEADING = 0.6
const OFF_BEFORE = 0.25

/** Where columns are set against their headings: in the middle, or at either side. */
export const ALIGNMENTS: readonly ((column: Column) => number)[] = [centreOf, ({ left }) => left, ({ right }) => right]

/** The column of headings that each column of numbers stands under, set as most of them are; null where that is not clear. */
function under(headings: readonly Column[], columns: readonly Column[], most: number): number[] | null {
  const ways = ALIGNMENTS.map((of) => {
    const at = headings.map(of)
    const found = columns.map((column) => {
      const off = at.map((each) => of(column) - each)
      const nearest = off.reduce((best, each, index) => (Math.abs(each) < Math.abs(off[best]!) ? index : best), 0)
      const next = at[nearest + Math.sign(off[nearest]!)] ?? at[nearest - Math.sign(off[nearest]!)] ?? Infinity
      return { place: nearest, off: off[nearest] === 0 ? 0 : Math.abs(off[nearest]! / (next - at[nearest]!)) }
    })
    return { places: found.map(({ place }) => place), off: Math.max(...found.map((each) => each.off)) }
  })
  const best = ways.filter(({ places, off }) => off <= most && places.every((place, index) => index === 0 || place > places[index - 1]!)).sort((a, b) => a.off - b.off)[0]
  return best?.places ?? null
}

/** The columns of headings where numbers of rows show them: numbers of one column stand elsewhere under their heading than those of another table. */
export function shown(headings: readonly Column[], rows: readonly ValueRow[]): readonly Column[] {
  const columns = columnsOf(rows) ?? []
  const places = under(headings, columns, OFF_HEADING) ?? []
  return headings.map((heading, at) => columns[places.indexOf(at)] ?? heading)
}

/** Columns known from above or from the page before, where the numbers of rows stand right in them: enough of them, unless the rows are `named` as the form's. */
export function continued(known: readonly Column[] | null, rows: readonly ValueRow[], named: boolean): readonly Column[] | null {
  const columns = columnsOf(rows)
  return known && columns && (columns.length >= 3 || named) && under(known, columns, OFF_BEFORE) ? known : null
}

/** Stretches of rows that stand in the same columns: a table may be cut in two with other widths. */
export function alike(rows: readonly ValueRow[]): ValueRow[][] {
  const parts: ValueRow[][] = []
  for (const row of rows) {
    const open = parts.at(-1)
    if (open && stacks([...open, row]).length <= Math.max(APPLICANT_IDS.length, ...open.map(({ values }) => values.length), row.values.length)) open.push(row)
    else parts.push([row])
  }
  return parts
}

/** So many rows without a blank show where columns stand that overlap. */
const LEAST_FULL = 2
/** How far from its column's middle or side a number may stand then, in parts of the way to the next. */
const OFF_COLUMN = 0.35

/** The middle one of values. */
export const middleOf = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!

/** The numbers of a row by the columns' middles or sides; null where one stands between two, or two in one. */
function cellsAt(values: readonly Item[], at: readonly number[], of: (column: Column) => number): string[] | null {
  const cells = at.map(() => '')
  for (const value of values) {
    const off = at.map((each) => Math.abs(of(columnOf(value)) - each))
    const place = off.indexOf(Math.min(...off))
    const step = Math.min(...[at[place - 1], at[place + 1]].filter((each) => each !== undefined).map((each) => Math.abs(each - at[place]!)))
    if (off[place]! > step * OFF_COLUMN || cells[place] !== '') return null
    cells[place] = value.text.trim()
  }
  return cells
}

/** The numbers of rows in columns that are too narrow for some of them: by where the numbers of rows without a blank stand, or the headings, in the middle or at either side, as the numbers differ least from it. A row whose numbers stand between the columns stays as it is; null where nothing shows the columns. */
function narrow(rows: readonly ValueRow[], headings: readonly Column[] | null): string[][] | null {
  const width = FULL.find((count) => rows.filter(({ values }) => values.length === count).length >= LEAST_FULL)
  const full = rows.flatMap(({ values }) => (values.length === width ? [values.map(columnOf)] : []))
  const edges = full.length > 0 ? full[0]!.map((_, at) => full.map((row) => row[at]!)) : headings && FULL.includes(headings.length) ? headings.map((each) => [each]) : null
  if (!edges) return null
  const values = rows.flatMap((row) => row.values.map(columnOf))
  const ways = ALIGNMENTS.map((of) => {
    const at = edges.map((columns) => middleOf(columns.map(of)))
    return { of, at, off: values.reduce((sum, value) => sum + Math.min(...at.map((each) => Math.abs(of(value) - each))), 0) }
  })
  const { of, at } = ways.reduce((best, way) => (way.off < best.off ? way : best))
  return rows.map((row) => (row.values.length === width ? null : cellsAt(row.values, at, of)) ?? row.values.map(({ text }) => text.trim()))
}

/** The numbers of rows in their columns, with blanks where a row has none; as they are where they stand in no columns. `headings`: the columns that the table's headings show. */
export function spread(rows: readonly ValueRow[], headings: readonly Column[] | null): string[][] {
  const columns = columnsOf(rows)
  const plainly = (): string[][] => rows.map(({ values }) => values.map(({ text }) => text.trim()))
  if (!columns) return narrow(rows, headings) ?? plainly()
  const places = headings && columns.length < headings.length ? under(headings, columns, OFF_HEADING) : columns.map((_, at) => at)
  if (!places) return plainly()
  const width = Math.max(columns.length, headings && columns.length < headings.length ? headings.length : 0)
  return rows.map(({ values }) => {
    const cells = Array.from({ length: width }, () => '')
    for (const value of values) cells[places[indexOf(columns, value)]!] = value.text.trim()
    return cells
  })
}
