import { NOT_KNOWN, plainNumber, readCell } from '@/domain/cell'
import { sectionOf, type FigureId } from '@/domain/figure'
import { unitOfFigure } from '@/domain/formats'
import { isHeadPart } from '@/domain/report-head'
import { isGovernment } from '@/domain/scope'
import type { Account } from './account'
import { CellMarks } from './cell-marks'
import { FileNames } from './file-names'
import { filedText, same, type FiledAgency, type FiledColumn, type FiledReport, type FiledVersion } from './filed'
import { FiledAgencies } from './filed-agencies'
import { FiledWords } from './filed-words'

/** What became of a cell that was filed: it stands, stands beside another one as a version, or says nothing new. */
export type Put = 'stands' | 'otherwise' | 'known'

/** What the files state so far: agencies, reports, cells, and other versions of cells. */
export class Filings {
  private readonly known = new FiledAgencies()
  readonly agencies: readonly FiledAgency[] = this.known.all
  readonly reports: FiledReport[] = []
  readonly columns = new Map<FigureId, FiledColumn>()
  readonly versions = new Map<string, FiledVersion>()
  readonly marks = new CellMarks()
  readonly words = new FiledWords()
  readonly names = new FileNames()
  /** Rows of reports that were taken out, and agencies that reports left: they are written no more where they have none. */
  readonly gone = new Set<number>()
  private readonly left = new Set<number>()
  /** Rows of the reports that packages brought, as long as no other report was put in their place. */
  readonly kept = new Set<number>()
  /** Names of the files by index. */
  readonly files: string[] = []
  /** Files, by their place among all, whose report states cells otherwise than the one that stands: they add nothing to that one. */
  readonly apart = new Set<number>()
  /** Files, by their place among all, whose report says nothing that does not stand already. */
  readonly copies = new Set<number>()
  private puts = 0
  private readonly byKey = new Map<number, number>()

  /** The index of an agency (`FiledAgencies.index`). */
  agency(...named: Parameters<FiledAgencies['index']>): ReturnType<FiledAgencies['index']> {
    return this.known.index(...named)
  }

  /** The row of a report, made where there is none. */
  report(agency: number, year: number, format: string): number {
    const key = agency * 4096 + year
    const known = this.byKey.get(key)
    if (known !== undefined) return known
    this.byKey.set(key, this.reports.length)
    this.reports.push({ agency, year, format, sources: new Set(), scope: '', breaks: false, notes: '' })
    return this.reports.length - 1
  }

  /** Files a report under another agency or year; false where one of these is filed already. */
  move(row: number, agency: number, year: number): boolean {
    const report = this.reports[row]!
    if (this.byKey.has(agency * 4096 + year)) return false
    this.leave(row)
    this.byKey.set(agency * 4096 + year, row)
    this.reports[row] = { ...report, agency, year }
    return true
  }

  /** A report is no longer found under its agency and year. */
  private leave(row: number): void {
    const { agency, year } = this.reports[row]!
    this.byKey.delete(agency * 4096 + year)
    this.left.add(agency)
  }

  /** Takes a report out of the package; what is said of it is forgotten beforehand. */
  takeOut(row: number): void {
    this.leave(row)
    this.gone.add(row)
  }

  /** Rows of the reports that are written. */
  rows(): number[] {
    return [...this.reports.keys()].filter((row) => !this.gone.has(row))
  }

  /** The agencies that are written: those that have reports, and those that never had one. */
  standingAgencies(): FiledAgency[] {
    const reporting = new Set(this.rows().map((row) => this.reports[row]!.agency))
    return this.agencies.filter((_, agency) => reporting.has(agency) || !this.left.has(agency))
  }

  /** The row of a report of the national forms; undefined where there is none, or its agency's name stands for several. */
  rowOf(name: string, year: number): number | undefined {
    const agency = this.known.only(name, 'cn')
    return agency === undefined ? undefined : this.byKey.get(agency * 4096 + year)
  }

  column(figure: FigureId): FiledColumn {
    let column = this.columns.get(figure)
    if (!column) this.columns.set(figure, (column = { figure, cells: [], from: [] }))
    return column
  }

