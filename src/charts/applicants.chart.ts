import { APPLICANT_PARTS, APPLICANTS } from '@/domain/figure'
import { concerns } from '@/domain/scheme'
import { agencyStack, agencyStackHeight, type StackMeasure } from './agency-stack'
import { defineChart, type Chart, type ChartContext } from './chart'
import type { Found } from './lookup'
import { summarised, titled } from './sentences'

const labels = APPLICANT_PARTS.map((applicant) => APPLICANTS[applicant])

const title: Chart['title'] = (context) => titled(context, `chart.applicants.title.${context.selection.values}`)

function measureIn({ selection, words, table, slice }: ChartContext): StackMeasure {
  const share = selection.values === 'share'
  const received = (all: readonly Found[], subject: number): number | null => {
    const cell = table.cell('requests.received.total', table.rowOf(slice.subjects[subject]!.agency, slice.years[0] ?? 0))
    if ('value' in cell) return cell.value
    return all.every(({ observation }) => observation.value !== null) ? sumOf(all) : null
  }
  // Parts that add up to more than the stated total are measured by their own sum: nothing exceeds the whole.
  const base = (all: readonly Found[]): number => Math.max(received(all, all[0]!.observation.subject) ?? 0, sumOf(all))
  return {
    amount: ({ observation }, all) => (observation.value === null || !share ? observation.value : base(all) === 0 ? 0 : (observation.value / base(all)) * 100),
    whole: (all, subject) => (share ? 100 : received(all, subject)),
    end: (all, subject) => {
      const total = received(all, subject)
      return total === null ? '' : words.number(total)
    },
  }
}

const sumOf = (all: readonly Found[]): number => all.reduce((sum, { observation }) => sum + (observation.value ?? 0), 0)

export default defineChart({
  id: 'applicants',
  places: { requests: 4 },
  controls: ['values', 'at', 'sort', 'top'],
  suits: (_, table) => concerns(table, ['requests.received']),
  cut: () => ({ across: 'agencies', indicators: ['requests.received'], applicants: APPLICANT_PARTS, rankBy: 'requests.received', rankApplicant: 'natural', anyOf: true }),
  title,
  subtitle: ({ words, selection }) => words.t(`chart.applicants.subtitle.${selection.values}`),
  summary: (context) => summarised(context, title(context)),
  height: (slice, width) => agencyStackHeight(slice, width, labels, 1),
  option: (context) => {
    const { selection, words, palette } = context
    const share = selection.values === 'share'
    const entries = labels.map((label, at) => ({ label, colour: palette.series[at]! }))
    const column = { id: 'applicants', heading: words.t('chart.applicants.received'), figures: APPLICANT_PARTS.map((applicant) => ({ indicator: 'requests.received', applicant })) }
    return agencyStack(context, entries, [column], measureIn(context), { until: share ? 'hundred' : 'own', inside: (amount) => (share ? `${words.number(amount)}%` : words.number(amount)) })
  },
})
