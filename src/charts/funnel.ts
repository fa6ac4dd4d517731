import type { EChartsOption, LineSeriesOption, ScatterSeriesOption } from 'echarts'
import { limitsAt } from '@/domain/funnel'
import type { Slice } from '@/domain/slice'
import type { ChartContext } from './chart'
import { symbolOf, symbolSizeOf } from './doubts'
import { numberText } from './format'
import { baseOption, EMPTY_HEIGHT, emptyOption, gridAt, NARROW } from './frame'
import { funnelNames } from './funnel-names'
import { decoration, type Mark } from './paint'
import { isFocused } from './panel'
import { apart, labelledTicks, logTicks, niceTicks, spread } from './scale'
import { fitted, textWidth } from './text'

const TOP = 26
const BOTTOM = 44
const SIZE = 11
const STEPS = 90

const heightOf = (width: number): number => (width < NARROW ? 340 : 430)

/** Height of a funnel. */
export const funnelHeight = (slice: Slice, width: number): number => (slice.subjects.length === 0 ? EMPTY_HEIGHT : heightOf(width))

/** Where numbers of cases and rates stand, in pixels. */
export interface FunnelPlot {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly foot: number
  readonly cases: readonly number[]
  readonly rates: readonly number[]
  readonly x: (cases: number) => number
  readonly y: (rate: number) => number
}

function plotOf({ width, slice, words }: ChartContext): FunnelPlot {
  const stated = slice.observations.filter(({ value, denominator }) => value !== null && (denominator ?? 0) >= 1)
  const cases = logTicks(stated.map(({ denominator }) => denominator!))
  const values = [...stated.map(({ value }) => value!), ...(typeof slice.funnel?.centre === 'number' ? [slice.funnel.centre] : [])]
  const rates = values.length === 0 ? [0, 50, 100] : niceTicks(Math.min(...values), Math.max(...values), 5, false).filter((tick) => tick >= 0 && tick <= 100)
  const left = Math.max(...rates.map((rate) => textWidth(numberText(words, rate, 'percent'), SIZE))) + 10
  const right = width - textWidth('99.8%', SIZE) - 10
  const foot = heightOf(width) - BOTTOM
  const [least, most] = [Math.log10(cases[0]!), Math.log10(cases.at(-1)!)]
  const [low, high] = [rates[0]!, rates.at(-1)!]
  return { left, right, top: TOP, foot, cases, rates, x: (n) => left + ((Math.log10(n) - least) / (most - least)) * (right - left), y: (rate) => foot - ((rate - low) / (high - low)) * (foot - TOP) }
}

/** The limits at whole numbers of cases, evenly spread on the logarithmic axis, and at those of every dot: a dot lies on that side of the line where it is said to lie. */
function limitsAlong({ slice }: ChartContext, { cases }: FunnelPlot, centre: number): ({ readonly n: number } & ReturnType<typeof limitsAt>)[] {
  const [least, most] = [Math.log10(Math.max(1, cases[0]!)), Math.log10(cases.at(-1)!)]
  const known = new Map(slice.observations.flatMap(({ denominator }, at) => (slice.funnel?.points[at] && denominator! >= 1 ? [[Math.round(denominator!), slice.funnel.points[at]] as const] : [])))
  const steps = Array.from({ length: STEPS + 1 }, (_, at) => Math.round(10 ** (least + ((most - least) * at) / STEPS)))
  return [...new Set([...steps, ...known.keys()])].sort((a, b) => a - b).map((n) => ({ n, ...(known.get(n) ?? limitsAt(centre, n)) }))
}

/** The centre and the four limits as lines that stand for no figure. */
function limitSeries(context: ChartContext, plot: FunnelPlot): LineSeriesOption[] {
  const { palette, slice } = context
  const centre = slice.funnel?.centre
  if (typeof centre !== 'number') return []
  const along = limitsAlong(context, plot, centre)
  const line = (id: string, value: (point: (typeof along)[number]) => number, dashed: boolean, colour: string): LineSeriesOption => ({
    type: 'line',
    id,
    silent: true,
    showSymbol: false,
    z: 2,
    lineStyle: { color: colour, width: dashed ? 1 : 1.3, type: dashed ? [4, 3] : 'solid' },
    data: along.map((point) => [point.n, value(point)]),
  })
  return [
    line('centre', () => centre, false, palette.text),
    line('inner-low', ({ inner }) => inner.low, true, palette.muted),
    line('inner-high', ({ inner }) => inner.high, true, palette.muted),
    line('outer-low', ({ outer }) => outer.low, false, palette.muted),
    line('outer-high', ({ outer }) => outer.high, false, palette.muted),
  ]
}

