import { CHANNELS, CHANNEL_MEASURES, REVIEW_KINDS, REVIEW_RESULTS, PROACTIVE_ITEMS, PROACTIVE_COLUMNS, APPLICANTS, REQUEST_ROWS, NARRATIVE, sectionOf, type Applicant, type RequestRow, type ReviewKind, type ReviewResult, type ProactiveItem, type ProactiveColumn, type Channel, type ChannelMeasure, type FigureId } from './figure'
import { label, type Label } from './label'
import type { Unit } from './unit'

const MEASURE_UNITS: Partial<Record<ChannelMeasure, Unit>> = {
  comments: 'comments',
  'average-days': 'days',
  'answered-rate': 'percent',
  'on-time-rate': 'percent',
  'satisfied-rate': 'percent',
  'contact-rate': 'percent',
}

function channelUnit(channel: Channel, measure: ChannelMeasure): Unit {
  const unit = MEASURE_UNITS[measure]
  if (unit) return unit
  if (measure === 'held') return channel === 'consultations' || channel === 'interviews' ? channel : 'times'
  if (channel === 'consultations') return 'comments'
  if (channel === 'messages') return 'messages'
  return channel === 'interviews' ? 'times' : 'proposals'
}

/** The unit a figure of the national catalogue is kept in. Rates are kept in percent, as they are written. */
export function nationalUnit(figure: FigureId): Unit {
  const parts = figure.split('.')
  switch (sectionOf(figure)) {
    case 'requests':
      return 'requests'
    case 'reviews':
      return 'cases'
    case 'participation':
      return channelUnit(parts[1] as Channel, parts[2] as ChannelMeasure)
    case 'narrative':
      return NARRATIVE[parts[1] as keyof typeof NARRATIVE]?.unit ?? 'items'
    default:
      return proactiveUnit(parts[1] as ProactiveColumn)
  }
}

function proactiveUnit(column: ProactiveColumn): Unit {
  if (column === 'amount') return 'wan-yuan'
  if (column === 'decisions') return 'decisions'
  return column === 'items-before' || column === 'change' || column === 'projects' ? 'projects' : 'items'
}

const joined = (first: Label | undefined, second: Label | undefined, id: string): Label =>
  first && second ? { zh: `${first.zh}·${second.zh}`, en: `${first.en}: ${second.en}` } : label(id, id)

/** The name of a figure of the national catalogue in both languages; the id itself for any other. */
export function nationalLabel(figure: FigureId): Label {
  const parts = figure.split('.')
  switch (sectionOf(figure)) {
    case 'requests': {
      const applicant = parts.at(-1) as Applicant
      const row = REQUEST_ROWS[parts.slice(1, -1).join('.') as RequestRow]
      return applicant === 'total' ? (row ?? label(figure, figure)) : joined(row, APPLICANTS[applicant], figure)
    }
    case 'reviews':
      return joined(REVIEW_KINDS[parts[0] as ReviewKind], REVIEW_RESULTS[parts[1] as ReviewResult], figure)
    case 'participation':
      return joined(CHANNELS[parts[1] as Channel], CHANNEL_MEASURES[parts[2] as ChannelMeasure], figure)
    case 'narrative':
      return NARRATIVE[parts[1] as keyof typeof NARRATIVE]?.label ?? label(parts.slice(1).join('.'), parts.slice(1).join('.'))
    case 'proactive':
      return joined(PROACTIVE_ITEMS[parts[0] as ProactiveItem], PROACTIVE_COLUMNS[parts[1] as ProactiveColumn], figure)
    default:
      return label(figure, figure)
  }
}
