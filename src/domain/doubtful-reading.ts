import { NOTHING, type Doubt, type Doubts } from './doubt'
import type { FigureId } from './figure'
import { labelOfFigure } from './formats'
import { label, type Label } from './label'
import { HEAD_LABELS, isHeadPart } from './report-head'
import type { Table } from './table'

/** A cell of which the reading of a document was not sure, or a part of the report's head. It is settled when the reader confirmed it against the document, or corrected it (a revision of the cell). */
export interface DoubtfulReading {
  /** Report row. */
  readonly row: number
  readonly figure: FigureId
  /** Why it is in doubt; both empty where it was not, and the reader confirmed it all the same. */
  readonly why: Label
  readonly confirmed: boolean
  /** The reader's words. */
  readonly remark: string
}

/** What a file says of a cell that the reader compared with the document though its reading was not in doubt. */
export const NOT_DOUBTED = label('读取时未存疑，由读者核对', 'not in doubt when it was read; the reader compared it')

/** What stands in a table's doubtful cells that nobody settled, by row. */
export function openReadings(table: Table): ReadonlyMap<number, readonly DoubtfulReading[]> {
  const corrected = new Set(table.revisions.map(({ row, figure }) => `${row} ${figure}`))
  const open = new Map<number, DoubtfulReading[]>()
  for (const reading of table.doubtfulReadings) {
    const { row, figure, confirmed } = reading
    if (!confirmed && !corrected.has(`${row} ${figure}`)) open.set(row, [...(open.get(row) ?? []), reading])
  }
  return open
}

/** Open doubtful readings among the cells of one report that a finding is about: the fault may be the reading's. */
export function readingsBehind(table: Table, { agency, year, cells }: { readonly agency: string; readonly year: number; readonly cells: readonly FigureId[] }): readonly DoubtfulReading[] {
  if (table.doubtfulReadings.length === 0) return []
  return (openReadings(table).get(table.rowOf(table.indexOf(agency), year)) ?? []).filter(({ figure }) => cells.includes(figure))
}

/** What is in doubt of a report's head, one line a part, as nobody settled it. */
export const unsettledHead = (table: Table, row: number): readonly Label[] => table.doubtfulReadings.flatMap(({ row: of, figure, why, confirmed }) => (of === row && !confirmed && isHeadPart(figure) ? [label(`${HEAD_LABELS[figure].zh}尚未核对：${why.zh}`, `${HEAD_LABELS[figure].en} not confirmed yet: ${why.en}`)] : []))

/** What doubtful readings mean for the numbers that rest on them. */
export function readingDoubts(table: Table): Doubts {
  const open = openReadings(table)
  return {
    table,
    any: (row) => open.has(row),
    about: (row, figures) => {
      // Whose figures they are, and of which year, all of them rest on.
      const found = figures.length > 0 ? (open.get(row)?.filter(({ figure }) => isHeadPart(figure) || figures.includes(figure)) ?? []) : []
      return found.length === 0 ? NOTHING : found.map(({ figure, why }): Doubt => ({ kind: 'unsure', id: '', text: toldOf(figure, why) }))
    },
  }
}

/** `received · natural person: blank cells in a row …`. */
function toldOf(figure: FigureId, why: Label): Label {
  const name = isHeadPart(figure) ? HEAD_LABELS[figure] : labelOfFigure(figure)
  return label(`${name.zh}：${why.zh}`, `${name.en}: ${why.en}`)
}
