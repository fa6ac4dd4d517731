import type { EChartsOption, GridComponentOption } from 'echarts'
import { indicatorOf } from '@/domain/indicators'
import { unplacedKey } from '@/domain/scheme'
import type { Slice } from '@/domain/slice'
import type { ChartContext } from './chart'
import { withUnit } from './format'
import { subjectNames } from './names'
import { decoration, type Mark } from './paint'
import { fitted, textWidth } from './text'

/** Below this width labels stand above bars, not beside them. */
export const NARROW = 560

export const FONT = 'system-ui, "PingFang SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif'

/** What parts the rows: agencies below n, without the figure ranked by, without any figure; and, last, those without any figure that are not drawn, and those beyond the top n. */
export type Divider = 'small' | 'unranked' | 'absent' | Closing
type Closing = 'unlisted' | 'rest'

/** A line of a picture: an agency, or words between agencies. */
export type Row = { readonly subject: number } | { readonly divider: Divider }

export const subjectOf = (row: Row): number | undefined => ('subject' in row ? row.subject : undefined)

type Standing = 'ranked' | Exclude<Divider, Closing>

function standings(slice: Slice): Standing[] {
  const known = new Set(slice.observations.filter(({ value }) => value !== null).map(({ subject }) => subject))
  let small = slice.coverage.small
  return slice.subjects.map(({ ranked }, subject) => {
    if (ranked) return 'ranked'
    if (!known.has(subject)) return 'absent'
    small -= 1
    return small >= 0 ? 'small' : 'unranked'
  })
}

/** Of more agencies without any figure than these, only the first few are drawn: a picture of empty rows hides the others. The table and the file have them all. */
const MOST_ABSENT = 12
const FEW_ABSENT = 5

/** The agencies that are drawn, and how many without any figure are not. */
function drawnOf(standing: readonly Standing[]): { drawn: readonly Standing[]; unlisted: number } {
  const absent = standing.length - (standing.findLastIndex((each) => each !== 'absent') + 1)
  const unlisted = absent > MOST_ABSENT ? absent - FEW_ABSENT : 0
  return { drawn: standing.slice(0, standing.length - unlisted), unlisted }
}

/** The agencies of a slice from top to bottom, with words where the ranking ends (not when they are sorted by name). */
export function rowsOf(slice: Slice): Row[] {
  const { drawn: standing, unlisted } = drawnOf(standings(slice))
  const parts = new Set(standing)
  const order: readonly Standing[] = ['ranked', 'small', 'unranked', 'absent']
  const sorted = standing.every((each, at) => at === 0 || order.indexOf(each) >= order.indexOf(standing[at - 1]!))
  const rows: Row[] = []
  standing.forEach((each, subject) => {
    if (sorted && each !== 'ranked' && each !== standing[subject - 1] && (each === 'small' || parts.size > 1)) rows.push({ divider: each })
    rows.push({ subject })
  })
  if (unlisted > 0) rows.push({ divider: 'unlisted' })
  if (slice.rest.agencies > 0) rows.push({ divider: 'rest' })
  return rows
}

/** Sizes in pixels that follow from a width alone, so that heights are known before anything is drawn. */
export interface Metrics {
  readonly narrow: boolean
  readonly row: number
  readonly bar: number
}

/** How far the label of the first row rises above the rows. */
export const liftOf = (narrow: boolean): number => (narrow ? 12 : 0)

export const metricsOf = (width: number): Metrics => (width < NARROW ? { narrow: true, row: 38, bar: 12 } : { narrow: false, row: 25, bar: 15 })

/** Where rows and their labels stand. */
export interface Frame extends Metrics {
  readonly rows: readonly Row[]
  readonly labels: readonly string[]
  /** Width kept at the left for labels; 0 when they stand above. */
  readonly labelWidth: number
  readonly width: number
}

