import type { IDBPDatabase } from 'idb'
import { DESCRIPTOR } from './descriptor'
import type { Account } from './import/account'
import { ImportError } from './import-error'
import type { Source } from './load'
import type { OwnPackage } from './own'
import { allOf, asked, change, dropFiles, type Kept, type Stores } from './own-database'
import { freeTitle, redescribed } from './own-titles'
import { keepFormer, makeRoom, shown } from './own-undo'

/** Browsers refuse single values of more than some 100 MB. */
const PART = 2 ** 24

/** The reader's own packages, the newest first. Like everything here it rejects with an ImportError when the browser refuses. */
export const listOwn = (): Promise<OwnPackage[]> => asked(async (stores) => shown(await stores.getAll('packages')).sort((a, b) => (a.created < b.created ? 1 : -1)))

/**
 * Keeps a package with all its files and its account, or nothing of it; takes the place of one of the same id. Gives it as it is kept: under
 * a title of its own. `isAddedTo`: what the package was before can be had back (`swapOwn`). Where there is no room, what is kept only for a
 * way back goes first.
 */
export const storeOwn = (given: OwnPackage, made: ReadonlyMap<string, Uint8Array>, account: Account, isAddedTo = false): Promise<OwnPackage> =>
  asked(async (stores) => {
    const own = { ...given, title: await freeTitle(stores, given) }
    const descriptor = own.title === given.title ? undefined : made.get(DESCRIPTOR)
    const files = descriptor ? new Map([...made, [DESCRIPTOR, redescribed(descriptor, { title: own.title })]]) : made
    try {
      await put(stores, own, files, account, isAddedTo)
    } catch (reason) {
      if ((reason as Error).name !== 'QuotaExceededError' || !(await makeRoom(stores))) throw reason
      await put(stores, own, files, account, false)
    }
    return own
  })

async function put(stores: IDBPDatabase<Stores>, entry: OwnPackage, files: ReadonlyMap<string, Uint8Array>, account: Account, isAddedTo: boolean): Promise<void> {
  const all = allOf(stores)
  const putAll = async (): Promise<void> => {
    await keepFormer(all, entry.id, isAddedTo)
    await dropFiles(all, entry.id)
    for (const kept of partsOf(entry.id, files)) change(all.objectStore('files').put(kept))
    change(all.objectStore('accounts').put(account, entry.id))
    change(all.objectStore('packages').put(isAddedTo ? { ...entry, undone: false } : entry))
  }
  await Promise.all([putAll(), all.done])
}

function* partsOf(id: string, files: ReadonlyMap<string, Uint8Array>): Generator<Kept> {
  for (const [path, bytes] of files) {
    for (let part = 0; part === 0 || part * PART < bytes.length; part += 1) yield { package: id, path, part, bytes: bytes.slice(part * PART, (part + 1) * PART) }
  }
}

/** A file of its parts, which come in their order. */
function joined(parts: readonly Kept[]): Uint8Array {
  if (parts.length === 1) return parts[0]!.bytes
  const whole = new Uint8Array(parts.reduce((sum, { bytes }) => sum + bytes.length, 0))
  let at = 0
  for (const { bytes } of parts) {
    whole.set(bytes, at)
    at += bytes.length
  }
  return whole
}

/** The files of a package by path, in the order of their names; rejects with `gone` when there is no such package. */
export const filesOfOwn = (id: string): Promise<Map<string, Uint8Array>> =>
  asked(async (stores) => {
    const found = await stores.getAllFromIndex('files', 'package', id)
    if (found.length === 0) throw new ImportError('gone', id)
    return new Map([...new Set(found.map(({ path }) => path))].map((path) => [path, joined(found.filter((kept) => kept.path === path))]))
  })

/** What was loaded and what was not when a package was imported; rejects with `gone` when there is no such package. */
export const accountOfOwn = (id: string): Promise<Account> =>
  asked(async (stores) => {
    const found = await stores.get('accounts', id)
    if (!found) throw new ImportError('gone', id)
    return found
  })

/** What the list says of a package; undefined for one that is not kept here. */
export const entryOfOwn = (id: string): Promise<OwnPackage | undefined> => asked(async (stores) => shown(await stores.getAll('packages')).find((entry) => entry.id === id))

/** Gives a package another title, in its descriptor too; one that another package has is numbered. */
export const renameOwn = (id: string, asTitle: string): Promise<void> =>
  asked(async (stores) => {
    const title = await freeTitle(stores, { id, title: asTitle })
    const all = stores.transaction(['packages', 'files'], 'readwrite')
    const [entry, descriptor] = await Promise.all([all.objectStore('packages').get(id), all.objectStore('files').get([id, DESCRIPTOR, 0])])
    if (entry) await all.objectStore('packages').put({ ...entry, title })
    if (descriptor) await all.objectStore('files').put({ ...descriptor, bytes: redescribed(descriptor.bytes, { title }) })
    await all.done
  })

/** Reads files of a package that is kept in this browser. */
export const ownSource = (id: string): Source => ({
  read: (path) =>
    asked(async (stores) => {
      const parts = await stores.getAll('files', IDBKeyRange.bound([id, path, 0], [id, path, Infinity]))
      return parts.length > 0 ? joined(parts) : null
    }),
})

const ASKED = 'disclosure-atlas.persist-asked'

/** Asks the browser once not to clear what is kept here when it runs short of room. */
export function askToKeep(): void {
  try {
    if (localStorage.getItem(ASKED)) return
    localStorage.setItem(ASKED, '1')
  } catch {
    return
  }
  void navigator.storage?.persist?.().catch(() => false)
}
