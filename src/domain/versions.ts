import type { Cell } from './cell'
import type { TableCell } from './dossier'
import type { FigureId } from './figure'
import type { Table, Version } from './table'

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

/** A cell of a version as it is compared with what stands in the table. */
const comparable = (cell: Cell): TableCell => ({ ...cell, regional: false, about: false })

/** The figures that a version states otherwise than the table; none where it says the same. */
export const differingIn = (table: Table, { row, cells }: Version): FigureId[] => [...cells].flatMap(([figure, cell]) => (same(table.cell(figure, row), comparable(cell)) ? [] : [figure]))

/** The other versions of the report in a row; most reports have none. */
export function versionsOf(table: Table, row: number): ReportVersion[] {
  return table.versions
    .filter((version) => version.row === row)
    .map((version) => {
      const { origin, against, cells } = version
      const differing = new Set(differingIn(table, version))
      const compared = [...cells].map(([figure, cell]): VersionCell => {
        const own = table.cell(figure, row)
        return { figure, own, other: comparable(cell), differs: differing.has(figure) }
      })
      return { origin, against: [...new Set(against.values())].join('; '), cells: compared.sort((a, b) => Number(b.differs) - Number(a.differs)), differing: differing.size }
    })
}

/** How many reports have other versions. */
export const reportsWithVersions = (table: Table): number => new Set(table.versions.map(({ row }) => row)).size
