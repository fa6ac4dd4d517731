import { NOT_KNOWN, plainNumber, type Cell } from '@/domain/cell'
import { UNLISTED, type FigureId } from '@/domain/figure'
import { SCOPES } from '@/domain/scope'
import { formatOf, isOddCount, labelOfFigure } from '@/domain/formats'
import type { Tell } from '../table-file'
import type { LoadedRows, PreviewCell } from './account'
import type { Statement } from '@/domain/table'
import { same, type FiledColumn } from './filed'
import type { Filings } from './filings'
import { fileOf } from './file-names'
import { fileStatement } from './standing-tables'
import { LineFigures } from './line-figures'
import { cellOf, type LineText } from './line-text'
import type { Mapping } from './mapping'
import { visible } from './names'
import type { CellColumn, TableColumns, ValueColumn } from './table-columns'
import { Totals } from './totals'

/** Reasons of our own files that say that there is no cell at all. */
const NO_CELL = new Set(['not-in-format', 'no-report', 'not-computable', 'contradictory'])
/** A quoted fragment is evidence, not a copy. */
const LONGEST_QUOTE = 60

/** A cell as a problem tells it, in any language. */
const shown = (text: string): string => (text === NOT_KNOWN ? '—' : text)

interface Place {
  readonly row: number
  readonly agency: string
  readonly year: number
}

/** What came of a line: it was loaded, told why not, or states nothing. */
export type Took = 'loaded' | 'told' | 'nothing'

/** Files what the lines of one table state, once agency and year of a line are known. */
export class LineFiler {
  readonly totals: Totals
  /** The rows of the reports that its lines were filed under. */
  readonly reports = new Set<number>()
  /** What its lines came to, cell by cell. */
  readonly loaded = { numbers: 0, blank: 0, stated: 0, again: 0 } satisfies LoadedRows
  readonly cells: readonly (CellColumn & { readonly column: FiledColumn })[]
  private readonly figures: LineFigures
  /** What it stated first of cells that stand as another file has them. */
  private readonly beside = new Map<string, string>()
  /** What it says in words. */
  private readonly said: Statement[] = []
  /** The line has named its file as a source of its report. */
  private named = false

  constructor(
    private readonly filings: Filings,
    private readonly file: number,
    private readonly columns: TableColumns,
    private readonly text: LineText,
    private readonly mapping: Mapping,
    private readonly tell: Tell,
    /** Gets the cells as they load, while it wants more. */
    private readonly preview?: (cell: PreviewCell) => void,
    /** As of `Taker`. */
    private readonly literal = false,
  ) {
    this.figures = new LineFigures(columns, mapping, text)
    this.cells = columns.cells.map((cell) => ({ ...cell, column: filings.column(cell.figure) }))
    this.totals = new Totals(this.cells.map(({ figure }) => figure))
  }

  private place(cells: readonly string[], name: string, agency: number, year: number): Place {
    const row = this.filings.report(agency, year, this.figures.formatOf(cells))
    if (!this.reports.has(row)) this.filings.nameOf(row, this.file)
    this.reports.add(row)
    this.named = false
    const report = this.filings.reports[row]!
    if (report.sources.size === 0) this.isSource(row)
    const scope = SCOPES.find((each) => each !== '' && each === this.text.beside(cells, 'scope'))
    if (scope) report.scope = report.scope === '' || report.scope === scope ? scope : 'mixed'
    return { row, agency: name, year }
  }

  /** A source of a report is the file that its cells stand from: one that states all of them otherwise, or the same again, is none. */
  private isSource(row: number): void {
    if (this.named) return
    this.named = true
    this.filings.reports[row]!.sources.add(this.filings.nameOf(row, this.file))
  }

  /** The columns of figures: a line that leaves all of them empty states nothing. */
  takeCells(cells: readonly string[], line: number, name: string, agency: number, year: number | null): Took {
    if (this.cells.length === 0 || year === null || this.cells.every(({ at: place }) => cells[place]!.trim() === '')) return 'nothing'
    const place = this.place(cells, name, agency, year)
    for (let k = 0; k < this.cells.length; k += 1) {
      const { at: column, figure, heading, column: target } = this.cells[k]!
      const text = this.text.composed(cells, this.text.of(cells[column]!), '', figure)
      const plain = plainNumber(text)
      const cell: Cell = plain >= 0 ? { value: plain } : cellOf(text, figure)
      this.check(figure, cell, line, heading, cells[column]!)
      if ('value' in cell) this.totals.add(year, k, cell.value)
      this.put(target, place, text, cell, line, heading, cells[column]!)
    }
    this.nameSource(cells, place.row)
    return 'loaded'
  }

  /** The numbers of a line that names their figure: by row and column, whole, or by the mapping. */
  takeValues(cells: readonly string[], line: number, name: string, agency: number, year: number | null): Took {
    let took: Took = 'nothing'
    let derived: string | null = null
    for (const value of this.columns.values) {
      const of = value.year ?? year
      if (of === null) continue
      const text = this.text.of(cells[value.at]!)
      const missing = this.text.missing(cells)
      const named = this.figures.of(cells, value.part)
      if (named === 'derived') {
        derived ??= value.heading
        continue
      }
      // There is no such cell: nothing is stated of it.
      if (NO_CELL.has(text) || (text === '' && NO_CELL.has(missing))) continue
      if (named === 'unknown' && text === '' && this.isRowOfForm(cells)) continue
      const place = this.place(cells, name, agency, of)
      took = 'loaded'
      if (named === 'unknown') this.keepUnknown(cells, line, place, value, text)
      else {
        const composed = this.text.composed(cells, text, missing, named)
        const cell = cellOf(composed, named)
        const heading = this.literal ? labelOfFigure(named).zh : value.heading
        this.check(named, cell, line, heading, cells[value.at]!)
        if (!this.statedAgain(cells, line, place, named, heading, composed, text)) this.put(this.filings.column(named), place, composed, cell, line, heading, cells[value.at]!)
        this.keepSource(cells, place, named, text)
      }
    }
    if (took === 'loaded' || derived === null) return took
    this.tell('figure-derived', { line, column: derived, text: this.text.key(cells), lineLeftOut: true })
    return 'told'
  }

