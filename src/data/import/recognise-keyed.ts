import { DOUBT_LOOKS } from '@/domain/doubt-looks'
import type { ColumnRole } from './mapping'
import type { Shape } from './account'
import { columnsNamed, figureNamed, figureOfParts, keyRolesOf, normal, type KeyRole } from './names'
import { generalKeys, INDEXES, isYearHeading, plainRole } from './recognise-keys'
import { COMMON, isUnnamed, OWN_FORMATS, yearOfTable, type Headed, type Recognition } from './recognition'

/** The format whose names stand in the columns that name figures: the national forms', unless another knows more of them. */
function formatNamed({ headings, sample }: Headed, columns: Readonly<Record<string, ColumnRole>>): string {
  const text = (row: readonly string[], as: string): string => row[headings.findIndex((heading) => columns[heading]?.as === as)]?.trim() ?? ''
  const names = [...new Map(sample.map((row) => [text(row, 'figure') || text(row, 'row'), text(row, 'column')])).entries()]
  const known = (id: string): number => names.filter(([name, column]) => name !== '' && ![figureNamed(name, column, 'total', id), figureOfParts(name, column, 'total', id)].every((named) => named === 'unknown')).length
  const scored = ['cn', ...OWN_FORMATS.map(({ id }) => id).filter((id) => id !== COMMON.id), COMMON.id].map((id) => ({ id, count: known(id) }))
  return scored.reduce((best, each) => (each.count > best.count ? each : best)).id
}

/** Tables that name the figure in a column: the national form's tables, a line a figure, a column a year. */
export function keyed(headed: Headed, format?: string): Recognition | null {
  const { headings } = headed
  const columns = generalKeys(headed)
  const taken = new Set<KeyRole>()
  for (const heading of headings) {
    if (Object.hasOwn(columns, heading)) continue
    const role = keyRolesOf(heading).find((each) => each !== 'agency' && each !== 'year' && !taken.has(each))
    if (!role) continue
    taken.add(role)
    columns[heading] = plainRole(role)
  }
  // A measure without a row beside it is the whole figure.
  const lone = taken.has('row') || taken.has('figure') ? undefined : headings.find((heading) => columns[heading]?.as === 'column')
  if (lone !== undefined && normal(lone) === 'measure') {
    columns[lone] = { as: 'figure' }
    taken.add('figure')
  }
  const named = taken.has('row') || taken.has('figure')
  if (!named || !Object.values(columns).some(({ as }) => as === 'agency')) return null
  const base = { year: null as number | null }
  const as = (shape: Shape): Recognition => {
    const id = format ?? formatNamed(headed, columns)
    return { format: id, shape, mapping: { format: id, columns, ...base }, told: leftovers(headings, columns) }
  }
  const years = headings.filter((heading) => !Object.hasOwn(columns, heading) && isYearHeading(heading) !== null)
  const hasYear = Object.values(columns).some((role) => role.as === 'year')
  if (years.length > 0 && !hasYear) {
    for (const heading of years) columns[heading] = { as: 'year-cells', year: isYearHeading(heading)! }
    return as('years')
  }
  if (!hasYear) base.year = yearOfTable(headed)
  const parts = headings.filter((heading) => !Object.hasOwn(columns, heading) || columns[heading]!.as === 'note' || columns[heading]!.as === 'value').filter((heading) => columnsNamed(heading).length > 0)
  if (taken.has('row') && parts.length >= 2) {
    for (const heading of parts) columns[heading] = { as: 'part', part: columnsNamed(heading)[0]!.id }
    return as('form')
  }
  return taken.has('value') ? as('tidy') : null
}

/** Columns nobody asked for are passed over, which is told. */
const leftovers = (headings: readonly string[], columns: Readonly<Record<string, ColumnRole>>): Recognition['told'] =>
  headings.filter((heading) => !Object.hasOwn(columns, heading) && !isUnnamed(heading) && !QUIET.has(normal(heading))).map((column) => ({ kind: 'column-unknown', column, text: '' }))

/** Columns of our own downloads that repeat what others say. */
const REPEATED = ['label', 'label-en', 'numerator', 'denominator', 'low', 'high', 'definition', 'name', 'break', 'notes', 'apart', 'rank', 'ranked', 'overall', 'limit-95-low', 'limit-95-high', 'limit-99.8-low', 'limit-99.8-high', 'position']
/** They, what stands there of doubts, and numbers of lines. */
const QUIET = new Set([...[...REPEATED, ...Object.values(DOUBT_LOOKS).flatMap(({ column }) => [column, `${column}-en`])].map(normal), ...INDEXES])
