import type { EChartsOption } from 'echarts'
import { UNSTATED } from '@/domain/cell'
import type { Applicant } from '@/domain/figure'
import type { Label } from '@/domain/label'
import type { Slice } from '@/domain/slice'
import type { ChartContext } from './chart'
import { signed } from './doubts'
import { reasonText } from './format'
import { baseOption, EMPTY_HEIGHT, emptyOption, frameOf, labelMarks, liftOf, metricsOf, NARROW, rowsOf, type Frame } from './frame'
import type { Joint } from './joint'
import { legendHeight, legendMarks } from './legend'
import { lookupIn, type Found } from './lookup'
import { decoration, type Mark } from './paint'
import { observed, stackDrawing, type StackBar, type StackLook, type StackPanel } from './stack'
import { wrapped } from './text'

/** What one colour of the stack stands for. */
export interface StackEntry {
  readonly label: Label
  readonly colour: string
  readonly hatched?: boolean
}

/** One column of stacked bars: which figures, in the order of the entries. */
export interface StackColumn {
  readonly id: string
  readonly heading: string
  readonly figures: readonly { readonly indicator: string; readonly applicant?: Applicant }[]
  /** The figure that is written at the end of each bar, where it is one of the slice's. */
  readonly total?: { readonly indicator: string; readonly applicant?: Applicant }
}

/** How figures of one agency become lengths. */
export interface StackMeasure {
  readonly amount: (found: Found, all: readonly Found[], total: Found | undefined) => number | null
  readonly whole: (all: readonly Found[], total: Found | undefined) => number | null
  readonly end: (all: readonly Found[], total: Found | undefined) => string
  /** Of a figure that is stated only in a sum with others. */
  readonly joint?: (found: Found) => Joint | undefined
}

const HEADER = 26
const GAP = 18

/** Height of stacked bars of agencies under a legend, columns beside each other or, on a narrow drawing, below. */
export function agencyStackHeight(slice: Slice, width: number, labels: readonly Label[], columns: number): number {
  if (slice.subjects.length === 0) return EMPTY_HEIGHT
  const metrics = metricsOf(width)
  const bands = metrics.narrow ? columns : 1
  return legendOf(labelsIn(slice, labels), width) + bands * (HEADER + liftOf(metrics.narrow) + rowsOf(slice).length * metrics.row) + (bands - 1) * GAP + 4
}

/** Parts that no number is stated of are hatched: the legend says what that means, where there are any. */
const isUnstated = ({ observations, indicators }: Slice): boolean => observations.some(({ value, indicator }) => value === null && indicators.includes(indicator))
const labelsIn = (slice: Slice, labels: readonly Label[]): readonly Label[] => (isUnstated(slice) ? [...labels, UNSTATED] : labels)

const legendOf = (labels: readonly Label[], width: number): number => legendHeight([labels.map(({ zh }) => zh), labels.map(({ en }) => en)], width)

/** Stacked bars, a row an agency, in one or several columns that share the agencies. `joint`: what the legend says behind the entries of parts that are stated in one sum. */
export function agencyStack(context: ChartContext, entries: readonly StackEntry[], columns: readonly StackColumn[], measure: StackMeasure, look: StackLook, joint: readonly StackEntry[] = []): EChartsOption {
  const { slice, words, palette } = context
  if (slice.subjects.length === 0) return emptyOption(context)
  const frame = frameOf(context)
  const named: readonly StackEntry[] = [...entries, ...joint, ...(isUnstated(slice) ? [{ label: UNSTATED, colour: palette.missing, hatched: true }] : [])]
  const legend = legendOf(named.map(({ label }) => label), context.width)
  const panels = columns.map((column, at) => panelOf(context, frame, column, at, columns.length, legend, entries, measure, look))
  const tops = [...new Set(panels.map(({ top }) => top))]
  const drawing = stackDrawing(context, frame, panels, look)
  const marks: Mark[] = [
    ...legendMarks(context, named.map(({ label, colour, hatched }) => ({ text: words.name(label), colour, ...(hatched ? { hatched } : {}) }))),
    ...tops.flatMap((top) => labelMarks(context, frame, top)),
    ...panels.flatMap((panel, at) => headingMarks(context, panel, columns[at]!, look)),
  ]
  return { ...baseOption(context), ...drawing, series: [decoration('labels', marks, 1), ...(drawing.series as [])] }
}

function panelOf(context: ChartContext, frame: Frame, column: StackColumn, at: number, of: number, legend: number, entries: readonly StackEntry[], measure: StackMeasure, look: StackLook): StackPanel {
  const across = frame.narrow ? 1 : of
  const width = (frame.width - frame.labelWidth - 24 * (across - 1)) / across
  const header = HEADER + liftOf(frame.narrow)
  const band = header + frame.rows.length * frame.row + GAP
  const find = lookupIn(context.slice)
  const bars = frame.rows.flatMap((row, position): StackBar[] => {
    if (!('subject' in row)) return []
    const all = column.figures.map(({ indicator, applicant }) => find(row.subject, indicator, applicant))
    const present = all.filter((found) => found !== undefined)
    const total = column.total === undefined ? undefined : find(row.subject, column.total.indicator, column.total.applicant)
    const parts = all.flatMap((found, k) => {
      const entry = entries[k]!
      if (!found) return []
      const joint = measure.joint?.(found)
      return [{ found, amount: measure.amount(found, present, total), colour: entry.colour, ...(entry.hatched ? { hatched: true } : {}), ...(joint === undefined ? {} : { joint }) }]
    })
    // Of a report that is left out nothing is known here: neither its length nor its total.
    const isLeftOut = present.length > 0 && present.every(({ observation }) => observation.missing === 'fails-check')
    const end = isLeftOut ? '' : signed(measure.end(present, total) || missingTotal(context, present, total, look), ...observed(parts), ...(total ? [total.observation] : []))
    return [{ row: position, parts, whole: isLeftOut ? null : measure.whole(present, total), end, ...(total ? { total } : {}) }]
  })
  return { id: column.id, left: frame.labelWidth + (frame.narrow ? 0 : at * (width + 24)), top: legend + header + (frame.narrow ? at * band : 0), width, rows: frame.rows.length, bars }
}

/** Of parts that are stated, why their total is not: a row of zeros without it would look like a row of nothing. Under a heading that names the numbers at the end the reason says enough. */
function missingTotal({ words }: ChartContext, parts: readonly Found[], total: Found | undefined, look: StackLook): string {
  if (!total || total.observation.value !== null || parts.every(({ observation }) => observation.value === null)) return ''
  const reason = reasonText(words, total.observation.missing ?? 'not-known')
  return look.until === 'hundred' ? reason : words.t('chart.stack.no-total', { reason })
}

/** The heading stands over the bars, or over the numbers at their end where those are one column. */
function headingMarks({ palette, width }: ChartContext, panel: StackPanel, column: StackColumn, look: StackLook): Mark[] {
  const text = wrapped(column.heading, 11, panel.width)[0] ?? ''
  const right = look.until === 'hundred'
  return [{ kind: 'text', text, x: right ? panel.left + panel.width : panel.left, y: panel.top - 5 - liftOf(width < NARROW), align: right ? 'right' : 'left', vertical: 'bottom', size: 11, colour: palette.muted }]
}
