import type { IDBPDatabase } from 'idb'
import { freeName } from './numbered'
import { isListed, type OwnPackage } from './own'
import type { Stores } from './own-database'

/** What a package is called beside the others: a second one of a title is numbered. */
export async function freeTitle(stores: IDBPDatabase<Stores>, { id, title }: Pick<OwnPackage, 'id' | 'title'>): Promise<string> {
  const others = (await stores.getAll('packages')).filter((each) => each.id !== id && isListed(each))
  return freeName(title, new Set(others.map((each) => each.title)), (name, n) => `${name} (${n})`)
}

/** A descriptor with another title, or the id that links name it by; as it is where it cannot be read. */
export function redescribed(bytes: Uint8Array, part: { readonly title?: string; readonly id?: string }): Uint8Array {
  try {
    const descriptor: object = JSON.parse(new TextDecoder().decode(bytes))
    return new TextEncoder().encode(`${JSON.stringify({ ...descriptor, ...part }, null, 1)}\n`)
  } catch {
    return bytes
  }
}
