import { isRegionNote, MISSING_REASONS, type Cell } from './cell'
import { sectionOf, type FigureId } from './figure'
import { FORMATS } from './formats'
import type { Problem } from './problem'
import type { DoubtfulReading } from './doubtful-reading'
import type { Revision } from './revision'
import { SCOPES, type Scope } from './scope'
import { REASON_BITS, REGIONAL, REVISED, STATED, stateOf, type Agency, type Column, type Statement, type TableData, type Version } from './table'

const NOT_KNOWN = 0
const BLANK = MISSING_REASONS.indexOf('blank')
/** Notes of one cell that hold for the whole table of the report (domain: a region's total never mixes with an office's own). */
const SPREADING = new Set(['proactive', 'requests', 'reviews'])

class GrowingColumn {
  values: Int32Array | Float64Array
  states: Uint8Array
  readonly remarks = new Map<number, { note?: string; raw?: string }>()

  constructor(capacity: number) {
    this.values = new Int32Array(capacity)
    this.states = new Uint8Array(capacity)
  }

  set(row: number, value: number, state: number): void {
    if (row >= this.states.length) this.grow(row + 1)
    if (this.values instanceof Int32Array && (value | 0) !== value) this.values = Float64Array.from(this.values)
    this.values[row] = value
    this.states[row] = state
  }

  private grow(needed: number): void {
    const size = Math.max(needed, this.states.length * 2, 64)
    const values = this.values instanceof Int32Array ? new Int32Array(size) : new Float64Array(size)
    values.set(this.values)
    const states = new Uint8Array(size)
    states.set(this.states)
    this.values = values
    this.states = states
  }

  trimmed(size: number): Column {
    if (this.states.length < size) this.grow(size)
    return { values: this.values.slice(0, size), states: this.states.slice(0, size), remarks: this.remarks }
  }
}

/** A version whose cells are still being read. */
type GrowingVersion = { readonly [K in keyof Required<Version>]: Required<Version>[K] extends ReadonlyMap<infer Key, infer Value> ? Map<Key, Value> : Version[K] }

/** Takes agencies, reports and cells as files are read, and gives the columns of a table. Knows nothing of files. */
export class TableBuilder {
  private readonly agencies: Agency[] = []
  private readonly agencyIndex = new Map<string, number>()
  private readonly rowIndex = new Map<number, number>()
  private readonly reportAgency: number[] = []
  private readonly reportYear: number[] = []
  private readonly reportFormat: number[] = []
  private readonly reportBreak: number[] = []
  private readonly reportScope: number[] = []
  private readonly reportSource: string[] = []
  private readonly reportNotes: string[] = []
  private readonly columns = new Map<FigureId, GrowingColumn>()
  private readonly statements: Statement[] = []
  private readonly versions = new Map<string, GrowingVersion>()
  private readonly revisions: Revision[] = []
  private readonly doubtfulReadings: DoubtfulReading[] = []
  readonly problems: Problem[] = []

  /** False when the id is there already: the first one stays. */
  addAgency(agency: Agency): boolean {
    if (this.agencyIndex.has(agency.id)) return false
    this.agencyIndex.set(agency.id, this.agencies.length)
    this.agencies.push(agency)
    return true
  }

  hasAgency(id: string): boolean {
    return this.agencyIndex.has(id)
  }

  /**
   * False when the agency has a report of that year already: the first one stays. The agency must have been added, the format must exist.
   * `scope`: of a region's report every figure is the region's.
   */
  addReport(agency: string, year: number, format: string, source: string, notes: string, breaksSeries = false, scope: Scope = ''): boolean {
    const index = this.agencyIndex.get(agency)
    const formatIndex = FORMATS.findIndex((entry) => entry.id === format)
    if (index === undefined || formatIndex < 0) throw new Error(`report of an unknown agency or format: ${agency}, ${format}`)
    const key = index * 4096 + year
    if (this.rowIndex.has(key)) return false
    this.rowIndex.set(key, this.reportYear.length)
    this.reportAgency.push(index)
    this.reportYear.push(year)
    this.reportFormat.push(formatIndex)
    this.reportBreak.push(breaksSeries ? 1 : 0)
    this.reportScope.push(SCOPES.indexOf(scope))
    this.reportSource.push(source)
    this.reportNotes.push(notes)
    return true
  }

  /** The row of a report; -1 when there is none. */
  rowOf(agency: string, year: number): number {
    const index = this.agencyIndex.get(agency)
    return index === undefined ? -1 : (this.rowIndex.get(index * 4096 + year) ?? -1)
  }

