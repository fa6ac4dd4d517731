import type * as Pdf from 'pdfjs-dist'
import type { Ruling } from './geometry'
import type { Glyph } from './glyphs'
import { moved, times, type Matrix } from './matrix'
import type { Operators } from './rulings'

type Ops = (typeof Pdf)['OPS']

/** The colour of paper, as the library writes it. */
const WHITE = '#ffffff'

/** What is painted in one piece with the colour of fills, and with pictures' own. */
const FILLS = ['fill', 'eoFill', 'fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke'] as const
const PICTURES = ['paintImageXObject', 'paintInlineImageXObject', 'paintImageMaskXObject', 'paintSolidColorImageMask'] as const
const ANYWHERE = ['shadingFill', 'paintInlineImageXObjectGroup', 'paintImageMaskXObjectGroup', 'paintImageXObjectRepeat', 'paintImageMaskXObjectRepeat'] as const

/** A box of a space of its own, by two of its corners, as one on the page. */
function onPage(matrix: Matrix, [left, low, right, high]: ArrayLike<number> & Iterable<number>): Ruling {
  const corners = [moved(matrix, left!, low!), moved(matrix, right!, low!), moved(matrix, left!, high!), moved(matrix, right!, high!)]
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)]
  return { x1: Math.min(...xs), y1: Math.min(...ys), x2: Math.max(...xs), y2: Math.max(...ys) }
}

/** Where a page is painted with anything but white, pictures among it, as boxes. */
function paintedBoxes({ fnArray, argsArray }: Operators, viewport: Matrix, OPS: Ops): Ruling[] {
  const boxes: Ruling[] = []
  const [fills, pictures, anywhere] = [FILLS, PICTURES, ANYWHERE].map((names) => new Set<number>(names.map((name) => OPS[name]))) as [Set<number>, Set<number>, Set<number>]
  const stack: { matrix: Matrix; colour: unknown }[] = []
  let state: { matrix: Matrix; colour: unknown } = { matrix: viewport, colour: null }
  fnArray.forEach((operation, at) => {
    const args = (argsArray[at] ?? []) as readonly unknown[]
    if (operation === OPS.save || operation === OPS.paintFormXObjectBegin) stack.push(state)
    if (operation === OPS.restore || operation === OPS.paintFormXObjectEnd) state = stack.pop() ?? state
    else if (operation === OPS.transform) state = { ...state, matrix: times(state.matrix, args as Matrix) }
    else if (operation === OPS.paintFormXObjectBegin && args[0]) state = { ...state, matrix: times(state.matrix, args[0] as Matrix) }
    else if (operation === OPS.setFillRGBColor) state = { ...state, colour: args[0] }
    else if (operation === OPS.setFillColorN || operation === OPS.setFillTransparent) state = { ...state, colour: null }
    else if (operation === OPS.constructPath && fills.has(args[0] as number) && state.colour !== WHITE && args[2]) boxes.push(onPage(state.matrix, args[2] as Float32Array))
    else if (pictures.has(operation)) boxes.push(onPage(state.matrix, [0, 0, 1, 1]))
    else if (anywhere.has(operation)) boxes.push({ x1: -Infinity, y1: -Infinity, x2: Infinity, y2: Infinity })
  })
  return boxes
}

/** What a letter can be seen on is at least so large, in heights of the letter, in either direction: rulings are not. */
const LEAST_GROUND = 0.5
/** Letters stand on it, or so near. */
const NEAR = 0.35

const isOn = ({ x, y, endX, endY, size }: Glyph, { x1, x2, y1, y2 }: Ruling): boolean => {
  const [across, down, near] = [(x + endX) / 2, (y + endY) / 2 - size * 0.35, size * NEAR]
  return x2 - x1 >= size * LEAST_GROUND && y2 - y1 >= size * LEAST_GROUND && across >= x1 - near && across <= x2 + near && down >= y1 - near && down <= y2 + near
}

/** A page as it is looked at. */
interface View {
  readonly transform: Matrix
  readonly width: number
  readonly height: number
}

const isOffPage = ({ x, y, endX, endY, size }: Glyph, { width, height }: View): boolean => Math.max(x, endX) < 0 || Math.min(x, endX) > width || Math.max(y, endY) < 0 || Math.min(y, endY) - size > height

/** The characters of a page without those beyond its edges: a sheet that goes on over several pages may be drawn whole on each. */
export const glyphsOn = (glyphs: readonly Glyph[], view: View): Glyph[] => glyphs.filter((glyph) => !isOffPage(glyph, view))

/** The characters of a page, as hidden those that nobody sees: white with nothing painted behind. */
export function withUnseenHidden(glyphs: readonly Glyph[], operators: Operators, view: View, OPS: Ops): Glyph[] {
  const painted = glyphs.some(({ colour }) => colour === WHITE) ? paintedBoxes(operators, view.transform, OPS) : []
  const isUnseen = (glyph: Glyph): boolean => glyph.colour === WHITE && !painted.some((box) => isOn(glyph, box))
  return glyphs.map((glyph) => (isUnseen(glyph) ? { ...glyph, hidden: true } : glyph))
}
