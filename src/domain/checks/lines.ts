/** The cells of a row (its total last) or of a column of table 3 (新收 and 上年结转 first, 办结 and 结转下年度 last); null is blank. */
export type Line = readonly (number | null)[]

/**
 * A shift undone: one cell taken out at `from` and put in at `to`, the others closing up; `from` null: the cell at `to` was lost and the last one
 * is too many; `to` null: the cell at `from` is too many and the last one was lost.
 */
export interface Shift {
  readonly from: number | null
  readonly to: number | null
}

const total = (line: Line): number => line.reduce<number>((sum, value) => sum + (value ?? 0), 0)

/** A line with a shift undone. A lost cell is NaN. */
export function unshifted(line: Line, { from, to }: Shift): (number | null)[] {
  const moved = [...line]
  const [taken = Number.NaN] = from === null ? [] : moved.splice(from, 1)
  if (from === null) moved.pop()
  moved.splice(to ?? moved.length, 0, to === null ? Number.NaN : taken)
  return moved
}

const shiftsByLength = new Map<number, readonly Shift[]>()

/** Every shift by one cell of lines of a length. */
function shiftsOf({ length }: Line): readonly Shift[] {
  let shifts = shiftsByLength.get(length)
  if (!shifts) {
    const places = Array.from({ length }, (_, at) => at)
    const moves = places.flatMap((from) => places.filter((to) => to !== from).map((to) => ({ from, to })))
    shifts = [...moves, ...places.slice(0, -1).map((from) => ({ from, to: null })), ...places.slice(0, -1).map((to) => ({ from: null, to }))]
    shiftsByLength.set(length, shifts)
  }
  return shifts
}

const lostAt = (line: Line): number => line.findIndex((value) => Number.isNaN(value))

/** The line with its lost cell at what makes it fit; null where no count does. */
function completed(line: (number | null)[], needed: (line: Line, at: number) => number): (number | null)[] | null {
  const at = lostAt(line)
  if (at < 0) return line
  line[at] = 0
  line[at] = needed(line, at)
  return line[at]! >= 0 ? line : null
}

const rowTotal = (line: Line): number => line.at(-1) ?? 0
const rowParts = (line: Line): number => total(line) - rowTotal(line)

/** Whether a row's total is the sum of its parts. */
export const rowFits = (line: Line): boolean => rowTotal(line) === rowParts(line)

/** A row with a shift undone, its lost cell reckoned; null where that gives no count. */
export const unshiftedRow = (line: Line, shift: Shift): Line | null => completed(unshifted(line, shift), (row, at) => (at === row.length - 1 ? rowParts(row) : rowTotal(row) - rowParts(row)))

const ends = (line: Line): { received: number; carriedIn: number; processed: number; carriedOut: number; outcomes: number } => {
  const [received, carriedIn, processed, carriedOut] = [line[0], line[1], line.at(-2), line.at(-1)].map((value) => value ?? 0) as [number, number, number, number]
  return { received, carriedIn, processed, carriedOut, outcomes: total(line) - received - carriedIn - processed - carriedOut }
}

/** Whether both sums of a column of table 3 hold. */
export function columnFits(line: Line): boolean {
  const { received, carriedIn, processed, carriedOut, outcomes } = ends(line)
  return received + carriedIn === processed + carriedOut && processed === outcomes
}

/** A column with a shift undone, its lost cell reckoned; null where that gives no count. */
export const unshiftedColumn = (line: Line, shift: Shift): Line | null =>
  completed(unshifted(line, shift), (column, at) => {
    const { received, carriedIn, processed, carriedOut, outcomes } = ends(column)
    if (at < 2) return processed + carriedOut - received - carriedIn
    if (at >= column.length - 2) return received + carriedIn - processed - carriedOut
    return processed - outcomes
  })

/** Rows of one length that stand one behind the other in one line, as table 4 does in the form, with a shift undone; a lost cell is reckoned in its own row. Null where that gives no count. */
function unshiftedRows(line: Line, shift: Shift, length: number): Line | null {
  return completed(unshifted(line, shift), (moved, at) => {
    const start = at - (at % length)
    const row = moved.slice(start, start + length)
    return at === start + length - 1 ? rowParts(row) : rowTotal(row) - rowParts(row)
  })
}

