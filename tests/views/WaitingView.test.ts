import { flushPromises, mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { beforeEach, expect, it, vi } from 'vitest'
import { createMemoryHistory } from 'vue-router'
import App from '@/App.vue'
import * as data from '@/data'
import type { LoadResult } from '@/data'
import { makeRouter } from '@/router'
import { tableOf } from '../fixture'

vi.mock('virtual:first-picture', () => ({
  default: { package: 'cn', chart: 'coverage', widths: [300, 600], height: 500, words: { 'zh-CN': { title: '机关数', subtitle: '按省份', coverage: '9 个机关中 9 个有数据', summary: '一张热力图。' }, en: { title: 'Agencies', subtitle: 'By province', coverage: '9 of 9 agencies have data', summary: 'A heat map.' } } },
}))
vi.mock('@/data', async (original) => ({ ...(await original<typeof data>()), listPackages: vi.fn(), openPackage: vi.fn() }))
vi.mock('@/views/ComparisonView.vue', () => ({ __esModule: true, default: { emits: ['drawn'], template: '<section class="comparison" @click="$emit(\'drawn\')"></section>' } }))
const engine = vi.hoisted(() => ({ load: vi.fn<() => Promise<unknown>>() }))
vi.mock('@/charts/engine', () => ({ loadEngine: engine.load }))

const result: LoadResult = { ...tableOf([{ agency: '甲市人民政府', year: 2024, cells: { 'requests.received.total': 3 } }]).data, files: [], descriptor: null }

let finish: (value: LoadResult) => void
let fail: (reason: unknown) => void
let cancel: ReturnType<typeof vi.fn<() => void>>
let engineCame: () => void

beforeEach(() => {
  localStorage.clear()
  performance.clearMarks()
  document.body.innerHTML = ''
  cancel = vi.fn<() => void>()
  engine.load.mockReturnValue(new Promise<void>((resolve) => (engineCame = resolve)))
  vi.mocked(data.listPackages).mockResolvedValue([
    { id: 'cn', title: { zh: '中国', en: 'China' } },
    { id: 'other', title: { zh: '另一个', en: 'Another' } },
  ])
  vi.mocked(data.openPackage).mockImplementation(() => ({ done: new Promise((resolve, reject) => ([finish, fail] = [resolve, reject])), cancel }))
})

async function visit(link: string) {
  const router = makeRouter(createMemoryHistory())
  await router.push(link)
  const page = mount(App, { global: { plugins: [createPinia(), router] }, attachTo: document.body })
  await flushPromises()
  return page
}

const picture = '[data-first-picture]'

it.each([
  ['/', '机关数', '一张热力图。', 'first/zh-CN-light-300.svg'],
  ['/?package=cn', '机关数', '一张热力图。', 'first/zh-CN-light-300.svg'],
  ['/?lang=en&theme=dark', 'Agencies', 'A heat map.', 'first/en-dark-300.svg'],
])('the plain link %s shows its first chart while the data come', async (link, title, alt, file) => {
  const page = await visit(link)
  expect(page.get(`${picture} h2`).text()).toBe(title)
  expect(page.get(`${picture} img`).attributes()).toMatchObject({ alt, width: '300', height: '500' })
  expect(page.get(`${picture} img`).attributes('src')).toMatch(new RegExp(`/${file}$`))
  expect(page.findAll('progress')).toHaveLength(1)
  page.unmount()
})

it.each(['/?view=requests', '/?year=2024', '/?agency=甲市人民政府', '/?chart=coverage', '/?package=other'])('%s asks for something else: no picture', async (link) => {
  const page = await visit(link)
  expect(page.find(picture).exists()).toBe(false)
  expect(page.get('.load').text()).toContain('正在读取数据')
  page.unmount()
})

it('the picture is the first chart, and stands until the live one is drawn', async () => {
  const page = await visit('/')
  await page.get(`${picture} img`).trigger('load')
  expect(performance.getEntriesByName('atlas:first-chart')).toHaveLength(1)
  expect(performance.getEntriesByName('atlas:live-chart')).toHaveLength(0)
  await expect.poll(() => engine.load.mock.calls.length).toBeGreaterThan(0)
  finish(result)
  await expect.poll(() => page.get('main').attributes('data-state')).toBe('ready')
  expect(page.find(picture).exists()).toBe(true)
  expect(page.find('progress').exists()).toBe(false)
  engineCame()
  await expect.poll(() => page.find('.comparison').exists()).toBe(true)
  expect(page.get('.comparison').classes()).toContain('behind')
  expect(page.find(picture).exists()).toBe(true)
  await page.get('.comparison').trigger('click')
  expect(page.get('.comparison').classes()).not.toContain('behind')
  expect(page.find(picture).exists()).toBe(false)
  page.unmount()
})

it('an engine that cannot be had does not hold the page up', async () => {
  engine.load.mockRejectedValue(new Error('offline'))
  const page = await visit('/')
  await page.get(`${picture} img`).trigger('load')
  finish(result)
  await expect.poll(() => page.find('.comparison').exists()).toBe(true)
  page.unmount()
})

it('a picture that cannot be had leaves the place to the progress of loading', async () => {
  const page = await visit('/')
  await page.get(`${picture} img`).trigger('error')
  expect(page.find(picture).exists()).toBe(false)
  expect(page.get('.load').text()).toContain('正在读取数据')
  page.unmount()
})

it('loading is stopped from the corner of the picture, and a failure takes its place', async () => {
  const page = await visit('/')
  await page.get(`${picture} .load button`).trigger('click')
  expect(cancel).toHaveBeenCalledOnce()
  expect(page.find(picture).exists()).toBe(false)
  expect(page.get('.load').text()).toContain('已停止读取')
  await page.get('.load button').trigger('click')
  await flushPromises()
  expect(page.find(picture).exists()).toBe(true)
  fail(new data.LoadError('network', 'agencies.csv'))
  await expect.poll(() => page.find('[role="alert"]').exists()).toBe(true)
  expect(page.find(picture).exists()).toBe(false)
  page.unmount()
})
