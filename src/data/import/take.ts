import { plainNumber, readCell, type Cell } from '@/domain/cell'
import { UNLISTED, type Applicant, type FigureId } from '@/domain/figure'
import { formatOf, isCount, isSigned, labelOfFigure, unitOfFigure, type AgencyField, type FileLayout } from '@/domain/formats'
import type { ProblemKind } from '@/domain/problem'
import { plainText, type Tell } from '../table-file'
import type { PreviewCell } from './account'
import { NOT_KNOWN, type Fields, type FiledColumn, type Filings } from './filings'
import type { HeadedTable } from './headed'
import type { Mapping } from './mapping'
import { figureNamed, figureOfParts, visible, type Named } from './names'
import { COMMON } from './recognise'
import { Totals } from './totals'
import { isWholeYear, MONTH, yearOf } from './year'

/** Names of rows that add up others, in any file. */
const TOTAL = COMMON.own!.layout.total
const SPACED = /^[+-]?\d{1,3}(?:[ \u00a0\u202f\u2009'’]\d{3})+(?:[.,]\d+)?$/
const COMMA_NUMBER = /^[+-]?\d{1,3}(?:\.\d{3})*(?:,\d+)?%?$|^[+-]?\d+(?:,\d+)?%?$/
const REASON_TEXTS: Readonly<Record<string, string>> = { blank: '', 'not-applicable': '/', suppressed: '*', 'not-known': NOT_KNOWN }
/** Reasons of our own files that say that there is no cell at all. */
const NO_CELL = new Set(['not-in-format', 'no-report', 'not-computable', 'contradictory'])
const BLANK_ZERO = 'blank = 0'
/** A quoted fragment is evidence, not a copy. */
const LONGEST_QUOTE = 60

interface CellColumn {
  readonly at: number
  readonly heading: string
  readonly figure: FigureId
  readonly column: FiledColumn
}

/** Characters that cannot be seen, by their code points. */
const shown = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, (c) => `<U+${c.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}>`)

/** The file without the report inside it (`two-years.txt/2023`). */
const fileOf = (name: string): string => name.replace(/\/(?:19|20)?\d+$/, '')

/** A column of numbers whose figure other columns name. */
interface ValueColumn {
  readonly at: number
  readonly heading: string
  readonly part: string
  readonly year: number | null
}

interface Place {
  readonly row: number
  readonly agency: string
  readonly year: number
}

/** Formats of one family file under one name. */
const familyOf = (format: string): string => formatOf(format)?.family ?? 'cn'

const at = (headings: readonly string[], mapping: Mapping, as: string): number[] => headings.flatMap((heading, place) => (mapping.columns[heading]?.as === as ? [place] : []))

const withoutLine = ({ column, text, lineLeftOut }: NonNullable<Parameters<Tell>[1]> = {}): NonNullable<Parameters<Tell>[1]> => ({ ...(column === undefined ? {} : { column }), ...(text === undefined ? {} : { text }), ...(lineLeftOut ? { lineLeftOut } : {}) })

/** What came of a line: it was loaded, told why not, or states nothing. */
type Took = 'loaded' | 'told' | 'nothing'

/** Reads the lines of one table into filings as its mapping says. Each line gives `true` (loaded) or `false` (reported, and why was told). */
export class Taker {
  readonly totals: Totals
  /** The rows of the reports that its lines were filed under. */
  readonly reports = new Set<number>()
  private readonly agencyAt: number
  private readonly yearAt: number
  private readonly periodAt: number
  private readonly formatAt: number
  private readonly keys: { readonly row: readonly number[]; readonly column: readonly number[]; readonly figure: readonly number[] }
  private readonly beside: { readonly unit: number; readonly note: number; readonly missing: number; readonly source: number; readonly named: number; readonly quote: number }
  private readonly values: readonly ValueColumn[]
  private readonly cells: readonly CellColumn[]
  private readonly fields: readonly { readonly at: number; readonly field: AgencyField }[]
  private readonly whole: { readonly at: number; readonly is: RegExp } | null
  private readonly layout: FileLayout
  private readonly named = new Map<string, Named>()
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
    const { headings } = table
    const places = (as: string): number[] => at(headings, mapping, as)
    this.layout = formatOf(mapping.format)?.own?.layout ?? COMMON.own!.layout
    this.agencyAt = places('agency')[0] ?? -1
    this.yearAt = places('year')[0] ?? -1
    this.periodAt = places('period')[0] ?? -1
    this.formatAt = places('format')[0] ?? -1
    this.keys = { row: places('row'), column: places('column'), figure: places('figure') }
    this.beside = { unit: places('unit')[0] ?? -1, note: places('note')[0] ?? -1, missing: places('missing')[0] ?? -1, source: places('source')[0] ?? -1, named: places('named')[0] ?? -1, quote: places('quote')[0] ?? -1 }
    this.fields = headings.flatMap((heading, place) => {
      const role = mapping.columns[heading]
      return role?.as === 'field' ? [{ at: place, field: role.field }] : []
    })
    const named = this.keys.row.length + this.keys.figure.length > 0 || this.beside.named >= 0 || mapping.figure !== undefined
    this.values = headings.flatMap((heading, place): ValueColumn[] => {
      const role = mapping.columns[heading]
      if (role?.as === 'value' && named) return [{ at: place, heading, part: '', year: null }]
      if (role?.as === 'part') return [{ at: place, heading, part: role.part, year: null }]
      return role?.as === 'year-cells' && named ? [{ at: place, heading, part: '', year: role.year }] : []
    })
    this.cells = headings.flatMap((heading, place) => {
      const role = mapping.columns[heading]
      const figure = role?.as === 'cells' ? role.figure : role?.as === 'own' ? (`${UNLISTED}${heading}` as FigureId) : undefined
      return figure === undefined ? [] : [{ at: place, heading, figure, column: filings.column(figure) }]
    })
    const whole = this.layout.whole && headings.findIndex((heading) => mapping.columns[heading]?.as === 'skip' && this.layout.whole!.headings.some((name) => visible(name).toLowerCase() === heading.toLowerCase()))
    this.whole = whole !== undefined && whole >= 0 ? { at: whole, is: this.layout.whole!.is } : null
    // `2011-12` is a month where the column has other months.
    this.monthly = table.sample.some((row) => MONTH.test(row[this.yearAt]?.trim() ?? '') && yearOf(row[this.yearAt]!).year === null)
    this.totals = new Totals(this.cells.map(({ figure }) => figure))
  }

  /** What a table lacks so that no line of it can have a place; undefined when it has all. */
  lacks(): ProblemKind | undefined {
    if (this.agencyAt < 0 && !this.mapping.agency) return 'columns-unmapped'
    if (this.cells.length + this.values.length === 0) return 'columns-unmapped'
    if (this.yearAt < 0 && this.mapping.year === null && !this.values.some(({ year }) => year !== null)) return 'year-missing'
    return undefined
  }

  /** The place of a column of figures among the headings. */
  placeOf(column: number): number {
    return this.cells[column]?.at ?? -1
  }

  /** One line, as wide as the headings. */
  take(cells: readonly string[], line: number): boolean {
    const written = this.agencyAt < 0 ? this.mapping.agency! : plainText(cells[this.agencyAt]!)
    const name = visible(written)
    const leave = (kind: ProblemKind, column: string, text: string): false => {
      this.tell(kind, { line, column, text, lineLeftOut: true })
      return false
    }
    if (name === '') return leave('agency-missing', this.heading(this.agencyAt), cells.join(','))
    if (this.whole && !this.whole.is.test(cells[this.whole.at]!.trim())) return leave('row-component', this.heading(this.whole.at), `${name} / ${cells[this.whole.at]!}`)
    if (this.periodAt >= 0 && !isWholeYear(cells[this.periodAt]!)) return leave('row-period', this.heading(this.periodAt), cells[this.periodAt]!)
    const plainName = name.replace(/[\s:：·]+/g, (c) => (/[a-z]/i.test(name) ? (c.trim() === '' ? ' ' : '') : ''))
    const isTotal = this.layout.total.test(plainName) || TOTAL.test(plainName)
    const years = this.yearsOf(cells)
    if (isTotal) {
      if (years !== null && years.year !== null) this.cells.forEach(({ at: place }, k) => this.totals.state(years.year!, k, this.read(cells[place]!, k), line))
      return leave('row-total', this.heading(this.agencyAt), name)
    }
    if (years === null) return leave('year-unreadable', this.heading(this.yearAt), cells[this.yearAt] ?? '')
    if (years.year === null && this.yearAt >= 0) return leave(years.period ? 'row-period' : 'year-unreadable', this.heading(this.yearAt), cells[this.yearAt]!)
    if (name !== written.normalize('NFC').replace(/\s+/g, ' ').trim() && !this.cleaned.has(name)) {
      this.cleaned.add(name)
      this.tell('name-cleaned', { line, column: this.heading(this.agencyAt), text: shown(written) })
    }
    if (years.span && !this.spanTold) {
      this.spanTold = true
      this.tell('year-span', { line, column: this.heading(this.yearAt), text: cells[this.yearAt]! })
    }
    const agency = this.agencyOf(name, cells, line)
    const took = [this.takeCells(cells, line, name, agency, years.year), this.takeValues(cells, line, name, agency, years.year)]
    if (took.includes('loaded')) return true
    return took.includes('told') ? false : leave('row-blank', this.heading(this.agencyAt), name)
  }

  private heading(place: number): string {
    return this.table.headings[place] ?? ''
  }

  private yearsOf(cells: readonly string[]): { year: number | null; period: boolean; span: boolean } | null {
    if (this.yearAt < 0) return { year: this.mapping.year, period: false, span: false }
    const text = plainText(cells[this.yearAt]!)
    if (this.monthly && MONTH.test(text)) return { year: null, period: true, span: false }
    const written = yearOf(text)
    if (written.year === null) return written.period ? { year: null, period: true, span: false } : null
    return { year: written.span && this.mapping.span === 'last' ? written.year + 1 : written.year, period: false, span: written.span }
  }

  private agencyOf(name: string, cells: readonly string[], line: number): number {
    const texts = this.fields.map(({ at: place }) => visible(plainText(cells[place]!)))
    const key = [name, ...texts].join('\u0001')
    if (this.last?.key === key) return this.last.index
    const fields: Fields = Object.fromEntries(this.fields.map(({ field }, k) => [field, texts[k]!]))
    const { index, namesake } = this.filings.agency(name, fields, String(this.file), familyOf(this.mapping.format))
    if (namesake) this.tell('agency-namesake', { line, column: this.heading(this.agencyAt), text: this.filings.agencies[index]!.id })
    this.last = { key, index }
    return index
  }

  private place(cells: readonly string[], name: string, agency: number, year: number): Place {
    const format = this.formatAt < 0 ? this.mapping.format : cells[this.formatAt]!.trim() || this.mapping.format
    const row = this.filings.report(agency, year, format)
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
      const text = this.composed(cells, this.textOf(cells[column]!), '', figure)
      const plain = plainNumber(text)
      const cell: Cell = plain >= 0 ? { value: plain } : this.cellOf(text, figure)
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
    for (const value of this.values) {
      const of = value.year ?? year
      if (of === null) continue
      const text = this.textOf(cells[value.at]!)
      const missing = this.beside.missing < 0 ? '' : cells[this.beside.missing]!.trim()
      if (NO_CELL.has(text) || (text === '' && NO_CELL.has(missing))) {
        took = 'loaded'
        continue
      }
      const named = this.nameOf(cells, value.part)
      if (named === 'derived') {
        if (took === 'loaded') continue
        if (took === 'nothing') this.tell('figure-derived', { line, column: value.heading, text: this.keyText(cells), lineLeftOut: true })
        took = 'told'
        continue
      }
      const place = this.place(cells, name, agency, of)
      took = 'loaded'
      if (named === 'unknown') this.keepUnknown(cells, line, place, value, text)
      else {
        const composed = this.composed(cells, text, missing, named)
        const cell = this.cellOf(composed, named)
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
    const note = this.besideText(cells, this.beside.note)
    const column = this.filings.column(figure)
    if (note === '' || column.from[row] !== this.file || !this.filings.contradicts(column, row, composed)) return false
    this.filings.statements.push({ row, figure, asNamed: this.keyText(cells), value: text, unit: this.besideText(cells, this.beside.unit), note })
    this.tell('statement-again', { line, column: heading, text: `${this.keyText(cells)}（${note}）` })
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

  /** The text of a cell in the house's own writing: a format's markers, spaced thousands and decimal commas are resolved. */
  private textOf(raw: string): string {
    const text = plainText(raw)
    if (this.literal) return text
    const markers = this.layout.markers
    const marker = markers && Object.hasOwn(markers, text) ? markers[text] : undefined
    if (marker !== undefined) return REASON_TEXTS[marker] ?? text
    if (plainNumber(text) >= 0) return text
    const spaced = SPACED.test(text) ? text.replace(/[ \u00a0\u202f\u2009'’]/g, '') : text
    return this.mapping.decimal === 'comma' && COMMA_NUMBER.test(spaced) ? spaced.replaceAll('.', '').replace(',', '.') : spaced
  }

  private cellOf(text: string, figure: FigureId): Cell {
    return readCell(text, unitOfFigure(figure))
  }

  /** The number of a total row, for the check; NaN where it has none. */
  private read(raw: string, k: number): number {
    const cell = this.cellOf(this.textOf(raw), this.cells[k]!.figure)
    return 'value' in cell ? cell.value : Number.NaN
  }

  private besideText(cells: readonly string[], place: number): string {
    return place < 0 ? '' : plainText(cells[place]!)
  }

  /** What the line calls its figure: in the source's words where it gives them. */
  private keyText(cells: readonly string[]): string {
    const own = this.besideText(cells, this.beside.named)
    return own || [...this.keys.figure, ...this.keys.row, ...this.keys.column].map((place) => cells[place]!.trim()).filter((text) => text !== '').join(' · ')
  }

  private nameOf(cells: readonly string[], part: string): Named {
    const text = (places: readonly number[]): string => places.map((place) => plainText(cells[place]!)).find((each) => each !== '') ?? ''
    const [figure, row, column] = [text(this.keys.figure), text(this.keys.row), part || text(this.keys.column)]
    const format = this.formatAt < 0 ? this.mapping.format : cells[this.formatAt]!.trim()
    const key = `${figure}\u0001${row}\u0001${column}\u0001${format}\u0001${figure === '' && row === '' ? this.besideText(cells, this.beside.named) : ''}`
    const known = this.named.get(key)
    if (known !== undefined) return known
    const applicant: Applicant = this.mapping.applicant ?? 'total'
    const own = this.besideText(cells, this.beside.named)
    const named = figure !== '' ? figureNamed(figure, column, applicant, format) : row !== '' ? figureOfParts(row, column, applicant, format) : own !== '' ? figureNamed(own, column, applicant, format) : this.constant(column)
    this.named.set(key, named)
    return named
  }

  /** The figure that the reader named for all numbers; of an applicant's column, that applicant's. */
  private constant(column: string): Named {
    const { figure } = this.mapping
    if (figure === undefined) return 'unknown'
    return column === '' ? figure : figureNamed(figure.replace(/\.[^.]+$/, ''), column, 'total', this.mapping.format)
  }

  /** A row the form does not have is kept beside the catalogue, under its name: as a statement of a national form, else as a figure of its own. */
  private keepUnknown(cells: readonly string[], line: number, place: Place, { heading, part }: ValueColumn, text: string): void {
    const name = this.keyText(cells)
    this.tell('figure-unknown', { line, column: heading, text: name })
    if (text === '' || text === NOT_KNOWN) return
    if (formatOf(this.mapping.format)?.own) {
      const figure: FigureId = `${UNLISTED}${visible(name)}`
      const composed = this.composed(cells, text, '', figure)
      return this.put(this.filings.column(figure), place, composed, this.cellOf(composed, figure), line, heading, text)
    }
    const { row } = place
    this.filings.statements.push({ row, figure: '', asNamed: name, value: text, unit: this.besideText(cells, this.beside.unit), note: this.besideText(cells, this.beside.note) || part })
  }

  /** The number with the unit that scales it and the note in brackets after it, as a report would write it. */
  private composed(cells: readonly string[], text: string, missing: string, figure: FigureId): string {
    if (text === '' && Object.hasOwn(REASON_TEXTS, missing)) return REASON_TEXTS[missing]!
    const unit = this.besideText(cells, this.beside.unit)
    const note = this.besideText(cells, this.beside.note).split('; ').filter((each) => each !== BLANK_ZERO).join('; ')
    if (text === '' || !/[\d０-９]$/.test(text)) return text === '' && missing === 'unreadable' ? note : text
    const scaled = /^[万亿]/.test(unit) || (/元$/.test(unit) && unitOfFigure(figure) === 'wan-yuan' && unit !== '万元') ? `${text}${unit}` : text
    if (note === '') return scaled
    const noted = `${scaled}（${note}）`
    return 'value' in this.cellOf(noted, figure) ? noted : scaled
  }

  /** The source that a line names stands in the place of the file's name. */
  private nameSource(cells: readonly string[], row: number): void {
    const source = this.besideText(cells, this.beside.source)
    // A place inside the file names no other source.
    if (source === '' || source.startsWith(fileOf(this.filings.files[this.file]!))) return
    this.filings.reports[row]!.sources.delete(this.filings.files[this.file]!)
    this.filings.reports[row]!.sources.add(source)
  }

  private keepSource(cells: readonly string[], { row, agency, year }: Place, figure: FigureId, text: string): void {
    const source = this.besideText(cells, this.beside.source)
    const quote = this.besideText(cells, this.beside.quote)
    if (source === '' && quote === '') return
    this.nameSource(cells, row)
    this.filings.evidence.push([agency, String(year), figure, this.besideText(cells, this.beside.named), text, this.besideText(cells, this.beside.unit), this.besideText(cells, this.beside.note), source, quote.slice(0, LONGEST_QUOTE)])
  }
}
