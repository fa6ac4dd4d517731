import { computed, ref, shallowRef, watch, type ComputedRef, type Ref } from 'vue'
import { useSelection } from '@/composables/useSelection'
import type { EvidenceLine } from '@/domain/evidence'
import { indicatorFor } from '@/domain/comparisons'
import { cellsBehind, dossierOf, type CellBehind, type Dossier } from '@/domain/dossier'
import { isShare } from '@/domain/definition'
import { Evaluator, type Value } from '@/domain/evaluate'
import { choicesOf, type ReportKey } from '@/domain/selection'
import { wilson, type Interval } from '@/domain/statistics'
import { useDataset } from '@/stores/dataset'
import { useDrill, type Asked } from '@/stores/drill'

/** A report as the reader opened it: the number asked for, the cells behind it, and everything else known. */
export interface OpenReport {
  readonly key: ReportKey
  readonly asked: Asked
  readonly value: Value
  readonly interval: Interval | null
  readonly cells: readonly CellBehind[]
  readonly dossier: Dossier
  /** The years of the agency's nearest reports; null where there is none. */
  readonly before: number | null
  readonly after: number | null
}

export interface ReportInLink {
  /** Null when the link names no report, or one that the data do not have. */
  readonly report: ComputedRef<OpenReport | null>
  readonly evidence: Ref<readonly EvidenceLine[]>
  readonly evidenceState: Ref<'loading' | 'ready' | 'failed'>
}

/** The report that the link names, and where its figures come from (read when a report is opened). */
export function useReport(): ReportInLink {
  const dataset = useDataset()
  const drill = useDrill()
  const { selection } = useSelection()
  const evidence = shallowRef<readonly EvidenceLine[]>([])
  const evidenceState = ref<'loading' | 'ready' | 'failed'>('loading')

  const report = computed((): OpenReport | null => {
    const { table } = dataset
    const key = selection.value.report
    if (!table || !key) return null
    const agency = table.indexOf(key.agency)
    const row = table.rowOf(agency, key.year)
    if (row < 0) return null
    const asked = drill.asked ?? { indicator: indicatorFor(selection.value.view, selection.value.indicator, table), applicant: selection.value.applicant }
    const { indicator, applicant } = asked
    const choices = choicesOf(selection.value)
    const value = new Evaluator(table, indicator, applicant, choices).at(row)
    const share = isShare(indicator, choices) && value.value !== null ? wilson(value.numerator!, value.denominator!) : undefined
    const reported = table.years.filter((year) => table.rowOf(agency, year) >= 0)
    return {
      key,
      asked,
      value,
      interval: share ? { low: share.low * 100, high: share.high * 100 } : null,
      cells: cellsBehind(table, selection.value, indicator, applicant, row),
      dossier: dossierOf(table, row),
      before: reported.findLast((year) => year < key.year) ?? null,
      after: reported.find((year) => year > key.year) ?? null,
    }
  })

  const named = computed(() => (report.value ? `${report.value.key.agency}~${report.value.key.year}` : ''))

  async function read(): Promise<void> {
    const key = report.value?.key
    evidence.value = []
    if (!key) return
    evidenceState.value = 'loading'
    try {
      const found = (await dataset.evidence()).of(key.agency, key.year)
      if (report.value?.key.agency !== key.agency || report.value.key.year !== key.year) return
      evidence.value = found
      evidenceState.value = 'ready'
    } catch {
      evidenceState.value = 'failed'
    }
  }

  watch(named, read, { immediate: true })

  return { report, evidence, evidenceState }
}
