import type { MissingReason } from './cell'
import { comparisonOf } from './comparisons'
import type { Applicant } from './figure'
import { Evaluator, isShare, seriesOf, type Series, type Value } from './evaluate'
import { formatOf, joins } from './formats'
import { indicatorOf, type Indicator } from './indicators'
import { choicesOf, passes, type Selection } from './selection'
import { wilson } from './statistics'
import { REGIONAL, type Table } from './table'

/** What a chart asks to be cut out of the table. */
export interface Cut {
  /** A line per agency in one year; per agency and year; per province (or other field of agencies, `by`) and year: how many agencies have data. */
  readonly across: 'agencies' | 'agencies-years' | 'provinces-years'
  readonly by?: 'province' | 'category'
  /** Indicator ids, in the order drawn. */
  readonly indicators: readonly string[]
  /** Default: the selection's applicant. */
  readonly applicants?: readonly Applicant[]
  /** The indicator that decides which agencies are shown and in which order. Agencies without it are not shown unless `anyOf`. */
  readonly rankBy: string
  readonly rankApplicant?: Applicant
  /** An agency counts as stated when any of the indicators (of any applicant shown) is known; `rankBy` then only orders. */
  readonly anyOf?: boolean
  /** At most this many agencies where the link names none (the selection's `top` is the other bound). */
  readonly most?: number
  /** Only `most` bounds the agencies, whatever the selection's `top`: a cloud of points or a grid of coverage is no ranking. */
  readonly all?: boolean
}

/** Whose figure it is: an agency, or a province in a count of agencies. */
export interface Subject {
  readonly name: string
  /** Index into the table's agencies; -1 for a province or category. */
  readonly agency: number
  /** Stands in the ranking; false: below the selection's n, or without the number it is ranked by. */
  readonly ranked: boolean
  /** At least one of its figures counts a whole region, not the office's own work. */
  readonly regional: boolean
}

/** A figure of one subject and year, with its value or the reason why there is none. What is drawn, listed and downloaded. */
export interface Observation extends Value {
  /** Index into the slice's subjects. */
  readonly subject: number
  /** Report row of the table; -1: none. */
  readonly row: number
  readonly year: number
  readonly indicator: Indicator
  readonly applicant: Applicant
  /** 95 % Wilson interval of a share, in percent; null where it is none. */
  readonly low: number | null
  readonly high: number | null
  /** May be joined by a line with the observation of the year before in its series. */
  readonly joined: boolean
}

/** How much of what was asked for is known. */
export interface Coverage {
  /** Agencies that the filters keep. */
  readonly of: number
  /** Of these, how many state the figure (in the year, or in any year). */
  readonly stated: number
  /** Of those stated, how many state a whole region's figure and are left out. */
  readonly otherScope: number
  /** Of those stated and kept, how many are below the selection's n and not ranked. */
  readonly small: number
  /** Agencies without a number, by reason (of the year, or of the latest year with a report). */
  readonly reasons: ReadonlyMap<MissingReason, number>
}

/** What a selection keeps: the same thing is drawn, shown as a table and downloaded. */
export interface Slice {
  readonly cut: Cut
  readonly subjects: readonly Subject[]
  /** Ascending; one year for a one-year cut. */
  readonly years: readonly number[]
  readonly indicators: readonly Indicator[]
  readonly applicants: readonly Applicant[]
  readonly observations: readonly Observation[]
  readonly coverage: Coverage
  /** Agencies that state the figure but are beyond the top n, and their sum (null where it may not be summed, they report in forms of several families, or one of them does not state the figure ranked by). */
  readonly rest: { readonly agencies: number; readonly sum: number | null }
}

interface Candidate {
  readonly agency: number
  readonly value: number
  readonly ranked: boolean
  /** Years stated, of a cut over years. */
  readonly years: number
}

const required = (id: string): Indicator => {
  const indicator = indicatorOf(id)
  if (!indicator) throw new Error(`no indicator ${id}`)
  return indicator
}

