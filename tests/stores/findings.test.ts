import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import * as apart from '@/data/check-apart'
import { checkTable, type Findings, type Pace } from '@/domain/checks'
import { withRepairs } from '@/domain/repair'
import type { Table } from '@/domain/table'
import { useFindings } from '@/stores/findings'
import { tableOf } from '../fixture'

vi.mock('@/data/check-apart', () => ({ checkApart: vi.fn() }))

const wrong = { 'review.upheld': 10, 'review.corrected': 1, 'review.other': 0, 'review.pending': 0, 'review.total': 0 }
const table = tableOf([{ agency: '甲市乙局', year: 2023, cells: wrong }, { agency: '甲市丙局', year: 2023, cells: { ...wrong, 'review.total': 11 } }])
const other = tableOf([{ agency: '丁县人民政府', year: 2023, cells: wrong }])
const { table: repaired } = withRepairs(table, [{ check: 'H4', agency: '甲市乙局', year: 2023, cells: [{ figure: 'review.total', before: 0, after: 11 }] }])

/** Checks that are under way until the test ends them. */
interface Under {
  readonly table: Table
  readonly pace: Pace
  readonly end: () => void
}
let under: Under[]

beforeEach(() => {
  under = []
  setActivePinia(createPinia())
  vi.mocked(apart.checkApart).mockImplementation(
    (asked, pace) =>
      new Promise<Findings | null>((resolve) => {
        pace.signal!.addEventListener('abort', () => resolve(null))
        under.push({ table: asked, pace, end: () => resolve(checkTable(asked)) })
      }),
  )
})

const begun = (count: number) => expect.poll(() => under.length).toBe(count)

describe('what the checks found', () => {
  it('is told while they go on, and known at the end', async () => {
    const store = useFindings()
    const done = store.check(table)
    await begun(1)
    under[0]!.pace.told(1)
    expect(store.checked).toBe(1)
    const some = checkTable(table)
    under[0]!.pace.shown(some)
    expect([store.partial, store.findings]).toEqual([some, null])
    under[0]!.end()
    await done
    expect(store.failing).toBe(1)
    expect(store.findings!.table).toBe(table)
    expect(store.doubts.table).toBe(table)
    expect([0, 1].map(store.doubts.any)).toEqual([true, false])
    await store.check(table)
    expect(under).toHaveLength(1)
  })

  it('is of the table asked for last: the one before is left', async () => {
    const store = useFindings()
    const first = store.check(table)
    await begun(1)
    const second = store.check(other)
    expect(under[0]!.pace.signal!.aborted).toBe(true)
    await begun(2)
    under[1]!.end()
    await Promise.all([first, second])
    expect(store.findings!.table).toBe(other)
    expect(store.doubts.table).toBe(other)
  })

  it('is checked anew for the table with repairs that is looked at; what they mend is in doubt as repaired only', async () => {
    const store = useFindings()
    const done = store.check(table, repaired)
    await begun(1)
    under[0]!.end()
    await begun(2)
    expect(under[1]!.table).toBe(repaired)
    expect(store.findings!.table).toBe(table)
    expect(store.doubts.table).toBeNull()
    under[1]!.end()
    await done
    expect(store.doubts.about(0, ['review.total']).map(({ kind }) => kind)).toEqual(['repaired'])
    expect(store.failing).toBe(1)
    // Back to what was reported: that is known already.
    await store.check(table)
    expect(under).toHaveLength(2)
    expect(store.doubts.about(0, ['review.total']).map(({ kind }) => kind)).toEqual(['failing'])
  })

  it('of a table that is not looked at any more is left', async () => {
    const store = useFindings()
    void store.check(table, repaired)
    await begun(1)
    under[0]!.end()
    await begun(2)
    const done = store.check(table)
    expect(under[1]!.pace.signal!.aborted).toBe(true)
    await done
    expect(store.doubts.table).toBe(table)
  })

  it('is asked for again after it was left, not when it is known', async () => {
    const store = useFindings()
    void store.check(table)
    await begun(1)
    store.stop()
    expect(under[0]!.pace.signal!.aborted).toBe(true)
    const done = store.check(table)
    await begun(2)
    under[1]!.end()
    await done
    expect(store.findings!.table).toBe(table)
    store.stop()
    await store.check(table)
    expect(under).toHaveLength(2)
  })
})
