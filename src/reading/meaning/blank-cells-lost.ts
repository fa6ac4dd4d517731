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

/** Every way in which kinds with so many cells each, none or more, make up so many. */
const sharesOf = (kinds: number, cells: number, most: number): number[][] =>
  kinds === 0 ? (cells === 0 ? [[]] : []) : Array.from({ length: Math.min(most, cells) + 1 }, (_, own) => own).flatMap((own) => sharesOf(kinds - 1, cells - own, most).map((rest) => [own, ...rest]))

/** Cells in so many for each kind. */
function cut(values: readonly Piece[], shares: readonly number[]): (readonly Piece[])[] {
  let from = 0
  return shares.map((own) => values.slice(from, (from += own)))
}

/** Whether numbers of a kind, one or more left out, add up with their total. */
const addUp = (cells: readonly Piece[], isTotalFirst: boolean): boolean => cells.length === 0 || sumOf(cells, isTotalFirst ? 0 : cells.length - 1) === 'adds-up'

/** Numbers alone of a row that has lost its blank cells, which may have stood anywhere. */
function completedNumbers(values: readonly Piece[], order: readonly ReviewResult[], kinds: number): Completed | null {
  const total = order.indexOf('total')
  const fitting = sharesOf(kinds, values.length, order.length).map((shares) => cut(values, shares)).filter((own) => own.every((cells) => addUp(cells, total === 0)))
  const [only] = fitting
  if (only && fitting.length === 1 && only.every(({ length }) => length === 0 || length === order.length)) return { pieces: only.flatMap((cells, kind) => order.map((_, at) => cells[at] ?? blankAt(kind * order.length + at))), told: 'sums' }
  const isWithoutTotals = !only && values.length === kinds * (order.length - 1)
  return isWithoutTotals ? { pieces: kindsOf(values, order.length - 1).flatMap((kind, at) => kind.toSpliced(total, 0, blankAt(at * order.length + total))), told: 'likely' } : null
}

/**
 * A row of table 4 in all its columns that has lost blank cells (`order`: the results of each kind, `kinds`: how many of them): those before its first number or behind its last, where each kind adds up in one
 * place alone; of numbers alone those of whole kinds, or all totals, where all else is there and numbers nowhere add up: told as likely. Null where neither is so.
 */
export function completedRow(values: readonly Piece[], order: readonly ReviewResult[], kinds: number): Completed | null {
  const width = kinds * order.length
  if (values.length >= width || values.some((value) => !isBlank(value) && !isNumberCell(value.text)) || !values.some((value) => numberOf(value) > 0)) return null
  if (!values.some(isBlank)) return completedNumbers(values, order, kinds)
  const ways = Array.from({ length: width - values.length + 1 }, (_, off) => movedBy(values, off, width))
  const fitting = ways.filter((cells) => fits(cells, order))
  return fitting.length === 1 ? { pieces: fitting[0]!, told: 'sums' } : null
}

/** The cells of a row of table 4 without blank ones before its first column, which a text indents: where as many are left as it has columns, and none could be left out behind the last, or all kinds add up so alone. All of them elsewhere. */
export function withoutIndent(values: readonly Piece[], order: readonly ReviewResult[], kinds: number): readonly Piece[] {
  const spare = values.length - kinds * order.length
  if (spare <= 0 || !values.slice(0, spare).every(isBlank)) return values
  const [moved, unmoved] = [values.slice(spare), values.slice(0, -spare)]
  return !values.slice(-spare).every(isBlank) || (fits(moved, order) && !fits(unmoved, order)) ? moved : values
}
