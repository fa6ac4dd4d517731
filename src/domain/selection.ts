import { APPLICANT_IDS, OUTCOME_GROUPS, type Applicant, type OutcomeGroup } from './figure'
import { CHECK_IDS, MARKS, VERDICTS, type CheckId, type Mark, type Verdict } from './checks/ids'
import { readRepairs, repairsText, type Repair } from './repair'
import { CHOICE_IDS, INDICATORS, type ChoiceId } from './indicators'
import type { Agency } from './table'

export const VIEWS = ['overview', 'proactive', 'requests', 'participation', 'reviews'] as const
export type ComparedView = (typeof VIEWS)[number]
/** The pages: what is compared, and the workbench of checks. */
export const PAGES = [...VIEWS, 'checks'] as const
export type ViewId = (typeof PAGES)[number]

/** Years from and to, both included. */
export interface Years {
  readonly from: number
  readonly to: number
}

/** One report's identity in a link: `agency~year`. */
export interface ReportKey {
  readonly agency: string
  readonly year: number
}

/** Something a link asks for that this build or this data does not have. It stays visible and in the link. */
export interface Unknown {
  readonly param: string
  readonly text: string
}

/** How one part of the selection stands in a link. `parse` gives undefined for text it does not know; `print` gives '' for the default. */
interface Field<T> {
  readonly initial: T
  readonly parse: (text: string) => T | undefined
  readonly print: (value: T) => string
  /** How to look at it, not what it is: a reset leaves it. */
  readonly look?: boolean
}

const oneOf = <T extends string>(values: readonly T[], initial: T): Field<T> => ({
  initial,
  parse: (text) => values.find((value) => value === text),
  print: (value) => (value === initial ? '' : value),
})

/** `~` separates; inside a value it is written %7E. */
const list: Field<readonly string[]> = {
  initial: [],
  parse: (text) => [...new Set(text.split('~').filter((part) => part !== '').map((part) => part.replaceAll('%7E', '~')))],
  print: (values) => values.map((value) => value.replaceAll('~', '%7E')).join('~'),
}

const text: Field<string> = { initial: '', parse: (value) => value, print: (value) => value }

const whole = (initial: number, min: number, max: number): Field<number> => ({
  initial,
  parse: (value) => (/^\d{1,6}$/.test(value) && Number(value) >= min && Number(value) <= max ? Number(value) : undefined),
  print: (value) => (value === initial ? '' : String(value)),
})

const isYear = (value: string): boolean => /^(19|20)\d\d$/.test(value)

const years: Field<Years | null> = {
  initial: null,
  parse: (value) => {
    const [from = '', to = from, ...more] = value.split('..')
    return isYear(from) && isYear(to) && more.length === 0 && from <= to ? { from: Number(from), to: Number(to) } : undefined
  },
  print: (value) => (value === null ? '' : value.from === value.to ? String(value.from) : `${value.from}..${value.to}`),
}

const year: Field<number | null> = {
  initial: null,
  parse: (value) => (isYear(value) ? Number(value) : undefined),
  print: (value) => (value === null ? '' : String(value)),
}

const report: Field<ReportKey | null> = {
  initial: null,
  look: true,
  parse: (value) => {
    const at = value.lastIndexOf('~')
    return at > 0 && isYear(value.slice(at + 1)) ? { agency: value.slice(0, at).replaceAll('%7E', '~'), year: Number(value.slice(at + 1)) } : undefined
  },
  print: (value) => (value === null ? '' : `${value.agency.replaceAll('~', '%7E')}~${value.year}`),
}

const repairs: Field<readonly Repair[]> = { initial: [], parse: readRepairs, print: repairsText }

const choice = (id: ChoiceId): Field<string> => {
  const ids = [...new Set(INDICATORS.filter((indicator) => indicator.choice === id).flatMap((indicator) => indicator.definitions.map((definition) => definition.id)))]
  return oneOf(ids, ids[0] ?? '')
}

/** Every part of a selection: defaults, reset, reading and writing of links follow from here. The name is the link's parameter. */
export const SELECTION = {
  view: { ...oneOf<ViewId>(PAGES, 'overview'), look: true },
  /** The chart shown alone, large; empty for the page. */
  chart: { ...text, look: true },
  agency: list,
  province: list,
  city: list,
  level: list,
  category: list,
  year: years,
  /** The year of charts that show one year; null: the year most agencies state. */
  at: year,
  indicator: text,
  applicant: oneOf<Applicant>(APPLICANT_IDS, 'total'),
  /** The outcome group opened into its official rows; empty for all groups. */
  group: oneOf<OutcomeGroup | ''>(['', ...OUTCOME_GROUPS], ''),
  values: oneOf<'share' | 'absolute'>(['share', 'absolute'], 'share'),
  sort: oneOf<'value' | 'value-asc' | 'name'>(['value', 'value-asc', 'name'], 'value'),
  top: whole(15, 1, 1000),
  focus: text,
  /** Rates of fewer than n cases are shown but not ranked. */
  n: whole(30, 0, 100000),
  /** Whose work the figures count: the office's own, the whole region's, or both kinds mixed knowingly. */
  scope: oneOf<'own' | 'region' | 'all'>(['own', 'region', 'all'], 'own'),
  missing: oneOf<'hidden' | 'shown'>(['hidden', 'shown'], 'hidden'),
  /** Numbers that rest on a report which fails a hard check. */
  failing: oneOf<'shown' | 'hidden'>(['shown', 'hidden'], 'shown'),
  'disclosure-rate': choice('disclosure-rate'),
  'correction-rate': choice('correction-rate'),
  /** Accepted repairs that stand in the place of what was reported; empty: figures as reported. */
  repaired: repairs,
  /** Of the workbench of checks: the check, the outcome of its tests and what the reader made of them; empty for any. */
  rule: { ...oneOf<CheckId | ''>(['', ...CHECK_IDS], ''), look: true },
  outcome: { ...oneOf<Mark | ''>(['', ...MARKS], ''), look: true },
  decision: { ...oneOf<'' | 'open' | Verdict>(['', 'open', ...VERDICTS], ''), look: true },
  /** Words that the agency's name or region must have. */
  find: { ...text, look: true },
  order: { ...oneOf<'worst' | 'failures' | 'name'>(['worst', 'failures', 'name'], 'worst'), look: true },
  layout: { ...oneOf<'matrix' | 'list'>(['matrix', 'list'], 'matrix'), look: true },
  /** The test looked at in the open report, `H4.review`; empty for the first that fails. */
  finding: { ...text, look: true },
  /** Sheets to be sent: of the open report's agency, or of all that the filters leave. */
  sheet: { ...oneOf<'' | 'agency' | 'all'>(['', 'agency', 'all'], ''), look: true },
  shape: { ...oneOf<'tidy' | 'wide'>(['tidy', 'wide'], 'tidy'), look: true },
  report,
} satisfies Record<string, Field<never>> | Record<string, unknown>

