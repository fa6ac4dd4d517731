import type { Cell } from '@/domain/cell'
import { label, type Label } from '@/domain/label'
import type { Applicant, FigureId } from '@/domain/figure'
import { unitOfFigure } from '@/domain/formats'
import type { Entry, Piece } from './entries'
import { UNIT_BEHIND } from './numerals'
import { DASH } from './strokes'
import { areDigitsApart, cellOf } from './values'
import type { Place } from '../document'
import type { ReadingProblem } from '../problem'
import { fragment, inRow, tight } from './words'

/** Why a cell was given to its figure, or its number, although the document left two readings. */
export const SETTLED = {
  sums: label('按表格勾稽关系确定所在列', 'its column was settled by the form’s sums'),
  merged: label('合并单元格，适用于所覆盖的各列', 'a merged cell that holds for every column it covers'),
  empty: label('行名旁没有数字，勾稽关系与空格相符', 'no number stands beside its name, and the form’s sums hold with it blank'),
  letter: label('原文以字母（O、l、I）代数字，读作 0、1', 'letters (O, l, I) are written for digits, read as 0 and 1'),
  stroke: label('原文写作“一”，全文其他数字均为阿拉伯数字，读作短横', '一 is written where all other numbers are in digits: read as a dash'),
  apart: label('原文数字分开书写，读作一个数', 'digits set apart in the original, read as one number'),
  order: label('行名残缺，按所在位置和写法确定', 'a damaged row name, settled by its place and wording'),
} as const satisfies Record<string, Label>
export type Settled = keyof typeof SETTLED

/** Where a figure stands, and what stands there. */
export interface Evidence {
  readonly place: Place
  readonly fragment: string
}

/** A cell as read, with its evidence. */
export interface ReadCell {
  readonly cell: Cell
  readonly evidence: Evidence
  readonly settled?: Settled
}

/** A row that the form does not have. */
export interface ExtraRow {
  readonly name: string
  readonly cells: readonly ReadCell[]
  /** Ids of the form's columns, as far as the cells fit them. */
  readonly columns: readonly Applicant[]
}

const sameCell = (a: Cell, b: Cell): boolean => ('value' in a ? 'value' in b && a.value === b.value : 'missing' in b && a.missing === b.missing)

const isBlank = (cell: Cell | undefined): boolean => cell !== undefined && 'missing' in cell && cell.missing === 'blank'

/** What was read of one report so far. */
export class Figures {
  readonly cells = new Map<FigureId, ReadCell>()
  readonly extras: ExtraRow[] = []
  readonly problems: ReadingProblem[] = []
  /** The figures of the row that was filed last. */
  lastRow: readonly FigureId[] = []

  /** Files the cells of a row, null of a figure that the row has no cell for. Where all are known already and say otherwise, the first stay and the problem is told. */
  putRow(row: readonly FigureId[], written: readonly (ReadCell | null)[], place: Place, text: string): void {
    this.lastRow = row
    const figures = row.filter((_, at) => written[at])
    const cells = written.filter((read) => read !== null)
    // A row without any number states nothing that could contradict another: pages of word processors end with one.
    if (cells.every((read) => isBlank(read.cell)) && figures.some((figure) => this.cells.has(figure))) return
    const differing = figures.filter((figure, at) => this.cells.has(figure) && !sameCell(this.cells.get(figure)!.cell, cells[at]!.cell))
    if (differing.length > 0) this.tell({ kind: 'row-twice', place, figures: differing, text: fragment(text) })
    const empty = figures.every((figure) => isBlank(this.cells.get(figure)?.cell))
    figures.forEach((figure, at) => {
      const read = cells[at]!
      if (this.cells.has(figure) && !empty) return
      this.cells.set(figure, read)
      if ('missing' in read.cell && read.cell.missing === 'unreadable') this.tell({ kind: 'cell-unreadable', place: read.evidence.place, figures: [figure], text: fragment(read.evidence.fragment) })
    })
  }

  tell(problem: ReadingProblem): void {
    this.problems.push(problem)
  }

  plain(): Map<FigureId, Cell> {
    return new Map([...this.cells].map(([figure, { cell }]) => [figure, cell]))
  }
}

const LETTER = /^[\doOlI]*[oOlI][\doOlI]*$/

/** A piece stands in the other direction than its entry, which is a column where a table is turned. */
function placeOf({ column }: Piece, place: Place): Place {
  if (place.row) return { ...place, column: column + 1 }
  return place.column ? { ...place, row: column + 1 } : place
}

/** A piece of an entry read as the cell of a figure. */
export function readPiece(piece: Piece, figure: FigureId, { place, labels, values }: Entry, suffix = ''): ReadCell {
  const read = cellOf(suffix !== '' && /\p{Nd}\s*$/u.test(piece.text) ? `${piece.text.trim()}${suffix}` : piece.text, unitOfFigure(figure))
  const name = labels.at(-1)?.text ?? ''
  const at = values.indexOf(piece)
  const written = values.map(({ text, raw }) => raw ?? text)
  const cell = piece.raw !== undefined && ('value' in read || piece.text === DASH) ? { ...read, raw: piece.raw } : read
  const settled: Settled | undefined = LETTER.test(tight(piece.raw ?? '').replace(UNIT_BEHIND, '')) ? 'letter' : areDigitsApart(piece.raw ?? '') ? 'apart' : piece.text === DASH && piece.raw !== undefined ? 'stroke' : undefined
  return { cell, ...(settled ? { settled } : {}), evidence: { place: placeOf(piece, place), fragment: at < 0 ? fragment(`${name} ${piece.raw ?? piece.text}`) : inRow(name, written, at) } }
}
