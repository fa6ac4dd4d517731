import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { decisionsKey, keptDecisions } from '@/data/decisions'
import type { FindingKey } from '@/domain/checks/decision'
import { useDataset } from '@/stores/dataset'
import { useDecisions } from '@/stores/decisions'

const KEY: FindingKey = { agency: '甲市教育局', year: 2023, check: 'H4', test: 'review' }
const CHANGE = { figure: 'review.total', year: 2023, before: 0, after: 11 } as const

function opened(...ids: string[]) {
  setActivePinia(createPinia())
  const store = useDecisions()
  store.open(ids)
  return store
}

beforeEach(() => localStorage.clear())

describe('decisions', () => {
  it('are kept by package and are there after a reload', () => {
    const store = opened('cn')
    store.decide(KEY, { verdict: 'confirmed', remark: '已电话核实' })
    expect(store.failure).toBeNull()
    expect(opened('cn').of(KEY)).toMatchObject({ ...KEY, verdict: 'confirmed', remark: '已电话核实', changes: [] })
    expect(opened('us-foia').of(KEY)).toBeUndefined()
    expect(opened('cn', 'us-foia').of(KEY)?.verdict).toBe('confirmed')
  })

  it('keep what is not mentioned, and are forgotten when nothing is left of them', () => {
    const store = opened('cn')
    store.decide(KEY, { verdict: 'dismissed', remark: '口径不同' })
    store.accept(KEY, [CHANGE])
    expect(store.of(KEY)).toMatchObject({ verdict: 'dismissed', remark: '口径不同', changes: [CHANGE] })
    store.takeBack(KEY)
    store.decide(KEY, { verdict: null, remark: '' })
    expect(store.of(KEY)).toBeUndefined()
    expect(localStorage.getItem(decisionsKey('cn'))).toBeNull()
  })

  it('list the cells of accepted repairs, the later one where two change one cell', async () => {
    const store = opened('cn')
    store.accept(KEY, [CHANGE])
    expect(store.accepted).toEqual([{ agency: '甲市教育局', check: 'H4', test: 'review', reported: 2023, ...CHANGE }])
    await new Promise((resolve) => setTimeout(resolve, 2))
    store.accept({ ...KEY, test: 'suit-direct' }, [{ ...CHANGE, after: 12 }])
    expect(store.accepted).toEqual([expect.objectContaining({ test: 'suit-direct', after: 12 })])
    store.takeBack({ ...KEY, test: 'suit-direct' })
    expect(store.accepted).toEqual([expect.objectContaining({ test: 'review', after: 11 })])
  })

  it('take over those of a file, later ones only', () => {
    const store = opened('cn')
    store.decide(KEY, { verdict: 'confirmed' })
    const other = { ...KEY, year: 2024, verdict: 'dismissed', remark: '', changes: [], decided: '2020-01-01T00:00:00.000Z' } as const
    store.adopt([{ ...other, year: 2023 }, other])
    expect(store.of(KEY)?.verdict).toBe('confirmed')
    expect(store.of(other)?.verdict).toBe('dismissed')
    expect(keptDecisions('cn')).toHaveLength(2)
  })

  it('of packages open together are kept with the one that has the report; one that none has with all', () => {
    const other = { ...KEY, agency: '乙局' }
    const nowhere = { ...KEY, agency: '丙局' }
    const kept = () => ['cn', 'us-foia'].map((id) => keptDecisions(id).map(({ agency }) => agency))
    opened('us-foia').decide(KEY, { remark: '先前' })
    const store = opened('cn', 'us-foia')
    useDataset().holds = (id, agency) => agency === (id === 'cn' ? KEY.agency : other.agency)
    for (const key of [KEY, other, nowhere]) store.decide(key, { verdict: 'confirmed' })
    expect(kept()).toEqual([[KEY.agency, nowhere.agency], [KEY.agency, other.agency, nowhere.agency]])
    expect(keptDecisions('us-foia')[0]).toMatchObject({ verdict: 'confirmed', remark: '先前' })
    store.decide(other, { verdict: null })
    expect(kept()).toEqual([[KEY.agency, nowhere.agency], [KEY.agency, nowhere.agency]])
  })

  it('say so when the browser keeps nothing, and hold for the visit', () => {
    const store = opened('cn')
    vi.stubGlobal('localStorage', {
      getItem: () => null,
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError')
      },
    })
    store.decide(KEY, { verdict: 'confirmed' })
    expect(store.failure).toBe('full')
    store.decide({ ...KEY, year: 2024 }, { verdict: 'confirmed' })
    expect([store.of(KEY)?.verdict, store.all.size]).toEqual(['confirmed', 2])
    vi.unstubAllGlobals()
  })

  it('leave out what is damaged', () => {
    for (const text of ['{', '{}', '[1, null, {"agency": "甲"}]', JSON.stringify([{ ...KEY, check: 'H99', verdict: null, remark: '', changes: [], decided: '' }])]) {
      localStorage.setItem(decisionsKey('cn'), text)
      expect(keptDecisions('cn')).toEqual([])
    }
  })
})