  /** A file that states a figure twice with a note (a part of it, another authority's) makes a further statement, not another version. */
  private statedAgain(cells: readonly string[], line: number, { row }: Place, figure: FigureId, heading: string, composed: string, text: string): boolean {
    const note = this.text.beside(cells, 'note')
    if (!this.contradictsItself(row, figure, composed) || note === '') return false
    this.loaded.stated += 1
    this.said.push({ row, figure, asNamed: this.text.key(cells), value: text, unit: this.text.beside(cells, 'unit'), note })
    // What the prose of a report says of its tables' figures is for the checks to judge.
    if (!this.literal) this.tell('statement-again', { line, column: heading, text: `${this.text.key(cells)}（${note}）` })
    return true
  }

  /** Whether this file states a figure otherwise than it did before, be it the cell that stands or another file's. */
  private contradictsItself(row: number, figure: FigureId, composed: string): boolean {
    const column = this.filings.column(figure)
    if (column.cells[row] === undefined) return false
    if (column.from[row] === this.file) return this.filings.contradicts(column, row, composed)
    const key = `${row} ${figure}`
    const first = this.beside.get(key)
    if (first === undefined) this.beside.set(key, composed)
    return first !== undefined && composed !== NOT_KNOWN && !same(first, composed, figure)
  }

  private put(column: FiledColumn, place: Place, text: string, cell: Cell, line: number, heading: string, raw: string): void {
    this.preview?.({ line, agency: place.agency, year: place.year, figure: column.figure, text: raw, value: 'value' in cell ? cell.value : null, missing: 'missing' in cell ? cell.missing : null })
    const put = this.filings.put(column, place.row, text, this.file, line)
    this.loaded['missing' in cell ? 'blank' : put === 'stands' ? 'numbers' : 'again'] += 1
    if (put === 'stands') this.isSource(place.row)
    if (put === 'otherwise') this.tell('version', { line, column: heading, text: `${place.agency} ${place.year}: ${shown(this.filings.text(column.figure, place.row))} / ${shown(text)}` })
  }

  private check(figure: FigureId, cell: Cell, line: number, column: string, text: string): void {
    if ('missing' in cell) {
      if (cell.missing === 'unreadable') this.tell('cell-unreadable', { line, column, text })
      return
    }
    if (isOddCount(figure, cell.value)) this.tell('count-odd', { line, column, text })
  }

  /** Whether a line is a row of the form, which need not have a cell in every column of the file. */
  private isRowOfForm(cells: readonly string[]): boolean {
    return this.columns.values.some(({ part }) => !['unknown', 'derived'].includes(this.figures.of(cells, part)))
  }

  /** A row the form does not have is kept beside the catalogue, under its name: as a statement of a national form, else as a figure of its own. */
  private keepUnknown(cells: readonly string[], line: number, place: Place, { heading, part }: ValueColumn, text: string): void {
    const name = this.text.key(cells)
    // Of a document its reader tells each such row.
    if (!this.literal) this.tell('figure-unknown', { line, column: heading, text: name })
    if (text === '' || text === NOT_KNOWN) {
      this.loaded.blank += 1
      return
    }
    if (formatOf(this.mapping.format)?.own) {
      const figure: FigureId = `${UNLISTED}${visible(name)}`
      const composed = this.text.composed(cells, text, '', figure)
      return this.put(this.filings.column(figure), place, composed, cellOf(composed, figure), line, heading, text)
    }
    const { row } = place
    if (!this.literal) this.isSource(row)
    this.loaded.stated += 1
    this.said.push({ row, figure: '', asNamed: name, value: text, unit: this.text.beside(cells, 'unit'), note: this.text.beside(cells, 'note') || part })
  }

  /** Files what the lines said in words, once all their cells are filed. */
  fileSaid(): void {
    for (const statement of this.said) {
      if (this.literal) fileStatement(this.filings, statement, this.file)
      else this.filings.words.state(statement)
    }
  }

  /** The source that a line names stands in the place of the file's name, where that is one. */
  private nameSource(cells: readonly string[], row: number): void {
    const source = this.text.beside(cells, 'source')
    // A place inside the file names no other source.
    if (source === '' || source.startsWith(fileOf(this.filings.files[this.file]!))) return
    const { sources } = this.filings.reports[row]!
    if (sources.delete(this.filings.nameOf(row, this.file))) sources.add(source)
  }

  private keepSource(cells: readonly string[], { row, agency, year }: Place, figure: FigureId, text: string): void {
    const source = this.text.beside(cells, 'source')
    const quote = this.text.beside(cells, 'quote')
    if (source === '' && quote === '') return
    this.nameSource(cells, row)
    const [file, name] = [fileOf(this.filings.files[this.file]!), fileOf(this.filings.nameOf(row, this.file))]
    const named = file !== name && source.startsWith(file) ? `${name}${source.slice(file.length)}` : source
    this.filings.words.witness([agency, String(year), figure, this.text.beside(cells, 'named'), text, this.text.beside(cells, 'unit'), this.text.beside(cells, 'note'), source, quote.slice(0, LONGEST_QUOTE)], named, this.filings.copies.has(this.file))
  }
}
