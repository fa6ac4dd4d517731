import type { BarSeriesOption, CustomSeriesOption, EChartsOption } from 'echarts'
import type { Observation } from '@/domain/slice'
import type { ChartContext } from './chart'
import { inkOn, mixed } from './colour'
import { reasonText } from './format'
import { gridAt, middleOf, type Metrics } from './frame'
import type { Joint } from './joint'
import type { Found } from './lookup'
import { decoration, painted, type Mark, type Shape } from './paint'
import { textWidth } from './text'

/** A part of a stacked bar: its length on the axis, null where it is not stated. */
export interface StackPart {
  readonly found: Found
  readonly amount: number | null
  readonly colour: string
  readonly hatched?: boolean
  /** Of a part that is stated only together with another one: a share of their sum, hatched in its colour. */
  readonly joint?: Joint
}

export interface StackBar {
  readonly row: number
  /** In drawing order. */
  readonly parts: readonly StackPart[]
  /** What the parts add up to when all are stated; null where that is not known. */
  readonly whole: number | null
  /** Words at the right of the bar, and the observation that they state where it is one of the slice's. */
  readonly end: string
  readonly total?: Found
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
  /** The axis ends at 100, or at the longest bar of the panel. */
  readonly until: 'hundred' | 'own'
  /** The number inside a part that is wide enough for it. */
  readonly inside: (amount: number) => string
}

const LABEL = 11
/** Width of the piece that stands for a part of unknown length: behind stated parts, and where nothing is stated. */
const TRAIL = 4
const PIECE = 10
const ROOM = 7
/** Shares that add up to more are more than rounding. */
const BEYOND = 100.5

/** The observations behind parts, the sums that stand in their place included. */
export const observed = (parts: readonly StackPart[]): Observation[] => [...new Set(parts.flatMap(({ found, joint }) => [found.observation, ...(joint ? [joint.whole.observation] : [])]))]

const lengthOf = ({ amount, joint }: StackPart): number => amount ?? joint?.length ?? 0
const drawnLength = (bar: StackBar): number => bar.parts.reduce((sum, part) => sum + lengthOf(part), 0)
const unplaced = (bar: StackBar): StackPart[] => bar.parts.filter(({ amount, joint }) => amount === null && joint === undefined)

/** A panel with its scale: pixels per unit, and the value at its right edge. */
interface Scaled extends StackPanel {
  readonly perUnit: number
  readonly max: number
  readonly middle: (row: number) => number
  readonly thickness: number
}

/** The grids, axes and series of stacked bars. A part that is not stated is a hatched piece, of what is left of the whole where the whole is known, never a length of its own. */
export function stackDrawing(context: ChartContext, metrics: Metrics, panels: readonly StackPanel[], look: StackLook): Required<Pick<EChartsOption, 'grid' | 'xAxis' | 'yAxis' | 'series'>> {
  const scaled = panels.map((panel): Scaled => ({ ...panel, ...scaleOf(panel, look), middle: (row) => middleOf(metrics, panel.top, row), thickness: metrics.bar + 2 }))
  return {
    grid: panels.map(({ left, top, width, rows }) => gridAt(left, top, width, rows * metrics.row)),
    xAxis: scaled.map(({ max }, at) => ({ type: 'value' as const, gridIndex: at, show: false, min: 0, max })),
    yAxis: panels.map(({ rows }, at) => ({ type: 'category' as const, gridIndex: at, inverse: true, show: false, data: Array.from({ length: rows }, (_, row) => String(row)) })),
    series: scaled.flatMap((panel, at) => [...partSeries(panel, at, look), painted(`${panel.id}-missing`, panel.bars.flatMap((bar) => [...jointShapes(context, panel, bar, look), ...pieces(context, panel, bar, look)])), ...endsOf(context, panel, look), ...hundredOf(context, panel, look)]),
  }
}

