import { NOTHING, type Doubt, type DoubtKind, type Doubts } from './doubt'
import { labelOfFigure, unitOfFigure } from './formats'
import { label, type Label } from './label'
import { MISSING_LABELS, type Cell } from './cell'
import type { Revision, RevisionKind } from './revision'
import type { Table } from './table'
import { digitsOf } from './unit'

const KINDS: Readonly<Record<RevisionKind, DoubtKind>> = { edit: 'edited', repair: 'repaired' }

function said(cell: Cell, digits: number): Label {
  if ('missing' in cell) return MISSING_LABELS[cell.missing]
  const number = String(Number(cell.value.toFixed(digits)))
  return label(number, number)
}

/** What was changed in a cell: `received · natural person: 40 → 12`; of a correction with the reader's words. */
function toldOf(table: Table, { row, figure, kind, before, remark }: Revision): Label {
  const name = labelOfFigure(figure)
  const why = kind === 'edit' ? remark : ''
  const digits = digitsOf(unitOfFigure(figure)) || 2
  const [from, to] = [said(before, digits), said(table.cell(figure, row), digits)]
  return label(`${name.zh}：${from.zh} → ${to.zh}${why === '' ? '' : `（${why}）`}`, `${name.en}: ${from.en} → ${to.en}${why === '' ? '' : ` (${why})`}`)
}

/** What revised cells mean for the numbers that rest on them: each says what stood there before. */
export function revisionDoubts(table: Table): Doubts {
  const byRow = new Map<number, Revision[]>()
  for (const revision of table.revisions) byRow.set(revision.row, [...(byRow.get(revision.row) ?? []), revision])
  return {
    table,
    any: (row) => byRow.has(row),
    about: (row, figures) => {
      const found = byRow.get(row)?.filter(({ figure }) => figures.includes(figure)) ?? []
      return found.length === 0 ? NOTHING : found.map((revision): Doubt => ({ kind: KINDS[revision.kind], id: revision.kind === 'repair' ? revision.remark : '', text: toldOf(table, revision) }))
    },
  }
}