type Schema = typeof SELECTION
export type Param = keyof Schema
type ValueOf<F> = F extends Field<infer T> ? T : never

/** What the reader asked for: it is the link. */
export type Selection = { readonly [P in Param]: ValueOf<Schema[P]> } & { readonly unknown: readonly Unknown[] }

const PARAMS = Object.keys(SELECTION) as Param[]
const fieldOf = (param: Param): Field<unknown> => SELECTION[param] as Field<unknown>

export const DEFAULTS: Selection = Object.freeze({
  ...(Object.fromEntries(PARAMS.map((param) => [param, fieldOf(param).initial])) as Omit<Selection, 'unknown'>),
  unknown: [],
})

/** A query as routers and URLSearchParams give it. Keys that are not parameters of the selection and are in `others` are left alone. */
export type Query = Readonly<Record<string, string | null | undefined | readonly (string | null)[]>>

const lastText = (value: Query[string]): string => (typeof value === 'string' ? value : Array.isArray(value) ? String(value.at(-1) ?? '') : '')

/** Reads a query. Never throws: what it does not understand is kept in `unknown`, the default stands instead. */
export function fromQuery(query: Query, others: readonly string[] = []): Selection {
  const unknown: Unknown[] = []
  const values: Record<string, unknown> = {}
  for (const param of PARAMS) {
    const written = lastText(query[param])
    const value = written === '' ? fieldOf(param).initial : fieldOf(param).parse(written)
    if (value === undefined) unknown.push({ param, text: written })
    values[param] = value === undefined ? fieldOf(param).initial : value
  }
  for (const key of Object.keys(query)) {
    if (!(key in SELECTION) && !others.includes(key)) unknown.push({ param: key, text: lastText(query[key]) })
  }
  return { ...(values as Omit<Selection, 'unknown'>), unknown }
}

/** The query of a selection, defaults left out, unknown parts kept. */
export function toQuery(selection: Selection): Record<string, string> {
  const query: Record<string, string> = {}
  for (const param of PARAMS) {
    const written = fieldOf(param).print(selection[param])
    if (written !== '') query[param] = written
  }
  for (const { param, text: written } of selection.unknown) query[param] ??= written
  return query
}

/** Reads a whole link or its query string (with or without "?"). `others` are parameters of the page that are no part of the selection. */
export function fromLink(link: string, others: readonly string[] = []): Selection {
  const search = link.includes('?') ? link.slice(link.indexOf('?') + 1) : link
  return fromQuery(Object.fromEntries(new URLSearchParams(search.replace(/#.*$/, ''))), others)
}

const escaped = (text: string, breaking: RegExp): string => text.replace(breaking, (c) => encodeURIComponent(c))

/** A query as text, readable: only what would break a link is escaped. */
export const queryText = (query: Readonly<Record<string, string>>): string =>
  Object.entries(query)
    .map(([param, value]) => `${escaped(param, /[%&#+=?\s"<>]/g)}=${escaped(value, /[%&#+?\s"<>]/g)}`)
    .join('&')

/** The query string of a selection, readable. */
export const toLink = (selection: Selection): string => queryText(toQuery(selection))

/** Everything back to its default, but the page looked at. */
export const reset = (selection: Selection): Selection => ({ ...DEFAULTS, view: selection.view, shape: selection.shape })

/** The parameters in which a selection differs from the default, how-to-look ones left out, in the schema's order. */
export const changed = (selection: Selection): Param[] => PARAMS.filter((param) => !fieldOf(param).look && fieldOf(param).print(selection[param]) !== '')

/** The definitions chosen, by choice. */
export const choicesOf = (selection: Selection): Record<ChoiceId, string> => Object.fromEntries(CHOICE_IDS.map((id) => [id, selection[id]])) as Record<ChoiceId, string>

/** Whether an agency passes the filters by province, city, level and category (not by name). */
export const passes = (agency: Agency, selection: Selection): boolean =>
  (selection.province.length === 0 || selection.province.includes(agency.province)) &&
  (selection.city.length === 0 || selection.city.includes(agency.city)) &&
  (selection.level.length === 0 || selection.level.includes(agency.level)) &&
  (selection.category.length === 0 || selection.category.includes(agency.category))
