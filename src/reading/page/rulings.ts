import type * as Pdf from 'pdfjs-dist'
import type { Ruling } from './geometry'
import { moved, times, type Matrix } from './matrix'

type Ops = (typeof Pdf)['OPS']

/** What a page draws, step by step. */
export interface Operators {
  readonly fnArray: readonly number[]
  readonly argsArray: readonly unknown[]
}

const THIN = 2.5

/** What a page draws beside its letters. */
export interface Drawing {
  /** Thin rectangles and strokes: rulings, drawn through or in dashes, and lines through and under words. */
  readonly marks: readonly Ruling[]
  /** Filled rectangles that are not thin, by their corners. */
  readonly fills: readonly Ruling[]
}

/** The lines and the filled rectangles of a page. */
export function drawingOf({ fnArray, argsArray }: Operators, viewport: Matrix, OPS: Ops): Drawing {
  const marks: Ruling[] = []
  const fills: Ruling[] = []
  const stack: Matrix[] = []
  let matrix: Matrix = viewport
  const add: Add = (x1, y1, x2, y2, isFill) => {
    const [ax, ay] = moved(matrix, x1, y1)
    const [bx, by] = moved(matrix, x2, y2)
    const ruling = { x1: Math.min(ax, bx), y1: Math.min(ay, by), x2: Math.max(ax, bx), y2: Math.max(ay, by) }
    const [wide, high] = [ruling.x2 - ruling.x1, ruling.y2 - ruling.y1]
    if (wide <= THIN || high <= THIN) marks.push(ruling)
    else if (isFill) fills.push(ruling)
  }
  fnArray.forEach((operation, at) => {
    const args = argsArray[at] as unknown[]
    if (operation === OPS.save) stack.push(matrix)
    else if (operation === OPS.restore) matrix = stack.pop() ?? matrix
    else if (operation === OPS.transform) matrix = times(matrix, args as unknown as Matrix)
    else if (operation === OPS.paintFormXObjectBegin) {
      stack.push(matrix)
      if (args?.[0]) matrix = times(matrix, args[0] as Matrix)
    } else if (operation === OPS.paintFormXObjectEnd) matrix = stack.pop() ?? matrix
    else if (operation === OPS.constructPath) for (const path of (args[1] as (Float32Array | null)[] | null) ?? []) if (path) pathRulings(path, args[0] as number, OPS, add)
  })
  return { marks, fills }
}

type Add = (x1: number, y1: number, x2: number, y2: number, isFill: boolean) => void

/** Painted, not only used to clip. */
const PAINTS = ['stroke', 'closeStroke', 'fill', 'eoFill', 'fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke'] as const

function pathRulings(path: ArrayLike<number>, operation: number, OPS: Ops, add: Add): void {
  if (!PAINTS.some((name) => OPS[name] === operation)) return
  const fills = operation === OPS.fill || operation === OPS.eoFill
  const points: (readonly [number, number])[] = []
  const close = (): void => {
    if (points.length >= 2) outline(points, fills, add)
    points.length = 0
  }
  for (let at = 0; at < path.length; ) {
    const step = path[at]!
    if (step === 0) close()
    if (step === 0 || step === 1) points.push([path[at + 1]!, path[at + 2]!])
    if (step === 4 && points.length > 0) points.push(points[0]!)
    if (step === 2) points.push([path[at + 5]!, path[at + 6]!])
    if (step === 3) points.push([path[at + 3]!, path[at + 4]!])
    at += [3, 3, 7, 5, 1][step] ?? path.length
  }
  close()
}

/** A filled shape is a ruling, or a rectangle, as a whole; a stroked one is a ruling by each of its sides. */
function outline(points: readonly (readonly [number, number])[], fills: boolean, add: Add): void {
  if (fills) {
    const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
    const [left, right, low, high] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
    return add(left, low, right, high, points.every(([x, y]) => (x === left || x === right) && (y === low || y === high)))
  }
  for (let at = 1; at < points.length; at += 1) add(...points[at - 1]!, ...points[at]!, false)
}
