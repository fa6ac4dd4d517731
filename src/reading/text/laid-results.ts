import type { Told } from '../document'
import type { RowLine } from './form-rows'
import type { Item } from '../page/geometry'
import { choices } from '../meaning/choices'
import { addsUp, type LaidCell } from './laid-cells'
import { ALIGNMENTS, unevenness, type RunRow } from './laid-runs'
import { KIND_ORDER, RESULT_ORDER } from '../meaning/labels'

const RESULTS = RESULT_ORDER.length
const WIDTH = KIND_ORDER.length * RESULTS

/** Where a heading of table 4 stands. */
interface Heading extends Pick<Item, 'x' | 'width'> {
  readonly page: number
  readonly letter: string
  /** One space parts it from the heading before it: only that one shows where they stand. */
  readonly glued: boolean
}

/** How the headings of all kinds begin: 结果维持, 结果纠正, 其他结果, 尚未审结, 总计. */
const BEGINNINGS = '结结其尚总'.repeat(KIND_ORDER.length)
/** Where in a text a heading begins: 结 also ends 尚未审结 and stands in 其他结果. */
const BEGINS = /(?<![审他])结|其|尚|总/g

const beginnings = (headings: readonly Heading[]): string => headings.map(({ letter }) => letter).join('')

/** A letter alone stands no further from the one above that it goes on with. */
const LETTER_OFF = 2

/** Headings that begin on a line below others: none of them goes on with one above. */
function begun({ labels, page }: RowLine, above: readonly Heading[]): Heading[] {
  let end = -Infinity
  return labels
    .flatMap(({ text, x, width }): Heading[] => {
      const wide = width / text.length
      const starts = [...text.matchAll(BEGINS)].map(({ index }) => index)
      const own = starts.map((start, at) => ({ page, letter: text[start]!, x: x + start * wide, width: ((starts[at + 1] ?? text.length) - start) * wide, glued: at > 0 || x - end <= 1 }))
      end = x + width
      return own
    })
    .filter(({ x, width }) => {
      const off = width <= 1 ? LETTER_OFF : 0
      return !above.some((other) => x < other.x + other.width + off && other.x < x + width + off)
    })
}

/** Of headings of a line the last that follow each other as in the form: 结 before them ends 尚未审结. */
const following = (found: readonly Heading[]): readonly Heading[] => found.slice(found.findIndex((_, at) => BEGINNINGS.includes(beginnings(found.slice(at)))))

/** The headings of all columns of table 4, from left to right, by the lines on which they begin; null where they are not all there. */
export function resultHeadings(lines: readonly RowLine[]): Heading[] | null {
  const ways = [(found: readonly Heading[]) => found, following].map((kept) => {
    const all: Heading[] = []
    for (const line of lines) {
      const found = begun(line, all)
      // 结 alone ends 尚未审结, or goes on with 其他结果.
      if (!/^结*$/.test(beginnings(found))) all.push(...kept(found))
    }
    return all.sort((a, b) => a.x - b.x)
  })
  return ways.find((found) => beginnings(found) === BEGINNINGS) ?? null
}

/** A way so much worse is none where the best stands under its headings; a kind that does not add up makes it so much worse. */
const CLEAR = 3
const NO_SUM_COST = 6
/** Columns much wider or narrower than the others. */
const PITCH_COST = 3

/** A run that stands no further from the heading of its column stands under it. */
const NEAR = 2

/** A heading that touches the one before it may stand left of its column: how much that counts. */
const GLUED_SHARE = 0.2
/** Runs further from a heading say no more. */
const MOST_OFF = 5

/** How far runs stand from the headings of their columns, all set against them alike: each of them, of the way that is nearest. */
function offsets({ runs }: RunRow, columns: readonly number[], headings: readonly Heading[]): number[] {
  const ways = ALIGNMENTS.map((alignment) =>
    runs.map(({ x, width }, at) => {
      const heading = headings[columns[at]!]!
      const off = x + alignment * width - (heading.x + alignment * heading.width)
      return Math.min(heading.glued && off > 0 ? off * GLUED_SHARE : Math.abs(off), MOST_OFF)
    }),
  )
  return ways.sort((a, b) => total(a) - total(b))[0]!
}

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)

/** How many kinds do not add up, blanks as none. */
function notAddingUp(cells: readonly LaidCell[], columns: readonly number[]): number {
  const blank: LaidCell = { x: 0, y: 0, width: 0, parts: ['0'] }
  const all = Array.from({ length: WIDTH }, (_, column) => cells[columns.indexOf(column)] ?? blank)
  return KIND_ORDER.filter((_, kind) => addsUp(all.slice(kind * RESULTS, (kind + 1) * RESULTS)) === false).length
}

/** The columns of the cells of a row of table 4 with blanks, by the headings that they stand under and by the sums of its kinds; null where no heading shows one and the kinds do not add up. */
export function placedResults(row: RunRow, found: readonly Heading[] | null): { columns: readonly number[]; told: Told | undefined } | null {
  const { cells, runs } = row
  // Columns of another page stand elsewhere.
  const headings = found?.every(({ page }) => page === row.page) ? found : null
  const ways = choices(WIDTH - cells.length + runs.length, runs.length)
    .map((chosen) => {
      const starts = chosen.map((start, at) => start + total(runs.slice(0, at).map(({ count }) => count - 1)))
      const columns = runs.flatMap(({ count }, at) => Array.from({ length: count }, (_, index) => starts[at]! + index))
      const off = headings ? offsets(row, starts, headings) : []
      const far = total(off) + PITCH_COST * unevenness(runs.map(({ x }, at) => [starts[at]!, x] as const), null)
      return { columns, far, isNear: headings !== null && off.every((each) => each <= NEAR), sums: NO_SUM_COST * notAddingUp(cells, columns) }
    })
    .sort((a, b) => a.far + a.sums - b.far - b.sums)
  const [best, ...others] = ways
  if (!best || (!found && best.sums > 0)) return null
  const rivals = others.filter(({ far, isNear }) => far - best.far < CLEAR || !(best.isNear || isNear))
  const told = rivals.length === 0 ? undefined : best.sums === 0 && rivals.every(({ sums }) => sums > 0) ? 'sums' : 'likely'
  return { columns: best.columns, told }
}
