import type { ProactiveColumn } from '@/domain/figure'
import type { Entry, Piece } from './entries'
import { isValue } from './values'
import { hasHan, tight } from './words'

/** Words, or nothing, where remarks stand. */
const isRemark = ({ text }: Piece): boolean => tight(text) === '' || (hasHan(text) && !isValue(text))

/** The cell of each heading where merged cells were copied into every column they cover; null where they were not. */
function repeated(headings: readonly Piece[], values: readonly Piece[]): Piece[] | null {
  const under = headings.map(({ column, width }) => values.filter((value) => column <= value.column && value.column < column + width))
  const same = under.every((cells) => cells.length > 0 && cells.every(({ text }) => tight(text) === tight(cells[0]!.text)))
  const isWhole = values.every((value) => under.flat().includes(value) || isRemark(value))
  return same && isWhole ? under.map(([first]) => first!) : null
}

/** Whether a cell holds several numbers: side by side, or a line each beside words, as where it was joined with others. */
function hasSeveral({ text }: Piece): boolean {
  const written = text.normalize('NFKC')
  return /\d[ \t]+\d/.test(written) || (hasHan(written) && written.split('\n').filter((line) => /^\s*[+-]?\d[\d,.]*\s*$/.test(line)).length > 1)
}

/** The cell of each heading: in order where there are as many, else by column, else without blanks; null where none fits. `isUnread`: some heading beside cannot be read. */
export function placed(headings: readonly Piece[], count: number, { values, table }: Entry, headed: number | null, isUnread: boolean): (Piece | null)[] | null {
  // Two numbers in one cell: the cells behind it may stand a column too far left.
  if (values.some(hasSeveral)) return null
  if (values.length === count) return [...values]
  if (count === 0) return null
  if (table !== null && table === headed && headings.length === count) {
    const copied = repeated(headings, values)
    if (copied) return copied
    const found = headings.map(({ column }) => values.find((value) => value.column <= column && column < value.column + value.width) ?? null)
    const left = values.filter((value) => !found.includes(value))
    if (!found.includes(null) && new Set(found).size === count) {
      const other = left.filter(({ text }) => tight(text) !== '')
      if (other.every(isRemark)) return found
      // A number below a heading that cannot be read is none of a column whose own cell is blank; where all can, edges may differ from row to row.
      if (isUnread && found.some((piece) => tight(piece!.text) === '') && other.some(({ text }) => isValue(text))) return null
    }
  }
  const filled = values.filter(({ text }) => tight(text) !== '')
  // A remark behind the numbers is none of them.
  const remarked = filled.length === count + 1 && !isValue(filled.at(-1)!.text) ? filled.slice(0, -1) : filled
  // A remark behind as many numbers as leave one blank: nobody can say which.
  const isShort = remarked === filled && values.length > count && filled.length > 0 && hasHan(filled.at(-1)!.text) && !isValue(filled.at(-1)!.text)
  return remarked.length === count && !isShort ? remarked : null
}

/** Whether the numbers of a row may stand a column off: a blank before or among them, of which nobody can say whether it is a cell. With a number for every column none can. */
export function isDoubtful(values: readonly Piece[], placed: readonly (Piece | null)[]): boolean {
  const filled = values.flatMap(({ text }, at) => (tight(text) === '' ? [] : [at]))
  const gaps = values.length === placed.length ? filled.length < values.length : filled.at(-1) !== filled.length - 1
  const whole = filled.length === placed.length && placed.every((piece) => piece !== null && tight(piece.text) !== '')
  return placed.length > 1 && filled.length > 0 && gaps && !whole
}

const YUAN = /^[（(]?元[)）]?$|,元[)）]?$|[（(：:](?:单位[：:])?元/
/** Money that its heading, its unit or its row counts in yuan, where the form asks for 万元. */
export function moneySuffix(column: ProactiveColumn, heading: string, { labels }: Entry): string {
  if (column !== 'amount') return ''
  return [heading, labels.at(-1)?.text ?? ''].some((text) => YUAN.test(tight(text))) ? '元' : ''
}
