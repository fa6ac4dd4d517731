import { NOT_KNOWN, plainNumber, readCell } from '@/domain/cell'
import { sectionOf, type FigureId } from '@/domain/figure'
import { formatOf, FORMATS, hasFigure, unitOfFigure, type AgencyField } from '@/domain/formats'
import { label, type Label } from '@/domain/label'
import type { Statement } from '@/domain/table'
import type { Account } from './account'
import { filedText, type Fields, type FiledAgency, type FiledCell, type FiledColumn, type FiledDoubt, type FiledEdit, type FiledReport, type FiledVersion } from './filed'
import type { CellEdit } from './mapping'

/** Whether two texts of a cell say the same. */
function same(a: Exclude<FiledCell, undefined>, b: Exclude<FiledCell, undefined>, figure: FigureId): boolean {
  if (a === b) return true
  if (typeof a === 'number' && typeof b === 'number') return false
  const unit = unitOfFigure(figure)
  const [left, right] = [readCell(String(a), unit), readCell(String(b), unit)]
  if ('value' in left) return 'value' in right && left.value === right.value && left.note === right.note
  return 'missing' in right && left.missing === right.missing && left.missing !== 'unreadable'
}

const MOST_NAMESAKES = 50
const placeOf = ({ county, city, province }: Fields): string => county || city || province || ''

/** What the files state so far: agencies, reports, cells, and other versions of cells. */
export class Filings {
  readonly agencies: FiledAgency[] = []
  readonly reports: FiledReport[] = []
  readonly columns = new Map<FigureId, FiledColumn>()
  readonly versions = new Map<string, FiledVersion>()
  readonly edits = new Map<string, FiledEdit>()
  readonly doubts = new Map<string, FiledDoubt>()
  readonly statements: Statement[] = []
  readonly evidence: (readonly string[])[] = []
  /** Names of the files by index. */
  readonly files: string[] = []
  private readonly ids = new Set<string>()
  private readonly named = new Map<string, readonly number[]>()
  private readonly coded = new Map<string, number>()
  private readonly byKey = new Map<number, number>()

  /**
   * The index of an agency: its name is its identity within a family of formats (`occasion`: the file it is met in). Where one name stands
   * for two (another code, or another place in the same file), the second gets its code or place behind the name; `namesake` says so.
   */
  agency(name: string, fields: Fields, occasion: string, family: string): { readonly index: number; readonly namesake: boolean } {
    const group = `${family} ${name}`
    const coded = fields.code ? this.coded.get(`${group} ${fields.code}`) : undefined
    const known = this.named.get(group) ?? []
    const index = coded ?? known.find((each) => !this.differs(this.agencies[each]!, fields, occasion))
    if (index !== undefined) {
      const agency = this.agencies[index]!
      // Without code or place nothing tells which of several it is.
      const unsure = coded === undefined && known.length > 1 && !fields.code && !placeOf(fields)
      this.update(agency, fields, occasion)
      if (fields.code) this.coded.set(`${group} ${fields.code}`, index)
      return { index, namesake: unsure }
    }
    return { index: this.add(name, fields, occasion, family), namesake: known.length > 0 }
  }

  private add(name: string, fields: Fields, occasion: string, family: string): number {
    const group = `${family} ${name}`
    const index = this.agencies.length
    const sign = fields.code || placeOf(fields) || family
    let id = this.ids.has(name) ? `${name}（${sign}）` : name
    for (let n = 2; this.ids.has(id); n += 1) id = `${name}（${sign} ${n}）`
    this.agencies.push({ id, family, fields, occasion })
    this.ids.add(id)
    // Codes tell namesakes apart by themselves; only a few need to be compared.
    const named = this.named.get(group) ?? []
    if (named.length < MOST_NAMESAKES) this.named.set(group, [...named, index])
    if (fields.code) this.coded.set(`${group} ${fields.code}`, index)
    return index
  }

  private differs({ fields, occasion: last }: FiledAgency, next: Fields, occasion: string): boolean {
    if (fields.code && next.code) return fields.code !== next.code
    return last === occasion && (['province', 'city', 'county'] as const).some((field) => fields[field] && next[field] && fields[field] !== next[field])
  }

