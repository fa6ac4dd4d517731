import type { FigureId } from '../figure'
import type { Format } from '../formats'
import { SUM_CHECKS, sumsOf } from './sums'
import { figuresOfTerms, type SumSpec } from './term'

/** The sums of a format, and which of them a figure goes into. */
export interface Layout {
  readonly specs: readonly SumSpec[]
  readonly byFigure: ReadonlyMap<FigureId, readonly number[]>
}

function laidOut(format: Format): Layout {
  const sums = sumsOf(format)
  const specs = SUM_CHECKS.flatMap((check) => sums[check])
  const byFigure = new Map<FigureId, number[]>()
  specs.forEach(({ found, expected }, index) => {
    for (const figure of new Set(figuresOfTerms([...found, ...expected]))) {
      const known = byFigure.get(figure)
      if (known) known.push(index)
      else byFigure.set(figure, [index])
    }
  })
  return { specs, byFigure }
}

const layouts = new Map<string, Layout>()

/** The layout of a format; reckoned once. */
export function layoutOf(format: Format): Layout {
  let layout = layouts.get(format.id)
  if (!layout) layouts.set(format.id, (layout = laidOut(format)))
  return layout
}
