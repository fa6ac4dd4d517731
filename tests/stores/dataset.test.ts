import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import * as data from '@/data'
import type { LoadProgress, LoadResult } from '@/data'
import { useDataset } from '@/stores/dataset'
import { tableOf } from '../fixture'

vi.mock('@/data', async (original) => ({ ...(await original<typeof data>()), listPackages: vi.fn(), openPackage: vi.fn(), loadEvidence: vi.fn() }))

const result: LoadResult = { ...tableOf([{ agency: '甲市', year: 2024, cells: { 'requests.received.total': 3 } }]).data, files: [], descriptor: null }

interface Pending {
  readonly id: string
  readonly resolve: (value: LoadResult) => void
  readonly reject: (reason: unknown) => void
  readonly progress: (now: LoadProgress) => void
  readonly cancel: () => void
}

let opened: Pending[]

beforeEach(() => {
  setActivePinia(createPinia())
  opened = []
  vi.mocked(data.listPackages).mockReset().mockResolvedValue([
    { id: 'cn', title: { zh: '中国', en: 'China' } },
    { id: 'us', title: { zh: '美国', en: 'United States' } },
  ])
  vi.mocked(data.loadEvidence).mockReset()
  vi.mocked(data.openPackage).mockReset().mockImplementation((_base, id, on = {}) => {
    const cancel = vi.fn()
    const done = new Promise<LoadResult>((resolve, reject) => opened.push({ id, resolve, reject, progress: (now) => on.progress?.(now), cancel }))
    return { done, cancel }
  })
})

const opening = async (id: string, count = 1) => {
  const dataset = useDataset()
  const done = dataset.open(id)
  await vi.waitFor(() => expect(opened).toHaveLength(count))
  return { dataset, done, load: opened.at(-1)! }
}

describe('dataset', () => {
  it('opens the package asked for and is ready with its table', async () => {
    const { dataset, done, load } = await opening('us')
    expect(dataset.state).toBe('loading')
    load.progress({ file: 'reports.csv', loaded: 5, total: 10 })
    expect(dataset.progress).toEqual({ file: 'reports.csv', loaded: 5, total: 10 })
    load.resolve(result)
    await done
    expect([dataset.state, dataset.packageId, dataset.table?.size]).toEqual(['ready', 'us', 1])
  })

  it('opens the first package where the link names none, or one that is not there', async () => {
    expect((await opening('')).load.id).toBe('cn')
    expect((await opening('nowhere', 2)).load.id).toBe('cn')
  })

  it('says what failed and can try again', async () => {
    const { dataset, done, load } = await opening('cn')
    load.reject(new data.LoadError('network', 'agencies.csv'))
    await done
    expect([dataset.state, dataset.error?.kind, dataset.error?.file]).toEqual(['failed', 'network', 'agencies.csv'])
    const again = await opening('cn', 2)
    expect(again.dataset.error).toBeNull()
    again.load.resolve(result)
    await again.done
    expect(dataset.state).toBe('ready')
  })

  it('fails when there is no list of packages', async () => {
    vi.mocked(data.listPackages).mockRejectedValue(new data.LoadError('package-missing', 'packages.json'))
    const dataset = useDataset()
    await dataset.open('')
    expect([dataset.state, dataset.error?.file]).toEqual(['failed', 'packages.json'])
  })

  it('stops when asked, and what still comes in is not shown', async () => {
    const { dataset, load } = await opening('cn')
    dataset.cancel()
    expect(load.cancel).toHaveBeenCalled()
    load.resolve(result)
    await Promise.resolve()
    expect([dataset.state, dataset.table]).toEqual(['idle', null])
  })

  it('shows the package asked for last, whichever comes first', async () => {
    const first = await opening('cn')
    const second = await opening('us', 2)
    second.load.resolve(result)
    await second.done
    first.load.resolve(result)
    await first.done
    expect([second.dataset.state, second.dataset.packageId]).toEqual(['ready', 'us'])
  })

  it('reads the evidence once, and again after a failure', async () => {
    const { dataset, done, load } = await opening('cn')
    load.resolve(result)
    await done
    vi.mocked(data.loadEvidence).mockRejectedValueOnce(new data.LoadError('network', 'evidence.csv'))
    await expect(dataset.evidence()).rejects.toThrow('network')
    const evidence = new Proxy({}, {}) as data.Evidence
    vi.mocked(data.loadEvidence).mockResolvedValue(evidence)
    await dataset.evidence()
    await dataset.evidence()
    expect(data.loadEvidence).toHaveBeenCalledTimes(2)
  })
})
