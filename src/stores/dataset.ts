import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import { Evidence, isOwn, joinedDescriptor, listOwnPackages, listPackages, loadEvidence, LoadError, openPackage, type Descriptor, type LoadProgress, type LoadResult, type OwnPackage, type PackageEntry } from '@/data'
import { FORMATS } from '@/domain/formats'
import { repairsText, withRepairs, type Repair } from '@/domain/repair'
import type { Merged } from '@/domain/merge'
import { Table } from '@/domain/table'
import { inTurns, nextTurn } from '@/domain/turns'

/** All bundled data packages lie here, beside the page. */
const base = (): string => new URL('data/', document.baseURI).href

const NONE: LoadProgress = { file: '', loaded: 0, total: 0 }
/** Between packages opened together, in the link. */
const TOGETHER = '~'

export const idsIn = (asked: string): string[] => [...new Set(asked.split(TOGETHER))].filter((id) => id !== '')
export const idsText = (ids: readonly string[]): string => ids.join(TOGETHER)

const entryOf = ({ id, title }: OwnPackage): PackageEntry => ({ id, title: { zh: title, en: title } })

const sumOf = (all: readonly LoadProgress[], file: string): LoadProgress => ({
  file,
  loaded: all.reduce((sum, { loaded }) => sum + loaded, 0),
  total: all.reduce((sum, { total }) => sum + total, 0),
})

/** When a package was changed last. */
const lastChange = ({ changed, created }: OwnPackage): string => changed ?? created

const markedIn = (size: number, rows: Uint32Array): Uint8Array => {
  const marks = new Uint8Array(size)
  for (const row of rows) marks[row] = 1
  return marks
}

