import { defineChart, type Chart } from './chart'
import { schemeOf } from '@/domain/scheme'
import { cloudHeight, cloudOption } from './cloud'
import { applicantText, definitionText, joinedText, summarised, titled } from './sentences'

const MOST = 2000

const title: Chart['title'] = (context) => titled(context, 'chart.volume-rate.title')

export default defineChart({
  id: 'volume-rate',
  places: { requests: 5 },
  controls: ['disclosure-rate', 'n', 'at', 'focus'],
  suits: (_, table) => schemeOf(table).disclosureRate !== undefined,
  cut: (_, table) => {
    const { processed = 'common.processed', disclosureRate = 'common.disclosure-rate' } = schemeOf(table)
    return { across: 'agencies', indicators: [processed, disclosureRate], rankBy: disclosureRate, most: MOST, all: true }
  },
  title,
  subtitle: (context) => joinedText(context, [context.words.t('chart.volume-rate.subtitle', { n: context.selection.n }), definitionText(context, context.slice.indicators[1]!), applicantText(context)]),
  summary: (context) => summarised(context, title(context)),
  height: cloudHeight,
  option: cloudOption,
})
