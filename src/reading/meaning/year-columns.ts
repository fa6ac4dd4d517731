import type { Entry, Piece } from './entries'
import { columnNamed, underOwn } from './item-years'
import { tight } from './words'

const YEAR = /^((?:19|20)\d\d)年?度?(?:数量?)?$/
const OWN_YEAR = /^(?:本年度?|今年|当年)(?:数量?)?$/
const OTHER_YEAR = /^(?:(?:上一?年度?|去年)(?:同期)?|(?:历年)?累计)(?:数量?)?$/

/** Whether a label is a year and nothing else, and which: the report's own, or another, or all years together; undefined where it says anything else. */
export function yearOf(label: string, year: number): 'own' | 'other' | undefined {
  const words = tight(label)
  const named = YEAR.exec(words)?.[1]
  if (named !== undefined) return Number(named) === year ? 'own' : 'other'
  return OWN_YEAR.test(words) ? 'own' : OTHER_YEAR.test(words) ? 'other' : undefined
}

/** Columns that hold figures of several years: the headings of the report's year, and those of others, with whatever compares them. */
export interface YearColumns {
  readonly table: number
  readonly own: readonly Piece[]
  readonly others: readonly Piece[]
}

/** The columns of years that the headings of a table name, one of each or one of each below every heading; null where they name no other year beside the report's. */
export function yearColumnsOf({ labels, values, table }: Entry, year: number): YearColumns | null {
  if (table === null || values.length > 0) return null
  const years = labels.map(({ text }) => yearOf(text, year))
  if (!years.includes('own') || !years.includes('other')) return null
  // What is in force of all years together, beside what this one made, has no other year beside it.
  const [allTogether, own] = [labels.filter(({ text }) => tight(text).includes('累计')).length, years.filter((which) => which === 'own').length]
  if (allTogether > 0 && allTogether !== own) return null
  const from = years.findIndex((which) => which !== undefined)
  const of = (isOwn: boolean): Piece[] => labels.filter((_, at) => at >= from && (years[at] === 'own') === isOwn)
  return { table, own: of(true), others: of(false) }
}

/** The columns of table 2 that labels head. */
const columnsIn = (labels: readonly Piece[]): unknown[] => labels.flatMap(({ text }) => columnNamed(text) ?? [])

/** An entry without what stands under the headings of other years; as it is where neither places nor order tell. Null where it heads columns that no year heads any more. */
export function ofOwnYear(entry: Entry, { own, others }: YearColumns): Entry | null {
  const isPlaced = !entry.loose && entry.told === undefined
  const under = (headings: readonly Piece[], { column, width }: Piece): boolean => headings.some((heading) => column < heading.column + heading.width && heading.column < column + width)
  const labels = isPlaced ? entry.labels.filter((label) => !under(others, label) || under(own, label)) : entry.labels
  if (!columnsIn(entry.labels).every((column) => columnsIn(labels).includes(column))) return null
  return { ...entry, labels, values: underOwn(entry.values, own, others, isPlaced) ?? entry.values }
}
