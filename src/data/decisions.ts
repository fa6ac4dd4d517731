import { isDecision, type Decision } from '@/domain/checks/decision'

const KEY = 'disclosure-atlas.decisions.'
/** Where the decisions about a package are kept. */
export const decisionsKey = (packageId: string): string => `${KEY}${packageId}`

/** Why decisions could not be kept: no room, or the browser does not let the page keep anything. */
export type KeepFailure = 'full' | 'refused'

/** The decisions kept in this browser about a package; none where nothing may be read. Damaged entries are left out. */
export function keptDecisions(packageId: string): Decision[] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(decisionsKey(packageId)) ?? '[]')
    return Array.isArray(found) ? found.filter(isDecision) : []
  } catch {
    return []
  }
}

/** Keeps the decisions about a package, in place of those kept before; says why where it cannot. */
export function keepDecisions(packageId: string, decisions: readonly Decision[]): KeepFailure | null {
  try {
    if (decisions.length === 0) localStorage.removeItem(decisionsKey(packageId))
    else localStorage.setItem(decisionsKey(packageId), JSON.stringify(decisions))
    return null
  } catch (reason) {
    return reason instanceof Error && reason.name === 'QuotaExceededError' ? 'full' : 'refused'
  }
}
