import { readCell, type Cell } from '@/domain/cell'
import { sectionOf, type FigureId } from '@/domain/figure'
import { unitOfFigure } from '@/domain/formats'
import { label } from '@/domain/label'
import type { TableBuilder } from '@/domain/table-builder'
import type { Unit } from '@/domain/unit'
import { plainText, type FileShape, type FindReport, type TakeLine, type Tell } from './table-file'

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

/** Reads lines that each say something of a cell: of which report, which figure, and what. `heard` is told the row, the figure and the texts of the other columns. */
function cellsShape(keys: readonly string[], others: readonly string[], find: FindReport, tell: Tell, heard: (row: number, figure: FigureId, texts: readonly string[]) => void): FileShape<TakeLine> {
  return {
    keys: ['agency', 'year', 'figure', ...keys],
    others,
    open: (at) => {
      const [agencyAt, yearAt, figureAt, ...placesOfOthers] = ['agency', 'year', 'figure', ...keys, ...others].map(at) as [number, number, number, ...number[]]
      return (cells, line) => {
        const row = find(cells[agencyAt]!, cells[yearAt]!, line, tell)
        if (row < 0) return false
        const figure = plainText(cells[figureAt]!) as FigureId
        if (sectionOf(figure)) heard(row, figure, placesOfOthers.map((place) => (place < 0 ? '' : plainText(cells[place]!))))
        else tell('row-unknown', { line, column: 'figure', text: figure })
        return true
      }
    },
  }
}

/** Reads which cells the reader corrected: the tables hold the corrected ones, this file what stood there. */
export const editsShape = (builder: TableBuilder, find: FindReport, tell: Tell): FileShape<TakeLine> =>
  cellsShape(['before'], ['remark'], find, tell, (row, figure, [before = '', remark = '']) => builder.addRevision({ row, figure, kind: 'edit', before: readCell(before, unitOfFigure(figure)), remark }))

/** Reads which cells were read from documents with doubt, and which of them the reader confirmed. */
export const doubtsShape = (builder: TableBuilder, find: FindReport, tell: Tell): FileShape<TakeLine> =>
  cellsShape(['why'], ['why-en', 'confirmed', 'remark'], find, tell, (row, figure, [why = '', english = '', confirmed = '', remark = '']) => builder.addDoubtfulReading({ row, figure, why: label(why, english || why), confirmed: confirmed === '1', remark }))

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