/** The years a selection keeps, of those in the table, ascending. */
export const yearsOf = (table: Table, selection: Selection): number[] => {
  const { year } = selection
  return year === null ? [...table.years] : table.years.filter((each) => each >= year.from && each <= year.to)
}

/** The agencies a selection keeps: those it names (in its order, unknown names left out), else all that pass its filters. */
export function agenciesOf(table: Table, selection: Selection): number[] {
  if (selection.agency.length > 0) return selection.agency.map((id) => table.indexOf(id)).filter((index) => index >= 0)
  const kept: number[] = []
  table.agencies.forEach((agency, index) => {
    if (passes(agency, selection)) kept.push(index)
  })
  return kept
}

/** A region's figure counts only where the reader asks for it, or names the agency. */
const inScope = (regional: boolean, selection: Selection): boolean => selection.agency.length > 0 || selection.scope === 'all' || regional === (selection.scope === 'region')


/** What makes an agency's year stated. */
function statedBy(table: Table, selection: Selection, cut: Cut): Series[] {
  const choices = choicesOf(selection)
  if (!cut.anyOf) return [seriesOf(table, required(cut.rankBy), cut.rankApplicant ?? selection.applicant, choices)]
  return cut.indicators.flatMap((id) => (cut.applicants ?? [selection.applicant]).map((applicant) => seriesOf(table, required(id), applicant, choices)))
}

/** The first of the series that states a report row; undefined when none does. */
const stating = (stated: readonly Series[], row: number): Series | undefined => stated.find(({ values }) => !Number.isNaN(values[row]))

/** How many of the agencies state a year, within the scope asked for. */
function statedIn(table: Table, selection: Selection, agencies: readonly number[], stated: readonly Series[], year: number): number {
  let count = 0
  for (const agency of agencies) {
    const row = table.rowOf(agency, year)
    const series = row < 0 ? undefined : stating(stated, row)
    if (series && inScope((series.flags[row]! & REGIONAL) !== 0, selection)) count += 1
  }
  return count
}

/** The year that most of the agencies state, the later one of equals; undefined when none states any. */
function fullestYear(table: Table, selection: Selection, agencies: readonly number[], stated: readonly Series[]): number | undefined {
  let best: number | undefined
  let most = 1
  for (const year of yearsOf(table, selection)) {
    const count = statedIn(table, selection, agencies, stated, year)
    if (count < most) continue
    most = count
    best = year
  }
  return best
}

const pageYears = new WeakMap<Table, { readonly key: string; readonly year: number | undefined }>()

/** The year of the page, reckoned once for the charts and totals that stand on it together. */
function pageYear(table: Table, selection: Selection, agencies: readonly number[]): number | undefined {
  const { view, agency, province, city, level, category, year, scope } = selection
  const key = JSON.stringify([view, agency, province, city, level, category, year, scope])
  const known = pageYears.get(table)
  if (known?.key === key) return known.year
  const found = fullestYear(table, selection, agencies, comparisonOf(view, table).yearBy.map((id) => seriesOf(table, required(id), 'total', choicesOf(selection))))
  pageYears.set(table, { key, year: found })
  return found
}

/**
 * The year of charts and totals of one year: the link's; else that of the whole page (the year that most agencies state what
 * the page is about), so that its figures belong together; where nobody states this figure then, the year that most state it. Null: no year at all.
 */
function leadYear(table: Table, selection: Selection, stated: readonly Series[]): number | null {
  if (selection.at !== null) return selection.at
  const kept = yearsOf(table, selection)
  if (kept.length <= 1) return kept[0] ?? selection.year?.to ?? null
  const agencies = agenciesOf(table, selection)
  const ofPage = pageYear(table, selection, agencies)
  if (ofPage !== undefined && statedIn(table, selection, agencies, stated, ofPage) > 0) return ofPage
  return fullestYear(table, selection, agencies, stated) ?? ofPage ?? kept.at(-1)!
}

