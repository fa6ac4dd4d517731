import { comparisonOf, indicatorFor } from '@/domain/comparisons'
import { isShare } from '@/domain/definition'
import { CHOICE_IDS, type Indicator, type IndicatorKind } from '@/domain/indicators'
import { schemeOf } from '@/domain/scheme'
import { choicesOf, fromQuery, toQuery, type Param, type Selection } from '@/domain/selection'
import { yearsOf, type Slice } from '@/domain/slice'
import type { Table } from '@/domain/table'
import type { Words } from '@/i18n'
import { optionsOf, type ListedParam, type Option } from './parameter-text'

/** Options under one heading. */
export interface OptionGroup {
  readonly heading: string
  readonly options: readonly Option[]
}

/** A part of the selection that a card lets the reader change. */
export interface Control {
  readonly param: Param
  readonly label: string
  readonly value: string
  readonly options: readonly Option[]
}

interface Asked {
  readonly table: Table
  readonly selection: Selection
  readonly slice: Slice
  readonly words: Words
}

const KINDS: readonly IndicatorKind[] = ['count', 'rate', 'stock', 'money']
const LISTED: readonly ListedParam[] = [...CHOICE_IDS, 'applicant', 'values', 'sort', 'scope', 'missing', 'top', 'n']

/** A funnel is drawn of shares, a strip of ranks of what has several definitions. */
const isFor = ({ cut }: Slice, indicator: Indicator): boolean => (!cut.funnel && !cut.ranks) || (isShare(indicator, {}) && (!cut.ranks || indicator.definitions.length > 1))

/** The indicators of the page, by what kind of number they are. */
export const indicatorGroups = ({ table, selection, slice, words }: Pick<Asked, 'table' | 'selection' | 'words'> & Partial<Pick<Asked, 'slice'>>): OptionGroup[] =>
  KINDS.map((kind) => ({
    heading: words.t(`card.kind-${kind}`),
    options: comparisonOf(selection.view, table)
      .indicators.filter((indicator) => indicator.kind === kind && (slice === undefined || isFor(slice, indicator)))
      .map((indicator) => ({ value: indicator.id, text: words.name(indicator.label, indicator.id) })),
  })).filter(({ options }) => options.length > 0)

/** The indicator in force on the page. */
export const indicatorShown = (table: Table, selection: Selection): string => indicatorFor(selection.view, selection.indicator, table).id

/** The outcomes that can be opened, the one in force among them. */
function groupsOffered({ table, selection, words }: Pick<Asked, 'table' | 'selection' | 'words'>): readonly Option[] {
  const outcomes = schemeOf(table).outcomes.filter(({ group, rows }) => rows.length > 0 || group === selection.group)
  return [{ value: '', text: words.t('param.group.all') }, ...outcomes.map(({ group, label, indicator }) => ({ value: group, text: words.name(label, indicator) }))]
}

function offered(param: Param, { table, selection, slice, words }: Asked): readonly Option[] {
  if (param === 'at') return [{ value: '', text: selection.at === null && slice.years.length === 1 ? words.t('card.at-auto-year', { year: String(slice.years[0]) }) : words.t('card.at-auto') }, ...yearsOf(table, selection).map((year) => ({ value: String(year), text: words.t('param.year.one', { year: String(year) }) })).reverse()]
  if (param === 'group') return groupsOffered({ table, selection, words })
  const listed = LISTED.find((each) => each === param)
  const idle = (CHOICE_IDS.some((id) => id === param) && !slice.indicators.some(({ choice }) => choice === param)) || (param === 'applicant' && !slice.indicators.some(({ byApplicant }) => byApplicant)) || (param === 'n' && !slice.indicators.some((indicator) => isShare(indicator, choicesOf(selection))))
  return listed && !idle ? optionsOf(words, listed, selection) : []
}

/** The controls of a card in the chart's order, the indicator aside; one that would offer no choice is left out. */
export const controlsOf = (params: readonly Param[], asked: Asked): Control[] =>
  params
    .map((param) => ({ param, label: asked.words.t(`card.control-${param}`), value: String(asked.selection[param] ?? ''), options: offered(param, asked) }))
    .filter(({ options }) => options.length > 1)

/** The change of selection that choosing an option means. */
export const chosen = (selection: Selection, param: Param, value: string): Partial<Selection> => ({ [param]: fromQuery({ ...toQuery(selection), [param]: value })[param] })
