import { concerns } from '@/domain/scheme'
import type { Param } from '@/domain/selection'
import type { Table } from '@/domain/table'
import { besideRanking } from './beside'
import { defineChart, type Chart } from './chart'
import { columnsHeight, columnsOption, type ColumnsLook } from './columns'
import { applicantText, definitionText, joinedText, summarised, titled } from './sentences'

interface ColumnsEntry {
  readonly id: string
  readonly places: Chart['places']
  /** One column each; the first ranks. The chart suits reports of their family, and none where there are no ids. */
  readonly indicators: readonly string[] | ((table: Table) => readonly string[])
  /** Said where it is not `chart.<id>`. */
  readonly message?: (table: Table) => string
  readonly look?: ColumnsLook
  readonly controls?: readonly Param[]
}

/** Cut where a link asks for the chart though the reports have no such figures. */
const NOTHING = ['common.received']

/** A chart of columns of figures beside one axis of agencies, sorted by the first figure. Its words are `chart.<id>.title` and, with several columns, `chart.<id>.subtitle`. */
export function columnsChart({ id, places, indicators, message = () => `chart.${id}`, look = { as: 'bars', scale: 'own' }, controls = ['at', 'n', 'sort', 'top'] }: ColumnsEntry): Chart {
  const idsFor = (table: Table): readonly string[] => (typeof indicators === 'function' ? indicators(table) : indicators)
  const title: Chart['title'] = (context) => titled(context, `${message(context.table)}.title`)
  return defineChart({
    id,
    places,
    controls,
    suits: (_, table) => concerns(table, idsFor(table)),
    cut: (_, table) => {
      const suited = idsFor(table)
      const ids = suited.length > 0 ? suited : NOTHING
      return { across: 'agencies', indicators: ids, rankBy: ids[0]!, ...(ids.length > 1 ? { anyOf: true } : {}) }
    },
    title,
    subtitle: (context) => {
      const { slice, words, table } = context
      const first = slice.indicators[0]!
      const text = slice.indicators.length > 1 ? words.t(`${message(table)}.subtitle`, { ranked: words.name(first.label, first.id) }) : definitionText(context, first)
      return joinedText(context, [text, applicantText(context)])
    },
    summary: (context) => summarised(context, title(context)),
    height: (slice, width) => columnsHeight(slice, width, look),
    beside: besideRanking,
    option: (context) => columnsOption(context, look),
  })
}
