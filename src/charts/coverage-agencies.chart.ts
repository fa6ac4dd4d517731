import { splitsOf, unsplitOf, type FigureId } from '@/domain/figure'
import { FORMATS, formatOf } from '@/domain/formats'
import { agenciesOf } from '@/domain/slice'
import { REASON_BITS, type Table } from '@/domain/table'
import { defineChart, type Chart } from './chart'
import { mixed } from './colour'
import { FEW_AGENCIES } from './coverage.chart'
import { EMPTY_HEIGHT, emptyOption, frameOf, liftOf, metricsOf, NARROW } from './frame'
import { heatOption, yearHeadings } from './heat'
import { legendHeight, legendMarks } from './legend'
import { summarised, titled } from './sentences'

const HEADER = 34
const WIDEST_CELL = 72

/** What the report says of a cell is known here, be it that it is blank; （六）其他处理 may be whole where the form splits it, and split where the form has it whole. */
function isKnown(table: Table, figure: FigureId, row: number): boolean {
  const said = (id: FigureId | undefined): boolean => id !== undefined && ((table.columns.get(id)?.states[row] ?? 0) & REASON_BITS) !== 0
  const splits = splitsOf(figure)
  return said(figure) || table.reasonOf(figure, row) !== 'not-known' || said(unsplitOf(figure)) || (splits.length > 0 && splits.every(said))
}

/** No cell of the report's official tables is unknown here. */
const isComplete = (table: Table, row: number): boolean => {
  const tables = formatOf(table.formatOf(row))?.tables ?? []
  return tables.length > 0 && tables.every((official) => official.rows.every(({ figures }) => figures.every((figure) => figure === null || isKnown(table, figure, row))))
}

/** No later format of its family is in use. */
const isNewest = (id: string): boolean => FORMATS.find(({ family }) => family === formatOf(id)?.family)?.id === id

const title: Chart['title'] = (context) => titled(context, 'chart.coverage-agencies.title')

const LOOKS = ['complete', 'partial', 'format', 'none'] as const
/** Room for the longest wording of the legend. */
const legendOf = (width: number): number => legendHeight([['tables complete', 'some figures', 'not the current form', 'no data']], width)
const topOf = (width: number): number => legendOf(width) + HEADER + liftOf(width < NARROW)

export default defineChart({
  id: 'coverage-agencies',
  places: { overview: 0.5 },
  controls: [],
  suits: (selection, table) => agenciesOf(table, selection).length <= FEW_AGENCIES,
  cut: () => ({ across: 'agencies-years', indicators: ['coverage.figures'], rankBy: 'coverage.figures', most: FEW_AGENCIES, all: true }),
  title,
  subtitle: ({ words }) => words.t('chart.coverage-agencies.subtitle'),
  summary: (context) => summarised(context, title(context)),
  height: (slice, width) => (slice.subjects.length === 0 || slice.years.length === 0 ? EMPTY_HEIGHT : topOf(width) + slice.subjects.length * metricsOf(width).row + 4),
  option: (context) => {
    const { slice, words, palette, table } = context
    if (slice.subjects.length === 0 || slice.years.length === 0) return emptyOption(context)
    const frame = frameOf(context, slice.subjects.map((_, subject) => ({ subject })))
    const cell = Math.min(WIDEST_CELL, (frame.width - frame.labelWidth) / slice.years.length)
    const partial = mixed(palette.heat[0], palette.heat[1], 0.3)
    const colours = { complete: palette.heat[1], partial, format: palette.heat[0], none: palette.missing }
    const cells = slice.observations.map(({ subject, year, value, missing, row }, observation) => ({
      row: subject,
      column: slice.years.indexOf(year),
      observation,
      value,
      missing,
      colour: row >= 0 && isComplete(table, row) ? colours.complete : value ? partial : palette.heat[0],
      text: value === null ? '' : words.number(value),
      marked: row >= 0 && !isNewest(table.formatOf(row)),
    }))
    const entries = LOOKS.map((look) => ({ text: words.t(`chart.coverage-agencies.${look}`), colour: colours[look], ...(look === 'none' ? { hatched: true } : {}), ...(look === 'format' ? { marked: true } : {}) }))
    return heatOption(context, frame, { top: topOf(context.width), left: frame.labelWidth, cell }, yearHeadings(slice.years, cell), cells, legendMarks(context, entries))
  },
})
