import type { BarSeriesOption, EChartsOption } from 'echarts'
import type { ChartContext } from './chart'
import { inkOn } from './colour'
import { reasonText } from './format'
import { gridAt, middleOf, type Metrics } from './frame'
import type { Found } from './lookup'
import { decoration, painted, type Mark, type Shape } from './paint'
import { textWidth } from './text'

/** A part of a stacked bar: its length on the axis, null where it is not stated. */
export interface StackPart {
  readonly found: Found
  readonly amount: number | null
  readonly colour: string
  readonly hatched?: boolean
}

export interface StackBar {
  readonly row: number
  /** In drawing order. */
  readonly parts: readonly StackPart[]
  /** What the parts add up to when all are stated; null where that is not known. */
  readonly whole: number | null
  /** Words at the right of the bar. */
  readonly end: string
}

/** Stacked bars on one axis, in pixels of the drawing. */
export interface StackPanel {
  readonly id: string
  readonly left: number
  readonly top: number
  readonly width: number
  readonly rows: number
  readonly bars: readonly StackBar[]
}

export interface StackLook {
  /** The axis ends at 100, at the longest bar of the panel, or at the longest of all panels. */
  readonly until: 'hundred' | 'own'
  /** The number inside a part that is wide enough for it. */
  readonly inside: (amount: number) => string
}

const LABEL = 11
const PIECE = 10
const ROOM = 7

const knownSum = (bar: StackBar): number => bar.parts.reduce((sum, { amount }) => sum + (amount ?? 0), 0)

/** The grids, axes and series of stacked bars. A part that is not stated is a hatched piece, of what is left of the whole where the whole is known, never a length of its own. */
export function stackDrawing(context: ChartContext, metrics: Metrics, panels: readonly StackPanel[], look: StackLook): Required<Pick<EChartsOption, 'grid' | 'xAxis' | 'yAxis' | 'series'>> {
  const scales = panels.map((panel) => scaleOf(panel, look))
  return {
    grid: panels.map(({ left, top, width, rows }) => gridAt(left, top, width, rows * metrics.row)),
    xAxis: scales.map(({ max }, at) => ({ type: 'value' as const, gridIndex: at, show: false, min: 0, max })),
    yAxis: panels.map(({ rows }, at) => ({ type: 'category' as const, gridIndex: at, inverse: true, show: false, data: Array.from({ length: rows }, (_, row) => String(row)) })),
    series: panels.flatMap((panel, at) => [...partSeries(panel, at, metrics, look, scales[at]!.perUnit), piecesOf(context, panel, metrics, scales[at]!.perUnit), endsOf(context, panel, metrics, look, scales[at]!.perUnit)]),
  }
}

function scaleOf(panel: StackPanel, look: StackLook): { max: number; perUnit: number } {
  const reserved = Math.max(0, ...panel.bars.map(({ end }) => textWidth(end, LABEL))) + ROOM + 2
  const pieces = look.until === 'own' ? Math.max(0, ...panel.bars.map(({ parts }) => parts.filter(({ amount }) => amount === null).length)) * PIECE : 0
  const longest = Math.max(look.until === 'hundred' ? 100 : 0, ...panel.bars.map(knownSum), ...(look.until === 'own' ? panel.bars.map(({ whole }) => whole ?? 0) : [])) || 1
  const perUnit = Math.max(panel.width - reserved - pieces, panel.width * 0.3) / longest
  return { max: panel.width / perUnit, perUnit }
}

function partSeries(panel: StackPanel, at: number, metrics: Metrics, look: StackLook, perUnit: number): BarSeriesOption[] {
  const depth = Math.max(0, ...panel.bars.map(({ parts }) => parts.length))
  return Array.from({ length: depth }, (_, k): BarSeriesOption => ({
    type: 'bar',
    id: `${panel.id}-${k}`,
    stack: panel.id,
    xAxisIndex: at,
    yAxisIndex: at,
    barWidth: metrics.bar + 2,
    label: { show: true, position: 'inside', fontSize: LABEL },
    data: panel.bars.flatMap(({ parts, row }) => {
      const part = parts[k]
      if (!part || part.amount === null) return []
      const text = look.inside(part.amount)
      const fits = part.amount * perUnit >= textWidth(text, LABEL) + 4
      return [
        {
          value: [part.amount, row],
          observation: part.found.index,
          itemStyle: { color: part.colour, ...(part.hatched ? { decal: { symbol: 'rect', color: inkOn(part.colour), dashArrayX: [1, 0] as [number, number], dashArrayY: [1.2, 4.5] as [number, number], rotation: -Math.PI / 4 } } : {}) },
          label: { show: fits && !part.hatched, formatter: text, color: inkOn(part.colour) },
        },
      ]
    }),
  }))
}

function piecesOf(context: ChartContext, panel: StackPanel, metrics: Metrics, perUnit: number): ReturnType<typeof painted> {
  return painted(`${panel.id}-missing`, panel.bars.flatMap((bar) => pieces(context, panel, bar, metrics, perUnit)))
}

function pieces({ palette, words }: ChartContext, panel: StackPanel, bar: StackBar, metrics: Metrics, perUnit: number): Shape[] {
  const missing = bar.parts.filter(({ amount }) => amount === null)
  const known = knownSum(bar)
  const nothing = missing.length === bar.parts.length
  const left = nothing || bar.whole === null ? 0 : Math.max(0, bar.whole - known) * perUnit
  const width = left >= 2 ? left / missing.length : PIECE
  const start = panel.left + known * perUnit + (left >= 2 || nothing ? 0 : 2)
  const y = middleOf(metrics, panel.top, bar.row)
  const height = metrics.bar + 1
  return missing.map(({ found }, at): Shape => {
    const reason = found.observation.missing ?? 'not-known'
    const box: Mark = { kind: 'rect', x: start + at * width, y: y - height / 2, width, height, stroke: palette.missing, hatched: true }
    const last = nothing && at === missing.length - 1
    return { observation: found.index, value: null, missing: reason, marks: last ? [box, { kind: 'text', text: reasonText(words, reason), x: start + missing.length * width + 6, y, size: LABEL, colour: palette.muted }] : [box] }
  })
}

/** The words at the end: in one column for shares, behind each bar for counts. */
function endsOf({ palette }: ChartContext, panel: StackPanel, metrics: Metrics, look: StackLook, perUnit: number): ReturnType<typeof painted> {
  const marks = panel.bars.flatMap((bar): Mark[] => {
    if (bar.end === '') return []
    const y = middleOf(metrics, panel.top, bar.row)
    if (look.until === 'hundred') return [{ kind: 'text', text: bar.end, x: panel.left + panel.width, y, align: 'right', size: LABEL, colour: palette.text }]
    const stubs = bar.parts.filter(({ amount }) => amount === null).length
    const length = Math.max(knownSum(bar), bar.whole ?? 0) * perUnit + (knownSum(bar) >= (bar.whole ?? 0) ? stubs * PIECE : 0)
    return [{ kind: 'text', text: bar.end, x: panel.left + length + ROOM - 1, y, size: LABEL, colour: palette.text }]
  })
  return decoration(`${panel.id}-ends`, marks, 4)
}
