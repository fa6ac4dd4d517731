import { comparisonOf } from '@/domain/comparisons'
import { isShare } from '@/domain/definition'
import { indicatorOf, underEachDefinition, type Indicator } from '@/domain/indicators'
import type { Selection } from '@/domain/selection'
import type { Table } from '@/domain/table'
import { defineChart, type Chart, type ChartContext } from './chart'
import { applicantText, joinedText, summarised, titled } from './sentences'
import { stripHeight, stripOption } from './strip'

/** Cut where the page has no such rate though a link asks for it. */
const NONE = 'requests.disclosure-rate'

/** The rate with several definitions that the reader chose on the page, else the first there is. */
function rateOf({ view, indicator }: Selection, table: Table): Indicator | undefined {
  const rates = comparisonOf(view, table).indicators.filter((each) => each.definitions.length > 1 && isShare(each, {}))
  return rates.find(({ id }) => id === indicator) ?? rates[0]
}

const nameOf = ({ slice, words }: ChartContext): string => {
  const indicator = indicatorOf(slice.cut.rankBy)!
  return words.name(indicator.label, indicator.id)
}

const title: Chart['title'] = (context) => titled(context, 'chart.strip.title', { indicator: nameOf(context) })

/** How many are ranked under each definition. */
const rankedText = ({ slice, words }: ChartContext): string =>
  words.t('chart.strip.ranked', { list: slice.indicators.map((indicator) => words.t('chart.strip.of', { definition: words.name(indicator.definitions[0].label), n: slice.observations.find((each) => each.indicator === indicator)?.rank?.of ?? 0 })).join(words.t('chart.comma')) })

export default defineChart({
  id: 'rank-strip',
  places: { requests: 1.7, reviews: 1.7 },
  controls: ['indicator', 'n', 'at', 'sort', 'top'],
  suits: (selection, table) => rateOf(selection, table) !== undefined,
  cut: (selection, table) => {
    const rate = rateOf(selection, table) ?? indicatorOf(NONE)!
    return { across: 'agencies', indicators: underEachDefinition(rate), rankBy: rate.id, ranks: true }
  },
  title,
  subtitle: (context) => joinedText(context, [context.words.t('chart.strip.subtitle', { n: context.selection.n }), applicantText(context), rankedText(context)]),
  summary: (context) => joinedText(context, [summarised(context, title(context)), rankedText(context)]),
  height: stripHeight,
  option: stripOption,
})
