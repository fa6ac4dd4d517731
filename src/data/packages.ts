import type { Label } from '@/domain/label'
import { DESCRIPTOR, readDescriptor, type Descriptor } from './descriptor'
import { fetchSource } from './fetch-source'
import { LoadError } from './load-error'
import { folderOf } from './open-package'
import type { OwnPackage } from './own'

/** A package that can be opened. */
export interface PackageEntry {
  readonly id: string
  readonly title: Label
}

const LIST = 'packages.json'

/** The packages of this site, in the list's order; entries without an id are left out. Rejects with a LoadError when there is no list. */
export async function listPackages(base: string): Promise<PackageEntry[]> {
  const bytes = await fetchSource(new URL(base, globalThis.document?.baseURI).href).read(LIST)
  if (bytes === null) throw new LoadError('package-missing', LIST)
  const entries = entriesOf(new TextDecoder().decode(bytes))
  if (entries.length === 0) throw new LoadError('package-missing', LIST)
  return entries
}

function entriesOf(text: string): PackageEntry[] {
  let list: unknown
  try {
    list = JSON.parse(text)
  } catch {
    return []
  }
  return (Array.isArray(list) ? list : []).filter((entry): entry is Listed => typeof (entry as Listed | null)?.id === 'string' && (entry as Listed).id !== '').map(entryOf)
}

interface Listed {
  readonly id: string
  readonly title?: Readonly<Record<string, string>>
}

const entryOf = ({ id, title }: Listed): PackageEntry => ({ id, title: { zh: title?.['zh-CN'] ?? id, en: title?.en ?? title?.['zh-CN'] ?? id } })

/** The reader's own packages, the newest first; none where the browser keeps nothing. The code for it is fetched when first asked. */
export async function listOwnPackages(): Promise<OwnPackage[]> {
  try {
    return await (await import('./own-packages')).listOwn()
  } catch {
    return []
  }
}

/** What several packages say about themselves, as one; null when none says anything. */
export function joinedDescriptor(all: readonly (Descriptor | null)[]): Descriptor | null {
  const said = all.filter((descriptor) => descriptor !== null)
  if (said.length === 0 || all.length < 2) return said[0] ?? null
  if (said.length < 2) return { ...said[0]!, each: all }
  return {
    id: '',
    title: said.map(({ title }) => title).join(' + '),
    version: '',
    created: said.map(({ created }) => created).sort().at(-1)!,
    resources: [],
    sources: said.flatMap(({ sources }) => sources),
    licences: said.flatMap(({ licences }) => licences),
    each: all,
  }
}

/** What a package says about itself: title, sources, licence. Null when it says nothing readable. */
export async function loadDescriptor(base: string, id: string): Promise<Descriptor | null> {
  const bytes = await fetchSource(folderOf(base, id)).read(DESCRIPTOR)
  return bytes ? (readDescriptor(new TextDecoder().decode(bytes)) ?? null) : null
}
