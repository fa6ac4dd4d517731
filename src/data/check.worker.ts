import '@/domain/all-forms'
import { checkInTurns, type FindingsData } from '@/domain/checks'
import { Table } from '@/domain/table'
import type { CheckAnswer, CheckOrder } from './check-messages'
import { TableGathering } from './gather-table'

declare const self: DedicatedWorkerGlobalScope

const TOLD_EVERY = 50

const parts = new TableGathering()
const answer = (message: CheckAnswer, transfer: Transferable[] = []): void => self.postMessage(message, transfer)

const buffersOf = ({ rows, tests, codes, counts }: FindingsData): ArrayBuffer[] => [rows, tests, codes, counts].map(({ buffer }) => buffer as ArrayBuffer)
const copied = ({ rows, tests, codes, counts }: FindingsData): FindingsData => ({ rows: rows.slice(), tests: tests.slice(), codes: codes.slice(), counts: counts.slice() })

self.onmessage = async ({ data: order }: MessageEvent<CheckOrder>) => {
  try {
    if (order.kind === 'part') parts.take(order.part)
    else await check()
  } catch (reason) {
    answer({ kind: 'failed', detail: String(reason) })
  }
}

/** Nobody else waits for a turn here. */
async function check(): Promise<void> {
  let last = 0
  const told = (checked: number): void => {
    const now = performance.now()
    if (now - last < TOLD_EVERY) return
    last = now
    answer({ kind: 'progress', checked })
  }
  const { data } = (await checkInTurns(new Table(parts.data), {
    pause: () => Promise.resolve(),
    told,
    shown: ({ data: sofar, checked }) => {
      const found = copied(sofar)
      answer({ kind: 'partial', found, checked }, buffersOf(found))
    },
  }))!
  answer({ kind: 'found', found: data }, buffersOf(data))
}
