import { UNLISTED, type OutcomeGroup } from './figure'
import { COMMON_FAMILY, FORMATS, type Format } from './formats'
import { indicatorOf, type Indicator } from './indicators'
import type { ResultRole } from './indicators/counts'
import type { Label } from './label'
import { NATIONAL_SCHEME } from './scheme-national'
import type { ComparedView } from './selection'
import type { Agency, Table } from './table'

/** Something that became of requests: its count, and its share of those processed. */
export interface OutcomeRow {
  readonly label: Label
  readonly indicator: string
  readonly share: string
}

/** An outcome with its place between open and closed, which gives its colour; `rows` are what it can be opened into. */
export interface Outcome extends OutcomeRow {
  readonly group: OutcomeGroup
  readonly rows: readonly OutcomeRow[]
}

/** Reasons under one heading. */
export interface ReasonGroup {
  readonly label: Label
  readonly group: OutcomeGroup
  readonly indicators: readonly string[]
}

/** One way to have a decision looked at again, and what came of it. */
export interface Review {
  readonly id: string
  readonly label: Label
  readonly results: Partial<Readonly<Record<ResultRole, string>>>
  readonly total: string | undefined
}

/** What a page offers. */
export interface Page {
  readonly indicators: readonly Indicator[]
  /** The figures whose sums or rates lead the page. */
  readonly leading: readonly string[]
  /** The year that most agencies state any of these is the year of the whole page where the link says none. */
  readonly yearBy: readonly string[]
}

/** What charts and pages must know of a family of report formats. Everything is an indicator id; what a family does not count is undefined or empty. */
export interface Scheme {
  readonly family: string
  /** The families of the reports; several are compared by the common measures only. */
  readonly families: readonly string[]
  /** Ending of the messages that speak of the forms: '' for the national ones, else '.general'. */
  readonly wording: '' | '.general'
  readonly outcomes: readonly Outcome[]
  /** Outcomes that some reports state only as one sum: that sum, and its share of those processed. */
  readonly joint: { readonly whole: string; readonly share: string; readonly parts: readonly string[] } | undefined
  readonly processed: string | undefined
  /** What the outcomes leave of those processed. */
  readonly outside: OutcomeRow | undefined
  readonly disclosureRate: string | undefined
  /** From received to carried out, and the rate of clearance at the end. */
  readonly flow: readonly string[]
  /** `of`: how many reasons there are; only those given most are in `groups`. */
  readonly reasons: { readonly groups: readonly ReasonGroup[]; readonly rankBy: string | undefined; readonly of: number }
  readonly proactive: readonly string[]
  readonly reviews: { readonly kinds: readonly Review[]; readonly rankBy: string | undefined }
  readonly correctionRates: readonly string[]
  readonly pages: Readonly<Record<ComparedView, Page>>
}

/** What makes the schemes of other families. */
export interface SchemeMakers {
  readonly common: (families: readonly string[], unlisted: readonly Indicator[]) => Scheme
  readonly own: (table: Table, format: Format, unlisted: readonly Indicator[]) => Scheme
}

let makers: SchemeMakers | undefined

/** Takes in what makes the schemes of other families (`all-forms.ts`). */
export const admitSchemes = (more: SchemeMakers): void => void (makers = more)

function makeScheme(table: Table): Scheme {
  const families = [...new Set(Array.from(new Set(table.data.reportFormat), (format) => FORMATS[format]!.family))]
  const unlisted = families.length > 1 ? [] : [...table.columns.keys()].filter((figure) => figure.startsWith(UNLISTED)).map((figure) => indicatorOf(figure)!)
  if (!makers) return NATIONAL_SCHEME
  if (table.family === COMMON_FAMILY) return makers.common(families, unlisted)
  const own = FORMATS.find((format) => format.own && format.family === table.family)
  return own ? makers.own(table, own, unlisted) : NATIONAL_SCHEME
}

const made = new WeakMap<Table, Scheme>()

/** The scheme of a table's reports; before a table is there, that of the national forms. */
export function schemeOf(table: Table | null | undefined): Scheme {
  if (!table) return NATIONAL_SCHEME
  const found = made.get(table)
  if (found) return found
  const scheme = makeScheme(table)
  made.set(table, scheme)
  return scheme
}

/** Whether any of the indicators is for the family of the table's reports. */
export const concerns = (table: Table, ids: readonly string[]): boolean => ids.some((id) => [table.family, 'any'].includes(indicatorOf(id)?.family ?? ''))

/** Level of the organs of the state as a whole, which belong to no province. */
const NATIONAL = '国家'

/** Ending of the message that names agencies of which no province is known: '' not stated, national organs, both of them. */
export function unplacedWording(agencies: Iterable<Agency>, wording: Scheme['wording']): Scheme['wording'] | '.national' | '.either' {
  const national = [...agencies].filter(({ province }) => province === '').map(({ level }) => level === NATIONAL)
  if (wording !== '' || !national.includes(true)) return wording
  return national.includes(false) ? '.either' : '.national'
}

/** The same of a table's agencies: the key of their name. */
export const unplacedKey = (table: Table): string => `rail.no-province${unplacedWording(table.agencies, schemeOf(table).wording)}`
