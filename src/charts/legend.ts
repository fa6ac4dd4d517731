import type { ChartContext } from './chart'
import type { Mark } from './paint'
import { textWidth } from './text'

/** A colour and what it stands for. */
export interface LegendEntry {
  readonly text: string
  readonly colour: string
  readonly hatched?: boolean
  /** A mark in the corner of a cell. */
  readonly marked?: boolean
}

const LINE = 20
const SIZE = 11
const BOX = 11

interface Spot {
  readonly x: number
  readonly line: number
}

function spotsOf(texts: readonly string[], width: number): Spot[] {
  let x = 0
  let line = 0
  return texts.map((text) => {
    const needed = BOX + 6 + textWidth(text, SIZE) + 16
    if (x > 0 && x + needed - 16 > width) {
      x = 0
      line += 1
    }
    const spot = { x, line }
    x += needed
    return spot
  })
}

/** Height of a legend with these words on a drawing of this width; the longest of the languages decides. */
export const legendHeight = (wordings: readonly (readonly string[])[], width: number): number => Math.max(...wordings.map((texts) => (spotsOf(texts, width).at(-1)?.line ?? 0) + 1)) * LINE + 6

/** Boxes and words in the order drawn, in lines as wide as the drawing. */
export function legendMarks({ palette, width }: ChartContext, entries: readonly LegendEntry[]): Mark[] {
  const spots = spotsOf(entries.map(({ text }) => text), width)
  return entries.flatMap(({ text, colour, hatched, marked }, at): Mark[] => {
    const { x, line } = spots[at]!
    const y = line * LINE + 10
    const box: Mark = hatched ? { kind: 'rect', x: x + 0.5, y: y - BOX / 2, width: BOX, height: BOX, stroke: colour, hatch: colour } : { kind: 'rect', x, y: y - BOX / 2, width: BOX, height: BOX, fill: colour }
    const corner: Mark[] = marked ? [{ kind: 'rect', x: x + BOX - 5, y: y - BOX / 2, width: 5, height: 5, fill: palette.text }] : []
    return [box, ...corner, { kind: 'text', text, x: x + BOX + 6, y, size: SIZE, colour: palette.text }]
  })
}
