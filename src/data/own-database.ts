import { deleteDB, openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction } from 'idb'
import type { Account } from './import/account'
import { ImportError } from './import-error'
import type { Choices } from './import-messages'
import type { OwnPackage } from './own'

/** A file, or a part of a long one. */
export interface Kept {
  readonly package: string
  readonly path: string
  readonly part: number
  readonly bytes: Uint8Array
}

export interface Stores extends DBSchema {
  packages: { key: string; value: OwnPackage }
  files: { key: [string, string, number]; value: Kept; indexes: { package: string } }
  accounts: { key: string; value: Account }
  /** What was picked and not imported yet. */
  leftFiles: { key: string; value: { readonly files: readonly { readonly name: string; readonly file: Blob }[]; readonly since: string } }
  leftChoices: { key: string; value: Choices }
}

const NAME = 'disclosure-atlas'

/** All that is kept of packages, to be changed together or not at all. */
export type All = IDBPTransaction<Stores, ['packages', 'files', 'accounts'], 'readwrite'>

export const allOf = (stores: IDBPDatabase<Stores>): All => stores.transaction(['packages', 'files', 'accounts'], 'readwrite', { durability: 'strict' })

/** Asks for a change within a transaction; where the browser refuses it the transaction itself says so. */
export const change = (asked: Promise<unknown>): void => void asked.catch(() => undefined)

/** Lets go of the files of a package. */
export async function dropFiles(all: All, id: string): Promise<void> {
  for (const key of await all.objectStore('files').index('package').getAllKeys(id)) change(all.objectStore('files').delete(key))
}

let opened: Promise<IDBPDatabase<Stores>> | null = null

/** Opened once per page or worker, and anew after a failure or when the browser closed it. */
function database(): Promise<IDBPDatabase<Stores>> {
  const forget = (): void => void (opened = null)
  if (opened) return opened
  const opening = openDB<Stores>(NAME, 2, {
    upgrade: (made, before) => {
      if (before < 1) {
        made.createObjectStore('packages', { keyPath: 'id' })
        made.createObjectStore('files', { keyPath: ['package', 'path', 'part'] }).createIndex('package', 'package')
        made.createObjectStore('accounts')
      }
      made.createObjectStore('leftFiles')
      made.createObjectStore('leftChoices')
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

/** Uses what is kept in this browser; rejects with an ImportError when the browser refuses. */
export async function asked<T>(use: (stores: IDBPDatabase<Stores>) => Promise<T>): Promise<T> {
  try {
    return await use(await database())
  } catch (reason) {
    throw refusal(reason)
  }
}

/** Forgets everything, for tests. */
export async function clearOwn(): Promise<void> {
  const stores = await opened?.catch(() => null)
  stores?.close()
  opened = null
  await deleteDB(NAME)
}
