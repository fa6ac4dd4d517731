import { defineStore } from 'pinia'
import { ref, shallowRef, watchEffect } from 'vue'
import {
  askToKeep,
  ImportError,
  openDesk,
  recallMapping,
  rememberMapping,
  type Account,
  type AskedReport,
  type CellEdit,
  type FileChoices,
  type ImportErrorKind,
  type ImportProgress,
  type ImportTarget,
  type Looks,
  type Mapping,
  type PickedFile,
  type SourceTable,
  type StandingReport,
  type TableLook,
  type LeftImport,
} from '@/data/imports'
import { useDataset } from './dataset'
import { useKept } from './kept'
import { fitted, identified } from './fitted-mapping'
import { groupOf, isWithin, useListed } from './listed'
import type { Removal } from './removals'
import { useReportChanges } from './report-changes'
import { useLeft } from './left'
import { isWritten } from './written'

/** What came of an import, or of one that is kept here. `id` is '' where the browser did not keep it: `zip` then holds the package. */
export interface ImportReport {
  readonly id: string
  readonly title: string
  readonly account: Account
  readonly refused: ImportErrorKind | null
  readonly zip: Uint8Array<ArrayBuffer> | null
}

const NONE: ImportProgress = { file: '', loaded: 0, total: 0 }
const without = <T>(record: Readonly<Record<string, T>>, key: string): Record<string, T> => Object.fromEntries(Object.entries(record).filter(([each]) => each !== key))

