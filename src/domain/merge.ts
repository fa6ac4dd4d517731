import type { Cell } from './cell'
import { MISSING_REASONS } from './cell'
import type { FigureId } from './figure'
import { REASON_BITS, STATED, type Agency, type Column, type TableData, type Version } from './table'

/** A table to merge, with the name its figures are told by. */
export interface TitledTable {
  readonly title: string
  readonly data: TableData
}

interface Growing {
  readonly values: Float64Array
  readonly states: Uint8Array
  readonly remarks: Map<number, { readonly note?: string; readonly raw?: string }>
}

const cellOf = ({ values, states, remarks }: Column | Growing, row: number): Cell => {
  const kind = states[row]! & REASON_BITS
  return kind === STATED ? { value: values[row]!, ...remarks.get(row) } : { missing: MISSING_REASONS[kind] ?? 'not-known', ...remarks.get(row) }
}

/**
 * Several packages as one table. The same agency (by id) and year is one report: a cell that an earlier table does not know comes from a
 * later one; a cell that they state differently stays the earlier one's, and the other is kept as a version.
 */
export function mergeTables(tables: readonly TitledTable[]): TableData {
  const [first] = tables
  if (first && tables.length === 1) return first.data
  const agencies: Agency[] = []
  const agencyAt = new Map<string, number>()
  const rowAt = new Map<number, number>()
  const firstFrom: number[] = []
  const reports: { agency: number; year: number; format: number; breaks: number; source: string; notes: string }[] = []
  const placed = tables.map(({ data }, from) => {
    const at = data.agencies.map((agency) => {
      const known = agencyAt.get(agency.id)
      if (known !== undefined) return known
      agencyAt.set(agency.id, agencies.length)
      agencies.push(agency)
      return agencies.length - 1
    })
    return Array.from(data.reportYear, (year, row) => {
      const agency = at[data.reportAgency[row]!]!
      const key = agency * 4096 + year
      const known = rowAt.get(key)
      if (known !== undefined) return known
      rowAt.set(key, reports.length)
      reports.push({ agency, year, format: data.reportFormat[row]!, breaks: data.reportBreak[row]!, source: data.reportSource[row] ?? '', notes: data.reportNotes[row] ?? '' })
      firstFrom.push(from)
      return reports.length - 1
    })
  })
  const columns = new Map<FigureId, Growing>()
  const versions = new Map<string, { row: number; origin: string; against: string; cells: Map<FigureId, Cell> }>()
  tables.forEach(({ title, data }, from) => {
    for (const [figure, column] of data.columns) {
      let target = columns.get(figure)
      if (!target) columns.set(figure, (target = { values: new Float64Array(reports.length), states: new Uint8Array(reports.length), remarks: new Map() }))
      for (let row = 0; row < data.reportYear.length; row += 1) {
        const state = column.states[row]!
        if (state === 0) continue
        const to = placed[from]![row]!
        const value = column.values[row]!
        if (target.states[to] === 0) {
          target.values[to] = value
          target.states[to] = state
          const remark = column.remarks.get(row)
          if (remark) target.remarks.set(to, remark)
        } else if (target.states[to] !== state || target.values[to] !== value) {
          const key = `${to} ${title}`
          const version = versions.get(key) ?? { row: to, origin: title, against: tables[firstFrom[to]!]!.title, cells: new Map<FigureId, Cell>() }
          versions.set(key, version)
          version.cells.set(figure, cellOf(column, row))
        }
      }
    }
  })
  const own: Version[] = tables.flatMap(({ data }, from) => data.versions.map((version) => ({ ...version, row: placed[from]![version.row]! })))
  return {
    agencies,
    reportAgency: Uint32Array.from(reports, ({ agency }) => agency),
    reportYear: Uint16Array.from(reports, ({ year }) => year),
    reportFormat: Uint8Array.from(reports, ({ format }) => format),
    reportBreak: Uint8Array.from(reports, ({ breaks }) => breaks),
    reportSource: reports.map(({ source }) => source),
    reportNotes: reports.map(({ notes }) => notes),
    columns,
    statements: tables.flatMap(({ data }, from) => data.statements.map((statement) => ({ ...statement, row: placed[from]![statement.row]! }))),
    versions: [...own, ...versions.values()],
    problems: tables.flatMap(({ data }) => data.problems),
  }
}