  /** The report's format, as an index into FORMATS. */
  formatAt(row: number): number {
    return this.reportFormat[row]!
  }

  private columnOf(figure: FigureId): GrowingColumn {
    let column = this.columns.get(figure)
    if (!column) {
      column = new GrowingColumn(Math.max(64, this.reportYear.length))
      this.columns.set(figure, column)
    }
    return column
  }

  /** The writer of plain numbers without note or raw text into a figure's column. Ask once per file and column, not per cell. */
  numberWriterOf(figure: FigureId): (row: number, value: number) => void {
    const target = this.columnOf(figure)
    return (row, value) => target.set(row, value, STATED)
  }

  /** The writer of a figure's column. Ask once per file and column, not per cell. */
  writerOf(figure: FigureId): (row: number, cell: Cell) => void {
    const target = this.columnOf(figure)
    return (row, cell) => {
      target.set(row, 'value' in cell ? cell.value : 0, stateOf(cell, isRegionNote(cell.note)))
      if (cell.note !== undefined || cell.raw !== undefined) target.remarks.set(row, { ...(cell.note === undefined ? {} : { note: cell.note }), ...(cell.raw === undefined ? {} : { raw: cell.raw }) })
    }
  }

  addStatement(statement: Statement): void {
    this.statements.push(statement)
  }

  /** The version of a report that comes from a place, made where there is none. */
  versionOf(row: number, origin: string): GrowingVersion {
    return this.knownVersion(row, origin) ?? this.addVersion(row, origin)
  }

  /** The same, undefined where there is none. */
  knownVersion(row: number, origin: string): GrowingVersion | undefined {
    return this.versions.get(`${row} ${origin}`)
  }

  private addVersion(row: number, origin: string): GrowingVersion {
    const version = { row, origin, cells: new Map<FigureId, Cell>(), against: new Map<FigureId, string>(), revisions: new Map<FigureId, Revision>(), doubtfulReadings: new Map<FigureId, DoubtfulReading>() }
    this.versions.set(`${row} ${origin}`, version)
    return version
  }

  /** Marks a cell as revised: what it says now is written like any other, the revision says what stood there before. */
  addRevision(revision: Revision): void {
    this.columnOf(revision.figure)
    this.revisions.push(revision)
  }

  addDoubtfulReading(reading: DoubtfulReading): void {
    this.doubtfulReadings.push(reading)
  }

  report(problem: Problem): void {
    this.problems.push(problem)
  }

  /** The table so far. Callable more than once (the first files first); later calls give new arrays. */
  finish(): TableData {
    const size = this.reportYear.length
    const columns = new Map<FigureId, Column>()
    for (const [figure, column] of this.columns) columns.set(figure, column.trimmed(size))
    spreadRegions(columns)
    const regional = this.reportScope.flatMap((scope, row) => (SCOPES[scope] === 'region' ? [row] : []))
    for (const column of columns.values()) for (const row of regional) markRegional(column, row)
    for (const { figure, row, kind } of this.revisions) columns.get(figure)!.states[row]! |= REVISED[kind]
    return {
      agencies: [...this.agencies],
      reportAgency: Uint32Array.from(this.reportAgency),
      reportYear: Uint16Array.from(this.reportYear),
      reportFormat: Uint8Array.from(this.reportFormat),
      reportBreak: Uint8Array.from(this.reportBreak),
      reportScope: Uint8Array.from(this.reportScope),
      reportSource: [...this.reportSource],
      reportNotes: [...this.reportNotes],
      columns,
      statements: [...this.statements],
      versions: [...this.versions.values()],
      revisions: [...this.revisions],
      doubtfulReadings: [...this.doubtfulReadings],
      problems: [...this.problems],
    }
  }
}

/** One cell noted 全市 makes its whole table of that report the region's. */
function spreadRegions(columns: ReadonlyMap<FigureId, Column>): void {
  const bySection = new Map<string, { columns: Column[]; rows: Set<number> }>()
  for (const [figure, column] of columns) {
    const section = sectionOf(figure)!
    if (!SPREADING.has(section)) continue
    const group = bySection.get(section) ?? { columns: [], rows: new Set<number>() }
    group.columns.push(column)
    for (const row of column.remarks.keys()) if (column.states[row]! & REGIONAL) group.rows.add(row)
    bySection.set(section, group)
  }
  for (const group of bySection.values()) {
    for (const row of group.rows) {
      for (const column of group.columns) markRegional(column, row)
    }
  }
}

function markRegional(column: Column, row: number): void {
  const kind = column.states[row]! & REASON_BITS
  if (kind !== NOT_KNOWN && kind !== BLANK) column.states[row]! |= REGIONAL
}

