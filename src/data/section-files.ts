import { plainNumber, readCell, type Cell, type MissingReason } from '@/domain/cell'
import { APPLICANT_IDS, UNLISTED, CHANNEL_MEASURES, CHANNELS, PROACTIVE_COLUMNS, PROACTIVE_ITEMS, REQUEST_ROW_IDS, REVIEW_KINDS, REVIEW_RESULTS, sectionOf, type FigureId, type Section } from '@/domain/figure'
import { FORMATS, hasFigure, unitOfFigure } from '@/domain/formats'
import type { TableBuilder } from '@/domain/table-builder'
import type { Unit } from '@/domain/unit'
import { plainText, type FileShape, type TakeLine, type Tell } from './table-file'

/** Finds the report of a line; -1 when there is none, having told why. */
export type FindReport = (agency: string, year: string, line: number, tell: Tell) => number

/** A file with a line per agency, year and key, and a column per figure. */
interface WideSection {
  readonly section: Section
  /** Heading of the column that names the line: `item`, `row`, `kind`, `channel`. */
  readonly key: string
  readonly rows: readonly string[]
  readonly columns: readonly string[]
  readonly prefix: string
}

export const WIDE_SECTIONS: readonly WideSection[] = [
  { section: 'proactive', key: 'item', rows: Object.keys(PROACTIVE_ITEMS), columns: Object.keys(PROACTIVE_COLUMNS), prefix: '' },
  { section: 'requests', key: 'row', rows: REQUEST_ROW_IDS, columns: APPLICANT_IDS, prefix: 'requests.' },
  { section: 'reviews', key: 'kind', rows: Object.keys(REVIEW_KINDS), columns: Object.keys(REVIEW_RESULTS), prefix: '' },
  { section: 'participation', key: 'channel', rows: Object.keys(CHANNELS), columns: Object.keys(CHANNEL_MEASURES), prefix: 'participation.' },
]

const NOT_KNOWN = '..'

/** Writes the cells of one column for one key. */
interface CellWriter {
  readonly column: number
  readonly heading: string
  readonly figure: FigureId
  readonly unit: Unit
  readonly number: (row: number, value: number) => void
  readonly cell: (row: number, cell: Cell) => void
  /** By format: its official tables have this cell, so an empty one is blank in the original. */
  readonly official: readonly boolean[]
}

/** The lines of one key: their writers, the columns the catalogue has no figure for, the reports that have had their line. */
interface KeyWriters {
  readonly cells: readonly CellWriter[]
  readonly outside: readonly { readonly column: number; readonly heading: string }[]
  readonly seen: RowSet
}

/** Report rows, a byte each: asked once per line, where a Set would be felt. */
class RowSet {
  private rows = new Uint8Array(1024)

  /** False when the row is there already. */
  add(row: number): boolean {
    if (row >= this.rows.length) {
      const larger = new Uint8Array(Math.max(row + 1, this.rows.length * 2))
      larger.set(this.rows)
      this.rows = larger
    }
    if (this.rows[row] === 1) return false
    this.rows[row] = 1
    return true
  }
}

/** Reads the cells of a section whose file is wide. Writers are resolved once per key; an unreadable cell keeps its text and is told. */
export function wideShape(section: WideSection, builder: TableBuilder, find: FindReport, tell: Tell, markers: ReadonlyMap<string, MissingReason>): FileShape<TakeLine> {
  return {
    keys: ['agency', 'year', section.key],
    others: section.columns,
    open: (at, headings) => {
      const [agencyAt, yearAt, keyAt] = [at('agency'), at('year'), at(section.key)]
      const writers = new Map(section.rows.map((row) => [row, writersOf(section, row, builder, at)]))
      const figures = headings.map((heading, column) => ({ heading, column })).filter(({ heading }) => section.columns.includes(heading))
      return (cells, line) => {
        const row = find(cells[agencyAt]!, cells[yearAt]!, line, tell)
        if (row < 0) return false
        const key = cells[keyAt]!
        const known = writers.get(key) ?? writers.get(plainText(key))
        if (!known) return keepOutside(builder, section, row, plainText(key), line, tell, figures.map(({ heading, column }) => [heading, cells[column]!] as const))
        if (!known.seen.add(row)) {
          tell('line-twice', { line, column: section.key, text: key, lineLeftOut: true })
          return false
        }
        const format = builder.formatAt(row)
        for (const writer of known.cells) writeCell(writer, cells[writer.column]!, row, format, line, tell, markers)
        for (const { column, heading } of known.outside) {
          const text = cells[column]!
          if (text !== '' && text !== NOT_KNOWN) tell('column-unknown', { line, column: heading, text })
        }
        return true
      }
    },
  }
}

