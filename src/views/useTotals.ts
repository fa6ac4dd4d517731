import { computed, shallowRef, watch, type ComputedRef, type Ref } from 'vue'
import type { Leading } from '@/components/LeadingFigures.vue'
import { afterFrame } from '@/components/frames'
import { useReckoned } from '@/components/reckoned'
import { partOf, useSelection } from '@/composables/useSelection'
import { comparisonOf } from '@/domain/comparisons'
import { indicatorOf } from '@/domain/indicators'
import type { ViewId } from '@/domain/selection'
import type { Total, totalSteps } from '@/domain/total'
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
  const stepsOf = shallowRef<typeof totalSteps | null>(null)
  const asked = computed(() => (dataset.table && stepsOf.value ? { table: dataset.table, selection: bounds.value, doubts: findings.doubts, ids: ids(), stepsOf: stepsOf.value } : null))

  /** How they are added up travels after what is seen first, while the data do; asked for again where it could not be had. */
  async function load(): Promise<void> {
    await afterFrame()
    stepsOf.value ??= await import('@/domain/total').then((total) => total.totalSteps, () => null)
  }

  function* add({ table, selection: within, doubts, ids: wanted, stepsOf: steps }: NonNullable<typeof asked.value>): Steps<ReadonlyMap<string, Total | null>> {
    const totals = new Map<string, Total | null>()
    for (const id of wanted) {
      totals.set(id, yield* steps(table, within, id, doubts))
      yield
    }
    return totals
  }

  watch(() => dataset.table, load, { immediate: true })
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
