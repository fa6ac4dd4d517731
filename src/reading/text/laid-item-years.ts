import type { Item } from '../page/geometry'
import type { RowLine } from './form-rows'
import type { Column } from './laid-columns'
import { columnNamed } from '../meaning/item-years'
import { tight } from '../meaning/words'
import { yearOf } from '../meaning/year-columns'

/** So many years side by side head columns. */
const LEAST_YEARS = 2

/** The columns of an item, of several years each: the year and the heading of each, and where it stands. */
export interface YearColumns {
  readonly years: readonly string[]
  readonly headings: readonly string[]
  readonly columns: readonly Column[]
}

const wordsOf = ({ labels, values }: RowLine): Item[] => [...labels, ...values].filter(({ text }) => tight(text) !== '信息内容')

/** The years that a line names, where it names several and nothing else. */
function yearsIn(line: RowLine): Item[] {
  const words = wordsOf(line)
  return words.length >= LEAST_YEARS && words.every(({ text }) => yearOf(text, 0) !== undefined) ? words : []
}

/** Whether a line names years side by side. */
export const namesYears = (line: RowLine): boolean => yearsIn(line).length > 0

/** Whether words are the same few over and over. */
const repeat = (words: readonly string[], count: number): boolean => words.every((word, at) => word === words[at % count])

/** The columns that lines above a row head by a line of years: each year over all of an item's columns, or all years below each of them. Null where they are not told so. `count`: how many columns the item has. */
export function yearColumns(lines: readonly RowLine[], count: number): YearColumns | null {
  const years = lines.map(yearsIn).findLast(({ length }) => length > 0)
  if (!years) return null
  const headings = lines.flatMap(wordsOf).filter(({ text }) => columnNamed(text) !== null)
  const [names, said] = [headings.map(({ text }) => tight(text)), years.map(({ text }) => tight(text))]
  const placed = (items: readonly Item[]): Column[] => items.map(({ x, width }) => ({ left: x, right: x + width }))
  const each = said.length / count
  if (names.length === count && each >= LEAST_YEARS && Number.isInteger(each) && repeat(said, each)) return { years: said, headings: said.map((_, at) => names[Math.floor(at / each)]!), columns: placed(years) }
  if (names.length === said.length * count && repeat(names, count)) return { years: names.map((_, at) => said[Math.floor(at / count)]!), headings: names, columns: placed(headings) }
  return null
}
