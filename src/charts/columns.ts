import type { BarSeriesOption, EChartsOption } from 'echarts'
import { isShare } from '@/domain/definition'
import type { Indicator } from '@/domain/indicators'
import type { Observation, Slice } from '@/domain/slice'
import type { ChartContext } from './chart'
import { dotPanel } from './dots'
import { signed } from './doubts'
import { shareText, unitText } from './format'
import { baseOption, EMPTY_HEIGHT, emptyOption, footOf, frameOf, gridAt, labelMarks, liftOf, metricsOf, NARROW, rowsOf, type Frame } from './frame'
import { decoration, type Mark } from './paint'
import { colourOf, isSmall, missingSeries, placedIn, type Drawn, type Panel } from './panel'
import { textWidth, wrapped } from './text'

/** How columns of figures are drawn beside one axis of agencies. */
export interface ColumnsLook {
  /** Bars, or dots with their intervals; a share is always a dot with its interval. */
  readonly as: 'bars' | 'dots'
  /** Bars of one unit share their scale so that they compare across columns; else each column has its own. */
  readonly scale: 'own' | 'shared'
}

const GAP = 20
const LABEL_SIZE = 11
const MOST_ACROSS = 6

/** Lines a heading may take. */
const linesOf = (look: ColumnsLook, narrow: boolean): number => (narrow && look.as === 'bars' ? 3 : 2)

const isDotted = (look: ColumnsLook, indicator: Indicator | undefined): boolean => look.as === 'dots' || (indicator !== undefined && isShare(indicator, {}))

/** Dots have a scale above them. */
const headerOf = (look: ColumnsLook, narrow: boolean, { indicators }: Slice): number => (indicators.some((indicator) => isDotted(look, indicator)) ? 22 : 10) + 14 * linesOf(look, narrow) + liftOf(narrow)

/** How many columns stand side by side: as many as fit, in bands of even length. */
function acrossOf(look: ColumnsLook, narrow: boolean, columns: number): number {
  const most = look.as === 'dots' ? (narrow ? 1 : 3) : narrow ? 3 : MOST_ACROSS
  return Math.ceil(columns / Math.ceil(columns / most))
}

/** A rate stands with its n and needs more room than a count. */
const weightOf = (slice: Slice, indicator: number): number => (slice.indicators[indicator]?.kind === 'rate' ? 1.7 : 1)

/** Height of columns: what does not fit side by side stands in bands, one below the other. */
export function columnsHeight(slice: Slice, width: number, look: ColumnsLook): number {
  if (slice.subjects.length === 0) return EMPTY_HEIGHT
  const metrics = metricsOf(width)
  const bands = Math.ceil(slice.indicators.length / acrossOf(look, metrics.narrow, slice.indicators.length))
  return bands * (headerOf(look, metrics.narrow, slice) + rowsOf(slice).length * metrics.row) + (bands - 1) * GAP + 6
}

/** Columns of figures side by side that share one axis of agencies, an indicator each. */
export function columnsOption(context: ChartContext, look: ColumnsLook): EChartsOption {
  const { slice } = context
  if (slice.subjects.length === 0) return emptyOption(context)
  const frame = frameOf(context)
  const panels = panelsOf(slice, frame, look)
  const tops = [...new Set(panels.map(({ top }) => top))]
  const drawn = panels.map((panel, at) => (isDotted(look, slice.indicators[panel.indicator]) ? dotPanel(context, frame, panel, at) : barPanel(context, frame, panel, at, look)))
  return {
    ...baseOption(context),
    grid: panels.map(({ left, top, width }) => gridAt(left, top, width, frame.rows.length * frame.row)),
    yAxis: panels.map((_, at) => ({ type: 'category' as const, gridIndex: at, inverse: true, show: false, data: frame.rows.map((__, row) => String(row)) })),
    xAxis: drawn.map(({ min, max }, at) => ({ type: 'value' as const, gridIndex: at, show: false, min, max })),
    series: [
      decoration('labels', [...drawn.flatMap(({ under }) => under), ...headerMarks(context, panels, look), ...tops.flatMap((top) => labelMarks(context, frame, top))], 1),
      ...drawn.flatMap(({ series }) => series),
    ],
  }
}

function panelsOf(slice: Slice, frame: Frame, look: ColumnsLook): Panel[] {
  const columns = slice.indicators.map((_, at) => at)
  const across = acrossOf(look, frame.narrow, columns.length)
  const gap = frame.narrow ? 10 : 20
  const space = frame.width - frame.labelWidth
  const header = headerOf(look, frame.narrow, slice)
  const height = header + frame.rows.length * frame.row + GAP
  const bands = Array.from({ length: Math.ceil(columns.length / across) }, (_, band) => columns.slice(band * across, (band + 1) * across))
  // One pixel must mean the same in every band, so the fullest one sets the width of a count.
  const count = Math.min(...bands.map((band) => (space - gap * (band.length - 1)) / band.reduce((sum, indicator) => sum + weightOf(slice, indicator), 0)))
  return bands.flatMap((band, at) => {
    let left = frame.labelWidth
    return band.map((indicator, i): Panel => {
      const last = i === band.length - 1 && weightOf(slice, indicator) !== 1
      const width = last ? frame.width - left : count * weightOf(slice, indicator)
      const panel = { indicator, left, top: at * height + header, width }
      left += width + gap
      return panel
    })
  })
}

