import { NOT_KNOWN, plainNumber, type Cell } from '@/domain/cell'
import { UNLISTED, type FigureId } from '@/domain/figure'
import { formatOf, isCount, isSigned, labelOfFigure, type FileLayout } from '@/domain/formats'
import type { ProblemKind } from '@/domain/problem'
import { plainText, type Tell } from '../table-file'
import type { PreviewCell } from './account'
import type { Fields, FiledColumn, Filings } from './filings'
import type { HeadedTable } from './headed'
import { LineFigures } from './line-figures'
import { cellOf, LineText } from './line-text'
import type { Mapping } from './mapping'
import { visible } from './names'
import { COMMON } from './recognition'
import { tableColumns, type CellColumn, type TableColumns, type ValueColumn } from './table-columns'
import { Totals } from './totals'
import { isWholeYear, MONTH, yearOf } from './year'

/** Names of rows that add up others, in any file. */
const TOTAL = COMMON.own!.layout.total
/** Reasons of our own files that say that there is no cell at all. */
const NO_CELL = new Set(['not-in-format', 'no-report', 'not-computable', 'contradictory'])
/** A quoted fragment is evidence, not a copy. */
const LONGEST_QUOTE = 60

/** Characters that cannot be seen, by their code points. */
const shown = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, (c) => `<U+${c.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}>`)

/** The file without the report inside it (`two-years.txt/2023`). */
const fileOf = (name: string): string => name.replace(/\/(?:19|20)?\d+$/, '')

interface Place {
  readonly row: number
  readonly agency: string
  readonly year: number
}

/** Formats of one family file under one name. */
const familyOf = (format: string): string => formatOf(format)?.family ?? 'cn'

const withoutLine = ({ column, text, lineLeftOut }: NonNullable<Parameters<Tell>[1]> = {}): NonNullable<Parameters<Tell>[1]> => ({ ...(column === undefined ? {} : { column }), ...(text === undefined ? {} : { text }), ...(lineLeftOut ? { lineLeftOut } : {}) })

/** What came of a line: it was loaded, told why not, or states nothing. */
type Took = 'loaded' | 'told' | 'nothing'

/** Reads the lines of one table into filings as its mapping says. Each line gives `true` (loaded) or `false` (reported, and why was told). */
export class Taker {
  readonly totals: Totals
  /** The rows of the reports that its lines were filed under. */
  readonly reports = new Set<number>()
  private readonly columns: TableColumns
  private readonly text: LineText
  private readonly figures: LineFigures
  private readonly cells: readonly (CellColumn & { readonly column: FiledColumn })[]
  private readonly layout: FileLayout
  private readonly cleaned = new Set<string>()
  private readonly monthly: boolean
  private readonly tell: Tell
  private spanTold = false
  private last: { readonly key: string; readonly index: number } | null = null

  constructor(
    private readonly filings: Filings,
    private readonly file: number,
    private readonly table: HeadedTable,
    private readonly mapping: Mapping,
    tell: Tell,
    /** Gets the cells as they load, while it wants more. */
    private readonly preview?: (cell: PreviewCell) => void,
    /** The cells are a document's as its reader gives them: nothing more is read into their writing, and they go by their figures' names, not by lines. */
    private readonly literal = false,
  ) {
    this.tell = literal ? (kind, where) => tell(kind, withoutLine(where)) : tell
    this.layout = formatOf(mapping.format)?.own?.layout ?? COMMON.own!.layout
    this.columns = tableColumns(table.headings, mapping, this.layout)
    this.text = new LineText(this.columns, mapping, this.layout, literal)
    this.figures = new LineFigures(this.columns, mapping, this.text)
    this.cells = this.columns.cells.map((cell) => ({ ...cell, column: filings.column(cell.figure) }))
    // `2011-12` is a month where the column has other months.
    this.monthly = table.sample.some((row) => MONTH.test(row[this.columns.year]?.trim() ?? '') && yearOf(row[this.columns.year]!).year === null)
    this.totals = new Totals(this.cells.map(({ figure }) => figure))
  }

  /** What a table lacks so that no line of it can have a place; undefined when it has all. */
  lacks(): ProblemKind | undefined {
    if (this.columns.agency < 0 && !this.mapping.agency) return 'columns-unmapped'
    if (this.cells.length + this.columns.values.length === 0) return 'columns-unmapped'
    if (this.columns.year < 0 && this.mapping.year === null && !this.columns.values.some(({ year }) => year !== null)) return 'year-missing'
    return undefined
  }

  /** The place of a column of figures among the headings. */
  placeOf(column: number): number {
    return this.cells[column]?.at ?? -1
  }