function writersOf(section: WideSection, row: string, builder: TableBuilder, at: (heading: string) => number): KeyWriters {
  const cells: CellWriter[] = []
  const outside: { column: number; heading: string }[] = []
  for (const heading of section.columns) {
    const column = at(heading)
    if (column < 0) continue
    const figure = `${section.prefix}${row}.${heading}` as FigureId
    if (sectionOf(figure) === section.section) {
      const official = FORMATS.map((format) => hasFigure(format, figure))
      cells.push({ column, heading, figure, unit: unitOfFigure(figure), number: builder.numberWriterOf(figure), cell: builder.writerOf(figure), official })
    } else outside.push({ column, heading })
  }
  return { cells, outside, seen: new RowSet() }
}

function writeCell(writer: CellWriter, text: string, row: number, format: number, line: number, tell: Tell, markers: ReadonlyMap<string, MissingReason>): void {
  const plain = plainNumber(text)
  if (plain >= 0) return writer.number(row, plain)
  if (text === NOT_KNOWN) return
  if (text === '') {
    if (writer.official[format]) writer.cell(row, { missing: 'blank' })
    return
  }
  const marked = markers.get(text)
  const cell: Cell = marked ? { missing: marked, raw: text } : readCell(plainText(text), writer.unit)
  if ('missing' in cell && cell.missing === 'unreadable') tell('cell-unreadable', { line, column: writer.heading, text })
  writer.cell(row, cell)
}

/** A line of the table that the form does not have (属于工作秘密 …) is kept, named, beside the catalogue. */
function keepOutside(builder: TableBuilder, section: WideSection, row: number, key: string, line: number, tell: Tell, cells: readonly (readonly [heading: string, text: string])[]): boolean {
  tell('row-unknown', { line, column: section.key, text: key })
  for (const [heading, text] of cells) {
    if (text !== '' && text !== NOT_KNOWN) builder.addStatement({ row, figure: `${section.section}.${key}.${heading}`, asNamed: key, value: text, unit: '', note: heading })
  }
  return true
}

const ownWriter = (figure: FigureId, column: number, builder: TableBuilder): CellWriter => ({
  column,
  heading: figure,
  figure,
  unit: unitOfFigure(figure),
  number: builder.numberWriterOf(figure),
  cell: builder.writerOf(figure),
  official: FORMATS.map((format) => figure.startsWith(UNLISTED) || hasFigure(format, figure)),
})

/** Reads the figures of formats with a catalogue of their own: a line a report, a column a figure. */
export function figuresShape(builder: TableBuilder, find: FindReport, tell: Tell, markers: ReadonlyMap<string, MissingReason>): FileShape<TakeLine> {
  return {
    keys: ['agency', 'year'],
    others: (heading) => sectionOf(heading) === 'figures',
    open: (at, headings) => {
      const [agencyAt, yearAt] = [at('agency'), at('year')]
      const writers = headings.flatMap((heading, column) => (sectionOf(heading) === 'figures' && at(heading) === column ? [ownWriter(heading as FigureId, column, builder)] : []))
      const seen = new RowSet()
      return (cells, line) => {
        const row = find(cells[agencyAt]!, cells[yearAt]!, line, tell)
        if (row < 0) return false
        if (!seen.add(row)) {
          tell('line-twice', { line, column: 'agency', text: `${cells[agencyAt]} ${cells[yearAt]}`, lineLeftOut: true })
          return false
        }
        const format = builder.formatAt(row)
        for (const writer of writers) writeCell(writer, cells[writer.column]!, row, format, line, tell, markers)
        return true
      }
    },
  }
}

