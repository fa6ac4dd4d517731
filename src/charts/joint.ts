import { Evaluator } from '@/domain/evaluate'
import { indicatorOf } from '@/domain/indicators'
import { schemeOf } from '@/domain/scheme'
import { choicesOf } from '@/domain/selection'
import type { ChartContext } from './chart'
import type { Found } from './lookup'

/**
 * For reports that state granted and partly granted only together: half of that sum for each of the two, as a count or as a
 * percentage of processed. Undefined for any other figure, where one of the two is stated, and for forms without such a sum.
 */
export function jointlyDisclosed({ table, selection }: ChartContext): (found: Found) => number | undefined {
  const scheme = schemeOf(table)
  if (!scheme.joint || !scheme.processed) return () => undefined
  const evaluator = (id: string): Evaluator => new Evaluator(table, indicatorOf(id)!, selection.applicant, choicesOf(selection))
  const disclosed = evaluator(scheme.joint.whole)
  const processed = evaluator(scheme.processed)
  const ids = new Set(scheme.joint.parts)
  const parts = scheme.joint.parts.map(evaluator)
  return ({ observation }) => {
    const { indicator, value, missing, row } = observation
    const id = indicator.id.replace(/\.share$/, '')
    if (value !== null || missing === 'fails-check' || row < 0 || !ids.has(id) || parts.some((part) => !Number.isNaN(part.number(row)))) return undefined
    const whole = id === indicator.id ? 100 : processed.number(row)
    const length = (disclosed.number(row) / whole) * 50
    return Number.isFinite(length) ? length : undefined
  }
}
