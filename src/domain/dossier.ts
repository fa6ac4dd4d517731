import { definitionOf, figuresOf } from './definition'
import { unsettledHead } from './doubtful-reading'
import { sectionOf, type Applicant, type FigureId } from './figure'
import { formatOf, labelOfFigure, type FormatTable } from './formats'
import { tablesAsFilled } from './filled-tables'
import type { Indicator } from './indicators'
import type { Label } from './label'
import { choicesOf, type Selection } from './selection'
import { sourcesIn } from './source'
import type { Statement, Table } from './table'
import { otherNotes, typedHeadOf, type TypedHead } from './typed-head'

export type TableCell = ReturnType<Table['cell']>

/** A cell behind a number: which, what it says, and in which file of the package it stands. */
export interface CellBehind {
  readonly figure: FigureId
  readonly label: Label
  readonly cell: TableCell
  readonly file: string
}

/** The cells behind an indicator for one report, those nobody filled left out where others of a group are filled. */
export function cellsBehind(table: Table, selection: Selection, indicator: Indicator, applicant: Applicant, row: number): CellBehind[] {
  const formula = definitionOf(indicator, choicesOf(selection)).formula
  const cells = figuresOf(formula, applicant, table.formatOf(row)).map((figure) => ({ figure, label: labelOfFigure(figure), cell: table.cell(figure, row), file: `${sectionOf(figure)}.csv` }))
  const filled = cells.filter(({ cell }) => 'value' in cell || cell.missing !== 'not-known')
  return filled.length > 0 ? filled : cells
}

/** One official table of a report in the form's layout. */
export interface OfficialTable {
  readonly table: FormatTable
  readonly rows: readonly { readonly label: Label; readonly official?: string; readonly depth: number; readonly cells: readonly ({ readonly figure: FigureId; readonly cell: TableCell } | null)[] }[]
  /** How many of its cells have a number, of how many that the report's form has. */
  readonly known: number
  readonly of: number
}

/** A report as a person knows it: its official tables, the figures outside them, and statements in prose. */
export interface Dossier {
  readonly row: number
  readonly tables: readonly OfficialTable[]
  readonly others: readonly CellBehind[]
  readonly statements: readonly Statement[]
  readonly sources: readonly string[]
  /** What the reader typed of its head. */
  readonly typed: TypedHead | null
  /** What of its head the reading left in doubt, and nobody settled. */
  readonly unsettled: readonly Label[]
  readonly notes: string
}

type Rows = OfficialTable['rows']

/** How many cells of a table have a number, of how many that the report's form has; `now`: what a cell says instead of what stands. */
export function knownIn(rows: Rows, now: (figure: FigureId) => TableCell | undefined = () => undefined): Pick<OfficialTable, 'known' | 'of'> {
  const cells = rows.flatMap((row) => row.cells.flatMap((cell) => (cell ? [now(cell.figure) ?? cell.cell] : []))).filter((cell) => !('missing' in cell && cell.missing === 'not-in-format'))
  return { known: cells.filter((cell) => 'value' in cell).length, of: cells.length }
}

/** Everything the data know of one report. Official tables without a single filled cell are left out, unless all are asked for. */
export function dossierOf(table: Table, row: number, { allTables = false } = {}): Dossier {
  const format = formatOf(table.formatOf(row))
  const shown = new Set<FigureId>()
  const said = (figure: FigureId): boolean => {
    const cell = table.cell(figure, row)
    return 'value' in cell || (cell.missing !== 'not-known' && cell.missing !== 'not-in-format')
  }
  const tables = tablesAsFilled(format?.tables ?? [], said).map((official): OfficialTable => {
    const rows = official.rows.map(({ label, official: heading, depth, figures }) => ({
      label,
      ...(heading === undefined ? {} : { official: heading }),
      depth,
      cells: figures.map((figure) => {
        if (figure === null) return null
        shown.add(figure)
        return { figure, cell: table.cell(figure, row) }
      }),
    }))
    return { table: official, rows, ...knownIn(rows) }
  })
  const others: CellBehind[] = []
  for (const figure of table.columns.keys()) {
    if (shown.has(figure)) continue
    const cell = table.cell(figure, row)
    if ('value' in cell || cell.raw !== undefined) others.push({ figure, label: labelOfFigure(figure), cell, file: `${sectionOf(figure)}.csv` })
  }
  return {
    row,
    tables: tables.filter(({ rows }) => allTables || rows.some(({ cells }) => cells.some((cell) => cell !== null && said(cell.figure)))),
    others,
    statements: table.statements.filter((statement) => statement.row === row),
    sources: sourcesIn(table.data.reportSource[row] ?? ''),
    typed: typedHeadOf(table.data, row),
    unsettled: unsettledHead(table, row),
    notes: otherNotes(table.data.reportNotes[row] ?? ''),
  }
}
