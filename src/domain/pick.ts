import type { MissingReason } from './cell'
import { isShare } from './definition'
import { Evaluator } from './evaluate'
import { seriesOf } from './series'
import { countedByYear, stating, statedBy } from './lead-year'
import { agenciesOf, familiesAt, inScope, required } from './members'
import { choicesOf, type Selection } from './selection'
import type { Coverage, Cut, Rest } from './slice'
import { REGIONAL, type Table } from './table'
import type { Steps } from './turns'

/** An agency that may be shown, with the number it is ranked by; NaN where it has none. */
export interface Candidate {
  readonly agency: number
  readonly value: number
  readonly ranked: boolean
  /** Years stated, of a cut over years. */
  readonly years: number
}

/** What is known of one agency over the years asked for. */
interface Finding {
  /** Of the latest year that has the number it is ranked by. */
  value: number
  ranked: boolean
  /** Years with a figure in scope, and years whose figures are all of the other scope. */
  known: number
  outside: number
  /** Years whose report fails a check and is left out. */
  failing: number
  /** The latest report without a number; -1: no report at all. */
  lacking: number
}

/** Which agencies are shown, in which order, and what is known of the others. */
interface Picked {
  readonly shown: readonly Candidate[]
  readonly coverage: Coverage
  readonly rest: Rest
}

/** The agencies of a selection by what is known of them. */
interface Sorted {
  readonly found: Candidate[]
  readonly absent: Candidate[]
  readonly reasons: Map<MissingReason, number>
  otherScope: number
  leftOut: number
  small: number
}

/** Picks the agencies of a cut; a report that `isLeftOut` counts as not there. */
export function* pickSteps(table: Table, selection: Selection, cut: Cut, years: readonly number[], isLeftOut: (row: number) => boolean): Steps<Picked> {
  const agencies = agenciesOf(table, selection)
  const sorted = yield* sort(table, selection, cut, years, agencies, isLeftOut)
  const { found, absent, reasons, otherScope, small } = sorted
  yield
  const compare = order(table, selection, cut)
  yield
  found.sort(compare)
  yield
  const named = selection.agency.length > 0
  const most = named ? found.length : cut.all ? (cut.most ?? found.length) : Math.min(selection.top, cut.most ?? selection.top)
  const shown = found.slice(0, most)
  const focused = named || selection.focus === '' ? undefined : found.slice(most).find(({ agency }) => table.agencies[agency]!.id === selection.focus)
  if (focused) shown.push(focused)
  const beyond = found.slice(most).filter((candidate) => candidate !== focused)
  if (named) shown.push(...absent)
  else if (selection.missing === 'shown') shown.push(...absent.slice(0, most))
  yield
  const byYear = countedByYear(table, selection, cut, years, agencies, isLeftOut)
  yield
  return {
    shown,
    coverage: { of: agencies.length, stated: found.length + otherScope + sorted.leftOut, otherScope, small, reasons, leftOut: byYear.reduce((sum, { leftOut }) => sum + leftOut, 0), byYear: cut.across === 'agencies' ? [] : byYear },
    rest: restOf(table, selection, cut, beyond, years),
  }
}

/** Agencies looked up in a step. */
const STEP = 1_000

function* sort(table: Table, selection: Selection, cut: Cut, years: readonly number[], agencies: readonly number[], isLeftOut: (row: number) => boolean): Steps<Sorted> {
  const look = finder(table, selection, cut, years, isLeftOut)
  const ranker = new Evaluator(table, required(cut.rankBy), cut.rankApplicant ?? selection.applicant, choicesOf(selection))
  const sorted: Sorted = { found: [], absent: [], reasons: new Map(), otherScope: 0, leftOut: 0, small: 0 }
  for (const [at, agency] of agencies.entries()) {
    if (at % STEP === STEP - 1) yield
    const { value, ranked, known, outside, failing, lacking } = look(agency)
    if (known > 0) {
      if (!ranked && !Number.isNaN(value)) sorted.small += 1
      sorted.found.push({ agency, value, ranked, years: known })
    } else if (outside > 0) sorted.otherScope += 1
    else {
      sorted.absent.push({ agency, value: Number.NaN, ranked: false, years: 0 })
      if (failing > 0) sorted.leftOut += 1
      else {
        ranker.number(lacking)
        const reason = ranker.reasonAt(lacking)
        sorted.reasons.set(reason, (sorted.reasons.get(reason) ?? 0) + 1)
      }
    }
  }
  return sorted
}

/** The agencies beyond the top and, where that may be said, their sum. */
function restOf(table: Table, selection: Selection, cut: Cut, beyond: readonly Candidate[], years: readonly number[]): Rest {
  const { summable } = required(cut.rankBy)
  const oneYear = cut.across === 'agencies'
  const rows = oneYear ? beyond.map(({ agency }) => table.rowOf(agency, years[0]!)) : []
  const refused = beyond.length === 0 || !oneYear || !summable ? null : selection.scope !== 'own' ? 'scope' : familiesAt(table, rows).length > 1 ? 'forms' : beyond.some(({ value }) => Number.isNaN(value)) ? 'unstated' : null
  const sum = beyond.length > 0 && oneYear && summable && refused === null ? beyond.reduce((total, { value }) => total + value, 0) : null
  return { agencies: beyond.length, rows, sum, refused, failing: 0 }
}

/** Looks an agency up over the years of a cut. */
function finder(table: Table, selection: Selection, cut: Cut, years: readonly number[], isLeftOut: (row: number) => boolean): (agency: number) => Finding {
  const applicant = cut.rankApplicant ?? selection.applicant
  const choices = choicesOf(selection)
  const rank = required(cut.rankBy)
  const ranks = seriesOf(table, rank, applicant, choices)
  const minimum = isShare(rank, choices) ? selection.n : 0
  const stated = statedBy(table, selection, cut)
  const finding: Finding = { value: Number.NaN, ranked: false, known: 0, outside: 0, failing: 0, lacking: -1 }
  return (agency) => {
    Object.assign(finding, { value: Number.NaN, ranked: false, known: 0, outside: 0, failing: 0, lacking: -1 })
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
      if (isLeftOut(row)) {
        finding.failing += 1
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

const namePlaces = new WeakMap<Table, Uint32Array>()

/** Where each agency stands by the characters of its name; reckoned once, as many agencies state the same number. */
function placesByName(table: Table): Uint32Array {
  const known = namePlaces.get(table)
  if (known) return known
  const { agencies } = table
  const places = new Uint32Array(agencies.length)
  agencies.map((_, agency) => agency).sort((a, b) => (agencies[a]!.name < agencies[b]!.name ? -1 : 1)).forEach((agency, place) => (places[agency] = place))
  namePlaces.set(table, places)
  return places
}

function order(table: Table, selection: Selection, cut: Cut): (a: Candidate, b: Candidate) => number {
  const places = placesByName(table)
  const byName = (a: Candidate, b: Candidate): number => places[a.agency]! - places[b.agency]!
  if (selection.sort === 'name') return byName
  const sign = selection.sort === 'value-asc' ? 1 : -1
  const overYears = cut.across === 'agencies-years'
  return (a, b) => {
    if (overYears && a.years !== b.years) return b.years - a.years
    if (a.ranked !== b.ranked) return a.ranked ? -1 : 1
    const known = Number(Number.isNaN(a.value)) - Number(Number.isNaN(b.value))
    return known || sign * (a.value - b.value) || byName(a, b)
  }
}
