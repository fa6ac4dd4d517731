import { computed, type ComputedRef } from 'vue'
import { totalOf, type Total } from '@/domain/total'
import { useDataset } from '@/stores/dataset'
import { useFindings } from '@/stores/findings'
import { partOf, useSelection } from './useSelection'

/** What bounds a total, the page too: its figures are of one year; the rest of a selection is about how it is shown. */
const BOUNDS = ['view', 'agency', 'province', 'city', 'level', 'category', 'year', 'at', 'applicant', 'scope', 'failing', 'disclosure-rate', 'correction-rate'] as const

/** The figures of the whole selection, in the order of the ids; null where none is known, and until the package is open. Added up anew only when what bounds them changes. */
export function useTotals(ids: () => readonly string[]): ComputedRef<(Total | null)[]> {
  const dataset = useDataset()
  const findings = useFindings()
  const { selection } = useSelection()
  const asked = partOf(selection, BOUNDS)
  return computed(() => ids().map((id) => (dataset.table ? totalOf(dataset.table, asked.value, id, findings.doubts) : null)))
}
