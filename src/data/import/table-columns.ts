import { UNLISTED, type FigureId } from '@/domain/figure'
import type { AgencyField, FileLayout } from '@/domain/formats'
import type { Mapping } from './mapping'
import { visible } from './names'

/** A column of figures. */
export interface CellColumn {
  readonly at: number
  readonly heading: string
  readonly figure: FigureId
}

/** A column of numbers whose figure other columns name. */
export interface ValueColumn {
  readonly at: number
  readonly heading: string
  readonly part: string
  readonly year: number | null
}

/** Where a table has what, as its mapping says: places among its headings, -1 for what it does not have. */
export interface TableColumns {
  readonly agency: number
  readonly year: number
  readonly period: number
  readonly format: number
  /** Columns that name the figure of a line: by row and column of the form, or whole. */
  readonly keys: { readonly row: readonly number[]; readonly column: readonly number[]; readonly figure: readonly number[] }
  /** Columns that say more of the number beside them. */
  readonly beside: { readonly unit: number; readonly note: number; readonly missing: number; readonly source: number; readonly named: number; readonly quote: number; readonly scope: number }
  readonly fields: readonly { readonly at: number; readonly field: AgencyField }[]
  readonly values: readonly ValueColumn[]
  readonly cells: readonly CellColumn[]
  /** The column that tells whole agencies from their parts, and what it says of a whole one. */
  readonly whole: { readonly at: number; readonly is: RegExp } | null
}

/** The columns of a table with these headings. */
export function tableColumns(headings: readonly string[], mapping: Mapping, layout: FileLayout): TableColumns {
  const places = (as: string): number[] => headings.flatMap((heading, place) => (mapping.columns[heading]?.as === as ? [place] : []))
  const first = (as: string): number => places(as)[0] ?? -1
  const keys = { row: places('row'), column: places('column'), figure: places('figure') }
  const beside = { unit: first('unit'), note: first('note'), missing: first('missing'), source: first('source'), named: first('named'), quote: first('quote'), scope: first('scope') }
  const isNamed = keys.row.length + keys.figure.length > 0 || beside.named >= 0 || mapping.figure !== undefined
  const whole = layout.whole ? headings.findIndex((heading) => mapping.columns[heading]?.as === 'skip' && layout.whole!.headings.some((name) => visible(name).toLowerCase() === heading.toLowerCase())) : -1
  return {
    agency: first('agency'),
    year: first('year'),
    period: first('period'),
    format: first('format'),
    keys,
    beside,
    fields: headings.flatMap((heading, place) => {
      const role = mapping.columns[heading]
      return role?.as === 'field' ? [{ at: place, field: role.field }] : []
    }),
    values: headings.flatMap((heading, place): ValueColumn[] => {
      const role = mapping.columns[heading]
      if (role?.as === 'value' && isNamed) return [{ at: place, heading, part: '', year: null }]
      if (role?.as === 'part') return [{ at: place, heading, part: role.part, year: null }]
      return role?.as === 'year-cells' && isNamed ? [{ at: place, heading, part: '', year: role.year }] : []
    }),
    cells: headings.flatMap((heading, place) => {
      const role = mapping.columns[heading]
      const figure = role?.as === 'cells' ? role.figure : role?.as === 'own' ? (`${UNLISTED}${heading}` as FigureId) : undefined
      return figure === undefined ? [] : [{ at: place, heading, figure }]
    }),
    whole: whole >= 0 ? { at: whole, is: layout.whole!.is } : null,
  }
}
