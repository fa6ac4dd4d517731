import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { describe, expect, it, vi } from 'vitest'
import { createMemoryHistory } from 'vue-router'
import AgencyPicker from '@/components/AgencyPicker.vue'
import type { Table } from '@/domain/table'
import { makeRouter } from '@/router'
import { useDataset } from '@/stores/dataset'
import RailView from '@/views/RailView.vue'
import { unfolded } from '../components/cards'
import { tableOf } from '../fixture'

const table = tableOf([
  { agency: '甲省人民政府', year: 2023, cells: { 'requests.received.total': 3 } },
  { agency: '甲省水利局', year: 2024, cells: { 'requests.received.total': 9 } },
  { agency: '乙省水利局', year: 2024, cells: { 'requests.received.total': 5 } },
])

async function rail(link: string, data: Table | null = table) {
  const pinia = createPinia()
  setActivePinia(pinia)
  const router = makeRouter(createMemoryHistory())
  await router.push(link)
  useDataset().table = data
  const page = mount(RailView, { global: { plugins: [pinia, router] } })
  const query = () => router.currentRoute.value.query
  const labelled = (text: string) => page.findAll('select').find((select) => page.find(`label[for="${select.attributes('id')}"]`).text() === text)
  return { page, query, labelled, router }
}

describe('the rail', () => {
  it('keeps the place of its filters while the data are on their way, and only of those that these agencies have', async () => {
    const { page } = await rail('/', null)
    expect(page.findAll('details.checks summary').map((summary) => summary.text())).toEqual(['省份不限', '城市不限', '层级不限', '类别不限'])
    useDataset().table = tableOf([{ agency: '甲省水利局', year: 2024, cells: {} }])
    await flushPromises()
    expect(page.findAll('details.checks').length).toBeLessThan(4)
  })

  it('is not drawn anew when only a report is opened beside it', async () => {
    const { page, router } = await rail('/?view=checks')
    const drawn = vi.spyOn(page.findComponent(AgencyPicker).vm.$, 'update')
    await router.push('/?view=checks&report=甲省水利局~2024&finding=H4.review')
    await flushPromises()
    expect(drawn).not.toHaveBeenCalled()
    await router.push('/?view=checks&agency=甲省水利局')
    await flushPromises()
    expect(drawn).toHaveBeenCalled()
  })

  it('counts the agencies of every region and kind, the other filters applied', async () => {
    const { page } = await rail('/?category=部门')
    await unfolded(page)
    const texts = page.findAll('details.checks').map((list) => list.findAll('li').map((item) => item.text()))
    expect(texts[0]).toEqual(['甲省1', '乙省1'])
    expect(texts[2]).toEqual(['部门2', '政府1'])
  })

  it('filters, and takes the filter back', async () => {
    const { page, query } = await rail('/?view=requests')
    await unfolded(page)
    const box = page.get('details.checks input')
    await box.setValue(true)
    await flushPromises()
    expect(query()).toEqual({ view: 'requests', province: '甲省' })
    await box.setValue(false)
    await flushPromises()
    expect(query()).toEqual({ view: 'requests' })
  })

  it('names the agencies of the chart in its order', async () => {
    const { page, query } = await rail('/?view=requests&at=2024')
    await page.findAll('button').find((button) => button.text() === '选入图中所列机关')!.trigger('click')
    await flushPromises()
    expect(String(query().agency).split('~')).toEqual(expect.arrayContaining(['甲省水利局', '乙省水利局']))
  })

  it('bounds the years and the year of one-year charts', async () => {
    const { query, labelled } = await rail('/')
    await labelled('从')!.setValue('2024')
    await flushPromises()
    await labelled('单年图的年份')!.setValue('2024')
    await flushPromises()
    expect(query()).toEqual({ year: '2024', at: '2024' })
  })

  it('offers the definitions that the page uses', async () => {
    expect((await rail('/?view=requests')).labelled('公开率口径')).toBeDefined()
    expect((await rail('/?view=requests')).labelled('纠错率口径')).toBeUndefined()
    const reviews = await rail('/?view=reviews')
    expect(reviews.labelled('纠错率口径')).toBeDefined()
    expect(reviews.labelled('申请人')).toBeUndefined()
  })

  it('changes how it is shown', async () => {
    const { query, labelled } = await rail('/?view=requests')
    await labelled('申请人')!.setValue('natural')
    await flushPromises()
    await labelled('数值')!.setValue('absolute')
    await flushPromises()
    expect(query()).toEqual({ view: 'requests', applicant: 'natural', values: 'absolute' })
  })
})
