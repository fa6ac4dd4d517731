import type { EChartsOption, LineSeriesOption, ScatterSeriesOption } from 'echarts'
import type { Slice } from '@/domain/slice'
import type { ChartContext } from './chart'
import { symbolOf, symbolSizeOf } from './doubts'
import { baseOption, EMPTY_HEIGHT, emptyOption, gridAt, NARROW } from './frame'
import { subjectNames } from './names'
import { decoration } from './paint'
import { isFocused } from './panel'
import { isUnranked, stripMarks } from './strip-marks'
import { textWidth } from './text'

/** Headings have more lines where there is little room. */
const topOf = (width: number): number => (width < 420 ? 98 : 66)
const GAP = 16
const LANE = 50
const RIGHT = 46
/** Dots of the lane stand so far apart, as far as there is room. */
const STEP = 9
/** So many of those that move most are in colour where no agency is in focus or named. */
const MOVERS = 3

/** Height of a strip: a line for every agency, and below them a lane for those not ranked. */
export const stripHeight = (slice: Slice, width: number): number => (slice.subjects.length === 0 ? EMPTY_HEIGHT : topOf(width) + Math.max(width < NARROW ? 220 : 260, Math.min(slice.subjects.length, 60) * GAP) + LANE)

/** Where definitions and places stand, in pixels. */
export interface Strip {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly foot: number
  readonly height: number
  /** The last place that anyone shown has. */
  readonly last: number
  readonly x: (column: number) => number
  readonly y: (place: number) => number
  readonly lane: number
  /** By subject. */
  readonly colours: readonly string[]
}

function stripOf(context: ChartContext): Strip {
  const { slice, width } = context
  const height = stripHeight(slice, width)
  const names = Math.max(...subjectNames(context).map((name) => textWidth(name, 11)))
  const left = Math.min(names + 56, Math.round(width * (width < NARROW ? 0.42 : 0.32)))
  const [right, foot] = [width - RIGHT, height - LANE]
  const top = topOf(width)
  const last = Math.max(2, ...slice.observations.map(({ rank }) => rank?.place ?? 0))
  const columns = Math.max(1, slice.indicators.length - 1)
  // Among many more ranked than shown, first places would huddle: the root spreads them.
  const along = (place: number): number => (last > slice.subjects.length * 1.5 ? Math.sqrt((place - 1) / (last - 1)) : (place - 1) / (last - 1))
  return { left, right, top, foot, height, last, lane: foot + LANE / 2 + 10, x: (column) => left + (column / columns) * (right - left), y: (place) => top + along(place) * (foot - top - 8), colours: coloursOf(context) }
}

/** How far an agency's place moves between definitions. */
function movement({ observations }: Slice, subject: number): number {
  const places = observations.flatMap((each) => (each.subject === subject ? (each.rank?.place ?? []) : []))
  return places.length < 2 ? 0 : Math.max(...places) - Math.min(...places)
}

/** Those named are in colour, or the one in focus, or those that move most; the rest grey. */
function coloursOf(context: ChartContext): string[] {
  const { slice, palette, selection } = context
  const all = slice.subjects.map((_, subject) => subject)
  if (selection.focus !== '') return all.map((subject) => (isFocused(context, subject) ? palette.accent : palette.quiet))
  const moving = all.filter((subject) => movement(slice, subject) > 0).sort((a, b) => movement(slice, b) - movement(slice, a)).slice(0, MOVERS)
  const chosen = selection.agency.length > 0 && all.length <= palette.series.length ? all : moving
  return all.map((subject) => (chosen.includes(subject) ? palette.series[chosen.indexOf(subject)]! : palette.quiet))
}

/** An agency's line through its places; a definition under which it has none parts it. Places are counted downwards, the axis runs upwards. */
function lineOf({ slice, palette, table }: ChartContext, strip: Strip, subject: number): LineSeriesOption {
  const colour = strip.colours[subject]!
  const strong = colour !== palette.quiet
  const data = slice.observations.flatMap((each, observation) => {
    if (each.subject !== subject) return []
    const column = slice.indicators.indexOf(each.indicator)
    if (isUnranked(each)) return [{ value: [column, null] }]
    return [{ value: [column, each.value === null ? null : strip.height - strip.y(each.rank!.place!)], observation, symbol: symbolOf(each), symbolSize: symbolSizeOf(each, strong ? 8 : 6), ...(each.missing ? { missing: each.missing } : {}) }]
  })
  return {
    type: 'line',
    id: table.agencies[slice.subjects[subject]!.agency]?.id ?? String(subject),
    symbol: 'circle',
    showSymbol: true,
    showAllSymbol: true,
    z: strong ? 5 : 3,
    lineStyle: { color: colour, width: strong ? 2.5 : 1.5 },
    itemStyle: { color: colour },
    data,
  } as LineSeriesOption
}

/** Those not ranked, beside each other in the lane under each definition. */
function laneSeries({ slice, palette }: ChartContext, strip: Strip): ScatterSeriesOption {
  const span = strip.right - strip.left
  const columns = Math.max(1, slice.indicators.length - 1)
  const data = slice.indicators.flatMap((indicator, column) => {
    const unranked = slice.observations.flatMap((each, observation) => (each.indicator === indicator && isUnranked(each) ? [{ each, observation }] : []))
    const step = Math.min(STEP, (span / columns / Math.max(1, unranked.length)) * 0.4)
    const start = column === 0 ? 0 : column === columns ? -(unranked.length - 1) : -(unranked.length - 1) / 2
    return unranked.map(({ each, observation }, at) => ({
      value: [column + ((start + at) * step * columns) / span, strip.height - strip.lane],
      observation,
      symbol: symbolOf(each),
      symbolSize: 6,
      itemStyle: { color: palette.background, borderColor: strip.colours[each.subject]!, borderWidth: 1.4 },
    }))
  })
  return { type: 'scatter', id: 'lane', z: 4, data } as ScatterSeriesOption
}

/** An agency's rank under each definition (the slice's indicators), first places at the top, a line an agency; those without a place are counted in a lane below. */
export function stripOption(context: ChartContext): EChartsOption {
  const { slice } = context
  if (slice.subjects.length === 0) return emptyOption(context)
  const strip = stripOf(context)
  const { under, over } = stripMarks(context, strip)
  return {
    ...baseOption(context),
    grid: gridAt(strip.left, 0, strip.right - strip.left, strip.height),
    xAxis: { type: 'value', show: false, min: 0, max: Math.max(1, slice.indicators.length - 1) },
    yAxis: { type: 'value', show: false, min: 0, max: strip.height },
    series: [decoration('frame', under, 1), ...slice.subjects.map((_, subject) => lineOf(context, strip, subject)), laneSeries(context, strip), decoration('ends', over, 6)],
  }
}
