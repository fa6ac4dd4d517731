import { UNLISTED } from './figure'
import { indicatorOf } from './indicators'
import type { Selection, Unknown } from './selection'
import type { Table } from './table'

/** An indicator there is, for the reports that the table has. */
function offers(table: Table, id: string): boolean {
  if (id.startsWith(UNLISTED)) return (table.columns as ReadonlyMap<string, unknown>).has(id)
  const family = indicatorOf(id)?.family
  return family === table.family || family === 'any'
}

/** What the selection asks for that the data do not have: it stays in the link and is shown as "not in this data". `charts`: the ids of the charts there are. */
export function unknownIn(table: Table, selection: Selection, charts: readonly string[]): Unknown[] {
  const has = (values: readonly string[], known: ReadonlySet<string>, param: string): Unknown[] => values.filter((value) => !known.has(value)).map((text) => ({ param, text }))
  const of = (field: 'province' | 'city' | 'level' | 'category'): ReadonlySet<string> => new Set(table.agencies.map((agency) => agency[field]))
  const found: Unknown[] = [
    ...selection.unknown,
    ...selection.agency.filter((id) => table.indexOf(id) < 0).map((text) => ({ param: 'agency', text })),
    ...has(selection.province, of('province'), 'province'),
    ...has(selection.city, of('city'), 'city'),
    ...has(selection.level, of('level'), 'level'),
    ...has(selection.category, of('category'), 'category'),
  ]
  if (selection.indicator !== '' && !offers(table, selection.indicator)) found.push({ param: 'indicator', text: selection.indicator })
  if (selection.chart !== '' && !charts.includes(selection.chart)) found.push({ param: 'chart', text: selection.chart })
  if (selection.focus !== '' && table.indexOf(selection.focus) < 0) found.push({ param: 'focus', text: selection.focus })
  if (selection.report && table.rowOf(table.indexOf(selection.report.agency), selection.report.year) < 0) found.push({ param: 'report', text: `${selection.report.agency}~${selection.report.year}` })
  if (selection.at !== null && !table.years.includes(selection.at)) found.push({ param: 'at', text: String(selection.at) })
  if (selection.year && !table.years.some((year) => year >= selection.year!.from && year <= selection.year!.to)) found.push({ param: 'year', text: `${selection.year.from}..${selection.year.to}` })
  return found
}
