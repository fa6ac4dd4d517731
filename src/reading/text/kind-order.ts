import type { ReviewKind } from '@/domain/figure'
import { KIND_ORDER } from '../meaning/labels'
import type { Item } from '../page/geometry'
import { tight } from '../meaning/words'
import type { RowLine } from './form-rows'

/** How the headings of kinds begin; 行政诉讼 stands over both kinds of suits. */
const BEGINNINGS: Readonly<Record<ReviewKind | 'suits', RegExp>> = { review: /^行政复议/, 'suit-direct': /^未经|^直接起诉/, 'suit-after-review': /^复议后/, suits: /^行政诉讼/ }

/** Where a heading stands from the left, or, in a text without columns, among the others; undefined where none does. */
type Place = (id: keyof typeof BEGINNINGS) => number | undefined

/** The order in which headings name the kinds of table 4 from left to right: the form's where they show no other. */
export function kindsAbove(lines: readonly RowLine[], flowing: boolean): readonly ReviewKind[] {
  const first = lines.findIndex(({ values }) => values.length > 0)
  const heads = lines.slice(0, Math.max(first, 0)).flatMap(({ labels }): readonly Item[] => labels)
  const place: Place = (id) => {
    const at = heads.findIndex(({ text }) => BEGINNINGS[id].test(tight(text)))
    return at < 0 ? undefined : flowing ? at : heads[at]!.x
  }
  const [review, direct, after, suits] = [place('review'), place('suit-direct'), place('suit-after-review'), place('suits')]
  if (direct === undefined || after === undefined || direct === after) return KIND_ORDER
  const ofSuits: readonly ReviewKind[] = after < direct ? ['suit-after-review', 'suit-direct'] : ['suit-direct', 'suit-after-review']
  const areSuitsFirst = review !== undefined && review > (flowing ? (suits ?? Math.min(direct, after)) : Math.max(direct, after))
  return areSuitsFirst ? [...ofSuits, 'review'] : ['review', ...ofSuits]
}

/** The cells of all kinds, as many of each, in the form's order, of those that stand in another. */
export function inFormOrder(cells: readonly string[], kinds: readonly ReviewKind[]): string[] {
  const width = cells.length / kinds.length
  return KIND_ORDER.flatMap((kind) => cells.slice(kinds.indexOf(kind) * width, (kinds.indexOf(kind) + 1) * width))
}
