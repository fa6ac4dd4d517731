import { flushPromises, mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { beforeEach, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import * as data from '@/data'
import type { Account } from '@/data/imports'
import type { FigureId } from '@/domain/figure'
import { label } from '@/domain/label'
import { withWords } from '@/i18n'
import { useDataset } from '@/stores/dataset'
import { firstToCheck } from '@/views/reports-to-check'
import ImportReportView from '@/views/ImportReportView.vue'
import { tableOf } from '../fixture'
import { account } from '../imports'

vi.mock('@/data', async (original) => ({ ...(await original<typeof data>()), listPackages: vi.fn(async () => []), listOwnPackages: vi.fn(), openPackage: vi.fn() }))

const TOTAL = 'requests.received.total'
const received = (total: number) => ({ [TOTAL]: total, ...Object.fromEntries(['natural', 'business', 'research', 'nonprofit', 'legal', 'other'].map((applicant, at) => [`requests.received.${applicant}`, at === 0 ? 3 : 0])) })
/** 乙局's sum does not hold; 丙局 was read with doubt, where that is asked for. */
const held = (isDoubtful: boolean): data.LoadResult => ({
  ...tableOf([['甲局', 3], ['乙局', 9], ['丙局', 3]].map(([agency, total]) => ({ agency: String(agency), year: 2024, cells: received(Number(total)) }))).data,
  doubtfulReadings: isDoubtful ? [{ row: 2, figure: TOTAL as FigureId, why: label('疑', 'doubt'), confirmed: false, remark: '' }] : [],
  files: [],
  descriptor: null,
})
const OWN = { id: 'own-1', title: '我的', created: '', agencies: 3, reports: 3, figures: 3, versions: 0, problems: 0, bytes: 9 }
const DOCUMENTS: Account = account({ files: account().files.map((file) => ({ ...file, shape: 'document' as const })) })

beforeEach(async () => {
  await withWords(Promise.resolve(), 'later')
  vi.mocked(data.listOwnPackages).mockResolvedValue([OWN])
})

const holding = (result: data.LoadResult) => vi.mocked(data.openPackage).mockReset().mockImplementation(() => ({ done: Promise.resolve(result), cancel: vi.fn() }))

async function show(of: Account) {
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/:rest(.*)*', component: { render: () => null } }] })
  await router.push('/')
  const page = mount(ImportReportView, { props: { report: { id: 'own-1', title: '我的', account: of, refused: null, zip: null } }, global: { plugins: [createPinia(), router] } })
  await flushPromises()
  return page
}

it('the result of an import counts the reports that fail checks among those to look at, and leads to them', async () => {
  holding(held(true))
  const page = await show({ ...DOCUMENTS, doubtful: 1 })
  await expect.poll(() => page.text()).toContain('2 份年报有待核对的')
  await page.findAll('button').find((button) => button.text() === '逐格核对')!.trigger('click')
  expect(page.emitted('check')).toEqual([['own-1']])
  page.unmount()
})

it('where nothing was read with doubt the way to failing reports is there all the same; tables have no document to be compared with', async () => {
  holding(held(false))
  const page = await show(DOCUMENTS)
  await expect.poll(() => page.text()).toContain('1 份年报有待核对的')
  expect(page.findAll('button').some((button) => button.text() === '逐格核对')).toBe(true)
  page.unmount()
  holding(held(false))
  const tables = await show(account())
  expect([tables.text().includes('待核对'), vi.mocked(data.openPackage).mock.calls.length]).toEqual([false, 0])
  tables.unmount()
})

it('what a report that came again brought with it is told: it is no second one, and its corrections are written', async () => {
  const again = [{ file: 'a.html', agency: '甲局', year: 2024, changed: [], corrections: 2 }, { file: 'b.html', agency: '乙局', year: 2024, changed: [] }]
  const page = await show(account({ again }))
  expect(page.text()).toContain('2 份与原读数相同，未另存（其中的更正照旧）；0 份数字不同。随所给文档作出的 2 处更正已写入数据包。')
  page.unmount()
})

it('the first report to look at is one that was read with doubt, else one that a check points at', async () => {
  const pinia = createPinia()
  const page = mount({ render: () => null }, { global: { plugins: [pinia] } })
  const first = async (result: data.LoadResult) => {
    holding(result)
    await useDataset(pinia).open('own-1')
    return firstToCheck('own-1')
  }
  expect([await first(held(true)), await first(held(false))]).toEqual([{ agency: '丙局', year: 2024 }, { agency: '乙局', year: 2024 }])
  page.unmount()
})
