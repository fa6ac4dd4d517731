import { NOT_KNOWN, readCell, type Cell } from '@/domain/cell'
import type { FigureId } from '@/domain/figure'
import { unitOfFigure } from '@/domain/formats'
import type { Changed, ReadLook } from './account'
import { fileOf } from './file-names'
import type { Filings } from './filings'
import type { Mapping } from './mapping'
import { statedCells } from './stated-cells'

/** A report of an agency and year that a package has already: what it states otherwise than what stands, how many numbers it adds to that where it contradicts nothing, and the version that says all it says; '' for none. */
export interface ReportAgain {
  readonly changed: readonly Changed[]
  readonly added: number
  readonly version: string
}

/** Whether two texts are another number, or none for another reason. */
function otherwise(figure: FigureId, a: string, b: string): boolean {
  const [own, other] = [a, b].map((each) => readCell(each, unitOfFigure(figure))) as [Cell, Cell]
  return 'value' in own ? !('value' in other && own.value === other.value) : !('missing' in other && own.missing === other.missing)
}

/** What was read of a cell that stands, whatever the reader made of it; what the reader wrote where nothing was. Of a cell that a version states otherwise, what that says. */
function textIn(filings: Filings, row: number, figure: FigureId, origin = ''): string {
  const own = origin === '' ? undefined : filings.versionOf(row, origin)?.cells.get(figure)?.text
  const written = own ?? filings.text(figure, row)
  const read = filings.marks.edit({ row, figure, origin: own === undefined ? '' : origin })?.before ?? written
  return read === NOT_KNOWN ? written : read
}

/** Compares a report's cells with those filed in a row, and with its versions. Where nothing stands, nothing is stated otherwise. */
export function comparedWith(filings: Filings, row: number, cells: readonly (readonly [figure: FigureId, text: string])[]): ReportAgain {
  const changedFrom = (origin = ''): Changed[] =>
    cells.flatMap(([figure, now]) => {
      const before = textIn(filings, row, figure, origin)
      return before !== NOT_KNOWN && otherwise(figure, before, now) ? [{ figure, before, now }] : []
    })
  const changed = changedFrom()
  const isLacking = (figure: FigureId): boolean => textIn(filings, row, figure) === NOT_KNOWN
  if (changed.length === 0) return { changed, added: cells.filter(([figure, text]) => 'value' in readCell(text, unitOfFigure(figure)) && isLacking(figure)).length, version: '' }
  const versions = [...filings.versions.values()].filter((version) => version.row === row)
  return { changed, added: 0, version: versions.find(({ origin }) => changedFrom(origin).length === 0)?.origin ?? '' }
}

/** Whether a document states cells otherwise than another one that was filed before it of its agency and year. Tables state a part of a report; documents are whole. */
export function statesOtherwise(filings: Filings, read: ReadLook, mapping: Mapping): boolean {
  const row = rowIn(filings, read, mapping)
  return row !== undefined && comparedWith(filings, row, statedCells(read.lines)).changed.length > 0 && [...filings.reports[row]!.sources].some((source) => isOfDocument(filings, row, source))
}

/** Whether a file that states a report is a document, so that it has evidence of places in it. */
export function isOfDocument(filings: Filings, row: number, origin: string): boolean {
  const isOfReport = evidenceOf(filings, row)
  return filings.words.evidence.some(([agency, year, , , , , , source]) => isOfReport(agency!, year!) && source!.startsWith(`${fileOf(origin)} `))
}

/** Whether a line of evidence is about a report. */
export function evidenceOf(filings: Filings, row: number): (agency: string, year: string) => boolean {
  const report = filings.reports[row]!
  const { id, fields } = filings.agencies[report.agency]!
  return (agency, year) => year === String(report.year) && (agency === id || agency === fields.name)
}

/** The row of the report filed of a document's agency and year; undefined where there is none. */
function rowIn(filings: Filings, read: ReadLook, mapping: Mapping): number | undefined {
  const [agency, year] = [mapping.agency || read.agency, mapping.year ?? read.year]
  return agency && year !== null ? filings.rowOf(agency, year) : undefined
}

/** The row of the report that a package brought of a document's agency and year; undefined where none did. */
export function keptRow(filings: Filings, read: ReadLook, mapping: Mapping): number | undefined {
  const row = rowIn(filings, read, mapping)
  return row !== undefined && filings.kept.has(row) ? row : undefined
}

/** The same of a document and the package that it is added to; undefined where that has no such report. */
export function againIn(filings: Filings, read: ReadLook, mapping: Mapping): (ReportAgain & { readonly row: number }) | undefined {
  const row = keptRow(filings, read, mapping)
  return row === undefined ? undefined : { row, ...comparedWith(filings, row, statedCells(read.lines)) }
}

/** The files of a report that another one is put in the place of, those of its versions too, unless another report comes from them. */
export function filesOfReport(filings: Filings, row: number): ReadonlySet<string> {
  const names = new Set(filings.reports[row]!.sources)
  for (const version of filings.versions.values()) if (version.row === row) names.add(version.origin)
  filings.reports.forEach(({ sources }, other) => other !== row && sources.forEach((source) => names.delete(source)))
  return names
}
