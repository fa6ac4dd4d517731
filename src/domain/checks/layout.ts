import type { FigureId } from '../figure'
import type { Format } from '../formats'
import { SUM_CHECKS, sumsOf } from './sums'
import { figuresOfTerms, type SumSpec } from './term'

/** The sums of a format, with every figure they may rest on at a place of its own. */
export interface Layout {
  readonly specs: readonly SumSpec[]
  readonly figures: readonly FigureId[]
  readonly placeOf: ReadonlyMap<FigureId, number>
  /** By place: the sums that the figure goes into. */
  readonly sumsAt: readonly (readonly number[])[]
}

function laidOut(format: Format): Layout {
  const sums = sumsOf(format)
  const specs = SUM_CHECKS.flatMap((check) => sums[check])
  const restingOn = specs.map(({ found, expected }) => new Set(figuresOfTerms([...found, ...expected])))
  const figures = [...new Set(specs.flatMap(({ table }, at) => [...restingOn[at]!, ...table]))]
  const sumsAt = figures.map((figure) => specs.flatMap((_, at) => (restingOn[at]!.has(figure) ? [at] : [])))
  return { specs, figures, placeOf: new Map(figures.map((figure, place) => [figure, place])), sumsAt }
}

const layouts = new Map<string, Layout>()

/** The layout of a format; reckoned once. */
export function layoutOf(format: Format): Layout {
  let layout = layouts.get(format.id)
  if (!layout) layouts.set(format.id, (layout = laidOut(format)))
  return layout
}
