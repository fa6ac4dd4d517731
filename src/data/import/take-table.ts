import type { FigureId } from '@/domain/figure'
import type { ProblemKind } from '@/domain/problem'
import { isHeadPart } from '@/domain/report-head'
import { NOTE_MARK, typedNotes } from '@/domain/typed-head'
import type { Tell } from '../table-file'
import type { FileAccount, PreviewCell, ReadLook } from './account'
import { againIn, statesOtherwise } from './again'
import type { Filings } from './filings'
import type { HeadedTable } from './headed'
import type { FileChoices } from './mapping'
import { isUnnamed } from './recognition'
import { problemsOpen, settledIn, typedParts } from './settled'
import { makeRoom } from './standing-reports'
import { statedCells } from './stated-cells'
import type { TableSource } from './table-source'
import { Taker } from './take'
import { agrees } from './totals'
import type { Understood } from './understand'
import { doubtCell, editCell } from './corrected-cells'

/** Tells what is known of a table before its lines are read; of a document what the reader has not settled (`said`). */
export function tellFound(source: TableSource, { recognition, mapping, table }: Understood, tell: Tell, said: FileChoices = {}): void {
  if (source.encoding !== '' && (!source.encodingSure || source.encoding !== 'utf-8')) tell('encoding', { text: source.encoding })
  for (const { message, remedy, text } of source.report ? problemsOpen(source.report, settledIn(said)) : []) tell('document-part', { text, said: { message, remedy } })
  for (const { kind, ...where } of recognition.told) tell(kind, { line: table.line, ...where })
  table.headings.forEach((heading, at) => {
    const text = table.sample.map((row) => row[at] ?? '').find((cell) => cell.trim() !== '')
    if (isUnnamed(heading) && text !== undefined && !Object.hasOwn(mapping.columns, heading)) tell('column-unnamed', { line: table.line, column: heading, text })
  })
  if (mapping.decimal === 'comma') tell('decimal-comma')
  if (mapping.year !== null && !source.report) tell('year-taken', { text: String(mapping.year) })
}

/** Reads the lines below the headings into filings. Every line is loaded or reported. */
export function takeTable(source: TableSource, understood: Understood, filings: Filings, tell: Tell, { preview, first, progress, said = {} }: { preview?: (cell: PreviewCell) => void; first?: number; progress?: (read: number) => void; said?: FileChoices } = {}): FileAccount {
  const { table, mapping, recognition } = understood
  if (said.instead && source.report) makeRoom(filings, source.report, mapping)
  const file = filings.files.push(source.name) - 1
  const again = source.report && againIn(filings, source.report, mapping)
  if (again?.changed.length === 0) filings.copies.add(file)
  // What a version says already is that version.
  if (again?.version) filings.names.give(again.row, file, again.version)
  const isApart = source.report !== undefined && statesOtherwise(filings, source.report, mapping)
  if (isApart) filings.apart.add(file)
  const width = table.headings.length
  const taker = new Taker(filings, file, table, mapping, tell, preview, source.report !== undefined)
  const lacks = recognition.format === '' ? 'columns-unmapped' : taker.lacks()
  if (lacks && !(lacks === 'columns-unmapped' && recognition.told.some(({ kind }) => kind === lacks))) tell(lacks, { line: table.line, text: table.headings.join(' | ') })
  let rowsIn = 0
  let rowsLoaded = 0
  const leave = (kind: ProblemKind, line: number, text: string): void => {
    rowsIn += 1
    tell(kind, { line, text, lineLeftOut: true })
  }
  for (const { line, text } of table.above) leave('row-preamble', line, text)
  const row = (cells: readonly string[], line: number): void => {
    if (line <= table.line || cells.every((cell) => cell.trim() === '')) return
    if (lacks) {
      rowsIn += 1
      return
    }
    if (isHeadingAgain(cells, table)) return leave('row-heading', line, cells.join(source.delimiter || ','))
    const fits = cells.length === width || (cells.length > width && cells.slice(width).every((cell) => cell.trim() === ''))
    if (!fits) return leave('ragged', line, cells.join(source.delimiter || ','))
    rowsIn += 1
    if (taker.take(cells, line)) rowsLoaded += 1
  }
  const broken = (text: string, line: number): void => {
    if (line > table.line) leave('quote', line, text)
  }
  source.read({ row, broken, told: (kind, where) => tell(kind, where), ...(progress ? { progress } : {}) }, first)
  taker.finish()
  if (isApart) for (const filed of taker.reports) leaveUnread(filings, filed, file, source.report!)
  if (source.report) for (const filed of taker.reports) settle(filings, filed, file, source.report, said)
  const checks = taker.totals.checks()
  const differing = checks.filter((check) => !agrees(check))
  for (const { line, column, stated, sum } of differing) tell('total-differs', { line, column: table.headings[taker.placeOf(column)] ?? '', text: `${stated} / ${sum}` })
  return {
    file: source.name,
    format: recognition.format,
    shape: source.report ? 'document' : recognition.shape,
    encoding: source.encoding,
    delimiter: source.delimiter,
    rowsIn,
    rowsLoaded,
    rowsReported: rowsIn - rowsLoaded,
    totalsChecked: checks.length,
    totalsDiffering: differing.length,
    ...(source.report && { loaded: taker.loaded }),
    ...(source.report && source.report.of > source.report.found && { cellsUnread: source.report.of - source.report.found }),
  }
}

/** What was not read of a document that is a version of a report is not known in that version: another file's number is not its. */
function leaveUnread(filings: Filings, row: number, file: number, { doubtful, lines }: ReadLook): void {
  const stated = new Set(statedCells(lines).map(([figure]) => figure))
  for (const figure of doubtful.keys()) if (!stated.has(figure) && !isHeadPart(figure)) filings.leaveUnread(row, figure, file)
}

/** What the reader says of a document's report: corrected cells, whose it is where the document says otherwise, and whose work it counts. */
function settle(filings: Filings, row: number, file: number, read: ReadLook, said: FileChoices): void {
  const { edits = {}, mapping, scope } = said
  // What was typed is told as typed.
  const byHand = new Set<string>(typedParts(said))
  for (const [figure, why] of read.doubtful) if (!byHand.has(figure)) doubtCell(filings, row, figure, why, file)
  for (const [figure, edit] of Object.entries(edits)) if (!byHand.has(figure)) editCell(filings, row, figure as FigureId, edit, file)
  const report = filings.reports[row]!
  if (scope) report.scope = scope
  const typed = typedNotes({
    ...(mapping?.agency && mapping.agency !== read.agency && { agency: read.agency }),
    ...(mapping && mapping.year !== null && mapping.year !== read.year && { year: read.year === null ? null : String(read.year) }),
  })
  // Of a report that another file states already it is said of this file: what stands is not its.
  const isOther = [...report.sources][0] !== filings.nameOf(row, file)
  const known = report.notes.split(NOTE_MARK)
  report.notes = [report.notes, ...typed.filter((note) => !known.includes(note)).map((note) => (isOther ? `${filings.files[file]}：${note}` : note))].filter((text) => text !== '').join(NOTE_MARK)
}

/** The line of headings stands in the body again (files put one after the other). */
function isHeadingAgain(cells: readonly string[], { raw }: HeadedTable): boolean {
  const filled = raw.filter((cell) => cell.trim() !== '')
  return filled.length >= 2 && cells.filter((cell, at) => cell.trim() !== '' && cell.trim() === raw[at]?.trim()).length >= filled.length * 0.8
}
