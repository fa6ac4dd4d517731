import { APPLICANT_IDS, APPLICANTS, OUTCOME_GROUPS, REQUEST_ROWS } from '@/domain/figure'
import { CHOICE_IDS, indicatorOf, INDICATORS, type ChoiceId } from '@/domain/indicators'
import type { Scheme } from '@/domain/scheme'
import type { Param, Selection, Years } from '@/domain/selection'
import type { Words } from '@/i18n'

/** One of the values offered for a parameter. */
export interface Option {
  readonly value: string
  readonly text: string
}

/** Values of a parameter that are words of their own (`param.<name>.<value>`), in the order offered. */
const WORDED = {
  values: ['share', 'absolute'],
  sort: ['value', 'value-asc', 'name'],
  scope: ['own', 'region', 'all'],
  missing: ['hidden', 'shown'],
  failing: ['shown', 'hidden'],
} as const satisfies Partial<{ [P in Param]: readonly Selection[P][] }>

/** What bounds the agencies listed says nothing of those that the reader names: they are all listed. */
const BOUNDS_LISTED: ReadonlySet<string> = new Set(['missing', 'top'] satisfies Param[])

const COUNTED = { top: [5, 10, 15, 20, 30, 50, 100], n: [0, 5, 10, 30, 50, 100] } as const

/** The parameters with a closed list of values. */
export type ListedParam = keyof typeof WORDED | keyof typeof COUNTED | ChoiceId | 'applicant' | 'group'

/** Fields of agencies: outside the national forms they are called otherwise. */
const FIELDS: ReadonlySet<string> = new Set(['province', 'city', 'level', 'category'] satisfies Param[])

/** What a parameter is called where the reports have the wording. */
export const parameterName = (words: Words, param: string, wording: Scheme['wording']): string => words.t(`param.${param}${FIELDS.has(param) ? wording : ''}`)

const isChoice = (param: string): param is ChoiceId => CHOICE_IDS.some((id) => id === param)

/** The values to offer for a parameter, the one in force always among them. */
export function optionsOf(words: Words, param: ListedParam, selection: Selection): Option[] {
  if (param === 'applicant') return APPLICANT_IDS.map((value) => ({ value, text: words.name(APPLICANTS[value], `applicant.${value}`) }))
  if (param === 'group') return [{ value: '', text: words.t('param.group.all') }, ...OUTCOME_GROUPS.map((value) => ({ value, text: words.name(REQUEST_ROWS[value], `row.${value}`) }))]
  if (isChoice(param)) return definitionOptions(words, param)
  if (BOUNDS_LISTED.has(param) && selection.agency.length > 0) return [{ value: String(selection[param]), text: words.t('param.named-listed') }]
  if (param === 'top' || param === 'n') {
    const counts = [...new Set<number>([...COUNTED[param], selection[param]])].sort((a, b) => a - b)
    return counts.map((count) => ({ value: String(count), text: words.t(`param.${param}.value`, { n: count }) }))
  }
  return WORDED[param].map((value) => ({ value, text: words.t(`param.${param}.${value}`) }))
}

function definitionOptions(words: Words, choice: ChoiceId): Option[] {
  const indicator = INDICATORS.find((each) => each.choice === choice)
  return (indicator?.definitions ?? []).map((definition) => ({ value: definition.id, text: words.name(definition.label, `${choice}.${definition.id}`) }))
}

/** The part of a selection that a chosen option stands for. */
export const partOf = (param: ListedParam, value: string): Partial<Selection> => ({ [param]: param === 'top' || param === 'n' ? Number(value) : value })

/** Years as people write them: one year, or from and to. */
export const yearsText = (words: Words, { from, to }: Years): string =>
  from === to ? words.t('param.year.one', { year: String(from) }) : words.t('param.year.range', { from: String(from), to: String(to) })

const MOST_NAMES = 3

/** Some names in full, then how many there are. */
export const namesText = (words: Words, names: readonly string[]): string =>
  names.length <= MOST_NAMES ? names.join(words.t('param.and')) : words.t('param.names', { names: names.slice(0, MOST_NAMES).join(words.t('param.and')), n: names.length, more: names.length - MOST_NAMES })

/** What stands for a parameter in a selection, in words. */
export function parameterText(words: Words, param: Param, selection: Selection): string {
  switch (param) {
    case 'agency':
    case 'province':
    case 'city':
    case 'level':
    case 'category':
      return namesText(words, selection[param])
    case 'year':
      return selection.year ? yearsText(words, selection.year) : ''
    case 'at':
      return selection.at === null ? '' : words.t('param.year.one', { year: String(selection.at) })
    case 'indicator':
      return indicatorText(words, selection.indicator)
    case 'view':
    case 'chart':
    case 'focus':
    case 'shape':
    case 'rule':
    case 'outcome':
    case 'decision':
    case 'find':
    case 'order':
    case 'layout':
    case 'finding':
    case 'sheet':
      return selection[param]
    case 'repaired':
      return words.t('param.repaired.value', { n: selection.repaired.length })
    case 'report':
      return selection.report ? `${selection.report.agency} ${selection.report.year}` : ''
    default:
      return optionsOf(words, param, selection).find(({ value }) => value === String(selection[param]))?.text ?? String(selection[param])
  }
}

function indicatorText(words: Words, id: string): string {
  const indicator = indicatorOf(id)
  return indicator ? words.name(indicator.label, id) : id
}
