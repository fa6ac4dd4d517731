import { fetchSource } from './fetch-source'
import { loadPackage, type LoadResult } from './load'
import { LoadError } from './load-error'
import { LISTS, type Answer, type Order } from './messages'
import { readEvidence } from './read-evidence'

declare const self: DedicatedWorkerGlobalScope

const ALIVE_EVERY = 5_000
const TOLD_EVERY = 50
const PART = 2_000

const answer = (message: Answer, transfer: Transferable[] = []): void => self.postMessage(message, transfer)

self.onmessage = async ({ data: order }: MessageEvent<Order>) => {
  // A connection may be slow for minutes; as long as this ticks, the worker is not dead.
  setInterval(() => answer({ kind: 'alive' }), ALIVE_EVERY)
  try {
    if (order.kind === 'evidence') {
      const bytes = await fetchSource(order.folder).read(order.file)
      answer({ kind: 'evidence', found: bytes ? readEvidence(bytes) : new Map() })
      return
    }
    handOver(await load(order.folder))
  } catch (reason) {
    const error = reason instanceof LoadError ? reason : new LoadError('worker', order.folder, String(reason))
    answer({ kind: 'failed', error: error.kind, file: error.file, detail: error.message })
  }
}

/** Half of the way is fetching, half is reading into columns. */
function load(folder: string): Promise<LoadResult> {
  let last = 0
  const tell = (file: string, loaded: number, total: number, begun: number): void => {
    const now = performance.now()
    if (now - last < TOLD_EVERY && loaded < total) return
    last = now
    answer({ kind: 'progress', progress: { file, loaded: Math.round((begun * total + loaded) / 2), total } })
  }
  return loadPackage(
    fetchSource(folder, ({ file, loaded, total }) => tell(file, loaded, total, 0)),
    ({ file, loaded, total }) => tell(file, loaded, total, 1),
  )
}

function handOver(result: LoadResult): void {
  for (const list of LISTS) {
    for (let at = 0; at < result[list].length; at += PART) answer({ kind: 'part', list, items: result[list].slice(at, at + PART) })
  }
  const rest = { ...result, ...Object.fromEntries(LISTS.map((list) => [list, []])) }
  answer({ kind: 'loaded', result: rest }, buffersOf(rest))
}

function buffersOf(result: LoadResult): Transferable[] {
  const arrays: ArrayBufferView[] = [result.reportAgency, result.reportYear, result.reportFormat, result.reportBreak]
  for (const { values, states } of result.columns.values()) arrays.push(values, states)
  return [...new Set(arrays.map(({ buffer }) => buffer as ArrayBuffer))]
}
