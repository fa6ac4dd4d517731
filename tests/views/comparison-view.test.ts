import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import { useDataset } from '@/stores/dataset'
import ComparisonView from '@/views/ComparisonView.vue'
import { Evidence } from '@/data/evidence'
import { fakeEngine, table } from '../components/cards'

const engine = vi.hoisted(() => ({ current: undefined as unknown as ReturnType<typeof fakeEngine> }))
vi.mock('@/charts/engine', () => ({ loadEngine: () => engine.current.loadEngine() }))
vi.mock('@/charts', async (original) => {
  const { chart: plain } = await import('../components/cards')
  const charts = [plain, { ...plain, id: 'other' }, { ...plain, id: 'never', suits: () => false }]
  return { ...(await original<object>()), chartsOf: () => charts, chartById: (id: string) => charts.find((each) => each.id === id) }
})

/** Every card of the page is cut, and the first is drawn. */
async function settled(wrapper: VueWrapper): Promise<void> {
  await flushPromises()
  await expect.poll(() => wrapper.findAll('.place').every((place) => place.find('article').exists()) && wrapper.findAll('[aria-busy="true"], .leads [data-drawn="false"]').length === 0).toBe(true)
}

async function opened(query: string) {
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/:rest(.*)*', component: ComparisonView }] })
  await router.push(`/?${query}`)
  const wrapper = mount({ template: '<RouterView />' }, { global: { plugins: [router] }, attachTo: document.body })
  await settled(wrapper)
  return { wrapper, router }
}

describe('ComparisonView', () => {
  beforeEach(() => {
    document.body.replaceChildren()
    engine.current = fakeEngine()
    vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(600)
    setActivePinia(createPinia())
    const dataset = useDataset()
    dataset.table = table
    dataset.evidence = async () => new Evidence(new Map([['甲市教育局~2024', [{ figure: 'requests.received.total', asNamed: '新收', value: '1200', unit: '件', note: '', source: 'https://a.gov.cn/', quote: '新收1200件', line: 2 }]]]))
  })

  it('has a card for every chart of the page that suits', async () => {
    const { wrapper } = await opened('view=requests')
    expect(wrapper.findAll('article').map((card) => card.attributes('data-chart'))).toEqual(['plain', 'other'])
  })

  it('shows one chart alone, with its table, where the link asks for it', async () => {
    const { wrapper } = await opened('view=requests&chart=other')
    expect(wrapper.findAll('article').map((card) => card.attributes('data-chart'))).toEqual(['other'])
    expect(wrapper.find('table').exists()).toBe(true)
  })

  it('draws, lists and counts the same observations', async () => {
    const { wrapper } = await opened('view=requests&chart=plain')
    const marks = Number(wrapper.get('[data-marks]').attributes('data-marks'))
    expect(wrapper.findAll('tbody tr')).toHaveLength(marks)
  })

  it('says why there is nothing and leads back', async () => {
    const { wrapper, router } = await opened('view=requests&chart=plain&year=2023&agency=戊市统计局')
    expect(wrapper.get('.empty').text()).toContain('没有机关写明此项')
    await wrapper.get('.empty button').trigger('click')
    await settled(wrapper)
    expect(router.currentRoute.value.query.agency).toBeUndefined()
  })

  it('opens the report of a clicked observation, and a link to it opens it again', async () => {
    const { router } = await opened('view=requests')
    engine.current.play('click', { data: { observation: 0 } })
    await flushPromises()
    expect(router.currentRoute.value.query.report).toBe('甲市教育局~2024')
    await vi.waitFor(() => expect(document.body.textContent).toContain('新收1200件'), 10_000)
    expect(document.body.textContent).toContain('1,200 件')
  })

  it('says so when a link names a report that is not in the data', async () => {
    await opened('view=requests&report=甲市教育局~2011')
    await vi.waitFor(() => expect(document.body.textContent).toContain('本数据中没有这份年报'), 10_000)
  })
})
