import { REVIEW_KINDS, REVIEW_RESULTS, type FigureId, type ReviewKind, type ReviewResult } from '@/domain/figure'
import { agencyStack, agencyStackHeight, type StackMeasure } from './agency-stack'
import { defineChart, type Chart, type ChartContext } from './chart'
import { summarised, titled } from './sentences'

const KINDS = Object.keys(REVIEW_KINDS) as ReviewKind[]
const RESULTS = (Object.keys(REVIEW_RESULTS) as ReviewResult[]).filter((result) => result !== 'total')
const labels = RESULTS.map((result) => REVIEW_RESULTS[result])

const title: Chart['title'] = (context) => titled(context, 'chart.results.title')

function measureIn({ words, table, slice }: ChartContext): StackMeasure {
  const total = (subject: number, kind: string): number | null => {
    const cell = table.cell(`${kind}.total` as FigureId, table.rowOf(slice.subjects[subject]!.agency, slice.years[0] ?? 0))
    return 'value' in cell ? cell.value : null
  }
  return {
    amount: ({ observation }) => observation.value,
    whole: (_, subject, { id }) => total(subject, id),
    end: (_, subject, { id }) => {
      const cases = total(subject, id)
      return cases === null ? '' : words.number(cases)
    },
  }
}

export default defineChart({
  id: 'results',
  places: { reviews: 0 },
  controls: ['at', 'sort', 'top'],
  cut: () => ({ across: 'agencies', indicators: KINDS.flatMap((kind) => RESULTS.map((result) => `${kind}.${result}`)), rankBy: 'review.total', anyOf: true }),
  title,
  subtitle: ({ words }) => words.t('chart.results.subtitle'),
  summary: (context) => summarised(context, title(context)),
  height: (slice, width) => agencyStackHeight(slice, width, labels, KINDS.length),
  option: (context) => {
    const { palette, words } = context
    const entries = RESULTS.map((result) => ({ label: REVIEW_RESULTS[result], colour: palette.results[result as keyof typeof palette.results], ...(result === 'pending' ? { hatched: true } : {}) }))
    const columns = KINDS.map((kind) => ({ id: kind, heading: words.name(REVIEW_KINDS[kind]), figures: RESULTS.map((result) => ({ indicator: `${kind}.${result}` })) }))
    return agencyStack(context, entries, columns, measureIn(context), { until: 'own', inside: (amount) => words.number(amount) })
  },
})
