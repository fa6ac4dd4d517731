import type { FigureId } from '@/domain/figure'
import type { Column, TableData } from '@/domain/table'
import { LISTS, type ListName } from './messages'

/** The typed arrays that hold a number for each report. */
export type ReportArrays = Pick<TableData, 'reportAgency' | 'reportYear' | 'reportFormat' | 'reportBreak' | 'reportScope'>

type Remarks = readonly (readonly [row: number, remark: { readonly note?: string; readonly raw?: string }])[]

/** A piece of a table that can be handed over by itself. Remarks come after their column. */
export type TablePart =
  | { readonly reports: ReportArrays }
  | { readonly list: ListName; readonly items: readonly unknown[] }
  | { readonly columns: readonly { readonly figure: FigureId; readonly values: Column['values']; readonly states: Column['states'] }[] }
  | { readonly figure: FigureId; readonly remarks: Remarks }

/** Objects of a part: a few milliseconds to copy. */
const OBJECTS = 2_000
/** Bytes of columns of a part. */
const BYTES = 1_000_000

/** Items in stretches of so much weight; one that weighs more stands alone. */
function* stretches<T>(items: readonly T[], most: number, weightOf: (item: T) => number): Generator<T[]> {
  let [from, weight] = [0, 0]
  for (let at = 0; at < items.length; at += 1) {
    const more = weightOf(items[at]!)
    if (at > from && weight + more > most) {
      yield items.slice(from, at);
      [from, weight] = [at, 0]
    }
    weight += more
  }
  if (from < items.length) yield items.slice(from)
}

/** A version holds two entries for each of its cells; anything else is one object. */
const objectsIn = (item: unknown): number => (typeof item === 'object' && item !== null && 'cells' in item && item.cells instanceof Map ? 1 + 2 * item.cells.size : 1)

/** A table in parts, none of which takes a thread more than a few milliseconds to copy: between a page and a worker it never goes as a whole. */
export function* partsOf(data: TableData): Generator<TablePart> {
  const { reportAgency, reportYear, reportFormat, reportBreak, reportScope } = data
  yield { reports: { reportAgency, reportYear, reportFormat, reportBreak, reportScope } }
  for (const list of LISTS) for (const items of stretches<unknown>(data[list], OBJECTS, objectsIn)) yield { list, items }
  const columns = Array.from(data.columns, ([figure, { values, states }]) => ({ figure, values, states }))
  for (const part of stretches(columns, BYTES, ({ values, states }) => values.byteLength + states.byteLength)) yield { columns: part }
  for (const [figure, { remarks }] of data.columns) for (const part of stretches([...remarks], OBJECTS, () => 1)) yield { figure, remarks: part }
}

/** The buffers of a part, to be handed over instead of copied: afterwards the sender has them no more. */
export function buffersOf(part: TablePart): ArrayBuffer[] {
  const arrays: ArrayBufferView[] = 'reports' in part ? Object.values(part.reports) : 'columns' in part ? part.columns.flatMap(({ values, states }) => [values, states]) : []
  return [...new Set(arrays.map(({ buffer }) => buffer as ArrayBuffer))]
}
