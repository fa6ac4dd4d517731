import { shallowRef, type ShallowRef } from 'vue'
import { listRemoved, putBackOwn, removeOwn, renameOwn, swapOwn, type OwnPackage } from '@/data/imports'
import { useDataset } from './dataset'

export interface Kept {
  /** Own packages that were removed within the hour. */
  readonly removedOwn: Readonly<ShallowRef<readonly OwnPackage[]>>
  /** Looks anew at what is kept, and at what was removed. */
  readonly refreshOwn: () => Promise<void>
  readonly rename: (id: string, title: string) => Promise<void>
  /** Takes a package out of the list; for an hour it can be put back. */
  readonly discard: (id: string) => Promise<void>
  readonly putBackPackage: (id: string) => Promise<void>
  /** Takes what was added last out of a package again, or puts it back. */
  readonly swap: (id: string) => Promise<void>
  /** Reads a package anew where it is open. */
  readonly reopen: (id: string) => Promise<void>
}

/** What is done with the packages kept in this browser. `attempt` does one thing and tells what goes wrong; `told`: what was shown of a package is to be read anew, or let go of. */
export function useKept(attempt: <T>(doing: () => Promise<T>) => Promise<T | undefined>, told: (id: string, isKept: boolean) => void): Kept {
  const dataset = useDataset()
  const removedOwn = shallowRef<readonly OwnPackage[]>([])

  async function refreshOwn(): Promise<void> {
    const removed = listRemoved().catch(() => [])
    await dataset.refreshOwn()
    removedOwn.value = await removed
  }

  const reopen = async (id: string): Promise<void> => (dataset.opened.some((entry) => entry.id === id) ? dataset.reopen() : undefined)

  async function doing(id: string, asked: (id: string) => Promise<void>): Promise<void> {
    await attempt(() => asked(id))
    await refreshOwn()
    told(id, dataset.own.some((entry) => entry.id === id))
  }

  return {
    removedOwn,
    refreshOwn,
    reopen,
    rename: async (id, title) => {
      await attempt(() => renameOwn(id, title))
      await refreshOwn()
    },
    discard: (id) => doing(id, removeOwn),
    putBackPackage: (id) => doing(id, putBackOwn),
    swap: async (id) => {
      await doing(id, swapOwn)
      await reopen(id)
    },
  }
}
