import { APPLICANT_IDS, APPLICANT_PARTS, type Applicant } from '@/domain/figure'
import type { RowLine } from './form-rows'
import { addsUp, asCells } from './laid-cells'

/** Where the total of a row stands: behind its parts, as in the form, or before them. */
export type TotalAt = 'first' | 'last'

/** So many lines that add up show where the totals stand, and so many times those that add up the other way. */
const LEAST_SUMS = 3
const CLEARLY = 2

/** The applicants of table 3 from left to right. */
export const applicantsFrom = (total: TotalAt): readonly Applicant[] => (total === 'last' ? APPLICANT_IDS : ['total', ...APPLICANT_PARTS])

/** Where the totals of lines stand by their sums, those told by neither way or both left out; undefined where they do not show it. */
export function totalBySums(lines: readonly RowLine[]): TotalAt | undefined {
  const rows = lines.map(({ values }) => asCells(values))
  const only = (total: TotalAt, other: TotalAt): number => rows.filter((row) => addsUp(row, total) === true && addsUp(row, other) === false).length
  const [first, last] = [only('first', 'last'), only('last', 'first')]
  if (Math.max(first, last) < LEAST_SUMS) return undefined
  return first >= last * CLEARLY ? 'first' : last >= first * CLEARLY ? 'last' : undefined
}
