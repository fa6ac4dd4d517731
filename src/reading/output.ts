import type { Cell, MissingReason } from '@/domain/cell'
import type { FigureId } from '@/domain/figure'
import { labelOfFigure } from '@/domain/formats'
import { placeText } from './document'
import { SETTLED, type Evidence, type ReadCell } from './meaning/figures'
import { READING_PROBLEMS, type ReadingProblem } from './problem'
import type { ReadReport } from './recognise'
import { plain } from './meaning/words'

type FigureOut = number | { readonly value: number; readonly note: string } | { readonly missing: MissingReason; readonly raw?: string }

const figureOut = (cell: Cell): FigureOut => {
  if ('value' in cell) return cell.note === undefined ? cell.value : { value: cell.value, note: cell.note }
  return cell.missing === 'unreadable' && cell.raw !== undefined ? { missing: cell.missing, raw: cell.raw } : { missing: cell.missing }
}

/** A problem with its message and remedy, in Chinese, for the command line. */
export const problemOut = ({ kind, place, figures, text }: ReadingProblem): object => ({
  kind,
  message: READING_PROBLEMS[kind].message.zh,
  remedy: READING_PROBLEMS[kind].remedy.zh,
  ...(place ? { place: placeText(place) } : {}),
  ...(figures ? { figures } : {}),
  ...(text ? { text } : {}),
})

const rowOut = ({ name, cells, columns }: ReadReport['extras'][number]): object => ({
  name,
  values: columns.length > 0 ? Object.fromEntries(columns.map((column, at) => [column, figureOut(cells[at]!.cell)])) : cells.map(({ cell }) => figureOut(cell)),
  place: placeText(cells[0]?.evidence.place ?? {}),
})

/** A report as the command line prints it. */
export function reportOut({ file, agency, year, format, complete, missingTables, cells, extras, narrative, problems }: ReadReport): Record<string, unknown> {
  const settled = [...cells].filter(([, read]) => read.settled)
  return {
    file,
    agency,
    year,
    format,
    complete,
    missingTables,
    figures: Object.fromEntries([...cells].map(([figure, { cell }]) => [figure, figureOut(cell)])),
    evidence: Object.fromEntries([...cells].map(([figure, { evidence }]) => [figure, placeText(evidence.place)])),
    settled: Object.fromEntries(settled.map(([figure, read]) => [figure, SETTLED[read.settled!].zh])),
    extras: extras.map(rowOut),
    narrative: Object.fromEntries(narrative.map(({ figure, value, written, note, place, fragment }) => [figure, { value, written, ...(note ? { note } : {}), place: placeText(place), quote: fragment }])),
    problems: problems.map(problemOut),
  }
}

/** A figure as a data package files it, with its evidence. */
export interface FiledFigure {
  /** Empty where no figure fits: `asNamed` says what the document calls it. */
  readonly figure: FigureId | ''
  readonly asNamed: string
  /** Number, note in brackets, or the mark of a missing value. */
  readonly text: string
  readonly unit: string
  readonly note: string
  readonly quote: string
  readonly place: string
}

const MISSING_TEXTS: Readonly<Partial<Record<MissingReason, string>>> = { blank: '', 'not-applicable': '/', suppressed: '*' }

/** A cell in a package's own writing. */
function cellText(cell: Cell): string {
  if ('value' in cell) return cell.note === undefined ? String(cell.value) : `${cell.value}（${plain(cell.note)}）`
  return MISSING_TEXTS[cell.missing] ?? cell.raw ?? ''
}

const filed = (figure: FigureId | '', asNamed: string, cell: Cell, { place, fragment }: Evidence, note = ''): FiledFigure => ({ figure, asNamed, text: cellText(cell), unit: '', note, quote: fragment, place: placeText(place) })

/** Notes that tell how a cell came to its figure. */
const settledNote = ({ settled }: ReadCell): string => (settled ? SETTLED[settled].zh : '')

/** The figures of a report for the tables of a package: its official cells, and those that only the prose states. */
export function filedFigures({ cells, narrative }: ReadReport): FiledFigure[] {
  const stated = narrative.filter(({ figure }) => !cells.has(figure))
  return [
    ...[...cells].map(([figure, read]) => filed(figure, '', read.cell, read.evidence, settledNote(read))),
    ...stated.map(({ figure, value, note, place, fragment }) => filed(figure, '', { value, ...(note ? { note } : {}) }, { place, fragment })),
  ]
}

/** What a report states beside its tables' cells: figures of the prose that a table has too, and every cell of the rows that the form does not have, its applicant in the note. */
export function filedStatements({ cells, narrative, extras }: ReadReport): FiledFigure[] {
  const again = narrative.filter(({ figure }) => cells.has(figure))
  return [
    ...again.map(({ figure, value, note, place, fragment }) => filed(figure, labelOfFigure(figure).zh, { value }, { place, fragment }, ['正文', note].filter(Boolean).join('；'))),
    ...extras.flatMap(({ name, cells: row, columns }) => row.map((read, at) => filed('', name, read.cell, read.evidence, columns[at] ?? (row.length === 1 ? '' : String(at + 1))))),
  ]
}