/** The files a reader wants to import, what they were taken for, and what came of it. One import at a time. */
export const useImports = defineStore('imports', () => {
  const dataset = useDataset()
  const desk = openDesk()
  const { given, readable, take, arrived, settle, ended, purge, removeAll, empty, ...listed } = useListed()
  const { files, tables, unread, removalOf } = listed
  watchEffect(() => (dataset.waiting = tables.value.filter(({ refused }) => refused === null).length))
  /** Everything a column may be, by format. */
  const roles = shallowRef<Looks['roles']>({})
  const choices = shallowRef<Readonly<Record<string, FileChoices>>>({})
  /** Tables whose mapping was taken from last time. */
  const remembered = shallowRef<ReadonlySet<string>>(new Set())
  const looking = ref(0)
  const state = ref<'idle' | 'importing'>('idle')
  const progress = shallowRef<ImportProgress>(NONE)
  /** How far the look under way is, or how far the last one came: files of which something is known, of how many; tables and documents found. */
  const looked = shallowRef<{ readonly files: number; readonly of: number; readonly found: number }>({ files: 0, of: 0, found: 0 })
  const error = shallowRef<ImportError | null>(null)
  const report = shallowRef<ImportReport | null>(null)

  /** Does one thing at the desk; what goes wrong stands in `error`. Gives undefined then. */
  async function attempt<T>(doing: () => Promise<T>): Promise<T | undefined> {
    error.value = null
    try {
      return await doing()
    } catch (reason) {
      error.value = reason instanceof ImportError ? reason : new ImportError('worker', '', String(reason))
      return undefined
    }
  }

  /** Adds files and says what they are taken for; a mapping used before for the same headings is used again. */
  async function add(picked: readonly PickedFile[]): Promise<void> {
    if (picked.length === 0) return
    for (const { name } of picked) {
      const isGone = purge(name)
      choices.value = Object.fromEntries(Object.entries(choices.value).filter(([each]) => !isGone(each)))
    }
    report.value = null
    const groups = new Set(take(picked).map(({ name }) => groupOf(name)))
    await look(groups)
    const recalled = tables.value.filter(({ name, refused, shape, read }) => groups.has(groupOf(name)) && refused === null && shape !== 'package' && !read && !choices.value[name]).flatMap((table) => {
      const mapping = recallMapping(table.headings)
      return mapping ? [{ name: table.name, mapping: fitted(mapping, table) }] : []
    })
    if (recalled.length === 0) return
    choices.value = { ...choices.value, ...Object.fromEntries(recalled.map(({ name, mapping }) => [name, { mapping }])) }
    remembered.value = new Set([...remembered.value, ...recalled.map(({ name }) => name)])
    await look(new Set(recalled.map(({ name }) => groupOf(name))))
  }

  async function look(groups: ReadonlySet<string>): Promise<void> {
    const some = files.value.filter(({ name }) => groups.has(groupOf(name)))
    const reached = new Set<string>()
    let arrivals = 0
    looking.value += 1
    progress.value = NONE
    looked.value = { files: 0, of: some.length, found: 0 }
    const told = (table: TableLook): void => {
      arrived(table)
      const file = some.find(({ name }) => isWithin(table.name, name))
      if (file) reached.add(file.name)
      looked.value = { files: reached.size, of: some.length, found: (arrivals += 1) }
    }
    const looks = await attempt(() => desk.look(some, choices.value, { progress: (now) => (progress.value = now), table: told }))
    looking.value -= 1
    // The reader stopped it, or took the files away meanwhile.
    if (error.value?.kind === 'cancelled') error.value = null
    ended(some, looks ? null : { inHand: progress.value.file })
    if (!looks) return
    settle(groups, looks.tables)
    roles.value = { ...roles.value, ...looks.roles }
  }

  /** Files that an earlier page left come with what was said of them. */
  async function takeLeft({ files: left, choices: said }: LeftImport): Promise<void> {
    choices.value = said
    await add(left)
  }

  /** Goes on with what a stop left unread. */
  const resume = (): Promise<void> => look(new Set(unread.value.map(({ name }) => groupOf(name))))

  /** Says how a table is to be read and looks at it again; a mapping is remembered for its headings. */
  async function choose(name: string, chosen: FileChoices): Promise<void> {
    choices.value = { ...choices.value, [name]: chosen }
    if (!chosen.mapping) remembered.value = new Set([...remembered.value].filter((each) => each !== name))
    const table = tables.value.find((each) => each.name === name)
    if (table && chosen.mapping) rememberMapping(table.headings, chosen.mapping)
    await look(new Set([groupOf(name)]))
  }

  /** Says whose report of which year a document is; '' and null where the document itself says it. */
  async function identify(name: string, agency: string, year: number | null): Promise<void> {
    const table = tables.value.find((each) => each.name === name)
    if (!table?.read) return
    choices.value = { ...choices.value, [name]: { ...choices.value[name], mapping: identified(table, agency, year) } }
    await look(new Set([groupOf(name)]))
  }

  /** Says whose work the figures of a document's report count, or that it takes the place of the one that the package has. */
  function say(name: string, said: Pick<FileChoices, 'scope' | 'instead'>): void {
    choices.value = { ...choices.value, [name]: { ...choices.value[name], ...said } }
  }

  /** Which of some reports a package that is kept here has already; none where that cannot be known. */
  const standing = (id: string, reports: readonly AskedReport[]): Promise<readonly StandingReport[]> => desk.standing(id, reports).catch(() => [])

  /** The table of a document that a place is in, as it was read; null where there is none, or it cannot be had. */
  async function source(name: string, place: string): Promise<SourceTable | null> {
    const file = given.value.find((each) => isWithin(name, each.name))
    return file ? desk.source(file, name, place).catch(() => null) : null
  }

  /** Corrects a cell of a document's report, or takes the correction back; nothing is read anew. */
  function edit(name: string, figure: string, written: CellEdit | null): void {
    const chosen = choices.value[name] ?? {}
    const kept = without(chosen.edits ?? {}, figure)
    choices.value = { ...choices.value, [name]: { ...chosen, edits: written ? { ...kept, [figure]: written } : kept } }
  }

  /** Reads other tables by the mapping of one. */
  async function spread(names: readonly string[], mapping: Mapping): Promise<void> {
    const named = tables.value.filter(({ name }) => names.includes(name))
    choices.value = { ...choices.value, ...Object.fromEntries(named.map((table) => [table.name, { ...choices.value[table.name], mapping: fitted(mapping, table) }])) }
    await look(new Set(names.map(groupOf)))
  }

  /** Takes back the mapping from last time. */
  async function forget(name: string): Promise<void> {
    choices.value = without(choices.value, name)
    remembered.value = new Set([...remembered.value].filter((each) => each !== name))
    await look(new Set([groupOf(name)]))
  }

  /** Ends what is under way: of an import nothing is kept; of a look what is known by then stays, and what is not read is said. */
  const cancel = (): void => desk.cancel()

  /** Takes everything out; it can be put back. */
  function clear(): void {
    desk.cancel()
    error.value = null
    removeAll()
  }

  /** Puts back what was removed, with all that was chosen and corrected; a whole list comes in the place of what is listed now, which is removed: two batches never mix. */
  function putBack(removal: Removal): void {
    if (removal.all) clear()
    listed.putBack(removal)
  }

  /** Lets everything go. */
  function letGo(): void {
    desk.cancel()
    empty()
    choices.value = {}
    remembered.value = new Set()
    error.value = null
  }

  /** Imports everything picked. What came of it stands in `report`. */
  async function start(target: ImportTarget): Promise<void> {
    state.value = 'importing'
    progress.value = NONE
    askToKeep()
    const outcome = await attempt(() => desk.import(readable.value, choices.value, target, (now) => (progress.value = now)))
    state.value = 'idle'
    if (!outcome) return
    const { entry, account, refused, zip } = outcome
    if (refused !== 'nothing') letGo()
    report.value = { id: entry?.id ?? '', title: entry?.title ?? target.title, account, refused, zip }
    await refreshOwn()
    if (entry) void reopen(entry.id)
  }

  /** Reads the report that stays with a package. */
  async function openReport(id: string): Promise<void> {
    const account = await attempt(() => desk.account(id))
    const title = dataset.own.find((each) => each.id === id)?.title ?? id
    if (account) report.value = { id, title, account, refused: null, zip: null }
  }

  const closeReport = (): void => void (report.value = null)

  /** A package of the reader's own as a zip; undefined where it cannot be had. */
  const zipOf = (id: string): Promise<Uint8Array<ArrayBuffer> | undefined> => attempt(() => desk.zip(id))

  const { reopen, refreshOwn, ...kept } = useKept(attempt, (id, isKept) => {
    if (report.value?.id !== id) return
    if (isKept) void openReport(id)
    else report.value = null
  })

  const left = useLeft(files, choices, takeLeft)
  const changes = useReportChanges(desk, attempt, (id) => refreshOwn().then(() => reopen(id)))

  /** Nothing that was written is lost without a question. */
  window.addEventListener('beforeunload', (event) => {
    if (Object.entries(choices.value).some(([name, chosen]) => !removalOf.value(name) && isWritten(chosen, tables.value.find((table) => table.name === name)))) event.preventDefault()
  })

  return { ...listed, looked, roles, choices, remembered, looking, state, progress, error, report, add, choose, identify, say, standing, source, edit, putBack, resume, spread, forget, clear, start, cancel, openReport, closeReport, zipOf, ...left, ...kept, refreshOwn, ...changes }
})
