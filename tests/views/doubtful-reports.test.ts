import { flushPromises, mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { beforeEach, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import * as data from '@/data'
import { Evidence, type LoadResult } from '@/data'
import type { FigureId } from '@/domain/figure'
import { label } from '@/domain/label'
import { withWords } from '@/i18n'
import { makeRouter } from '@/router'
import { useDataset } from '@/stores/dataset'
import { useDrill } from '@/stores/drill'
import { useFindings } from '@/stores/findings'
import { useImports } from '@/stores/imports'
import ReportView from '@/views/ReportView.vue'
import { tableOf } from '../fixture'

vi.mock('@/data', async (original) => ({ ...(await original<typeof data>()), listPackages: vi.fn(), listOwnPackages: vi.fn(), openPackage: vi.fn(), loadEvidence: vi.fn() }))

const OWN = { id: 'own-1', title: '我的', created: '', agencies: 4, reports: 4, figures: 4, versions: 0, problems: 0, bytes: 9 }
const FIGURE = 'requests.received.total' as FigureId
/** Received by applicant: less than the total. */
const RECEIVED = Object.fromEntries(['natural', 'business', 'research', 'nonprofit', 'legal', 'other'].map((applicant, at) => [`requests.received.${applicant}`, at === 0 ? 3 : 0]))
const AGENCIES = ['甲局', '乙局', '丙局', '丁局']
/** Reports in the package, of which these rows are in doubt. */
const reports = (...doubted: number[]): LoadResult => ({ ...tableOf(AGENCIES.map((agency) => ({ agency, year: 2024, cells: { [FIGURE]: 3 } }))).data, doubtfulReadings: doubted.map((row) => ({ row, figure: FIGURE, why: label('看不清', 'blurred'), confirmed: false, remark: '' })), files: [], descriptor: null })
let holds: LoadResult

beforeEach(() => {
  document.body.innerHTML = ''
  vi.mocked(data.listPackages).mockResolvedValue([])
  vi.mocked(data.listOwnPackages).mockResolvedValue([OWN])
  vi.mocked(data.openPackage).mockImplementation(() => ({ done: Promise.resolve(holds), cancel: vi.fn() }))
  vi.mocked(data.loadEvidence).mockResolvedValue(new Evidence(new Map()))
})

async function compare(agency: string) {
  await withWords(Promise.resolve(), 'later')
  const { options } = makeRouter(createMemoryHistory())
  const router = createRouter({ ...options, history: createMemoryHistory(), routes: [{ path: '/:rest(.*)*', component: { render: () => null } }] })
  await router.push(`/?report=${agency}~2024&package=own-1`)
  const pinia = createPinia()
  await useDataset(pinia).open('own-1')
  useDrill(pinia).correcting = true
  const imports = useImports(pinia)
  mount(ReportView, { global: { plugins: [pinia, router] }, attachTo: document.body })
  await flushPromises()
  const way = () => document.querySelector('.way')?.textContent ?? ''
  const button = (text: string) => [...document.querySelectorAll<HTMLButtonElement>('button')].find((each) => each.textContent.trim() === text)
  const shown = () => document.querySelector('[role="dialog"]')?.textContent ?? ''
  await expect.poll(way).not.toBe('')
  const check = () => useFindings(pinia).check(useDataset(pinia).stated!)
  return { imports, way, button, shown, check }
}

it('a way leads through all reports of a package that hold something in doubt, round the end, and each opens to be compared', async () => {
  holds = reports(3, 0, 2)
  const { way, button, shown } = await compare('丙局')
  expect(way()).toContain('第 2 份，共 3 份')
  button('下一份')!.click()
  await expect.poll(shown).toContain('丁局 2024')
  await expect.poll(way).toContain('第 3 份，共 3 份')
  button('下一份')!.click()
  await expect.poll(way).toContain('第 1 份，共 3 份')
  expect(shown()).toContain('甲局 2024')
  button('上一份')!.click()
  await expect.poll(way).toContain('第 3 份，共 3 份')
})

it('what is saved is told where it was saved, and the way leads on; with changes that are not saved yet the way saves them', async () => {
  holds = reports(0, 2)
  const { imports, way, button, shown } = await compare('甲局')
  const saved = vi.fn(() => {
    holds = reports(2)
    return Promise.resolve(true)
  })
  imports.editReport = saved
  await expect.poll(() => button('核对无误')).toBeDefined()
  button('核对无误')!.click()
  await expect.poll(() => button('保存 1 处改动')?.disabled).toBe(false)
  button('保存 1 处改动')!.click()
  await expect.poll(way).toContain('已保存 1 处改动')
  await expect.poll(way).toContain('另有 1 份年报')
  expect(shown()).toContain('甲局 2024')
  button('下一份')!.click()
  await expect.poll(way).toContain('第 1 份，共 1 份')
  await expect.poll(shown).toContain('丙局 2024')
  expect(saved).toHaveBeenCalledTimes(1)
})

it('a package that would not take a change leaves the reader where it was written', async () => {
  holds = reports(0, 2)
  const { imports, way, button, shown } = await compare('甲局')
  imports.editReport = vi.fn(() => Promise.resolve(false))
  await expect.poll(() => button('核对无误')).toBeDefined()
  button('核对无误')!.click()
  await expect.poll(() => button('保存，到下一份')).toBeDefined()
  button('保存，到下一份')!.click()
  await flushPromises()
  expect([shown().includes('甲局 2024'), way().includes('已保存'), button('保存 1 处改动')?.disabled]).toEqual([true, false, false])
  imports.editReport = vi.fn(() => ((holds = reports(2)), Promise.resolve(true)))
  button('保存，到下一份')!.click()
  await expect.poll(shown).toContain('丙局 2024')
  await expect.poll(way).toMatch(/已保存 1 处改动.*第 1 份，共 1 份/)
})

it('a report that fails a check and was read without doubt is on the way, too, until its cells are settled', async () => {
  const failing = (confirmed: boolean): LoadResult => ({
    ...tableOf(AGENCIES.map((agency) => ({ agency, year: 2024, cells: agency === '丙局' ? { [FIGURE]: 9, ...RECEIVED } : { [FIGURE]: 3 } }))).data,
    doubtfulReadings: [{ row: 0, figure: FIGURE, why: label('看不清', 'blurred'), confirmed: false, remark: '' }, ...(confirmed ? ([FIGURE, ...Object.keys(RECEIVED)] as FigureId[]).map((figure) => ({ row: 2, figure, why: label('', ''), confirmed: true, remark: '' })) : [])],
    files: [],
    descriptor: null,
  })
  holds = failing(false)
  const { imports, way, button, shown, check } = await compare('甲局')
  expect(way()).toContain('第 1 份，共 1 份')
  await check()
  await expect.poll(way).toContain('第 1 份，共 2 份')
  button('下一份')!.click()
  await expect.poll(shown).toContain('丙局 2024')
  await expect.poll(way).toContain('第 2 份，共 2 份')
  imports.editReport = vi.fn(() => ((holds = failing(true)), Promise.resolve(true)))
  await expect.poll(() => button('核对无误')).toBeDefined()
  button('核对无误')!.click()
  await expect.poll(() => button('保存 1 处改动')?.disabled).toBe(false)
  button('保存 1 处改动')!.click()
  await expect.poll(way).toContain('本份没有待核对的；另有 1 份年报有')
  await check()
  expect(way()).toContain('本份没有待核对的；另有 1 份年报有')
})
