import type { TableCell } from './dossier'
import type { FigureId } from './figure'
import type { Table } from './table'

/** A figure of a report as it stands in the table and in another version. */
export interface VersionCell {
  readonly figure: FigureId
  readonly own: TableCell
  readonly other: TableCell
  readonly differs: boolean
}

/** Another version of a report: the figures it states, differing ones first. */
export interface ReportVersion {
  readonly origin: string
  /** Where the one that stands in the table comes from. */
  readonly against: string
  readonly cells: readonly VersionCell[]
  readonly differing: number
}

const same = (a: TableCell, b: TableCell): boolean => ('value' in a ? 'value' in b && a.value === b.value : 'missing' in b && a.missing === b.missing)

/** The other versions of the report in a row; most reports have none. */
export function versionsOf(table: Table, row: number): ReportVersion[] {
  return table.versions
    .filter((version) => version.row === row)
    .map(({ origin, against, cells }) => {
      const compared = [...cells].map(([figure, cell]): VersionCell => {
        const own = table.cell(figure, row)
        const other = { ...cell, regional: false, about: false }
        return { figure, own, other, differs: !same(own, other) }
      })
      return { origin, against: [...new Set(against.values())].join('; '), cells: compared.sort((a, b) => Number(b.differs) - Number(a.differs)), differing: compared.filter(({ differs }) => differs).length }
    })
}

/** How many reports have other versions. */
export const reportsWithVersions = (table: Table): number => new Set(table.versions.map(({ row }) => row)).size
