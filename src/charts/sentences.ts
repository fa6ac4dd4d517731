import { APPLICANTS } from '@/domain/figure'
import { definitionOf } from '@/domain/definition'
import type { Indicator } from '@/domain/indicators'
import { unplacedKey } from '@/domain/scheme'
import { choicesOf } from '@/domain/selection'
import type { Observation } from '@/domain/slice'
import type { ChartContext } from './chart'
import { signed } from './doubts'
import { figureText, valueText } from './format'

/** The title of a chart: its message with the year or years of the slice. */
export function titled(context: ChartContext, key: string, params: Readonly<Record<string, string | number>> = {}): string {
  return context.words.t(key, { ...params, when: whenText(context) })
}

/** "2024年" or "2019–2024年"; empty for a slice without years. */
export function whenText({ words, slice }: ChartContext): string {
  const from = slice.years[0]
  const to = slice.years.at(-1)
  if (from === undefined || to === undefined) return ''
  return from === to ? words.t('chart.when.year', { year: String(from) }) : words.t('chart.when.years', { from: String(from), to: String(to) })
}

/** Sentences one after the other, empty ones left out. */
export const joinedText = ({ words }: ChartContext, sentences: readonly string[]): string => sentences.filter((sentence) => sentence !== '').join(words.language.startsWith('zh') ? '' : ' ')

/** How an indicator is defined, in the definition chosen, briefly. */
export function definitionText({ words, selection }: ChartContext, indicator: Indicator): string {
  const { brief, text } = definitionOf(indicator, choicesOf(selection))
  return words.name(brief ?? text)
}

/** Whose requests are counted, where not all. */
export const applicantText = ({ words, selection, slice }: ChartContext): string =>
  selection.applicant === 'total' || !slice.indicators.some(({ byApplicant }) => byApplicant) ? '' : words.t('chart.applicant-only', { applicant: words.name(APPLICANTS[selection.applicant], `applicant.${selection.applicant}`) })

/** What the picture shows for those who cannot see it: the title, then the first agencies with their figures, or why they have none of the first kind, then how many do not state it. */
export function summarised(context: ChartContext, title: string): string {
  const { slice, words, table } = context
  const first = slice.indicators[0]
  if (!first || slice.subjects.length === 0) return joinedText(context, [words.t('chart.sentence', { text: title }), words.t('chart.empty')])
  const toldText = (observation: Observation): string => signed(valueText(context, observation), observation)
  const stating = new Set(slice.observations.filter(({ value }) => value !== null).map(({ subject }) => subject))
  const told = slice.observations.filter(({ indicator, applicant, subject }) => indicator === first && applicant === slice.applicants[0] && stating.has(subject))
  const shown = latestOf(told).slice(0, 3).map((observation) => words.t('chart.pair', { agency: slice.subjects[observation.subject]!.name || words.t(unplacedKey(table)), value: slice.years.length > 1 ? words.t('chart.in-year', { value: toldText(observation), year: String(observation.year) }) : toldText(observation) }))
  const missing = new Set(slice.observations.filter(({ value }) => value === null).map(({ subject }) => subject)).size
  return joinedText(context, [
    words.t('chart.sentence', { text: title }),
    shown.length === 0 ? '' : words.t('chart.first-are', { indicator: figureText(words, first, slice.applicants[0]!), list: shown.join(words.t('chart.comma')) }),
    words.t('chart.shown-count', { n: slice.subjects.length }),
    missing === 0 ? '' : words.t('chart.missing-count', { n: missing }),
  ])
}

/** The last observation of each subject that states something, else the last, in the slice's order. */
function latestOf(observations: readonly Observation[]): Observation[] {
  const latest = new Map<number, Observation>()
  for (const observation of observations) if (observation.value !== null || (latest.get(observation.subject)?.value ?? null) === null) latest.set(observation.subject, observation)
  return [...latest.values()]
}