/** Cuts a slice. Missing input gives observations with a reason, never a zero; an unknown indicator id throws. */
export function sliceOf(table: Table, selection: Selection, cut: Cut): Slice {
  if (cut.across === 'provinces-years') return provinces(table, selection, cut)
  const years = cut.across === 'agencies' ? oneYear(table, selection, cut) : yearsOf(table, selection)
  const picked = pick(table, selection, cut, years)
  const indicators = cut.indicators.map(required)
  const applicants = cut.applicants ?? [selection.applicant]
  const shownYears = cut.across === 'agencies' ? years : statedYears(table, statedBy(table, selection, cut), picked.shown, years)
  const observations = observe(table, selection, picked.shown, shownYears, indicators, applicants)
  const regional = new Set(observations.filter((each) => each.regional && each.value !== null).map(({ subject }) => subject))
  return {
    cut,
    subjects: picked.shown.map(({ agency, ranked }, subject) => ({ name: table.agencies[agency]!.name, agency, ranked, regional: regional.has(subject) })),
    years: shownYears,
    indicators,
    applicants,
    observations,
    coverage: picked.coverage,
    rest: picked.rest,
  }
}

function oneYear(table: Table, selection: Selection, cut: Cut): number[] {
  const year = leadYear(table, selection, statedBy(table, selection, cut))
  return year === null ? [] : [year]
}

/** From the first to the last year that one of the agencies shown states, without gaps; none states any: the years there are. */
function statedYears(table: Table, stated: readonly Series[], shown: readonly Candidate[], years: readonly number[]): number[] {
  const known = years.filter((year) => shown.some(({ agency }) => {
    const row = table.rowOf(agency, year)
    return row >= 0 && stating(stated, row) !== undefined
  }))
  return known.length === 0 ? [...years] : Array.from({ length: known.at(-1)! - known[0]! + 1 }, (_, i) => known[0]! + i)
}

/** What is known of one agency over the years asked for. */
interface Finding {
  /** Of the latest year that has the number it is ranked by. */
  value: number
  ranked: boolean
  /** Years with a figure in scope, and years whose figures are all of the other scope. */
  known: number
  outside: number
  /** The latest report without a number; -1: no report at all. */
  lacking: number
}

/** Which agencies are shown, in which order, and what is known of the others. */
function pick(table: Table, selection: Selection, cut: Cut, years: readonly number[]): { shown: Candidate[]; coverage: Coverage; rest: Slice['rest'] } {
  const rank = required(cut.rankBy)
  const agencies = agenciesOf(table, selection)
  const look = finder(table, selection, cut, years)
  const named = selection.agency.length > 0
  const reasons = new Map<MissingReason, number>()
  const found: Candidate[] = []
  const absent: Candidate[] = []
  const ranker = new Evaluator(table, rank, cut.rankApplicant ?? selection.applicant, choicesOf(selection))
  let otherScope = 0
  let small = 0
  for (const agency of agencies) {
    const { value, ranked, known, outside, lacking } = look(agency)
    if (known > 0) {
      if (!ranked && !Number.isNaN(value)) small += 1
      found.push({ agency, value, ranked, years: known })
    } else if (outside > 0) otherScope += 1
    else {
      ranker.number(lacking)
      const reason = ranker.reasonAt(lacking)
      reasons.set(reason, (reasons.get(reason) ?? 0) + 1)
      absent.push({ agency, value: Number.NaN, ranked: false, years: 0 })
    }
  }
  found.sort(order(table, selection, cut))
  const most = named ? found.length : cut.all ? (cut.most ?? found.length) : Math.min(selection.top, cut.most ?? selection.top)
  const shown = found.slice(0, most)
  const focused = named || selection.focus === '' ? undefined : found.slice(most).find(({ agency }) => table.agencies[agency]!.id === selection.focus)
  if (focused) shown.push(focused)
  const beyond = found.slice(most).filter((candidate) => candidate !== focused)
  if (named) shown.push(...absent)
  else if (selection.missing === 'shown') shown.push(...absent.slice(0, most))
  const oneForm = cut.across === 'agencies' && familiesAt(table, beyond.map(({ agency }) => table.rowOf(agency, years[0]!))).length === 1
  const summable = rank.summable && selection.scope === 'own' && oneForm && beyond.every(({ value }) => !Number.isNaN(value))
  return {
    shown,
    coverage: { of: agencies.length, stated: found.length + otherScope, otherScope, small, reasons },
    rest: { agencies: beyond.length, sum: summable ? beyond.reduce((sum, { value }) => sum + value, 0) : null },
  }
}