  /** One line, as wide as the headings. */
  take(cells: readonly string[], line: number): boolean {
    const written = this.columns.agency < 0 ? this.mapping.agency! : plainText(cells[this.columns.agency]!)
    const name = visible(written)
    const leave = (kind: ProblemKind, column: string, text: string): false => {
      this.tell(kind, { line, column, text, lineLeftOut: true })
      return false
    }
    if (name === '') return leave('agency-missing', this.heading(this.columns.agency), cells.join(','))
    if (this.columns.whole && !this.columns.whole.is.test(cells[this.columns.whole.at]!.trim())) return leave('row-component', this.heading(this.columns.whole.at), `${name} / ${cells[this.columns.whole.at]!}`)
    if (this.columns.period >= 0 && !isWholeYear(cells[this.columns.period]!)) return leave('row-period', this.heading(this.columns.period), cells[this.columns.period]!)
    const plainName = name.replace(/[\s:：·]+/g, (c) => (/[a-z]/i.test(name) ? (c.trim() === '' ? ' ' : '') : ''))
    const isTotal = this.layout.total.test(plainName) || TOTAL.test(plainName)
    const years = this.yearsOf(cells)
    if (isTotal) {
      if (years !== null && years.year !== null) this.cells.forEach(({ at: place }, k) => this.totals.state(years.year!, k, this.read(cells[place]!, k), line))
      return leave('row-total', this.heading(this.columns.agency), name)
    }
    if (years === null) return leave('year-unreadable', this.heading(this.columns.year), cells[this.columns.year] ?? '')
    if (years.year === null && this.columns.year >= 0) return leave(years.period ? 'row-period' : 'year-unreadable', this.heading(this.columns.year), cells[this.columns.year]!)
    if (name !== written.normalize('NFC').replace(/\s+/g, ' ').trim() && !this.cleaned.has(name)) {
      this.cleaned.add(name)
      this.tell('name-cleaned', { line, column: this.heading(this.columns.agency), text: shown(written) })
    }
    if (years.span && !this.spanTold) {
      this.spanTold = true
      this.tell('year-span', { line, column: this.heading(this.columns.year), text: cells[this.columns.year]! })
    }
    const agency = this.agencyOf(name, cells, line)
    const took = [this.takeCells(cells, line, name, agency, years.year), this.takeValues(cells, line, name, agency, years.year)]
    if (took.includes('loaded')) return true
    return took.includes('told') ? false : leave('row-blank', this.heading(this.columns.agency), name)
  }

  private heading(place: number): string {
    return this.table.headings[place] ?? ''
  }

  private yearsOf(cells: readonly string[]): { year: number | null; period: boolean; span: boolean } | null {
    if (this.columns.year < 0) return { year: this.mapping.year, period: false, span: false }
    const text = plainText(cells[this.columns.year]!)
    if (this.monthly && MONTH.test(text)) return { year: null, period: true, span: false }
    const written = yearOf(text)
    if (written.year === null) return written.period ? { year: null, period: true, span: false } : null
    return { year: written.span && this.mapping.span === 'last' ? written.year + 1 : written.year, period: false, span: written.span }
  }

  private agencyOf(name: string, cells: readonly string[], line: number): number {
    const texts = this.columns.fields.map(({ at: place }) => visible(plainText(cells[place]!)))
    const key = [name, ...texts].join('\u0001')
    if (this.last?.key === key) return this.last.index
    const fields: Fields = Object.fromEntries(this.columns.fields.map(({ field }, k) => [field, texts[k]!]))
    const { index, namesake } = this.filings.agency(name, fields, String(this.file), familyOf(this.mapping.format))
    if (namesake) this.tell('agency-namesake', { line, column: this.heading(this.columns.agency), text: this.filings.agencies[index]!.id })
    this.last = { key, index }
    return index
  }

  private place(cells: readonly string[], name: string, agency: number, year: number): Place {
    const row = this.filings.report(agency, year, this.figures.formatOf(cells))
    this.reports.add(row)
    this.filings.reports[row]!.sources.add(this.filings.files[this.file]!)
    return { row, agency: name, year }
  }