/** A dot an agency; outside the 99.8 % limits in full colour. What is not stated has a datum without a place. */
function dotSeries(context: ChartContext): ScatterSeriesOption {
  const { slice, palette, selection } = context
  const data = slice.observations.map((observation, index) => {
    const drawable = observation.value !== null && (observation.denominator ?? 0) >= 1
    const outside = slice.funnel?.points[index]?.position.endsWith('99.8') === true
    const colour = isFocused(context, observation.subject) || (outside && selection.focus === '') ? palette.accent : palette.quiet
    const hollow = (observation.denominator ?? 0) < selection.n
    return {
      value: [drawable ? observation.denominator : null, drawable ? observation.value : null],
      observation: index,
      ...(observation.missing ? { missing: observation.missing } : {}),
      symbol: symbolOf(observation),
      symbolSize: symbolSizeOf(observation, outside ? 9 : 7.5),
      itemStyle: hollow ? { color: palette.background, borderColor: colour, borderWidth: 1.4 } : { color: colour, borderColor: palette.background, borderWidth: 0.6 },
    }
  })
  return { type: 'scatter', id: 'rate', z: 4, data } as ScatterSeriesOption
}

function axisMarks({ palette, words, slice, width }: ChartContext, plot: FunnelPlot): Mark[] {
  const indicator = slice.indicators[0]!
  const text = { kind: 'text' as const, size: SIZE, colour: palette.muted }
  return [
    { ...text, text: fitted(words.name(indicator.label, indicator.id), SIZE, width), x: 0, y: 8 },
    { ...text, text: fitted(words.t('chart.funnel.x'), SIZE, width), x: plot.right, y: plot.foot + 34, align: 'right' },
    ...plot.rates.flatMap((rate): Mark[] => [
      { kind: 'line', from: [plot.left, plot.y(rate)], to: [plot.right, plot.y(rate)], colour: palette.grid },
      { ...text, text: numberText(words, rate, 'percent'), x: plot.left - 6, y: plot.y(rate), align: 'right' },
    ]),
    { kind: 'line', from: [plot.left, plot.foot], to: [plot.right, plot.foot], colour: palette.axis },
    ...apart(labelledTicks(plot.cases, plot.x), (n) => plot.x(n), (n) => textWidth(words.number(n), SIZE)).flatMap((n): Mark[] => [
      { kind: 'line', from: [plot.x(n), plot.foot], to: [plot.x(n), plot.foot + 4], colour: palette.axis },
      { ...text, text: words.number(n), x: plot.x(n), y: plot.foot + 14, align: 'center' },
    ]),
  ]
}

/** What the lines are, at their right ends; those outside the drawing stay unnamed. */
function lineNames({ palette, slice, words }: ChartContext, plot: FunnelPlot): Mark[] {
  const centre = slice.funnel?.centre
  if (typeof centre !== 'number') return []
  const { inner, outer } = limitsAt(centre, plot.cases.at(-1)!)
  const ends = [
    { at: outer.high, text: '99.8%' },
    { at: inner.high, text: '95%' },
    { at: centre, text: numberText(words, centre, 'percent'), bold: true },
    { at: inner.low, text: '95%' },
    { at: outer.low, text: '99.8%' },
  ]
  const places = spread(ends.map(({ at }) => plot.y(at)), 12, plot.top, plot.foot)
  return ends.map(({ text, bold = false }, i): Mark => ({ kind: 'text', text, x: plot.right + 5, y: places[i]!, size: 10, bold, colour: bold ? palette.text : palette.muted }))
}

/** Rates over numbers of cases (logarithmic), the overall rate as the centre line, 95 % (dashed) and 99.8 % (full) control limits round it. */
export function funnelOption(context: ChartContext): EChartsOption {
  if (context.slice.subjects.length === 0) return emptyOption(context)
  const plot = plotOf(context)
  return {
    ...baseOption(context),
    grid: gridAt(plot.left, TOP, plot.right - plot.left, plot.foot - TOP),
    xAxis: { type: 'log', show: false, min: plot.cases[0]!, max: plot.cases.at(-1)! },
    yAxis: { type: 'value', show: false, min: plot.rates[0]!, max: plot.rates.at(-1)! },
    series: [decoration('axes', [...axisMarks(context, plot), ...lineNames(context, plot)], 1), ...limitSeries(context, plot), decoration('names', funnelNames(context, plot), 3), dotSeries(context)],
  }
}
