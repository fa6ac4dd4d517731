import { comparisonOf, indicatorFor } from '@/domain/comparisons'
import { defineChart, type Chart } from './chart'
import { linesHeight, linesOption } from './lines'
import { applicantText, definitionText, joinedText, summarised, titled } from './sentences'

const title: Chart['title'] = (context) => {
  const indicator = context.slice.indicators[0]!
  return titled(context, 'chart.trend.title', { indicator: context.words.name(indicator.label, indicator.id) })
}

export default defineChart({
  id: 'trend',
  places: { overview: 2, proactive: 1, requests: 6, participation: 5, reviews: 3 },
  controls: ['indicator', 'disclosure-rate', 'correction-rate', 'n', 'focus'],
  suits: ({ view }, table) => comparisonOf(view, table).indicators.length > 0,
  cut: (selection, table) => {
    const { id } = indicatorFor(selection.view, selection.indicator, table)
    return { across: 'agencies-years', indicators: [id], rankBy: id, most: 8 }
  },
  title,
  subtitle: (context) =>
    joinedText(context, [definitionText(context, context.slice.indicators[0]!), applicantText(context), context.words.t('chart.trend.subtitle')]),
  summary: (context) => summarised(context, title(context)),
  height: linesHeight,
  option: linesOption,
})
