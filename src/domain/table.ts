import { MISSING_REASONS, isAboutNote, type Cell, type MissingReason } from './cell'
import { sectionOf, UNLISTED, type FigureId } from './figure'
import { COMMON_FAMILY, FORMATS, hasFigure } from './formats'
import type { Problem } from './problem'
import type { DoubtfulReading } from './doubtful-reading'
import type { Revision, RevisionKind } from './revision'
import { sourcesText } from './source'

/** Who reports. The id is the full official name. Blank fields are not known. */
export interface Agency {
  readonly id: string
  readonly name: string
  readonly province: string
  readonly city: string
  readonly county: string
  readonly level: string
  readonly category: string
  /** The code an export gives it, as text: leading zeros count. */
  readonly code?: string
  /** The titles of the packages it comes from, where several are open together. */
  readonly packages?: readonly string[]
}

/** A figure of all reports: values by report row, a state beside each. */
export interface Column {
  readonly values: Int32Array | Float64Array
  /** Low four bits: 0…7 the missing reason's index, `STATED` a number. High bits: flags. */
  readonly states: Uint8Array
  /** Notes and raw texts of the few cells that have them, by report row. */
  readonly remarks: ReadonlyMap<number, { readonly note?: string; readonly raw?: string }>
  /** Of several packages as one: which of them each cell comes from. */
  readonly from?: Uint8Array
}

/** Sections whose figures the official tables of the national forms bound. */
const OFFICIAL: ReadonlySet<string> = new Set(['proactive', 'requests', 'reviews'])

export const STATED = 15
export const REASON_BITS = 0x0f
export const REGIONAL = 0x80
export const ABOUT = 0x40
export const EDITED = 0x20
export const REPAIRED = 0x10
/** The flag of a cell that was revised. */
export const REVISED: Readonly<Record<RevisionKind, number>> = { edit: EDITED, repair: REPAIRED }

/** A statement in prose that is no cell: unnamed in the catalogue, or a further statement of a figure that has a cell. */
export interface Statement {
  readonly row: number
  readonly figure: string
  readonly asNamed: string
  readonly value: string
  readonly unit: string
  readonly note: string
  /** The version of the report that says it; none where it is what stands that does. */
  readonly origin?: string
}

/** The same report as another file states it. The table holds the one that came first, or that the reader chose; the others stand here. */
export interface Version {
  readonly row: number
  /** File (and line, where one file states it twice) or package it comes from. */
  readonly origin: string
  /** The cells that differ. */
  readonly cells: ReadonlyMap<FigureId, Cell>
  /** Where the cells that stand in the table instead come from. */
  readonly against: ReadonlyMap<FigureId, string>
  /** Its cells that the reader corrected: what was read before; absent where there are none. */
  readonly revisions?: ReadonlyMap<FigureId, Revision>
  /** Its cells that were read with doubt; absent where there are none. */
  readonly doubtfulReadings?: ReadonlyMap<FigureId, DoubtfulReading>
}

/** What a table is made of: plain data and typed arrays, so that a worker can hand it over. */
export interface TableData {
  readonly agencies: readonly Agency[]
  readonly reportAgency: Uint32Array
  readonly reportYear: Uint16Array
  /** Index into FORMATS. */
  readonly reportFormat: Uint8Array
  /** 1 where the report must not be joined with the year before (its notes say that the basis changed). */
  readonly reportBreak: Uint8Array
  /** Whose work a report counts, by its own word: an index into SCOPES. */
  readonly reportScope: Uint8Array
  /** Of a report all that its cells come from. */
  readonly reportSource: readonly string[]
  /** Of reports whose cells come from several packages the source in each; by row and package. */
  readonly packageSources?: ReadonlyMap<number, readonly string[]>
  readonly reportNotes: readonly string[]
  readonly columns: ReadonlyMap<FigureId, Column>
  readonly statements: readonly Statement[]
  /** Other versions of reports; few reports have any. */
  readonly versions: readonly Version[]
  /** Cells that no longer say what stood there; few reports have any. */
  readonly revisions: readonly Revision[]
  /** Cells that were read from documents with doubt, those that the reader confirmed among them; few reports have any. */
  readonly doubtfulReadings: readonly DoubtfulReading[]
  readonly problems: readonly Problem[]
}

/** All reports loaded, in columns. Immutable; hold it in a shallowRef. Rows are reports, `0 … size-1`. */
export class Table {
  readonly agencies: readonly Agency[]
  readonly columns: ReadonlyMap<FigureId, Column>
  readonly problems: readonly Problem[]
  /** What is said by the reports as they stand; `data` has that of their versions too. */
  readonly statements: readonly Statement[]
  readonly versions: readonly Version[]
  readonly revisions: readonly Revision[]
  readonly doubtfulReadings: readonly DoubtfulReading[]
  /** Family of the formats of its reports; `common` where there are several: then only the common measures are compared. */
  readonly family: string
  /** The years of all reports, ascending. */
  readonly years: readonly number[]
  readonly size: number
  readonly data: TableData
  private readonly rows: Int32Array
  private readonly firstYear: number
  private readonly indexes: ReadonlyMap<string, number>
  private readonly applicable: readonly ReadonlyMap<FigureId, boolean>[]

