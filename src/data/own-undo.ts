import type { IDBPDatabase } from 'idb'
import type { Account } from './import/account'
import { DESCRIPTOR } from './descriptor'
import { ImportError } from './import-error'
import { formerOf, isFormer, isListed, type OwnPackage } from './own'
import { allOf, asked, change, dropFiles, type All, type Kept, type Stores } from './own-database'
import { freeTitle, redescribed } from './own-titles'

/** So long what was removed can be put back. */
const KEPT_FOR = 3_600_000

/** A package with all that belongs to it. */
interface State {
  readonly entry: OwnPackage
  readonly files: readonly Kept[]
  readonly account: Account
}

async function stateOf(all: All, id: string): Promise<State | undefined> {
  const [entry, files, account] = await Promise.all([all.objectStore('packages').get(id), all.objectStore('files').index('package').getAll(id), all.objectStore('accounts').get(id)])
  return entry && account ? { entry, files, account } : undefined
}

async function drop(all: All, id: string): Promise<void> {
  await dropFiles(all, id)
  change(all.objectStore('accounts').delete(id))
  change(all.objectStore('packages').delete(id))
}

/** Puts a state under an id, where nothing else stands. */
function put(all: All, id: string, { entry, files, account }: State): void {
  for (const kept of files) change(all.objectStore('files').put({ ...kept, package: id }))
  change(all.objectStore('accounts').put(account, id))
  change(all.objectStore('packages').put({ ...entry, id }))
}

/** Before a package is kept anew: what it is now stays as its other state where files are added to it; a package of another origin leaves none. */
export async function keepFormer(all: All, id: string, isAddedTo: boolean): Promise<void> {
  const state = await stateOf(all, id)
  const isOther = !state || state.entry.removed !== undefined
  if (!isAddedTo && !isOther) return
  await drop(all, formerOf(id))
  if (!isOther) put(all, formerOf(id), state)
}

/** Packages as the reader knows them: without those that were removed, each with what its other state would be. */
export function shown(entries: readonly OwnPackage[]): OwnPackage[] {
  const ids = new Set(entries.map(({ id }) => id))
  return entries.filter(isListed).map((entry) => ({ ...entry, other: ids.has(formerOf(entry.id)) ? (entry.undone ? 'after' : 'before') : undefined }))
}

/** Exchanges a package with its other state: what was added last goes, or comes back. It keeps its title. Rejects with `gone` where it has none. */
export const swapOwn = (id: string): Promise<void> =>
  asked(async (stores) => {
    const all = allOf(stores)
    const [now, other] = [await stateOf(all, id), await stateOf(all, formerOf(id))]
    if (!now || !other) throw new ImportError('gone', id)
    await Promise.all([drop(all, id), drop(all, formerOf(id))])
    const { title } = now.entry
    const files = other.files.map((kept) => (kept.path === DESCRIPTOR ? { ...kept, bytes: redescribed(kept.bytes, { title }) } : kept))
    put(all, id, { ...other, files, entry: { ...other.entry, title, undone: !now.entry.undone } })
    put(all, formerOf(id), now)
    await all.done
  })

/** Takes a package out of the list; for an hour it can be put back. */
export const removeOwn = (id: string): Promise<void> =>
  asked(async (stores) => {
    const entry = await stores.get('packages', id)
    if (entry) await stores.put('packages', { ...entry, removed: new Date().toISOString() })
  })

/** What was removed within the hour, the last first; what was removed before that is let go of for good. */
export const listRemoved = (): Promise<OwnPackage[]> =>
  asked(async (stores) => {
    const since = new Date(Date.now() - KEPT_FOR).toISOString()
    await letGo(stores, ({ removed }) => removed !== undefined && removed < since)
    return (await stores.getAll('packages')).filter(({ removed }) => removed !== undefined).sort((a, b) => (a.removed! < b.removed! ? 1 : -1))
  })

/** Puts a package back that was removed, under a title of its own. Rejects with `gone` where the hour is over. */
export const putBackOwn = (id: string): Promise<void> =>
  asked(async (stores) => {
    const entry = await stores.get('packages', id)
    if (!entry?.removed) throw new ImportError('gone', id)
    await stores.put('packages', { ...entry, removed: undefined, title: await freeTitle(stores, entry) })
  })

/** Lets go of all that is kept only for a way back; false where nothing is. */
export const makeRoom = (stores: IDBPDatabase<Stores>): Promise<boolean> => letGo(stores, ({ id, removed }) => isFormer(id) || removed !== undefined)

async function letGo(stores: IDBPDatabase<Stores>, is: (entry: OwnPackage) => boolean): Promise<boolean> {
  const gone = (await stores.getAll('packages')).filter(is)
  if (gone.length === 0) return false
  const all = allOf(stores)
  for (const { id } of gone) for (const each of [id, formerOf(id)]) await drop(all, each)
  await all.done
  return true
}
