import type { EChartsOption, ScatterSeriesOption } from 'echarts'
import type { Slice } from '@/domain/slice'
import { median } from '@/domain/statistics'
import type { ChartContext } from './chart'
import { symbolOf, symbolSizeOf } from './doubts'
import { numberText } from './format'
import { baseOption, EMPTY_HEIGHT, emptyOption, gridAt, NARROW } from './frame'
import { lookupIn, type Found } from './lookup'
import { decoration, type Mark } from './paint'
import { colourOf, isFocused } from './panel'
import { apart, labelledTicks, logTicks } from './scale'
import { fitted, textWidth } from './text'

const TOP = 26
const BOTTOM = 44
const LEFT = 44
const RIGHT = 26

const heightOf = (width: number): number => (width < NARROW ? 330 : 420)

/** Height of a cloud of dots. */
export const cloudHeight = (slice: Slice, width: number): number => (slice.subjects.length === 0 ? EMPTY_HEIGHT : heightOf(width))

interface Plot {
  readonly right: number
  readonly foot: number
  readonly ticks: readonly number[]
  readonly x: (volume: number) => number
  readonly y: (rate: number) => number
}

function plotOf({ width, slice }: ChartContext): Plot {
  const ticks = logTicks(slice.observations.flatMap(({ indicator, value }) => (indicator === slice.indicators[0] && value !== null && value >= 1 ? [value] : [])))
  const low = Math.log10(ticks[0]!)
  const right = width - RIGHT
  const foot = heightOf(width) - BOTTOM
  return { right, foot, ticks, x: (volume) => LEFT + ((Math.log10(volume) - low) / (Math.log10(ticks.at(-1)!) - low)) * (right - LEFT), y: (rate) => foot - (rate / 100) * (foot - TOP) }
}

interface Dot {
  readonly volume: Found
  readonly rate: Found
}

function dotsIn({ slice }: ChartContext): Dot[] {
  const find = lookupIn(slice)
  const [first, second] = slice.indicators
  return slice.subjects.flatMap((_, subject) => {
    const volume = find(subject, first!.id)
    const rate = find(subject, second!.id)
    return volume && rate ? [{ volume, rate }] : []
  })
}

/** A dot for the rate; a tick on the axis for the volume. What is not stated has a datum without a place. */
function seriesOf(context: ChartContext, dots: readonly Dot[]): ScatterSeriesOption[] {
  const { selection, palette } = context
  const drawable = ({ volume }: Dot): boolean => (volume.observation.value ?? 0) >= 1
  const point = (dot: Dot, found: Found, y: number | null) => ({ value: [drawable(dot) ? dot.volume.observation.value : null, y], observation: found.index, symbol: symbolOf(found.observation), symbolSize: symbolSizeOf(found.observation, 9), ...(found.observation.missing ? { missing: found.observation.missing } : {}) })
  const ticks = dots.map((dot) => ({ ...point(dot, dot.volume, drawable(dot) ? 0 : null), symbol: 'rect', symbolSize: [1.5, 7], itemStyle: { color: palette.axis } }))
  const rates = dots.map((dot) => {
    const colour = colourOf(context, dot.rate.observation.subject)
    const hollow = (dot.rate.observation.denominator ?? 0) < selection.n
    return { ...point(dot, dot.rate, dot.rate.observation.value), itemStyle: hollow ? { color: 'transparent', borderColor: colour, borderWidth: 1.4 } : { color: colour, opacity: 0.85 } }
  })
  return [
    { type: 'scatter', id: 'volume', symbol: 'rect', symbolSize: [1.5, 7], symbolOffset: [0, -3], z: 2, data: ticks },
    { type: 'scatter', id: 'rate', symbolSize: 9, z: 4, data: rates },
  ] as ScatterSeriesOption[]
}

