import { checkInTurns, emptyCounts, Findings, suiteOf, type FindingsData, type Pace } from '@/domain/checks'
import type { Table } from '@/domain/table'
import { TURN } from '@/domain/turns'
import type { CheckAnswer, CheckOrder } from './check-messages'
import { partsOf } from './table-parts'
import { callWorker, type Call, type StartWorker } from './worker-call'

/** A worker that has not said a word for so long is dead. */
const SILENCE = 60_000
/** Reports checked at a time where the page itself has to. */
const REPORTS = 4

const startWorker: StartWorker = () => new Worker(new URL('./check.worker.ts', import.meta.url), { type: 'module' })

/**
 * Checks a table in a worker of its own, which gets a copy of it in parts, a few between two pauses; where no worker can be had, here, in turns between the pauses.
 * Null once the signal is aborted; the worker ends then.
 */
export async function checkApart(table: Table, pace: Pace, start: StartWorker = startWorker): Promise<Findings | null> {
  try {
    return await inWorker(table, pace, start)
  } catch {
    return pace.signal?.aborted ? null : checkInTurns(table, pace, REPORTS)
  }
}

async function inWorker(table: Table, { pause, signal, told, shown }: Pace, start: StartWorker): Promise<Findings> {
  const counts = emptyCounts(table)
  let counted = 0
  const findings = (found: FindingsData, checked?: number): Findings => {
    counts.set(found.counts, counted)
    counted += found.counts.length
    return new Findings(table, { ...found, counts }, checked)
  }
  const call = callWorker<CheckOrder, CheckAnswer, Findings>({
    start,
    silence: SILENCE,
    failure: (_, detail) => new Error(detail),
    hear: (answer) => {
      if (answer.kind === 'failed') throw new Error(answer.detail)
      if (answer.kind === 'progress') told(answer.checked)
      if (answer.kind === 'partial') shown(findings(answer.found, answer.checked))
      return answer.kind === 'found' ? findings(answer.found) : undefined
    },
  })
  signal?.addEventListener('abort', call.cancel)
  try {
    await Promise.race([call.done, handOver(table, call, pause)])
    return await call.done
  } finally {
    signal?.removeEventListener('abort', call.cancel)
    call.cancel()
  }
}

async function handOver(table: Table, { post }: Call<CheckOrder, Findings>, pause: Pace['pause']): Promise<void> {
  let until = 0
  for (const part of partsOf(table.data)) {
    if (performance.now() > until) {
      await pause()
      until = performance.now() + TURN
    }
    if (!post({ kind: 'part', part })) return
  }
  if (!post({ kind: 'check' })) return
  await pause()
  // What findings are written out with: made while nobody waits for it.
  suiteOf(table)
}
