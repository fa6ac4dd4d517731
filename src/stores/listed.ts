import { computed, shallowRef } from 'vue'
import { isPickedAgain, namedOnce, type PickedFile, type TableLook } from '@/data/imports'
import { useRemovals } from './removals'

/** Whether a table is a file's, or of something inside it. */
export const isWithin = (table: string, file: string): boolean => table === file || table.startsWith(`${file}/`)

/** Tables and files of one folder, archive or workbook belong together: the first part of their names. */
export const groupOf = (name: string): string => name.split('/')[0]!

/** A file that a stop left unread; `partly`: something of it is known. */
export interface UnreadFile {
  readonly name: string
  readonly partly: boolean
}

/** The files that were given and the tables found in them, in the order of the files; what was removed is kept, and comes back when asked for. */
export function useListed() {
  const { removals, removalOf, ...removed } = useRemovals()
  const given = shallowRef<readonly PickedFile[]>([])
  const found = shallowRef<readonly TableLook[]>([])
  /** Names of files that a look ended before. */
  const stopped = shallowRef<ReadonlySet<string>>(new Set())

  const files = computed(() => given.value.filter(({ name }) => !removalOf.value(name)))
  const tables = computed(() => found.value.filter(({ name }) => !removalOf.value(name)))
  /** The tables with those removed one by one: their place in the list says so. */
  const placed = computed(() => found.value.filter(({ name }) => !removalOf.value(name)?.all))
  const unread = computed((): UnreadFile[] => files.value.filter(({ name }) => stopped.value.has(name)).map(({ name }) => ({ name, partly: isKnown(name) })))
  /** What a stop left unread is not imported. */
  const readable = computed(() => files.value.filter(({ name }) => !stopped.value.has(name) || isKnown(name)))

  const isKnown = (file: string): boolean => found.value.some(({ name }) => isWithin(name, file))

  /** Lists files; those that are listed already are not listed twice: a folder is given again after a stop. Gives them as they are listed. */
  function take(picked: readonly PickedFile[]): PickedFile[] {
    const listed = new Map(files.value.map((file) => [file.name, file]))
    const isListed = (file: PickedFile): boolean => listed.has(file.name) && isPickedAgain(listed.get(file.name)!, file)
    const fresh = namedOnce(picked.filter((file) => !isListed(file)), given.value.map(({ name }) => name))
    const again = picked.filter(isListed).map(({ name }) => listed.get(name)!)
    given.value = [...given.value, ...fresh]
    return [...again, ...fresh]
  }

  /** What is found stands in the list at once: documents take a while. */
  function arrived(table: TableLook): void {
    const at = found.value.findIndex(({ name }) => name === table.name)
    found.value = at < 0 ? [...found.value, table] : found.value.with(at, table)
  }

  /** All that a look found in the files of some groups takes the place of what was known of them. */
  function settle(groups: ReadonlySet<string>, looks: readonly TableLook[]): void {
    const order = new Map(given.value.map(({ name }, at) => [groupOf(name), at]))
    const others = found.value.filter(({ name }) => !groups.has(groupOf(name)) || removalOf.value(name))
    const current = looks.filter(({ name }) => !others.some((other) => other.name === name))
    found.value = [...others, ...current].filter(({ name }) => order.has(groupOf(name))).sort((a, b) => order.get(groupOf(a.name))! - order.get(groupOf(b.name))!)
  }

  /** Files were looked at; where that ended early (`inHand`: at which file), those that nothing is known of are unread, and an archive in hand is so in part. */
  function ended(some: readonly PickedFile[], early: { readonly inHand: string } | null): void {
    const left = early ? some.filter(({ name }) => !isKnown(name) || (isWithin(early.inHand, name) && early.inHand !== name)) : []
    stopped.value = new Set([...[...stopped.value].filter((name) => !some.some((file) => file.name === name)), ...left.map(({ name }) => name)])
  }

  /** Lets go of what was removed under a name that comes anew; gives whether a name was let go with it. */
  function purge(name: string): (each: string) => boolean {
    const gone = removalOf.value(name)?.names.find((each) => isWithin(name, each))
    if (gone === undefined) return () => false
    removed.forget(gone)
    given.value = given.value.filter((each) => !isWithin(each.name, gone))
    found.value = found.value.filter((each) => !isWithin(each.name, gone))
    return (each) => isWithin(each, gone)
  }

  /** Takes everything out; it can be put back. */
  function removeAll(): void {
    const names = [...new Set([...files.value, ...tables.value].map(({ name }) => name))]
    if (names.length > 0) removed.remove(names, true)
  }

  function empty(): void {
    removed.forgetAll()
    given.value = []
    found.value = []
    stopped.value = new Set()
  }

  return {
    removals,
    removalOf,
    given,
    found,
    files,
    tables,
    placed,
    /** The tables with all that were removed. */
    all: computed(() => found.value),
    unread,
    readable,
    take,
    arrived,
    settle,
    ended,
    purge,
    /** Takes a table's file out, with whatever else it holds; of a package its folder. It can be put back. */
    remove: (name: string): void => removed.remove([given.value.find((file) => isWithin(name, file.name))?.name ?? groupOf(name)]),
    putBack: removed.putBack,
    removeAll,
    empty,
  }
}