function axisMarks({ palette, words, width }: ChartContext, plot: Plot): Mark[] {
  return [
    { kind: 'text', text: words.t('chart.volume-rate.y'), x: 0, y: 8, size: 11, colour: palette.muted },
    { kind: 'text', text: fitted(words.t('chart.volume-rate.x'), 11, width), x: plot.right, y: plot.foot + 34, align: 'right', size: 11, colour: palette.muted },
    ...[0, 25, 50, 75, 100].flatMap((rate): Mark[] => [
      { kind: 'line', from: [LEFT, plot.y(rate)], to: [plot.right, plot.y(rate)], colour: rate === 0 ? palette.axis : palette.grid },
      { kind: 'text', text: numberText(words, rate, 'percent'), x: LEFT - 6, y: plot.y(rate), align: 'right', size: 11, colour: palette.muted },
    ]),
    ...plot.ticks.map((volume): Mark => ({ kind: 'line', from: [plot.x(volume), TOP], to: [plot.x(volume), plot.foot], colour: palette.grid })),
    ...apart(labelledTicks(plot.ticks, plot.x), plot.x, (volume) => textWidth(words.number(volume), 11)).map((volume): Mark => ({ kind: 'text', text: words.number(volume), x: plot.x(volume), y: plot.foot + 14, align: 'center', size: 11, colour: palette.muted })),
  ]
}

function medianMarks({ palette, words }: ChartContext, plot: Plot, dots: readonly Dot[]): Mark[] {
  const placed = dots.filter(({ rate, volume }) => rate.observation.value !== null && (volume.observation.value ?? 0) >= 1)
  if (placed.length < 3) return []
  const volume = median(placed.map((dot) => dot.volume.observation.value!))
  const rate = median(placed.map((dot) => dot.rate.observation.value!))
  const text = words.t('chart.volume-rate.median', { volume: words.number(volume, 1), rate: numberText(words, rate, 'percent') })
  return [
    { kind: 'line', from: [plot.x(volume), TOP], to: [plot.x(volume), plot.foot], colour: palette.quiet, dashed: true },
    { kind: 'line', from: [LEFT, plot.y(rate)], to: [plot.right, plot.y(rate)], colour: palette.quiet, dashed: true },
    { kind: 'text', text, x: plot.right, y: 8, align: 'right', size: 11, colour: palette.muted },
  ]
}

function focusMarks(context: ChartContext, plot: Plot, dots: readonly Dot[]): Mark[] {
  const { slice, palette } = context
  const named = dots.filter(({ rate, volume }) => rate.observation.value !== null && (volume.observation.value ?? 0) >= 1 && (isFocused(context, rate.observation.subject) || slice.subjects.length <= 6))
  return named.map(({ rate, volume }): Mark => {
    const name = slice.subjects[rate.observation.subject]!.name
    const x = plot.x(volume.observation.value!)
    const left = x + 8 + textWidth(name, 11) > plot.right
    return { kind: 'text', text: name, x: left ? x - 8 : x + 8, y: plot.y(rate.observation.value!), align: left ? 'right' : 'left', size: 11, colour: palette.text }
  })
}

/** A dot an agency: its rate (the slice's second indicator) over its volume (the first) on a logarithmic axis, ticks for the volumes, medians as light lines. */
export function cloudOption(context: ChartContext): EChartsOption {
  if (context.slice.subjects.length === 0) return emptyOption(context)
  const plot = plotOf(context)
  const dots = dotsIn(context)
  return {
    ...baseOption(context),
    grid: gridAt(LEFT, TOP, plot.right - LEFT, plot.foot - TOP),
    xAxis: { type: 'log', show: false, min: plot.ticks[0]!, max: plot.ticks.at(-1)! },
    yAxis: { type: 'value', show: false, min: 0, max: 100 },
    series: [decoration('axes', [...axisMarks(context, plot), ...medianMarks(context, plot, dots)], 1), ...seriesOf(context, dots), decoration('names', focusMarks(context, plot, dots), 5)],
  }
}
