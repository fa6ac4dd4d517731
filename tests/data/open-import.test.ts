import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Account } from '@/data/import/account'
import type { ImportAnswer, ImportOrder, PickedFile, TableLook } from '@/data/import-messages'
import { openDesk } from '@/data/open-import'
import type { StartWorker } from '@/data/worker-call'

const ACCOUNT: Account = { files: [], agencies: 1, reports: 1, figures: 1, versions: 0, problems: [], problemsUntold: 0 }
const FILE: PickedFile = { key: '1', name: 'a.csv', file: new Blob(['x']) }
const TARGET = { title: '包', named: true, into: null }

class Puppet extends EventTarget {
  readonly orders: ImportOrder[] = []
  ended = false
  postMessage(order: ImportOrder): void {
    this.orders.push(order)
  }
  terminate(): void {
    this.ended = true
  }
  say(answer: ImportAnswer): void {
    this.dispatchEvent(new MessageEvent('message', { data: answer }))
  }
}

const desk = () => {
  const puppets: Puppet[] = []
  const start: StartWorker = () => {
    puppets.push(new Puppet())
    return puppets.at(-1) as unknown as ReturnType<StartWorker>
  }
  return { puppets, desk: openDesk(start) }
}
const turn = () => vi.advanceTimersByTimeAsync(0)

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('the import desk', () => {
  it('gives the tables a look finds, and keeps its worker', async () => {
    const { puppets, desk: it } = desk()
    const first = it.look([FILE], {})
    await turn()
    expect(puppets[0]!.orders).toEqual([{ kind: 'look', files: [FILE], choices: {} }])
    puppets[0]!.say({ kind: 'table', table: { name: 'a.csv' } as TableLook })
    puppets[0]!.say({ kind: 'looked', roles: { cn: [] } })
    expect(await first).toEqual({ tables: [{ name: 'a.csv' }], roles: { cn: [] } })
    void it.look([FILE], {})
    await turn()
    expect(puppets).toHaveLength(1)
    expect(puppets[0]!.orders).toHaveLength(2)
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
