import { formatOf } from './formats'
import { indicatorOf, type Indicator } from './indicators'
import { passes, type Selection } from './selection'
import type { Table } from './table'

/** The indicator of an id; throws for an unknown one. */
export const required = (id: string): Indicator => {
  const indicator = indicatorOf(id)
  if (!indicator) throw new Error(`no indicator ${id}`)
  return indicator
}

/** The years a selection keeps, of those in the table, ascending. */
export const yearsOf = (table: Table, selection: Selection): number[] => {
  const { year } = selection
  return year === null ? [...table.years] : table.years.filter((each) => each >= year.from && each <= year.to)
}

const kept = new WeakMap<Table, { readonly key: string; readonly agencies: readonly number[] }>()

/** The agencies a selection keeps: those it names (in its order, unknown names left out), else all that pass its filters; looked up once for everything on a page. */
export function agenciesOf(table: Table, selection: Selection): readonly number[] {
  if (selection.agency.length > 0) return selection.agency.map((id) => table.indexOf(id)).filter((index) => index >= 0)
  const { province, city, level, category } = selection
  const key = JSON.stringify([province, city, level, category])
  const known = kept.get(table)
  if (known?.key === key) return known.agencies
  const agencies: number[] = []
  table.agencies.forEach((agency, index) => {
    if (passes(agency, selection)) agencies.push(index)
  })
  kept.set(table, { key, agencies })
  return agencies
}

/** A region's figure counts only where the reader asks for it, or names the agency. */
export const inScope = (regional: boolean, selection: Selection): boolean => selection.agency.length > 0 || selection.scope === 'all' || regional === (selection.scope === 'region')

/** Families of the forms that reports are written in, each once. A figure is added up within one family only. */
export function familiesAt(table: Table, rows: readonly number[]): string[] {
  return [...new Set(rows.map((row) => formatOf(table.formatOf(row))!.family))]
}
