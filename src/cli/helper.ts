import { readReports, type ReadResult } from '@/reading'
import { C_MAPS, type FoundFile } from './files'

/** What an end of the line between two threads does: a worker, or the port of the thread it came from. */
export interface Line {
  readonly on: (event: string, hear: (said: unknown) => void) => unknown
  readonly postMessage: (message: unknown) => void
}

interface Order {
  readonly id: number
  readonly file: FoundFile
}

interface Answer {
  readonly id: number
  readonly result: ReadResult
}

/** Reads a document; one that could not be opened says so. Never throws. */
export const readFound = async ({ name, bytes }: FoundFile): Promise<ReadResult> => (bytes === null ? { file: name, reports: [], refused: { kind: 'unopened' } } : readReports({ name, bytes }, { cMapUrl: C_MAPS }))

/** Reads what the other end sends, until this thread is ended. */
export function serve(line: Line): void {
  line.on('message', (order) => {
    const { id, file } = order as Order
    void readFound(file).then((result) => line.postMessage({ id, result } satisfies Answer))
  })
}

/** Has the other end read documents. Each rejects when that thread has ended. */
export function askOf(line: Line): (file: FoundFile) => Promise<ReadResult> {
  const waiting = new Map<number, { resolve: (result: ReadResult) => void; reject: (why: unknown) => void }>()
  let ended: unknown = null
  let last = 0
  const end = (why: unknown): void => {
    ended ??= why
    for (const { reject } of waiting.values()) reject(ended)
    waiting.clear()
  }
  line.on('message', (answer) => {
    const { id, result } = answer as Answer
    waiting.get(id)?.resolve(result)
    waiting.delete(id)
  })
  line.on('error', end)
  line.on('messageerror', end)
  line.on('exit', () => end(new Error('thread ended')))
  return (file) =>
    new Promise((resolve, reject) => {
      if (ended !== null) return reject(ended)
      const id = (last += 1)
      waiting.set(id, { resolve, reject })
      line.postMessage({ id, file } satisfies Order)
    })
}
