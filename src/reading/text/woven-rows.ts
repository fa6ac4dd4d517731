import type { RowLine } from './form-rows'
import type { Item } from '../page/geometry'
import type { TotalAt } from './column-order'
import { addsUp, asCells } from './laid-cells'
import { areGroupEnds } from './row-names'

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
const isSum = (values: readonly Item[], total: TotalAt): boolean => addsUp(asCells(values), total) !== false

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

/** Two numbers of a column in one place: of none, nothing but zeros is left. */
const isTwice = ({ values }: RowLine): boolean => values.length === 1 && values[0]!.text === '00'

/** Whether a mark that none applies stands alone on a line, as a letter of a name may. */
const saysNone = ({ labels, values }: RowLine): boolean => values.length === 0 && labels.every(({ text }) => text === '无')

/** Whether a line names nothing, or only what is left of groups' names stands there. */
const isNameless = (line: RowLine, groups: readonly string[]): boolean => line.labels.length === 0 || saysNone(line) || (line.values.length > 0 && areGroupEnds(line.labels, groups))

/** The numbers of a line that belong to no name yet, as lines of their own. */
function loose(line: RowLine): RowLine[] {
  const own = { ...line, labels: [], values: saysNone(line) ? line.labels : line.values }
  const zero = { ...own, values: own.values.map((value) => ({ ...value, text: '0' })) }
  return own.values.length === 0 ? [] : isTwice(own) ? [zero, zero] : [own]
}

/**
 * Lines with the rows parted that pdftotext weaves into each other: the names of two rows, in either order, and below both of them their numbers, column
 * by column, the upper row's over the lower's; the first ones may stand beside the names. `rowOf`: the row that a line names and nothing else; `order`: the rows from above; `groups`: the names of groups of rows.
 */
export function unwoven(lines: readonly RowLine[], width: number, total: TotalAt, order: readonly string[], groups: readonly string[], rowOf: (line: RowLine) => string | undefined): RowLine[] {
  const made: RowLine[] = []
  for (let at = 0; at < lines.length; at += 1) {
    const [first, second] = [lines[at]!, lines[at + 1]]
    let end = at + 2
    while (end < lines.length && isNameless(lines[end]!, groups) && lines[end]!.y - lines[end - 1]!.y <= MOST_APART && lines[end]!.page === first.page) end += 1
    const pair = second && end > at + 3 ? wovenIn(lines.slice(at, end), width, total, order, rowOf) : null
    made.push(...(pair ?? [first]))
    if (pair) at = end - 1
  }
  return made
}

/** The two rows that lines hold, of which the first two name them; null where that is not so. */
function wovenIn(lines: readonly RowLine[], width: number, total: TotalAt, order: readonly string[], rowOf: (line: RowLine) => string | undefined): [RowLine, RowLine] | null {
  const names = lines.slice(0, 2).map(bare)
  const [first, second] = names.map((name) => order.indexOf(rowOf(name) ?? '')) as [number, number]
  if (first < 0 || second < 0 || first === second || lines.slice(0, 2).some(({ values }) => values.length >= width)) return null
  const pair = pairOf((first < second ? names : names.toReversed()) as [RowLine, RowLine], lines.flatMap(loose), width, total)
  // Numbers beside the upper name, or names out of order, are woven only where all are there.
  const isPlain = first < second && lines[0]!.values.length === 0
  return pair && (isPlain || pair.every(({ values }) => values.length === width)) ? pair : null
}
