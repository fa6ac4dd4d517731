import { APPLICANT_IDS } from '@/domain/figure'
import { centre, linesOf, middle, type Item } from './geometry'
import { APPLICANT_LABELS, COLUMN_LABELS, isHeading, ITEM_LABELS, KIND_LABELS, RESULT_LABELS, RESULT_ORDER } from '../meaning/labels'
import type { ValueRow } from './rows'
import { isOfResults, spelledResults } from './spelled-results'
import { columnsOf, type Column } from './value-columns'
import { tight } from '../meaning/words'

/** Headings above rows of numbers, of columns from left to right, and the rows below them. */
export interface HeadingRow {
  readonly y: number
  readonly items: readonly Item[]
  readonly rows: readonly ValueRow[]
}

/** By its number, or by its words. */
const PART = /^[（(]?[一二三四五六][）)、].*(?:主动公开|收到和处理|申请|行政复议|行政诉讼).*情况$|^(?:行政机关)?(?:主动公开政府信息|收到和处理.{0,8}申请|.{0,8}行政复议[、和].{0,4}行政诉讼)情况$/
/** Those of the parts without a table, by both. */
const OTHER_PART = /^[一五六]、(?:总体情况|.{0,12}存在的?(?:主要)?问题.{0,8}|其他需要报告的?.{0,4})$/
/** Whether a text is the heading of a part of the report. */
export const isPartHeading = (text: string): boolean => PART.test(tight(text)) || OTHER_PART.test(tight(text))

/** Headings that stand over several columns. */
export const SPANNING_HEADING = /^(?:申请人情况|法人(?:或者?|和)?其[他它]组织|行政诉讼|第二十条.*|信息内容|项目|类别|.*情况)$/
const isSpanning = ({ text }: Item): boolean => SPANNING_HEADING.test(tight(text)) || KIND_LABELS.is(text) !== undefined || ITEM_LABELS.is(text) !== undefined

const around = (a: Item, b: Item): Item => {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)]
  return { text: `${a.text.trim()}${b.text.trim()}`, x, y, width: Math.max(a.x + a.width, b.x + b.width) - x, height: Math.max(a.y + a.height, b.y + b.height) - y }
}

/** Whether a text is a heading only together with what goes on below it: 其他 alone is one of table 3, 其他结果 one of table 4. */
export const isOnlyTogether = (above: string, whole: string): boolean => [APPLICANT_LABELS, RESULT_LABELS, COLUMN_LABELS, KIND_LABELS].some((words) => words.is(whole) !== undefined && words.is(above) !== words.is(whole))

/** Whether two letters stand over one column of table 3: as near to its numbers as to no others. */
function isOver(columns: readonly Column[] | null, a: Item, b: Item): boolean {
  if (columns?.length !== APPLICANT_IDS.length || [a, b].some(({ text }) => tight(text).length > 1)) return false
  const nearest = (item: Item): number => columns.map((column) => Math.abs((column.left + column.right) / 2 - middle(item))).reduce((best, off, at, offs) => (off < offs[best]! ? at : best), 0)
  return nearest(a) === nearest(b)
}

/** The pieces of one line, those over one column of numbers together: a heading may be written with spaces, or fill its column up to the next. */
function joined(line: readonly Item[], columns: readonly Column[] | null, height: number): Item[] {
  const items: Item[] = []
  for (const item of line) {
    const last = items.at(-1)
    const gap = last ? item.x - (last.x + last.width) : Infinity
    const same = last !== undefined && gap <= height * 1.2 && ((gap <= height * 0.2 && !(isHeading(last.text) && isHeading(item.text))) || isOnlyTogether(last.text, `${last.text}${item.text}`) || isOver(columns, last, item))
    if (same) items[items.length - 1] = around(last, item)
    else items.push(item)
  }
  return items
}

const overlap = (a: Item, b: Item): number => Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)

/** How far apart in heights of a letter the lines of one heading stand, and those that are a heading's words only together. */
const APART = 1.1
const APART_OF_ONE = 2
/** And those of a heading that is written downwards, a letter a line, each right below the other. */
const APART_OF_LETTERS = 2
const BESIDE = 0.3
/** How much of the narrower stands over the other. */
const LEAST_OVER = 0.6
const LEAST_OVER_OF_ONE = 0.4

/** Whether a text goes on with the one above it. */
function goesOn(above: Item, below: Item, height: number): boolean {
  const [gap, words] = [below.y - (above.y + above.height), `${above.text}${below.text}`]
  const isOne = isOnlyTogether(above.text, words)
  const areLetters = !isSpanning(above) && [above, below].every(({ width }) => width <= height * (1 + BESIDE)) && tight(below.text).length === 1 && Math.abs(above.x - below.x) <= height * BESIDE
  if (areLetters && gap <= height * APART_OF_LETTERS) return true
  return (isOne || !isSpanning(above)) && overlap(above, below) >= Math.min(above.width, below.width) * (isOne ? LEAST_OVER_OF_ONE : LEAST_OVER) && gap <= height * (isOne ? APART_OF_ONE : APART)
}

