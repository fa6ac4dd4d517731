import type { Ruling } from './geometry'

/** A mark shorter than this is no ruling by itself. */
const LEAST_LENGTH = 6
/** So many marks behind each other are a line of dots, however short. */
const LEAST_MARKS = 4
/** The widest gap between two dashes. */
const WIDEST_GAP = 5
/** Dashes of one line stand so exactly on it. */
const OFF_LINE = 0.8

/** A mark along its axis: where it starts and ends, and where its axis stands. */
interface Dash {
  readonly from: number
  readonly to: number
  readonly at: number
}

interface Line extends Dash {
  to: number
  marks: number
  dash: number
}

/** The lines that dashes make: each goes on behind a gap that is hardly wider than a dash. */
function linesOf(dashes: readonly Dash[]): Line[] {
  const lines: Line[] = []
  // The last line of each stretch of axes so far: dashes come in the order of their starts.
  const open = new Map<number, Line>()
  for (const { from, to, at } of [...dashes].sort((a, b) => a.from - b.from)) {
    const key = Math.round(at / OFF_LINE)
    const near = [key, key - 1, key + 1].map((each) => open.get(each)).filter((line) => line !== undefined)
    const line = near.find((each) => Math.abs(each.at - at) <= OFF_LINE && from - each.to <= Math.min(WIDEST_GAP, Math.max(each.dash, to - from) * 1.2 + 1))
    if (line) {
      line.to = Math.max(line.to, to)
      line.marks += 1
      line.dash = to - from
    } else {
      lines.push({ from, to, at, marks: 1, dash: to - from })
      open.set(key, lines.at(-1)!)
    }
  }
  return lines.filter((line) => line.to - line.from >= LEAST_LENGTH || line.marks >= LEAST_MARKS)
}

/** A dot may belong to a line of either way. */
const SQUARE = 0.7
const isFlat = ({ x1, y1, x2, y2 }: Ruling): boolean => x2 - x1 >= (y2 - y1) * SQUARE
const isUpright = ({ x1, y1, x2, y2 }: Ruling): boolean => y2 - y1 >= (x2 - x1) * SQUARE

/** The rulings that thin marks make up: lines, and dashes and dots put together; other small marks are left out. */
export function joinedDashes(marks: readonly Ruling[]): Ruling[] {
  const across = linesOf(marks.filter(isFlat).map(({ x1, y1, x2, y2 }) => ({ from: x1, to: x2, at: (y1 + y2) / 2 })))
  const down = linesOf(marks.filter(isUpright).map(({ x1, y1, x2, y2 }) => ({ from: y1, to: y2, at: (x1 + x2) / 2 })))
  return [...across.map(({ from, to, at }) => ({ x1: from, y1: at, x2: to, y2: at })), ...down.map(({ from, to, at }) => ({ x1: at, y1: from, x2: at, y2: to }))]
}
