import { LoadError } from './load-error'
import type { LoadProgress, Source } from './load'

/** Reads files of a folder on our own origin, telling how many bytes have come. A connection that breaks gives the bytes so far. */
export function fetchSource(folder: string, progress: (now: LoadProgress) => void = () => undefined): Source {
  const expected = new Map<string, number>()
  const arrived = new Map<string, number>()
  const sum = (map: ReadonlyMap<string, number>): number => [...map.values()].reduce((total, each) => total + each, 0)
  const tell = (file: string, loaded: number): void => {
    arrived.set(file, loaded)
    progress({ file, loaded: sum(arrived), total: Math.max(sum(expected), sum(arrived)) })
  }
  return {
    read: async (path, bytes = 0) => {
      const response = await request(new URL(path, folder).href, path)
      if (response === null) return null
      if (bytes === 0) return new Uint8Array(await response.arrayBuffer())
      expected.set(path, bytes)
      return readBody(response, bytes, (loaded) => tell(path, loaded))
    },
  }
}

/** A page in place of the file (a server that answers every address) is no file. */
async function request(url: string, file: string): Promise<Response | null> {
  let response: Response
  try {
    response = await fetch(url)
  } catch (reason) {
    throw new LoadError('network', file, String(reason))
  }
  if (response.status === 404 || response.status === 410) return null
  if (!response.ok) throw new LoadError('network', file, `HTTP ${response.status}`)
  return response.headers.get('content-type')?.startsWith('text/html') ? null : response
}

async function readBody(response: Response, size: number, tell: (loaded: number) => void): Promise<Uint8Array> {
  let bytes = new Uint8Array(size)
  let loaded = 0
  try {
    const reader = response.body!.getReader()
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      if (loaded + part.value.length > bytes.length) {
        const larger = new Uint8Array(Math.max(bytes.length * 2, loaded + part.value.length))
        larger.set(bytes.subarray(0, loaded))
        bytes = larger
      }
      bytes.set(part.value, loaded)
      loaded += part.value.length
      tell(loaded)
    }
  } catch {
    // The connection broke: what has come is read, and told as a cut file.
  }
  return bytes.subarray(0, loaded)
}