  /** The columns of figures: a line that leaves all of them empty states nothing. */
  private takeCells(cells: readonly string[], line: number, name: string, agency: number, year: number | null): Took {
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
  private takeValues(cells: readonly string[], line: number, name: string, agency: number, year: number | null): Took {
    let took: Took = 'nothing'
    for (const value of this.columns.values) {
      const of = value.year ?? year
      if (of === null) continue
      const text = this.text.of(cells[value.at]!)
      const missing = this.text.missing(cells)
      if (NO_CELL.has(text) || (text === '' && NO_CELL.has(missing))) {
        took = 'loaded'
        continue
      }
      const named = this.figures.of(cells, value.part)
      if (named === 'derived') {
        if (took === 'loaded') continue
        if (took === 'nothing') this.tell('figure-derived', { line, column: value.heading, text: this.text.key(cells), lineLeftOut: true })
        took = 'told'
        continue
      }
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
    return took
  }

  /** A file that states a figure twice with a note (a part of it, another authority's) makes a further statement, not another version. */
  private statedAgain(cells: readonly string[], line: number, { row }: Place, figure: FigureId, heading: string, composed: string, text: string): boolean {
    const note = this.text.beside(cells, 'note')
    const column = this.filings.column(figure)
    if (note === '' || column.from[row] !== this.file || !this.filings.contradicts(column, row, composed)) return false
    this.filings.statements.push({ row, figure, asNamed: this.text.key(cells), value: text, unit: this.text.beside(cells, 'unit'), note })
    // That the prose of a report repeats a number of its tables is nothing to look at; that it differs is.
    if (!this.literal || this.filings.contradicts(column, row, text)) this.tell('statement-again', { line, column: heading, text: `${this.text.key(cells)}（${note}）` })
    return true
  }

  private put(column: FiledColumn, place: Place, text: string, cell: Cell, line: number, heading: string, raw: string): void {
    this.preview?.({ line, agency: place.agency, year: place.year, figure: column.figure, text: raw, value: 'value' in cell ? cell.value : null, missing: 'missing' in cell ? cell.missing : null })
    if (this.filings.put(column, place.row, text, this.file, line)) this.tell('version', { line, column: heading, text: `${place.agency} ${place.year}: ${this.filings.text(column.figure, place.row)} / ${text}` })
  }

  private check(figure: FigureId, cell: Cell, line: number, column: string, text: string): void {
    if ('missing' in cell) {
      if (cell.missing === 'unreadable') this.tell('cell-unreadable', { line, column, text })
      return
    }
    // Counts are whole and not negative (domain H6).
    if ((!Number.isSafeInteger(cell.value) || cell.value < 0) && isCount(figure) && !(isSigned(figure) && Number.isSafeInteger(cell.value))) this.tell('count-odd', { line, column, text })
  }

  /** The number of a total row, for the check; NaN where it has none. */
  private read(raw: string, k: number): number {
    const cell = cellOf(this.text.of(raw), this.cells[k]!.figure)
    return 'value' in cell ? cell.value : Number.NaN
  }

  /** Whether a line is a row of the form, which need not have a cell in every column of the file. */
  private isRowOfForm(cells: readonly string[]): boolean {
    return this.columns.values.some(({ part }) => !['unknown', 'derived'].includes(this.figures.of(cells, part)))
  }

  /** A row the form does not have is kept beside the catalogue, under its name: as a statement of a national form, else as a figure of its own. */
  private keepUnknown(cells: readonly string[], line: number, place: Place, { heading, part }: ValueColumn, text: string): void {
    const name = this.text.key(cells)
    this.tell('figure-unknown', { line, column: heading, text: name })
    if (text === '' || text === NOT_KNOWN) return
    if (formatOf(this.mapping.format)?.own) {
      const figure: FigureId = `${UNLISTED}${visible(name)}`
      const composed = this.text.composed(cells, text, '', figure)
      return this.put(this.filings.column(figure), place, composed, cellOf(composed, figure), line, heading, text)
    }
    const { row } = place
    this.filings.statements.push({ row, figure: '', asNamed: name, value: text, unit: this.text.beside(cells, 'unit'), note: this.text.beside(cells, 'note') || part })
  }

  /** The source that a line names stands in the place of the file's name. */
  private nameSource(cells: readonly string[], row: number): void {
    const source = this.text.beside(cells, 'source')
    // A place inside the file names no other source.
    if (source === '' || source.startsWith(fileOf(this.filings.files[this.file]!))) return
    this.filings.reports[row]!.sources.delete(this.filings.files[this.file]!)
    this.filings.reports[row]!.sources.add(source)
  }

  private keepSource(cells: readonly string[], { row, agency, year }: Place, figure: FigureId, text: string): void {
    const source = this.text.beside(cells, 'source')
    const quote = this.text.beside(cells, 'quote')
    if (source === '' && quote === '') return
    this.nameSource(cells, row)
    this.filings.evidence.push([agency, String(year), figure, this.text.beside(cells, 'named'), text, this.text.beside(cells, 'unit'), this.text.beside(cells, 'note'), source, quote.slice(0, LONGEST_QUOTE)])
  }
}
