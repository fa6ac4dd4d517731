import type { FigureId } from '../figure'
import type { Finding } from './check'

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

/** Of findings in the order they are listed in (those of a report side by side), the ones that somebody going through them stops at: of one report and cause only the first, as what is decided of one is decided of all. `causeAt`: as `causeOf`; not asked for where a report has a single one. */
export function stopsOf(indexes: readonly number[], rowAt: (index: number) => number, causeAt: (index: number) => string): number[] {
  const stops: number[] = []
  for (let from = 0, to = 0; from < indexes.length; from = to) {
    while (to < indexes.length && rowAt(indexes[to]!) === rowAt(indexes[from]!)) to += 1
    const met = new Set<string>()
    for (let at = from; at < to; at += 1) {
      const cause = to - from > 1 ? causeAt(indexes[at]!) : ''
      if (cause === '' || !met.has(cause)) stops.push(indexes[at]!)
      met.add(cause)
    }
  }
  return stops
}

/** The figures a finding accuses: what its likeliest proposal changes (nothing, where the text is wrong), else all its cells. */
export function accused({ proposals: [likeliest], cells, year }: Finding): readonly FigureId[] {
  return likeliest && likeliest.kind !== 'copied' ? likeliest.changes.filter((change) => change.year === year).map(({ figure }) => figure) : cells
}
