import type { Item } from './geometry'
import { lineOf, type Line } from './rows'
import { serialOf, serialRuns } from '../meaning/serials'

/** What goes on behind the number of a row's own name. */
const NUMBERING_MARK = /^[.．、)）]/

/** A line with the number that may count it. */
interface Counted {
  readonly line: Line
  readonly serial: Item | undefined
}

/** The lines that numbers count, one after the other, with nothing on the counting numbers' side of what stands beside them. */
function counted(rows: readonly Counted[], beside: (line: Line) => readonly Item[]): Counted[] {
  return serialRuns(rows.map(({ serial }) => (serial ? serialOf(serial.text) : Number.NaN))).flatMap((run) => {
    const own = run.map((at) => rows[at]!)
    const right = Math.max(...own.map(({ serial }) => serial!.x + serial!.width))
    const others = own.map(({ line, serial }) => beside(line).filter((item) => item !== serial))
    // Numbers of a column of the form stand above or below others of it that count nothing.
    return others.every((items) => items.every(({ x }) => x > right)) && others.some((items) => items.length > 0) ? own : []
  })
}

const withoutItem = (line: Line, serial: Item): Line[] => {
  const items = line.items.filter((item) => item !== serial)
  return items.length > 0 ? [lineOf(items, line.pieces === line.items)] : []
}

/** Lines without the numbers that count them (行次, 序号) in a column of their own: before the names, where they would be names or numbers, or between names and numbers, where they would be the first of these. */
export function withoutSerialColumn(lines: readonly Line[]): readonly Line[] {
  const numbered = lines.filter(({ items, values }) => values.length > 0 || !Number.isNaN(serialOf(items[0]!.text)))
  const before = counted(numbered.map((line) => ({ line, serial: NUMBERING_MARK.test(line.items[1]?.text ?? '') ? undefined : line.items[0] })), ({ items }) => items)
  const between = before.length > 0 ? [] : counted(numbered.flatMap((line) => (line.values.length > 0 ? [{ line, serial: line.values[0] }] : [])), ({ values }) => values)
  const serials = new Map([...before, ...between].map(({ line, serial }) => [line, serial!]))
  return serials.size === 0 ? lines : lines.flatMap((line) => (serials.has(line) ? withoutItem(line, serials.get(line)!) : [line]))
}
