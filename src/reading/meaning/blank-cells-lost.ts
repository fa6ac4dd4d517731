import type { ReviewResult } from '@/domain/figure'
import type { Told } from '../document'
import type { Piece } from './entries'
import { cellOf, isNumberCell } from './values'
import { tight } from './words'

/** Cells of a row of table 4 in all its columns, and how they were told to them. */
export interface Completed {
  readonly pieces: readonly Piece[]
  readonly told: Told
}

const numberOf = ({ text }: Piece): number => {
  const cell = cellOf(text, 'items')
  return 'value' in cell ? cell.value : 0
}
const isBlank = ({ text }: Piece): boolean => tight(text) === ''
const blankAt = (column: number): Piece => ({ text: '', column, width: 1 })

/** How the results of one kind add up: to their total, to another number, or not at all, where nothing or no total is stated. */
function sumOf(cells: readonly Piece[], total: number): 'adds-up' | 'differs' | 'none' | 'open' {
  if (cells.every(isBlank)) return 'none'
  if (isBlank(cells[total]!)) return 'open'
  return cells.reduce((sum, cell, at) => (at === total ? sum : sum + numberOf(cell)), 0) === numberOf(cells[total]!) ? 'adds-up' : 'differs'
}

const kindsOf = (cells: readonly Piece[], width: number): (readonly Piece[])[] => Array.from({ length: cells.length / width }, (_, kind) => cells.slice(kind * width, (kind + 1) * width))

/** Whether all kinds with cells add up, one of them to more than none: then places fit. */
const fits = (cells: readonly Piece[], order: readonly ReviewResult[]): boolean => {
  const total = order.indexOf('total')
  const kinds = kindsOf(cells, order.length)
  return kinds.every((kind) => ['adds-up', 'none'].includes(sumOf(kind, total))) && kinds.some((kind) => !isBlank(kind[total]!) && numberOf(kind[total]!) > 0)
}

/** Cells one behind the other, the first of them so many columns from the left. */
const movedBy = (values: readonly Piece[], off: number, width: number): Piece[] => Array.from({ length: width }, (_, at) => values[at - off] ?? blankAt(at))

/** Every way in which kinds with all or none of their cells make up so many. */
const wholeKinds = (kinds: number, cells: number): boolean[][] =>
  kinds === 0 ? (cells === 0 ? [[]] : []) : [true, false].flatMap((isThere) => wholeKinds(kinds - 1, cells - (isThere ? 1 : 0)).map((rest) => [isThere, ...rest]))

/** Cells of the kinds that are there, each whole, and blanks for the others. */
const spread = (values: readonly Piece[], there: readonly boolean[], width: number): Piece[] =>
  there.flatMap((isThere, kind) => movedBy(isThere ? values.slice(there.slice(0, kind).filter(Boolean).length * width) : [], 0, width))

/**
 * A row of table 4 in all its columns that has lost blank cells: in a text those before its first number or behind its last (`order`: the results of each kind, `kinds`: how many of them). In the one place
 * where each kind adds up; or all its kinds without their totals, where all else is there and no place makes them add up: told as likely. Null where neither is so.
 */
export function completedRow(values: readonly Piece[], order: readonly ReviewResult[], kinds: number): Completed | null {
  const [width, total] = [kinds * order.length, order.indexOf('total')]
  if (values.length >= width || values.some((value) => !isBlank(value) && !isNumberCell(value.text)) || !values.some((value) => numberOf(value) > 0)) return null
  const ways = Array.from({ length: width - values.length + 1 }, (_, off) => movedBy(values, off, width))
  const isFull = !values.some(isBlank)
  const apart = isFull && values.length % order.length === 0 ? wholeKinds(kinds, values.length / order.length).map((there) => spread(values, there, order.length)) : []
  const fitting = [...ways, ...apart].filter((cells) => fits(cells, order))
  const different = new Set(fitting.map((cells) => cells.map(({ text }) => tight(text)).join('|')))
  if (different.size === 1) return { pieces: fitting[0]!, told: 'sums' }
  const isWithoutTotals = different.size === 0 && isFull && values.length === kinds * (order.length - 1)
  return isWithoutTotals ? { pieces: kindsOf(values, order.length - 1).flatMap((kind, at) => kind.toSpliced(total, 0, blankAt(at * order.length + total))), told: 'likely' } : null
}

/** The cells of a row of table 4 without blank ones before its first column, which a text indents: where as many are left as it has columns, and none could be left out behind the last, or all kinds add up so alone. All of them elsewhere. */
export function withoutIndent(values: readonly Piece[], order: readonly ReviewResult[], kinds: number): readonly Piece[] {
  const spare = values.length - kinds * order.length
  if (spare <= 0 || !values.slice(0, spare).every(isBlank)) return values
  const [moved, unmoved] = [values.slice(spare), values.slice(0, -spare)]
  return !values.slice(-spare).every(isBlank) || (fits(moved, order) && !fits(unmoved, order)) ? moved : values
}
