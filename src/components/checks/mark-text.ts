import { MARKS, UNCHECKED, type Mark, type MatrixCell } from '@/domain/checks'
import type { Words } from '@/i18n'

/** The sign of each mark, so that none is told by its colour alone. */
export const SIGNS: Readonly<Record<Mark | 'unchecked', string>> = {
  'fail-hard': '✕',
  'fail-soft': '?',
  'total-blank': '□',
  untestable: '–',
  'pass-blank': '○',
  pass: '✓',
  untested: '·',
  'no-report': '',
  unchecked: '…',
}

/** The mark at its place, or that the report is not checked yet. */
export const markAt = (place: number): Mark | 'unchecked' => (place === UNCHECKED ? 'unchecked' : MARKS[place]!)

function standingOf(words: Words, fails: number, standing: MatrixCell['standing'], decided: number): string[] {
  if (standing === 'confirmed' || standing === 'dismissed') return [words.t(`bench.standing.${standing}`)]
  return decided > 0 ? [words.t('bench.part-decided', { n: decided, of: fails })] : []
}

/** What a cell of the matrix says: what its report comes to, how many tests fail, what was decided, and whether its figures are shown repaired. */
export function cellTextOf(words: Words, { mark, fails, standing, decided }: MatrixCell, repaired = false): string {
  const told = words.t(`bench.mark.${markAt(mark)}`)
  const parts = [fails > 0 ? words.t('bench.cell-fails', { mark: told, n: fails }) : told, ...standingOf(words, fails, standing, decided), ...(repaired ? [words.t('bench.repaired-cell')] : [])]
  return parts.join(words.t('bench.joint'))
}