/** The lines of each heading put together: those that stand right below each other. */
export function stacked(items: readonly Item[], height: number): Item[] {
  const columns: Item[] = []
  for (const item of [...items].sort((a, b) => centre(a) - centre(b) || a.x - b.x)) {
    const at = columns.findLastIndex((column) => goesOn(column, item, height))
    if (at < 0 || isSpanning(item)) columns.push(item)
    else columns[at] = around(columns[at]!, item)
  }
  return columns.sort((a, b) => a.x - b.x)
}

/** So many words of one table's headings in lines without numbers are its headings. */
const LEAST_APPLICANTS = 4
const LEAST_RESULTS = RESULT_ORDER.length

/** Headings of one of the form's tables that stand together. */
export interface FormHeadings {
  readonly y: number
  readonly left: number
  readonly items: ReadonlySet<Item>
}

/** The results of table 4 among headings; 其他 beside them is one. */
const resultsOf = (items: readonly Item[]): Item[] => {
  const isThere = items.some(({ text }) => RESULT_LABELS.is(text) === 'upheld')
  return items.filter(({ text }) => RESULT_LABELS.is(text) !== undefined || (isThere && APPLICANT_LABELS.is(text) === 'other'))
}

/** The headings of one table among those that stand without numbers below each other: of table 4 or 3, else of table 2. */
function headsOf(stacks: readonly Item[]): readonly Item[] {
  const [applicants, columns] = [APPLICANT_LABELS, COLUMN_LABELS].map((words) => stacks.filter(({ text }) => words.is(text) !== undefined)) as [Item[], Item[]]
  const results = resultsOf(stacks)
  return results.length >= LEAST_RESULTS ? results : applicants.length >= LEAST_APPLICANTS ? applicants : columns
}

/** The headings of the form's tables among runs of lines without numbers, by their words, however they are broken. */
export function formHeadings(runs: readonly (readonly (readonly Item[])[])[], height: number): FormHeadings[] {
  return runs.flatMap((run): FormHeadings[] => {
    const heads = headsOf(stacked(run.flatMap((line) => joined(line, null, height)), height))
    if (heads.length === 0) return []
    const holds = (item: Item): boolean => heads.some(({ x, y, width, height: high }) => middle(item) >= x && middle(item) <= x + width && centre(item) >= y && centre(item) <= y + high)
    const isOfResults = heads.some(({ text }) => RESULT_LABELS.is(text) === 'upheld')
    const items = run.flat().filter((item) => holds(item) || (isOfResults && KIND_LABELS.is(item.text) !== undefined))
    return [{ y: Math.min(...items.map(centre)), left: Math.min(...heads.map(({ x }) => x)), items: new Set(items) }]
  })
}

const isOfKind = ({ text }: Item): boolean => tight(text) === '行政诉讼' || KIND_LABELS.is(text) !== undefined

/** Where, among headings without a number between them, those of another table begin: below the results of table 4 at the name of the next kind, and below an item of table 2 at the headings of the next. */
function startOfNext(items: readonly Item[]): number {
  const [results, columns] = [resultsOf(items), items.filter(({ text }) => COLUMN_LABELS.is(text) !== undefined)]
  const above = (heads: readonly Item[], { y }: Item): number => heads.filter((head) => head.y + head.height <= y).length
  const kinds = items.filter((item) => isOfKind(item) && above(results, item) >= LEAST_RESULTS && results.some(({ y }) => y >= item.y))
  return Math.min(...[...kinds, ...columns.filter((item) => above(columns, item) > 0)].map(({ y }) => y))
}

/** The headings of tables, or of items of table 2, that stand below each other, without a number between them. */
function tablesOf(items: readonly Item[]): Item[][] {
  const start = startOfNext(items)
  return start === Infinity ? [[...items]] : [items.filter(({ y }) => y < start), ...tablesOf(items.filter(({ y }) => y >= start))]
}

/** Headings with the results of table 4 whole, where they are not, and their pieces spell them. */
function withResults(items: readonly Item[], pieces: readonly Item[]): Item[] {
  const spelled = resultsOf(items).length > 0 ? spelledResults(pieces) : null
  return spelled && spelled.length > resultsOf(items).length ? [...items.filter((item) => !isOfResults(item)), ...spelled].sort((a, b) => a.x - b.x) : [...items]
}

/** Headings by the rows of numbers that they stand above: the lines of one column put together, so that their order is that of the numbers. */
export function headingRows(headings: readonly Item[], rows: readonly ValueRow[], height: number): HeadingRow[] {
  const above = new Map<number, Item[]>()
  for (const item of headings) {
    const count = rows.filter(({ y }) => y < centre(item)).length
    above.set(count, [...(above.get(count) ?? []), item])
  }
  const starts = [...above.keys()].sort((a, b) => a - b)
  return starts.flatMap((start, at) => {
    const own = rows.slice(start, starts[at + 1])
    const columns = columnsOf(own)
    const pieces = above.get(start)!
    const tables = tablesOf(withResults(stacked(linesOf(pieces).flatMap((line) => joined(line, columns, height)), height), pieces))
    return tables.map((items, table) => ({ y: Math.min(...items.map(centre)), rows: table < tables.length - 1 ? [] : own, items }))
  })
}
