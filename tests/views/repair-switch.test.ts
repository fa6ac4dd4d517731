import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { expect, it } from 'vitest'
import { createMemoryHistory } from 'vue-router'
import type { FigureId } from '@/domain/figure'
import { repairsText, type Repair } from '@/domain/repair'
import { makeRouter } from '@/router'
import { useDataset } from '@/stores/dataset'
import RepairSwitchView from '@/views/RepairSwitchView.vue'
import { tableOf } from '../fixture'

const table = tableOf([{ agency: '甲局', year: 2023, cells: { 'review.upheld': 10, 'review.total': 0 } }])
const repair = (before: number): Repair => ({ check: 'H4', agency: '甲局', year: before === 0 ? 2023 : 2022, cells: [{ figure: 'review.total' as FigureId, before, after: 10 }] })

async function stands(repairs: readonly Repair[]) {
  const pinia = createPinia()
  setActivePinia(pinia)
  const router = makeRouter(createMemoryHistory())
  await router.push({ query: { repaired: repairsText(repairs) } })
  const dataset = useDataset()
  Object.assign(dataset, { stated: table, opened: [{ id: 'cn', title: { zh: '中国', en: 'China' } }] })
  dataset.repair(repairs)
  const wrapper = mount(RepairSwitchView, { global: { plugins: [pinia, router] } })
  await flushPromises()
  return { wrapper, router }
}

it('counts of the repairs of the link those that the data have room for', async () => {
  const { wrapper } = await stands([repair(0), repair(3)])
  expect(wrapper.get('label').text()).toContain('（1 处，1 格）')
})

it('takes those that fit nothing out of the link, too', async () => {
  const { wrapper, router } = await stands([repair(3)])
  expect(wrapper.get('label').text()).toContain('（0 处，0 格）')
  expect(wrapper.get<HTMLInputElement>('input').element.checked).toBe(true)
  await wrapper.get('input').setValue(false)
  await flushPromises()
  expect(router.currentRoute.value.query.repaired).toBeUndefined()
})
