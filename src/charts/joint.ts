import { Evaluator } from '@/domain/evaluate'
import { indicatorOf } from '@/domain/indicators'
import { choicesOf } from '@/domain/selection'
import type { ChartContext } from './chart'
import type { Found } from './lookup'

const PARTS = new Set(['requests.granted', 'requests.partly-granted'])

/**
 * For reports that state granted and partly granted only together: half of that sum for each of the two, as a count or as a
 * percentage of processed. Undefined for any other figure, and where one of the two is stated.
 */
export function jointlyDisclosed({ table, selection }: ChartContext): (found: Found) => number | undefined {
  const disclosed = new Evaluator(table, indicatorOf('requests.disclosed')!, selection.applicant, choicesOf(selection))
  const processed = new Evaluator(table, indicatorOf('requests.processed')!, selection.applicant, choicesOf(selection))
  const parts = [...PARTS].map((id) => new Evaluator(table, indicatorOf(id)!, selection.applicant, choicesOf(selection)))
  return ({ observation }) => {
    const { indicator, value, row } = observation
    const id = indicator.id.replace(/\.share$/, '')
    if (value !== null || row < 0 || !PARTS.has(id) || parts.some((part) => !Number.isNaN(part.number(row)))) return undefined
    const whole = id === indicator.id ? 100 : processed.number(row)
    const length = (disclosed.number(row) / whole) * 50
    return Number.isFinite(length) ? length : undefined
  }
}
