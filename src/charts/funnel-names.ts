import type { ChartContext } from './chart'
import type { FunnelPlot } from './funnel'
import { NARROW } from './frame'
import { fittedAmong, subjectNames } from './names'
import type { Mark } from './paint'
import { isFocused } from './panel'
import { textWidth } from './text'

const SIZE = 11
const LINE = 13
const AWAY = 8
const GROUND = 3

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
}

const overlap = (a: Box, b: Box): boolean => a.x < b.x + b.width + 4 && b.x < a.x + a.width + 4 && Math.abs(a.y - b.y) < LINE

/** Boxes by the line they stand on: one of a line overlaps only those of that line and the two beside it. */
class Taken {
  private readonly lines = new Map<number, Box[]>()

  add(box: Box): void {
    const line = Math.floor(box.y / LINE)
    const known = this.lines.get(line)
    if (known) known.push(box)
    else this.lines.set(line, [box])
  }

  leaves(box: Box): boolean {
    const line = Math.floor(box.y / LINE)
    return [line - 1, line, line + 1].every((each) => this.lines.get(each)?.every((other) => !overlap(box, other)) ?? true)
  }
}

/** Names of the agency in focus and of those outside the 99.8 % limits, the largest first, as far as they find room beside their dots. */
export function funnelNames(context: ChartContext, plot: FunnelPlot): Mark[] {
  const { slice, palette } = context
  const names = subjectNames(context)
  const dots = slice.observations.flatMap(({ subject, value, denominator }, at) =>
    value === null || (denominator ?? 0) < 1 ? [] : [{ subject, cases: denominator!, x: plot.x(denominator!), y: plot.y(value), outside: slice.funnel?.points[at]?.position.endsWith('99.8') === true }],
  )
  const wanted = dots.filter(({ subject, outside }) => outside || isFocused(context, subject)).sort((a, b) => Number(isFocused(context, b.subject)) - Number(isFocused(context, a.subject)) || b.cases - a.cases)
  const taken = new Taken()
  for (const { x, y } of dots) taken.add({ x: x - 4, y, width: 8 })
  return wanted.flatMap(({ subject, x, y }): Mark[] => {
    const text = fittedAmong(names[subject]!, names, SIZE, context.width < NARROW ? 130 : 240)
    const width = textWidth(text, SIZE)
    const places = [
      { x: x + AWAY, y, width },
      { x: x - AWAY - width, y, width },
      { x: x - width / 2, y: y - LINE, width },
      { x: x - width / 2, y: y + LINE, width },
    ]
    const place = places.find((each) => each.x >= plot.left && each.x + width <= plot.right && each.y > plot.top - 6 && each.y < plot.foot - 4 && taken.leaves(each))
    if (!place) return []
    taken.add(place)
    // Limits run through the names: they stand on plain ground.
    return [{ kind: 'rect', x: place.x - GROUND, y: place.y - LINE / 2, width: width + 2 * GROUND, height: LINE, fill: palette.background }, { kind: 'text', text, x: place.x, y: place.y, size: SIZE, colour: palette.text, bold: isFocused(context, subject) }]
  })
}