/** Families of the forms that reports are written in, each once. A figure is added up within one family only. */
function familiesAt(table: Table, rows: readonly number[]): string[] {
  return [...new Set(rows.map((row) => formatOf(table.formatOf(row))!.family))]
}

/** Looks an agency up over the years of a cut. */
function finder(table: Table, selection: Selection, cut: Cut, years: readonly number[]): (agency: number) => Finding {
  const applicant = cut.rankApplicant ?? selection.applicant
  const choices = choicesOf(selection)
  const rank = required(cut.rankBy)
  const ranks = seriesOf(table, rank, applicant, choices)
  const minimum = isShare(rank, choices) ? selection.n : 0
  const stated = statedBy(table, selection, cut)
  const finding: Finding = { value: Number.NaN, ranked: false, known: 0, outside: 0, lacking: -1 }
  return (agency) => {
    Object.assign(finding, { value: Number.NaN, ranked: false, known: 0, outside: 0, lacking: -1 })
    for (let i = years.length - 1; i >= 0; i -= 1) {
      const row = table.rowOf(agency, years[i]!)
      if (row < 0) continue
      const series = stating(stated, row)
      if (!series) {
        if (finding.lacking < 0) finding.lacking = row
        continue
      }
      if (!inScope((series.flags[row]! & REGIONAL) !== 0, selection)) {
        finding.outside += 1
        continue
      }
      finding.known += 1
      const value = ranks.values[row]!
      if (Number.isNaN(finding.value) && !Number.isNaN(value)) {
        finding.value = value
        finding.ranked = minimum === 0 || ranks.denominators[row]! >= minimum
      }
    }
    return finding
  }
}

function order(table: Table, selection: Selection, cut: Cut): (a: Candidate, b: Candidate) => number {
  const byName = (a: Candidate, b: Candidate): number => (table.agencies[a.agency]!.name < table.agencies[b.agency]!.name ? -1 : 1)
  if (selection.sort === 'name') return byName
  const sign = selection.sort === 'value-asc' ? 1 : -1
  const overYears = cut.across === 'agencies-years'
  return (a, b) => {
    if (a.ranked !== b.ranked) return a.ranked ? -1 : 1
    if (overYears && a.years !== b.years) return b.years - a.years
    const known = Number(Number.isNaN(a.value)) - Number(Number.isNaN(b.value))
    return known || sign * (a.value - b.value) || byName(a, b)
  }
}

function observe(table: Table, selection: Selection, shown: readonly Candidate[], years: readonly number[], indicators: readonly Indicator[], applicants: readonly Applicant[]): Observation[] {
  const choices = choicesOf(selection)
  const observations: Observation[] = []
  const evaluators = indicators.flatMap((indicator) => applicants.map((applicant) => ({ evaluator: new Evaluator(table, indicator, applicant, choices), share: isShare(indicator, choices) })))
  shown.forEach(({ agency }, subject) => {
    for (const { evaluator, share } of evaluators) {
      let before: { row: number; known: boolean } = { row: -1, known: false }
      for (const year of years) {
        const row = table.rowOf(agency, year)
        const value = evaluator.at(row)
        const joined = row >= 0 && before.known && value.value !== null && table.data.reportBreak[row] === 0 && joins(table.formatOf(before.row), table.formatOf(row))
        const interval = share && value.value !== null ? wilson(value.numerator!, value.denominator!) : undefined
        observations.push({
          subject,
          row,
          year,
          indicator: evaluator.indicator,
          applicant: evaluator.applicant,
          ...value,
          low: interval ? interval.low * 100 : null,
          high: interval ? interval.high * 100 : null,
          joined,
        })
        before = { row, known: value.value !== null }
      }
    }
  })
  return observations
}

