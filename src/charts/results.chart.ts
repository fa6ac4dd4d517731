import { REVIEW_RESULTS } from '@/domain/figure'
import { indicatorOf } from '@/domain/indicators'
import { schemeOf } from '@/domain/scheme'
import type { Table } from '@/domain/table'
import { agencyStack, agencyStackHeight, type StackMeasure } from './agency-stack'
import { defineChart, type Chart, type ChartContext } from './chart'
import { totalText } from './format'
import { summarised, titled } from './sentences'

const RESULTS = ['upheld', 'corrected', 'other', 'pending'] as const

const kindsIn = (table: Table) => schemeOf(table).reviews.kinds

/** The results that any of the kinds tells apart. */
const resultsIn = (table: Table) => RESULTS.filter((result) => kindsIn(table).some(({ results }) => results[result] !== undefined))

const title: Chart['title'] = (context) => titled(context, `chart.results.title${schemeOf(context.table).wording}`)

const measureIn = ({ words }: ChartContext): StackMeasure => ({
  amount: ({ observation }) => observation.value,
  whole: (_, total) => total?.observation.value ?? null,
  end: (_, total) => totalText(words, total?.observation),
})

export default defineChart({
  id: 'results',
  places: { reviews: 0 },
  controls: ['at', 'sort', 'top'],
  suits: (_, table) => kindsIn(table).length > 0,
  cut: (_, table) => ({ across: 'agencies', indicators: kindsIn(table).flatMap(({ results }) => RESULTS.flatMap((result) => results[result] ?? [])), totals: kindsIn(table).flatMap(({ total }) => (total === undefined ? [] : [{ indicator: total, applicant: 'total' }])), rankBy: schemeOf(table).reviews.rankBy ?? 'common.reviewed', anyOf: true }),
  title,
  subtitle: (context) => {
    const { words, table } = context
    const { wording, reviews } = schemeOf(table)
    const ranked = indicatorOf(reviews.rankBy ?? 'common.reviewed')!
    return words.t(`chart.results.subtitle${wording}`, { ranked: words.name(ranked.label, ranked.id) })
  },
  summary: (context) => summarised(context, title(context)),
  height: (slice, width, table) => agencyStackHeight(slice, width, resultsIn(table).map((result) => REVIEW_RESULTS[result]), Math.max(1, kindsIn(table).length)),
  option: (context) => {
    const { palette, words, table } = context
    const results = resultsIn(table)
    const entries = results.map((result) => ({ label: REVIEW_RESULTS[result], colour: palette.results[result], ...(result === 'pending' ? { hatched: true } : {}) }))
    const columns = kindsIn(table).map(({ id, label, results: ids, total }) => ({ id, heading: words.name(label), figures: results.map((result) => ({ indicator: ids[result] ?? '' })), ...(total === undefined ? {} : { total: { indicator: total, applicant: 'total' as const } }) }))
    return agencyStack(context, entries, columns, measureIn(context), { until: 'own', inside: (amount) => words.number(amount) })
  },
})
