import type { FigureId } from '../figure'
import type { Finding, Proposal } from './check'
import type { Findings } from './findings'

/** What makes a failing test fit, as a text to be compared; that a table is a copy is one cause, too. '' where nothing is proposed or nothing fails. */
export function causeOf({ outcome, proposals }: Pick<Finding, 'outcome' | 'proposals'>): string {
  const [likeliest] = proposals
  if (outcome !== 'fail' || !likeliest) return ''
  if (likeliest.kind === 'copied') return likeliest.explanation.zh
  return likeliest.changes.map(({ figure, year, after }) => `${year} ${figure} ${after}`).sort().join(';')
}

/** Findings of one agency by their cause: those whose likeliest proposal makes the same changes stand together, where the first of them stood. */
export function byCause<T extends Pick<Finding, 'outcome' | 'proposals'>>(findings: readonly T[]): T[][] {
  const groups = new Map<string, T[]>()
  for (const [at, finding] of findings.entries()) {
    const cause = causeOf(finding) || `#${at}`
    const group = groups.get(cause)
    if (group) group.push(finding)
    else groups.set(cause, [finding])
  }
  return [...groups.values()]
}

/** Which report a finding is of. */
export interface ReportPlace {
  readonly agency: number
  readonly year: number
}

/** A change is one of a report or of a neighbouring year's: findings of one cause lie at most so many years apart. */
const APART = 2

/** Whether findings of two reports may have one cause. */
export const mayShareCause = (one: ReportPlace, other: ReportPlace): boolean => one.agency === other.agency && Math.abs(one.year - other.year) <= APART

/**
 * Of findings in the order they are listed in (those of an agency side by side, by year), the ones that somebody going through them stops at: of one
 * agency and cause only the first, as what is decided of one is decided of all. `causeAt`: as `causeOf`; not asked for where no other may share it.
 */
export function stopsOf(indexes: readonly number[], placeAt: (index: number) => ReportPlace, causeAt: (index: number) => string): number[] {
  const places = indexes.map(placeAt)
  const isNear = (at: number, by: 1 | -1): boolean => places[at + by] !== undefined && mayShareCause(places[at]!, places[at + by]!)
  let met = new Set<string>()
  return indexes.filter((index, at) => {
    if (!isNear(at, -1)) met = new Set()
    const cause = isNear(at, -1) || isNear(at, 1) ? causeAt(index) : ''
    const isFirst = cause === '' || !met.has(cause)
    met.add(cause)
    return isFirst
  })
}

/** The failing tests of the agency's other reports that the same change would settle. A report that is not checked yet has none. */
export function sharingCause(findings: Findings, finding: Finding): Finding[] {
  const cause = causeOf(finding)
  if (cause === '') return []
  const { table } = findings
  const agency = table.data.reportAgency[finding.row]!
  return [...Array(2 * APART + 1).keys()].flatMap((step) => {
    const row = table.rowOf(agency, finding.year - APART + step)
    if (row < 0 || row === finding.row) return []
    const [from, to] = findings.rangeOf(row)
    const failing = [...Array(to - from).keys()].map((at) => from + at).filter((index) => findings.outcomeAt(index) === 'fail')
    return failing.map((index) => findings.at(index)).filter((other) => causeOf(other) === cause)
  })
}

/** So many cells that may be the wrong one are all to be looked at; of more, as every cell of a sum that nothing repairs is, those that stand for them. */
const FEW_CELLS = 3

/** The cells that proposals change in the report that a finding is about. */
const changedBy = (proposals: readonly Proposal[], { year }: Finding): FigureId[] => [...new Set(proposals.flatMap(({ changes }) => changes.filter((change) => change.year === year).map(({ figure }) => figure)))]

/** The figures that a finding holds for wrong: what its likeliest proposal changes in the report, with what those change that repair as much, where these are few; else all its cells: where the text or the year before may be wrong, they are what it is held against. */
export function suspected(finding: Finding): readonly FigureId[] {
  const { proposals, cells } = finding
  const [likeliest] = proposals
  if (!likeliest || likeliest.kind === 'copied') return cells
  const rivals = changedBy(proposals.filter(({ kind, remaining }) => kind !== 'copied' && remaining === likeliest.remaining), finding)
  const changed = rivals.length <= FEW_CELLS ? rivals : changedBy([likeliest], finding)
  return changed.length > 0 ? changed : cells
}

/** The same where a finding is marked and to be looked at: of a sum of many cells, any of which may be the wrong one, its total stands for all. */
export function accused(finding: Finding): readonly FigureId[] {
  const all = suspected(finding)
  const { cells, written } = finding
  const totals = all === cells && cells.length > FEW_CELLS && written?.rule === 'equal' ? written.right.flatMap(({ figure }) => figure ?? []) : []
  return totals.length > 0 ? totals : all
}
