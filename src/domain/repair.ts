import type { Cell } from './cell'
import { sectionOf, type FigureId } from './figure'
import type { Revision } from './revision'
import { ABOUT, REASON_BITS, REPAIRED, stateOf, Table, type Column } from './table'

/** One cell before and after; null is a cell without a number. */
export interface RepairedCell {
  readonly figure: FigureId
  readonly before: number | null
  readonly after: number | null
}

/** A check's proposal that a reader accepted, as far as it concerns one report. */
export interface Repair {
  readonly check: string
  readonly agency: string
  readonly year: number
  readonly cells: readonly RepairedCell[]
}

/** A cell that an accepted proposal changes. */
interface Accepted extends RepairedCell {
  readonly check: string
  readonly agency: string
  readonly year: number
}

/** Accepted changes of cells as repairs: those of one check in one report together. */
export function repairsOf(changes: readonly Accepted[]): Repair[] {
  const repairs = new Map<string, { readonly check: string; readonly agency: string; readonly year: number; readonly cells: RepairedCell[] }>()
  for (const { check, agency, year, figure, before, after } of changes) {
    const key = `${check}~${agency}~${year}`
    const repair = repairs.get(key) ?? { check, agency, year, cells: [] }
    repairs.set(key, repair)
    repair.cells.push({ figure, before, after })
  }
  return [...repairs.values()]
}

const FIELD = '~'
const ITEM = ';'
const NUMBER = /^-?\d+(?:\.\d+)?$/

const escaped = (text: string): string => text.replaceAll(FIELD, '%7E').replaceAll(ITEM, '%3B')
const unescaped = (text: string): string => text.replaceAll('%7E', FIELD).replaceAll('%3B', ITEM)
const written = (value: number | null): string => (value === null ? '' : String(value))

/** What a repair is about, as it is written. */
type Head = readonly [check: string, agency: string, year: string]

const headOf = ({ check, agency, year }: Repair): Head => [check, escaped(agency), String(year)]

/** By agency and year, so that a link says each agency once; those of one report stay in their order. */
const byReport = (a: Repair, b: Repair): number => (a.agency < b.agency ? -1 : a.agency > b.agency ? 1 : a.year - b.year)

/** Repairs as they stand in a link: `H4~agency~2023~review.total~0~11`, further cells behind, further repairs after `;`. What is as in the repair before is left out: `;~~2024~review.total~3~4`. */
export function repairsText(repairs: readonly Repair[]): string {
  const sorted = repairs.toSorted(byReport)
  const heads = sorted.map(headOf)
  return sorted.map(({ cells }, at) => [...heads[at]!.map((field, place) => (field === heads[at - 1]?.[place] ? '' : field)), ...cells.flatMap(({ figure, before, after }) => [figure, written(before), written(after)])].join(FIELD)).join(ITEM)
}

/** Reads repairs of a link; undefined for text that is none. */
export function readRepairs(text: string): readonly Repair[] | undefined {
  const repairs: Repair[] = []
  for (const each of text.split(ITEM)) {
    const repair = readRepair(each, repairs.at(-1))
    if (!repair) return undefined
    repairs.push(repair)
  }
  return repairs
}

function readRepair(text: string, last: Repair | undefined): Repair | undefined {
  const parts = text.split(FIELD)
  const [check = '', agency = '', year = ''] = parts.slice(0, 3).map((field, place) => field || (last ? headOf(last)[place]! : ''))
  const fields = parts.slice(3)
  const cells: RepairedCell[] = []
  for (let at = 0; at < fields.length; at += 3) {
    const [figure = '', before, after] = fields.slice(at, at + 3)
    if (!sectionOf(figure) || [before, after].some((value) => value === undefined || (value !== '' && !NUMBER.test(value)))) return undefined
    cells.push({ figure: figure as FigureId, before: before === '' ? null : Number(before), after: after === '' ? null : Number(after) })
  }
  return /^[HS]\d+$/.test(check) && agency !== '' && /^(?:19|20)\d\d$/.test(year) && cells.length > 0 ? { check, agency: unescaped(agency), year: Number(year), cells } : undefined
}

/** A table with repairs in it, and those that do not fit it: its report is not there, or a cell says otherwise than before the repair. */
export interface Repaired {
  readonly table: Table
  readonly unfit: readonly Repair[]
}

const numberIn = (cell: Cell): number | null => ('value' in cell ? cell.value : null)

/** The table with the cells that repairs change, marked; the table given stays as it is. A repair fits whole or not at all. */
export function withRepairs(table: Table, repairs: readonly Repair[]): Repaired {
  const columns = new Map<FigureId, Column>(table.columns)
  const copied = new Set<FigureId>()
  const revisions: Revision[] = []
  const unfit: Repair[] = []
  for (const repair of repairs) {
    const row = table.rowOf(table.indexOf(repair.agency), repair.year)
    if (row < 0 || repair.cells.some(({ figure, before }) => numberIn(table.cell(figure, row)) !== before)) {
      unfit.push(repair)
      continue
    }
    for (const { figure, after } of repair.cells) {
      if (!copied.has(figure)) columns.set(figure, copyOf(columns.get(figure), table.size))
      copied.add(figure)
      revisions.push({ row, figure, kind: 'repair', before: saidBy(table, figure, row), remark: repair.check })
      write(columns.get(figure)!, row, after)
    }
  }
  return { table: revisions.length === 0 ? table : new Table({ ...table.data, columns, revisions: [...table.revisions, ...revisions] }), unfit }
}

function saidBy(table: Table, figure: FigureId, row: number): Cell {
  const cell = table.cell(figure, row)
  const remark = table.columns.get(figure)?.remarks.get(row)
  return 'value' in cell ? { value: cell.value, ...remark } : { missing: cell.missing, ...remark }
}

const copyOf = (column: Column | undefined, size: number): Column => ({
  values: column ? Float64Array.from(column.values) : new Float64Array(size),
  states: column ? Uint8Array.from(column.states) : new Uint8Array(size),
  remarks: new Map(column?.remarks),
})

/** Whose number it is stays; that it was approximate, and what was written, goes with the number. */
function write({ values, states, remarks }: Column, row: number, after: number | null): void {
  const cell: Cell = after === null ? { missing: 'blank' } : { value: after }
  values[row] = after ?? 0
  states[row] = (states[row]! & ~(REASON_BITS | ABOUT)) | stateOf(cell, false) | REPAIRED
  ;(remarks as Map<number, unknown>).delete(row)
}