/** Names of the columns, without the words all of them start or end with: the title says those. */
function headings({ slice, words }: ChartContext): string[] {
  const names = slice.indicators.map((indicator) => words.name(indicator.label, indicator.id))
  if (names.length < 2) return names
  const start = /^.+?(?:·|: )/.exec(names[0]!)?.[0] ?? ''
  if (start !== '' && names.every((name) => name.startsWith(start))) return names.map((name) => name.slice(start.length))
  const end = /(?:·|: ).+$/.exec(names[0]!)?.[0] ?? ''
  return end !== '' && names.every((name) => name.endsWith(end)) ? names.map((name) => name.slice(0, -end.length)) : names
}

function headerMarks(context: ChartContext, panels: readonly Panel[], look: ColumnsLook): Mark[] {
  const { words, palette, slice } = context
  const names = headings(context)
  return panels.flatMap((panel) => {
    const unit = unitText(words, slice.indicators[panel.indicator]!.unit)
    const name = names[panel.indicator]!
    // A name that says what it counts does not say it twice.
    const heading = name.toLowerCase().endsWith(unit.toLowerCase()) ? name : words.t('chart.heading', { name, unit })
    const lines = wrapped(heading, LABEL_SIZE, panel.width).slice(0, linesOf(look, context.width < NARROW))
    const foot = panel.top - (isDotted(look, slice.indicators[panel.indicator]) ? 20 : 8) - liftOf(context.width < NARROW)
    return lines.map((line, at): Mark => ({ kind: 'text', text: line, x: panel.left, y: foot - (lines.length - 1 - at) * 14, vertical: 'bottom', size: LABEL_SIZE, colour: palette.muted }))
  })
}

function barPanel(context: ChartContext, frame: Frame, panel: Panel, at: number, look: ColumnsLook): Drawn {
  const { palette, words, slice } = context
  const placed = placedIn(context, frame, panel.indicator)
  const stated = placed.filter(({ observation }) => observation.value !== null)
  const textOf = (observation: Observation): string => signed(shareText(words, observation), observation)
  const texts = stated.map(({ observation }) => textOf(observation))
  const peers = peersOf(slice, panel.indicator, look)
  const reserved = Math.max(0, ...peers.map((peer) => textWidth(textOf(peer), LABEL_SIZE))) + 8
  const { min, max } = scaleOf(peers.map(({ value }) => value!), reserved, panel.width)
  const zero = panel.left + (-min / (max - min)) * panel.width
  const series: BarSeriesOption = {
    type: 'bar',
    id: slice.indicators[panel.indicator]!.id,
    xAxisIndex: at,
    yAxisIndex: at,
    barWidth: frame.bar,
    label: { show: true, fontSize: LABEL_SIZE, color: palette.text, distance: 5 },
    data: stated.map((each, i) => {
      const colour = colourOf(context, each.observation.subject)
      const below = each.observation.value! < 0
      return {
        value: [each.observation.value!, each.row],
        observation: each.index,
        label: { formatter: texts[i]!, position: below ? 'left' : 'right' },
        itemStyle: isSmall(context, each) ? { color: 'transparent', borderColor: colour, borderWidth: 1.2 } : { color: colour },
      }
    }),
  }
  const axis: Mark = { kind: 'line', from: [zero, panel.top], to: [zero, footOf(frame, panel.top)], colour: palette.axis }
  return { min, max, under: frame.narrow ? [] : [axis], series: [series, missingSeries(context, frame, panel, placed, zero)] }
}

/** The stated figures that share the column's scale. */
const peersOf = (slice: Slice, indicator: number, look: ColumnsLook): Observation[] => {
  const own = slice.indicators[indicator]!
  return slice.observations.filter(({ indicator: each, value }) => value !== null && (each === own || (look.scale === 'shared' && each.unit === own.unit)))
}

/** From zero to the largest value, with room for a label of `reserved` pixels at its end; below zero where there are negative values. */
function scaleOf(values: readonly number[], reserved: number, width: number): { min: number; max: number } {
  const high = Math.max(0, ...values)
  const low = Math.min(0, ...values)
  const room = Math.max(width - reserved * (low < 0 ? 2 : 1), width * 0.2)
  const perPixel = (high - low || 1) / room
  const min = low < 0 ? low - reserved * perPixel : 0
  return { min, max: min + width * perPixel }
}
