import { comparisonOf } from '@/domain/comparisons'
import { isShare } from '@/domain/definition'
import { schemeOf } from '@/domain/scheme'
import type { Selection } from '@/domain/selection'
import type { Table } from '@/domain/table'
import { defineChart, type Chart, type ChartContext } from './chart'
import { numberText } from './format'
import { funnelHeight, funnelOption } from './funnel'
import { applicantText, definitionText, joinedText, summarised, titled } from './sentences'

const MOST = 2000

/** So many times what chance lets outside the limits is more than chance. */
const MANY = 3

/** Cut where the page has no rate though a link asks for it. */
const NONE = 'common.disclosure-rate'

/** The rate the reader chose on the page, else the one the page is about. */
function rateOf({ view, indicator }: Selection, table: Table): string | undefined {
  const { disclosureRate, correctionRates } = schemeOf(table)
  const rates = comparisonOf(view, table).indicators.filter((each) => isShare(each, {})).map(({ id }) => id)
  const usual = view === 'reviews' ? correctionRates[0] : disclosureRate
  return rates.find((id) => id === indicator) ?? rates.find((id) => id === usual) ?? rates[0]
}

const title: Chart['title'] = (context) => {
  const indicator = context.slice.indicators[0]!
  return titled(context, 'chart.funnel.title', { indicator: context.words.name(indicator.label, indicator.id) })
}

/** The overall rate, and how many lie outside the limits against how many chance would put there. */
function findingText({ slice, words, selection }: ChartContext): string {
  const { centre, refused, numerator, denominator, agencies, judged, beyond95, beyond998, dispersion } = slice.funnel!
  if (refused !== null) return words.t(`chart.funnel.refused-${refused}`)
  if (centre === null) return ''
  const told = words.t('chart.funnel.found', { rate: numberText(words, centre, 'percent'), numerator: words.number(numerator), denominator: words.number(denominator), agencies: judged, n: selection.n, beyond95, beyond998 })
  const few = agencies > judged ? words.t('chart.funnel.few', { few: agencies - judged, n: selection.n }) : ''
  const many = beyond998 > 1 && beyond998 > judged * 0.002 * MANY
  return many ? `${told}${few}${words.t('chart.funnel.many', { times: words.number(dispersion, 1) })}` : `${told}${few}`
}

export default defineChart({
  id: 'funnel',
  places: { requests: 1.5, reviews: 1.5 },
  controls: ['indicator', 'disclosure-rate', 'correction-rate', 'n', 'at'],
  suits: (selection, table) => schemeOf(table).families.length < 2 && rateOf(selection, table) !== undefined,
  cut: (selection, table) => {
    const id = rateOf(selection, table) ?? NONE
    return { across: 'agencies', indicators: [id], rankBy: id, most: MOST, all: true, funnel: true }
  },
  title,
  subtitle: (context) => joinedText(context, [definitionText(context, context.slice.indicators[0]!), applicantText(context), findingText(context)]),
  note: ({ words }) => words.t('chart.funnel.limits'),
  summary: (context) => joinedText(context, [summarised(context, title(context)), findingText(context)]),
  height: funnelHeight,
  option: funnelOption,
})
