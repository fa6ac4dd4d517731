import type { BarSeriesOption, EChartsOption } from 'echarts'
import type { Observation, Slice } from '@/domain/slice'
import type { ChartContext } from './chart'
import { dotPanel } from './dots'
import { shareText, unitText } from './format'
import { baseOption, EMPTY_HEIGHT, emptyOption, frameOf, gridAt, labelMarks, metricsOf, rowsOf, type Frame } from './frame'
import { decoration, type Mark } from './paint'
import { colourOf, isSmall, missingSeries, placedIn, type Drawn, type Panel } from './panel'
import { textWidth, wrapped } from './text'

/** How columns of figures are drawn beside one axis of agencies. */
export interface ColumnsLook {
  /** Bars, or dots with their intervals. */
  readonly as: 'bars' | 'dots'
  /** Bars of one unit share their scale so that they compare across columns; else each column has its own. */
  readonly scale: 'own' | 'shared'
}

const GAP = 20
const LABEL_SIZE = 11
const MOST_ACROSS = 6

const headerOf = (look: ColumnsLook): number => (look.as === 'dots' ? 50 : 38)

const acrossOf = (look: ColumnsLook, narrow: boolean, columns: number): number => Math.min(columns, narrow ? (look.as === 'dots' ? 1 : 3) : look.as === 'dots' ? 3 : MOST_ACROSS)

/** Height of columns: what does not fit side by side stands in bands, one below the other. */
export function columnsHeight(slice: Slice, width: number, look: ColumnsLook): number {
  if (slice.subjects.length === 0) return EMPTY_HEIGHT
  const metrics = metricsOf(width)
  const bands = Math.ceil(slice.indicators.length / acrossOf(look, metrics.narrow, slice.indicators.length))
  return bands * (headerOf(look) + rowsOf(slice).length * metrics.row) + (bands - 1) * GAP + 6
}

/** Columns of figures side by side that share one axis of agencies, an indicator each. */
export function columnsOption(context: ChartContext, look: ColumnsLook): EChartsOption {
  const { slice } = context
  if (slice.subjects.length === 0) return emptyOption(context)
  const frame = frameOf(context)
  const panels = panelsOf(frame, slice.indicators.length, look)
  const tops = [...new Set(panels.map(({ top }) => top))]
  const drawn = panels.map((panel, at) => (look.as === 'bars' ? barPanel(context, frame, panel, at, look) : dotPanel(context, frame, panel, at)))
  return {
    ...baseOption(context),
    grid: panels.map(({ left, top, width }) => gridAt(left, top, width, frame.rows.length * frame.row)),
    yAxis: panels.map((_, at) => ({ type: 'category' as const, gridIndex: at, inverse: true, show: false, data: frame.rows.map((__, row) => String(row)) })),
    xAxis: drawn.map(({ min, max }, at) => ({ type: 'value' as const, gridIndex: at, show: false, min, max })),
    series: [
      decoration('labels', [...tops.flatMap((top) => labelMarks(context, frame, top)), ...headerMarks(context, panels, look), ...drawn.flatMap(({ under }) => under)], 1),
      ...drawn.flatMap(({ series }) => series),
    ],
  }
}

function panelsOf(frame: Frame, columns: number, look: ColumnsLook): Panel[] {
  const across = acrossOf(look, frame.narrow, columns)
  const gap = frame.narrow ? 10 : 20
  const width = (frame.width - frame.labelWidth - gap * (across - 1)) / across
  const header = headerOf(look)
  const band = header + frame.rows.length * frame.row + GAP
  return Array.from({ length: columns }, (_, at) => ({ indicator: at, left: frame.labelWidth + (at % across) * (width + gap), top: Math.floor(at / across) * band + header, width }))
}

/** Names of the columns, without the words all of them start with. */
function headings({ slice, words }: ChartContext): string[] {
  const names = slice.indicators.map((indicator) => words.name(indicator.label, indicator.id))
  const start = /^.+?(?:·|: )/.exec(names[0] ?? '')?.[0] ?? ''
  return start !== '' && names.length > 1 && names.every((name) => name.startsWith(start)) ? names.map((name) => name.slice(start.length)) : names
}

function headerMarks(context: ChartContext, panels: readonly Panel[], look: ColumnsLook): Mark[] {
  const { words, palette, slice } = context
  const names = headings(context)
  return panels.flatMap((panel) => {
    const unit = unitText(words, slice.indicators[panel.indicator]!.unit)
    const lines = wrapped(words.t('chart.heading', { name: names[panel.indicator]!, unit }), LABEL_SIZE, panel.width).slice(0, 2)
    const foot = panel.top - (look.as === 'dots' ? 20 : 8)
    return lines.map((line, at): Mark => ({ kind: 'text', text: line, x: panel.left, y: foot - (lines.length - 1 - at) * 14, vertical: 'bottom', size: LABEL_SIZE, colour: palette.muted }))
  })
}

function barPanel(context: ChartContext, frame: Frame, panel: Panel, at: number, look: ColumnsLook): Drawn {
  const { palette, words, slice } = context
  const placed = placedIn(context, frame, panel.indicator)
  const stated = placed.filter(({ observation }) => observation.value !== null)
  const texts = stated.map(({ observation }) => shareText(words, observation))
  const peers = peersOf(slice, panel.indicator, look)
  const reserved = Math.max(0, ...peers.map((peer) => textWidth(shareText(words, peer), LABEL_SIZE))) + 8
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
  const axis: Mark = { kind: 'line', from: [zero, panel.top], to: [zero, panel.top + frame.rows.length * frame.row], colour: palette.axis }
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
