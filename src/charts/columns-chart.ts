import type { Param, Selection } from '@/domain/selection'
import type { Table } from '@/domain/table'
import { defineChart, type Chart } from './chart'
import { columnsHeight, columnsOption, type ColumnsLook } from './columns'
import { applicantText, definitionText, joinedText, summarised, titled } from './sentences'

interface ColumnsEntry {
  readonly id: string
  readonly places: Chart['places']
  /** One column each; the first ranks. */
  readonly indicators: readonly string[] | ((selection: Selection, table: Table) => readonly string[])
  readonly look?: ColumnsLook
  readonly controls?: readonly Param[]
}

/** A chart of columns of figures beside one axis of agencies, sorted by the first figure. Its words are `chart.<id>.title` and, with several columns, `chart.<id>.subtitle`. */
export function columnsChart({ id, places, indicators, look = { as: 'bars', scale: 'own' }, controls = ['at', 'sort', 'top'] }: ColumnsEntry): Chart {
  const idsFor = (selection: Selection, table: Table): readonly string[] => (typeof indicators === 'function' ? indicators(selection, table) : indicators)
  const title: Chart['title'] = (context) => titled(context, `chart.${id}.title`)
  return defineChart({
    id,
    places,
    controls,
    cut: (selection, table) => {
      const ids = idsFor(selection, table)
      return { across: 'agencies', indicators: ids, rankBy: ids[0]!, ...(ids.length > 1 ? { anyOf: true } : {}) }
    },
    title,
    subtitle: (context) => {
      const { slice, words } = context
      const first = slice.indicators[0]!
      const text = slice.indicators.length > 1 ? words.t(`chart.${id}.subtitle`, { ranked: words.name(first.label, first.id) }) : definitionText(context, first)
      return joinedText(context, [text, slice.indicators.some(({ byApplicant }) => byApplicant) ? applicantText(context) : ''])
    },
    summary: (context) => summarised(context, title(context)),
    height: (slice, width) => columnsHeight(slice, width, look),
    option: (context) => columnsOption(context, look),
  })
}
