import { schemeOf } from '@/domain/scheme'
import { agenciesOf } from '@/domain/slice'
import type { Table } from '@/domain/table'
import { defineChart, type Chart, type ChartContext } from './chart'
import { mixed } from './colour'
import { EMPTY_HEIGHT, emptyOption, frameOf } from './frame'
import { heatOption, yearHeadings } from './heat'
import { summarised, titled } from './sentences'

/** Up to this many agencies are shown one by one (chart `coverage-agencies`). */
export const FEW_AGENCIES = 40

const TOP = 44
const ROW = 23
const WIDEST_CELL = 72

/** The customary short name of a province. */
const shortProvince = (name: string): string => name.replace(/(?:壮族|回族|维吾尔)?自治区$|[省市]$/, '')

/** The field that divides the agencies; undefined where none does. */
function dividing({ agencies }: Table): 'province' | 'category' | undefined {
  const values = (field: 'province' | 'category'): number => new Set(agencies.map((agency) => agency[field]).filter((value) => value !== '')).size
  return (['province', 'category'] as const).find((field) => values(field) > 1)
}

/** By province is how the national forms' agencies are told apart; regions are any others'. */
const wordingOf = ({ table, slice }: ChartContext): string => (slice.cut.by === 'category' ? '.category' : schemeOf(table).wording)

const title: Chart['title'] = (context) => titled(context, `chart.coverage.title${wordingOf(context)}`)

export default defineChart({
  id: 'coverage',
  places: { overview: 0 },
  controls: [],
  suits: (selection, table) => agenciesOf(table, selection).length > FEW_AGENCIES && dividing(table) !== undefined,
  cut: (_, table) => ({ across: 'provinces-years', by: dividing(table) ?? 'province', indicators: ['coverage.agencies'], rankBy: 'coverage.agencies' }),
  title,
  subtitle: ({ words }) => words.t('chart.coverage.subtitle'),
  summary: (context) => summarised(context, title(context)),
  height: (slice) => (slice.subjects.length === 0 || slice.years.length === 0 ? EMPTY_HEIGHT : TOP + slice.subjects.length * ROW + 4),
  option: (context) => {
    const { slice, words, palette } = context
    if (slice.subjects.length === 0 || slice.years.length === 0) return emptyOption(context)
    const frame = frameOf(context, slice.subjects.map((_, subject) => ({ subject })), { narrow: false, row: ROW, bar: ROW - 2 }, slice.subjects.map(({ name }) => shortProvince(name)))
    const cell = Math.min(WIDEST_CELL, (frame.width - frame.labelWidth) / slice.years.length)
    const most = Math.max(1, ...slice.observations.map(({ value }) => value ?? 0))
    const cells = slice.observations.map(({ subject, year, value, missing }, observation) => ({
      row: subject,
      column: slice.years.indexOf(year),
      observation,
      value,
      missing,
      // The root spreads small counts, which are most of them.
      colour: mixed(palette.heat[0], palette.heat[1], value ? 0.1 + 0.9 * Math.sqrt(value / most) : 0),
      text: value ? words.number(value) : '',
    }))
    return heatOption(context, frame, { top: TOP, left: frame.labelWidth, cell }, yearHeadings(slice.years, cell), cells)
  },
})
