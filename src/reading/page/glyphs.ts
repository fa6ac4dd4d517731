import type * as Pdf from 'pdfjs-dist'
import { moved, times, type Matrix } from './matrix'
import type { Operators } from './rulings'
import { meant, seenText, SOFT_HYPHEN, withBlanks } from '../meaning/words'

type Ops = (typeof Pdf)['OPS']

/** A character with the place where it is drawn, on its base line. */
export interface Glyph {
  /** Empty, or a soft hyphen, for one that nothing is to be shown for, where its font gives it room all the same: what stands at both its sides is one text. */
  readonly text: string
  readonly x: number
  readonly y: number
  /** Where the next character would be drawn: behind this one and the spacing that the font is set with. */
  readonly endX: number
  readonly endY: number
  /** Its own width, without that spacing. */
  readonly width: number
  /** The height of its letters' box. */
  readonly size: number
  /** Drawn so that nobody sees it, as recognised text is under the picture of a page. */
  readonly hidden: boolean
  /** What it is filled with, as `#rrggbb`; null where that is no plain colour, or its outline is drawn. */
  readonly colour: string | null
}

/** Whether nothing is to be shown for a character, as far as it alone can tell. */
export const isUnseen = (text: string): boolean => text === '' || text === SOFT_HYPHEN

interface TextState {
  matrix: Matrix
  font: string
  size: number
  characters: number
  words: number
  scale: number
  leading: number
  rise: number
  hidden: boolean
  colour: string | null
  outlined: boolean
}

interface Drawn {
  readonly unicode: string
  readonly width: number
  readonly isSpace: boolean
}

/** The way of drawing letters that leaves no trace. */
const INVISIBLE = 3
/** Those that fill letters without drawing their outlines: alone, or to clip by them, too. */
const FILLED = [0, 4]
const BLACK = '#000000'
const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]

/**
 * Where each character of a page stands, in the order they are drawn. The library's items of text run on over the narrow gap between
 * two cells, and say where they start and end only: what stands between must be known to tell one cell's number from the next one's.
 */
export function glyphsOf({ fnArray, argsArray }: Operators, viewport: Matrix, OPS: Ops, unitOf: (font: string) => number): Glyph[] {
  const glyphs: Glyph[] = []
  const stack: TextState[] = []
  let state: TextState = { matrix: viewport, font: '', size: 0, characters: 0, words: 0, scale: 1, leading: 0, rise: 0, hidden: false, colour: BLACK, outlined: false }
  let text: Matrix = IDENTITY
  let [x, lineX, lineY] = [0, 0, 0]
  const move = (right: number, up: number): void => {
    x = lineX += right
    lineY += up
  }
  const show = (drawn: readonly (Drawn | number | null)[]): void => {
    const whole = times(state.matrix, text)
    const unit = unitOf(state.font) * state.size
    const size = Math.hypot(whole[2]!, whole[3]!) * Math.abs(state.size)
    for (const glyph of drawn) {
      if (glyph === null) continue
      if (typeof glyph === 'number') {
        x -= (glyph / 1000) * state.size * state.scale
        continue
      }
      const width = glyph.width * unit * state.scale
      const from = x
      x += width + (state.characters + (glyph.isSpace ? state.words : 0)) * state.scale
      const said = glyph.unicode === SOFT_HYPHEN ? SOFT_HYPHEN : seenText(withBlanks(meant(glyph.unicode)))
      if (isUnseen(said) ? glyph.unicode === '' || x === from : said.trim() === '') continue
      const [left, y] = moved(whole, from, lineY + state.rise)
      const [endX, endY] = moved(whole, x, lineY + state.rise)
      glyphs.push({ text: said, x: left, y, endX, endY, width: width * Math.hypot(whole[0]!, whole[1]!), size, hidden: state.hidden, colour: state.outlined ? null : state.colour })
    }
  }
  const steps = new Map<number, (args: readonly unknown[]) => void>([
    [OPS.save, () => void stack.push({ ...state })],
    [OPS.restore, () => void (state = stack.pop() ?? state)],
    [OPS.transform, (args) => void (state = { ...state, matrix: times(state.matrix, args as Matrix) })],
    [OPS.paintFormXObjectBegin, ([matrix]) => (stack.push({ ...state }), matrix ? void (state = { ...state, matrix: times(state.matrix, matrix as Matrix) }) : undefined)],
    [OPS.paintFormXObjectEnd, () => void (state = stack.pop() ?? state)],
    [OPS.beginText, () => ((text = IDENTITY), void ([x, lineX, lineY] = [0, 0, 0]))],
    [OPS.setTextMatrix, ([matrix]) => ((text = matrix as Matrix), void ([x, lineX, lineY] = [0, 0, 0]))],
    [OPS.moveText, ([right, up]) => move(right as number, up as number)],
    [OPS.setLeadingMoveText, ([right, up]) => ((state.leading = up as number), move(right as number, up as number))],
    [OPS.nextLine, () => move(0, state.leading)],
    [OPS.setLeading, ([leading]) => void (state.leading = -(leading as number))],
    [OPS.setCharSpacing, ([spacing]) => void (state.characters = spacing as number)],
    [OPS.setWordSpacing, ([spacing]) => void (state.words = spacing as number)],
    [OPS.setHScale, ([scale]) => void (state.scale = (scale as number) / 100)],
    [OPS.setTextRise, ([rise]) => void (state.rise = rise as number)],
    [OPS.setTextRenderingMode, ([mode]) => ((state.hidden = mode === INVISIBLE), void (state.outlined = !FILLED.includes(mode as number)))],
    [OPS.setFillRGBColor, ([colour]) => void (state.colour = colour as string)],
    [OPS.setFillColorN, () => void (state.colour = null)],
    [OPS.setFillTransparent, () => void (state.colour = null)],
    [OPS.setFont, ([font, size]) => ((state.font = font as string), void (state.size = size as number))],
    [OPS.showText, ([drawn]) => show(drawn as Drawn[])],
  ])
  fnArray.forEach((operation, at) => steps.get(operation)?.((argsArray[at] as unknown[] | null) ?? []))
  return glyphs
}
