import type { Entry, Piece } from './entries'
import { tight } from './words'

const YEAR = /^((?:19|20)\d\d)年?度?(?:数量?)?$/
const OWN_YEAR = /^(?:本年度?|今年)(?:数量?)?$/
const OTHER_YEAR = /^(?:上一?年度?|去年)(?:数量?)?$/

/** Whether a label is a year and nothing else, and which: the report's own, or another; undefined where it says anything else. */
export function yearOf(label: string, year: number): 'own' | 'other' | undefined {
  const words = tight(label)
  const named = YEAR.exec(words)?.[1]
  if (named !== undefined) return Number(named) === year ? 'own' : 'other'
  return OWN_YEAR.test(words) ? 'own' : OTHER_YEAR.test(words) ? 'other' : undefined
}

/** Columns that hold a figure of several years each: how many there are, and which is the report's year's. */
export interface YearColumns {
  readonly table: number
  readonly count: number
  readonly own: number
}

/** The columns of years that the headings of a table name, each once, with whatever compares them behind; null where they name no other year beside the report's. */
export function yearColumnsOf({ labels, values, table }: Entry, year: number): YearColumns | null {
  if (table === null || values.length > 0) return null
  const [own, others] = (['own', 'other'] as const).map((which) => labels.flatMap(({ text }, at) => (yearOf(text, year) === which ? [at] : []))) as [number[], number[]]
  const first = Math.min(...own, ...others)
  return own.length === 1 && others.length > 0 ? { table, count: labels.length - first, own: own[0]! - first } : null
}

/** The values of a row without those of other years; all where they are not as many as the columns of years. */
export const ofOwnYear = (values: readonly Piece[], { count, own }: YearColumns): readonly Piece[] => (values.length === count ? values.slice(own, own + 1) : values)
