import { computed, type ComputedRef } from 'vue'
import { useReckoned } from '@/components/reckoned'
import { askingReports, openReportSteps } from '@/domain/checks'
import type { ReportKey } from '@/domain/selection'
import { useDataset } from '@/stores/dataset'
import { useFindings } from '@/stores/findings'

/** Where a report stands among those of its package that hold something to look at. */
export interface DoubtfulReports {
  /** Its place, from 1; 0 where nothing of it is to be looked at any more. */
  readonly at: number
  readonly of: number
  /** The ones before and after it, round the end; null where there is no other. */
  readonly before: ReportKey | null
  readonly after: ReportKey | null
}

/** The way through all of a package that was read with doubt or at which a failing check points, in the order of its reports. Call in setup. */
export function useDoubtfulReports(packageId: () => string, row: () => number): ComputedRef<DoubtfulReports> {
  const dataset = useDataset()
  const findings = useFindings()
  const known = computed(() => dataset.stated && { table: dataset.stated, found: findings.findings?.table === dataset.stated ? findings.findings : null })
  // Until a table that was saved is checked, what its checks asked for before is asked again: nothing leaves the way and comes back.
  const open = useReckoned(() => known.value, ({ table, found }, before: readonly number[] | null) => openReportSteps(table, found ? askingReports(found) : (before ?? []).filter((row) => row < table.size)))
  const all = computed(() => {
    const table = dataset.stated
    if (!table) return []
    const reports = (open.value.value ?? []).filter((row) => row < table.size).map((each) => ({ row: each, key: { agency: table.agencyOf(each).id, year: table.yearOf(each) } }))
    return reports.filter(({ key }) => dataset.holds(packageId(), key.agency, key.year))
  })
  return computed(() => {
    const others = all.value.filter((each) => each.row !== row())
    return {
      at: all.value.findIndex((each) => each.row === row()) + 1,
      of: all.value.length,
      before: (others.findLast((each) => each.row < row()) ?? others.at(-1))?.key ?? null,
      after: (others.find((each) => each.row > row()) ?? others[0])?.key ?? null,
    }
  })
}
