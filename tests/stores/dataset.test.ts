import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import * as data from '@/data'
import type { LoadProgress, LoadResult } from '@/data'
import { useDataset } from '@/stores/dataset'
import { tableOf } from '../fixture'

vi.mock('@/data', async (original) => ({ ...(await original<typeof data>()), listPackages: vi.fn(), listOwnPackages: vi.fn(), openPackage: vi.fn(), loadEvidence: vi.fn() }))

const result: LoadResult = { ...tableOf([{ agency: '甲市', year: 2024, cells: { 'requests.received.total': 3 } }]).data, files: [], descriptor: null }

const OWN = { id: 'own-1', title: '我的', created: '2026-01-01T00:00:00.000Z', agencies: 1, reports: 1, figures: 1, versions: 0, problems: 0, bytes: 9 }

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
  vi.mocked(data.listOwnPackages).mockReset().mockResolvedValue([OWN])
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

  it('reads again what another window changed of an own package, and nothing else', async () => {
    const { dataset, done, load } = await opening('own-1')
    load.resolve(result)
    await done
    expect([await dataset.catchUp(), opened.length]).toEqual([false, 1])
    vi.mocked(data.listOwnPackages).mockResolvedValue([{ ...OWN, changed: '2026-02-01T00:00:00.000Z' }, { ...OWN, id: 'own-2', changed: '2026-03-01T00:00:00.000Z' }])
    const caught = dataset.catchUp()
    await vi.waitFor(() => expect(opened).toHaveLength(2))
    opened[1]!.resolve({ ...tableOf([{ agency: '甲市', year: 2024, cells: { 'requests.received.total': 4 } }]).data, files: [], descriptor: null })
    expect([await caught, dataset.stated!.cell('requests.received.total', 0), await dataset.catchUp()]).toEqual([true, expect.objectContaining({ value: 4 }), false])
  })

  it('stands while it is read again; what is still being read is begun anew, for it may have changed under way', async () => {
    const { dataset, load } = await opening('own-1')
    void dataset.reopen()
    await vi.waitFor(() => expect(opened).toHaveLength(2))
    expect(load.cancel).toHaveBeenCalledOnce()
    opened[1]!.resolve(result)
    await vi.waitFor(() => expect(dataset.state).toBe('ready'))
    void dataset.reopen()
    await vi.waitFor(() => expect(opened).toHaveLength(3))
    expect([dataset.state, dataset.table?.size]).toEqual(['ready', 1])
  })

  it('asks nothing of bundled packages', async () => {
    const { dataset, done, load } = await opening('cn')
    load.resolve(result)
    await done
    vi.mocked(data.listOwnPackages).mockClear()
    expect([await dataset.catchUp(), vi.mocked(data.listOwnPackages).mock.calls.length]).toEqual([false, 0])
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

  it('opens several together: both read, added up, the first one first', async () => {
    const other: LoadResult = { ...tableOf([{ agency: '乙市', year: 2023, cells: { 'requests.received.total': 5 } }]).data, files: [], descriptor: { id: '', title: 'US', version: '1', created: '2026-02-03', resources: [], sources: [{ title: 's', path: '' }], licences: [] } }
    const { dataset, done } = await opening('cn~us~nowhere', 2)
    expect(opened.map(({ id }) => id)).toEqual(['cn', 'us'])
    opened[0]!.progress({ file: 'a.csv', loaded: 5, total: 10 })
    opened[1]!.progress({ file: 'b.csv', loaded: 1, total: 2 })
    expect(dataset.progress).toEqual({ file: 'b.csv', loaded: 6, total: 12 })
    opened[1]!.resolve(other)
    opened[0]!.resolve(result)
    await done
    expect([dataset.state, dataset.packageId, dataset.opened.map(({ id }) => id), dataset.table?.size]).toEqual(['ready', 'cn', ['cn', 'us'], 2])
    expect(dataset.descriptor?.created).toBe('2026-02-03')
    expect(['cn', 'us'].map((id) => dataset.holds(id, '乙市', 2023))).toEqual([false, true])
    expect(['cn', 'us'].map((id) => dataset.holds(id, '丙市', 2023))).toEqual([false, false])
  })

  it('shows nothing when one of several fails, and stops the others', async () => {
    const { dataset, done } = await opening('cn~us', 2)
    opened[1]!.reject(new data.LoadError('network', 'agencies.csv'))
    await done
    expect(dataset.state).toBe('failed')
    expect(opened[0]!.cancel).toHaveBeenCalled()
  })

  it("opens the reader's own package, and another in place of one that is not here", async () => {
    expect((await opening('own-1')).load.id).toBe('own-1')
    expect((await opening('own-9', 2)).load.id).toBe('cn')
    expect(useDataset().own).toEqual([OWN])
  })

  it('asks every open package where a figure comes from', async () => {
    const { dataset, done } = await opening('cn~us', 2)
    opened.forEach(({ resolve }) => resolve(result))
    await done
    const line = { figure: 'requests.received.total', asNamed: '', value: '1', unit: '', note: '', source: '', quote: '', line: 2 }
    vi.mocked(data.loadEvidence).mockImplementation(async (_base, id) => new data.Evidence(new Map(id === 'us' ? [['乙市~2023', [line]], ['甲市~2024', [{ ...line, value: '9' }]]] : [['甲市~2024', [line]]])))
    const evidence = await dataset.evidence()
    expect([evidence.of('乙市', 2023), evidence.of('甲市', 2024).map(({ value }) => value)]).toEqual([[line], ['1']])
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
