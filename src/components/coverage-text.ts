import { reasonText, withUnit } from '@/charts/format'
import { coverageByYear } from '@/domain/lead-year'
import type { Selection } from '@/domain/selection'
import type { Slice } from '@/domain/slice'
import type { Table } from '@/domain/table'
import type { Words } from '@/i18n'

/** Of a picture over years: how many agencies state it a year, from fewest to most. */
function yearsText(words: Words, { coverage }: Slice): string[] {
  const counts = coverage.byYear.map(({ stated }) => stated).filter((stated) => stated > 0)
  const [low, high] = [Math.min(...counts), Math.max(...counts)]
  if (counts.length < 2) return []
  return [low === high ? words.t('card.coverage-each-year', { n: low }) : words.t('card.coverage-years', { low, high })]
}

/** The same year by year, with the reasons for absence, a line a year. */
export const coverageYears = (words: Words, table: Table, slice: Slice, selection: Selection): string[] =>
  coverageByYear(table, selection, slice).map(({ year, stated, leftOut, reasons }) =>
    [
      words.t('card.coverage-year', { year: String(year), n: stated }),
      ...(leftOut > 0 ? [words.t('card.coverage-left-out', { n: leftOut })] : []),
      ...[...reasons].sort(([, a], [, b]) => b - a).map(([reason, n]) => words.t('card.reason', { reason: reasonText(words, reason), n })),
    ].join(words.t('card.joint')),
  )

/** How much of what was asked for is known, in one sentence: agencies that state it, those that state a rate of nothing, those left out and why, those beyond the top. */
export function coverageText(words: Words, slice: Slice, selection: Selection): string {
  const { of, stated, otherScope, small, leftOut, reasons } = slice.coverage
  if (slice.cut.across === 'provinces-years') return words.t('card.coverage-data', { of, n: stated })
  const shown = slice.subjects.filter(({ agency }) => agency >= 0).length
  const regional = selection.scope === 'region' ? 0 : slice.subjects.filter((subject) => subject.regional).length
  const nothing = reasons.get('not-computable') ?? 0
  const { agencies, sum, refused, failing } = slice.rest
  const indicator = slice.indicators[0]
  return [
    words.t('card.coverage', { of, n: stated }),
    ...yearsText(words, slice),
    ...(nothing > 0 ? [words.t('card.reason', { reason: reasonText(words, 'not-computable'), n: nothing })] : []),
    ...(otherScope > 0 ? [words.t(selection.scope === 'region' ? 'card.coverage-own' : 'card.coverage-region', { n: otherScope })] : []),
    ...(leftOut > 0 ? [words.t('card.coverage-left-out', { n: leftOut })] : []),
    ...(regional > 0 ? [words.t('card.coverage-regional', { n: regional })] : []),
    ...(small > 0 ? [words.t('card.coverage-small', { n: small, least: selection.n })] : []),
    ...(agencies > 0 ? [words.t('card.coverage-shown', { shown, n: agencies })] : []),
    ...(agencies > 0 && sum && indicator && slice.indicators.length === 1 && indicator.id === slice.cut.rankBy ? [words.t('card.coverage-sum', { sum: withUnit(words, sum, indicator.unit) }), ...(failing > 0 ? [words.t('card.coverage-sum-failing', { n: failing })] : [])] : []),
    ...(refused === null || slice.indicators.length > 1 ? [] : [words.t(`card.refused-${refused}`)]),
  ].join(words.t('card.joint'))
}
