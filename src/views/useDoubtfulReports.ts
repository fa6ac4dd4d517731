import { computed, type ComputedRef } from 'vue'
import { openReadings } from '@/domain/doubtful-reading'
import type { ReportKey } from '@/domain/selection'
import { useDataset } from '@/stores/dataset'

/** Where a report stands among those of its package that hold something read with doubt. */
export interface DoubtfulReports {
  /** Its place, from 1; 0 where nothing of it is in doubt any more. */
  readonly at: number
  readonly of: number
  /** The ones before and after it, round the end; null where there is no other. */
  readonly before: ReportKey | null
  readonly after: ReportKey | null
}

/** The way through all that is in doubt in a package, in the order of its reports. Call in setup. */
export function useDoubtfulReports(packageId: () => string, row: () => number): ComputedRef<DoubtfulReports> {
  const dataset = useDataset()
  const all = computed(() => {
    const table = dataset.stated
    if (!table) return []
    const reports = [...openReadings(table).keys()].sort((a, b) => a - b).map((each) => ({ row: each, key: { agency: table.agencyOf(each).id, year: table.yearOf(each) } }))
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
