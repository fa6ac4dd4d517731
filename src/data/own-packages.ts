import { deleteDB, openDB, type DBSchema, type IDBPDatabase } from 'idb'
import { DESCRIPTOR } from './descriptor'
import type { Account } from './import/account'
import { ImportError } from './import-error'
import type { Source } from './load'
import type { OwnPackage } from './own'

interface Kept {
  readonly package: string
  readonly path: string
  readonly bytes: Uint8Array
}

interface Stores extends DBSchema {
  packages: { key: string; value: OwnPackage }
  files: { key: [string, string]; value: Kept; indexes: { package: string } }
  accounts: { key: string; value: Account }
}

const NAME = 'disclosure-atlas'

let opened: Promise<IDBPDatabase<Stores>> | null = null

/** Opened once per page or worker, and anew after a failure or when the browser closed it. */
function database(): Promise<IDBPDatabase<Stores>> {
  const forget = (): void => void (opened = null)
  if (opened) return opened
  const opening = openDB<Stores>(NAME, 1, {
    upgrade: (made) => {
      made.createObjectStore('packages', { keyPath: 'id' })
      made.createObjectStore('files', { keyPath: ['package', 'path'] }).createIndex('package', 'package')
      made.createObjectStore('accounts')
    },
    blocking: (_from, _to, event) => {
      forget()
      ;(event.target as IDBDatabase).close()
    },
    terminated: forget,
  })
  opening.catch(forget)
  return (opened = opening)
}

/** What the browser said when it would not keep or give something. */
function refusal(reason: unknown): ImportError {
  if (reason instanceof ImportError) return reason
  const name = reason instanceof Error ? reason.name : ''
  return new ImportError(name === 'QuotaExceededError' ? 'storage-full' : 'storage-refused', '', String(reason))
}

async function asked<T>(use: (stores: IDBPDatabase<Stores>) => Promise<T>): Promise<T> {
  try {
    return await use(await database())
  } catch (reason) {
    throw refusal(reason)
  }
}

/** The reader's own packages, the newest first. Like everything here it rejects with an ImportError when the browser refuses. */
export const listOwn = (): Promise<OwnPackage[]> => asked(async (stores) => (await stores.getAll('packages')).sort((a, b) => (a.created < b.created ? 1 : -1)))

/** Keeps a package with all its files and its account, or nothing of it; takes the place of one of the same id. */
export const storeOwn = (entry: OwnPackage, files: ReadonlyMap<string, Uint8Array>, account: Account): Promise<void> =>
  asked(async (stores) => {
    const all = stores.transaction(['packages', 'files', 'accounts'], 'readwrite', { durability: 'strict' })
    const put = async (): Promise<void> => {
      for (const key of await all.objectStore('files').index('package').getAllKeys(entry.id)) void all.objectStore('files').delete(key)
      for (const [path, bytes] of files) void all.objectStore('files').put({ package: entry.id, path, bytes }).catch(() => undefined)
      void all.objectStore('accounts').put(account, entry.id).catch(() => undefined)
      void all.objectStore('packages').put(entry).catch(() => undefined)
    }
    await Promise.all([put(), all.done])
  })

/** The files of a package by path, in the order of their names; rejects with `gone` when there is no such package. */
export const filesOfOwn = (id: string): Promise<Map<string, Uint8Array>> =>
  asked(async (stores) => {
    const found = await stores.getAllFromIndex('files', 'package', id)
    if (found.length === 0) throw new ImportError('gone', id)
    return new Map(found.map(({ path, bytes }) => [path, bytes]))
  })

/** What was loaded and what was not when a package was imported; rejects with `gone` when there is no such package. */
export const accountOfOwn = (id: string): Promise<Account> =>
  asked(async (stores) => {
    const found = await stores.get('accounts', id)
    if (!found) throw new ImportError('gone', id)
    return found
  })

/** What the list says of a package; undefined for one that is not kept here. */
export const entryOfOwn = (id: string): Promise<OwnPackage | undefined> => asked((stores) => stores.get('packages', id))

/** Gives a package another title, in its descriptor too. */
export const renameOwn = (id: string, title: string): Promise<void> =>
  asked(async (stores) => {
    const all = stores.transaction(['packages', 'files'], 'readwrite')
    const [entry, descriptor] = await Promise.all([all.objectStore('packages').get(id), all.objectStore('files').get([id, DESCRIPTOR])])
    if (entry) await all.objectStore('packages').put({ ...entry, title })
    if (descriptor) await all.objectStore('files').put({ ...descriptor, bytes: retitled(descriptor.bytes, title) })
    await all.done
  })

function retitled(bytes: Uint8Array, title: string): Uint8Array {
  try {
    const descriptor: object = JSON.parse(new TextDecoder().decode(bytes))
    return new TextEncoder().encode(`${JSON.stringify({ ...descriptor, title }, null, 1)}\n`)
  } catch {
    return bytes
  }
}

/** Removes a package with everything that belongs to it. */
export const removeOwn = (id: string): Promise<void> =>
  asked(async (stores) => {
    const all = stores.transaction(['packages', 'files', 'accounts'], 'readwrite')
    for (const key of await all.objectStore('files').index('package').getAllKeys(id)) void all.objectStore('files').delete(key)
    await Promise.all([all.objectStore('accounts').delete(id), all.objectStore('packages').delete(id), all.done])
  })

/** Reads files of a package that is kept in this browser. */
export const ownSource = (id: string): Source => ({
  read: (path) => asked(async (stores) => (await stores.get('files', [id, path]))?.bytes ?? null),
})

/** Forgets everything, for tests. */
export async function clearOwn(): Promise<void> {
  const stores = await opened?.catch(() => null)
  stores?.close()
  opened = null
  await deleteDB(NAME)
}
