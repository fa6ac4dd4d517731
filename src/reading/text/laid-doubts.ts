import type { Cell } from '@/domain/cell'
import { APPLICANT_IDS, type Applicant, type FigureId, type RequestRow } from '@/domain/figure'
import type { TotalAt } from './column-order'
import type { Told } from '../document'
import type { AlignedRow, RowLine } from './form-rows'
import { addsUp, textOf } from './laid-cells'
import type { PlacedRow, Sums } from './laid-places'
import { cellOf } from '../meaning/values'
import { isNumbered } from '../meaning/words'
import { contradictions, holdsWithRows } from '../meaning/sums'

/** So large a share of rows with a cell in every column. */
const MOSTLY_FULL = 0.8

/** A row of table 3, or one that a report adds. */
export type Row = RequestRow | 'extra'

const idsOf = (row: Row, applicants: readonly Applicant[]): FigureId[] => applicants.map((applicant) => `requests.${row}.${applicant}` as FigureId)

/** What the form's sums say of the cells of rows. `applicants`: those of its columns; of other applicants a row says nothing. */
export function sumsOf(rows: readonly AlignedRow<Row>[], applicants: readonly Applicant[]): Sums {
  const cells = rows.map((row) => row.cells.map((cell) => cellOf(textOf(cell), 'items')))
  const ids = rows.map(({ row }) => (row === null || row === 'extra' ? [] : idsOf(row, applicants)))
  const others = rows.map(({ row }) => (row === null || row === 'extra' ? [] : idsOf(row, APPLICANT_IDS.filter((each) => !applicants.includes(each)))))
  // Rows whose columns are not known yet are none.
  const figuresOf = (columns: readonly (readonly number[] | null)[]): Map<FigureId, Cell> => {
    const figures = new Map<FigureId, Cell>()
    cells.forEach((own, at) => {
      const places = own.length === 0 ? [] : columns[at]
      if (places) others[at]!.forEach((figure) => figures.set(figure, { missing: 'blank' }))
      if (places) ids[at]!.forEach((figure, column) => figures.set(figure, own[places.indexOf(column)] ?? { missing: 'blank' }))
    })
    return figures
  }
  return {
    failing: (columns) => contradictions(figuresOf(columns)).map((figures) => figures.join()),
    confirm: (columns, at) => {
      const figures = figuresOf(columns)
      const filled = ids[at]!.filter((figure) => isFilled(figures.get(figure)))
      const isZero = (figure: FigureId): boolean => !isCounted(figures.get(figure))
      return filled.length > 0 && !filled.some(isZero) && filled.every((figure) => holdsWithRows(figures, figure, ids[at]!) === true)
    },
  }
}

const isFilled = (cell: Cell | undefined): boolean => cell !== undefined && !('missing' in cell && cell.missing === 'blank')
const isCounted = (cell: Cell | undefined): boolean => cell !== undefined && 'value' in cell && cell.value !== 0

/** Whether numbers of a row stand above or below all of its label, or were parted from those of the row next to it and no sum bears this out. */
function isBetween({ lines, cells }: AlignedRow<Row>, total: TotalAt): boolean {
  if (lines.some(({ moved }) => moved)) return true
  if (lines.some(({ woven }) => woven)) return !(addsUp(cells, total) === true && cells.some((cell) => isCounted(cellOf(textOf(cell), 'items'))))
  const labelled = lines.filter(({ labels }) => labels.length > 0).map(({ y }) => y)
  const numbered = lines.filter(({ values }) => values.length > 0).map(({ y }) => y)
  return cells.length > 0 && labelled.length > 0 && (numbered.at(-1)! < labelled[0]! || numbered[0]! > labelled.at(-1)!)
}

/** The digits of two numbers that a program wrote over each other: no number of a table begins with a zero. */
const OVERLAID = /^0\d/

/** Rows whose numbers may be those of two rows, written over each other, and the rows without numbers beside these. */
function overlaidRows(rows: readonly AlignedRow<Row>[]): ReadonlySet<number> {
  const isOver = (row: AlignedRow<Row> | undefined): boolean => row?.cells.some((cell) => OVERLAID.test(textOf(cell))) ?? false
  const isBlank = (row: AlignedRow<Row> | undefined): boolean => row?.cells.length === 0
  return new Set([...rows.keys()].filter((at) => [rows[at - 1], rows[at + 1]].some((beside) => (isOver(rows[at]) && isBlank(beside)) || (isBlank(rows[at]) && isOver(beside)))))
}

