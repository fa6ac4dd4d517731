import { definitionOf } from '@/domain/definition'
import { formatOf } from '@/domain/formats'
import { unplacedKey } from '@/domain/scheme'
import { choicesOf } from '@/domain/selection'
import { noteOf } from '@/domain/sheet'
import type { Observation } from '@/domain/slice'
import type { ChartContext } from './chart'
import { doubtLines } from './doubts'
import { figureText, numberText, valueText } from './format'

export interface TooltipLine {
  readonly label: string
  readonly value: string
  readonly note?: string
}

/** What a reader is told about one datum: plain text, no markup. */
export interface TooltipText {
  readonly title: string
  readonly lines: readonly TooltipLine[]
}

/** Everything known about an observation in words: full name and year, value with unit and n, interval, reason, notes, scope, report format. */
export function tooltipOf(context: ChartContext, index: number): TooltipText {
  const { words, slice, table } = context
  const observation = slice.observations[index]
  if (!observation) return { title: '', lines: [] }
  const name = slice.subjects[observation.subject]?.name || words.t(unplacedKey(table))
  return {
    title: words.t('chart.tip.title', { agency: name, year: String(observation.year) }),
    lines: [valueLine(context, observation), ...known(context, observation)],
  }
}

function valueLine(context: ChartContext, observation: Observation): TooltipLine {
  const { words, selection } = context
  const { indicator, applicant } = observation
  const choice = indicator.choice ? words.name(definitionOf(indicator, choicesOf(selection)).label) : undefined
  const label = figureText(words, indicator, applicant)
  const value = observation.row < 0 && observation.value !== null && observation.denominator !== null ? words.t('chart.tip.of-agencies', { n: observation.value, of: observation.denominator }) : valueText(context, observation)
  return choice === undefined ? { label, value } : { label, value, note: choice }
}

function known(context: ChartContext, observation: Observation): TooltipLine[] {
  const { words, selection, table, slice } = context
  const { low, high, row, indicator } = observation
  const lines: TooltipLine[] = []
  const add = (key: string, value: string): void => {
    lines.push({ label: words.t(`chart.tip.${key}`), value })
  }
  if (low !== null && high !== null) add('interval', words.t('chart.tip.from-to', { low: numberText(words, low, indicator.unit), high: numberText(words, high, indicator.unit) }))
  if (low !== null && observation.denominator !== null && observation.denominator < selection.n) add('small', words.t('chart.tip.below', { n: selection.n }))
  if (observation.rank) add('rank', observation.rank.place === null ? words.t('chart.tip.rank-none') : words.t('chart.tip.rank-of', { place: observation.rank.place, of: observation.rank.of }))
  lines.push(...limitLines(context, observation), ...doubtLines(words, observation))
  if (observation.apart !== null) add('apart', words.t(`chart.apart.${observation.apart}`))
  if (observation.regional) add('scope', words.t('chart.tip.region'))
  if (observation.about) add('precision', words.t('chart.tip.about'))
  if (observation.blankAsZero) add('blank', words.t('chart.tip.blank-as-zero'))
  const note = noteOf(table, selection, { ...observation, blankAsZero: false })
  if (note !== null) add('note', note)
  if (row >= 0 && slice.subjects[observation.subject]!.agency >= 0) {
    const format = formatOf(table.formatOf(row))
    if (format) add('format', words.name(format.label, format.id))
    if (table.data.reportNotes[row]) add('report-note', table.data.reportNotes[row])
  }
  return lines
}

/** Where a rate lies among the control limits of its n. */
function limitLines({ words, slice, selection }: ChartContext, observation: Observation): TooltipLine[] {
  const point = slice.funnel?.points[slice.observations.indexOf(observation)]
  if (!point) return []
  const text = (value: number): string => numberText(words, value, observation.indicator.unit)
  const { inner, outer, position } = point
  return [
    { label: words.t('chart.tip.limits'), value: words.t('chart.tip.limits-value', { low: text(inner.low), high: text(inner.high), lower: text(outer.low), higher: text(outer.high) }) },
    { label: words.t('chart.tip.position'), value: words.t(`chart.funnel.position.${position}`, { n: selection.n }) },
  ]
}
