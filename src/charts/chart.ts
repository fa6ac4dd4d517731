import type { EChartsOption } from 'echarts'
import type { Label } from '@/domain/label'
import type { Param, Selection, ViewId } from '@/domain/selection'
import type { Cut, Slice } from '@/domain/slice'
import type { Table } from '@/domain/table'
import type { Palette } from './theme'

/** Words and numbers in the reader's language, given to charts so that they read no globals. */
export interface ChartWords {
  readonly language: string
  readonly t: (key: string, params?: Readonly<Record<string, string | number>>) => string
  readonly name: (label: Label, id?: string) => string
  readonly number: (value: number, digits?: number) => string
}

/** Everything a chart may look at. */
export interface ChartContext {
  readonly table: Table
  readonly selection: Selection
  readonly slice: Slice
  readonly words: ChartWords
  readonly palette: Palette
  /** Width of the drawing in CSS pixels: below 560 labels stand above bars. */
  readonly width: number
}

/** A picture of a slice. Adding one is one file `<id>.chart.ts` with this as its default export. */
export interface Chart {
  readonly id: string
  /** On which pages, and where: 0 leads the page. */
  readonly places: Partial<Readonly<Record<ViewId, number>>>
  /** Whether it has something to say for the selection; absent: always. */
  readonly suits?: (selection: Selection, table: Table) => boolean
  /** What it asks to be cut, given the page it stands on. */
  readonly cut: (selection: Selection, table: Table) => Cut
  /** Parts of the selection that the card lets the reader change. */
  readonly controls: readonly Param[]
  /** A sentence that says what is shown. */
  readonly title: (context: ChartContext) => string
  /** Definition and what else must be known to read it, without coverage (the card adds it). */
  readonly subtitle: (context: ChartContext) => string
  /** Ids of charts that show the figure ranked by in another way. */
  readonly beside?: (slice: Slice) => readonly string[]
  /** How it is reckoned, for the definitions below the picture. */
  readonly note?: (context: ChartContext) => string
  /** One or two sentences for those who cannot see the picture. */
  readonly summary: (context: ChartContext) => string
  /** Height in CSS pixels for a slice, a width and the table it is cut from. */
  readonly height: (slice: Slice, width: number, table: Table) => number
  /**
   * The picture. Every observation of the slice is exactly one datum that carries `observation` (its index in the slice);
   * decoration carries none. A missing value is never drawn as 0.
   */
  readonly option: (context: ChartContext) => EChartsOption
  /** What a click on an observation changes in the selection instead of opening its cells; undefined opens them. */
  readonly drill?: (slice: Slice, observation: number, selection: Selection, table: Table) => Partial<Selection> | undefined
}

export const defineChart = (chart: Chart): Chart => Object.freeze(chart)

