import { computed, type ComputedRef } from 'vue'
import type { Selection } from '@/domain/selection'
import { sliceOf, totalOf, type Cut, type Slice, type Total } from '@/domain/slice'
import type { Table } from '@/domain/table'
import { useDataset } from '@/stores/dataset'
import { useSelection } from './useSelection'

/** The slice that the selection keeps of the open package for a cut; null until the package is open. */
export function useSlice(cut: (selection: Selection, table: Table) => Cut): ComputedRef<Slice | null> {
  const dataset = useDataset()
  const { selection } = useSelection()
  return computed(() => (dataset.table ? sliceOf(dataset.table, selection.value, cut(selection.value, dataset.table)) : null))
}

/** The figures of the whole selection, in the order of the ids; null where none is known, and until the package is open. */
export function useTotals(ids: () => readonly string[]): ComputedRef<(Total | null)[]> {
  const dataset = useDataset()
  const { selection } = useSelection()
  return computed(() => ids().map((id) => (dataset.table ? totalOf(dataset.table, selection.value, id) : null)))
}