  /** Files a cell: it stands where nobody states it yet. What another file (or line) states otherwise is kept as a version. `..` states nothing. */
  put(column: FiledColumn, row: number, text: string, file: number, line: number): Put {
    if (text === NOT_KNOWN) return 'known'
    const known = column.cells[row]
    if (this.wasReadAs(column, row, text)) return 'known'
    const isApart = this.apart.has(file)
    if (known === undefined && !isApart) {
      // Only what nobody states any more is stated anew: a correction of it was another file's.
      this.marks.dropEdit({ row, figure: column.figure, origin: '' })
      this.stand(column, row, text, file)
      this.puts += 1
      return 'stands'
    }
    if (known !== undefined && same(known, text, column.figure)) return 'known'
    const before = column.from[row]
    const against = this.standingName(row, before)
    const origin = before === file ? `${this.files[file]}:${line}` : this.nameOf(row, file)
    const { cells } = this.version(row, origin)
    const held = this.marks.edit({ row, figure: column.figure, origin })?.before ?? cells.get(column.figure)?.text
    if (held !== undefined && same(held, text, column.figure)) return 'known'
    cells.set(column.figure, { text, against })
    this.puts += 1
    return 'otherwise'
  }

  /** A cell that was not read in a file is not known in its version, where that is one and another file states the cell. */
  leaveUnread(row: number, figure: FigureId, file: number): void {
    const column = this.columns.get(figure)
    const origin = this.nameOf(row, file)
    const version = this.versionOf(row, origin)
    if (version && column?.cells[row] !== undefined && column.from[row] !== file && !version.cells.has(figure)) version.cells.set(figure, { text: NOT_KNOWN, against: this.standingName(row, column.from[row]) })
  }

  /** Grows with each thing that a file states and none before it did. */
  get extent(): number {
    return this.puts + this.words.statements.length + this.words.evidence.length
  }

  /** Puts a cell into the tables, whatever stood there. */
  stand(column: FiledColumn, row: number, text: string, file: number): void {
    const plain = plainNumber(text)
    column.cells[row] = text === NOT_KNOWN ? undefined : plain >= 0 ? plain : text
    column.from[row] = file
  }

  /** Whether this is what was read of a cell before the reader corrected it: who says that again says nothing else. */
  private wasReadAs({ figure }: FiledColumn, row: number, text: string): boolean {
    const edit = this.marks.edit({ row, figure, origin: '' })
    return edit !== undefined && same(edit.before, text, figure)
  }

  /** The name of the file that a cell stands from; of one that nobody states, of the report's first. */
  standingName(row: number, file: number | undefined): string {
    return file === undefined ? ([...this.reports[row]!.sources][0] ?? '') : this.nameOf(row, file)
  }

  /** What a file is called among those that state a report: a second one of the same name is numbered. */
  nameOf(row: number, file: number): string {
    return this.names.of(row, file, this.files[file]!)
  }

  /** Whether a cell is stated already and the text says otherwise. */
  contradicts({ cells, figure }: FiledColumn, row: number, text: string): boolean {
    const known = cells[row]
    return known !== undefined && text !== NOT_KNOWN && !same(known, text, figure)
  }

  version(row: number, origin: string): FiledVersion {
    const known = this.versionOf(row, origin)
    if (known) return known
    const version: FiledVersion = { row, origin, cells: new Map() }
    this.versions.set(`${row} ${origin}`, version)
    return version
  }

  /** The version of a report that a file states; undefined where it states nothing otherwise. */
  versionOf(row: number, origin: string): FiledVersion | undefined {
    return this.versions.get(`${row} ${origin}`)
  }

  /** The text of a cell as it goes into a file; `..` where nobody states it. */
  text(figure: FigureId, row: number): string {
    return filedText(this.columns.get(figure)?.cells[row])
  }

  /** How many cells hold a number. */
  countNumbers(): number {
    let count = 0
    for (const { figure, cells } of this.columns.values()) {
      const unit = unitOfFigure(figure)
      cells.forEach((cell) => {
        if (typeof cell === 'number' || (typeof cell === 'string' && 'value' in readCell(cell, unit))) count += 1
      })
    }
    return count
  }

  /** How many cells are in doubt that the reader neither confirmed nor corrected, and of how many reports the agency or the year; nothing where none is. */
  doubtful(): Pick<Account, 'doubtful' | 'headsDoubtful'> {
    const open = this.marks.open()
    const heads = new Set(open.flatMap(({ row, figure }) => (isHeadPart(figure) ? [row] : []))).size
    const cells = open.filter(({ figure }) => !isHeadPart(figure)).length
    return { ...(cells > 0 && { doubtful: cells }), ...(heads > 0 && { headsDoubtful: heads }) }
  }

  /** Reports of governments of the national forms that do not say whether they count their region. */
  scopesUnsaid(): FiledReport[] {
    return this.rows().map((row) => this.reports[row]!).filter(({ agency, scope }) => scope === '' && this.agencies[agency]!.family === 'cn' && isGovernment(this.agencies[agency]!.fields.name || this.agencies[agency]!.id))
  }

  /** The figures of a section that any report states, in the order first met. */
  figuresOf(section: string): FigureId[] {
    return [...this.columns.keys()].filter((figure) => sectionOf(figure) === section)
  }
}
