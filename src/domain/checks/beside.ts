import type { TableCell } from '../dossier'
import type { FigureId } from '../figure'
import { formatOf } from '../formats'
import type { Label } from '../label'
import type { Table } from '../table'
import type { Change, Finding } from './check'
import { placeOf } from './place'
import { officialFigures } from './sums'

/** A cell with the same cell of the years beside it. */
export interface Beside {
  readonly figure: FigureId
  readonly label: Label
  /** The year before, this one, the year after. */
  readonly cells: readonly [before: TableCell, own: TableCell, after: TableCell]
}

/** The cells of a finding, those of the other year it looks at among them, each beside the same cell a year before and after. */
export function besideFinding(table: Table, { row, year, cells, against, agency }: Finding): Beside[] {
  const index = table.data.reportAgency[row]!
  const rows = [table.rowOf(index, year - 1), row, table.rowOf(index, year + 1)] as const
  const figures = [...new Set([...cells, ...(against?.agency === agency ? against.cells : [])])]
  return figures.map((figure) => ({ figure, label: placeOf(table.formatOf(row), figure), cells: [table.cell(figure, rows[0]), table.cell(figure, rows[1]), table.cell(figure, rows[2])] }))
}

/** A cell of two reports. */
export interface Compared {
  readonly figure: FigureId
  readonly label: Label
  readonly own: TableCell
  readonly other: TableCell
  readonly differs: boolean
}

/** Two reports cell by cell. `distance`: how many of the cells differ, a blank counting as zero. */
export interface Comparison {
  readonly cells: readonly Compared[]
  readonly distance: number
}

const numberOf = (cell: TableCell): number => ('value' in cell ? cell.value : 0)

/** The tables of requests (of other formats: the whole catalogue) of two reports, those cells left out that are zero or blank in both; differing cells first. */
export function compareReports(table: Table, row: number, other: number): Comparison {
  const format = formatOf(table.formatOf(row))!
  const figures = officialFigures(format, format.own ? 'figures' : 'requests')
  const all = figures.map((figure): Compared => {
    const [own, theirs] = [table.cell(figure, row), table.cell(figure, other)]
    return { figure, label: placeOf(format.id, figure), own, other: theirs, differs: numberOf(own) !== numberOf(theirs) }
  })
  const told = all.filter(({ own, other: theirs }) => numberOf(own) !== 0 || numberOf(theirs) !== 0)
  return { cells: told.sort((a, b) => Number(b.differs) - Number(a.differs)), distance: told.filter(({ differs }) => differs).length }
}

/** What a list of changes makes of a cell; undefined where it leaves it. */
export const changeOf = (changes: readonly Change[], figure: FigureId, year: number): Change | undefined => changes.find((change) => change.figure === figure && change.year === year)
