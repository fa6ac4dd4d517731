import type { ProactiveColumn } from '@/domain/figure'
import type { Piece } from './entries'

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
