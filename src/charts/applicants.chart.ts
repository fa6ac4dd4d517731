import { APPLICANT_PARTS, APPLICANTS } from '@/domain/figure'
import { concerns } from '@/domain/scheme'
import type { Selection } from '@/domain/selection'
import { agencyStack, agencyStackHeight, type StackMeasure } from './agency-stack'
import { defineChart, type Chart, type ChartContext } from './chart'
import { totalText } from './format'
import type { Found } from './lookup'
import { summarised, titled } from './sentences'

const labels = APPLICANT_PARTS.map((applicant) => APPLICANTS[applicant])

const title: Chart['title'] = (context) => titled(context, `chart.applicants.title.${context.selection.values}`)

const TOTAL = { indicator: 'requests.received', applicant: 'total' } as const

/** What is drawn of each kind of applicant: how many requests, or which share of all received. */
const figureIn = ({ values }: Selection): string => (values === 'share' ? 'requests.received.share' : 'requests.received')

function measureIn({ selection, words }: ChartContext): StackMeasure {
  // Of requests without a stated total the kinds add up to one, where all are stated.
  const received = (all: readonly Found[], total: Found | undefined): number | null => total?.observation.value ?? (all.every(({ observation }) => observation.value !== null) ? sumOf(all) : null)
  return {
    amount: ({ observation }) => observation.value,
    whole: (all, total) => (selection.values === 'share' ? 100 : received(all, total)),
    end: (_, total) => totalText(words, total?.observation),
  }
}

const sumOf = (all: readonly Found[]): number => all.reduce((sum, { observation }) => sum + (observation.value ?? 0), 0)

export default defineChart({
  id: 'applicants',
  places: { requests: 4 },
  controls: ['values', 'at', 'sort', 'top'],
  suits: (_, table) => concerns(table, ['requests.received']),
  cut: (selection) => ({ across: 'agencies', indicators: [figureIn(selection)], applicants: APPLICANT_PARTS, totals: [TOTAL], rankBy: 'requests.received', rankApplicant: 'natural', anyOf: true }),
  title,
  subtitle: ({ words, selection }) => words.t(`chart.applicants.subtitle.${selection.values}`),
  summary: (context) => summarised(context, title(context)),
  height: (slice, width) => agencyStackHeight(slice, width, labels, 1),
  option: (context) => {
    const { selection, words, palette } = context
    const share = selection.values === 'share'
    const entries = labels.map((label, at) => ({ label, colour: palette.series[at]! }))
    const column = { id: 'applicants', heading: words.t('chart.applicants.received'), figures: APPLICANT_PARTS.map((applicant) => ({ indicator: figureIn(selection), applicant })), total: TOTAL }
    return agencyStack(context, entries, [column], measureIn(context), { until: share ? 'hundred' : 'own', inside: (amount) => (share ? `${words.number(amount)}%` : words.number(amount)) })
  },
})
