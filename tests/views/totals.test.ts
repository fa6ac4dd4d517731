import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { useDataset } from '@/stores/dataset'
import { useTotals } from '@/views/useTotals'
import { at } from '../composables/place'
import { tableOf } from '../fixture'

const table = tableOf([
  { agency: '甲市人民政府', year: 2024, cells: { 'requests.received.total': 3 } },
  { agency: '乙县水利局', year: 2024, cells: { 'requests.received.total': 5 } },
])

async function totalsAt(link: string, ids: readonly string[]) {
  const { used, router } = await at(link, () => useTotals(() => ids))
  const settled = async () => {
    await flushPromises()
    await expect.poll(() => [used.busy.value, used.totals.value.size]).toEqual([false, ids.length])
    return ids.map((id) => used.totals.value.get(id))
  }
  return { used, router, settled }
}

describe('useTotals', () => {
  it('has none before the data are there, then those of the selection', async () => {
    const { used, router, settled } = await totalsAt('/', ['requests.received', 'rules.issued'])
    expect(used.totals.value.size).toBe(0)
    useDataset().table = table
    expect((await settled()).map((total) => total?.value ?? null)).toEqual([8, null])
    expect(used.totals.value.get('rules.issued')).toBeNull()
    await router.push('/?agency=乙县水利局')
    expect((await settled())[0]!.value).toBe(5)
  })

  it('are of the year of their page: that of most figures it is about', async () => {
    const { router, settled } = await totalsAt('/?view=requests', ['requests.received', 'requests.processed'])
    useDataset().table = tableOf([
      { agency: '甲市人民政府', year: 2023, cells: { 'requests.received.total': 3, 'requests.processed.total': 3, 'requests.granted.total': 1, 'requests.partly-granted.total': 1 } },
      { agency: '甲市人民政府', year: 2024, cells: { 'requests.received.total': 4 } },
      { agency: '乙县水利局', year: 2024, cells: { 'requests.received.total': 5 } },
    ])
    const years = async () => (await settled()).map((total) => total?.year)
    const ofPage = await years()
    await router.push('/?view=overview')
    expect([ofPage, await years()]).toEqual([[2023, 2023], [2024, 2023]])
  })
})
