import { MISSING_LABELS, NOT_KNOWN, readCell, type Cell } from '@/domain/cell'
import type { EvidenceLine } from '@/domain/evidence'
import { sectionOf, type FigureId } from '@/domain/figure'
import { labelOfFigure, unitOfFigure } from '@/domain/formats'
import { label, type Label } from '@/domain/label'
import type { Unit } from '@/domain/unit'
import { reportKey, type EvidenceByReport } from '../evidence'
import type { LoadResult } from '../load'
import { WIDE_SECTIONS } from '../section-files'
import type { Tell } from '../table-file'
import { cellLinesIn } from './cell-lines'
import type { Filings } from './filings'
import { asRead, textOf } from './package-marks'
import { doubtAnew } from './corrected-cells'

/** A cell of a package that its own evidence states otherwise, though no correction of it is kept: somebody changed it outside. `row`: of the package. */
export interface ChangedCell {
  readonly row: number
  readonly figure: FigureId
  /** As the evidence has it, as the table has it: `..` where no line of it has the cell any more. */
  readonly stated: string
  readonly now: string
}

/** A number as evidence writes it, its unit in a column of its own. */
const statedCell = ({ value, unit }: EvidenceLine, kept: Unit): Cell => (/^[\d.,]+$/.test(value) && /^[万亿]|元$/.test(unit) ? readCell(`${value}${unit}`, kept) : readCell(value, kept))

const says = (a: Cell, b: Cell): boolean => ('value' in a ? 'value' in b && a.value === b.value : 'missing' in b && a.missing === b.missing)

/** Whether a figure of which the package's tables have no cell is told elsewhere in it: in a version, or among what the text says; or none is of these tables. */
function elsewhereIn({ versions, statements }: LoadResult): (row: number, figure: FigureId) => boolean {
  const known = new Set([...versions.flatMap(({ row, cells }) => [...cells.keys()].map((figure) => `${row} ${figure}`)), ...statements.map(({ row, figure }) => `${row} ${figure}`)])
  return (row, figure) => !WIDE_SECTIONS.some(({ section }) => section === sectionOf(figure)) || known.has(`${row} ${figure}`)
}

/** The cells that all evidence of them contradicts, and those that are gone though there is evidence of them. What was read of a corrected cell is compared, not the correction. */
export function changedSince(data: LoadResult, evidence: EvidenceByReport): ChangedCell[] {
  const read = asRead(data)
  const isElsewhere = elsewhereIn(data)
  const changed: ChangedCell[] = []
  for (let row = 0; row < data.reportYear.length; row += 1) {
    const { id, name } = data.agencies[data.reportAgency[row]!]!
    const year = data.reportYear[row]!
    for (const [figure, lines] of byFigure(evidence.get(reportKey(id, year)) ?? evidence.get(reportKey(name, year)) ?? [])) {
      const column = data.columns.get(figure)
      const unit = column && unitOfFigure(figure)
      const now = column && textOf(column, row, unit!)
      if (now === undefined) {
        if (!read.has(`${row} ${figure}`) && !isElsewhere(row, figure)) changed.push({ row, figure, stated: lines[0]!.value, now: NOT_KNOWN })
        continue
      }
      const before = read.get(`${row} ${figure}`) ?? readCell(now, unit!)
      // What is no number any more is told as that.
      if (!('value' in before) && before.missing === 'unreadable') continue
      if (!lines.some((line) => says(statedCell(line, unit!), before))) changed.push({ row, figure, stated: lines[0]!.value, now })
    }
  }
  return changed
}

function byFigure(lines: readonly EvidenceLine[]): ReadonlyMap<FigureId, readonly EvidenceLine[]> {
  const found = new Map<FigureId, EvidenceLine[]>()
  for (const line of lines) {
    const known = found.get(line.figure as FigureId)
    if (known) known.push(line)
    else found.set(line.figure as FigureId, [line])
  }
  return found
}

const shown = (text: string): Label => (text === '' ? label('空白', 'blank') : text === NOT_KNOWN ? MISSING_LABELS['not-known'] : label(text, text))

/** Why such a cell is in doubt. */
export function changedWhy({ stated, now }: ChangedCell): Label {
  const [was, is] = [shown(stated), shown(now)]
  return label(`数据包中的数与它的出处不同：出处写的是 ${was.zh}，表中现为 ${is.zh}，没有更正记录`, `the package’s number differs from its evidence: the document has ${was.en}, the table ${is.en}, and no correction is kept`)
}

/** Puts such cells in doubt and tells each with its file and line; gives whether any is new. One that the reader compared since is settled. */
export function doubtChanged(filings: Filings, changed: readonly ChangedCell[], { data, files, placed, fileOf, tellerOf }: { readonly data: LoadResult; readonly files: ReadonlyMap<string, Uint8Array>; readonly placed: readonly number[]; readonly fileOf: (row: number) => number; readonly tellerOf: (path: string) => Tell }): boolean {
  const lineOf = cellLinesIn(files)
  const tellers = new Map<string, Tell>()
  let some = false
  for (const cell of changed) {
    const { row, figure, stated, now } = cell
    const { id, name } = data.agencies[data.reportAgency[row]!]!
    const year = data.reportYear[row]!
    if (!doubtAnew(filings, placed[row]!, figure, changedWhy(cell), fileOf(row))) continue
    some = true
    const { path, line } = lineOf(id, year, figure)
    const tell = tellers.get(path) ?? tellerOf(path)
    tellers.set(path, tell)
    tell('evidence-differs', { ...(line > 0 && { line }), column: labelOfFigure(figure).zh, text: `${name} ${year}：${shown(stated).zh} / ${shown(now).zh}` })
  }
  return some
}
