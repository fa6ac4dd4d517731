import { OUTCOME_GROUPS, REQUEST_ROWS, REVIEW_KINDS, rowsOfGroup, type RequestRow, type ReviewKind } from './figure'
import { indicatorOf, INDICATORS, type Indicator } from './indicators'
import { RESULT_ROLES } from './indicators/counts'
import type { OutcomeRow, Page, Scheme } from './scheme'
import { first, named } from './scheme-page'
import type { ComparedView } from './selection'

const starting = (...prefixes: string[]): Indicator[] => INDICATORS.filter((indicator) => prefixes.some((prefix) => indicator.id.startsWith(prefix)))

const NATIONAL_PAGES: Readonly<Record<ComparedView, Page>> = {
  overview: {
    indicators: named('requests.received', 'narrative.items-disclosed', 'narrative.web-items', 'documents.issued', 'requests.processed', 'review.total'),
    leading: ['documents.issued', 'requests.received', 'requests.processed', 'participation.npc-suggestions.received', 'review.total'],
    yearBy: ['requests.received'],
  },
  proactive: {
    indicators: first(
      named('documents.issued', 'documents.repealed', 'documents.in-force', 'rules.issued', 'licences.decisions', 'penalties.decisions', 'measures.decisions', 'fees.amount', 'narrative.items-disclosed', 'narrative.web-items'),
      INDICATORS.filter((indicator) => /^(rules|documents|licences|services|penalties|measures|fees|procurement|narrative)\./.test(indicator.id) && !/^narrative\.(reviews|suits)$/.test(indicator.id)),
    ),
    leading: ['documents.issued', 'documents.repealed', 'documents.in-force', 'licences.decisions', 'penalties.decisions', 'fees.amount'],
    yearBy: ['documents.issued'],
  },
  requests: {
    indicators: first(
      named('requests.received', 'requests.processed', 'requests.disclosure-rate', 'requests.clearance-rate', 'requests.carried-in', 'requests.carried-out', 'requests.accepted', 'requests.disclosed'),
      // The share of a kind of applicant is no measure of the page: of all applicants it is 100 % everywhere.
      starting('requests.').filter(({ id }) => id !== 'requests.received.share'),
    ),
    leading: ['requests.received', 'requests.processed', 'requests.disclosure-rate', 'requests.clearance-rate', 'requests.carried-out'],
    yearBy: OUTCOME_GROUPS.map((group) => `requests.${group}`),
  },
  participation: {
    indicators: first(
      named('participation.npc-suggestions.received', 'participation.cppcc-proposals.received', 'participation.consultations.held', 'participation.consultations.comments', 'participation.messages.received'),
      starting('participation.'),
    ),
    leading: ['participation.npc-suggestions.received', 'participation.cppcc-proposals.received', 'participation.consultations.held', 'participation.consultations.comments', 'participation.messages.received'],
    yearBy: ['participation.npc-suggestions.received', 'participation.cppcc-proposals.received'],
  },
  reviews: {
    indicators: first(named('review.total', 'suit-direct.total', 'suit-after-review.total', 'narrative.reviews', 'narrative.suits', 'requests.dispute-rate'), starting('review.', 'suit-direct.', 'suit-after-review.')),
    leading: ['review.total', 'review.correction-rate', 'suit-direct.total', 'suit-after-review.total', 'requests.dispute-rate'],
    yearBy: ['review.total'],
  },
}

const nationalRow = (row: RequestRow): OutcomeRow => ({ label: REQUEST_ROWS[row], indicator: `requests.${row}`, share: `requests.${row}.share` })
const KINDS = Object.keys(REVIEW_KINDS) as ReviewKind[]

/** The scheme of the national forms. */
export const NATIONAL_SCHEME: Scheme = {
  family: 'cn',
  families: ['cn'],
  wording: '',
  outcomes: OUTCOME_GROUPS.map((group) => ({ group, ...nationalRow(group), rows: rowsOfGroup(group).map(nationalRow) })),
  joint: { whole: 'requests.disclosed', share: 'requests.disclosure-rate@both', parts: ['requests.granted', 'requests.partly-granted'] },
  processed: 'requests.processed',
  outside: { label: indicatorOf('requests.outside')!.label, indicator: 'requests.outside', share: 'requests.outside.share' },
  disclosureRate: 'requests.disclosure-rate',
  flow: ['requests.received', 'requests.carried-in', 'requests.processed', 'requests.carried-out', 'requests.clearance-rate'],
  reasons: {
    groups: OUTCOME_GROUPS.filter((group) => rowsOfGroup(group).length > 0).map((group) => ({ label: REQUEST_ROWS[group], group, indicators: rowsOfGroup(group).map((row) => `requests.${row}`) })),
    // The reason met most; who states it states the rows at all.
    rankBy: 'requests.unavailable.not-held',
    of: OUTCOME_GROUPS.flatMap(rowsOfGroup).length,
  },
  proactive: [],
  reviews: { kinds: KINDS.map((kind) => ({ id: kind, label: REVIEW_KINDS[kind], results: Object.fromEntries(RESULT_ROLES.map((result) => [result, `${kind}.${result}`])), total: `${kind}.total` })), rankBy: 'review.total' },
  correctionRates: KINDS.map((kind) => `${kind}.correction-rate`),
  pages: NATIONAL_PAGES,
}
