import { indicatorOf, type Indicator } from '@/domain/indicators'
import type { Label } from '@/domain/label'
import { schemeOf } from '@/domain/scheme'
import type { Slice } from '@/domain/slice'
import type { Table } from '@/domain/table'
import { defineChart, type Chart, type ChartContext } from './chart'
import { signed } from './doubts'
import { baseOption, EMPTY_HEIGHT, emptyOption, NARROW } from './frame'
import { jointEntries, jointLabels, jointlyDisclosed, jointTotals } from './joint'
import { legendHeight, legendMarks } from './legend'
import { lookupIn } from './lookup'
import { subjectNames } from './names'
import { decoration, type Mark } from './paint'
import { outsideEntry, outsideIn } from './outside'
import { applicantText, joinedText, summarised, titled } from './sentences'
import { observed, stackDrawing, type StackBar, type StackPanel } from './stack'
import { fitted } from './text'

const METRICS = { narrow: false, row: 22, bar: 13 }
const HEADER = 30
const GAP = 14
const YEAR = 40
const BETWEEN = 28

const acrossOf = (slice: Slice, width: number): number => Math.min(slice.subjects.length, width < NARROW ? 1 : width < 900 ? 2 : 3)
/** What the count is called whose share is drawn. */
const labelOf = ({ id, label }: Indicator): Label => indicatorOf(id.replace(/\.share$/, ''))?.label ?? label
function legendOf(slice: Slice, width: number, table: Table): number {
  const labels = [...slice.indicators.map(labelOf), ...jointLabels(slice, table)]
  return legendHeight([labels.map(({ zh }) => zh), labels.map(({ en }) => en)], width)
}
const bandOf = (slice: Slice): number => HEADER + slice.years.length * METRICS.row + GAP

const title: Chart['title'] = (context) => titled(context, 'chart.outcomes-years.title')

/** The outcomes and what they leave, with their colours. */
const entriesIn = ({ table, selection, palette }: ChartContext) => [
  ...schemeOf(table).outcomes.map((outcome) => ({ ...outcome, colour: palette.outcomes[outcome.group], hatched: false })),
  ...outsideIn(table, selection).map((outside) => ({ ...outside, ...outsideEntry(outside, palette) })),
]

function panelsOf(context: ChartContext): StackPanel[] {
  const { slice, width, words, table } = context
  const outcomes = entriesIn(context)
  const find = lookupIn(slice)
  const joint = jointlyDisclosed(context, 'share')
  const across = acrossOf(slice, width)
  const each = (width - BETWEEN * (across - 1)) / across
  return slice.subjects.map((_, subject): StackPanel => {
    const bars = slice.years.map((year, row): StackBar => {
      const parts = outcomes.flatMap(({ share, colour, hatched }) => {
        const found = find(subject, share, slice.applicants[0], year)
        const together = found && joint(found)
        return found ? [{ found, amount: found.observation.value, colour, ...(hatched ? { hatched } : {}), ...(together === undefined ? {} : { joint: together }) }] : []
      })
      const n = parts.find(({ amount }) => amount !== null)?.found.observation.denominator
      return { row, parts, whole: 100, end: signed(n === null || n === undefined ? '' : words.number(n), ...observed(parts)) }
    })
    const top = legendOf(slice, width, table) + Math.floor(subject / across) * bandOf(slice) + HEADER
    return { id: `panel-${subject}`, left: (subject % across) * (each + BETWEEN) + YEAR, top, width: each - YEAR, rows: slice.years.length, bars }
  })
}

/** Dashed lines between the years in which an agency's report format changes. */
function breakMarks({ slice, palette, table }: ChartContext, panel: StackPanel, subject: number): Mark[] {
  const formats = slice.years.map((year) => table.rowOf(slice.subjects[subject]!.agency, year)).map((row) => (row < 0 ? undefined : table.formatOf(row)))
  return formats.flatMap((format, at): Mark[] => {
    const before = formats.slice(0, at).findLast((each) => each !== undefined)
    const y = panel.top + at * METRICS.row
    return format === undefined || before === undefined || format === before ? [] : [{ kind: 'line', from: [panel.left - YEAR, y], to: [panel.left + panel.width, y], colour: palette.axis, dashed: true }]
  })
}

function panelMarks({ slice, palette, words }: ChartContext, panel: StackPanel, name: string): Mark[] {
  const processed = words.t('chart.outcomes.processed')
  return [
    { kind: 'text', text: fitted(name, 12, panel.width + YEAR - 60), x: panel.left - YEAR, y: panel.top - 6, vertical: 'bottom', bold: true, colour: palette.text },
    { kind: 'text', text: processed, x: panel.left + panel.width, y: panel.top - 6, align: 'right', vertical: 'bottom', size: 11, colour: palette.muted },
    ...slice.years.map((year, row): Mark => ({ kind: 'text', text: String(year), x: panel.left - YEAR, y: panel.top + (row + 0.5) * METRICS.row, size: 11, colour: palette.muted })),
  ]
}

export default defineChart({
  id: 'outcomes-years',
  places: { requests: 7 },
  controls: [],
  suits: (_, table) => schemeOf(table).outcomes.length > 0,
  cut: (selection, table) => {
    const { outcomes, disclosureRate = 'common.disclosure-rate' } = schemeOf(table)
    return { across: 'agencies-years', indicators: [...outcomes, ...outsideIn(table, selection)].map(({ share }) => share), totals: jointTotals(table, 'share'), rankBy: disclosureRate, anyOf: true, most: 6 }
  },
  title,
  subtitle: (context) => joinedText(context, [context.words.t('chart.outcomes-years.subtitle'), applicantText(context)]),
  summary: (context) => summarised(context, title(context)),
  height: (slice, width, table) => (slice.subjects.length === 0 || slice.years.length === 0 ? EMPTY_HEIGHT : legendOf(slice, width, table) + Math.ceil(slice.subjects.length / acrossOf(slice, width)) * bandOf(slice)),
  option: (context) => {
    const { slice, words } = context
    if (slice.subjects.length === 0 || slice.years.length === 0) return emptyOption(context)
    const panels = panelsOf(context)
    const names = subjectNames(context)
    const legend = legendMarks(context, [
      ...entriesIn(context).map(({ label, indicator, colour, hatched }) => ({ text: words.name(label, indicator), colour, ...(hatched ? { hatched } : {}) })),
      ...jointEntries(context).map(({ label, ...look }) => ({ text: words.name(label), ...look })),
    ])
    const drawing = stackDrawing(context, METRICS, panels, { until: 'hundred', inside: (amount) => `${words.number(amount)}%` })
    return { ...baseOption(context), ...drawing, series: [decoration('labels', [...legend, ...panels.flatMap((panel, at) => [...panelMarks(context, panel, names[at]!), ...breakMarks(context, panel, at)])], 1), ...(drawing.series as [])] }
  },
})
