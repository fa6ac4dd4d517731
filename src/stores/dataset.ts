import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import { listPackages, loadEvidence, LoadError, openPackage, type Descriptor, type Evidence, type LoadProgress, type PackageEntry } from '@/data'
import { Table } from '@/domain/table'

/** All data packages lie here, beside the page. */
const base = (): string => new URL('data/', document.baseURI).href

const NONE: LoadProgress = { file: '', loaded: 0, total: 0 }

/** The data package that is open. Holds the table as a whole: Vue never walks it. */
export const useDataset = defineStore('dataset', () => {
  const packages = shallowRef<readonly PackageEntry[]>([])
  const packageId = ref('')
  const table = shallowRef<Table | null>(null)
  /** What the package says about itself. */
  const descriptor = shallowRef<Descriptor | null>(null)
  const state = ref<'idle' | 'loading' | 'ready' | 'failed'>('idle')
  const progress = shallowRef<LoadProgress>(NONE)
  const error = shallowRef<LoadError | null>(null)
  let attempt = 0
  let stop: () => void = () => undefined
  let evidenceOf: { readonly id: string; readonly found: Promise<Evidence> } | null = null

  /** Opens a package, the first one for an id that is not listed. A later call takes the place of one still under way. Never throws: `state` and `error` say what happened. */
  async function open(id: string): Promise<void> {
    cancel()
    const mine = ++attempt
    state.value = 'loading'
    progress.value = NONE
    error.value = null
    table.value = null
    descriptor.value = null
    try {
      const listed = packages.value.length > 0 ? packages.value : await listPackages(base())
      if (mine !== attempt) return
      packages.value = listed
      packageId.value = (listed.find((entry) => entry.id === id) ?? listed[0])?.id ?? id
      const loading = openPackage(base(), packageId.value, { progress: (now) => mine === attempt && (progress.value = now) })
      stop = loading.cancel
      const data = await loading.done
      if (mine !== attempt) return
      table.value = new Table(data)
      descriptor.value = data.descriptor
      state.value = 'ready'
    } catch (reason) {
      if (mine !== attempt) return
      error.value = reason instanceof LoadError ? reason : null
      state.value = 'failed'
    }
  }

  /** Stops what is being read; nothing happens when nothing is. */
  function cancel(): void {
    if (state.value !== 'loading') return
    attempt += 1
    stop()
    stop = () => undefined
    state.value = 'idle'
  }

  /** Where the figures of the open package come from; read once, when first asked for, and again after a failure. */
  function evidence(): Promise<Evidence> {
    const id = packageId.value
    if (evidenceOf?.id === id) return evidenceOf.found
    const found = loadEvidence(base(), id)
    found.catch(() => (evidenceOf = null))
    evidenceOf = { id, found }
    return found
  }

  return { packages, packageId, table, descriptor, state, progress, error, open, cancel, evidence }
})
