import { comparisonOf, indicatorFor } from '@/domain/comparisons'
import { besideRanking } from './beside'
import { defineChart, type Chart } from './chart'
import { columnsHeight, columnsOption, type ColumnsLook } from './columns'
import { applicantText, definitionText, joinedText, summarised, titled } from './sentences'

const LOOK: ColumnsLook = { as: 'bars', scale: 'own' }

const title: Chart['title'] = (context) => {
  const indicator = context.slice.indicators[0]!
  return titled(context, 'chart.ranking.title', { indicator: context.words.name(indicator.label, indicator.id) })
}

export default defineChart({
  id: 'ranking',
  places: { overview: 1, proactive: 6, requests: 8, participation: 6, reviews: 4 },
  controls: ['indicator', 'disclosure-rate', 'correction-rate', 'n', 'at', 'sort', 'top'],
  suits: ({ view }, table) => comparisonOf(view, table).indicators.length > 0,
  cut: (selection, table) => {
    const { id } = indicatorFor(selection.view, selection.indicator, table)
    return { across: 'agencies', indicators: [id], rankBy: id }
  },
  title,
  subtitle: (context) => joinedText(context, [definitionText(context, context.slice.indicators[0]!), applicantText(context)]),
  summary: (context) => summarised(context, title(context)),
  height: (slice, width) => columnsHeight(slice, width, LOOK),
  beside: besideRanking,
  option: (context) => columnsOption(context, LOOK),
})