const rowsOf = (line: Line, length: number): Line[] => Array.from({ length: line.length / length }, (_, at) => line.slice(at * length, (at + 1) * length))

/** The lines of rows of one length that fit once a shift through several rows is undone. That rows fit of which no cell was reckoned must tell: by two parts, or by two such rows. */
export function movedRows(line: Line, length: number): Line[] {
  const before = rowsOf(line, length)
  return shiftsOf(line).flatMap((shift) => {
    const after = isPossible(line, shift) ? unshiftedRows(line, shift, length) : null
    if (!after || !rowsOf(after, length).every(rowFits)) return []
    const lost = lostAt(unshifted(line, shift))
    const proofs = rowsOf(after, length).filter((row, at) => !rowFits(before[at]!) && rowTotal(row) > 0 && !(lost >= at * length && lost < (at + 1) * length))
    return proofs.length > 1 || proofs.some((row) => row.slice(0, -1).filter((value) => value).length > 1) ? [after] : []
  })
}

type Undo = (line: Line, shift: Shift) => Line | null

/** Most shifts of a line may not fit, which is seen without undoing them. */
const fitting = (line: Line, undo: Undo, fits: (line: Line) => boolean, mayFit: (line: Line, shift: Shift) => boolean): Shift[] =>
  shiftsOf(line).filter((shift) => {
    const result = mayFit(line, shift) ? undo(line, shift) : null
    return result !== null && fits(result)
  })

/** Where the cell at a place of the moved line came from. */
function origin({ from, to }: Shift, place: number): number {
  if (from === null || to === null || place === to) return from ?? -1
  const without = place > to ? place - 1 : place
  return without >= from ? without + 1 : without
}

/** A cell is too many only where it is empty or zero. */
const isPossible = (line: Line, { from, to }: Shift): boolean => from === null || to !== null || !line[from]
const isMove = ({ from, to }: Shift): boolean => from !== null && to !== null
const rowMayFit = (line: Line, shift: Shift): boolean => !isMove(shift) ? isPossible(line, shift) : (line[origin(shift, line.length - 1)] ?? 0) * 2 === total(line)
const columnMayFit = (line: Line, shift: Shift): boolean => {
  if (!isMove(shift)) return isPossible(line, shift)
  const at = (place: number): number => line[origin(shift, place)] ?? 0
  return at(0) + at(1) === at(line.length - 2) + at(line.length - 1)
}

/** The shifts by one cell that make a row fit when undone. */
export const rowShifts = (line: Line): Shift[] => fitting(line, unshiftedRow, rowFits, rowMayFit)
/** The shifts by one cell that make both sums of a column fit when undone; those with the same result too, for other columns may differ. */
export const columnShifts = (line: Line): Shift[] => fitting(line, unshiftedColumn, columnFits, columnMayFit)

/** A row in which the digits of two neighbouring cells are one number. */
export interface JoinedRow {
  readonly at: number
  readonly joined: number
  readonly line: Line
  /** A cell had been pushed out and was reckoned anew. */
  readonly lost: boolean
}

/** The rows that fit once two neighbouring cells are read as one number: the second is zero, or the split had moved the cells after it. */
export function joinedRows(line: Line): JoinedRow[] {
  const last = line.length - 1
  return line.slice(0, last - 1).flatMap((first, at): JoinedRow[] => {
    const second = line[at + 1] ?? null
    if (!first || second === null || first < 0 || second < 0) return []
    const joined = Number(`${first}${second}`)
    const after = line.slice(at + 2)
    const lines = [
      [...line.slice(0, at), joined, 0, ...after],
      completed([...line.slice(0, at), joined, ...after.slice(0, -1), Number.NaN, rowTotal(line)], (row) => rowTotal(row) - rowParts(row)),
      completed([...line.slice(0, at), joined, ...after, Number.NaN], rowParts),
    ]
    return lines.flatMap((each, way) => (each !== null && rowFits(each) ? [{ at, joined, line: each, lost: way > 0 }] : []))
  })
}
