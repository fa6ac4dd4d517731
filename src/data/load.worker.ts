import '@/domain/all-forms'
import { fetchSource } from './fetch-source'
import { loadPackage, type LoadProgress, type LoadResult, type Source } from './load'
import { LoadError } from './load-error'
import type { Answer, Order, Place } from './messages'
import { readEvidence } from './read-evidence'
import { buffersOf, partsOf } from './table-parts'

declare const self: DedicatedWorkerGlobalScope

const ALIVE_EVERY = 5_000
const TOLD_EVERY = 50

const answer = (message: Answer, transfer: Transferable[] = []): void => self.postMessage(message, transfer)

self.onmessage = async ({ data: order }: MessageEvent<Order>) => {
  // A connection may be slow for minutes; as long as this ticks, the worker is not dead.
  setInterval(() => answer({ kind: 'alive' }), ALIVE_EVERY)
  try {
    if (order.kind === 'evidence') {
      const bytes = await (await sourceAt(order)).read(order.file)
      answer({ kind: 'evidence', found: bytes ? readEvidence(bytes) : new Map() })
      return
    }
    handOver(await load(order))
  } catch (reason) {
    const error = reason instanceof LoadError ? reason : new LoadError('worker', order.folder, String(reason))
    answer({ kind: 'failed', error: error.kind, file: error.file, detail: error.message })
  }
}

/** The code that reads the browser's own store is fetched when a package lies there. */
async function sourceAt({ folder, own }: Place, progress?: (now: LoadProgress) => void): Promise<Source> {
  return own === undefined ? fetchSource(folder, progress) : (await import('./own-packages')).ownSource(own)
}

/** Half of the way is fetching, half is reading into columns. */
async function load(place: Place): Promise<LoadResult> {
  let last = 0
  const tell = (file: string, loaded: number, total: number, begun: number): void => {
    const now = performance.now()
    if (now - last < TOLD_EVERY && loaded < total) return
    last = now
    answer({ kind: 'progress', progress: { file, loaded: Math.round((begun * total + loaded) / 2), total } })
  }
  return loadPackage(
    await sourceAt(place, ({ file, loaded, total }) => tell(file, loaded, total, 0)),
    ({ file, loaded, total }) => tell(file, loaded, total, 1),
  )
}

function handOver({ files, descriptor, ...data }: LoadResult): void {
  for (const part of partsOf(data)) answer({ kind: 'part', part }, buffersOf(part))
  answer({ kind: 'loaded', files, descriptor })
}
