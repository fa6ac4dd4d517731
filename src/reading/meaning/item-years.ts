import type { ProactiveColumn } from '@/domain/figure'
import type { Piece } from './entries'
import { COLUMN_LABELS } from './labels'
import { tight } from './words'

const LAST_YEAR = /^(?:上一?年度?|去年)|[（(](?:上一?年度?|去年)(?:同期)?[)）]$/
const NAMED_YEAR = /^((?:19|20)\d\d)年度?|[（(]((?:19|20)\d\d)年度?[)）]$/

/** The column that a heading of table 2 names, a year in digits standing for 本年; null for any other text. */
export const columnNamed = (heading: string): ProactiveColumn | null => (COLUMN_LABELS.name(heading) ?? COLUMN_LABELS.name(tight(heading).replace(/^(?:19|20)\d\d年度?/, '本年')))?.id ?? null

/** Whether a heading of table 2 is of another year than the report's: 上年制发件数. What the form of 2019 asks of the year before (上一年项目数量) is this year's. */
export function isOfOtherYear(heading: string, year: number | null): boolean {
  const words = tight(heading)
  if (COLUMN_LABELS.name(heading)?.id === 'items-before') return false
  const [, before, behind] = NAMED_YEAR.exec(words) ?? []
  const named = before ?? behind
  return LAST_YEAR.test(words) || (named !== undefined && year !== null && Number(named) !== year)
}

/** The values of a row that stand under this year's headings, where those of other years stand beside them: a value for each heading, in order, or each under one heading by its place; a blank beside all headings is none. Null where neither tells. */
export function underOwn(values: readonly Piece[], own: readonly Piece[], others: readonly Piece[], placed: boolean): readonly Piece[] | null {
  const headings = [...own, ...others].sort((a, b) => a.column - b.column)
  const over = (value: Piece): Piece[] => headings.filter(({ column, width }) => column < value.column + value.width && value.column < column + width)
  if (placed && values.every((value) => over(value).length === 1 || (over(value).length === 0 && tight(value.text) === ''))) return values.filter((value) => over(value).some((heading) => own.includes(heading)))
  const apart = new Set(headings.map(({ column }) => column)).size === headings.length
  return apart && values.length === headings.length ? values.filter((_, at) => own.includes(headings[at]!)) : null
}
