import type { TableCell } from '../dossier'
import type { FigureId } from '../figure'
import type { Label } from '../label'
import type { Table } from '../table'
import { headNotes } from '../typed-head'
import { versionsOf } from '../versions'
import { byCause } from './causes'
import { sumOfTerms, type Finding, type Proposal, type Written } from './check'
import type { Findings } from './findings'
import type { CheckId } from './ids'
import { placeOf, placesOf } from './place'
import { checkOf } from './registry'

/** Checks about the data as they were put together, not about what an agency wrote. */
const NOT_ASKED: ReadonlySet<CheckId> = new Set(['S10'])
/** Points written out on a sheet: about a page. */
const MOST = 8

/** A figure that another version of the report states otherwise. */
export interface OtherValue {
  readonly figure: FigureId
  readonly label: Label
  readonly origin: string
  readonly own: TableCell
  readonly other: TableCell
}

/** A figure that the reader corrected: not what the agency stated. */
export interface CorrectedFigure {
  readonly year: number
  readonly figure: FigureId
  readonly label: Label
  /** As it is now, with what was read. */
  readonly cell: TableCell
}

/** One failing test on a sheet. */
export interface SheetTest {
  readonly finding: Finding
  /** The cells by the form's own headings, those of one row or column together. */
  readonly places: readonly Label[]
  readonly written: Written | null
  /** Of H7: what the other versions of the report state otherwise. */
  readonly versions: readonly OtherValue[]
  /** Its cells that the reader corrected. */
  readonly corrected: readonly CorrectedFigure[]
}

/** One thing that an agency is asked about: a failing test, with others that the same change would settle. */
export interface SheetItem extends SheetTest {
  /** Soft: it may well be right. */
  readonly question: boolean
  /** The likeliest way to make it fit. */
  readonly proposal: Proposal | null
  readonly others: readonly SheetTest[]
}

/** What can be sent to an agency. */
export interface AgencySheet {
  readonly agency: string
  readonly name: string
  readonly years: readonly number[]
  readonly items: readonly SheetItem[]
  /** Points beyond those written out: on the pages after it. */
  readonly annex: readonly SheetItem[]
  /** Where the reports were taken from. */
  readonly sources: readonly { readonly year: number; readonly source: string }[]
  /** All figures of its reports that the reader corrected, asked about or not, and what of a report's head was typed or is in doubt. */
  readonly corrected: readonly CorrectedFigure[]
  readonly heads: readonly { readonly year: number; readonly note: Label }[]
}

/** The corrected figures of an agency's reports in the years. */
function correctedIn(table: Table, agency: number, years: ReadonlySet<number>): CorrectedFigure[] {
  const found = table.revisions.filter(({ row, kind }) => kind === 'edit' && table.data.reportAgency[row] === agency && years.has(table.yearOf(row)))
  return found.map(({ row, figure }) => ({ year: table.yearOf(row), figure, label: placeOf(table.formatOf(row), figure), cell: table.cell(figure, row) }))
}

/** Whether a test has a figure of a year among its cells, or among the numbers of its sum. */
const hasCell = ({ cells, year, written }: Finding, of: CorrectedFigure): boolean =>
  (year === of.year && cells.includes(of.figure)) || [...(written?.left ?? []), ...(written?.right ?? [])].some((term) => term.year === of.year && term.figure === of.figure)

function testOf(table: Table, finding: Finding, corrected: readonly CorrectedFigure[]): SheetTest {
  const format = table.formatOf(finding.row)
  const differing = finding.check === 'H7' ? versionsOf(table, finding.row).flatMap(({ origin, cells }) => cells.filter(({ figure, differs }) => differs && finding.cells.includes(figure)).map(({ figure, own, other }): OtherValue => ({ figure, label: placeOf(format, figure), origin, own, other }))) : []
  return { finding, places: placesOf(format, finding.cells), written: finding.written ?? null, versions: differing, corrected: corrected.filter((each) => hasCell(finding, each)) }
}

const isSoft = ({ check }: Finding): boolean => !checkOf(check).hard

/** Whether the likeliest change is one of another year's report. */
const isElsewhere = ({ proposals, year }: Finding): boolean => proposals[0]?.changes.every((change) => change.year !== year) ?? false

/** Hard ones first, of these what the change is in the report of: a point is a question only where all of it is. Where nothing says which of several cells is wrong, none is proposed. */
function itemOf(table: Table, group: readonly Finding[], corrected: readonly CorrectedFigure[]): SheetItem {
  const [first, ...others] = [...group].sort((a, b) => Number(isSoft(a)) - Number(isSoft(b)) || Number(isElsewhere(a)) - Number(isElsewhere(b))).map((finding) => testOf(table, finding, corrected))
  const { undecided, proposals } = first!.finding
  return { ...first!, question: isSoft(first!.finding), proposal: undecided ? null : (proposals[0] ?? null), others }
}

/** A sheet of an agency's failing tests in the years, hard ones first, then the latest years, those of one cause, in whichever year, as one point; null where there is nothing to ask. `asks`: whether a finding, by its index, is to be asked about. */
export function agencySheet(findings: Findings, agency: number, years: readonly number[], asks: (index: number) => boolean): AgencySheet | null {
  const { table } = findings
  const rows = years.map((year) => table.rowOf(agency, year)).filter((row) => row >= 0)
  const asked = rows.flatMap((row) => {
    const [from, to] = findings.rangeOf(row)
    const indexes = Array.from({ length: to - from }, (_, step) => from + step).filter((index) => findings.outcomeAt(index) === 'fail' && !NOT_ASKED.has(findings.checkAt(index).id) && asks(index))
    return indexes.map((index) => findings.at(index))
  })
  // A sum may take up what the year before carried over.
  const around = new Set(asked.flatMap(({ year }) => [year - 1, year, year + 1]))
  const corrected = correctedIn(table, agency, around)
  const items = byCause(asked).map((group) => itemOf(table, group, corrected))
  if (items.length === 0) return null
  const ordered = items.sort((a, b) => Number(a.question) - Number(b.question) || b.finding.year - a.finding.year)
  const { id, name } = table.agencies[agency]!
  return {
    agency: id,
    name,
    years: [...new Set(asked.map(({ year }) => year))].sort((a, b) => a - b),
    items: ordered.slice(0, MOST),
    annex: ordered.slice(MOST),
    sources: [...new Set(ordered.flatMap(({ finding, others }) => [finding.row, ...others.map((other) => other.finding.row)]))].flatMap((row) => (table.data.reportSource[row] ? [{ year: table.yearOf(row), source: table.data.reportSource[row]! }] : [])),
    corrected,
    heads: [...around].sort((a, b) => a - b).flatMap((year) => headNotes(table, table.rowOf(agency, year)).map((note) => ({ year, note }))),
  }
}

/** left − right of a sum written out. */
export const excessOf = ({ left, right }: Written): number => Number((sumOfTerms(left) - sumOfTerms(right)).toPrecision(12))