/** The data packages that are open. Holds their table as a whole: Vue never walks it. */
export const useDataset = defineStore('dataset', () => {
  const packages = shallowRef<readonly PackageEntry[]>([])
  /** The reader's own, kept in this browser; filled once a package is open, or when the link names one. */
  const own = shallowRef<readonly OwnPackage[]>([])
  /** What is open, in the link's order; the first one wins where several hold the same report. */
  const opened = shallowRef<readonly PackageEntry[]>([])
  const packageId = ref('')
  /** What a button asked to be opened, as the link names it; '' once it is shown, or where the link itself was given. */
  const asked = ref('')
  /** What the packages say. */
  const stated = shallowRef<Table | null>(null)
  /** How many tables and reports were given and are not imported: the page says so without the import's own store. */
  const waiting = ref(0)
  /** What is looked at: the same, or with accepted repairs in it. */
  const table = shallowRef<Table | null>(null)
  /** Repairs asked for that do not fit these data. */
  const unfit = shallowRef<readonly Repair[]>([])
  let repairs: readonly Repair[] = []
  /** By package: 1 for each of its reports; of one by itself nothing, as all are its own. */
  let held: readonly Uint8Array[] = []
  /** When each own package was changed last, as it was read. */
  let changesRead: ReadonlyMap<string, string> = new Map()
  /** What the packages say about themselves. */
  const descriptor = shallowRef<Descriptor | null>(null)
  const state = ref<'idle' | 'loading' | 'ready' | 'failed'>('idle')
  const progress = shallowRef<LoadProgress>(NONE)
  const error = shallowRef<LoadError | null>(null)
  let attempt = 0
  let stop: () => void = () => undefined
  let evidenceOf: { readonly attempt: number; readonly found: Promise<Evidence> } | null = null

  /** Opens the packages of ids joined by `~`; ids that are not known are left out, the first package stands in for none. A later call takes the place of one still under way. Never throws: `state` and `error` say what happened. */
  async function open(link: string): Promise<void> {
    const mine = begin()
    state.value = 'loading'
    stated.value = null
    mend()
    descriptor.value = null
    await take(link, mine)
  }

  /** Reads again what is open, after a change of the reader's own: what was shown stands until the new takes its place; what is still being read is begun anew. */
  function reopen(): Promise<void> {
    const link = idsText(opened.value.map(({ id }) => id))
    return state.value === 'ready' ? take(link, begin()) : open(link)
  }

  /** Reads again what another window changed of the packages that are open; false where nothing was. */
  async function catchUp(): Promise<boolean> {
    if (state.value !== 'ready' || !opened.value.some(({ id }) => isOwn(id))) return false
    const kept = await listOwnPackages()
    const isChanged = kept.some((entry) => opened.value.some(({ id }) => id === entry.id) && lastChange(entry) !== changesRead.get(entry.id))
    if (isChanged) await reopen()
    return isChanged
  }

  function begin(): number {
    cancel()
    progress.value = NONE
    error.value = null
    return ++attempt
  }

  async function take(link: string, mine: number): Promise<void> {
    try {
      const [listed, kept] = await Promise.all([packages.value.length > 0 ? packages.value : listPackages(base()), idsIn(link).some(isOwn) ? listOwnPackages() : own.value])
      if (mine !== attempt) return
      packages.value = listed
      own.value = kept
      const changes = new Map(kept.map((entry) => [entry.id, lastChange(entry)]))
      opened.value = entriesOf(link)
      packageId.value = opened.value[0]!.id
      const results = await read(opened.value, (now) => mine === attempt && (progress.value = now))
      await admitForms(results)
      const { data, placed } = await together(results)
      const made = new Table(data)
      // What is shown of it is made in a turn of its own.
      await nextTurn()
      if (mine !== attempt) return
      stated.value = made
      changesRead = changes
      held = placed.map((rows) => markedIn(data.reportYear.length, rows))
      mend()
      descriptor.value = joinedDescriptor(results.map((result) => result.descriptor))
      state.value = 'ready'
      void refreshOwn()
    } catch (reason) {
      if (mine !== attempt) return
      stop()
      error.value = reason instanceof LoadError ? reason : null
      state.value = 'failed'
    }
  }

  /** Looks at the data with these repairs in the place of what was reported; with none as they are. */
  function repair(wanted: readonly Repair[]): void {
    if (repairsText(wanted) === repairsText(repairs)) return
    repairs = wanted
    mend()
  }

  function mend(): void {
    const repaired = stated.value ? withRepairs(stated.value, repairs) : null
    table.value = repaired?.table ?? null
    unfit.value = repaired?.unfit ?? []
  }

  function entriesOf(asked: string): PackageEntry[] {
    const known = new Map([...packages.value, ...own.value.map(entryOf)].map((entry) => [entry.id, entry]))
    const found = idsIn(asked).flatMap((id) => known.get(id) ?? [])
    return found.length > 0 ? found : [packages.value[0] ?? { id: asked, title: { zh: asked, en: asked } }]
  }

  function read(entries: readonly PackageEntry[], tell: (now: LoadProgress) => void): Promise<LoadResult[]> {
    const all = entries.map(() => NONE)
    const loading = entries.map(({ id }, at) => openPackage(base(), id, { progress: (now) => ((all[at] = now), tell(sumOf(all, now.file))) }))
    stop = () => loading.forEach(({ cancel: end }) => end())
    return Promise.all(loading.map(({ done }) => done))
  }

  /** The forms of other countries travel with the first package that has them. */
  async function admitForms(results: readonly LoadResult[]): Promise<void> {
    if (results.some(({ reportFormat }) => reportFormat.some((format) => format >= FORMATS.length))) await import('@/domain/all-forms')
  }

  async function together(results: readonly LoadResult[]): Promise<Merged> {
    if (results.length === 1) return { data: results[0]!, placed: [] }
    const { mergeSteps } = await import('@/domain/merge')
    return inTurns(mergeSteps(results.map((data, at) => ({ title: data.descriptor?.title || opened.value[at]!.title.zh, data }))))
  }

  /** Whether one of the packages that are open has an agency's report of a year. */
  function holds(id: string, agency: string, year: number): boolean {
    if (held.length === 0 || !stated.value) return true
    const row = stated.value.rowOf(stated.value.indexOf(agency), year)
    return held[opened.value.findIndex((entry) => entry.id === id)]?.[row] === 1
  }

  /** The packages among those that are open which have an agency's report of a year. */
  const holders = (agency: string, year: number): PackageEntry[] => opened.value.filter(({ id }) => holds(id, agency, year))

  /** Stops what is being read; nothing happens when nothing is. */
  function cancel(): void {
    if (state.value !== 'loading') return
    attempt += 1
    stop()
    stop = () => undefined
    state.value = 'idle'
  }

  /** Looks anew at what is kept in this browser. */
  async function refreshOwn(): Promise<void> {
    own.value = await listOwnPackages()
    opened.value = opened.value.map((entry) => own.value.map(entryOf).find(({ id }) => id === entry.id) ?? entry)
  }

  /** Where the figures of the open packages come from; read once, when first asked for, and again after a failure. */
  function evidence(): Promise<Evidence> {
    if (evidenceOf?.attempt === attempt) return evidenceOf.found
    const found = Promise.all(opened.value.map(({ id }) => loadEvidence(base(), id))).then((all) => (all.length === 1 ? all[0]! : Evidence.joined(all)))
    found.catch(() => (evidenceOf = null))
    evidenceOf = { attempt, found }
    return found
  }

  return { packages, own, opened, packageId, asked, waiting, stated, table, unfit, descriptor, state, progress, error, open, reopen, catchUp, repair, cancel, holds, holders, refreshOwn, evidence }
})
