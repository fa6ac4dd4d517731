import type { EChartsOption, LineSeriesOption } from 'echarts'
import type { Observation, Slice } from '@/domain/slice'
import type { ChartContext } from './chart'
import { mixed } from './colour'
import { signed, symbolOf, symbolSizeOf } from './doubts'
import { numberText, unitText } from './format'
import { breakMarks, partedMarks } from './breaks'
import { baseOption, EMPTY_HEIGHT, emptyOption, gridAt, NARROW } from './frame'
import { lineColour, type LinesPlot } from './lines-plot'
import { fittedAmong, subjectNames } from './names'
import { decoration, type Mark } from './paint'
import { isFocused } from './panel'
import { niceTicks, spread } from './scale'
import { textWidth } from './text'

const TOP = 40
const BOTTOM = 26
const GAP = 15
/** So many lines can carry intervals. */
const FEW = 3

/** Height of lines over years: room for a label at every line's end. */
export const linesHeight = (slice: Slice, width: number): number =>
  slice.subjects.length === 0 || slice.years.length === 0 ? EMPTY_HEIGHT : Math.max(width < NARROW ? 280 : 340, TOP + BOTTOM + 20 + Math.min(slice.subjects.length, 30) * GAP)

/** A line per agency over the years: gaps stay gaps, a line joins only what may be compared, single years are dots, names stand at the ends. */
export function linesOption(context: ChartContext): EChartsOption {
  const { slice, words, width, palette, table } = context
  if (slice.subjects.length === 0 || slice.years.length === 0) return emptyOption(context)
  const plot = plotOf(context)
  const series = slice.subjects.map(({ agency }, subject): LineSeriesOption => {
    const colour = lineColour(context, subject)
    const focused = isFocused(context, subject)
    return {
      type: 'line',
      id: table.agencies[agency]?.id ?? String(subject),
      symbol: 'circle',
      symbolSize: 7,
      showSymbol: true,
      showAllSymbol: true,
      connectNulls: false,
      z: focused ? 5 : 3,
      lineStyle: { width: focused ? 3 : 2, color: colour },
      itemStyle: { color: colour },
      data: pointsOf(context, subject),
    }
  })
  const ticks = plot.ticks
  const unit = slice.indicators[0]!.unit
  const header: Mark = { kind: 'text', text: unitText(words, unit), x: 0, y: 10, size: 11, colour: palette.muted }
  return {
    ...baseOption(context),
    grid: gridAt(plot.left, TOP, plot.width, plot.height),
    xAxis: { type: 'value', show: false, min: slice.years[0]! - 0.5, max: slice.years.at(-1)! + 0.5 },
    yAxis: { type: 'value', show: false, min: ticks[0]!, max: ticks.at(-1)! },
    series: [decoration('axes', [header, ...axisMarks(context, plot), ...breakMarks(context, plot), ...intervalMarks(context, plot)], 1), ...series, decoration('ends', [...partedMarks(context, plot), ...endMarks(context, plot, width)], 4)],
  }
}

function plotOf(context: ChartContext): LinesPlot {
  const { slice, words, width } = context
  const values = slice.observations.flatMap((observation) => (observation.value === null ? [] : hasInterval(context, observation) ? [observation.low!, observation.high!] : [observation.value]))
  const unit = slice.indicators[0]!.unit
  const ticks = niceTicks(Math.min(0, ...values), Math.max(0, ...values), 4, slice.indicators[0]!.kind !== 'rate' && values.every(Number.isInteger))
  const left = Math.max(...ticks.map((tick) => textWidth(numberText(words, tick, unit), 11))) * 1.15 + 12
  const names = subjectNames(context)
  const years = [...lastOf(slice).values()].some(({ year }) => year !== slice.years.at(-1)) ? textWidth(words.t('chart.lines.ended', { value: '', year: '0000' }), 12) : 0
  const right = Math.min(Math.max(...names.map((name) => textWidth(name, 12))) + textWidth('  0000', 12), Math.round(width * (width < NARROW ? 0.36 : 0.28))) + years + 14
  const plotWidth = Math.max(60, width - left - right)
  const height = linesHeight(slice, width) - TOP - BOTTOM
  const from = slice.years[0]! - 0.5
  const span = slice.years.at(-1)! + 0.5 - from
  const low = ticks[0]!
  const high = ticks.at(-1)!
  return { top: TOP, left, width: plotWidth, height, ticks, x: (year) => left + ((year - from) / span) * plotWidth, y: (value) => TOP + (1 - (value - low) / (high - low)) * height }
}

