import type { ChartContext } from './chart'
import { isFocused } from './panel'

/** Where years and values stand. */
export interface LinesPlot {
  readonly top: number
  readonly left: number
  readonly width: number
  readonly height: number
  readonly ticks: readonly number[]
  readonly x: (year: number) => number
  readonly y: (value: number) => number
}

/** The colour of an agency's line. */
export function lineColour(context: ChartContext, subject: number): string {
  const { palette, selection, slice } = context
  if (selection.focus !== '') return isFocused(context, subject) ? palette.accent : palette.quiet
  const stated = [...new Set(slice.observations.filter(({ value }) => value !== null).map((observation) => observation.subject))].sort((a, b) => a - b)
  return stated.length <= palette.series.length ? (palette.series[stated.indexOf(subject)] ?? palette.quiet) : palette.quiet
}
