import { MISSING_LABELS } from '@/domain/cell'
import { APPLICANTS } from '@/domain/figure'
import type { Selection } from '@/domain/selection'
import { noteOf } from '@/domain/sheet'
import type { Observation, Slice } from '@/domain/slice'
import type { Table } from '@/domain/table'
import { digitsOf, UNITS, type Unit } from '@/domain/unit'
import type { Words } from '@/i18n'

/** An observation in words: whose it is, and what is known of it, a line each. Plain text. */
export interface Description {
  readonly title: string
  readonly lines: readonly string[]
}

/** A number with its unit, rounded for reading (files keep every digit). */
export function valueText(words: Words, value: number, unit: Unit): string {
  const number = words.number(value, digitsOf(unit))
  return unit === 'percent' ? `${number}%` : words.t('unit.joined', { value: number, unit: words.name(UNITS[unit], `unit.${unit}`) })
}

/** The value of an observation with what it was divided by, or the reason why there is none. */
export function observedText(words: Words, observation: Pick<Observation, 'value' | 'missing' | 'numerator' | 'denominator' | 'indicator'>): string {
  const { value, missing, numerator, denominator, indicator } = observation
  if (value === null) return words.name(MISSING_LABELS[missing ?? 'not-known'], `missing.${missing}`)
  const text = valueText(words, value, indicator.unit)
  if (numerator === null || denominator === null) return text
  return words.t('card.of', { value: text, numerator: words.number(numerator, 2), denominator: words.number(denominator, 2) })
}

/** What is measured: the indicator, and the applicant where it is not all of them. */
export function measuredText(words: Words, { indicator, applicant }: Pick<Observation, 'indicator' | 'applicant'>): string {
  const name = words.name(indicator.label, indicator.id)
  return indicator.byApplicant && applicant !== 'total' ? words.t('card.measured', { indicator: name, applicant: words.name(APPLICANTS[applicant], `applicant.${applicant}`) }) : name
}

/** What must be known to read a value: region's figure, approximate, blanks counted as zero. */
export function caveatsOf(words: Words, { regional, about, blankAsZero }: Pick<Observation, 'regional' | 'about' | 'blankAsZero'>): string[] {
  return [...(regional ? [words.t('card.regional')] : []), ...(about ? [words.t('card.about')] : []), ...(blankAsZero ? [words.t('card.blank-as-zero')] : [])]
}

/** The tooltip of an observation, and what a screen reader says of it. */
export function describe(table: Table, selection: Selection, slice: Slice, at: number, words: Words): Description | null {
  const observation = slice.observations[at]
  if (!observation) return null
  const subject = slice.subjects[observation.subject]!
  const { low, high, value, indicator, year } = observation
  const note = noteOf(table, selection, observation)
  const small = !subject.ranked && indicator.kind === 'rate' && value !== null && (observation.denominator ?? 0) < selection.n
  return {
    title: subject.name,
    lines: [
      words.t('card.measured-in', { what: measuredText(words, observation), year: String(year) }),
      observedText(words, observation),
      ...(low === null || high === null ? [] : [words.t('card.interval', { low: words.number(low, 1), high: words.number(high, 1) })]),
      ...(small ? [words.t('card.not-ranked', { n: selection.n })] : []),
      ...caveatsOf(words, observation),
      ...(note === null || note === 'blank = 0' ? [] : [words.t('card.note', { note })]),
    ],
  }
}
