import type { OutcomeGroup } from './figure'
import { COMMON_FAMILY } from './formats'
import { indicatorOf, type Indicator } from './indicators'
import type { Label } from './label'
import type { Outcome, Scheme } from './scheme'
import { first, named, NO_PAGE } from './scheme-page'

const labelOf = (id: string): Label => indicatorOf(id)!.label

const COMMON_OUTCOMES = [
  ['granted', 'common.granted'],
  ['partly-granted', 'common.partly-granted'],
  ['refused', 'common.refused'],
  ['unavailable', 'common.not-held'],
  ['other', 'common.other'],
] as const satisfies readonly (readonly [OutcomeGroup, string])[]

/** The scheme of reports that share only the common measures. `unlisted`: columns that no format lists, where all reports are of one form. */
export function commonScheme(families: readonly string[], unlisted: readonly Indicator[]): Scheme {
  const outcomes = COMMON_OUTCOMES.map(([group, id]): Outcome => ({ group, label: labelOf(id), indicator: id, share: `${id}.share`, rows: [] }))
  const flow = ['common.received', 'common.carried-in', 'common.processed', 'common.pending', 'common.clearance-rate']
  const reviews = ['common.reviewed', 'common.corrected', 'common.review-rate', 'common.correction-rate']
  return {
    family: COMMON_FAMILY,
    families,
    wording: '.general',
    outcomes,
    joint: undefined,
    processed: 'common.processed',
    outside: undefined,
    disclosureRate: 'common.disclosure-rate',
    flow,
    reasons: { groups: [], rankBy: undefined, of: 0 },
    proactive: ['common.proactive'],
    reviews: { kinds: [], rankBy: 'common.reviewed' },
    correctionRates: ['common.correction-rate'],
    pages: {
      overview: { indicators: first(named('common.received', 'common.processed', 'common.disclosure-rate', 'common.pending', 'common.reviewed', 'common.proactive'), unlisted), leading: ['common.received', 'common.processed', 'common.disclosure-rate', 'common.reviewed', 'common.proactive'], yearBy: ['common.received'] },
      proactive: { indicators: named('common.proactive'), leading: ['common.proactive'], yearBy: ['common.proactive'] },
      requests: {
        indicators: first(named('common.received', 'common.processed', 'common.disclosure-rate', 'common.clearance-rate', ...flow, ...outcomes.map(({ indicator }) => indicator), ...outcomes.map(({ share }) => share)), unlisted),
        leading: ['common.received', 'common.processed', 'common.disclosure-rate', 'common.clearance-rate', 'common.pending'],
        yearBy: outcomes.map(({ indicator }) => indicator),
      },
      participation: NO_PAGE,
      reviews: { indicators: named(...reviews), leading: reviews, yearBy: ['common.reviewed'] },
    },
  }
}
