import { serialOf, serialRuns } from '../meaning/serials'
import type { Line } from './rows'

/** Lines without the numbers that count them (行次, 序号) in a column of their own between names and numbers: they would be the first of these. */
export function withoutSerialColumn(lines: readonly Line[]): readonly Line[] {
  const rows = lines.filter(({ values }) => values.length > 0)
  const counted = new Set<Line>()
  for (const run of serialRuns(rows.map(({ values }) => serialOf(values[0]!.text)))) {
    const own = run.map((at) => rows[at]!)
    const right = Math.max(...own.map(({ values: [first] }) => first!.x + first!.width))
    // Numbers of a column of the form stand above or below others of it that count nothing.
    const isApart = own.every(({ values }) => values.slice(1).every(({ x }) => x > right)) && own.some(({ values }) => values.length > 1)
    if (isApart) for (const line of own) counted.add(line)
  }
  return counted.size === 0 ? lines : lines.map((line) => (counted.has(line) ? { ...line, items: line.items.filter((item) => item !== line.values[0]), pieces: line.pieces.filter((item) => item !== line.values[0]), values: line.values.slice(1) } : line))
}
