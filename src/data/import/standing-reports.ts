import { sectionOf, type FigureId } from '@/domain/figure'
import type { Changed, ReadLook } from './account'
import { comparedWith, evidenceOf, keptRow } from './again'
import { Filings } from './filings'
import { takePackage } from './from-package'
import type { Mapping } from './mapping'

/** Figures that no yearly report states: they come from other files of the agency. */
const NOT_OF_REPORTS = 'participation'

/** A report that is to be looked for in a package. */
export interface AskedReport {
  readonly name: string
  readonly agency: string
  readonly year: number
  /** Its cells as its document states them. */
  readonly cells: readonly (readonly [figure: FigureId, text: string])[]
}

/** A report that a package has of the agency and year of another one. */
export interface StandingReport {
  readonly name: string
  /** The cells that the two state differently, what the reader corrected aside; none where a version of the package's says all that it says. */
  readonly changed: readonly Changed[]
  /** How many numbers it adds to those of the package's, where it contradicts none. */
  readonly added: number
  /** How many of its cells the reader corrected. */
  readonly corrected: number
}

/** Which of some reports a package has already; those that it does not have are left out. */
export async function standingReports(files: ReadonlyMap<string, Uint8Array>, asked: readonly AskedReport[]): Promise<StandingReport[]> {
  const filings = new Filings()
  await takePackage({ name: 'package', files }, filings, () => undefined)
  const corrected = new Map<number, number>()
  for (const { row, origin } of filings.marks.edits) if (origin === '') corrected.set(row, (corrected.get(row) ?? 0) + 1)
  return asked.flatMap(({ name, agency, year, cells }) => {
    const row = filings.rowOf(agency, year)
    if (row === undefined) return []
    const { changed, added, version } = comparedWith(filings, row, cells)
    return [{ name, changed: version === '' ? changed : [], added, corrected: corrected.get(row) ?? 0 }]
  })
}

/** Takes the report out of the filings that a package brought of a document's agency and year, with all that is said of it: the document's is filed in its place. */
export function makeRoom(filings: Filings, read: ReadLook, mapping: Mapping): void {
  const row = keptRow(filings, read, mapping)
  if (row === undefined) return
  filings.kept.delete(row)
  forget(filings, row, (figure) => sectionOf(figure) !== NOT_OF_REPORTS)
  filings.names.forget(row)
  filings.reports[row] = { ...filings.reports[row]!, format: read.format, sources: new Set(), scope: '', breaks: false, notes: '' }
}

/** Forgets what a report states of some figures, of all by default: cells, versions, marks and words. */
export function forget(filings: Filings, row: number, is: (figure: FigureId) => boolean = () => true): void {
  for (const { figure, cells } of filings.columns.values()) if (is(figure)) cells[row] = undefined
  for (const [key, version] of filings.versions) if (version.row === row) filings.versions.delete(key)
  filings.marks.drop((place) => place.row === row && is(place.figure))
  const isOfReport = evidenceOf(filings, row)
  filings.words.drop(row, (agency, year, figure) => isOfReport(agency, year) && is(figure as FigureId))
}