/** How many agencies of each province or category have a report, by year: a count that is never missing. */
function provinces(table: Table, selection: Selection, cut: Cut): Slice {
  const indicator = required(cut.indicators[0]!)
  const agencies = agenciesOf(table, selection)
  const years = yearsOf(table, selection)
  const { by = 'province' } = cut
  const names = [...new Set(agencies.map((agency) => table.agencies[agency]![by]))]
  const members = names.map((name) => agencies.filter((agency) => table.agencies[agency]![by] === name))
  const ordered = names.map((name, at) => ({ name, members: members[at]! })).sort((a, b) => b.members.length - a.members.length || (a.name < b.name ? -1 : 1))
  const plain = { missing: null, regional: false, about: false, blankAsZero: false, low: null, high: null, joined: false, row: -1, applicant: 'total' as const }
  return {
    cut,
    subjects: ordered.map(({ name }) => ({ name, agency: -1, ranked: true, regional: false })),
    years,
    indicators: [indicator],
    applicants: ['total'],
    observations: ordered.flatMap(({ members: list }, subject) =>
      years.map((year) => {
        const count = list.filter((agency) => table.rowOf(agency, year) >= 0).length
        return { subject, year, indicator, value: count, numerator: count, denominator: list.length, ...plain }
      }),
    ),
    coverage: { of: agencies.length, stated: agencies.filter((agency) => years.some((year) => table.rowOf(agency, year) >= 0)).length, otherScope: 0, small: 0, reasons: new Map() },
    rest: { agencies: 0, sum: null },
  }
}

/**
 * A figure of the whole selection in one year: the sum, or of a rate Σ numerator / Σ denominator × 100. `value` is null where figures
 * of regions would be added to offices' own or to each other: a region holds its offices' figures, and they would count twice.
 */
export interface Total {
  readonly indicator: Indicator
  readonly year: number
  readonly value: number | null
  readonly numerator: number | null
  readonly denominator: number | null
  readonly agencies: number
  /** The figure of a whole region, not of an office. */
  readonly regional: boolean
  /** Families of the forms it is stated in; those of several are not added. */
  readonly families: readonly string[]
}

/** Null when no agency states it, or it may not be summed. */
export function totalOf(table: Table, selection: Selection, id: string): Total | null {
  const indicator = required(id)
  const series = seriesOf(table, indicator, indicator.byApplicant ? selection.applicant : 'total', choicesOf(selection))
  const year = leadYear(table, selection, [series])
  if (year === null || (!indicator.summable && indicator.kind !== 'rate')) return null
  const rows = agenciesOf(table, selection)
    .map((agency) => table.rowOf(agency, year))
    .filter((row) => row >= 0 && !Number.isNaN(series.values[row]) && inScope((series.flags[row]! & REGIONAL) !== 0, selection))
  if (rows.length === 0) return null
  const regional = rows.some((row) => (series.flags[row]! & REGIONAL) !== 0)
  const families = familiesAt(table, rows)
  const base = { indicator, year, agencies: rows.length, regional, families, numerator: null, denominator: null }
  if ((regional && rows.length > 1) || families.length > 1) return { ...base, value: null }
  const sumOf = (value: (row: number) => number): number => rows.reduce((sum, row) => sum + value(row), 0)
  if (indicator.kind !== 'rate') return { ...base, value: sumOf((row) => series.values[row]!) }
  const denominator = sumOf((row) => series.denominators[row]!)
  const numerator = Math.round(sumOf((row) => (series.values[row]! / 100) * series.denominators[row]!))
  return { ...base, value: (numerator / denominator) * 100, numerator, denominator }
}
