import { OUTCOME_GROUPS } from './figure'
import { indicatorOf, INDICATORS, type Indicator } from './indicators'
import { label, type Label } from './label'
import type { ViewId } from './selection'

/** A page: one thing compared, with the indicators it offers for ranking and trend; the first leads. */
export interface Comparison {
  readonly id: ViewId
  readonly label: Label
  readonly indicators: readonly Indicator[]
  /** The figures whose sums or rates lead the page. */
  readonly leading: readonly string[]
  /** The year that most agencies state any of these is the year of the whole page where the link says none. */
  readonly yearBy: readonly string[]
}

const named = (...ids: string[]): Indicator[] => ids.map((id) => indicatorOf(id) ?? fail(id))
const starting = (...prefixes: string[]): Indicator[] => INDICATORS.filter((indicator) => prefixes.some((prefix) => indicator.id.startsWith(prefix)))
const first = (leading: readonly Indicator[], all: readonly Indicator[]): Indicator[] => [...new Set([...leading, ...all])]

function fail(id: string): never {
  throw new Error(`no indicator ${id}`)
}

const requests = first(
  named('requests.received', 'requests.processed', 'requests.disclosure-rate', 'requests.clearance-rate', 'requests.carried-in', 'requests.carried-out', 'requests.accepted', 'requests.disclosed'),
  starting('requests.'),
)

export const COMPARISONS: readonly Comparison[] = [
  {
    id: 'overview',
    label: label('总览', 'Overview'),
    indicators: named('requests.received', 'narrative.items-disclosed', 'narrative.web-items', 'documents.issued', 'requests.processed', 'review.total'),
    leading: ['documents.issued', 'requests.received', 'requests.processed', 'participation.npc-suggestions.received', 'review.total'],
    yearBy: ['requests.received'],
  },
  {
    id: 'proactive',
    label: label('主动公开', 'Proactive disclosure'),
    indicators: first(
      named('documents.issued', 'documents.repealed', 'documents.in-force', 'rules.issued', 'licences.decisions', 'penalties.decisions', 'measures.decisions', 'fees.amount', 'narrative.items-disclosed', 'narrative.web-items'),
      INDICATORS.filter((indicator) => /^(rules|documents|licences|services|penalties|measures|fees|procurement|narrative)\./.test(indicator.id) && !/^narrative\.(reviews|suits)$/.test(indicator.id)),
    ),
    leading: ['documents.issued', 'documents.repealed', 'documents.in-force', 'licences.decisions', 'penalties.decisions', 'fees.amount'],
    yearBy: ['documents.issued'],
  },
  {
    id: 'requests',
    label: label('依申请公开', 'Requests'),
    indicators: requests,
    leading: ['requests.received', 'requests.processed', 'requests.disclosure-rate', 'requests.clearance-rate', 'requests.carried-out'],
    yearBy: OUTCOME_GROUPS.map((group) => `requests.${group}`),
  },
  {
    id: 'participation',
    label: label('公众意见', 'Public comments'),
    indicators: first(
      named('participation.npc-suggestions.received', 'participation.cppcc-proposals.received', 'participation.consultations.held', 'participation.consultations.comments', 'participation.messages.received'),
      starting('participation.'),
    ),
    leading: ['participation.npc-suggestions.received', 'participation.cppcc-proposals.received', 'participation.consultations.held', 'participation.consultations.comments', 'participation.messages.received'],
    yearBy: ['participation.npc-suggestions.received', 'participation.cppcc-proposals.received'],
  },
  {
    id: 'reviews',
    label: label('复议诉讼', 'Reviews and suits'),
    indicators: first(named('review.total', 'suit-direct.total', 'suit-after-review.total', 'narrative.reviews', 'narrative.suits', 'requests.dispute-rate'), [...starting('review.', 'suit-direct.', 'suit-after-review.')]),
    leading: ['review.total', 'review.correction-rate', 'suit-direct.total', 'suit-after-review.total', 'requests.dispute-rate'],
    yearBy: ['review.total'],
  },
]

/** The page of an id; every ViewId has one. */
export const comparisonOf = (id: ViewId): Comparison => COMPARISONS.find((comparison) => comparison.id === id)!

/** The indicator the reader chose on the page, else the page's first. One that another page offers gives the page's first too. */
export const indicatorFor = (view: ViewId, chosen: string): Indicator => {
  const { indicators } = comparisonOf(view)
  return indicators.find((indicator) => indicator.id === chosen) ?? indicators[0]!
}

