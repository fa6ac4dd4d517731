import type * as Pdf from 'pdfjs-dist'
import type { Item } from './geometry'
import { moved, times, type Matrix } from './matrix'
import type { Operators } from './rulings'
import { meant, tight } from './words'

type Ops = (typeof Pdf)['OPS']

/** A character with the place where it is drawn, on its base line. */
export interface Glyph {
  readonly text: string
  readonly x: number
  readonly right: number
  readonly y: number
}

interface TextState {
  matrix: Matrix
  font: string
  size: number
  characters: number
  words: number
  scale: number
  leading: number
  rise: number
}

interface Drawn {
  readonly unicode: string
  readonly width: number
  readonly isSpace: boolean
}

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]

/**
 * Where each character of a page stands. The library's items of text run on over the narrow gap between two cells, and say where they
 * start and end only: what stands between must be known to tell one cell's number from the next one's.
 */
export function glyphsOf({ fnArray, argsArray }: Operators, viewport: Matrix, OPS: Ops, unitOf: (font: string) => number): Glyph[] {
  const glyphs: Glyph[] = []
  const stack: TextState[] = []
  let state: TextState = { matrix: viewport, font: '', size: 0, characters: 0, words: 0, scale: 1, leading: 0, rise: 0 }
  let text: Matrix = IDENTITY
  let [x, lineX, lineY] = [0, 0, 0]
  const move = (right: number, up: number): void => {
    x = lineX += right
    lineY += up
  }
  const show = (drawn: readonly (Drawn | number | null)[]): void => {
    const whole = times(state.matrix, text)
    const unit = unitOf(state.font) * state.size
    for (const glyph of drawn) {
      if (glyph === null) continue
      if (typeof glyph === 'number') {
        x -= (glyph / 1000) * state.size * state.scale
        continue
      }
      const width = glyph.width * unit * state.scale
      const [left, y] = moved(whole, x, lineY + state.rise)
      if (glyph.unicode.trim() !== '') glyphs.push({ text: meant(glyph.unicode), x: left, right: moved(whole, x + width, lineY)[0], y })
      x += width + (state.characters + (glyph.isSpace ? state.words : 0)) * state.scale
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
    [OPS.setFont, ([font, size]) => ((state.font = font as string), void (state.size = size as number))],
    [OPS.showText, ([drawn]) => show(drawn as Drawn[])],
  ])
  fnArray.forEach((operation, at) => steps.get(operation)?.((argsArray[at] as unknown[] | null) ?? []))
  return glyphs
}

/** Words between which a cell may end: one of them is, or starts or ends with, a digit. */
const PARTED = /\d\s+\S|\S\s+\d|[-—/]\s+[-—/]/

/** The characters of an item from left to right; null where others are drawn there than it says. */
function ownGlyphs(item: Item, base: number, glyphs: readonly Glyph[]): Glyph[] | null {
  const own = glyphs.filter(({ x, right, y }) => Math.abs(y - base) < item.height * 0.3 && x > item.x - 1 && right < item.x + item.width + 1).sort((a, b) => a.x - b.x)
  return tight(own.map(({ text }) => text).join('')) === tight(item.text) ? own : null
}

/** Where each word of an item stands when its characters' places are not known: as if all were of one width, Chinese ones of two. */
function reckoned(item: Item, words: readonly string[]): Item[] {
  const wide = (word: string): number => [...word].reduce((sum, letter) => sum + (letter > '\u2e80' ? 2 : 1), 0)
  const unit = item.width / (words.reduce((sum, word) => sum + wide(word), 0) + (words.length - 1) * 0.6)
  let x = item.x
  return words.map((text) => {
    const from = x
    x += (wide(text) + 0.6) * unit
    return { ...item, text, x: from, width: wide(text) * unit }
  })
}

/** An item as its words, each at its own place, where the spaces between them may part cells. `base`: its base line. */
export function wordsOf(item: Item, base: number, glyphs: readonly Glyph[]): Item[] {
  const written = item.text.normalize('NFKC')
  if (!PARTED.test(written)) return [item]
  const words = written.trim().split(/\s+/)
  const own = ownGlyphs(item, base, glyphs)
  if (!own) return reckoned(item, words)
  let at = 0
  return words.map((text) => {
    const first = at
    for (let length = tight(text).length; length > 0 && at < own.length; at += 1) length -= tight(own[at]!.text).length
    const [left, right] = [own[first]!.x, own[at - 1]!.right]
    return { ...item, text, x: left, width: right - left }
  })
}
