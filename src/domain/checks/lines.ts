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

/** A shift of lines of a length. `origins`: by place of the line with the shift undone, the place it came from; NaN for the lost cell. `lost`: its place; -1 for none. */
export interface Move extends Shift {
  readonly origins: readonly number[]
  readonly lost: number
}

/** How many cells at either end of a column stand outside its outcomes. */
const ENDS = 2

const total = (line: Line): number => line.reduce<number>((sum, value) => sum + (value ?? 0), 0)

/** A line with a shift undone. A lost cell is NaN. */
export function unshifted(line: Line, { from, to }: Shift): (number | null)[] {
  const moved = [...line]
  const [taken = Number.NaN] = from === null ? [] : moved.splice(from, 1)
  if (from === null) moved.pop()
  moved.splice(to ?? moved.length, 0, to === null ? Number.NaN : taken)
  return moved
}

const movesByLength = new Map<number, readonly Move[]>()

/** Every shift by one cell of lines of a length. */
function movesOf({ length }: Line): readonly Move[] {
  let moves = movesByLength.get(length)
  if (!moves) {
    const places = Array.from({ length }, (_, at) => at)
    const within = places.flatMap((from) => places.filter((to) => to !== from).map((to) => ({ from, to })))
    const shifts: Shift[] = [...within, ...places.slice(0, -1).map((from) => ({ from, to: null })), ...places.slice(0, -1).map((to) => ({ from: null, to }))]
    moves = shifts.map((shift) => {
      const origins = unshifted(places, shift) as number[]
      return { ...shift, origins, lost: lostAt(origins) }
    })
    movesByLength.set(length, moves)
  }
  return moves
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
  return movesOf(line).flatMap((shift) => {
    const after = isPossible(line, shift) ? unshiftedRows(line, shift, length) : null
    if (!after || !rowsOf(after, length).every(rowFits)) return []
    const lost = lostAt(unshifted(line, shift))
    const proofs = rowsOf(after, length).filter((row, at) => !rowFits(before[at]!) && rowTotal(row) > 0 && !(lost >= at * length && lost < (at + 1) * length))
    return proofs.length > 1 || proofs.some((row) => row.slice(0, -1).filter((value) => value).length > 1) ? [after] : []
  })
}

/** A cell is too many only where it is empty or zero. */
const isPossible = (line: Line, { from, to }: Shift): boolean => from === null || to !== null || !line[from]

/** What a place of a line holds once the shift is undone, a lost cell being zero. */
const heldAt = (line: Line, { origins, lost }: Move, place: number): number => (place === lost ? 0 : (line[origins[place]!] ?? 0))

const NONE: readonly boolean[] = []

/** Whether a shift, undone, changes a cell that may not; a lost cell can be anything. `mayChange`: by place. */
export function changes(line: Line, move: Move, mayChange = NONE): boolean {
  for (let place = 0; place < line.length; place += 1) if (!mayChange[place] && place !== move.lost && heldAt(line, move, place) !== (line[place] ?? 0)) return true
  return false
}

/** A line with a shift undone. */
export interface Moved {
  readonly shift: Move
  readonly line: Line
}

function moved(line: Line, shift: Move, undo: (line: Line, shift: Shift) => Line | null, fits: (line: Line) => boolean): Moved[] {
  const undone = undo(line, shift)
  return undone !== null && fits(undone) ? [{ shift, line: undone }] : []
}

/** Whether two lines are the same cell by cell; blank is not zero. */
export const areSame = (a: Line, b: Line): boolean => a.every((value, at) => value === b[at])
const isAlike = (a: Shift, b: Shift): boolean => (a.from === null) === (b.from === null) && (a.to === null) === (b.to === null)

/** Whether a shift within a line comes to what one of fewer of its cells does that is listed before: a cell that passes its like has not moved by it. */
function isRepeated(line: Line, { from, to, lost }: Move): boolean {
  if (lost >= 0 || from === null || to === null) return false
  return from < to ? line[to] === line[from] : line[from - 1] === line[from] || from === to + 1
}

/** Whether a shift of a row comes to what one that is listed before does. */
function isRepeatedInRow(line: Line, move: Move): boolean {
  const { from, to } = move
  if (from === null) return false
  const before = from > 0 && line[from - 1] === line[from]
  if (to === null) return before
  return isRepeated(line, move) || (from < to ? before : to > 0 && line[to - 1] === line[from])
}

/** What a row can be by undoing a shift by one cell of the cells that may change, so that it fits; the same row by the same kind of shift once. `mayChange`: by place. */
export function movedRow(line: Line, mayChange: readonly boolean[]): Moved[] {
  if (!mayChange.includes(true)) return []
  const all = total(line)
  const mayFit = (move: Move): boolean => (move.lost < 0 ? heldAt(line, move, line.length - 1) * 2 === all : isPossible(line, move)) && !changes(line, move, mayChange)
  const rows = movesOf(line).filter((move) => !isRepeatedInRow(line, move) && mayFit(move)).flatMap((move) => moved(line, move, unshiftedRow, rowFits))
  return rows.filter((row, at) => !rows.slice(0, at).some((other) => isAlike(other.shift, row.shift) && areSame(other.line, row.line)))
}

/** Equal but for the dust of decimals. */
export const areNear = (a: number, b: number): boolean => Math.abs(a - b) < 1e-6

/** Whether both sums of a column may hold with a shift undone: seen by its ends, without undoing it. `all`: what the column adds up to. */
function columnMayFit(line: Line, move: Move, all: number): boolean {
  const { length } = line
  const [received, carriedIn, processed, carriedOut] = [heldAt(line, move, 0), heldAt(line, move, 1), heldAt(line, move, length - 2), heldAt(line, move, length - 1)]
  // What is pushed out at the end is counted no more.
  const outcomes = all - (move.from === null ? (line[length - 1] ?? 0) : 0) - received - carriedIn - processed - carriedOut
  const [balanced, added] = [areNear(received + carriedIn, processed + carriedOut), areNear(processed, outcomes)]
  if (move.lost < 0) return balanced && added
  if (move.lost === length - 2) return areNear(received + carriedIn - carriedOut, outcomes)
  return move.lost < 2 || move.lost === length - 1 ? added && isPossible(line, move) : balanced
}

const movesOfEnds = new Map<number, readonly Move[]>()

/** The shifts of columns of a length that change their ends: one among the outcomes leaves both sums as they are. */
function movesOfEndsOf(line: Line): readonly Move[] {
  let moves = movesOfEnds.get(line.length)
  if (!moves) {
    const isEnd = (place: number): boolean => place < ENDS || place >= line.length - ENDS
    movesOfEnds.set(line.length, (moves = movesOf(line).filter(({ from, to }) => from === null || to === null || isEnd(from) || isEnd(to))))
  }
  return moves
}

/** What a column can be by undoing a shift by one cell, so that both its sums hold; by every shift that does it and does not do the same to the columns beside. */
export function movedColumn(line: Line, beside: readonly Line[]): Moved[] {
  const all = total(line)
  const isTold = (move: Move): boolean => !isRepeated(line, move) || beside.some((other) => changes(other, move))
  return (columnFits(line) ? movesOf(line) : movesOfEndsOf(line)).filter((move) => isTold(move) && columnMayFit(line, move, all)).flatMap((move) => moved(line, move, unshiftedColumn, columnFits))
}

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
