import type { Finding } from './check'

/** What makes a failing test fit, as a text to be compared; '' where nothing is proposed or nothing fails. */
export function causeOf({ outcome, proposals }: Pick<Finding, 'outcome' | 'proposals'>): string {
  const changes = outcome === 'fail' ? (proposals[0]?.changes ?? []) : []
  return changes.map(({ figure, year, after }) => `${year} ${figure} ${after}`).sort().join(';')
}

/** Findings of one report by their cause: those whose likeliest proposal makes the same changes stand together, where the first of them stood. */
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