  constructor(data: TableData) {
    this.data = data
    this.agencies = data.agencies
    this.columns = data.columns
    this.problems = data.problems
    this.statements = data.statements.filter(({ origin }) => !origin)
    this.versions = data.versions
    this.revisions = data.revisions
    this.doubtfulReadings = data.doubtfulReadings
    const families = new Set(Array.from(new Set(data.reportFormat), (format) => FORMATS[format]!.family))
    this.family = families.size === 0 ? 'cn' : families.size === 1 ? [...families][0]! : COMMON_FAMILY
    this.size = data.reportYear.length
    this.years = [...new Set(data.reportYear)].sort((a, b) => a - b)
    this.firstYear = this.years[0] ?? 0
    this.indexes = new Map(data.agencies.map((agency, index) => [agency.id, index]))
    this.rows = this.gridOfRows()
    this.applicable = FORMATS.map((format) => {
      const known = new Map<FigureId, boolean>()
      for (const figure of data.columns.keys()) {
        const section = sectionOf(figure)
        known.set(figure, section === 'figures' ? figure.startsWith(UNLISTED) || hasFigure(format, figure) : format.family === 'cn' && (!OFFICIAL.has(section!) || format.tables.length === 0 || hasFigure(format, figure)))
      }
      return known
    })
    Object.freeze(this)
  }

  private get span(): number {
    return this.years.length === 0 ? 0 : this.years.at(-1)! - this.firstYear + 1
  }

  private gridOfRows(): Int32Array {
    const grid = new Int32Array(this.agencies.length * this.span).fill(-1)
    for (let row = 0; row < this.size; row += 1) grid[this.data.reportAgency[row]! * this.span + this.data.reportYear[row]! - this.firstYear] = row
    return grid
  }

  /** The index of an agency by its id; -1 for one that is not in the data. */
  indexOf(agency: string): number {
    return this.indexes.get(agency) ?? -1
  }

  /** The row of a report, by the agency's index (-1: unknown agency) and year; -1 when there is none. */
  rowOf(agency: number, year: number): number {
    const at = year - this.firstYear
    return agency < 0 || at < 0 || at >= this.span ? -1 : this.rows[agency * this.span + at]!
  }

  agencyOf(row: number): Agency {
    return this.agencies[this.data.reportAgency[row]!]!
  }

  yearOf(row: number): number {
    return this.data.reportYear[row]!
  }

  formatOf(row: number): string {
    return FORMATS[this.data.reportFormat[row]!]!.id
  }

  /** Why a cell without a number has none. A cell nobody filled is `not-in-format` where the report's form has no such cell, else `not-known`. */
  reasonOf(figure: FigureId, row: number): MissingReason {
    if (row < 0) return 'no-report'
    const column = this.columns.get(figure)
    const reason = MISSING_REASONS[(column?.states[row] ?? 0) & REASON_BITS] ?? 'not-known'
    if (reason !== 'not-known') return reason
    return this.applicable[this.data.reportFormat[row]!]?.get(figure) === false ? 'not-in-format' : reason
  }

  /** What these cells of a report come from, of a report of one package all its sources; '' where it names none. */
  sourceOf(row: number, figures: readonly FigureId[]): string {
    const all = this.data.reportSource[row] ?? ''
    const sources = this.data.packageSources?.get(row)
    if (!sources) return all
    const packages = figures.flatMap((figure) => {
      const column = this.columns.get(figure)
      return column?.from && column.states[row] !== 0 ? [column.from[row]!] : []
    })
    return packages.length === 0 ? all : sourcesText(packages.map((each) => sources[each] ?? ''))
  }

  /** A cell with everything known about it. `row` -1 gives `no-report`. */
  cell(figure: FigureId, row: number): Cell & { readonly regional: boolean; readonly about: boolean; readonly revision?: Revision } {
    const column = row < 0 ? undefined : this.columns.get(figure)
    const state = column?.states[row] ?? 0
    const revision = (state & (EDITED | REPAIRED)) === 0 ? undefined : this.revisions.findLast((each) => each.row === row && each.figure === figure)
    const flags = { ...column?.remarks.get(row), regional: (state & REGIONAL) !== 0, about: (state & ABOUT) !== 0, ...(revision ? { revision } : {}) }
    return (state & REASON_BITS) === STATED ? { value: column!.values[row]!, ...flags } : { missing: this.reasonOf(figure, row), ...flags }
  }
}

/** The state byte of a cell. */
export function stateOf(cell: Cell, regional: boolean): number {
  const kind = 'value' in cell ? STATED : MISSING_REASONS.indexOf(cell.missing)
  return kind | (regional ? REGIONAL : 0) | (isAboutNote(cell.note) ? ABOUT : 0)
}
