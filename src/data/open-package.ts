import { Evidence } from './evidence'
import type { LoadProgress, LoadResult } from './load'
import { LoadError } from './load-error'
import { TableGathering } from './gather-table'
import type { Answer, Order, Place } from './messages'
import { isOwn } from './own'
import { callWorker, type Call, type StartWorker } from './worker-call'

/** A worker that has not said a word for so long is dead. */
const SILENCE = 60_000

export interface Opening {
  readonly done: Promise<LoadResult>
  readonly cancel: () => void
}

const startWorker: StartWorker = () => new Worker(new URL('./load.worker.ts', import.meta.url), { type: 'module' })

export const folderOf = (base: string, id: string): string => new URL(`${encodeURIComponent(id)}/`, new URL(base, globalThis.document?.baseURI)).href

const placeOf = (base: string, id: string): Place => (isOwn(id) ? { folder: folderOf(base, id), own: id } : { folder: folderOf(base, id) })

/**
 * Fetches and reads a package in a worker; one of the reader's own from the browser's store. `done` rejects with a LoadError only when nothing can be shown: no descriptor and no agencies,
 * a dead worker, or `cancel()`. What is wrong with the files is in the result's `problems`.
 */
export function openPackage(base: string, id: string, on: { readonly progress?: (now: LoadProgress) => void } = {}, start: StartWorker = startWorker): Opening {
  const table = new TableGathering()
  return ask({ kind: 'load', ...placeOf(base, id) }, start, (answer): LoadResult | undefined => {
    if (answer.kind === 'progress') on.progress?.(answer.progress)
    if (answer.kind === 'part') table.take(answer.part)
    return answer.kind === 'loaded' ? { ...table.data, files: answer.files, descriptor: answer.descriptor } : undefined
  })
}

/** Reads where the figures of a package come from. A package without evidence.csv has none; rejects with a LoadError when it cannot be had. */
export async function loadEvidence(base: string, id: string, start: StartWorker = startWorker): Promise<Evidence> {
  return ask({ kind: 'evidence', ...placeOf(base, id), file: 'evidence.csv' }, start, (answer) => (answer.kind === 'evidence' ? new Evidence(answer.found) : undefined)).done
}

function ask<T>(order: Order, start: StartWorker, take: (answer: Answer) => T | undefined): Call<Order, T> {
  const call = callWorker<Order, Answer, T>({
    start,
    silence: SILENCE,
    failure: (kind, detail) => new LoadError(kind, order.folder, detail),
    hear: (answer) => {
      if (answer.kind === 'failed') throw new LoadError(answer.error, answer.file, answer.detail)
      return take(answer)
    },
  })
  call.post(order)
  return call
}
