import { beforeEach, describe, expect, it, vi } from 'vitest'
import { checkApart } from '@/data/check-apart'
import type { CheckAnswer, CheckOrder } from '@/data/check-messages'
import { TableGathering } from '@/data/gather-table'
import type { StartWorker } from '@/data/worker-call'
import { checkTable, type Findings, type FindingsData, type Pace } from '@/domain/checks'
import { withRepairs } from '@/domain/repair'
import { FAMILIES } from '../families'
import { tableOf } from '../fixture'
import { consistentReports } from '../domain/checks-reports'

const wrong = { 'review.upheld': 10, 'review.corrected': 1, 'review.other': 0, 'review.pending': 0, 'review.total': 0 }
const table = tableOf([...consistentReports(7, '甲市乙局', [2021, 2022]), { agency: '丙县丁局', year: 2023, cells: wrong }])
const expected = checkTable(table)

/** Everything found, with the counts of some reports. */
function found(from: number, to: number): FindingsData {
  const each = expected.data.counts.length / table.size
  return { ...expected.data, counts: expected.data.counts.slice(from * each, to * each) }
}

/** What a check tells while it goes on. */
function paced(more: Partial<Pace> = {}) {
  const told: number[] = []
  const shown: Findings[] = []
  const pause = vi.fn(() => Promise.resolve())
  return { told, shown, pause, pace: { pause, told: (done: number) => void told.push(done), shown: (partial: Findings) => void shown.push(partial), ...more } satisfies Pace }
}

/** A worker whose words the test puts into its mouth. */
class Puppet extends EventTarget {
  readonly orders: CheckOrder[] = []
  ended = false
  asked: () => void = () => undefined
  /** Done when the whole table is there. */
  readonly ready = new Promise<void>((resolve) => (this.asked = resolve))
  postMessage(order: CheckOrder): void {
    this.orders.push(order)
    if (order.kind === 'check') this.asked()
  }
  terminate(): void {
    this.ended = true
  }
  say(answer: CheckAnswer): void {
    this.dispatchEvent(new MessageEvent('message', { data: answer }))
  }
}

const started = (): { puppet: Puppet; start: StartWorker } => {
  const puppet = new Puppet()
  return { puppet, start: () => puppet as unknown as ReturnType<StartWorker> }
}

describe('a check beside the page', () => {
  it('hands the whole table over in parts, between pauses, and gives what the worker found', async () => {
    const { puppet, start } = started()
    const { told, shown, pause, pace } = paced()
    const done = checkApart(table, pace, start)
    await puppet.ready
    expect(pause).toHaveBeenCalled()
    const parts = new TableGathering()
    for (const order of puppet.orders) if (order.kind === 'part') parts.take(order.part)
    expect(parts.data).toEqual(table.data)
    puppet.say({ kind: 'progress', checked: 1 })
    puppet.say({ kind: 'partial', found: found(0, 2), checked: 2 })
    expect(puppet.ended).toBe(false)
    puppet.say({ kind: 'found', found: found(2, 3) })
    const all = await done
    expect(all!.table).toBe(table)
    expect(all!.data).toEqual(expected.data)
    expect([...all!]).toEqual([...expected])
    // What was reckoned of the part holds for the whole.
    expect(shown[0]!.data.counts).toBe(all!.data.counts)
    expect(told).toEqual([1])
    expect(shown.map(({ checked }) => checked)).toEqual([2])
    expect(puppet.ended).toBe(true)
  })

  it('ends the worker when nobody wants to know any more, and gives nothing', async () => {
    const { puppet, start } = started()
    const stop = new AbortController()
    const { shown, pace } = paced({ signal: stop.signal })
    const done = checkApart(table, pace, start)
    await puppet.ready
    stop.abort()
    expect(puppet.ended).toBe(true)
    puppet.say({ kind: 'partial', found: found(0, 2), checked: 2 })
    expect(await done).toBeNull()
    expect(shown).toEqual([])
  })

  it('hands nothing more over once it is left', async () => {
    const { puppet, start } = started()
    const stop = new AbortController()
    let go = (): void => undefined
    const { pace } = paced({ signal: stop.signal, pause: () => new Promise<void>((resolve) => (go = resolve)) })
    const done = checkApart(table, pace, start)
    stop.abort()
    go()
    expect(await done).toBeNull()
    expect(puppet.orders).toEqual([])
  })

  it.each<[string, (puppet: Puppet) => void]>([
    ['dies', (puppet) => puppet.dispatchEvent(new Event('error'))],
    ['cannot take a message', (puppet) => puppet.dispatchEvent(new Event('messageerror'))],
    ['gives up', (puppet) => puppet.say({ kind: 'failed', detail: 'out of memory' })],
  ])('finds the same in turns where the worker %s', async (_, fail) => {
    const { puppet, start } = started()
    const { told, pace } = paced()
    const done = checkApart(table, pace, start)
    await puppet.ready
    fail(puppet)
    expect([...(await done)!]).toEqual([...expected])
    expect(puppet.ended).toBe(true)
    expect(told.every((checked) => checked <= table.size)).toBe(true)
  })

  it('finds the same in turns where no worker can be started, until nobody wants to know', async () => {
    const refuse: StartWorker = () => {
      throw new Error('refused')
    }
    expect([...(await checkApart(table, paced().pace, refuse))!]).toEqual([...expected])
    const stop = new AbortController()
    const left = checkApart(table, paced({ signal: stop.signal }).pace, refuse)
    stop.abort()
    expect(await left).toBeNull()
  })

  it('does not wait for ever for a worker that says nothing', async () => {
    vi.useFakeTimers()
    const { puppet, start } = started()
    const done = checkApart(table, paced().pace, start)
    await puppet.ready
    await vi.advanceTimersByTimeAsync(60_000)
    vi.useRealTimers()
    expect([...(await done)!]).toEqual([...expected])
  })
})

