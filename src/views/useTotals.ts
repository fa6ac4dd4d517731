import { computed, type ComputedRef, type Ref } from 'vue'
import type { Leading } from '@/components/LeadingFigures.vue'
import { useReckoned } from '@/components/reckoned'
import { partOf, useSelection } from '@/composables/useSelection'
import { comparisonOf } from '@/domain/comparisons'
import { indicatorOf } from '@/domain/indicators'
import type { ViewId } from '@/domain/selection'
import { totalSteps, type Total } from '@/domain/total'
import type { Steps } from '@/domain/turns'
import { useDataset } from '@/stores/dataset'
import { useFindings } from '@/stores/findings'

/** What bounds a total, the page too: its figures are of one year; the rest of a selection is about how it is shown. */
const BOUNDS = ['view', 'agency', 'province', 'city', 'level', 'category', 'year', 'at', 'applicant', 'scope', 'failing', 'disclosure-rate', 'correction-rate'] as const

export interface Totals {
  /** By indicator id: null where none is known, nothing where it is not reckoned yet. */
  readonly totals: ComputedRef<ReadonlyMap<string, Total | null>>
  /** They are reckoned anew. */
  readonly busy: Readonly<Ref<boolean>>
}

/** The figures of the whole selection, once the package is open. Added up anew only when what bounds them changes. */
export function useTotals(ids: () => readonly string[]): Totals {
  const dataset = useDataset()
  const findings = useFindings()
  const { selection } = useSelection()
  const bounds = partOf(selection, BOUNDS)
  const asked = computed(() => (dataset.table ? { table: dataset.table, selection: bounds.value, doubts: findings.doubts, ids: ids() } : null))

  function* add({ table, selection: within, doubts, ids: wanted }: NonNullable<typeof asked.value>): Steps<ReadonlyMap<string, Total | null>> {
    const totals = new Map<string, Total | null>()
    for (const id of wanted) {
      totals.set(id, yield* totalSteps(table, within, id, doubts))
      yield
    }
    return totals
  }

  const { value, busy } = useReckoned(() => asked.value, add)
  return { totals: computed(() => value.value ?? new Map()), busy }
}

/** A page that the reader can go to. */
interface Page {
  readonly id: ViewId
  readonly link: string
}

/** The figures that lead the page, each with the page that compares it where this is the overview. */
export function useLeading(pages: () => readonly Page[]): { readonly leading: ComputedRef<readonly Leading[]>; readonly busy: Readonly<Ref<boolean>> } {
  const dataset = useDataset()
  const { selection } = useSelection()
  const ids = (view: ViewId): readonly string[] => comparisonOf(view, dataset.table).leading
  const { totals, busy } = useTotals(() => ids(selection.value.view))
  const pageOf = (id: string): Page | undefined => (selection.value.view === 'overview' ? pages().find((page) => page.id !== 'overview' && ids(page.id).includes(id)) : undefined)
  const leading = computed(() => ids(selection.value.view).map((id) => ({ indicator: indicatorOf(id)!, total: totals.value.get(id), page: pageOf(id) })))
  return { leading, busy }
}
