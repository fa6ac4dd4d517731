import type { EvidenceLine } from '@/domain/evidence'

export type EvidenceByReport = ReadonlyMap<string, readonly EvidenceLine[]>

/** The key of a report in the evidence. */
export const reportKey = (agency: string, year: number | string): string => `${agency}~${year}`

/** Where the figures of a package come from. */
export class Evidence {
  constructor(private readonly byReport: EvidenceByReport) {}

  /** Of several packages at once: a report's lines are those of the first package that has any. */
  static joined(all: readonly Evidence[]): Evidence {
    return new Evidence(new Map(all.flatMap(({ byReport }) => [...byReport]).reverse()))
  }

  /** What is known of a report's figures, in the file's order; of these figures only where any are given. */
  of(agency: string, year: number, figures?: readonly string[]): EvidenceLine[] {
    const lines = this.byReport.get(reportKey(agency, year)) ?? []
    return lines.filter(({ figure }) => figures === undefined || figures.includes(figure))
  }
}
