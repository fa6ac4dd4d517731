import type { RowLine } from './form-rows'
import type { Item } from '../page/geometry'
import type { TotalAt } from './column-order'
import { addsUp } from './laid-cells'

/** Lines of numbers below two names stand no further apart. */
const MOST_APART = 2
/** No more lines may be either row's. */
const MOST_OPEN = 4

const overlaps = (a: Item, b: Item): boolean => a.x < b.x + b.width && b.x < a.x + a.width

/** The row of each line, the upper or the lower one, as far as numbers above and below each other tell; null where they contradict. */
function sidesOf(lines: readonly RowLine[]): (boolean | undefined)[] | null {
  const isLower: (boolean | undefined)[] = lines.map(() => undefined)
  for (const [above, upper] of lines.entries()) {
    for (const [below, lower] of lines.entries()) {
      if (below <= above || !upper.values.some((value) => lower.values.some((other) => overlaps(value, other)))) continue
      if (isLower[above] === true || isLower[below] === false) return null
      isLower[above] = false
      isLower[below] = true
    }
  }
  return isLower
}

const valuesOf = (lines: readonly RowLine[], y: number): Item[] => lines.flatMap(({ values }) => values).map((value) => ({ ...value, y })).sort((a, b) => a.x - b.x)
const isSum = (values: readonly Item[], total: TotalAt): boolean => addsUp(values.map(({ text, x, y, width }) => ({ x, y, width, parts: [text] })), total) !== false

/** Every way to tell lines to two rows. */
function waysOf(sides: readonly (boolean | undefined)[]): boolean[][] {
  return sides.reduce<boolean[][]>((ways, side) => ways.flatMap((way) => (side === undefined ? [false, true] : [side]).map((each) => [...way, each])), [[]])
}

/** Two names and the lines of numbers below both as two rows; null where more than one way, or none, gives rows that add up. */
function pairOf(names: readonly [RowLine, RowLine], lines: readonly RowLine[], width: number, total: TotalAt): [RowLine, RowLine] | null {
  const sides = sidesOf(lines)
  if (!sides || !sides.includes(true) || sides.filter((side) => side === undefined).length > MOST_OPEN) return null
  const fitting = waysOf(sides)
    .map((way): [RowLine, RowLine] => {
      const rowOf = (name: RowLine, lower: boolean): RowLine => ({ ...name, values: valuesOf(lines.filter((_, at) => way[at] === lower), name.y), woven: true })
      return [rowOf(names[0], false), rowOf(names[1], true)]
    })
    .filter((pair) => pair.every(({ values }) => values.length <= width && isSum(values, total)))
  return fitting.length === 1 ? fitting[0]! : null
}

const bare = (line: RowLine): RowLine => ({ ...line, values: [] })

/**
 * Lines with the rows parted that pdftotext weaves into each other: the names of two rows, and below both of them their numbers, column
 * by column, the upper row's over the lower's; the first may stand beside the lower name. `rowOf`: the row that a line names and nothing else.
 */
export function unwoven(lines: readonly RowLine[], width: number, total: TotalAt, rowOf: (line: RowLine) => string | undefined): RowLine[] {
  const made: RowLine[] = []
  for (let at = 0; at < lines.length; at += 1) {
    const [first, second] = [lines[at]!, lines[at + 1]]
    let end = at + 2
    while (end < lines.length && lines[end]!.labels.length === 0 && lines[end]!.y - lines[end - 1]!.y <= MOST_APART && lines[end]!.page === first.page) end += 1
    const areNames = second !== undefined && second.values.length < width && rowOf(first) !== undefined && rowOf(bare(second)) !== undefined && rowOf(first) !== rowOf(bare(second))
    const beside = areNames && second.values.length > 0 ? [{ ...second, labels: [] }] : []
    const pair = areNames && end > at + 3 ? pairOf([first, bare(second)], [...beside, ...lines.slice(at + 2, end)], width, total) : null
    made.push(...(pair ?? [first]))
    if (pair) at = end - 1
  }
  return made
}
