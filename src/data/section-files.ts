import { NOT_KNOWN, type MissingReason } from '@/domain/cell'
import { APPLICANT_IDS, UNLISTED, CHANNEL_MEASURES, CHANNELS, PROACTIVE_COLUMNS, PROACTIVE_ITEMS, REQUEST_ROW_IDS, REVIEW_KINDS, REVIEW_RESULTS, sectionOf, type FigureId, type Section } from '@/domain/figure'
import { canFill, FORMATS, hasFigure, unitOfFigure } from '@/domain/formats'
import type { TableBuilder } from '@/domain/table-builder'
import { RowSet, writeCell, type CellWriter } from './cell-writer'
import { plainText, type FileShape, type FindReport, type TakeLine, type Tell } from './table-file'

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

/** The lines of one key: their writers, the columns the catalogue has no figure for, the reports that have had their line. */
interface KeyWriters {
  readonly cells: readonly CellWriter[]
  readonly outside: readonly { readonly column: number; readonly heading: string }[]
  readonly seen: RowSet
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
      const official = FORMATS.map((format) => canFill(format, figure))
      cells.push({ column, heading, figure, unit: unitOfFigure(figure), number: builder.numberWriterOf(figure), cell: builder.writerOf(figure), official })
    } else outside.push({ column, heading })
  }
  return { cells, outside, seen: new RowSet() }
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