/** So many rows may lie between a name without numbers and numbers without a name, each with those of its neighbour. */
export const MOST_CROSSED = 6

/** The rows from one without numbers to numbers near it that have no name of the form's, or none at all: each may have those of the row next to it. */
function crossedRows(rows: readonly AlignedRow<Row>[], left: readonly RowLine[]): Set<number> {
  const isEmpty = ({ cells, row }: AlignedRow<Row>): boolean => row !== null && cells.length === 0
  const nameless = [...left.map(({ y }) => y), ...rows.flatMap(({ row, cells, label, lines }) => (row === null && cells.length > 0 && !isNumbered(label) ? [lines[0]!.y] : []))]
  const crossed = new Set<number>()
  for (const y of nameless) {
    const above = rows.findLastIndex(({ lines }) => lines[0]!.y < y)
    const below = rows.findIndex(({ lines }) => lines[0]!.y > y)
    const first = rows.findLastIndex((row, at) => at <= above && isEmpty(row))
    const last = rows.findIndex((row, at) => at >= below && below >= 0 && isEmpty(row))
    if (first >= 0 && above - first <= MOST_CROSSED) for (let at = first; at <= above; at += 1) crossed.add(at)
    if (last >= 0 && last - below <= MOST_CROSSED) for (let at = below; at <= last; at += 1) crossed.add(at)
  }
  return crossed
}

/** Rows whose numbers stand between the lines of their names, where all others of as many lines have theirs on one of these: they may be those of a row beside it that has none. */
function strayRows(rows: readonly AlignedRow<Row>[]): ReadonlySet<number> {
  const linesOf = ({ lines }: AlignedRow<Row>): number => lines.filter(({ labels }) => labels.length > 0).length
  const isApart = ({ lines }: AlignedRow<Row>): boolean => lines.every(({ labels, values }) => labels.length === 0 || values.length === 0)
  const numbered = rows.filter((row) => row.cells.length > 0 && linesOf(row) > 1)
  const isStray = (row: AlignedRow<Row>, at: number): boolean => {
    const others = numbered.filter((other) => other !== row && linesOf(other) === linesOf(row))
    const isBesideBlank = [rows[at - 1], rows[at + 1]].some((beside) => beside?.cells.length === 0)
    return isBesideBlank && numbered.includes(row) && isApart(row) && others.length > 0 && !others.some(isApart)
  }
  return new Set(rows.flatMap((row, at) => (isStray(row, at) ? [at] : [])))
}

/**
 * What is to be told of rows whose columns are known: that sums settled these, or that their places leave doubt; of rows without numbers
 * that they are empty. `width`: how many cells a full row has. Next to numbers that stand between two names, or that no row took, rows with blanks may be those whose they are.
 */
export function toldOf(rows: readonly AlignedRow<Row>[], placed: readonly (PlacedRow | null)[], left: readonly RowLine[], total: TotalAt, flowing: boolean, width: number = APPLICANT_IDS.length): (Told | undefined)[] {
  // Without columns numbers stand below their name: there only rows that leave cells out are in doubt.
  const stray = flowing ? new Set<number>() : strayRows(rows)
  const between = rows.map((row, at) => stray.has(at) || (isBetween(row, total) && !(flowing && row.cells.length === width)))
  const isNextTo = (at: number): boolean => {
    const [from, to] = [rows[at - 1]?.lines.at(-1)!.y ?? -Infinity, rows[at + 1]?.lines[0]!.y ?? Infinity]
    return left.some(({ y }) => from < y && y < to)
  }
  const filled = rows.filter(({ cells }) => cells.length > 0)
  const full = filled.filter(({ cells }) => cells.length === width)
  // Where hardly a row leaves a cell out, one that does may have lost digits to the lines next to it.
  const seldom = full.length < filled.length && full.length >= filled.length * MOSTLY_FULL
  const crossed = crossedRows(rows, left)
  const overlaid = overlaidRows(rows)
  return rows.map(({ cells }, at) => {
    const isFull = cells.length === width
    if (between[at] || crossed.has(at) || overlaid.has(at) || (!isFull && isNextTo(at)) || (cells.length === 0 && (between[at - 1] || between[at + 1]))) return 'between'
    return cells.length === 0 ? 'empty' : (placed[at]?.told ?? (seldom && !isFull ? 'likely' : undefined))
  })
}
