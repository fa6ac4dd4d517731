import type { FigureId } from '@/domain/figure'
import { isCount } from '@/domain/formats'
import type { Shape } from './account'
import { headedTable, type HeadedTable } from './headed'
import type { FileChoices, Mapping } from './mapping'
import { recognise } from './recognise'
import type { Recognition } from './recognition'
import type { TableSource } from './table-source'

/** A table with what its columns are. */
export interface Understood {
  readonly table: HeadedTable
  readonly recognition: Recognition
  readonly mapping: Mapping
}

/** How a mapping made by hand names its figures. */
function shapeOf({ columns }: Mapping): Shape {
  const roles = new Set(Object.values(columns).map(({ as }) => as))
  return roles.has('year-cells') ? 'years' : roles.has('part') ? 'form' : roles.has('value') ? 'tidy' : 'wide'
}

/** What a table is, as the reader says or as recognised. */
export function understand(source: TableSource, { format, mapping, columns }: FileChoices): Understood {
  const table = headedTable(source)
  const found = recognise({ name: source.name, headings: table.headings, titles: table.above.map(({ text }) => text), sample: table.sample }, format)
  const kept = columns && !mapping ? { ...found, format: found.format || (format ?? ''), mapping: { ...found.mapping, columns: { ...found.mapping.columns, ...columns } } } : found
  const recognition = mapping ? { ...kept, format: mapping.format, shape: found.shape === 'unknown' ? shapeOf(mapping) : found.shape, told: [] } : kept
  const chosen = mapping ?? kept.mapping
  return { table, recognition, mapping: chosen.decimal ? chosen : { ...chosen, decimal: decimalOf(source, table, chosen) } }
}

const DECIMAL_COMMA = /^[+-]?\d{1,3}(?:\.\d{3})+,\d+$|^[+-]?\d+,\d{1,2}$|^[+-]?\d{4,},\d+$|^[+-]?0,\d+$/
const DECIMAL_POINT = /^[+-]?\d{1,3}(?:,\d{3})+\.\d+$|^[+-]?\d+\.\d{1,2}$|^[+-]?\d{4,}\.\d+$|^[+-]?0\.\d+$|^[+-]?\d+\.\d{4,}$/
/** `25.431`: thousands where points group, or a fraction. */
const GROUPED = /^[+-]?\d{1,3}(?:\.\d{3})+$/

/** The figure that a column of numbers holds, where one column holds one. */
const figureIn = (mapping: Mapping, heading: string): FigureId | undefined => {
  const role = mapping.columns[heading]
  return role?.as === 'cells' ? role.figure : role?.as === 'year-cells' || role?.as === 'value' ? mapping.figure : undefined
}

/**
 * Whether numbers have decimal commas: some must show it, none may show the contrary. Numbers of whole things that all have three
 * digits behind each point have points between thousands, which comes to the same.
 */
function decimalOf({ delimiter, typed }: TableSource, { headings, sample }: HeadedTable, mapping: Mapping): 'point' | 'comma' {
  if (typed) return 'point'
  const columns = headings.flatMap((heading, at) => (['cells', 'own', 'part', 'value', 'year-cells'].includes(mapping.columns[heading]?.as ?? '') ? [{ heading, at }] : []))
  const cellsOf = (at: number): string[] => sample.map((row) => (row[at] ?? '').trim().replace(/%$/, ''))
  const all = columns.flatMap(({ at }) => cellsOf(at))
  if (all.some((cell) => DECIMAL_POINT.test(cell))) return 'point'
  if (delimiter !== ',' && all.some((cell) => DECIMAL_COMMA.test(cell))) return 'comma'
  const whole = columns.filter(({ heading }) => {
    const figure = figureIn(mapping, heading)
    return figure === undefined ? mapping.columns[heading]?.as === 'part' : isCount(figure)
  })
  return whole.some(({ at }) => cellsOf(at).some((cell) => GROUPED.test(cell))) ? 'comma' : 'point'
}
