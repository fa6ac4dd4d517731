import { readCell, type Cell } from '@/domain/cell'
import { NOT_DOUBTED } from '@/domain/doubtful-reading'
import { sectionOf, type FigureId } from '@/domain/figure'
import { unitOfFigure } from '@/domain/formats'
import { label } from '@/domain/label'
import type { TableBuilder } from '@/domain/table-builder'
import type { Unit } from '@/domain/unit'
import { plainText, type FileShape, type FindReport, type TakeLine, type Tell } from './table-file'

/** Reads what other files state for the same reports, a line a differing cell. */
export function versionsShape(builder: TableBuilder, find: FindReport, tell: Tell): FileShape<TakeLine> {
  return {
    keys: ['agency', 'year', 'origin', 'figure', 'value'],
    // Which of its cells the reader corrected stands in `edits.csv`.
    others: ['against', 'edited'],
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
        const version = builder.versionOf(row, origin)
        version.against.set(figure, againstAt < 0 ? '' : plainText(cells[againstAt]!))
        version.cells.set(figure, readCell(plainText(cells[valueAt]!), unitOfFigure(figure)))
        return true
      }
    },
  }
}

/** Reads lines that each say something of a cell: of which report, which figure, and what. `heard` is told the row, the figure and the texts of the other columns; it gives false where the last of them, the origin, names no version. */
function cellsShape(keys: readonly string[], others: readonly string[], find: FindReport, tell: Tell, heard: (row: number, figure: FigureId, texts: readonly string[]) => boolean | void): FileShape<TakeLine> {
  return {
    keys: ['agency', 'year', 'figure', ...keys],
    others,
    open: (at) => {
      const [agencyAt, yearAt, figureAt, ...placesOfOthers] = ['agency', 'year', 'figure', ...keys, ...others].map(at) as [number, number, number, ...number[]]
      return (cells, line) => {
        const row = find(cells[agencyAt]!, cells[yearAt]!, line, tell)
        if (row < 0) return false
        const figure = plainText(cells[figureAt]!) as FigureId
        const texts = placesOfOthers.map((place) => (place < 0 ? '' : plainText(cells[place]!)))
        if (!sectionOf(figure)) tell('row-unknown', { line, column: 'figure', text: figure })
        else if (heard(row, figure, texts) === false) tell('row-unknown', { line, column: 'origin', text: texts.at(-1)! })
        return true
      }
    },
  }
}

/** Reads which cells the reader corrected: the tables, or the version that a line names, hold the corrected ones, this file what stood there. */
export const editsShape = (builder: TableBuilder, find: FindReport, tell: Tell): FileShape<TakeLine> =>
  cellsShape(['before'], ['remark', 'origin'], find, tell, (row, figure, [before = '', remark = '', origin = '']) => {
    const revision = { row, figure, kind: 'edit', before: readCell(before, unitOfFigure(figure)), remark } as const
    if (origin === '') builder.addRevision(revision)
    else return builder.knownVersion(row, origin)?.revisions.set(figure, revision) !== undefined
  })

/** Reads which cells were read from documents with doubt, and which of them the reader confirmed. */
export const doubtsShape = (builder: TableBuilder, find: FindReport, tell: Tell): FileShape<TakeLine> =>
  cellsShape(['why'], ['why-en', 'confirmed', 'remark', 'origin'], find, tell, (row, figure, [why = '', english = '', confirmed = '', remark = '', origin = '']) => {
    const reading = { row, figure, why: why === NOT_DOUBTED.zh ? label('', '') : label(why, english || why), confirmed: confirmed === '1', remark }
    if (origin === '') builder.addDoubtfulReading(reading)
    else return builder.knownVersion(row, origin)?.doubtfulReadings.set(figure, reading) !== undefined
  })

/** Reads figures in prose: the first of a narrative figure is its cell, everything else a statement. */
export function narrativeShape(builder: TableBuilder, find: FindReport, tell: Tell): FileShape<TakeLine> {
  return {
    keys: ['agency', 'year', 'value'],
    others: ['figure', 'as-named', 'unit', 'note', 'origin'],
    open: (at) => {
      const places = { figure: at('figure'), asNamed: at('as-named'), unit: at('unit'), note: at('note'), origin: at('origin') }
      const [agencyAt, yearAt, valueAt] = [at('agency'), at('year'), at('value')]
      const seen = new Set<string>()
      return (cells, line) => {
        const row = find(cells[agencyAt]!, cells[yearAt]!, line, tell)
        if (row < 0) return false
        const text = (place: number): string => (place < 0 ? '' : plainText(cells[place]!))
        const statement = { row, figure: text(places.figure), asNamed: text(places.asNamed), value: text(valueAt), unit: text(places.unit), note: text(places.note) }
        const origin = text(places.origin)
        const isCell = origin === '' && /^narrative\../.test(statement.figure) && !seen.has(`${row} ${statement.figure}`)
        if (!isCell) {
          builder.addStatement(origin === '' ? statement : { ...statement, origin })
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