/** Where the whole ends, when parts that overlap go beyond it and the axis with them. */
function hundredOf({ palette }: ChartContext, panel: Scaled, look: StackLook): CustomSeriesOption[] {
  if (look.until !== 'hundred' || !panel.bars.some((bar) => drawnLength(bar) > BEYOND)) return []
  const x = panel.left + 100 * panel.perUnit
  return [decoration(`${panel.id}-hundred`, [
    { kind: 'line', from: [x, panel.top], to: [x, panel.middle(panel.rows - 1) + panel.thickness], colour: palette.text, dashed: true },
    { kind: 'text', text: '100%', x, y: panel.top - 5, align: 'right', vertical: 'bottom', size: LABEL, colour: palette.muted },
  ], 5)]
}

/** No part is stated and no length is known: a stub says why. */
const isUnknown = (bar: StackBar, look: StackLook): boolean => unplaced(bar).length === bar.parts.length && (look.until === 'hundred' || !bar.whole)

/** Why the last of the unplaced parts has no number. */
const reasonOf = ({ words }: ChartContext, bar: StackBar): string => reasonText(words, unplaced(bar).at(-1)?.found.observation.missing ?? 'not-known')

/** The stated parts make up the whole: what is not stated has no room left and is not drawn. */
const isFull = (bar: StackBar): boolean => bar.whole !== null && unplaced(bar).length < bar.parts.length && bar.whole - drawnLength(bar) <= bar.whole * 0.005

/** Pixels that a bar needs behind its end for parts of unknown length. */
const trailing = (bar: StackBar): number => (isFull(bar) || (bar.whole !== null && bar.whole > drawnLength(bar)) ? 0 : unplaced(bar).length * (unplaced(bar).length < bar.parts.length ? TRAIL : PIECE))

function scaleOf(panel: StackPanel, look: StackLook): { max: number; perUnit: number } {
  const reserved = Math.max(0, ...panel.bars.map(({ end }) => textWidth(end, LABEL))) + Math.max(0, ...panel.bars.map((bar) => (drawnLength(bar) > 0 ? trailing(bar) : 0))) + ROOM + 2
  const longest = Math.max(look.until === 'hundred' ? 100 : 0, ...panel.bars.map((bar) => Math.max(drawnLength(bar), bar.whole ?? 0))) || 1
  const perUnit = Math.max(panel.width - reserved, panel.width * 0.3) / longest
  return { max: panel.width / perUnit, perUnit }
}

interface BarDatum {
  readonly value: [number, number]
  readonly observation?: number
  readonly itemStyle: { readonly color: string; readonly decal?: { symbol: string; color: string; dashArrayX: [number, number]; dashArrayY: [number, number]; rotation: number } }
  readonly label: { readonly show: boolean; readonly formatter?: string; readonly color?: string }
}

function partSeries(panel: Scaled, at: number, look: StackLook): BarSeriesOption[] {
  const depth = Math.max(0, ...panel.bars.map(({ parts }) => parts.length))
  return Array.from({ length: depth }, (_, k): BarSeriesOption => ({
    type: 'bar',
    id: `${panel.id}-${k}`,
    stack: panel.id,
    xAxisIndex: at,
    yAxisIndex: at,
    barWidth: panel.thickness,
    label: { show: true, position: 'inside', fontSize: LABEL },
    data: panel.bars.flatMap(({ parts, row }): BarDatum[] => {
      const part = parts[k]
      if (!part || (part.amount === null && part.joint === undefined)) return []
      // The room of a joint part is kept free for its hatching, which carries the observation.
      if (part.amount === null) return [{ value: [part.joint!.length, row], itemStyle: { color: 'transparent' }, label: { show: false } }]
      const text = look.inside(part.amount)
      const fits = part.amount * panel.perUnit >= textWidth(text, LABEL) + 4
      const decal = { symbol: 'rect', color: mixed(part.colour, inkOn(part.colour), 0.4), dashArrayX: [1, 0] as [number, number], dashArrayY: [1, 4] as [number, number], rotation: -Math.PI / 4 }
      return [
        {
          value: [part.amount, row],
          observation: part.found.index,
          itemStyle: { color: part.colour, ...(part.hatched ? { decal } : {}) },
          label: { show: fits && !part.hatched, formatter: text, color: inkOn(part.colour) },
        },
      ]
    }),
  }))
}

const asDatum = ({ found }: StackPart, marks: readonly Mark[]): Shape => ({ observation: found.index, value: null, missing: found.observation.missing ?? 'not-known', marks })

