import { formatOf, type FileLayout } from '@/domain/formats'
import type { ProblemKind } from '@/domain/problem'
import { plainText, type Tell } from '../table-file'
import type { LoadedRows, PreviewCell } from './account'
import { LineFiler } from './file-line'
import type { Fields } from './filed'
import type { Filings } from './filings'
import type { HeadedTable } from './headed'
import { cellOf, LineText } from './line-text'
import type { Mapping } from './mapping'
import { visible } from './names'
import { COMMON } from './recognition'
import { tableColumns, type TableColumns } from './table-columns'
import type { Totals } from './totals'
import { isWholeYear, MONTH, yearOf } from './year'

/** Names of rows that add up others, in any file. */
const TOTAL = COMMON.own!.layout.total

/** Characters that cannot be seen, by their code points. */
const shown = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, (c) => `<U+${c.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}>`)

/** Formats of one family file under one name. */
const familyOf = (format: string): string => formatOf(format)?.family ?? 'cn'

const withoutLine = ({ column, text, lineLeftOut }: NonNullable<Parameters<Tell>[1]> = {}): NonNullable<Parameters<Tell>[1]> => ({ ...(column === undefined ? {} : { column }), ...(text === undefined ? {} : { text }), ...(lineLeftOut ? { lineLeftOut } : {}) })

/** Reads the lines of one table into filings as its mapping says. Each line gives `true` (loaded) or `false` (reported, and why was told). */
export class Taker {
  private readonly columns: TableColumns
  private readonly text: LineText
  private readonly filer: LineFiler
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
    preview?: (cell: PreviewCell) => void,
    /** The cells are a document's as its reader gives them: nothing more is read into their writing, and they go by their figures' names, not by lines. */
    literal = false,
  ) {
    this.tell = literal ? (kind, where) => tell(kind, withoutLine(where)) : tell
    this.layout = formatOf(mapping.format)?.own?.layout ?? COMMON.own!.layout
    this.columns = tableColumns(table.headings, mapping, this.layout)
    this.text = new LineText(this.columns, mapping, this.layout, literal)
    this.filer = new LineFiler(filings, file, this.columns, this.text, mapping, this.tell, preview, literal)
    // `2011-12` is a month where the column has other months.
    this.monthly = table.sample.some((row) => MONTH.test(row[this.columns.year]?.trim() ?? '') && yearOf(row[this.columns.year]!).year === null)
  }

  /** What the lines add up to, and what its total rows state. */
  get totals(): Totals {
    return this.filer.totals
  }

  /** What the lines came to, cell by cell. */
  get loaded(): LoadedRows {
    return this.filer.loaded
  }

  /** After its last line: files what the lines said in words. */
  finish(): void {
    this.filer.fileSaid()
  }

  /** The rows of the reports that its lines were filed under. */
  get reports(): ReadonlySet<number> {
    return this.filer.reports
  }

  /** What a table lacks so that no line of it can have a place; undefined when it has all. */
  lacks(): ProblemKind | undefined {
    if (this.columns.agency < 0 && !this.mapping.agency) return 'columns-unmapped'
    if (this.filer.cells.length + this.columns.values.length === 0) return 'columns-unmapped'
    if (this.columns.year < 0 && this.mapping.year === null && !this.columns.values.some(({ year }) => year !== null)) return 'year-missing'
    return undefined
  }

  /** The place of a column of figures among the headings. */
  placeOf(column: number): number {
    return this.filer.cells[column]?.at ?? -1
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
      if (years !== null && years.year !== null) this.filer.cells.forEach(({ at: place }, k) => this.totals.state(years.year!, k, this.read(cells[place]!, k), line))
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
    const took = [this.filer.takeCells(cells, line, name, agency, years.year), this.filer.takeValues(cells, line, name, agency, years.year)]
    if (took.includes('loaded')) return true
    return took.includes('told') ? false : leave('row-blank', this.heading(this.columns.agency), name)
  }

  /** The number of a total row, for the check; NaN where it has none. */
  private read(raw: string, k: number): number {
    const cell = cellOf(this.text.of(raw), this.filer.cells[k]!.figure)
    return 'value' in cell ? cell.value : Number.NaN
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
}
