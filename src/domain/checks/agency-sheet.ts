import type { Label } from '../label'
import type { Table } from '../table'
import { sumOfTerms, type Finding, type Proposal, type Written } from './check'
import type { Findings } from './findings'
import type { CheckId } from './ids'
import { placesOf } from './place'
import { checkOf } from './registry'

/** Checks about the data as they were put together, not about what an agency wrote. */
const NOT_ASKED: ReadonlySet<CheckId> = new Set(['S10'])
/** Findings written out on a sheet: about a page. */
const MOST = 8

/** One thing that an agency is asked about. */
export interface SheetItem {
  readonly finding: Finding
  /** Soft: it may well be right. */
  readonly question: boolean
  /** The cells by the form's own headings, those of one row or column together. */
  readonly places: readonly Label[]
  readonly written: Written | null
  /** The likeliest way to make it fit. */
  readonly proposal: Proposal | null
}

/** What can be sent to an agency. */
export interface AgencySheet {
  readonly agency: string
  readonly name: string
  readonly years: readonly number[]
  readonly items: readonly SheetItem[]
  /** Findings beyond those written out: they stand in the file. */
  readonly more: number
  /** Where the reports were taken from. */
  readonly sources: readonly { readonly year: number; readonly source: string }[]
}

const itemOf = (table: Table, finding: Finding): SheetItem => ({
  finding,
  question: !checkOf(finding.check).hard,
  places: placesOf(table.formatOf(finding.row), finding.cells),
  written: finding.written ?? null,
  proposal: finding.proposals[0] ?? null,
})

/** A sheet of an agency's failing tests in the years, hard ones first, then the latest years; null where there is nothing to ask. `asks`: whether a finding, by its index, is to be asked about. */
export function agencySheet(findings: Findings, agency: number, years: readonly number[], asks: (index: number) => boolean): AgencySheet | null {
  const { table } = findings
  const rows = years.map((year) => table.rowOf(agency, year)).filter((row) => row >= 0)
  const indexes = rows.flatMap((row) => {
    const [from, to] = findings.rangeOf(row)
    return Array.from({ length: to - from }, (_, step) => from + step).filter((index) => findings.outcomeAt(index) === 'fail' && !NOT_ASKED.has(findings.checkAt(index).id) && asks(index))
  })
  if (indexes.length === 0) return null
  const soft = (index: number): number => Number(!findings.checkAt(index).hard)
  const year = (index: number): number => table.yearOf(findings.rowAt(index))
  const ordered = [...indexes].sort((a, b) => soft(a) - soft(b) || year(b) - year(a) || a - b)
  const { id, name } = table.agencies[agency]!
  const asked = new Set(ordered.slice(0, MOST).map((index) => findings.rowAt(index)))
  return {
    agency: id,
    name,
    years: [...new Set(indexes.map(year))].sort((a, b) => a - b),
    items: ordered.slice(0, MOST).map((index) => itemOf(table, findings.at(index))),
    more: Math.max(0, ordered.length - MOST),
    sources: [...asked].flatMap((row) => (table.data.reportSource[row] ? [{ year: table.yearOf(row), source: table.data.reportSource[row]! }] : [])),
  }
}

/** left − right of a sum written out. */
export const excessOf = ({ left, right }: Written): number => Number((sumOfTerms(left) - sumOfTerms(right)).toPrecision(12))
