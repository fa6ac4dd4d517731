import { dice, type Rows, type Tables } from './documents'

type Row = { text: string; rows?: number; columns?: number }[]
type Mutation = (rows: Row[], roll: (below: number) => number) => void

const isNumber = ({ text }: { text: string }): boolean => /^[\d,.]+$/.test(text)
const numeric = (rows: Row[], least: number, roll: (below: number) => number): Row | undefined => {
  const fitting = rows.filter((row) => row.filter(isNumber).length >= least)
  return fitting[roll(Math.max(fitting.length, 1))]
}

/** Ways in which copying and converting spoil tables. */
export const MUTATIONS: Readonly<Record<string, Mutation>> = {
  'drops a row': (rows, roll) => void rows.splice(roll(rows.length), 1),
  'drops a cell': (rows, roll) => {
    const row = rows.at(-1 - roll(Math.min(rows.length, 24)))!
    row.splice(row.length - 1 - roll(Math.min(7, row.length)), 1)
  },
  'splits a number': (rows, roll) => {
    const row = numeric(rows.filter((each) => each.some((cell) => isNumber(cell) && cell.text.length > 1)), 1, roll)
    const at = row?.findIndex((cell) => isNumber(cell) && cell.text.length > 1) ?? -1
    if (row && at >= 0) row.splice(at, 1, { text: row[at]!.text.slice(0, 1) }, { text: row[at]!.text.slice(1) })
  },
  'shifts a row': (rows, roll) => {
    const row = numeric(rows, 3, roll)
    if (!row) return
    row.splice(row.findIndex(isNumber), 0, { text: '' })
    row.pop()
  },
  'joins two cells': (rows, roll) => {
    const row = numeric(rows, 2, roll)
    const at = row?.findIndex(isNumber) ?? -1
    if (row && at >= 0) row.splice(at, 2, { text: `${row[at]!.text} ${row[at + 1]?.text ?? ''}` })
  },
  'repeats a row': (rows, roll) => {
    const at = roll(rows.length)
    rows.splice(at, 0, rows[at]!.map((cell) => ({ ...cell })))
  },
  'cuts a label': (rows, roll) => {
    const row = rows[roll(rows.length)]!
    if (row[0]) row[0] = { ...row[0], text: row[0].text.slice(0, 2) }
  },
}

/** The tables with one mutation of table 3 (or, with no sums to show it, of table 4). */
export function mutated(tables: Tables, name: string, seed: number): Tables {
  const copy = structuredClone(tables) as { -readonly [K in keyof Tables]: Rows }
  const roll = dice(seed * 31)
  MUTATIONS[name]!(copy[roll(4) ? 'requests' : 'reviews'] as Row[], roll)
  return copy
}
