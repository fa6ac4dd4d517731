import type { Item } from './geometry'
import { formHeadings } from './headings'
import type { LabelPiece } from './label-columns'
import { COLUMN_LABELS, KIND_LABELS } from '../meaning/labels'
import { lineOf, type Line, type ValueRow } from './rows'
import { headsColumns, type Column } from './value-columns'
import { hasHan, tight } from '../meaning/words'

/** So many numbers show where the labels beside them end. */
const LEAST_ROW = 3

/** Where the last item of a line ends. */
export const rightOf = ({ items }: Line): number => items.at(-1)!.x + items.at(-1)!.width

/** The rows of numbers around a line: those within a few lines, else the next above and below. */
function rowsNear({ y }: Line, rows: readonly ValueRow[], height: number): ValueRow[] {
  const near = rows.filter((row) => Math.abs(row.y - y) <= height * 4)
  const around = near.length > 0 ? near : [rows.findLast((row) => row.y < y), rows.find((row) => row.y > y)].filter((row) => row !== undefined && Math.abs(row.y - y) <= height * 20) as ValueRow[]
  const full = around.filter(({ values }) => values.length >= LEAST_ROW)
  return full.length > 0 ? full : around
}

/** Stretches of lines that have something in common. */
function runsOf(lines: readonly Line[], has: (line: Line) => boolean): Line[][] {
  const runs: Line[][] = []
  lines.forEach((line, at) => {
    if (!has(line)) return
    if (at > 0 && has(lines[at - 1]!)) runs.at(-1)!.push(line)
    else runs.push([line])
  })
  return runs
}

/** The pieces of lines beside or above rows of numbers: parts of their labels, or headings of columns. */
export function sorted(lines: readonly Line[], rows: ReadonlyMap<Line, ValueRow>, height: number, known: readonly Column[] | null): { labels: LabelPiece[]; headings: Item[] } {
  const headings: Item[] = []
  const labels: LabelPiece[] = []
  const ofForm = formHeadings(runsOf(lines, (line) => !rows.has(line)).map((run) => run.map(({ items }) => items)), height)
  for (const line of lines) {
    const row = rows.get(line) ?? null
    const near = rowsNear(line, [...rows.values()], height)
    const edge = Math.min(...(near.length > 0 ? near : [...rows.values()]).map(({ values }) => values[0]!.x))
    const before = (item: Item): boolean => near.some(({ values }) => item.x + item.width <= values[0]!.x + height * 0.5)
    // Three pieces and more without a number are headings of columns, but for what stands over the labels.
    const heads = line.pieces.length >= 3 && rightOf(line) > edge
    const overLabels = (item: Item): boolean => item === line.items[0] && item.x + item.width <= edge + height * 0.5 && !headsColumns([item]) && KIND_LABELS.is(item.text) === undefined && !line.items.slice(1).some(({ text }) => tight(text) === tight(item.text))
    // Beside no row of numbers: left of the columns that the headings above show.
    const above = ofForm.findLast(({ y }) => y <= line.y)
    const besideBlanks = (item: Item): boolean => item.x + item.width <= (above?.left ?? known?.[0]?.left ?? -Infinity) + height * 0.5
    const isOfLabel = (item: Item): boolean => !ofForm.some(({ items }) => items.has(item)) && (near.length === 0 ? besideBlanks(item) : heads ? overLabels(item) : before(item) && COLUMN_LABELS.name(item.text) === null)
    for (const item of row ? line.labels : line.items) {
      if (row || isOfLabel(item)) labels.push({ item, row })
      else headings.push(item)
    }
  }
  return { labels, headings }
}

/** Lines of which a sign left of all numbers, such as a 无 of （四）无法提供, is no number. */
export function withoutStrays(lines: readonly Line[], height: number): readonly Line[] {
  const edge = Math.min(...lines.filter(({ values }) => values.length >= LEAST_ROW).map(({ values }) => values[0]!.x))
  if (edge === Infinity) return lines
  return lines.map((line) => {
    const last = line.values.at(-1)
    return last && last.x + last.width < edge - height * 0.3 && line.values.every(({ text }) => !/\d/.test(tight(text))) ? { ...line, values: [], labels: line.items } : line
  })
}

/** So many rows show where the last column of numbers ends. */
const LEAST_ROWS = 3
/** The lines of a remark follow each other within so many heights. */
const MOST_APART = 1.6

/** Lines of a table without remarks behind its numbers: text of a line, and what goes on above and below it, that begins where the numbers of all rows have ended. */
export function withoutRemarks(lines: readonly Line[], height: number): readonly Line[] {
  const rows = lines.filter(({ values }) => values.length >= LEAST_ROW)
  const edge = Math.max(...rows.map(rightOf))
  if (rows.length < LEAST_ROWS) return lines
  const isBehind = ({ x }: Item): boolean => x >= edge
  const short = lines.map((line) => (line.values.length === 0 && line.items.some(isBehind) ? lineOf(line.items.filter((item) => !isBehind(item)), false) : line))
  const remarked = lines.filter((line, at) => line.items.length > 0 && short[at]!.values.length >= LEAST_ROW && short[at] !== line && line.items.filter(isBehind).every(({ text }) => hasHan(text)))
  const isNear = (line: Line): boolean => remarked.some(({ y }) => Math.abs(y - line.y) <= height * MOST_APART)
  return lines.flatMap((line, at): readonly Line[] => (remarked.includes(line) ? [short[at]!] : line.values.length === 0 && line.items.some(isBehind) && isNear(line) ? [short[at]!].filter(({ items }) => items.length > 0) : [line]))
}
