import '@/domain/all-forms'
import { checkInTurns, type Findings, type FindingsData } from '@/domain/checks'
import { Table } from '@/domain/table'
import type { CheckAnswer, CheckOrder } from './check-messages'
import { TableGathering } from './gather-table'

declare const self: DedicatedWorkerGlobalScope

const TOLD_EVERY = 50

const parts = new TableGathering()
const answer = (message: CheckAnswer, transfer: Transferable[] = []): void => self.postMessage(message, transfer)

const buffersOf = ({ rows, tests, codes, counts }: FindingsData): ArrayBuffer[] => [rows, tests, codes, counts].map(({ buffer }) => buffer as ArrayBuffer)

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
  const table = new Table(parts.data)
  let last = 0
  let counted = 0
  const told = (checked: number): void => {
    const now = performance.now()
    if (now - last < TOLD_EVERY) return
    last = now
    answer({ kind: 'progress', checked })
  }
  /** What can be handed over while the check goes on. */
  const sofar = ({ data: { rows, tests, codes, counts }, checked }: Findings): FindingsData => {
    const [from, to] = [counted, (counts.length / Math.max(1, table.size)) * checked]
    counted = to
    return { rows: rows.slice(), tests: tests.slice(), codes: codes.slice(), counts: counts.slice(from, to) }
  }
  const shown = (findings: Findings): void => {
    const found = sofar(findings)
    answer({ kind: 'partial', found, checked: findings.checked }, buffersOf(found))
  }
  const found = sofar((await checkInTurns(table, { pause: () => Promise.resolve(), told, shown }))!)
  answer({ kind: 'found', found }, buffersOf(found))
}
