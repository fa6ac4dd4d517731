import { CHECK_IDS, type CheckId, type Findings, type Outcome } from '@/domain/checks'
import { searchAgencies } from './agency-search'

/** Which findings are listed; '' and null: any. */
export interface FindingFilter {
  readonly check: CheckId | ''
  readonly outcome: Outcome | ''
  readonly year: number | null
  /** A part of the agency’s name or region. */
  readonly agency: string
}

/** What is listed at first: everything that fails. */
export const FIRST_FILTER: FindingFilter = { check: '', outcome: 'fail', year: null, agency: '' }

/** The indexes of the findings that a filter leaves with its check set aside, by report. */
function withoutCheck(findings: Findings, { outcome, year, agency }: FindingFilter): number[] {
  const { table } = findings
  const named = agency.trim() === '' ? null : new Set(searchAgencies(table.agencies, agency, null))
  const indexes: number[] = []
  for (let index = 0; index < findings.size; index += 1) {
    const row = findings.rowAt(index)
    if ((outcome === '' || findings.outcomeAt(index) === outcome) && (year === null || table.yearOf(row) === year) && (named === null || named.has(table.agencyOf(row)))) indexes.push(index)
  }
  return indexes
}

/** The indexes of the findings that a filter leaves, hard checks first, then by report; and how many each check would have. */
export function filtered(findings: Findings, filter: FindingFilter): { readonly indexes: readonly number[]; readonly counts: ReadonlyMap<CheckId, number> } {
  const byCheck = new Map(CHECK_IDS.map((id) => [id, [] as number[]]))
  for (const index of withoutCheck(findings, filter)) byCheck.get(findings.checkAt(index).id)!.push(index)
  return { indexes: filter.check === '' ? [...byCheck.values()].flat() : byCheck.get(filter.check)!, counts: new Map([...byCheck].map(([id, { length }]) => [id, length])) }
}
