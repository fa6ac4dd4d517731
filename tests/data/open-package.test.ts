import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Answer, Order } from '@/data/messages'
import { loadEvidence, openPackage } from '@/data/open-package'
import { listPackages } from '@/data/packages'
import type { StartWorker } from '@/data/worker-call'

const BASE = 'https://atlas.example/data/'

/** A worker whose words the test puts into its mouth. */
class Puppet extends EventTarget {
  readonly orders: Order[] = []
  ended = false
  postMessage(order: Order): void {
    this.orders.push(order)
  }
  terminate(): void {
    this.ended = true
  }
  say(answer: Answer): void {
    this.dispatchEvent(new MessageEvent('message', { data: answer }))
  }
}

const started = (): { puppet: Puppet; start: StartWorker } => {
  const puppet = new Puppet()
  return { puppet, start: () => puppet as unknown as ReturnType<StartWorker> }
}

describe('opening a package', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('asks the worker for the folder, tells progress, and gives what it found', async () => {
    const { puppet, start } = started()
    const progress = vi.fn()
    const { done } = openPackage(BASE, '中国', { progress }, start)
    expect(puppet.orders).toEqual([{ kind: 'load', folder: 'https://atlas.example/data/%E4%B8%AD%E5%9B%BD/' }])
    puppet.say({ kind: 'progress', progress: { file: 'a.csv', loaded: 1, total: 2 } })
    for (const agency of ['甲', '乙']) puppet.say({ kind: 'part', part: { list: 'agencies', items: [agency] } })
    puppet.say({ kind: 'loaded', files: [], descriptor: null })
    expect(await done).toMatchObject({ files: [], descriptor: null, agencies: ['甲', '乙'], columns: new Map(), problems: [] })
    expect(progress).toHaveBeenCalledWith({ file: 'a.csv', loaded: 1, total: 2 })
    expect(puppet.ended).toBe(true)
  })

  it('passes on why nothing can be shown', async () => {
    const { puppet, start } = started()
    const { done } = openPackage(BASE, 'x', {}, start)
    puppet.say({ kind: 'failed', error: 'package-missing', file: 'datapackage.json', detail: '' })
    await expect(done).rejects.toMatchObject({ kind: 'package-missing', file: 'datapackage.json' })
  })

  it.each(['error', 'messageerror'])('a worker with an %s is dead', async (type) => {
    const { puppet, start } = started()
    const { done } = openPackage(BASE, 'x', {}, start)
    puppet.dispatchEvent(new Event(type))
    await expect(done).rejects.toMatchObject({ kind: 'worker' })
    expect(puppet.ended).toBe(true)
  })

  it('a worker that says nothing for a minute is dead, one that ticks is not', async () => {
    const { puppet, start } = started()
    const { done } = openPackage(BASE, 'x', {}, start)
    const settled = vi.fn()
    done.catch(settled)
    for (let minute = 0; minute < 3; minute += 1) {
      await vi.advanceTimersByTimeAsync(50_000)
      puppet.say({ kind: 'alive' })
    }
    expect(settled).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(settled).toHaveBeenCalledWith(expect.objectContaining({ kind: 'worker' }))
  })

  it('can be cancelled', async () => {
    const { puppet, start } = started()
    const { done, cancel } = openPackage(BASE, 'x', {}, start)
    cancel()
    await expect(done).rejects.toMatchObject({ kind: 'cancelled' })
    expect(puppet.ended).toBe(true)
  })

  it('reads evidence the same way', async () => {
    const { puppet, start } = started()
    const found = loadEvidence(BASE, 'cn', start)
    const line = { figure: 'documents.issued', asNamed: '', value: '1', unit: '件', note: '', source: 's', quote: 'q', line: 2 }
    puppet.say({ kind: 'evidence', found: new Map([['甲~2021', [line]]]) })
    expect((await found).of('甲', 2021)).toEqual([line])
  })
})

describe('the list of packages', () => {
  afterEach(() => void vi.unstubAllGlobals())
  const answer = (body: string, init: ResponseInit = {}): void => {
    vi.stubGlobal('fetch', async () => new Response(body, init))
  }

  it('gives ids and titles', async () => {
    answer('[{"id":"cn","title":{"zh-CN":"中国","en":"China"}},{"title":{}},{"id":"bare"}]')
    expect(await listPackages(BASE)).toEqual([
      { id: 'cn', title: { zh: '中国', en: 'China' } },
      { id: 'bare', title: { zh: 'bare', en: 'bare' } },
    ])
  })

  it.each([
    ['not there', '', { status: 404 }, 'package-missing'],
    ['a page instead', '<!doctype html>', { headers: { 'content-type': 'text/html' } }, 'package-missing'],
    ['not readable', '{', {}, 'package-missing'],
    ['refused by the server', '', { status: 500 }, 'network'],
  ])('%s', async (_, body, init, kind) => {
    answer(body, init)
    await expect(listPackages(BASE)).rejects.toMatchObject({ kind })
  })
})
