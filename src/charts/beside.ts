import { isShare } from '@/domain/definition'
import { indicatorOf } from '@/domain/indicators'
import type { Chart } from './chart'

/** Of a ranking of rates: the funnel, which says what is chance, and where several definitions are in use the ranks under each. */
export const besideRanking: NonNullable<Chart['beside']> = ({ cut, observations }) => {
  const indicator = indicatorOf(cut.rankBy)
  if (!indicator || !isShare(indicator, {}) || observations.length === 0) return []
  return indicator.definitions.length > 1 ? ['funnel', 'rank-strip'] : ['funnel']
}
