import { centre, linesOf, type Item } from './geometry'
import { ITEM_LABELS, KIND_LABELS, REQUEST_LABELS, RESULT_LABELS } from '../meaning/labels'
import type { ValueRow } from './rows'
import { isNumbered } from '../meaning/words'

/** A line of labels: of one column, or over several. `row`: the row of numbers on the same line. */
export interface LabelLine {
  readonly y: number
  readonly text: string
  readonly row: ValueRow | null
}

/** A piece of a label, with the row of numbers on its line. */
export interface LabelPiece {
  readonly item: Item
  readonly row: ValueRow | null
}

/** Two pieces of different columns stand so near to each other, in heights of a letter. */
const NEAR = 2.6
/** And no further than this beside each other. */
const WIDEST_APART = 40
/** So many pairs of pieces show that there is an edge between two columns. */
const LEAST_PAIRS = 3

/** The edge that parts most of the pieces that stand beside each other; null where they are one column. */
function edgeOf(items: readonly Item[], height: number): number | null {
  const gaps = items.flatMap((a) =>
    items.flatMap((b) => {
      const [from, to] = [a.x + a.width, b.x]
      return to - from >= height * 0.15 && to - from < height * WIDEST_APART && Math.abs(centre(a) - centre(b)) <= height * NEAR ? [{ from, to, pair: [a, b] as const }] : []
    }),
  )
  // The pieces of one line may be words of one label.
  const areSeveral = (pairs: readonly (readonly [Item, Item])[]): boolean => [0, 1].every((side) => new Set(pairs.map((pair) => pair[side])).size > 1)
  // Labels over all columns stand above and below the pairs too: what crosses the edge among them speaks against it.
  const crossed = (at: number, pairs: readonly (readonly [Item, Item])[]): number => {
    const ys = pairs.flat().map(centre)
    const [top, bottom] = [Math.min(...ys), Math.max(...ys)]
    return items.filter((item) => item.x < at - height * 0.3 && item.x + item.width > at + height * 0.3 && centre(item) >= top && centre(item) <= bottom).length
  }
  const best = gaps
    .flatMap(({ from, to }) => [from + height * 0.1, to])
    .map((at) => {
      const pairs = gaps.filter(({ from, to }) => from <= at && at <= to).map(({ pair }) => pair)
      return { at, pairs: areSeveral(pairs) ? pairs.length : 0, crossed: crossed(at, pairs) }
    })
    .filter(({ pairs, crossed: over }) => pairs >= LEAST_PAIRS && over <= pairs)
    .sort((a, b) => b.pairs - b.crossed - (a.pairs - a.crossed) || a.at - b.at)[0]
  return best?.at ?? null
}

/** So near, in heights of a letter, one line stands over another. */
const OVER = 0.6

/** Lines with the beginning of a name behind the end of the one before that it stands over: the cells of a sheet cut words at their edges to the eye alone. */
function inOrder(lines: readonly LabelLine[], height: number): LabelLine[] {
  const made = [...lines]
  made.forEach((line, at) => {
    const next = made[at + 1]
    if (at === 0 || !next || next.y - line.y > height * OVER || !isNumbered(line.text) || isNumbered(next.text)) return
    made[at] = next
    made[at + 1] = line
  })
  return made
}

/** Lines of pieces, those on one line put together. */
function joined(pieces: readonly LabelPiece[], height: number): LabelLine[] {
  const rowOf = new Map(pieces.map(({ item, row }) => [item, row]))
  const lines = linesOf(pieces.map(({ item }) => item)).map((items) => ({
    y: items.reduce((sum, item) => sum + centre(item), 0) / items.length,
    text: items.map(({ text }) => text.trim()).join(''),
    row: items.map((item) => rowOf.get(item) ?? null).find((row) => row !== null) ?? null,
  }))
  return inOrder(lines, height)
}

/** Rows that head others, and rows that the form does not have. */
export const GROUP_ROWS: ReadonlySet<string> = new Set(['refused', 'unavailable', 'not-processed', 'other', 'extra'])

/** Whether these are the words of a row of table 3 that heads no others. */
export function isRequestRow(text: string): boolean {
  const row = REQUEST_LABELS.is(text)
  return row !== undefined && !GROUP_ROWS.has(row)
}

/** Whether these are the words of a row of any table of the form. */
const isRowName = (text: string): boolean => isRequestRow(text) || [ITEM_LABELS, RESULT_LABELS, KIND_LABELS].some((words) => words.is(text) !== undefined)

/** The label's lines by column: those of rows, which may reach over the others, and those of groups left of them, the nearest first. */
export function labelColumns(pieces: readonly LabelPiece[], height: number): LabelLine[][] {
  const edge = edgeOf(pieces.map(({ item }) => item), height)
  if (edge === null) return [joined(pieces, height)]
  const within = pieces.filter(({ item }) => item.x + item.width > edge + height * 0.3)
  const beside = new Set(within.map(({ row }) => row))
  // The whole name of a row that stands on the line of its numbers, where nothing else does, is no group's; the name of a group may be, unless a label's lines run above and below it.
  const isBetween = ({ item }: LabelPiece): boolean => [-1, 1].every((side) => within.some((other) => other.row === null && (centre(other.item) - centre(item)) * side > 0 && (centre(other.item) - centre(item)) * side < height * 1.5))
  // Nor is one that a label's line reaches beside: two rows do not stand in one place.
  const isBeside = ({ item }: LabelPiece): boolean => within.some((other) => other.item.x >= edge - height * 0.3 && Math.abs(centre(other.item) - centre(item)) < height * 0.9)
  const isRow = (piece: LabelPiece): boolean => piece.row !== null && !beside.has(piece.row) && !isBeside(piece) && (isRowName(piece.item.text) || (REQUEST_LABELS.is(piece.item.text) !== undefined && !isBetween(piece)))
  // What stands right below a label that reaches over the edge, and starts where it does, goes on with it.
  const reaching = within.filter(({ item }) => item.x < edge - height * 0.3).map(({ item }) => item)
  const goesOn = ({ item }: LabelPiece): boolean => !isNumbered(item.text) && reaching.some((above) => Math.abs(above.x - item.x) <= height * 0.5 && centre(item) > centre(above) && centre(item) - centre(above) <= height * 1.7)
  const outer = pieces.filter((piece) => piece.item.x + piece.item.width <= edge + height * 0.3 && !isRow(piece) && !goesOn(piece))
  const inner = pieces.filter((piece) => !outer.includes(piece))
  return [joined(inner, height), ...(outer.length < pieces.length ? labelColumns(outer, height) : [joined(outer, height)])]
}