function pointsOf(context: ChartContext, subject: number): LineSeriesOption['data'] {
  const colour = lineColour(context, subject)
  return context.slice.observations.flatMap((observation, index) => {
    if (observation.subject !== subject) return []
    const hollow = observation.low !== null && (observation.denominator ?? 0) < context.selection.n
    const datum = { value: [observation.year, observation.value ?? null], observation: index, symbol: symbolOf(observation), symbolSize: symbolSizeOf(observation, 7), ...(observation.missing ? { missing: observation.missing } : {}), ...(hollow ? { itemStyle: { color: context.palette.background, borderColor: colour, borderWidth: 1.6 } } : {}) }
    // An empty point of no observation keeps years apart that may not be joined.
    return observation.joined ? [datum] : [{ value: [observation.year - 0.5, null] }, datum]
  }) as LineSeriesOption['data']
}

function axisMarks({ palette, slice, words }: ChartContext, plot: LinesPlot): Mark[] {
  const unit = slice.indicators[0]!.unit
  const step = Math.max(1, Math.ceil(36 / (plot.width / slice.years.length)))
  const right = plot.left + plot.width
  return [
    ...plot.ticks.flatMap((tick): Mark[] => [
      { kind: 'line', from: [plot.left, plot.y(tick)], to: [right, plot.y(tick)], colour: tick === 0 ? palette.axis : palette.grid },
      { kind: 'text', text: numberText(words, tick, unit), x: plot.left - 8, y: plot.y(tick), align: 'right', size: 11, colour: palette.muted },
    ]),
    ...slice.years
      .filter((_, at) => (slice.years.length - 1 - at) % step === 0)
      .map((year): Mark => ({ kind: 'text', text: String(year), x: plot.x(year), y: TOP + plot.height + 14, align: 'center', size: 11, colour: palette.muted })),
  ]
}

/** Intervals of rates are drawn where they can be told apart: of the agency in focus, or of a few. */
function hasInterval(context: ChartContext, { subject, low }: Observation): boolean {
  const few = new Set(context.slice.observations.flatMap((each) => (each.value === null ? [] : [each.subject]))).size <= FEW
  return low !== null && (few || isFocused(context, subject))
}

function intervalMarks(context: ChartContext, plot: LinesPlot): Mark[] {
  return context.slice.observations
    .filter((observation) => hasInterval(context, observation))
    .map(({ subject, year, low, high }): Mark => ({ kind: 'line', from: [plot.x(year), plot.y(low!)], to: [plot.x(year), plot.y(high!)], colour: mixed(lineColour(context, subject), context.palette.background, 0.45), width: 1.5 }))
}

/** The last number of each line. */
function lastOf({ observations }: Slice): ReadonlyMap<number, Observation> {
  const last = new Map<number, Observation>()
  for (const observation of observations) if (observation.value !== null) last.set(observation.subject, observation)
  return last
}

/** Names and last numbers at the right; of a line that ends before the last year its year, too: all names stand beside the last one. */
function endMarks(context: ChartContext, plot: LinesPlot, width: number): Mark[] {
  const { slice, words } = context
  const names = subjectNames(context)
  const fitting = [...lastOf(slice).values()].slice(0, Math.max(1, Math.floor(plot.height / GAP)))
  const at = spread(fitting.map(({ value }) => plot.y(value!)), GAP, TOP, TOP + plot.height)
  const left = plot.left + plot.width
  return fitting.flatMap((observation, i): Mark[] => {
    const colour = lineColour(context, observation.subject)
    const number = signed(numberText(words, observation.value!, observation.indicator.unit), observation)
    const value = observation.year === slice.years.at(-1) ? number : words.t('chart.lines.ended', { value: number, year: String(observation.year) })
    const room = width - left - 12
    const name = fittedAmong(names[observation.subject]!, names, 12, room - textWidth(` ${value}`, 12))
    const ink = colour === context.palette.quiet ? context.palette.muted : mixed(colour, context.palette.text, 0.2)
    return [
      { kind: 'line', from: [left - 2, plot.y(observation.value!)], to: [left + 7, at[i]!], colour: context.palette.axis },
      { kind: 'text', text: `${name} ${value}`, x: left + 10, y: at[i]!, size: 12, colour: ink, bold: isFocused(context, observation.subject) },
    ]
  })
}
