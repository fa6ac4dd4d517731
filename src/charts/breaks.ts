import { formatOf } from '@/domain/formats'
import type { ChartContext } from './chart'
import { lineColour, type LinesPlot } from './lines-plot'
import type { Mark } from './paint'
import { textWidth } from './text'

interface Break {
  readonly year: number
  readonly text: string
}

const LEVEL = 12
const SIZE = 10

/** The years in which the first of the agencies takes up a newer report format of a family than was in use before. */
function formatBreaks({ slice, table, words }: ChartContext): (Break & { readonly id: string })[] {
  const first = new Map<string, number>()
  for (const { row, year } of slice.observations) if (row >= 0) first.set(table.formatOf(row), Math.min(first.get(table.formatOf(row)) ?? year, year))
  const used = [...first].map(([id, year]) => ({ id, year, format: formatOf(id) }))
  const isTakenUp = ({ year, format }: (typeof used)[number]): boolean => used.some((other) => other.year < year && format !== undefined && other.format?.family === format.family && other.format.from < format.from)
  return used.filter(isTakenUp).map(({ id, year, format }) => ({ id, year, text: words.name(format?.label ?? { zh: id, en: id }, id) }))
}

/** Format changes, each with whether it parts a line; then the years and reasons that part a line otherwise. */
function breaksOf(context: ChartContext): Break[] {
  const { slice, table, words } = context
  const parted = slice.observations.filter(({ apart }) => apart !== null)
  const formats = formatBreaks(context).map(({ id, year, text }) => ({ year, text: parted.some(({ apart, row }) => apart === 'format' && table.formatOf(row) === id) ? words.t('chart.break.parted', { text }) : text }))
  const others = parted.filter(({ apart, year }) => apart !== 'format' || !formats.some((each) => each.year === year)).map(({ apart, year }) => ({ year, text: words.t(`chart.break.${apart}`) }))
  return [...formats, ...others].filter((each, at, all) => all.findIndex(({ year, text }) => year === each.year && text === each.text) === at).sort((a, b) => a.year - b.year)
}

/** A dashed line with words where the report format changes, or where a line is not drawn on and why. */
export function breakMarks(context: ChartContext, plot: LinesPlot): Mark[] {
  const { palette } = context
  return breaksOf(context).flatMap(({ year, text }, at): Mark[] => {
    const x = plot.x(year - 0.5)
    const y = plot.top - LEVEL + 2 - (at % 3) * LEVEL
    const start = Math.max(plot.left, Math.min(x + 4, plot.left + plot.width - textWidth(text, SIZE)))
    return [
      { kind: 'line', from: [x, y], to: [x, plot.top + plot.height], colour: palette.axis, dashed: true },
      { kind: 'text', text, x: start, y, size: SIZE, colour: palette.muted },
    ]
  })
}

const SLANT = 3

/** Two strokes between two points of an agency that may not be joined. */
export function partedMarks(context: ChartContext, plot: LinesPlot): Mark[] {
  const { observations } = context.slice
  return observations.flatMap((observation, at): Mark[] => {
    if (observation.apart === null) return []
    const x = plot.x(observation.year - 0.5)
    const y = (plot.y(observations[at - 1]!.value!) + plot.y(observation.value!)) / 2
    const colour = lineColour(context, observation.subject)
    return [-2.5, 2.5].map((shift) => ({ kind: 'line', from: [x + shift - SLANT, y + 6], to: [x + shift + SLANT, y - 6], colour, width: 1.5 }))
  })
}
