import type { ProactiveColumn } from '@/domain/figure'
import type { Piece } from './entries'
import { COLUMN_LABELS } from './labels'
import { tight } from './words'

/** A heading of table 2. */
export interface Heading extends Piece {
  readonly id: ProactiveColumn
  /** It heads what another year had, beside the report's own. */
  readonly other: boolean
}

/** Each column once: a heading broken over two lines names its column twice, a merged one that was copied into each of its columns covers them. */
export function once(headings: readonly Heading[]): Heading[] {
  const kept: Heading[] = []
  for (const heading of headings) {
    const at = kept.findIndex(({ id, other }) => id === heading.id && other === heading.other)
    const same = kept[at]
    if (!same) kept.push(heading)
    else if (heading.column === same.column + same.width) kept[at] = { ...same, width: same.width + heading.width }
  }
  return kept
}

/** Whether a text is what the end of a line, or of a page, leaves of a heading above its rest: 本年, 制发件数. */
export const isBeginning = ({ text }: Piece): boolean => /^本年[度新]?$/.test(tight(text))

/** Whether a text is what a page that lost the rest leaves of 本年新制作数量 and of 本年新公开数量. */
export const isHalf = ({ text }: Piece): boolean => /^本年新$/.test(tight(text))
const HALVES: readonly ProactiveColumn[] = ['newly-made', 'newly-published']

/** The headings that two halves before 对外公开总数量 are, in the form's order; none where there are others, or the whole ones are named. No word says which is which: who files by them tells it. */
export function fromHalves(labels: readonly Piece[], found: readonly Heading[]): Heading[] {
  const halves = labels.filter(isHalf)
  const isForm = halves.length === HALVES.length && found.some(({ id }) => id === 'public-total') && !found.some(({ id }) => HALVES.includes(id))
  return isForm ? halves.map((piece, at) => ({ ...piece, id: HALVES[at]!, other: false })) : []
}

/** Headings of which one is the rest of a beginning that stands above it, or before it in a line, in the column of that, all by their columns; as they are where it is not clear whose it is. */
export function withBeginning(headings: readonly Heading[], begun: readonly Piece[]): readonly Heading[] {
  const rests = headings.filter(({ text }) => COLUMN_LABELS.is(`本年${tight(text)}`) !== undefined)
  const [above] = begun
  if (!above || begun.length > 1 || rests.length !== 1 || headings.some(({ column }) => column === above.column && !rests.some((rest) => rest.column === column))) return headings
  return headings.map((heading) => (rests.includes(heading) ? { ...heading, column: above.column, width: above.width } : heading)).sort((a, b) => a.column - b.column)
}
