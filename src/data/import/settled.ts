import { readCell, type Cell } from '@/domain/cell'
import { openIn, type OpenInReport } from '@/domain/checks'
import type { FigureId } from '@/domain/figure'
import { formatOf, unitOfFigure } from '@/domain/formats'
import type { HeadPart } from '@/domain/report-head'
import { tableOfReads } from '../read-table'
import type { ReadLook, ReadProblem } from './account'
import type { CellEdit, FileChoices } from './mapping'

type Edits = Readonly<Record<string, CellEdit>>

/** The parts of a document's head that the reader typed. */
export const typedParts = ({ mapping }: FileChoices): readonly HeadPart[] => [...(mapping?.agency ? ['head:agency' as const] : []), ...(mapping && mapping.year !== null ? ['head:year' as const] : [])]

/** All that the reader settled of a document: cells corrected or compared with it, its head found as it says or typed. */
export const settledIn = (said: FileChoices): Edits => ({ ...said.edits, ...Object.fromEntries(typedParts(said).map((part) => [part, { text: '', remark: '', confirmed: true }])) })

/** What the reader made of a report's cells: those that were corrected, and those that were found as in the document. */
export function settledBy(edits: Edits): { readonly edited: ReadonlyMap<FigureId, Cell>; readonly compared: ReadonlySet<FigureId> } {
  const all = Object.entries(edits) as [FigureId, CellEdit][]
  return {
    edited: new Map(all.flatMap(([figure, { text, confirmed }]) => (confirmed === undefined ? [[figure, readCell(text.trim(), unitOfFigure(figure))] as const] : []))),
    compared: new Set(all.flatMap(([figure, { confirmed }]) => (confirmed ? [figure] : []))),
  }
}

type Stated = Pick<ReadLook, 'agency' | 'year' | 'format' | 'lines' | 'statements'>

/** What is open in a report by itself, the other years of its agency aside; `doubtful`: the cells that the reading was not sure of. */
function openAlone({ agency, year, format, lines, statements }: Stated, doubtful: Iterable<FigureId>, edits: Edits): OpenInReport {
  const table = tableOfReads([{ agency: agency ?? '?', year: year ?? formatOf(format)?.from ?? 2021, read: { format, lines, statements } }])
  const { edited, compared } = settledBy(edits)
  return openIn(table, 0, doubtful, edited, compared)
}

/** The same of one in which nothing is settled: how many checks fail, and its cells in doubt. */
export function openByItself(read: Stated, doubtful: Iterable<FigureId>): Pick<ReadLook, 'failing' | 'open'> {
  const { failing, cells } = openAlone(read, doubtful, {})
  return { failing, open: cells }
}

/** The problems of a document that ask for something still: one of which the reader settled every cell does not, nor does a sum that was settled and at which no check points any more (`pointed`). */
export function askedStill(problems: readonly ReadProblem[], edits: Edits, pointed: (figure: FigureId) => boolean): readonly ReadProblem[] {
  const isSettled = (figure: FigureId): boolean => figure in edits
  return problems.filter(({ figures, sum }) => !(figures.length > 0 ? figures.every(isSettled) : sum.some(isSettled) && !sum.some(pointed)))
}

/** The same of a report by itself. */
export function problemsOpen(read: ReadLook, edits: Edits = {}): readonly ReadProblem[] {
  if (!read.problems.some(({ sum }) => sum.some((figure) => figure in edits))) return askedStill(read.problems, edits, () => true)
  const { suspected } = openAlone(read, [], edits)
  return askedStill(read.problems, edits, (figure) => suspected.has(figure) && !(figure in edits))
}
