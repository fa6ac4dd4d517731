import { Evidence } from './evidence'
import type { LoadProgress, LoadResult } from './load'
import { LoadError, type LoadErrorKind } from './load-error'
import { LISTS, type Answer, type ListName, type Order, type Place } from './messages'
import { isOwn } from './own'

/** A worker that has not said a word for so long is dead. */
const SILENCE = 60_000

export interface Opening {
  readonly done: Promise<LoadResult>
  readonly cancel: () => void
}

/** The worker as this side sees it; tests put another one in its place. */
export type StartWorker = () => Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>

const startWorker: StartWorker = () => new Worker(new URL('./load.worker.ts', import.meta.url), { type: 'module' })

export const folderOf = (base: string, id: string): string => new URL(`${encodeURIComponent(id)}/`, new URL(base, globalThis.document?.baseURI)).href

const placeOf = (base: string, id: string): Place => (isOwn(id) ? { folder: folderOf(base, id), own: id } : { folder: folderOf(base, id) })

/**
 * Fetches and reads a package in a worker; one of the reader's own from the browser's store. `done` rejects with a LoadError only when nothing can be shown: no descriptor and no agencies,
 * a dead worker, or `cancel()`. What is wrong with the files is in the result's `problems`.
 */
export function openPackage(base: string, id: string, on: { readonly progress?: (now: LoadProgress) => void } = {}, start: StartWorker = startWorker): Opening {
  const place = placeOf(base, id)
  const lists = Object.fromEntries(LISTS.map((list) => [list, [] as unknown[]])) as Record<ListName, unknown[]>
  const hear = (answer: Answer): void => {
    if (answer.kind === 'progress') on.progress?.(answer.progress)
    if (answer.kind === 'part') for (const item of answer.items) lists[answer.list].push(item)
  }
  const { done, cancel } = ask({ kind: 'load', ...place }, start, hear)
  return { done: done.then((answer) => (answer.kind === 'loaded' ? ({ ...answer.result, ...lists } as LoadResult) : unexpected(place.folder))), cancel }
}

/** Reads where the figures of a package come from. A package without evidence.csv has none; rejects with a LoadError when it cannot be had. */
export async function loadEvidence(base: string, id: string, start: StartWorker = startWorker): Promise<Evidence> {
  const place = placeOf(base, id)
  const answer = await ask({ kind: 'evidence', ...place, file: 'evidence.csv' }, start).done
  return answer.kind === 'evidence' ? new Evidence(answer.found) : unexpected(place.folder)
}

function unexpected(folder: string): never {
  throw new LoadError('worker', folder)
}

function ask(order: Order, start: StartWorker, hear: (answer: Answer) => void = () => undefined): { done: Promise<Answer>; cancel: () => void } {
  let cancel = (): void => undefined
  const done = new Promise<Answer>((resolve, reject) => {
    const worker = start()
    let silence: ReturnType<typeof setTimeout>
    const end = (settle: () => void): void => {
      clearTimeout(silence)
      worker.terminate()
      settle()
    }
    const fail = (kind: LoadErrorKind, detail = ''): void => end(() => reject(new LoadError(kind, order.folder, detail)))
    const listen = (): void => {
      clearTimeout(silence)
      silence = setTimeout(() => fail('worker', 'no answer'), SILENCE)
    }
    cancel = () => fail('cancelled')
    worker.addEventListener('error', (event) => fail('worker', (event as ErrorEvent).message))
    worker.addEventListener('messageerror', () => fail('worker', 'message'))
    worker.addEventListener('message', (event) => {
      const answer = (event as MessageEvent<Answer>).data
      listen()
      if (answer.kind === 'failed') end(() => reject(new LoadError(answer.error, answer.file, answer.detail)))
      else if (answer.kind === 'loaded' || answer.kind === 'evidence') end(() => resolve(answer))
      else hear(answer)
    })
    listen()
    worker.postMessage(order)
  })
  return { done, cancel: () => cancel() }
}
