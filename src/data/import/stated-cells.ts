import type { FigureId } from '@/domain/figure'
import type { ReadLook } from './account'

/** The cells that a document states, the first of each figure; one that is not readable stands with its words, and is none. */
export function statedCells(lines: ReadLook['lines']): [FigureId, string][] {
  const stated = lines.flatMap(({ figure, text, note }) => (figure === '' || (text === '' && note !== '') ? [] : [[figure, text] as [FigureId, string]]))
  return [...new Map(stated.toReversed())].reverse()
}
