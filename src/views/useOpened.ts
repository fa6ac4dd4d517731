import { computed, type ComputedRef } from 'vue'
import { useWords } from '@/composables/useWords'
import { isOwn } from '@/data'
import type { ReportKey } from '@/domain/selection'
import { reportsWithVersions } from '@/domain/versions'
import { useDataset } from '@/stores/dataset'
import { licencesText } from './package-words'

/** What the foot of the page says of the packages that are open. */
interface Opened {
  /** Each with the folder it lies in beside the page; '' for one of the reader's own. */
  readonly opened: ComputedRef<readonly { readonly id: string; readonly text: string; readonly folder: string }[]>
  /** The bundled Chinese package by itself is a sample of what could be had; the others say themselves what they are. */
  readonly sample: ComputedRef<boolean>
  readonly licences: ComputedRef<ReturnType<typeof licencesText>>
  /** The reports that have other versions. */
  readonly versions: ComputedRef<readonly ReportKey[]>
}

/** Call in setup. */
export function useOpened(): Opened {
  const dataset = useDataset()
  const words = useWords()
  const opened = computed(() => dataset.opened.map(({ id, title }) => ({ id, text: words.value.name(title), folder: isOwn(id) ? '' : `data/${encodeURIComponent(id)}/` })))
  return {
    opened,
    sample: computed(() => opened.value.length === 1 && opened.value[0]!.id === 'cn'),
    licences: computed(() => licencesText(words.value, dataset)),
    versions: computed(() => {
      const { table } = dataset
      return table ? reportsWithVersions(table).map((row) => ({ agency: table.agencyOf(row).id, year: table.yearOf(row) })) : []
    }),
  }
}
