import { NO_DOUBTS, type Doubts } from '@/domain/doubt'
import { marked } from '@/domain/doubted'
import { sliceSteps, type Slice } from '@/domain/slice'
import type { Selection, ViewId } from '@/domain/selection'
import type { Table } from '@/domain/table'
import { finished, type Steps } from '@/domain/turns'
import type { Chart } from './chart'

const modules = import.meta.glob<Chart>('./*.chart.ts', { eager: true, import: 'default' })

/** Every chart there is. A new one is one more file `<id>.chart.ts` in this folder. */
export const CHARTS: readonly Chart[] = Object.values(modules)

const BY_ID = new Map(CHARTS.map((chart) => [chart.id, chart]))

/** The chart of an id; undefined for one that no file defines. */
export const chartById = (id: string): Chart | undefined => BY_ID.get(id)

/** The charts of a page, the leading ones first. */
export const chartsOf = (view: ViewId): Chart[] => CHARTS.filter((chart) => chart.places[view] !== undefined).sort((a, b) => a.places[view]! - b.places[view]!)

/** The first chart of the page that has something to say for the selection. */
export const leadChart = (view: ViewId, selection: Selection, table: Table): Chart | undefined => chartsOf(view).find((chart) => chart.suits?.(selection, table) ?? true)

/** What the chart shows of the table for a selection, with what is in doubt about it: drawn, listed and downloaded. */
export const sliceFor = (chart: Chart, table: Table, selection: Selection, doubts: Doubts = NO_DOUBTS): Slice => finished(sliceStepsFor(chart, table, selection, doubts))

/** The same in steps of a few milliseconds. */
export function* sliceStepsFor(chart: Chart, table: Table, selection: Selection, doubts: Doubts): Steps<Slice> {
  const cut = chart.cut(selection, table)
  yield
  return marked(table, selection, yield* sliceSteps(table, selection, cut, doubts), doubts)
}
