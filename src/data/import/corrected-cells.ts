import type { FigureId } from '@/domain/figure'
import type { Label } from '@/domain/label'
import { isHeadPart } from '@/domain/report-head'
import type { CellPlace } from './cell-marks'
import { same } from './filed'
import type { Filings } from './filings'
import type { CellEdit } from './mapping'

/**
 * Puts the reader's text in the place of a cell, marked, with what was read kept; the original text again takes the mark away. `from`: the file that
 * was corrected. Where it states the report otherwise than what stands, the cell of its version is corrected; where it says the same, the one that stands.
 */
export function editCell(filings: Filings, row: number, figure: FigureId, { text, remark, confirmed }: CellEdit, from?: number): void {
  const place = { row, figure, origin: originOf(filings, row, figure, from) }
  if (confirmed !== undefined) return filings.marks.confirm(place, confirmed, remark)
  const before = filings.marks.edit(place)?.before ?? textAt(filings, place)
  setText(filings, place, text, from)
  if (textAt(filings, place) === before) takeBack(filings, place)
  else filings.marks.addEdit({ ...place, before, remark })
}

/** Marks a cell as read with doubt, unless it is marked already: the reader may have settled it. */
export function doubtCell(filings: Filings, row: number, figure: FigureId, why: Label, from: number): void {
  const origin = originOfMark(filings, row, figure, from)
  if (origin !== null && !filings.marks.doubt({ row, figure, origin })) filings.marks.addDoubt({ row, figure, origin, why, confirmed: false, remark: '' })
}

/** Marks a cell as in doubt for another reason than the one it had, whatever was settled before; false where that is its reason already. */
export function doubtAnew(filings: Filings, row: number, figure: FigureId, why: Label, from: number): boolean {
  const origin = originOfMark(filings, row, figure, from)
  if (origin === null || filings.marks.doubt({ row, figure, origin })?.why.zh === why.zh) return false
  filings.marks.addDoubt({ row, figure, origin, why, confirmed: false, remark: '' })
  return true
}

/** The version that a file's cell belongs to; '' where it stands, or the file is no version of the report. */
export function originOf(filings: Filings, row: number, figure: FigureId, from: number | undefined): string {
  if (from === undefined || !isElsewhere(filings, row, figure, from)) return ''
  const name = filings.nameOf(row, from)
  return filings.versions.has(`${row} ${name}`) ? name : ''
}

/** The same for what is said of a file's cell; null where another file states it in the same way: it stands as that file has it. */
export function originOfMark(filings: Filings, row: number, figure: FigureId, from: number): string | null {
  const origin = originOf(filings, row, figure, from)
  return (origin === '' ? isElsewhere(filings, row, figure, from) : !isHeadPart(figure) && !filings.versions.get(`${row} ${origin}`)!.cells.has(figure)) ? null : origin
}

function isElsewhere(filings: Filings, row: number, figure: FigureId, file: number): boolean {
  // A head is that of the file that was filed first.
  if (isHeadPart(figure)) return !filings.names.isFirst(row, file)
  const { cells, from } = filings.column(figure)
  return filings.apart.has(file) || (cells[row] !== undefined && from[row] !== file)
}

/** A cell as a version has it; one that it does not state otherwise is as it was read of what stands. */
function textAt(filings: Filings, { row, figure, origin }: CellPlace): string {
  const own = origin === '' ? undefined : filings.versions.get(`${row} ${origin}`)?.cells.get(figure)?.text
  return own ?? (origin === '' ? undefined : filings.marks.edit({ row, figure, origin: '' })?.before) ?? filings.text(figure, row)
}

function setText(filings: Filings, { row, figure, origin }: CellPlace, text: string, from?: number): void {
  const column = filings.column(figure)
  if (origin !== '') return void filings.version(row, origin).cells.set(figure, { text, against: filings.standingName(row, column.from[row]) })
  filings.stand(column, row, text, column.from[row] ?? from ?? 0)
}

/** A correction taken back leaves what was read; a version has it only where something else stands. */
function takeBack(filings: Filings, place: CellPlace): void {
  const { row, figure, origin } = place
  filings.marks.dropEdit(place)
  const version = filings.versions.get(`${row} ${origin}`)
  const cell = filings.column(figure).cells[row]
  if (version && cell !== undefined && same(cell, version.cells.get(figure)!.text, figure)) version.cells.delete(figure)
  if (version?.cells.size === 0) filings.versions.delete(`${row} ${origin}`)
}
