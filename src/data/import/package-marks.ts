import { MISSING_REASONS, NOT_KNOWN, type Cell } from '@/domain/cell'
import type { DoubtfulReading } from '@/domain/doubtful-reading'
import type { FigureId } from '@/domain/figure'
import { unitOfFigure } from '@/domain/formats'
import type { Revision } from '@/domain/revision'
import { REASON_BITS, STATED, type Column, type TableData } from '@/domain/table'
import type { Unit } from '@/domain/unit'
import { writtenCell } from '@/domain/write-cell'
import type { Filings } from './filings'
import { editCell, originOf, originOfMark } from './corrected-cells'

/** Where the reports of a package are filed: its rows among all, and the files that their cells come from. */
interface Filed {
  readonly rows: readonly number[]
  readonly fileOf: (row: number) => number
}

/** What was read of the cells that the reader corrected, by row and figure. */
export const asRead = ({ revisions }: Pick<TableData, 'revisions'>): ReadonlyMap<string, Cell> => new Map(revisions.map(({ row, figure, before }) => [`${row} ${figure}`, before]))

/** A cell of a loaded column as a file has it; undefined where none has it. */
export function textOf({ values, states, remarks }: Column, row: number, unit: Unit): string | undefined {
  const kind = states[row]! & REASON_BITS
  return writtenCell(kind === STATED ? { value: values[row]!, ...remarks.get(row) } : { missing: MISSING_REASONS[kind] ?? 'not-known', ...remarks.get(row) }, unit)
}

/** Files what the package says of its cells: what the reader corrected, and what was read with doubt, of versions too. */
export function takeMarks(data: TableData, filings: Filings, filed: Filed): void {
  for (const reading of data.doubtfulReadings) takeDoubt(filings, filed, reading)
  for (const revision of data.revisions) takeEdit(data, filings, filed, revision)
  for (const { row, origin, revisions = new Map<FigureId, Revision>(), doubtfulReadings = new Map<FigureId, DoubtfulReading>() } of data.versions) {
    for (const [figure, { before, remark }] of revisions) filings.marks.addEdit({ row: filed.rows[row]!, figure, origin, before: beforeText(before, figure), remark })
    for (const [figure, { why, confirmed, remark }] of doubtfulReadings) filings.marks.addDoubt({ row: filed.rows[row]!, figure, origin, why, confirmed, remark })
  }
}

const beforeText = (before: Cell, figure: FigureId): string => writtenCell(before, unitOfFigure(figure)) ?? NOT_KNOWN

function takeDoubt(filings: Filings, { rows, fileOf }: Filed, { row, figure, why, confirmed, remark }: DoubtfulReading): void {
  const origin = originOfMark(filings, rows[row]!, figure, fileOf(row))
  if (origin !== null) filings.marks.addDoubt({ row: rows[row]!, figure, origin, why, confirmed, remark })
}

/** A correction of a cell that another file has too: of that cell where it says what was read here, unless it was corrected otherwise; else of this package's version. */
function takeEdit({ columns }: TableData, filings: Filings, { rows, fileOf }: Filed, { row, figure, before, remark }: Revision): void {
  const [to, file] = [rows[row]!, fileOf(row)]
  const text = textOf(columns.get(figure)!, row, unitOfFigure(figure)) ?? NOT_KNOWN
  const target = filings.column(figure)
  const stands = target.cells[to] === undefined || target.from[to] === file
  if (stands) return filings.marks.addEdit({ row: to, figure, origin: '', before: beforeText(before, figure), remark })
  const origin = originOf(filings, to, figure, file)
  const edited = filings.marks.edit({ row: to, figure, origin: '' })
  if (origin === '' && !filings.contradicts(target, to, text)) return
  if (origin === '' && !edited) return editCell(filings, to, figure, { text, remark }, file)
  const name = origin || filings.nameOf(to, file)
  filings.version(to, name).cells.set(figure, { text, against: filings.nameOf(to, target.from[to]!) })
  filings.marks.addEdit({ row: to, figure, origin: name, before: beforeText(before, figure), remark })
}
