import type { Told } from './document'
import type { RowLine } from './form-rows'
import type { Item } from './geometry'
import { choices } from './choices'
import { addsUp, type LaidCell } from './laid-cells'
import { ALIGNMENTS, unevenness, type RunRow } from './laid-runs'
import { KIND_ORDER, RESULT_ORDER } from './labels'

const RESULTS = RESULT_ORDER.length
const WIDTH = KIND_ORDER.length * RESULTS

/** Where a heading of table 4 stands. */
interface Heading extends Pick<Item, 'x' | 'width'> {
  readonly letter: string
  /** One space parts it from the heading before it: only that one shows where they stand. */
  readonly glued: boolean
}

/** How the headings of all kinds begin: 结果维持, 结果纠正, 其他结果, 尚未审结, 总计. */
const BEGINNINGS = '结结其尚总'.repeat(KIND_ORDER.length)
/** Where in a text a heading begins: 结 also ends 尚未审结 and stands in 其他结果. */
const BEGINS = /(?<![审他])结|其|尚|总/g

const beginnings = (headings: readonly Heading[]): string => headings.map(({ letter }) => letter).join('')

/** Headings that begin on a line below others: none of them goes on with one above, and they follow each other as in the form. */
function begun({ labels }: RowLine, above: readonly Heading[]): Heading[] {
  let end = -Infinity
  const found = labels
    .flatMap(({ text, x, width }): Heading[] => {
      const wide = width / text.length
      const starts = [...text.matchAll(BEGINS)].map(({ index }) => index)
      const own = starts.map((start, at) => ({ letter: text[start]!, x: x + start * wide, width: ((starts[at + 1] ?? text.length) - start) * wide, glued: at > 0 || x - end <= 1 }))
      end = x + width
      return own
    })
    .filter(({ x, width }) => !above.some((other) => x < other.x + other.width && other.x < x + width))
  // 结 alone ends 尚未审结, or goes on with 其他结果.
  if (/^结*$/.test(beginnings(found))) return []
  const from = found.findIndex((_, at) => BEGINNINGS.includes(beginnings(found.slice(at))))
  return found.slice(from)
}

/** The headings of all columns of table 4, from left to right, by the lines on which they begin; null where they are not all there. */
export function resultHeadings(lines: readonly RowLine[]): Heading[] | null {
  const found: Heading[] = []
  for (const line of lines) found.push(...begun(line, found))
  found.sort((a, b) => a.x - b.x)
  return beginnings(found) === BEGINNINGS ? found : null
}

/** A way so much worse is none; a kind that does not add up makes it so much worse. */
const CLEAR = 3
const NO_SUM_COST = 6
/** Columns much wider or narrower than the others. */
const PITCH_COST = 3

/** How far runs stand from the headings of their columns, all set against them alike. */
const offOf = ({ runs }: RunRow, columns: readonly number[], headings: readonly Heading[]): number =>
  Math.min(
    ...ALIGNMENTS.map((alignment) =>
      runs.reduce((sum, { x, width }, at) => {
        const heading = headings[columns[at]!]!
        const off = x + alignment * width - (heading.x + alignment * heading.width)
        return sum + (heading.glued ? Math.max(0, -off) : Math.abs(off))
      }, 0),
    ),
  )

/** How many kinds do not add up, blanks as none. */
function notAddingUp(cells: readonly LaidCell[], columns: readonly number[]): number {
  const blank: LaidCell = { x: 0, y: 0, width: 0, parts: ['0'] }
  const all = Array.from({ length: WIDTH }, (_, column) => cells[columns.indexOf(column)] ?? blank)
  return KIND_ORDER.filter((_, kind) => addsUp(all.slice(kind * RESULTS, (kind + 1) * RESULTS)) === false).length
}

/** The columns of the cells of a row of table 4 with blanks, by the headings that they stand under and by the sums of its kinds; null where several are as likely and no heading shows one. */
export function placedResults(row: RunRow, headings: readonly Heading[] | null): { columns: readonly number[]; told: Told | undefined } | null {
  const { cells, runs } = row
  const ways = choices(WIDTH - cells.length + runs.length, runs.length)
    .map((chosen) => {
      const starts = chosen.map((start, at) => start + runs.slice(0, at).reduce((sum, { count }) => sum + count - 1, 0))
      const columns = runs.flatMap(({ count }, at) => Array.from({ length: count }, (_, index) => starts[at]! + index))
      return { columns, off: (headings ? offOf(row, starts, headings) : 0) + PITCH_COST * unevenness(runs.map(({ x }, at) => [starts[at]!, x] as const), null), sums: NO_SUM_COST * notAddingUp(cells, columns) }
    })
    .sort((a, b) => a.off + a.sums - b.off - b.sums)
  const [best, next] = ways
  if (!best) return null
  const others = ways.slice(1)
  if (headings && others.every(({ off }) => off - best.off >= CLEAR)) return { columns: best.columns, told: undefined }
  if (best.sums === 0 && (!next || others.every((other) => other.sums > 0 || other.off - best.off >= CLEAR))) return { columns: best.columns, told: 'sums' }
  return headings ? { columns: best.columns, told: 'likely' } : null
}
