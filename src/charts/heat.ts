import type { EChartsOption } from 'echarts'
import type { MissingReason } from '@/domain/cell'
import type { ChartContext } from './chart'
import { inkOn } from './colour'
import { baseOption, labelMarks, liftOf, middleOf, type Frame } from './frame'
import { decoration, painted, type Mark, type Shape } from './paint'
import { downwards, textWidth } from './text'

/** A cell of a grid: a figure with its colour and text, or the reason why there is none. */
export interface HeatCell {
  readonly row: number
  readonly column: number
  readonly observation: number
  readonly value: number | null
  readonly missing: MissingReason | null
  readonly colour: string
  readonly text: string
  /** A corner is marked: something else holds for this cell. */
  readonly marked?: boolean
}

export interface HeatHeading {
  readonly text: string
  /** Written downwards: upright characters, or turned by 90 degrees where the words are not Chinese. */
  readonly down?: boolean
}

/** Where the cells of a grid stand. */
export interface HeatPlace {
  readonly top: number
  readonly left: number
  readonly cell: number
}

const TEXT = 11
/** Numbers shrink before they are turned, as far as they can be read; what has no room turned shrinks further before it goes. */
const SIZES = [TEXT, 9]
const SMALL = [8, 7]
/** Forms of quotation marks for words written downwards. */
const UPRIGHT: Readonly<Record<string, string>> = { '“': '﹁', '”': '﹂' }

/** Years over the columns, turned where a column is too narrow for four digits. */
export const yearHeadings = (years: readonly number[], cell: number): HeatHeading[] => years.map((year) => ({ text: String(year), down: textWidth(String(year), TEXT) > cell - 2 }))

/** A grid of cells under headings, rows labelled at the left (above, on a narrow drawing). */
export function heatOption(context: ChartContext, frame: Frame, place: HeatPlace, headings: readonly HeatHeading[], cells: readonly HeatCell[], above: readonly Mark[] = []): EChartsOption {
  const marks = [...above, ...labelMarks(context, frame, place.top), ...headings.flatMap((heading, at) => headingMarks(context, heading, place.left + (at + 0.5) * place.cell, place.top - 6 - liftOf(frame.narrow)))]
  return { ...baseOption(context), series: [decoration('labels', marks, 1), painted('cells', cells.map((cell) => cellShape(context, frame, place, cell)))] }
}

function headingMarks({ palette }: ChartContext, { text, down }: HeatHeading, x: number, y: number): Mark[] {
  const base = { kind: 'text' as const, x, y, size: TEXT, colour: palette.muted, vertical: 'bottom' as const }
  if (!down) return [{ ...base, text, align: 'center' }]
  if (!/[\u2e80-\u9fff]/.test(text)) return [{ ...base, text, align: 'left', vertical: 'middle', turned: 90 }]
  return [{ ...base, text: downwards(text).map((line) => UPRIGHT[line] ?? line).join('\n'), align: 'center' }]
}

function cellShape({ palette }: ChartContext, frame: Frame, place: HeatPlace, cell: HeatCell): Shape {
  const height = frame.narrow ? frame.row - 18 : frame.row - 2
  const middle = middleOf(frame, place.top, cell.row) + (frame.narrow ? 4 : 0)
  const x = place.left + cell.column * place.cell
  const box = { kind: 'rect' as const, x, y: middle - height / 2, width: place.cell - 2, height }
  const ids = { observation: cell.observation, value: cell.value, missing: cell.missing }
  if (cell.value === null) return { ...ids, marks: [{ ...box, x: x + 0.5, width: place.cell - 3, stroke: palette.missing, hatch: palette.missing }] }
  const fits = (each: number): boolean => textWidth(cell.text, each) <= place.cell - (each === TEXT ? 4 : 2)
  const size = SIZES.find(fits)
  const turned = size === undefined ? SIZES.find((each) => each <= box.width && textWidth(cell.text, each) <= height - 4) : undefined
  const shown = size ?? turned ?? SMALL.find(fits)
  const marks: Mark[] = [{ ...box, fill: cell.colour }]
  if (shown !== undefined) marks.push({ kind: 'text', text: cell.text, x: x + (place.cell - 2) / 2, y: middle, align: 'center', size: shown, colour: inkOn(cell.colour), ...(turned !== undefined && { turned: 90, vertical: 'middle' }) })
  if (cell.marked) marks.push({ kind: 'rect', x: x + place.cell - 7, y: middle - height / 2, width: 5, height: 5, fill: inkOn(cell.colour) })
  return { ...ids, marks }
}
