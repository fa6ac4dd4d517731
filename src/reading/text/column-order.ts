import { APPLICANT_IDS, APPLICANT_PARTS, type Applicant } from '@/domain/figure'
import type { Item } from '../page/geometry'
import type { RowLine } from './form-rows'
import { addsUp, valuesFrom } from './laid-cells'
import type { WordLine } from './laid-lines'
import { isUnit } from '../meaning/units'
import { tight } from '../meaning/words'

/** Where the total of a row stands: behind its parts, as in the form, or before them. */
export type TotalAt = 'first' | 'last'

/** So many lines that add up show where the totals stand, and so many times those that add up the other way. */
const LEAST_SUMS = 3
const CLEARLY = 2

/** The applicants of table 3 from left to right. */
export const applicantsFrom = (total: TotalAt): readonly Applicant[] => (total === 'last' ? APPLICANT_IDS : ['total', ...APPLICANT_PARTS])

const asCells = (values: readonly Item[]): Parameters<typeof addsUp>[0] => values.map(({ x, width, y, text }) => ({ x, width, y, parts: [text] }))

/** Where the totals of lines stand by their sums, those told by neither way or both left out; undefined where they do not show it. */
export function totalBySums(lines: readonly RowLine[]): TotalAt | undefined {
  const rows = lines.map(({ values }) => asCells(values))
  const only = (total: TotalAt, other: TotalAt): number => rows.filter((row) => addsUp(row, total) === true && addsUp(row, other) === false).length
  const [first, last] = [only('first', 'last'), only('last', 'first')]
  if (Math.max(first, last) < LEAST_SUMS) return undefined
  return first >= last * CLEARLY ? 'first' : last >= first * CLEARLY ? 'last' : undefined
}

const valuesOf = ({ words }: WordLine): Item[] => words.slice(valuesFrom(words)).filter(({ text }) => !isUnit(text))

/** Whether a heading 小计, which a narrow column may break, names the sum of organisations above the first row of table 3. `above`: the lines before them, in which the headings may stand. */
function namesOrganisationSums(lines: readonly WordLine[], above: readonly WordLine[]): boolean {
  const first = lines.findIndex((line) => valuesOf(line).length > 0)
  const heads = [...above.slice(above.findLastIndex((line) => valuesOf(line).length > 0) + 1), ...lines.slice(0, Math.max(first, 0))]
  return heads.some(({ words }) => words.some(({ text }) => tight(text) === '小计') || ['小', '总'].every((letter) => words.some(({ text }) => text === letter)))
}

/** Whether lines of a text without columns, whose headings name a sum of organisations, have one number fewer than those and no sum shows that it is the total which stands there. */
export function mayLackTotals(lines: readonly WordLine[], above: readonly WordLine[]): boolean {
  const rows = lines.map(valuesOf).filter(({ length }) => length === APPLICANT_IDS.length)
  return namesOrganisationSums(lines, above) && !rows.some((values) => values.slice(0, 1).some(({ text }) => !NONE.test(tight(text))) && addsUp(asCells(values)) === true)
}

const NONE = /^(?:0件?|[-—–－／/]|无)$/
/** So large a share of rows has the sum of its organisations where their column is. */
const MOSTLY = 0.9

/**
 * Lines of table 3 in a text without the sums of its organisations, for which the form has no column: a heading names it, each row has one number more than the form, but for those without any organisation, which may leave their sum blank, and nearly all show by their sums which that is. Else the lines as they are.
 */
export function withoutOrganisationSums(lines: readonly WordLine[], above: readonly WordLine[]): readonly WordLine[] {
  const rows = lines.map(valuesOf).filter((values) => values.length > 0)
  const full = rows.filter(({ length }) => length === APPLICANT_IDS.length + 1)
  const isLeftBlank = (values: readonly Item[], sum: number): boolean => values.length === APPLICANT_IDS.length && values.slice(sum - APPLICANT_PARTS.length + 1, sum).every(({ text }) => NONE.test(tight(text)))
  if (full.length < LEAST_SUMS || !namesOrganisationSums(lines, above)) return lines
  const at = [APPLICANT_IDS.length - 1, APPLICANT_IDS.length].find((sum) => rows.every((values) => full.includes(values) || isLeftBlank(values, sum)) && full.filter((values) => addsUp(asCells(values.slice(sum - APPLICANT_PARTS.length + 1, sum + 1))) === true).length >= full.length * MOSTLY)
  return at === undefined ? lines : lines.map((line) => (valuesOf(line).length > APPLICANT_IDS.length ? { ...line, words: line.words.filter((word) => word !== valuesOf(line)[at]) } : line))
}
