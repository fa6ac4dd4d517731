import type { EChartsOption } from 'echarts'
import type { ChartContext } from './chart'
import { middleOf, type Frame } from './frame'
import { lookupIn, type Found } from './lookup'
import { painted, type Mark, type Shape } from './paint'
import { stubMarks } from './stub'

/** A column of figures: its place in pixels, and which of the slice's indicators it shows. */
export interface Panel {
  readonly indicator: number
  readonly left: number
  readonly top: number
  readonly width: number
}

export type Series = Extract<NonNullable<EChartsOption['series']>, unknown[]>

/** A panel's axis from `min` to `max` over its whole width, what lies under the data, and the data. */
export interface Drawn {
  readonly min: number
  readonly max: number
  readonly under: readonly Mark[]
  readonly series: Series
}

/** An observation and the row it stands in. */
export interface Placed extends Found {
  readonly row: number
}

/** The observations of a panel by row. */
export function placedIn(context: ChartContext, frame: Frame, indicator: number): Placed[] {
  const find = lookupIn(context.slice)
  const id = context.slice.indicators[indicator]!.id
  return frame.rows.flatMap((row, at) => {
    const found = 'subject' in row ? find(row.subject, id) : undefined
    return found ? [{ ...found, row: at }] : []
  })
}

/** Below the selection's n a rate is drawn hollow. */
export const isSmall = ({ selection }: ChartContext, { observation }: Found): boolean => observation.low !== null && observation.denominator !== null && observation.denominator < selection.n

/** Whether the agency is the one in focus. */
export const isFocused = ({ selection, slice, table }: ChartContext, subject: number): boolean => selection.focus !== '' && table.agencies[slice.subjects[subject]!.agency]?.id === selection.focus

/** The accent for the agency in focus, or for all when none is. */
export const colourOf = (context: ChartContext, subject: number): string => (context.selection.focus === '' || isFocused(context, subject) ? context.palette.accent : context.palette.quiet)

/** A stub with its reason for every observation of a panel that has no number. */
export function missingSeries(context: ChartContext, frame: Frame, panel: Panel, placed: readonly Placed[], x: number): ReturnType<typeof painted> {
  const missing = placed.filter(({ observation }) => observation.value === null)
  const shapes = missing.map(({ index, observation, row }): Shape => {
    const reason = observation.missing ?? 'not-known'
    return { observation: index, value: null, missing: reason, marks: stubMarks(context, observation, x, middleOf(frame, panel.top, row), frame.bar, panel.left + panel.width - x) }
  })
  return painted(`missing-${context.slice.indicators[panel.indicator]!.id}`, shapes)
}
