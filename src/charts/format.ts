import { APPLICANTS, type Applicant } from '@/domain/figure'
import type { Indicator } from '@/domain/indicators'
import type { Observation } from '@/domain/slice'
import { digitsOf, UNITS, type Unit } from '@/domain/unit'
import { MISSING_LABELS, type MissingReason } from '@/domain/cell'
import type { ChartContext, ChartWords } from './chart'

/** A number as it stands on a picture, without its unit; percentages carry the sign. */
export const numberText = (words: ChartWords, value: number, unit: Unit): string => {
  const number = words.number(value, digitsOf(unit))
  return unit === 'percent' ? `${number}%` : number
}

/** A number with its unit, as people write it: 25.1 万元, 50%. */
export const withUnit = (words: ChartWords, value: number, unit: Unit): string =>
  unit === 'percent' ? numberText(words, value, unit) : words.t('unit.joined', { value: numberText(words, value, unit), unit: unitText(words, unit) })

export const unitText = (words: ChartWords, unit: Unit): string => words.name(UNITS[unit], `unit.${unit}`)

/** A total at the end of a bar; '' where none is known. */
export const totalText = (words: ChartWords, total: Observation | undefined): string => (total === undefined || total.value === null ? '' : numberText(words, total.value, total.indicator.unit))

/** Why there is no number, in words. */
export const reasonText = (words: ChartWords, reason: MissingReason): string => words.name(MISSING_LABELS[reason], `missing.${reason}`)

/** A rate with what was divided by what, "50%（1/2）"; another number without. */
export function shareText(words: ChartWords, observation: Observation): string {
  const { value, numerator, denominator, indicator } = observation
  if (value === null) return ''
  const number = numberText(words, value, indicator.unit)
  return indicator.kind === 'rate' && numerator !== null && denominator !== null ? words.t('chart.share-of', { value: number, numerator: words.number(numerator), denominator: words.number(denominator) }) : number
}

/** The whole value of an observation in words: number, unit, n of a rate, or the reason why there is none. */
export function valueText(context: ChartContext, observation: Observation): string {
  const { words } = context
  const { value, indicator } = observation
  if (value === null) return reasonText(words, observation.missing ?? 'not-known')
  return indicator.kind === 'rate' && observation.denominator !== null ? shareText(words, observation) : withUnit(words, value, indicator.unit)
}

/** What is counted, and whose requests where not all: 本年新收申请（自然人）. */
export function figureText(words: ChartWords, indicator: Indicator, applicant: Applicant): string {
  const name = words.name(indicator.label, indicator.id)
  return indicator.byApplicant && applicant !== 'total' ? words.t('chart.tip.applicant', { indicator: name, applicant: words.name(APPLICANTS[applicant], `applicant.${applicant}`) }) : name
}
