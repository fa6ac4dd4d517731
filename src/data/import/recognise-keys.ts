import type { AgencyField, FileLayout } from '@/domain/formats'
import type { ColumnRole } from './mapping'
import { agencyRank, keyRolesOf, normal, type KeyRole } from './names'
import { COMMON, type Headed } from './recognition'
import { namesYear, yearOf } from './year'

export const has = (names: readonly string[], heading: string): boolean => names.some((name) => normal(name) === normal(heading))

/** Columns that say which part of a year a line counts, where another column has the year. */
const PERIODS = ['quarter', 'period', 'reporting period', 'half', 'half year', 'month', '季度', '月份', '期间', '统计期间']

/** The column with the year: of those so called, the first whose cells name years. */
function yearHeading({ headings, sample }: Headed, names: readonly string[], taken: Readonly<Record<string, ColumnRole>>): string | undefined {
  const found = names.flatMap((name) => headings.filter((heading) => normal(heading) === normal(name) && !(heading in taken)))
  return found.find((heading) => sample.some((row) => namesYear(row[headings.indexOf(heading)] ?? ''))) ?? found[0]
}

/** The column numbers the lines from one on: no code of an agency. */
function countsLines({ sample }: Headed, at: number): boolean {
  const numbers = sample.map((row) => Number(row[at]?.trim() || Number.NaN))
  return numbers.length > 1 && numbers[0]! <= 1 && numbers.every((number, line) => line === 0 || number === numbers[line - 1]! + 1)
}

/** The agency's, year's and other columns of a format's files. */
export function keysOf(headed: Headed, layout: FileLayout): { columns: Record<string, ColumnRole>; year: boolean; whole: boolean } {
  const { headings } = headed
  const columns: Record<string, ColumnRole> = {}
  const agency = layout.agency.map((name) => headings.find((heading) => normal(heading) === normal(name))).find((heading) => heading !== undefined)
  if (agency !== undefined) columns[agency] = { as: 'agency' }
  const year = yearHeading(headed, layout.year, columns)
  if (year !== undefined) columns[year] = { as: 'year' }
  const period = headings.find((heading) => !Object.hasOwn(columns, heading) && has(PERIODS, heading))
  if (period !== undefined) columns[period] = { as: 'period' }
  for (const [field, names] of Object.entries(layout.fields ?? {})) {
    const heading = headings.find((each) => !Object.hasOwn(columns, each) && has(names, each) && !(field === 'code' && countsLines(headed, headings.indexOf(each))))
    if (heading !== undefined) columns[heading] = { as: 'field', field: field as AgencyField }
  }
  const whole = layout.whole && headings.find((heading) => has(layout.whole!.headings, heading))
  if (whole !== undefined) columns[whole] = { as: 'skip' }
  return { columns, year: year !== undefined, whole: whole !== undefined }
}

/** Every cell of the column is a year of our time: a year whatever its heading says. */
const holdsYears = ({ sample }: Headed, at: number): boolean => {
  const cells = sample.map((row) => row[at]?.trim() ?? '').filter((cell) => cell !== '')
  return cells.length > 0 && cells.every((cell) => /^(?:19[9]|20[0-4])\d$/.test(cell))
}

/** The agency, year and fields of a file in no format's own layout; a heading that may be two things is the one still missing. */
export function generalKeys(headed: Headed): Record<string, ColumnRole> {
  const { headings } = headed
  const { columns, year } = keysOf(headed, { ...COMMON.own!.layout, agency: [' '] as [string] })
  const free = headings.filter((heading) => !Object.hasOwn(columns, heading))
  const ranked = free.map((heading) => ({ heading, rank: agencyRank(heading) })).filter(({ rank }) => rank >= 0).sort((a, b) => a.rank - b.rank)
  const agency = ranked[0]?.heading ?? free.find((heading) => has(COMMON.own!.layout.agency, heading))
  if (agency !== undefined) columns[agency] = { as: 'agency' }
  if (!year) {
    const found = headings.find((heading) => !Object.hasOwn(columns, heading) && keyRolesOf(heading).includes('year')) ?? headings.find((heading, at) => !Object.hasOwn(columns, heading) && isYearHeading(heading) === null && holdsYears(headed, at))
    if (found !== undefined) columns[found] = { as: 'year' }
  }
  return columns
}

export const isYearHeading = (heading: string): number | null => (/^(?:FY\s*)?(?:19|20)\d\d(?:年|年度|[-/–]\d{2}(?:\d{2})?)?$/i.test(heading.trim()) ? yearOf(heading).year : null)

export const plainRole = (role: KeyRole): ColumnRole => ({ as: role })

/** Columns that count the lines. */
export const INDEXES: ReadonlySet<string> = new Set(['序号', '编号', 'sn'])
