import type { TotalAt } from './column-order'
import type { Headings } from './laid-headings'
import { SAME } from './laid-clusters'
import { waysOf, type RunRow, type Shown, type Way } from './laid-runs'

/** What is known of a table: how many columns it has, where the headings of each page stand, and where its totals are. */
export interface Shape {
  readonly width: number
  readonly headings: ReadonlyMap<number, Headings>
  readonly total: TotalAt
}

/** Rows that stand in the same columns, and the ways in which they may. */
export interface Stretch {
  readonly rows: readonly number[]
  readonly ways: readonly Way[]
}

/** A row that costs so much more with others than alone does not stand in their columns. */
const MOST_JOINING = 4

/** Each stretch of rows that do not stand in the columns of others costs so much, and each place that is another column in two of them. */
const STRETCH_COST = 2
const CONTRADICTION_COST = 0.25

/** How many places of a stretch are another column in others of its page; those of rows that leave no cell out show no columns but their own. */
function contradictionsOf(stretch: Stretch, stretches: readonly Stretch[], rows: readonly RunRow[], width: number): number {
  const startsOf = ({ ways: [best] }: Stretch): (readonly [number, number])[] => [...(best?.starts ?? [])]
  const others = othersOf(stretch, stretches, rows, width)
  return startsOf(stretch).filter(([column, x]) => others.some((other) => startsOf(other).some(([own, place]) => own !== column && Math.abs(place - x) <= 1))).length
}

/** The other stretches of its page that leave cells out: where there are any, a row may stand in the columns of either. */
export const othersOf = (stretch: Stretch, stretches: readonly Stretch[], rows: readonly RunRow[], width: number): Stretch[] => stretches.filter((other) => other !== stretch && rows[other.rows[0]!]!.page === rows[stretch.rows[0]!]!.page && isPartial(other, rows, width))

export const isPartial = (stretch: Stretch, rows: readonly RunRow[], width: number): boolean => stretch.rows.some((at) => rows[at]!.cells.length < width)

/** How badly rows fit in stretches; those that leave no cell out stand in known columns, wherever they do. */
function costsOf(stretches: readonly Stretch[], rows: readonly RunRow[], width: number): number {
  const partial = stretches.filter((stretch) => isPartial(stretch, rows, width))
  return STRETCH_COST * stretches.length + partial.reduce((sum, stretch) => sum + (stretch.ways[0]?.cost ?? 0) + CONTRADICTION_COST * contradictionsOf(stretch, partial, rows, width), 0)
}

/**
 * Rows of a page put together as far as they can stand in the same columns: a page may have them moved in a part of it. Those that leave no cell out are put to the others in turn, or last: a long name
 * moves all numbers of a row, and these are known anyhow. Stretches whose rows stand as well in others are none.
 */
export function stretchesOf(rows: readonly RunRow[], { width, headings, total }: Shape): readonly Stretch[] {
  const isFull = (at: number): number => Number(rows[at]!.cells.length === width)
  const withRows = (stretches: readonly Stretch[], own: readonly number[]): readonly Stretch[] => own.reduce((all, at) => withRow(all, at, rows, width, { pitches: null, headings: headings.get(rows[at]!.page) ?? null, total }), stretches)
  const numbered = [...rows.keys()].filter((at) => rows[at]!.cells.length > 0)
  const fullLast = (own: readonly number[]): number[] => own.toSorted((a, b) => isFull(a) - isFull(b) || a - b)
  const cheaper = (best: readonly Stretch[], other: readonly Stretch[]): readonly Stretch[] => (costsOf(other, rows, width) < costsOf(best, rows, width) ? other : best)
  let best = [numbered, fullLast(numbered)].map((order) => withRows([], order)).reduce(cheaper)
  for (const stretch of best) if (best.includes(stretch)) best = cheaper(best, withRows(best.filter((each) => each !== stretch), fullLast(stretch.rows)))
  return best
}

/** Stretches with one more row: put to that in whose columns it stands at least as well as alone, else a stretch of its own. */
function withRow(stretches: readonly Stretch[], at: number, rows: readonly RunRow[], width: number, shown: Shown): readonly Stretch[] {
  const row = rows[at]!
  const alone = waysOf([row], width, shown)
  const joined = stretches
    .filter((each) => rows[each.rows[0]!]!.page === row.page)
    .map((stretch) => ({ stretch, ways: waysOf([...stretch.rows.map((each) => rows[each]!), row], width, shown) }))
    .filter(({ ways }) => ways.length > 0)
    .map((each) => ({ ...each, more: each.ways[0]!.cost - each.stretch.ways[0]!.cost }))
    .sort((a, b) => a.more - b.more)[0]
  if (!joined || joined.more >= (alone[0]?.cost ?? Infinity) + MOST_JOINING) return [...stretches, { rows: [at], ways: alone }]
  return stretches.map((each) => (each === joined.stretch ? { rows: [...each.rows, at], ways: joined.ways } : each))
}

/** A way that costs each row so much shows no widths. */
const MOST_ROW_COST = 1

/** So many runs that start in a column show where it is. */
const LEAST_STARTS = 2

/** How wide columns are for a stretch by the way that is clearest: of another one, or of its own where a row of it leaves no cell out, or several rows show each column. Null where none shows all of them. */
export function pitchesFor(own: Stretch, stretches: readonly Stretch[], all: readonly RunRow[], width: number): number[] | null {
  const areShown = ({ columns, starts }: Way): boolean => [...starts.keys()].every((column) => columns.filter((of) => of.includes(column)).length >= LEAST_STARTS)
  const isShown = (stretch: Stretch): boolean => stretch !== own || stretch.rows.some((at) => all[at]!.cells.length === width) || areShown(stretch.ways[0]!)
  const full = stretches.filter((stretch) => isShown(stretch) && stretch.ways[0]?.starts.size === width && stretch.ways[0].cost < stretch.rows.length * MOST_ROW_COST).sort((a, b) => b.rows.length - a.rows.length)[0]
  const starts = full && [...full.ways[0]!.starts.values()]
  return starts ? starts.slice(1).map((start, at) => start - starts[at]!) : null
}

/** So many rows at least stand moved together. */
const LEAST_DIVIDED = 4

/** Each way to part a stretch in two, or all rows of a page in several: below a row whose last number stands elsewhere than that of the next. */
export function divided(stretches: readonly Stretch[], rows: readonly RunRow[], { width, headings, total }: Shape): Stretch[][] {
  const lastOf = (row: number): number => rows[row]!.runs.at(-1)!.x
  const pageOf = ({ rows: [first] }: Stretch): number => rows[first!]!.page
  const stretch = (own: readonly number[]): Stretch => ({ rows: own, ways: waysOf(own.map((each) => rows[each]!), width, { pitches: null, headings: headings.get(rows[own[0]!]!.page) ?? null, total }) })
  const pages = [...new Set(stretches.map(pageOf))].map((page) => stretches.filter((each) => pageOf(each) === page)).filter((own) => own.length > 1)
  return [...stretches.map((each) => [each]), ...pages].flatMap((whole) => {
    const own = whole.flatMap((each) => each.rows).sort((a, b) => a - b)
    const cuts = own.flatMap((row, at) => (at >= LEAST_DIVIDED && at <= own.length - LEAST_DIVIDED && Math.abs(lastOf(row) - lastOf(own[at - 1]!)) > SAME ? [at] : []))
    return cuts.map((at) => [...stretches.filter((other) => !whole.includes(other)), stretch(own.slice(0, at)), stretch(own.slice(at))]).filter((parts) => parts.every(({ ways }) => ways.length > 0))
  })
}