describe('the worker', () => {
  /** The real worker in this thread: what goes to it and comes from it is copied as between threads. */
  class Here extends EventTarget {
    readonly said: CheckAnswer[] = []
    private readonly self = { onmessage: (order: { data: unknown }): unknown => order, postMessage: (answer: CheckAnswer, transfer: Transferable[]) => this.hear(structuredClone(answer, { transfer })) }
    private readonly begun: Promise<unknown>
    constructor() {
      super()
      vi.resetModules()
      vi.stubGlobal('self', this.self)
      this.begun = import('@/data/check.worker')
    }
    postMessage(order: CheckOrder): void {
      const data = structuredClone(order)
      void this.begun.then(() => this.self.onmessage({ data }))
    }
    terminate(): void {
      vi.unstubAllGlobals()
    }
    private hear(answer: CheckAnswer): void {
      this.said.push(answer)
      this.dispatchEvent(new MessageEvent('message', { data: answer }))
    }
  }

  let here: Here
  const start: StartWorker = () => here as unknown as ReturnType<StartWorker>
  beforeEach(() => void (here = new Here()))

  it.each(Object.entries(FAMILIES))('finds in reports of %s what is found here', async (_, other) => {
    const found = await checkApart(other, paced().pace, start)
    expect(here.said.at(-1)!.kind).toBe('found')
    expect(found!.data).toEqual(checkTable(other).data)
  })

  it('takes a table with repairs as it is looked at', async () => {
    const { table: repaired } = withRepairs(table, [{ check: 'H4', agency: '丙县丁局', year: 2023, cells: [{ figure: 'review.total', before: 0, after: 11 }] }])
    expect(expected.counts().get('H4')!.fail).toBe(1)
    const found = await checkApart(repaired, paced().pace, start)
    expect(here.said.at(-1)!.kind).toBe('found')
    expect(found!.counts().get('H4')!.fail).toBe(0)
  })

  it('tells how far it is, and now and then what it has found by then', async () => {
    const now = vi.spyOn(performance, 'now')
    // A slow thread: every look at the clock finds it a second later.
    now.mockImplementation(() => now.mock.calls.length * 1_000)
    const many = tableOf(Array.from({ length: 1_300 }, (_, at) => ({ agency: `甲市${at}局`, year: 2023, cells: wrong })))
    const { told, shown, pace } = paced()
    const found = await checkApart(many, pace, start)
    now.mockRestore()
    expect(told).toEqual([512, 1024, 1300])
    expect(shown.map(({ checked, size }) => [checked, size])).toEqual([512, 1024, 1300].map((checked) => [checked, checked]))
    expect(found!.size).toBe(1_300)
  })
})
