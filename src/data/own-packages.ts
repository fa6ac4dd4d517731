import { deleteDB, openDB, type DBSchema, type IDBPDatabase } from 'idb'
import { DESCRIPTOR } from './descriptor'
import type { Account } from './import/account'
import { ImportError } from './import-error'
import type { Source } from './load'
import { freeName } from './numbered'
import type { OwnPackage } from './own'

/** A file, or a part of a long one. */
interface Kept {
  readonly package: string
  readonly path: string
  readonly part: number
  readonly bytes: Uint8Array
}

interface Stores extends DBSchema {
  packages: { key: string; value: OwnPackage }
  files: { key: [string, string, number]; value: Kept; indexes: { package: string } }
  accounts: { key: string; value: Account }
}

const NAME = 'disclosure-atlas'
/** Browsers refuse single values of more than some 100 MB. */
const PART = 2 ** 24

let opened: Promise<IDBPDatabase<Stores>> | null = null

/** Opened once per page or worker, and anew after a failure or when the browser closed it. */
function database(): Promise<IDBPDatabase<Stores>> {
  const forget = (): void => void (opened = null)
  if (opened) return opened
  const opening = openDB<Stores>(NAME, 1, {
    upgrade: (made) => {
      made.createObjectStore('packages', { keyPath: 'id' })
      made.createObjectStore('files', { keyPath: ['package', 'path', 'part'] }).createIndex('package', 'package')
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

/** What a package is called beside the others: a second one of a title is numbered. */
async function freeTitle(stores: IDBPDatabase<Stores>, { id, title }: Pick<OwnPackage, 'id' | 'title'>): Promise<string> {
  const others = (await stores.getAll('packages')).filter((each) => each.id !== id)
  return freeName(title, new Set(others.map((each) => each.title)), (name, n) => `${name} (${n})`)
}

/** Keeps a package with all its files and its account, or nothing of it; takes the place of one of the same id. Gives it as it is kept: under a title of its own. */
export const storeOwn = (given: OwnPackage, made: ReadonlyMap<string, Uint8Array>, account: Account): Promise<OwnPackage> =>
  asked(async (stores) => {
    const entry = { ...given, title: await freeTitle(stores, given) }
    const descriptor = entry.title === given.title ? undefined : made.get(DESCRIPTOR)
    const files = descriptor ? new Map([...made, [DESCRIPTOR, redescribed(descriptor, { title: entry.title })]]) : made
    const all = stores.transaction(['packages', 'files', 'accounts'], 'readwrite', { durability: 'strict' })
    const put = async (): Promise<void> => {
      for (const key of await all.objectStore('files').index('package').getAllKeys(entry.id)) void all.objectStore('files').delete(key)
      for (const kept of partsOf(entry.id, files)) void all.objectStore('files').put(kept).catch(() => undefined)
      void all.objectStore('accounts').put(account, entry.id).catch(() => undefined)
      void all.objectStore('packages').put(entry).catch(() => undefined)
    }
    await Promise.all([put(), all.done])
    return entry
  })

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
export const entryOfOwn = (id: string): Promise<OwnPackage | undefined> => asked((stores) => stores.get('packages', id))

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

/** A descriptor with another title, or the id that links name it by; as it is where it cannot be read. */
export function redescribed(bytes: Uint8Array, part: { readonly title?: string; readonly id?: string }): Uint8Array {
  try {
    const descriptor: object = JSON.parse(new TextDecoder().decode(bytes))
    return new TextEncoder().encode(`${JSON.stringify({ ...descriptor, ...part }, null, 1)}\n`)
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
  read: (path) =>
    asked(async (stores) => {
      const parts = await stores.getAll('files', IDBKeyRange.bound([id, path, 0], [id, path, Infinity]))
      return parts.length > 0 ? joined(parts) : null
    }),
})

/** Forgets everything, for tests. */
export async function clearOwn(): Promise<void> {
  const stores = await opened?.catch(() => null)
  stores?.close()
  opened = null
  await deleteDB(NAME)
}

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
