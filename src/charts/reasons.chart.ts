import { indicatorOf } from '@/domain/indicators'
import { schemeOf, type ReasonGroup } from '@/domain/scheme'
import type { Observation } from '@/domain/slice'
import type { Table } from '@/domain/table'
import { defineChart, type Chart, type ChartContext } from './chart'
import { mixed } from './colour'
import { EMPTY_HEIGHT, emptyOption, frameOf, metricsOf, rowsOf } from './frame'
import { heatOption, type HeatCell, type HeatHeading } from './heat'
import { signedNames, withoutStart } from './names'
import type { Mark } from './paint'
import { applicantText, joinedText, summarised, titled } from './sentences'
import { fitted, fittedDown, wrapped } from './text'

const TOP = 192
const HEADING = 146
const LINE = 13
const MOST_CHARACTERS = 13
/** A heading cut shorter than this says nothing. */
const LEAST = 4
const MOST_LINES = 3

const title: Chart['title'] = (context) => titled(context, 'chart.reasons.title')

const groupsIn = (table: Table): readonly ReasonGroup[] => schemeOf(table).reasons.groups

function cellsIn({ slice, palette }: ChartContext, positions: ReadonlyMap<number, number>, text: (value: number) => string): HeatCell[] {
  // Requests refused and times a reason was given are different counts.
  const most = new Map<string, number>()
  const kindOf = ({ subject, indicator }: Observation): string => `${subject}|${indicator.unit}`
  for (const observation of slice.observations) most.set(kindOf(observation), Math.max(most.get(kindOf(observation)) ?? 0, observation.value ?? 0))
  return slice.observations.flatMap((each, observation): HeatCell[] => {
    const row = positions.get(each.subject)
    if (row === undefined) return []
    const colour = mixed(palette.heat[0], palette.heat[1], each.value ? 0.12 + 0.88 * (each.value / most.get(kindOf(each))!) : 0)
    return [{ row, column: slice.indicators.indexOf(each.indicator), observation, value: each.value, missing: each.missing, colour, text: each.value === null ? '' : text(each.value) }]
  })
}

function groupMarks({ palette, words, table }: ChartContext, left: number, cell: number): Mark[] {
  let at = 0
  return groupsIn(table).flatMap(({ label, group, indicators }): Mark[] => {
    const width = indicators.length * cell - 4
    const x = left + at * cell
    at += indicators.length
    const text = fitted(words.name(label), 11, width)
    return [
      { kind: 'rect', x, y: 22, width, height: 3, fill: palette.outcomes[group] },
      ...(text.endsWith('…') && text.length < LEAST ? [] : [{ kind: 'text' as const, text, x, y: 10, size: 11, colour: palette.text }]),
    ]
  })
}

/** The names of the reasons, without the words that all of a group start with. */
const namesIn = ({ words, table }: ChartContext): string[] => groupsIn(table).flatMap(({ indicators }) => withoutStart(indicators.map((id) => words.name(indicatorOf(id)!.label, id))))

/** A name written downwards, in as many lines as the column has room for; what does not fit is in the tooltip. */
function headingOf(name: string, cell: number): HeatHeading {
  if (/[\u2e80-\u9fff]/.test(name)) return { text: fittedDown(name, MOST_CHARACTERS), down: true }
  const most = Math.max(1, Math.min(MOST_LINES, Math.floor(cell / LINE)))
  const lines = most === 1 ? [name] : wrapped(name, 11, HEADING - 8)
  const last = lines.slice(most - 1).join(' ')
  return { text: [...lines.slice(0, most - 1), ...(last === '' ? [] : [fitted(last, 11, HEADING - 4)])].join('\n'), down: true }
}

export default defineChart({
  id: 'reasons',
  places: { requests: 2 },
  controls: ['at', 'sort', 'top'],
  suits: (_, table) => groupsIn(table).length > 0,
  cut: (_, table) => ({ across: 'agencies', indicators: groupsIn(table).flatMap(({ indicators }) => indicators), rankBy: schemeOf(table).reasons.rankBy ?? 'common.refused', anyOf: true }),
  title,
  subtitle: (context) => {
    const { words, slice, table } = context
    const { wording, reasons } = schemeOf(table)
    const ranked = indicatorOf(slice.cut.rankBy)!
    const shown = slice.indicators.length
    return joinedText(context, [words.t(`chart.reasons.subtitle${wording}`, { ranked: words.name(ranked.label, ranked.id) }), shown < reasons.of ? words.t('chart.reasons.most', { n: reasons.of, shown }) : '', applicantText(context)])
  },
  summary: (context) => summarised(context, title(context)),
  height: (slice, width) => (slice.subjects.length === 0 || slice.indicators.length === 0 ? EMPTY_HEIGHT : TOP + rowsOf(slice).length * metricsOf(width).row + 4),
  option: (context) => {
    const { words, slice } = context
    if (slice.subjects.length === 0 || slice.indicators.length === 0) return emptyOption(context)
    const frame = frameOf(context, rowsOf(slice), metricsOf(context.width), signedNames(context))
    const cell = (frame.width - frame.labelWidth) / slice.indicators.length
    const positions = new Map(frame.rows.flatMap((row, at) => ('subject' in row ? [[row.subject, at] as const] : [])))
    return heatOption(context, frame, { top: TOP, left: frame.labelWidth, cell }, namesIn(context).map((name) => headingOf(name, cell)), cellsIn(context, positions, (value) => words.number(value)), groupMarks(context, frame.labelWidth, cell))
  },
})