/** Lays out rows with labels that keep what tells them apart. */
export function frameOf(context: ChartContext, rows: readonly Row[] = rowsOf(context.slice), metrics: Metrics = metricsOf(context.width), names: readonly string[] = subjectNames(context)): Frame {
  const { width, words, table } = context
  const shown = names.map((name) => name || words.t(unplacedKey(table)))
  const widest = Math.max(0, ...shown.map((name) => textWidth(name, 12)))
  const labelWidth = metrics.narrow ? 0 : Math.min(widest + 12, Math.round(width * 0.3))
  return { ...metrics, rows, width, labelWidth, labels: shown.map((name) => fitted(name, 12, metrics.narrow ? width - 4 : labelWidth - 10)) }
}

/** Where the last row of an agency ends; what stands below it is said in words. */
export const footOf = (frame: Frame, top: number): number => top + (frame.rows.findLastIndex((row) => 'subject' in row) + 1) * frame.row

/** The middle of a row below `top`. */
export const middleOf = (frame: Metrics, top: number, row: number): number => top + (row + 0.5) * frame.row

/** The labels of all rows and the words between them. */
export function labelMarks(context: ChartContext, frame: Frame, top: number): Mark[] {
  const { palette, selection, slice, table } = context
  return frame.rows.flatMap((row, at): Mark[] => {
    const y = middleOf(frame, top, at)
    if ('divider' in row) return dividerMarks(context, frame, row.divider, y)
    const focused = selection.focus !== '' && table.agencies[slice.subjects[row.subject]!.agency]?.id === selection.focus
    const colour = focused ? palette.accent : palette.text
    const text = frame.labels[row.subject]!
    const name: Mark = { kind: 'text', text, x: 0, y: frame.narrow ? y - frame.bar / 2 - 3 : y, vertical: frame.narrow ? 'bottom' : 'middle', colour, bold: focused }
    // Above the bars the name crosses axis lines: it stands on plain ground.
    return frame.narrow ? [{ kind: 'rect', x: 0, y: y - frame.bar / 2 - 18, width: textWidth(text, 12) + 4, height: 15, fill: palette.background }, name] : [name]
  })
}

function dividerMarks(context: ChartContext, frame: Frame, divider: Divider, y: number): Mark[] {
  const { palette } = context
  const text = fitted(dividerText(context, divider), 11, frame.width)
  const start = textWidth(text, 11) + 8
  const line: Mark[] = divider === 'rest' || divider === 'unlisted' || start > frame.width - 12 ? [] : [{ kind: 'line', from: [start, y], to: [frame.width, y], colour: palette.grid }]
  // Axis lines run through the rows; words stand on plain ground.
  return [{ kind: 'rect', x: 0, y: y - 8, width: start - 4, height: 16, fill: palette.background }, { kind: 'text', text, x: 0, y, size: 11, colour: palette.muted }, ...line]
}

function dividerText({ words, slice, selection }: ChartContext, divider: Divider): string {
  if (divider === 'small') return words.t('chart.row.small', { n: selection.n })
  if (divider === 'unlisted') return words.t('chart.row.unlisted', { n: drawnOf(standings(slice)).unlisted })
  if (divider !== 'rest') return words.t(`chart.row.${divider}`)
  const { agencies, sum } = slice.rest
  const unit = indicatorOf(slice.cut.rankBy)?.unit ?? 'items'
  // The sum of the one figure ranked by would read as the sum of all that are drawn.
  return sum === null || slice.indicators.length > 1 ? words.t('chart.row.rest', { n: agencies }) : words.t('chart.row.rest-sum', { n: agencies, sum: withUnit(words, sum, unit) })
}

/** A grid at exactly these pixels: axes never push it about. */
export const gridAt = (left: number, top: number, width: number, height: number): GridComponentOption => ({ left, top, width, height, outerBoundsMode: 'none', containLabel: false })

/** What all pictures share. */
export const baseOption = (context: ChartContext): EChartsOption => ({
  backgroundColor: 'transparent',
  textStyle: { fontFamily: FONT, fontSize: 12, color: context.palette.text },
})

/** The height of a picture that has nothing to show. */
export const EMPTY_HEIGHT = 96

/** The picture of an empty slice: one sentence. */
export const emptyOption = (context: ChartContext): EChartsOption => ({
  ...baseOption(context),
  series: [decoration('empty', [{ kind: 'text', text: context.words.t('chart.empty'), x: context.width / 2, y: EMPTY_HEIGHT / 2, align: 'center', colour: context.palette.muted }])],
})
