import { cellText } from '@/components/cell-text'
import type { AgainAccount, Changed } from '@/data/imports'
import { MISSING_LABELS, readCell } from '@/domain/cell'
import { labelOfFigure, unitOfFigure } from '@/domain/formats'
import type { Words } from '@/i18n'

/** Figures named; the others are counted. */
const NAMED = 4

const cellOf = (text: string, { figure }: Changed): ReturnType<typeof readCell> => readCell(text, unitOfFigure(figure))

/** How far two cells are apart; a number that is none in the other is farther than any other. */
function apart(change: Changed): number {
  const [before, now] = [cellOf(change.before, change), cellOf(change.now, change)]
  return 'value' in before && 'value' in now ? Math.abs(now.value - before.value) : 'value' in before || 'value' in now ? Infinity : 0
}

const byDistance = (a: Changed, b: Changed): number => {
  const [first, second] = [apart(a), apart(b)]
  return first === second ? 0 : second - first
}

/** Which figures differ and how: what stood, and what a document states now; the farthest apart first. */
export function changesText(words: Words, changed: readonly Changed[]): string {
  const shown = (change: Changed, text: string): string => {
    const cell = cellOf(text, change)
    return 'value' in cell ? cellText(words, { ...cell, regional: false, about: false }) : words.name(MISSING_LABELS[cell.missing])
  }
  const named = [...changed].sort(byDistance).slice(0, NAMED).map((change) => words.t('review.change', { figure: words.name(labelOfFigure(change.figure)), before: shown(change, change.before), now: shown(change, change.now) }))
  const more = changed.length - named.length
  return [...named, ...(more > 0 ? [words.t('review.changes-more', { n: more })] : [])].join(words.t('review.changes-join'))
}

/** How many reports a package had before, how many of them contradict nothing that it has, how many do, and how many numbers the former add. */
export function againCounts(again: Iterable<Pick<AgainAccount, 'changed' | 'added'>>): { readonly n: number; readonly same: number; readonly differ: number; readonly added: number } {
  const all = [...again]
  const differ = all.filter(({ changed }) => changed.length > 0).length
  return { n: all.length, same: all.length - differ, differ, added: all.reduce((sum, { added = 0 }) => sum + added, 0) }
}

/** How many numbers reports that came again added to what the package had of them, and how many corrections they brought; '' where none did. */
export function broughtText(words: Words, again: readonly AgainAccount[]): string {
  const corrections = again.reduce((sum, { corrections: n = 0 }) => sum + n, 0)
  const brought = [['import.again-added', againCounts(again).added], ['import.again-corrected', corrections]] as const
  return brought.map(([key, n]) => (n > 0 ? words.t(key, { n }) : '')).join('')
}

/** A report that came again and is another one now. */
export interface AgainLine {
  readonly report: string
  readonly file: string
  readonly text: string
}

/** The reports that say something else than what the package had, those with most differences first. */
export const againLines = (words: Words, again: readonly AgainAccount[]): AgainLine[] =>
  again
    .filter(({ changed }) => changed.length > 0)
    .sort((a, b) => b.changed.length - a.changed.length)
    .map(({ file, agency, year, changed }) => ({ report: words.t('report.title', { agency, year: String(year) }), file, text: words.t('review.differs', { n: changed.length, figures: changesText(words, changed) }) }))
