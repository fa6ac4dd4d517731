import { withUnit } from '@/charts/format'
import type { Selection } from '@/domain/selection'
import type { Slice } from '@/domain/slice'
import type { Words } from '@/i18n'

/** How much of what was asked for is known, in one sentence: agencies that state it, those left out and why, those beyond the top. */
export function coverageText(words: Words, slice: Slice, selection: Selection): string {
  const { of, stated, otherScope, small } = slice.coverage
  const shown = slice.subjects.filter(({ agency }) => agency >= 0).length
  const regional = selection.scope === 'region' ? 0 : slice.subjects.filter((subject) => subject.regional).length
  const { agencies, sum } = slice.rest
  const indicator = slice.indicators[0]
  return [
    words.t('card.coverage', { of, n: stated }),
    ...(otherScope > 0 ? [words.t(selection.scope === 'region' ? 'card.coverage-own' : 'card.coverage-region', { n: otherScope })] : []),
    ...(regional > 0 ? [words.t('card.coverage-regional', { n: regional })] : []),
    ...(small > 0 ? [words.t('card.coverage-small', { n: small, least: selection.n })] : []),
    ...(agencies > 0 ? [words.t('card.coverage-shown', { shown, n: agencies })] : []),
    ...(agencies > 0 && sum && indicator && slice.indicators.length === 1 && indicator.id === slice.cut.rankBy ? [words.t('card.coverage-sum', { sum: withUnit(words, sum, indicator.unit) })] : []),
  ].join(words.t('card.joint'))
}