  private update(agency: FiledAgency, fields: Fields, occasion: string): void {
    agency.occasion = occasion
    const added = Object.entries(fields).filter(([field, text]) => text !== '' && !agency.fields[field as AgencyField])
    if (added.length > 0) agency.fields = { ...agency.fields, ...Object.fromEntries(added) }
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

  column(figure: FigureId): FiledColumn {
    let column = this.columns.get(figure)
    if (!column) this.columns.set(figure, (column = { figure, cells: [], from: [] }))
    return column
  }

  /** Files a cell. What another file (or line) states otherwise is kept as a version; true when that happened. `..` states nothing. */
  put(column: FiledColumn, row: number, text: string, file: number, line: number): boolean {
    if (text === NOT_KNOWN) return false
    const plain = plainNumber(text)
    const cell = plain >= 0 ? plain : text
    const known = column.cells[row]
    if (known === undefined) {
      column.cells[row] = cell
      column.from[row] = file
      return false
    }
    if (same(known, cell, column.figure)) return false
    const before = column.from[row]!
    const origin = before === file ? `${this.files[file]}:${line}` : this.files[file]!
    this.version(row, origin).cells.set(column.figure, { text, against: this.files[before]! })
    return true
  }

  /** Whether a cell is stated already and the text says otherwise. */
  contradicts({ cells, figure }: FiledColumn, row: number, text: string): boolean {
    const known = cells[row]
    return known !== undefined && text !== NOT_KNOWN && !same(known, text, figure)
  }

  version(row: number, origin: string): FiledVersion {
    const key = `${row} ${origin}`
    let version = this.versions.get(key)
    if (!version) this.versions.set(key, (version = { row, origin, cells: new Map() }))
    return version
  }

  /**
   * Puts the reader's text in the place of a cell, marked, with what was read kept; the original text again takes the mark away. Where the cell that
   * stands came from another file than `from`, this file's version of it is changed instead.
   */
  edit(row: number, figure: FigureId, { text, remark, confirmed }: CellEdit, from?: number): void {
    const column = this.column(figure)
    if (this.isElsewhere(row, figure, from)) return this.editVersion(row, figure, text, from!)
    const key = `${row} ${figure}`
    if (confirmed !== undefined) return this.confirm(key, row, figure, confirmed, remark)
    const before = this.edits.get(key)?.before ?? this.text(figure, row)
    column.cells[row] = undefined
    this.put(column, row, text, from ?? column.from[row] ?? 0, 0)
    if (this.text(figure, row) === before) this.edits.delete(key)
    else this.edits.set(key, { row, figure, before, remark })
  }

  /** Marks a cell as read with doubt; one that another file states stands as that file has it. */
  doubt(row: number, figure: FigureId, why: Label, from: number): void {
    if (!this.isElsewhere(row, figure, from)) this.doubts.set(`${row} ${figure}`, { row, figure, why, confirmed: false, remark: '' })
  }

  private isElsewhere(row: number, figure: FigureId, file: number | undefined): boolean {
    const { cells, from } = this.column(figure)
    return file !== undefined && cells[row] !== undefined && from[row] !== file
  }

  /** A cell that was not in doubt needs no line of its own once its confirmation is taken back. */
  private confirm(key: string, row: number, figure: FigureId, confirmed: boolean, remark: string): void {
    const why = this.doubts.get(key)?.why ?? label('', '')
    if (confirmed || why.zh !== '') this.doubts.set(key, { row, figure, why, confirmed, remark: confirmed ? remark : '' })
    else this.doubts.delete(key)
  }

  private editVersion(row: number, figure: FigureId, text: string, from: number): void {
    const version = this.version(row, this.files[from]!)
    const { cells, from: origins } = this.column(figure)
    if (same(cells[row]!, text, figure)) version.cells.delete(figure)
    else version.cells.set(figure, { text, against: this.files[origins[row]!]! })
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

  /** How many cells are in doubt that the reader neither confirmed nor corrected; nothing where none is. */
  doubtful(): Pick<Account, 'doubtful'> {
    const open = [...this.doubts].filter(([key, { confirmed }]) => !confirmed && !this.edits.has(key)).length
    return open > 0 ? { doubtful: open } : {}
  }

  /** The report format of each report. A national form is told by its figures (domain: by headings, not by year), else by the year. */
  formats(): string[] {
    const national = FORMATS.filter((format) => format.family === 'cn' && format.tables.length > 0)
    const only = new Map(national.map((format) => [format.id, [...this.columns.values()].filter(({ figure }) => hasFigure(format, figure) && national.every((other) => other === format || !hasFigure(other, figure)))]))
    return this.reports.map(({ format, year }, row) => {
      if (formatOf(format)) return format
      const votes = national.map(({ id }) => ({ id, count: only.get(id)!.filter(({ cells }) => typeof cells[row] === 'number').length })).sort((a, b) => b.count - a.count)
      if (votes[0] && votes[0].count > (votes[1]?.count ?? 0)) return votes[0].id
      return (FORMATS.find(({ family, from }) => family === 'cn' && from <= year) ?? FORMATS.findLast(({ family }) => family === 'cn'))!.id
    })
  }

  /** The figures of a section that any report states, in the order first met. */
  figuresOf(section: string): FigureId[] {
    return [...this.columns.keys()].filter((figure) => sectionOf(figure) === section)
  }
}
