import type { Cell } from '../cell'
import { applicantOfExtra } from '../extras'
import type { Applicant, FigureId } from '../figure'
import { FORMATS, hasFigure, joins, unitOfFigure, type Format } from '../formats'
import { readCell } from '../read-cell'
import { REASON_BITS, STATED, stateOf, type Column, type Statement, type Table, type Version } from '../table'
import { statedIn } from '../versions'
import { Sum } from './sum'
import { SUM_CHECKS, sumsOf, type SumCheckId } from './sums'
import type { Cells, Extras, Source } from './term'

/** Cells of one report as a reader has changed them; the table stays as it is. */
export interface Edits {
  readonly row: number
  readonly cells: ReadonlyMap<FigureId, Cell>
}

function edited(column: Column | undefined, size: number, row: number, cell: Cell): Cells {
  const values = column ? new Float64Array(column.values) : new Float64Array(size)
  const states = column ? column.states.slice() : new Uint8Array(size)
  values[row] = 'value' in cell ? cell.value : 0
  states[row] = stateOf(cell, false)
  return { values, states }
}

function grouped<T extends { readonly row: number }>(entries: readonly T[]): Map<number, T[]> {
  const byRow = new Map<number, T[]>()
  for (const entry of entries) {
    const known = byRow.get(entry.row)
    if (known) known.push(entry)
    else byRow.set(entry.row, [entry])
  }
  return byRow
}

function yearsBefore(table: Table): Int32Array {
  const { reportAgency, reportYear } = table.data
  const before = new Int32Array(table.size)
  for (let row = 0; row < table.size; row += 1) before[row] = table.rowOf(reportAgency[row]!, reportYear[row]! - 1)
  return before
}

const mayJoin = ({ data: { reportBreak, reportFormat } }: Table, row: number, before: number): boolean =>
  reportBreak[row] !== 1 && (reportFormat[before] === reportFormat[row] || joins(FORMATS[reportFormat[row]!]!.id, FORMATS[reportFormat[before]!]!.id))

/** What the tests of all checks read: the table's cells, what stands beside them, and the report of the year before. */
export class Context implements Source {
  private readonly changed = new Map<FigureId, Cells>()
  private readonly statementsByRow: ReadonlyMap<number, readonly Statement[]>
  private readonly versionsByRow: ReadonlyMap<number, readonly Version[]>
  private readonly boundColumns = new Map<readonly FigureId[], readonly Cells[]>()
  private readonly sumsByFormat = new Map<string, Readonly<Record<SumCheckId, readonly Sum[]>>>()
  private readonly kept = new Map<string, unknown>()
  /** By report: the row of the same agency's report of the year before, whatever its format; -1 when there is none. */
  readonly yearBefore: Int32Array
  /** The same, where the figures of the two reports may stand in one series. */
  readonly joinedBefore: Int32Array

  constructor(
    readonly table: Table,
    /** Cells of one report that stand for the table's. */
    edits?: Edits,
    private readonly base?: Context,
  ) {
    for (const [figure, cell] of edits?.cells ?? []) this.changed.set(figure, edited(table.columns.get(figure), table.size, edits!.row, cell))
    this.statementsByRow = base?.statementsByRow ?? grouped(table.statements)
    this.versionsByRow = base?.versionsByRow ?? grouped(table.versions)
    this.yearBefore = base?.yearBefore ?? yearsBefore(table)
    this.joinedBefore = base?.joinedBefore ?? this.yearBefore.map((before, row) => (before >= 0 && mayJoin(table, row, before) ? before : -1))
  }

  readonly column = (figure: FigureId): Cells | undefined => this.changed.get(figure) ?? this.table.columns.get(figure)

  readonly anyStated = (figures: readonly FigureId[], row: number): boolean => {
    let columns = this.boundColumns.get(figures)
    if (!columns) this.boundColumns.set(figures, (columns = figures.flatMap((figure) => this.column(figure) ?? [])))
    return columns.some(({ states }) => (states[row]! & REASON_BITS) === STATED)
  }

  readonly extras = (applicant: Applicant, row: number): Extras => {
    let [own, undivided] = [0, 0]
    for (const statement of this.statements(row)) {
      const whose = applicantOfExtra(statement)
      const cell = whose === null ? null : readCell(statement.value, 'requests')
      if (cell === null || !('value' in cell)) continue
      if (whose === applicant || (whose === 'undivided' && applicant === 'total')) own += cell.value
      else if (whose === 'undivided') undivided += cell.value
    }
    return { own, undivided }
  }

  /** The number a report states; NaN when it states none. */
  number(figure: FigureId, row: number): number {
    const column = row < 0 ? undefined : this.column(figure)
    return column && (column.states[row]! & REASON_BITS) === STATED ? column.values[row]! : Number.NaN
  }

  /** What prose and other lines state of a report beside its cells. */
  statements(row: number): readonly Statement[] {
    return this.statementsByRow.get(row) ?? []
  }

  versions(row: number): readonly Version[] {
    return this.versionsByRow.get(row) ?? []
  }

  /** The sums of a format, bound to the table. */
  sums(format: Format): Readonly<Record<SumCheckId, readonly Sum[]>> {
    let sums = this.sumsByFormat.get(format.id)
    if (!sums) {
      const specs = sumsOf(format)
      sums = Object.fromEntries(SUM_CHECKS.map((check) => [check, specs[check].map((spec) => new Sum(spec, this, (figure) => hasFigure(format, figure), this.table.size))])) as Record<SumCheckId, Sum[]>
      this.sumsByFormat.set(format.id, sums)
    }
    return sums
  }

  /** Something reckoned once for the table, whatever cells a reader has changed. */
  once<T>(key: string, reckon: () => T): T {
    if (this.base) return this.base.once(key, reckon)
    if (!this.kept.has(key)) this.kept.set(key, reckon())
    return this.kept.get(key) as T
  }

  /** The numbers of a figure that statements and other versions give for a report. */
  statedElsewhere(figure: FigureId, row: number): number[] {
    const inProse = this.statements(row).filter((statement) => statement.figure === figure).map(({ value, unit }) => readCell(unit.endsWith('元') ? `${value}${unit}` : value, unitOfFigure(figure)))
    const inVersions = this.versions(row).flatMap((version) => statedIn(version, figure) ?? [])
    return [...inProse, ...inVersions].flatMap((cell) => ('value' in cell ? [cell.value] : []))
  }
}

/** The formats that the reports of a table have, by id. */
export function formatsIn(table: Table): Format[] {
  const present = new Set(table.data.reportFormat)
  return FORMATS.filter((_, index) => present.has(index)).sort((a, b) => a.id.localeCompare(b.id))
}
