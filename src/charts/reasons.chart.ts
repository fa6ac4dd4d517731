import { OUTCOME_GROUPS, REQUEST_ROWS, rowsOfGroup, type OutcomeGroup } from '@/domain/figure'
import { defineChart, type Chart, type ChartContext } from './chart'
import { mixed } from './colour'
import { EMPTY_HEIGHT, emptyOption, frameOf, metricsOf, rowsOf } from './frame'
import { heatOption, type HeatCell } from './heat'
import type { Mark } from './paint'
import { applicantText, joinedText, summarised, titled } from './sentences'
import { fitted, wrapped } from './text'

const GROUPS = OUTCOME_GROUPS.filter((group) => rowsOfGroup(group).length > 0)
const ROWS = GROUPS.flatMap(rowsOfGroup)
/** The reason met most; who states it states the rows at all. */
const RANKED_BY = 'requests.unavailable.not-held'

const TOP = 192
const HEADING = 146

const title: Chart['title'] = (context) => titled(context, 'chart.reasons.title')

function cellsIn({ slice, palette }: ChartContext, positions: ReadonlyMap<number, number>, text: (value: number) => string): HeatCell[] {
  const most = new Map<number, number>()
  for (const { subject, value } of slice.observations) most.set(subject, Math.max(most.get(subject) ?? 0, value ?? 0))
  return slice.observations.map(({ subject, indicator, value, missing }, observation) => ({
    row: positions.get(subject)!,
    column: slice.indicators.indexOf(indicator),
    observation,
    value,
    missing,
    colour: mixed(palette.heat[0], palette.heat[1], value ? 0.12 + 0.88 * (value / most.get(subject)!) : 0),
    text: value === null ? '' : text(value),
  }))
}

function groupMarks({ palette, words }: ChartContext, left: number, cell: number): Mark[] {
  let at = 0
  return GROUPS.flatMap((group: OutcomeGroup): Mark[] => {
    const count = rowsOfGroup(group).length
    const x = left + at * cell
    at += count
    const text = fitted(words.name(REQUEST_ROWS[group]), 11, count * cell - 4)
    return [
      { kind: 'rect', x, y: 22, width: count * cell - 4, height: 3, fill: palette.outcomes[group] },
      { kind: 'text', text, x, y: 10, size: 11, colour: palette.text },
    ]
  })
}

export default defineChart({
  id: 'reasons',
  places: { requests: 2 },
  controls: ['at', 'sort', 'top'],
  cut: () => ({ across: 'agencies', indicators: ROWS.map((row) => `requests.${row}`), rankBy: RANKED_BY, anyOf: true }),
  title,
  subtitle: (context) => joinedText(context, [context.words.t('chart.reasons.subtitle', { ranked: context.words.name(REQUEST_ROWS['unavailable.not-held']) }), applicantText(context)]),
  summary: (context) => summarised(context, title(context)),
  height: (slice, width) => (slice.subjects.length === 0 ? EMPTY_HEIGHT : TOP + rowsOf(slice).length * metricsOf(width).row + 4),
  option: (context) => {
    if (context.slice.subjects.length === 0) return emptyOption(context)
    const { words } = context
    const frame = frameOf(context)
    const cell = (frame.width - frame.labelWidth) / ROWS.length
    const positions = new Map(frame.rows.flatMap((row, at) => ('subject' in row ? [[row.subject, at] as const] : [])))
    const headings = ROWS.map((row) => {
      const name = words.name(REQUEST_ROWS[row])
      const lines = wrapped(name, 11, HEADING)
      return { text: cell >= 30 && !/[\u2e80-\u9fff]/.test(name) ? wrapped(name, 11, 110).slice(0, 2).join('\n') : fitted(lines.length > 1 ? name : lines[0]!, 11, HEADING), downwards: true }
    })
    return heatOption(context, frame, { top: TOP, left: frame.labelWidth, cell }, headings, cellsIn(context, positions, (value) => words.number(value)), groupMarks(context, frame.labelWidth, cell))
  },
})
