import { flushPromises, mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createMemoryHistory } from 'vue-router'
import App from '@/App.vue'
import * as data from '@/data'
import type { LoadResult } from '@/data'
import { makeRouter } from '@/router'
import { tableOf } from '../fixture'

vi.mock('@/data', async (original) => ({ ...(await original<typeof data>()), listPackages: vi.fn(), openPackage: vi.fn() }))
vi.mock('@/views/ComparisonView.vue', () => ({ __esModule: true, default: { template: '<section class="comparison"></section>' } }))
vi.mock('@/data/check-apart', () => ({ checkApart: async () => ({}) }))
vi.mock('@/domain/checks', () => ({ failingReports: () => 1, failingDoubts: () => ({ table: null, any: () => false, about: () => [] }) }))

const result: LoadResult = {
  ...tableOf([
    { agency: '甲市人民政府', year: 2024, cells: { 'requests.received.total': 3 } },
    { agency: '乙县水利局', year: 2024, cells: { 'requests.received.total': 5 } },
  ]).data,
  files: [],
  descriptor: null,
}

let finish: (value: LoadResult) => void
let fail: (reason: unknown) => void

beforeEach(() => {
  localStorage.clear()
  document.body.innerHTML = ''
  vi.mocked(data.listPackages).mockResolvedValue([{ id: 'cn', title: { zh: '中国', en: 'China' } }])
  vi.mocked(data.openPackage).mockImplementation(() => ({ done: new Promise((resolve, reject) => ([finish, fail] = [resolve, reject])), cancel: vi.fn() }))
})

async function visit(link: string) {
  const router = makeRouter(createMemoryHistory())
  await router.push(link)
  const page = mount(App, { global: { plugins: [createPinia(), router] }, attachTo: document.body })
  await flushPromises()
  return { page, router }
}

describe('the page', () => {
  it('has its frame before the data, and is ready with them', async () => {
    const { page } = await visit('/?view=requests')
    expect(page.get('main').attributes('data-state')).toBe('loading')
    expect(page.get('h1').text()).toBe('依申请公开')
    expect(page.findAll('.tile')).toHaveLength(5)
    finish(result)
    await expect.poll(() => page.get('main').attributes('data-state')).toBe('ready')
    await expect.poll(() => page.find('.comparison').exists()).toBe(true)
    expect(page.findAll('.tile')).toHaveLength(5)
    await expect.poll(() => page.get('.tile').text()).toContain('8')
    await expect.poll(() => page.get('footer').text()).toContain('1 份年报的合计或版本不符')
    page.unmount()
  })

  it('goes from one comparison to another, the selection kept', async () => {
    const { page, router } = await visit('/?agency=乙县水利局')
    finish(result)
    await page.findAll('nav a').at(-2)!.trigger('click')
    await flushPromises()
    expect(router.currentRoute.value.query).toEqual({ view: 'reviews', agency: '乙县水利局' })
    expect(page.get('h1').text()).toBe('复议诉讼')
    page.unmount()
  })

  it('switches the language of everything', async () => {
    const { page } = await visit('/?view=requests')
    finish(result)
    await page.get('header select').setValue('en')
    expect(page.get('h1').text()).toBe('Requests')
    expect(document.documentElement.lang).toBe('en')
    page.unmount()
  })

  it('lists the reports with other versions that the foot counts, and opens them', async () => {
    const { page, router } = await visit('/?view=requests')
    const total = 'requests.received.total' as const
    finish({ ...result, versions: [{ row: 1, origin: '更正.docx', cells: new Map([[total, { value: 6 }]]), against: new Map([[total, '年报.docx']]) }] })
    await expect.poll(() => page.get('footer').text()).toContain('1 份年报另有其他版本')
    await page.findAll('footer button').find((button) => button.text() === '1 份年报另有其他版本')!.trigger('click')
    const opener = () => [...document.querySelectorAll<HTMLElement>('[role="dialog"] button')].find((button) => button.textContent === '乙县水利局 2024 年年报')
    await expect.poll(opener).toBeDefined()
    opener()!.click()
    await expect.poll(() => router.currentRoute.value.query.report).toBe('乙县水利局~2024')
    await expect.poll(() => document.querySelector('[role="dialog"]')).toBeNull()
    page.unmount()
  })

  it('says what failed and reads again', async () => {
    const { page } = await visit('/')
    fail(new data.LoadError('network', 'agencies.csv'))
    await expect.poll(() => page.find('[role="alert"]').exists()).toBe(true)
    expect(page.get('main').attributes('data-state')).toBe('failed')
    await page.get('.load button').trigger('click')
    await flushPromises()
    finish(result)
    await expect.poll(() => page.get('main').attributes('data-state')).toBe('ready')
    page.unmount()
  })

  it('says so when the package holds no report', async () => {
    const { page } = await visit('/')
    finish({ ...tableOf([]).data, files: [], descriptor: null })
    await expect.poll(() => page.find('.load').text()).toContain('没有年报')
    page.unmount()
  })

  it('shows what the link asks for and the data do not have', async () => {
    const { page, router } = await visit('/?agency=不存在的局&colour=red')
    finish(result)
    await expect.poll(() => page.find('section.unknown').exists()).toBe(true)
    await expect.poll(() => page.get('section.unknown').text()).toContain('不存在的局')
    for (let left = 2; left > 0; left -= 1) {
      await page.get('section.unknown button').trigger('click')
      await flushPromises()
    }
    expect(router.currentRoute.value.query).toEqual({})
    page.unmount()
  })
})
