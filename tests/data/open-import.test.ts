import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Account } from '@/data/import/account'
import type { ImportAnswer, ImportOrder, PickedFile, TableLook } from '@/data/import-messages'
import { openDesk } from '@/data/open-import'
import type { StartWorker } from '@/data/worker-call'
import { nextTurn } from '@/domain/turns'

const ACCOUNT: Account = { files: [], agencies: 1, reports: 1, figures: 1, versions: 0, problems: [], problemsUntold: 0 }
const FILE: PickedFile = { key: '1', name: 'a.csv', file: new Blob(['x']) }
const TARGET = { title: '包', named: true, into: null }

class Puppet extends EventTarget {
  readonly orders: ImportOrder[] = []
  ended = false
  /** `costs`: milliseconds that handing something to it takes. */
  constructor(private readonly costs: number) {
    super()
  }
  postMessage(order: ImportOrder): void {
    this.orders.push(order)
    vi.advanceTimersByTime(this.costs)
  }
  terminate(): void {
    this.ended = true
  }
  say(answer: ImportAnswer): void {
    this.dispatchEvent(new MessageEvent('message', { data: answer }))
  }
}

const desk = (costs = 0) => {
  const puppets: Puppet[] = []
  const start: StartWorker = () => {
    puppets.push(new Puppet(costs))
    return puppets.at(-1) as unknown as ReturnType<StartWorker>
  }
  return { puppets, desk: openDesk(start) }
}
/** Until everything that waits for its turn has had it. */
const turn = async () => {
  for (let n = 0; n < 4; n += 1) {
    await nextTurn()
    await vi.advanceTimersByTimeAsync(0)
  }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('the import desk', () => {
  it('gives the tables a look finds, and keeps its worker', async () => {
    const { puppets, desk: it } = desk()
    const first = it.look([FILE], {})
    await turn()
    expect(puppets[0]!.orders).toEqual([{ kind: 'file', key: '1', file: FILE.file }, { kind: 'look', files: [{ key: '1', name: 'a.csv' }], choices: {} }])
    puppets[0]!.say({ kind: 'table', table: { name: 'a.csv' } as TableLook })
    puppets[0]!.say({ kind: 'looked', roles: { cn: [] } })
    expect(await first).toEqual({ tables: [{ name: 'a.csv' }], roles: { cn: [] } })
    void it.look([FILE], {})
    await turn()
    expect(puppets).toHaveLength(1)
    expect(puppets[0]!.orders.map(({ kind }) => kind)).toEqual(['file', 'look', 'look'])
  })

  it('hands many files over in turns, and none after it was cancelled', async () => {
    const { puppets, desk: it } = desk(3)
    const many = Array.from({ length: 40 }, (_, n): PickedFile => ({ key: `k${n}`, name: `${n}.csv`, file: FILE.file }))
    const done = it.look(many, {})
    await nextTurn()
    await nextTurn()
    const first = puppets[0]!.orders.length
    expect(first).toBeGreaterThan(0)
    expect(first).toBeLessThan(10)
    it.cancel()
    await expect(done).rejects.toMatchObject({ kind: 'cancelled' })
    await turn()
    expect(puppets[0]!.orders.length).toBe(first)
    void it.look(many.slice(0, 2), {})
    await turn()
    expect(puppets[1]!.orders.map(({ kind }) => kind)).toEqual(['file', 'file', 'look'])
  })

  it('imports, tells progress, and puts the problems together again', async () => {
    const { puppets, desk: it } = desk()
    const progress = vi.fn()
    const done = it.import([FILE], {}, TARGET, progress)
    await turn()
    puppets[0]!.say({ kind: 'progress', progress: { file: 'a.csv', loaded: 1, total: 2 } })
    for (const line of [2, 3]) puppets[0]!.say({ kind: 'problems', problems: [{ kind: 'ragged', file: 'a.csv', line }] })
    puppets[0]!.say({ kind: 'imported', outcome: { entry: null, account: ACCOUNT, refused: 'storage-refused', zip: null } })
    expect((await done).account.problems.map(({ line }) => line)).toEqual([2, 3])
    expect(progress).toHaveBeenCalledWith({ file: 'a.csv', loaded: 1, total: 2 })
  })

  it('ends its worker when cancelled, and starts another for what is asked next', async () => {
    const { puppets, desk: it } = desk()
    const done = it.import([FILE], {}, TARGET)
    await turn()
    it.cancel()
    await expect(done).rejects.toMatchObject({ kind: 'cancelled' })
    expect(puppets[0]!.ended).toBe(true)
    const zip = it.zip('own-1')
    await turn()
    puppets[0]!.say({ kind: 'zip', bytes: new Uint8Array([9]) })
    puppets[1]!.say({ kind: 'zip', bytes: new Uint8Array([1]) })
    expect(await zip).toEqual(new Uint8Array([1]))
  })

  it('does one thing at a time', async () => {
    const { puppets, desk: it } = desk()
    const zip = it.zip('own-1')
    const chosen = it.choose('own-1', '甲', 2024, 'b.csv')
    await turn()
    expect(puppets[0]!.orders.map(({ kind }) => kind)).toEqual(['zip'])
    puppets[0]!.say({ kind: 'failed', error: 'gone', file: 'own-1', detail: '' })
    await expect(zip).rejects.toMatchObject({ kind: 'gone', file: 'own-1' })
    await turn()
    expect(puppets[0]!.orders.map(({ kind }) => kind)).toEqual(['zip', 'version'])
    puppets[0]!.say({ kind: 'done' })
    await chosen
  })

  it.each(['error', 'messageerror'])('says so when the worker has an %s', async (type) => {
    const { puppets, desk: it } = desk()
    const done = it.account('own-1')
    await turn()
    puppets[0]!.dispatchEvent(new Event(type))
    await expect(done).rejects.toMatchObject({ kind: 'worker' })
  })

  it('takes a worker that says nothing for dead, but not one that ticks', async () => {
    const { puppets, desk: it } = desk()
    const settled = vi.fn()
    it.import([FILE], {}, TARGET).catch(settled)
    await turn()
    for (let minute = 0; minute < 5; minute += 1) {
      await vi.advanceTimersByTimeAsync(150_000)
      puppets[0]!.say({ kind: 'alive' })
    }
    expect(settled).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(180_000)
    expect(settled).toHaveBeenCalledWith(expect.objectContaining({ kind: 'worker' }))
  })
})
