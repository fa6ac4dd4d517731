import { MISSING_LABELS, type Cell } from './cell'
import type { TableCell } from './dossier'
import { NOTHING, type Doubt, type Doubts } from './doubt'
import type { FigureId } from './figure'
import { labelOfFigure } from './formats'
import { label, type Label } from './label'
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
  /** Corrected figures of the table of which it states nothing else than what was read, or nothing: they stay corrected whichever version is used. */
  readonly corrected: readonly { readonly figure: FigureId; readonly own: TableCell }[]
  /** How many figures of the table that it states otherwise were corrected: the corrections stay with what stands now. */
  readonly leaving: number
}

const same = (a: TableCell, b: TableCell): boolean => ('value' in a ? 'value' in b && a.value === b.value : 'missing' in b && a.missing === b.missing)

/** A cell of a version as it is compared with what stands in the table. */
function otherCell({ revisions }: Version, figure: FigureId, cell: Cell): TableCell {
  const revision = revisions?.get(figure)
  return { ...cell, regional: false, about: false, ...(revision ? { revision } : {}) }
}

/** A cell as it was read, whatever the reader made of it. */
const asRead = (cell: TableCell): TableCell => (cell.revision?.kind === 'edit' ? { ...cell.revision.before, regional: false, about: false } : cell)

/** The figures that a version shows otherwise than the table; none where it says the same. */
const shownOtherwise = (table: Table, version: Version): FigureId[] => [...version.cells].flatMap(([figure, cell]) => (same(table.cell(figure, version.row), otherCell(version, figure, cell)) ? [] : [figure]))

/** The figures that a version's file states otherwise than that of the table. Where both were read as the same, a difference is the reader's, not theirs. */
export function differingIn(table: Table, version: Version): FigureId[] {
  return shownOtherwise(table, version).filter((figure) => {
    const [own, other] = [table.cell(figure, version.row), otherCell(version, figure, version.cells.get(figure)!)]
    return !((own.revision || other.revision) && same(asRead(own), asRead(other)))
  })
}

/** The figures of a report that differ between the table and its versions by the reader's corrections alone; `differing`: those that the files state otherwise. */
export function differingByHand(table: Table, row: number, versions: readonly Version[], differing: readonly FigureId[]): FigureId[] {
  const own = table.revisions.flatMap(({ row: of, figure, kind }) => (of === row && kind === 'edit' ? [figure] : []))
  return [...new Set([...own, ...versions.flatMap((version) => shownOtherwise(table, version))])].filter((figure) => !differing.includes(figure))
}

/** What a version's file states of a cell, never what the reader typed; undefined where it says nothing of its own. */
export const statedIn = ({ cells, revisions }: Version, figure: FigureId): Cell | undefined => revisions?.get(figure)?.before ?? cells.get(figure)

/** The other versions of the report in a row; most reports have none. */
export function versionsOf(table: Table, row: number): ReportVersion[] {
  return table.versions
    .filter((version) => version.row === row)
    .map((version): ReportVersion => {
      const { origin, against, cells } = version
      const differing = new Set(shownOtherwise(table, version))
      const compared = [...cells].map(([figure, cell]): VersionCell => {
        const own = table.cell(figure, row)
        return { figure, own, other: otherCell(version, figure, cell), differs: differing.has(figure) }
      })
      const corrected = table.revisions.filter((revision) => revision.row === row && revision.kind === 'edit' && !cells.has(revision.figure)).map(({ figure }) => ({ figure, own: table.cell(figure, row) }))
      const leaving = compared.filter(({ own, differs }) => differs && own.revision?.kind === 'edit').length
      return { corrected, leaving, origin, against: [...new Set(against.values())].join('; '), cells: compared.sort((a, b) => Number(b.differs) - Number(a.differs)), differing: differing.size }
    })
}

/** The reports that have other versions, by row and in this order. */
export const reportsWithVersions = (table: Table): number[] => [...new Set(table.versions.map(({ row }) => row))].sort((a, b) => a - b)

const said = (cell: Cell): Label => ('value' in cell ? label(String(cell.value), String(cell.value)) : MISSING_LABELS[cell.missing])

/** What other versions mean for the numbers of the report that stands: those that rest on a cell which another file states otherwise say so. What only the reader's corrections make different is no other version's. */
export function versionDoubts(table: Table): Doubts {
  const byRow = new Map<number, Map<FigureId, Doubt[]>>()
  for (const version of table.versions) {
    for (const figure of differingIn(table, version)) {
      const stated = version.cells.get(figure)!
      if ('missing' in stated && stated.missing === 'not-known') continue
      const { zh, en } = labelOfFigure(figure)
      const other = said(stated)
      const cells = byRow.get(version.row) ?? new Map<FigureId, Doubt[]>()
      byRow.set(version.row, cells.set(figure, [...(cells.get(figure) ?? []), { kind: 'version', id: '', text: label(`「${zh}」在 ${version.origin} 中为 ${other.zh}`, `“${en}” is ${other.en} in ${version.origin}`) }]))
    }
  }
  const about = (row: number, figures: readonly FigureId[]): readonly Doubt[] => {
    const cells = byRow.get(row)
    const found = cells ? figures.flatMap((figure) => cells.get(figure) ?? []) : []
    return found.length === 0 ? NOTHING : found
  }
  return { table, any: (row) => byRow.has(row), about }
}