/** Reads what other files state for the same reports, a line a differing cell. */
export function versionsShape(builder: TableBuilder, find: FindReport, tell: Tell): FileShape<TakeLine> {
  const known = new Map<string, { readonly cells: Map<FigureId, Cell>; readonly against: Map<FigureId, string> }>()
  return {
    keys: ['agency', 'year', 'origin', 'figure', 'value'],
    others: ['against'],
    open: (at) => {
      const [agencyAt, yearAt, originAt, figureAt, valueAt, againstAt] = [at('agency'), at('year'), at('origin'), at('figure'), at('value'), at('against')]
      return (cells, line) => {
        const row = find(cells[agencyAt]!, cells[yearAt]!, line, tell)
        if (row < 0) return false
        const origin = plainText(cells[originAt]!)
        const figure = plainText(cells[figureAt]!) as FigureId
        if (!sectionOf(figure)) {
          tell('row-unknown', { line, column: 'figure', text: figure })
          return true
        }
        const key = `${row} ${origin}`
        let version = known.get(key)
        if (!version) {
          known.set(key, (version = { cells: new Map(), against: new Map() }))
          builder.addVersion({ row, origin, ...version })
        }
        version.against.set(figure, againstAt < 0 ? '' : plainText(cells[againstAt]!))
        version.cells.set(figure, readCell(plainText(cells[valueAt]!), unitOfFigure(figure)))
        return true
      }
    },
  }
}

/** Reads which cells the reader corrected: the tables hold the corrected ones, this file what stood there. */
export function editsShape(builder: TableBuilder, find: FindReport, tell: Tell): FileShape<TakeLine> {
  return {
    keys: ['agency', 'year', 'figure', 'before'],
    others: ['remark'],
    open: (at) => {
      const [agencyAt, yearAt, figureAt, beforeAt, remarkAt] = [at('agency'), at('year'), at('figure'), at('before'), at('remark')]
      return (cells, line) => {
        const row = find(cells[agencyAt]!, cells[yearAt]!, line, tell)
        if (row < 0) return false
        const figure = plainText(cells[figureAt]!) as FigureId
        if (!sectionOf(figure)) {
          tell('row-unknown', { line, column: 'figure', text: figure })
          return true
        }
        builder.addRevision({ row, figure, kind: 'edit', before: readCell(plainText(cells[beforeAt]!), unitOfFigure(figure)), remark: remarkAt < 0 ? '' : plainText(cells[remarkAt]!) })
        return true
      }
    },
  }
}

/** Reads figures in prose: the first of a narrative figure is its cell, everything else a statement. */
export function narrativeShape(builder: TableBuilder, find: FindReport, tell: Tell): FileShape<TakeLine> {
  return {
    keys: ['agency', 'year', 'value'],
    others: ['figure', 'as-named', 'unit', 'note'],
    open: (at) => {
      const places = { figure: at('figure'), asNamed: at('as-named'), unit: at('unit'), note: at('note') }
      const [agencyAt, yearAt, valueAt] = [at('agency'), at('year'), at('value')]
      const seen = new Set<string>()
      return (cells, line) => {
        const row = find(cells[agencyAt]!, cells[yearAt]!, line, tell)
        if (row < 0) return false
        const text = (place: number): string => (place < 0 ? '' : plainText(cells[place]!))
        const statement = { row, figure: text(places.figure), asNamed: text(places.asNamed), value: text(valueAt), unit: text(places.unit), note: text(places.note) }
        const isCell = /^narrative\../.test(statement.figure) && !seen.has(`${row} ${statement.figure}`)
        if (!isCell) {
          builder.addStatement(statement)
          return true
        }
        seen.add(`${row} ${statement.figure}`)
        const cell = proseCell(statement.value, statement.unit, statement.note, unitOfFigure(statement.figure as FigureId))
        if ('missing' in cell && cell.missing === 'unreadable') tell('cell-unreadable', { line, column: 'value', text: statement.value })
        builder.writerOf(statement.figure as FigureId)(row, cell)
        return true
      }
    },
  }
}

/** The unit stands in a column of its own; it matters where it scales the number. */
function proseCell(value: string, unit: string, note: string, kept: Unit): Cell {
  const scaled = kept === 'wan-yuan' ? /元$/.test(unit) : /^[万亿]/.test(unit)
  const cell = readCell(scaled && /^[\d.,]+$/.test(value) ? `${value}${unit}` : value, kept)
  const notes = [cell.note, note].filter((each) => each !== undefined && each !== '')
  return notes.length === 0 ? cell : { ...cell, note: notes.join('；') }
}
