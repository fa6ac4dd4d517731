import type { Block } from '../document'
import { withWholeHeadings } from './cut-headings'
import { withWholeRow } from './cut-rows'
import { formHeadings } from './headings'
import { withColumnsBelow, withNumbersBelow, withoutRemains } from './rest-of-table'
import { lineOf, type Line } from './rows'
import { isTable, type PageEnd, type Part, type PlaceOf, type Stretch } from './stream'
import { tablesOf, type OpenTable } from './stretch-tables'
import { tight } from '../meaning/words'

/** Pieces of a page that stand so near where others of the page before do are the same heading's. */
const SAME_PLACE = 2

/** Whether each piece of a line without numbers stands above it already, in the same place of a line. */
const isRepeated = ({ items, values }: Line, above: readonly Line[]): boolean =>
  values.length === 0 && items.every((item) => above.some((line) => line.items.some((other) => Math.abs(other.x - item.x) <= SAME_PLACE && tight(other.text) === tight(item.text))))

const raised = ({ items }: Line, by: number): Line => lineOf(items.map((item) => ({ ...item, y: item.y - by })), false)

/** How many lines at the head of a page are headings that those above have: they are repeated for the reader, and head no other table. */
function countRepeated(lines: readonly Line[], above: readonly Line[], height: number): number {
  const first = lines.findIndex((line) => !isRepeated(line, above))
  const repeated = lines.slice(0, Math.max(first, 0))
  return formHeadings([repeated.map(({ items }) => items)], height).length > 0 ? first : 0
}

/** Lines without the first where it is the last of the page before, in the same place of its line: what the page's end cuts is drawn on both. */
function withoutCut(lines: readonly Line[], above: readonly Line[]): readonly Line[] {
  const [last, first] = [above.at(-1), lines[0]]
  return last && first && last.values.length === 0 && last.items.length === first.items.length && isRepeated(first, [last]) ? lines.slice(1) : lines
}

/** Whether a stretch goes on in another, at the head of the next page: there is a table too, or the name of one of its rows. */
const goesOn = (next: Stretch): boolean => isTable(next.lines, next.height)

/** Two stretches as one, over the end of a page: the lines of the second in the place of headings that it repeats, and as much higher as those before them stand already. */
function together(last: Stretch, first: Stretch): Stretch {
  const lines = withoutCut(first.lines, last.lines)
  if (lines.length === 0) return last
  const repeated = countRepeated(lines, last.lines, last.height)
  const by = (last.raised?.at(-1)?.by ?? 0) + lines[repeated]!.y - lines[0]!.y
  const joint = { above: last.lines, below: lines.slice(repeated).map((line) => raised(line, by)) }
  const { above, below } = withWholeHeadings(joint, last.height) ?? joint
  return { ...last, lines: [...above, ...below], raised: [...(last.raised ?? []), { from: joint.below[0]!.y - last.height / 2, by }] }
}

/** Where a place of a stretch stands, whose lines are raised. */
const placeIn = ({ raised: steps = [] }: Stretch, place: PlaceOf): PlaceOf => (y) => place(y + (steps.findLast(({ from }) => from <= y)?.by ?? 0))

/** A stretch with the headings that stand at the end of the page before; null where there are none. */
function headed({ lines: above, before }: PageEnd, first: Stretch): Part[] | null {
  const joint = withWholeHeadings({ above, below: first.lines }, first.height)
  return joint && [...before, { ...first, lines: [...joint.above, ...joint.below] }]
}

/** The parts at the end of a page and the head of the next as one or more; null where neither goes on in the other. */
function over(last: Part, first: Part): Part[] | null {
  if (last.kind === 'table' && first.kind === 'table') {
    const [above, below] = withWholeRow(last, first)
    if (below.rows.length === 0) return [above]
    const whole = withNumbersBelow(above, below) ?? withColumnsBelow(above, below)
    return whole ? [whole] : [withoutRemains(above), below]
  }
  if (first.kind !== 'stretch') return null
  return last.kind === 'end' ? headed(last, first) : last.kind === 'stretch' && goesOn(first) ? [together(last, first)] : null
}

/** The parts of all pages, with the tables that go on over the end of a page as one. */
function joined(pages: readonly (readonly Part[])[]): Part[] {
  const parts: Part[] = []
  for (const own of pages) {
    const [last, first] = [parts.at(-1), own[0]]
    const found = last && first && over(last, first)
    if (found) parts.splice(-1, 1, ...found, ...own.slice(1))
    else parts.push(...own)
  }
  return parts
}

/** The blocks of pages whose parts are given, each from above. */
export function blocksOfPages(pages: readonly (readonly Part[])[], open: OpenTable, place: PlaceOf): Block[] {
  let tables = 0
  const blocks = joined(pages).flatMap((part): readonly Block[] => (part.kind === 'stretch' ? tablesOf(part, open, placeIn(part, place)) : part.kind === 'end' ? part.text : [part]))
  return blocks.map((block) => (block.kind === 'table' ? { ...block, place: { ...block.place, table: (tables += 1) } } : block))
}
