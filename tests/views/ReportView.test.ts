import { flushPromises, mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { beforeEach, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import * as data from '@/data'
import { Evidence } from '@/data'
import type { LoadResult } from '@/data'
import type { FigureId } from '@/domain/figure'
import { withWords } from '@/i18n'
import { makeRouter } from '@/router'
import { useDataset } from '@/stores/dataset'
import { useDrill } from '@/stores/drill'
import { useImports } from '@/stores/imports'
import ReportView from '@/views/ReportView.vue'
import { tableOf } from '../fixture'

vi.mock('@/data', async (original) => ({ ...(await original<typeof data>()), listPackages: vi.fn(), listOwnPackages: vi.fn(), openPackage: vi.fn(), loadEvidence: vi.fn() }))

const TOTAL = 'requests.received.total' as FigureId
const OWN = { id: 'own-1', title: '我的', created: '', agencies: 1, reports: 2, figures: 1, versions: 0, problems: 0, bytes: 9 }
const reports = (agencies: readonly string[]): LoadResult => ({ ...tableOf(agencies.map((agency) => ({ agency, year: 2024, cells: { 'requests.received.total': 3 } }))).data, files: [], descriptor: null })
/** A package whose report of 乙局 a file of its own states otherwise. */
const twice = (held: LoadResult): LoadResult => ({ ...held, versions: [{ row: held.reportAgency.findIndex((at) => held.agencies[at]!.id === '乙局'), origin: '乙局-更正.docx', cells: new Map([[TOTAL, { value: 5 }]]), against: new Map([[TOTAL, '乙局.docx']]) }] })
const HOLD: Readonly<Record<string, LoadResult>> = { cn: reports(['甲局', '丙局']), 'own-1': twice(reports(['甲局', '乙局'])) }

beforeEach(() => {
  document.body.innerHTML = ''
  vi.mocked(data.listPackages).mockResolvedValue([{ id: 'cn', title: { zh: '中国', en: 'China' } }])
  vi.mocked(data.listOwnPackages).mockResolvedValue([OWN])
  vi.mocked(data.openPackage).mockImplementation((_base, id) => ({ done: Promise.resolve(HOLD[id]!), cancel: vi.fn() }))
  vi.mocked(data.loadEvidence).mockResolvedValue(new Evidence(new Map()))
})

async function visit(agency: string, packages: string) {
  await withWords(Promise.resolve(), 'later')
  const { options } = makeRouter(createMemoryHistory())
  const router = createRouter({ ...options, history: createMemoryHistory(), routes: [{ path: '/:rest(.*)*', component: { render: () => null } }] })
  await router.push(`/?report=${agency}~2024&package=${packages}`)
  const pinia = createPinia()
  await useDataset(pinia).open(packages)
  const page = mount(ReportView, { global: { plugins: [pinia, router] }, attachTo: document.body })
  await flushPromises()
  await expect.poll(() => document.body.textContent).toContain(`${agency} 2024 年年报`)
  await expect.poll(() => document.querySelector('.turn')).not.toBeNull()
  const button = (text: string) => [...document.querySelectorAll<HTMLElement>('button')].find((each) => each.textContent === text)
  return { page, router, button, drill: useDrill(pinia), imports: useImports(pinia) }
}

it('a report that the reader’s own package alone has is corrected with others open, too; one that nobody else’s has is not', async () => {
  const own = await visit('乙局', 'cn~own-1')
  expect(own.button('更正读数')).toBeDefined()
  own.page.unmount()
  const other = await visit('丙局', 'cn~own-1')
  expect(other.button('更正读数')).toBeUndefined()
  other.page.unmount()
})

it('of a report that several open packages have it is said why it is not corrected here, and the own one is opened alone', async () => {
  const { page, router, button, drill } = await visit('甲局', 'cn~own-1')
  expect(button('更正读数')).toBeUndefined()
  await expect.poll(() => button('单独打开“我的”更正')).toBeDefined()
  button('单独打开“我的”更正')!.click()
  await flushPromises()
  expect([router.currentRoute.value.query.package, drill.correcting]).toEqual(['own-1', true])
  page.unmount()
})

it('of two versions that the reader’s own package alone has, the other one is used with a bundled package open, too', async () => {
  const { page, button, imports } = await visit('乙局', 'cn~own-1')
  await expect.poll(() => button('改用这个版本')).toBeDefined()
  expect(document.body.textContent).toContain('可改用另一个')
  imports.useVersion = vi.fn(() => Promise.resolve(true))
  button('改用这个版本')!.click()
  await flushPromises()
  expect(imports.useVersion).toHaveBeenCalledWith('own-1', '乙局', 2024, '乙局-更正.docx')
  page.unmount()
})

it('a report that was taken out of its package is put back from its place, as long as nothing was done with the package since', async () => {
  const { page, router, button, drill } = await visit('乙局', 'own-1')
  drill.takenOut = { id: 'own-1', report: { agency: '丁局', year: 2024 }, changed: undefined }
  await router.push('/?report=丁局~2024&package=own-1')
  await expect.poll(() => document.body.textContent).toContain('这份年报已移出数据包')
  expect(button('撤销')).toBeDefined()
  useDataset().own = [{ ...OWN, changed: '2026-01-02T00:00:00.000Z' }]
  await expect.poll(() => document.body.textContent).toContain('本数据中没有这份年报')
  expect(button('撤销')).toBeUndefined()
  page.unmount()
})