/** Parts that are stated as one sum: one hatched area with its size, no border inside that would claim a split. */
function jointShapes({ palette }: ChartContext, panel: Scaled, bar: StackBar, look: StackLook): Shape[] {
  const joint = bar.parts.filter((part) => part.amount === null && part.joint !== undefined)
  if (joint.length === 0) return []
  const length = joint.reduce((sum, part) => sum + part.joint!.length, 0)
  const each = (length * panel.perUnit) / joint.length
  const start = panel.left + bar.parts.slice(0, bar.parts.indexOf(joint[0]!)).reduce((sum, part) => sum + lengthOf(part), 0) * panel.perUnit
  const y = panel.middle(bar.row)
  const height = panel.thickness - 1
  const colour = joint[0]!.colour
  const text = look.inside(length)
  const room = textWidth(text, LABEL) + 6
  const middle = start + (each * joint.length) / 2
  const sign: Mark[] =
    room > each * joint.length - 4
      ? []
      : [
          { kind: 'rect', x: middle - room / 2, y: y - height / 2 + 1, width: room, height: height - 2, fill: palette.background },
          { kind: 'text', text, x: middle, y, align: 'center', size: LABEL, colour: palette.text },
        ]
  const box = { kind: 'rect' as const, x: start, y: y - height / 2, width: each * joint.length, height }
  const { index, observation } = joint[0]!.joint!.whole
  const halves = joint.map((part, at) => asDatum(part, [{ ...box, x: start + at * each, width: each, hatch: colour }]))
  return [...halves, { observation: index, value: observation.value, missing: null, marks: [{ ...box, stroke: colour }, ...sign] }]
}

function pieces(context: ChartContext, panel: Scaled, bar: StackBar, look: StackLook): Shape[] {
  const { palette } = context
  const missing = unplaced(bar)
  if (isFull(bar)) return missing.map((part) => asDatum(part, []))
  const drawn = drawnLength(bar)
  const nothing = isUnknown(bar, look)
  const known = !nothing && trailing(bar) === 0
  const width = known ? ((bar.whole! - drawn) * panel.perUnit) / missing.length : nothing ? PIECE : TRAIL
  const start = panel.left + drawn * panel.perUnit + (known || nothing ? 0.5 : 2)
  const y = panel.middle(bar.row)
  const height = panel.thickness - 1
  return missing.map((part, at): Shape => {
    const box = { kind: 'rect' as const, x: start + at * width, y: y - height / 2, width, height, hatch: palette.missing }
    const outline: Mark[] = at === 0 ? [{ ...box, width: width * missing.length, stroke: palette.missing }] : []
    const piece: Mark = { kind: 'rect', x: box.x, y: box.y, width, height }
    const reason: Mark = { kind: 'text', text: reasonOf(context, bar), x: start + missing.length * width + 6, y, size: LABEL, colour: palette.muted }
    return asDatum(part, [...outline, piece, ...(nothing && at === missing.length - 1 ? [reason] : [])])
  })
}

/** The words at the end: in one column for shares, behind each bar for counts. */
function endsOf(context: ChartContext, panel: Scaled, look: StackLook): ReturnType<typeof painted>[] {
  const marksOf = (bar: StackBar): Mark[] => {
    if (bar.end === '') return []
    const base = { kind: 'text' as const, text: bar.end, y: panel.middle(bar.row), size: LABEL, colour: context.palette.text }
    if (look.until === 'hundred') return [{ ...base, x: panel.left + panel.width, align: 'right' }]
    const reason = isUnknown(bar, look) ? textWidth(reasonOf(context, bar), LABEL) + 10 : 0
    return [{ ...base, x: panel.left + reason + Math.max(drawnLength(bar), bar.whole ?? 0) * panel.perUnit + trailing(bar) + ROOM - 1 }]
  }
  const totals = panel.bars.flatMap((bar): Shape[] => (bar.total ? [{ observation: bar.total.index, value: bar.total.observation.value, missing: bar.total.observation.missing, marks: marksOf(bar) }] : []))
  return [painted(`${panel.id}-totals`, totals, { z: 4 }), decoration(`${panel.id}-ends`, panel.bars.filter(({ total }) => !total).flatMap(marksOf), 4)]
}
