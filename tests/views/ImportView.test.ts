import { flushPromises, mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import * as data from '@/data'
import * as imports from '@/data/imports'
import type { Choices, ImportDesk, Looks, PickedFile } from '@/data/imports'
import { makeRouter } from '@/router'
import type { FigureId } from '@/domain/figure'
import { Table } from '@/domain/table'
import { useDataset } from '@/stores/dataset'
import { useDrill } from '@/stores/drill'
import ImportView from '@/views/ImportView.vue'
import { tableOf } from '../fixture'
import { account, look } from '../imports'

vi.mock('@/data', async (original) => ({ ...(await original<typeof data>()), listOwnPackages: vi.fn() }))
vi.mock('@/data/imports', async (original) => ({ ...(await original<typeof imports>()), openDesk: vi.fn(), renameOwn: vi.fn(), removeOwn: vi.fn(), putBackOwn: vi.fn(), swapOwn: vi.fn(), listRemoved: vi.fn(async () => []), saveFile: vi.fn() }))

const OWN = { id: 'own-1', title: '旧包', created: '2026-01-01T00:00:00.000Z', agencies: 1, reports: 1, figures: 1, versions: 0, problems: 0, bytes: 9 }
const ROLES = [{ group: { zh: '指标', en: 'figures' }, roles: [{ role: { as: 'cells', figure: 'requests.granted.total' }, label: { zh: '予以公开', en: 'granted' } }] }] as const

let desk: Partial<{ [K in keyof ImportDesk]: ReturnType<typeof vi.fn<ImportDesk[K]>> }>

beforeEach(() => {
  localStorage.clear()
  document.body.innerHTML = ''
  vi.mocked(data.listOwnPackages).mockResolvedValue([OWN])
  vi.mocked(imports.saveFile).mockReset()
  desk = {
    look: vi.fn(async (files: readonly PickedFile[], choices: Choices): Promise<Looks> => ({
      tables: files.map(({ name }) => (name.endsWith('.png') ? look(name, { refused: 'file-binary', problems: [{ kind: 'file-binary', file: name }] }) : look(name, choices[name]?.mapping ? { mapping: choices[name].mapping, format: 'cn', shape: 'wide' } : {}))),
      roles: { '': ROLES, cn: ROLES },
    })),
    import: vi.fn(async (_files, _choices, { title }) => ({ entry: { ...OWN, id: 'own-2', title }, account: account({ problems: [{ kind: 'row-total', file: 'a.csv', line: 6, text: '合计' }] }), refused: null, zip: null })),
    account: vi.fn(async () => account()),
    zip: vi.fn(async () => new Uint8Array([1])),
    standing: vi.fn(async () => []),
    cancel: vi.fn(),
  }
  vi.mocked(imports.openDesk).mockReturnValue(desk as unknown as ImportDesk)
})

async function visit(report = '', link = '/') {
  const { options } = makeRouter(createMemoryHistory())
  const router = createRouter({ ...options, history: createMemoryHistory(), routes: [{ path: '/:rest(.*)*', component: { render: () => null } }] })
  await router.push(link)
  const page = mount(ImportView, { props: { dropped: [], over: false, report }, global: { plugins: [createPinia(), router] }, attachTo: document.body })
  await flushPromises()
  const press = async (text: string) => {
    await page.findAll('button').find((button) => button.text() === text)!.trigger('click')
    await flushPromises()
  }
  return { page, router, press }
}

const drop = async (page: Awaited<ReturnType<typeof visit>>['page'], ...names: readonly string[]) => {
  await page.setProps({ dropped: names.map((name) => new File(['x'], name)) })
  await flushPromises()
}

describe('the import sheet', () => {
  it('recognises what is dropped; what needs mapping is open, what cannot be read says why', async () => {
    const { page } = await visit()
    await drop(page, 'a.csv', 'b.png')
    expect(page.findAll('.table .name').map((name) => name.text())).toEqual(['a.csv', 'b.png'])
    expect(page.text()).toContain('需要指定各列')
    expect(page.text()).toContain('b.png 不是文字文件')
    expect(page.findAll('input[role="combobox"]')).toHaveLength(3)
    page.unmount()
  })

  it('maps a column by hand: the suggestions come first, the choice is sent and remembered', async () => {
    const { page } = await visit()
    await drop(page, 'a.csv')
    await page.findAll('input[role="combobox"]')[2]!.trigger('click')
    await expect.poll(() => document.querySelectorAll('[role="option"]').length).toBe(3)
    const options = [...document.querySelectorAll<HTMLElement>('[role="option"]')]
    expect(options.map(({ textContent }) => textContent)).toEqual(['不读入', expect.stringContaining('新收'), '予以公开'])
    options[1]!.click()
    await flushPromises()
    expect(desk.look!.mock.calls.at(-1)![1]['a.csv']!.mapping!.columns).toEqual({ 新收: { as: 'cells', figure: 'requests.received.total' } })
    expect(localStorage.getItem('disclosure-atlas.mappings')).toContain('requests.received.total')
    page.unmount()
  })

  it('takes a pasted table for a file, but not what is pasted into a field', async () => {
    const { page } = await visit()
    const paste = (target: EventTarget, text: string) => {
      const event = new Event('paste', { bubbles: true, cancelable: true })
      Object.assign(event, { clipboardData: { getData: () => text, files: [] } })
      target.dispatchEvent(event)
    }
    paste(page.get('textarea').element, '机关\t年度')
    paste(document.body, 'one word')
    paste(document.body, '机关\t年度\n甲\t2024')
    await flushPromises()
    expect(page.findAll('.table .name').map((name) => name.text())).toEqual(['粘贴的文字.txt'])
    page.unmount()
  })

  it('imports, shows the report, and opens the package in the link', async () => {
    const { page, router, press } = await visit('', '/?view=requests')
    await drop(page, 'a.csv')
    await page.get('form.target').trigger('submit')
    await flushPromises()
    expect(desk.import!.mock.calls[0]![2]).toEqual({ title: 'a', named: false, into: null })
    expect(page.get('.report').text()).toContain('已导入。数据包现有 2 个机关，4 份年报，19 个数。')
    expect(page.get('.report').text()).toContain('a.csv 第 6 行“合计”是合计行')
    await press('下载问题清单 CSV')
    expect(vi.mocked(imports.saveFile).mock.calls[0]![1]).toBe('\uFEFFfile,line,column,problem,text,line-left-out\na.csv,6,,row-total,合计,\n')
    await press('打开数据包')
    expect(router.currentRoute.value.query).toEqual({ view: 'requests', package: 'own-2' })
    await expect.poll(() => page.emitted('close')).toHaveLength(1)
    page.unmount()
  })

  it('tells of governments that do not say whose figures they state, says it of all with one press, and takes it back', async () => {
    desk.import!.mockResolvedValueOnce({ entry: { id: 'own-2', title: 'a', created: '', agencies: 2, reports: 4, figures: 19, versions: 0, problems: 0, bytes: 1 }, account: { ...account(), regionsUnsaid: 2 }, refused: null, zip: null })
    const reports = [{ agency: '廊桥市人民政府', year: 2023 }]
    const scopes = vi.fn(async () => reports)
    Object.assign(desk, { scopes })
    const { page, press } = await visit()
    await drop(page, 'a.csv')
    await page.get('form.target').trigger('submit')
    await flushPromises()
    expect(page.get('.report').text()).toContain('2 个人民政府的年报未注明')
    await press('都记为全区域汇总')
    expect(page.get('.report').text()).toContain('已把 1 份政府年报记为全区域汇总')
    await press('撤销')
    expect(page.get('.report').text()).toContain('2 个人民政府的年报未注明')
    expect(scopes.mock.calls).toEqual([['own-2', 'region', null], ['own-2', '', reports]])
    page.unmount()
  })

  it('offers the package for download where the browser would not keep it', async () => {
    desk.import!.mockResolvedValueOnce({ entry: null, account: account(), refused: 'storage-refused', zip: new Uint8Array([7]) })
    const { page, press } = await visit()
    await drop(page, 'a.csv')
    await page.get('form.target').trigger('submit')
    await flushPromises()
    expect(page.get('[role="alert"]').text()).toContain('浏览器不允许保存数据')
    await press('下载数据包（CSV）')
    expect(vi.mocked(imports.saveFile).mock.calls[0]!.slice(0, 2)).toEqual(['a.zip', new Uint8Array([7])])
    page.unmount()
  })

  it('says that a stopped import kept nothing, and still has the files', async () => {
    desk.import!.mockRejectedValueOnce(new imports.ImportError('cancelled', ''))
    const { page } = await visit()
    await drop(page, 'a.csv')
    await page.get('form.target').trigger('submit')
    await flushPromises()
    expect(page.get('[role="alert"]').text()).toContain('没有保存任何内容')
    expect(page.findAll('.table .name')).toHaveLength(1)
    page.unmount()
  })

  it('lists own packages: report, export, and removal that also leaves the link', async () => {
    const { page, router, press } = await visit('', '/?package=cn~own-1')
    useDataset().$patch({ opened: [{ id: 'cn', title: { zh: '', en: '' } }] })
    await press('导入报告')
    expect(page.get('.report').text()).toContain('旧包')
    await press('返回')
    await press('导出')
    expect(vi.mocked(imports.saveFile).mock.calls[0]![0]).toBe('旧包.zip')
    await press('删除')
    expect(vi.mocked(imports.removeOwn)).toHaveBeenCalledWith('own-1')
    expect(router.currentRoute.value.query).toEqual({ package: 'cn' })
    page.unmount()
  })

  it('says which package has the reports already, before one is chosen, and adds to it when asked', async () => {
    const read = { agency: '甲局', year: 2023, format: 'cn-2021', lines: [], statements: [], found: 0, of: 0, unread: [], problems: [], doubtful: new Map(), failing: 0, open: [] }
    desk.look!.mockImplementation(async (files: readonly PickedFile[]): Promise<Looks> => ({ tables: files.map(({ name }) => look(name, { read, shape: 'document', format: 'cn-2021' })), roles: { '': ROLES, cn: ROLES } }))
    desk.standing!.mockImplementation(async (id, asked) => (id === 'own-1' ? asked.slice(0, 1).map(({ name }) => ({ name, changed: [], added: 0, corrected: 0 })) : []))
    vi.mocked(data.listOwnPackages).mockResolvedValue([{ ...OWN, id: 'own-0', title: '另包' }, OWN])
    const { page, press } = await visit()
    await drop(page, 'a.html', 'b.html')
    await expect.poll(() => page.text()).toContain('其中 1 份文档的年报，数据包“旧包”已有')
    await press('加入到这个数据包')
    expect(page.text()).not.toContain('数据包“旧包”已有')
    expect(page.get('form.target').text()).toContain('此数据包已有其中 1 份文档的年报，与原读数都相同')
    await page.get('form.target').trigger('submit')
    await flushPromises()
    expect(desk.import!.mock.calls[0]![2]).toMatchObject({ into: 'own-1' })
    page.unmount()
  })

  it('keeps the package that files are added to while a report is read and while more files come', async () => {
    const { page, press } = await visit()
    await drop(page, 'a.csv')
    await page.find<HTMLInputElement>('input[value="into"]').setValue(true)
    await page.find('[data-package="own-1"] .buttons button:nth-child(3)').trigger('click')
    await flushPromises()
    expect(page.find('.report').exists()).toBe(true)
    await press('返回')
    await drop(page, 'b.csv')
    expect(page.find<HTMLInputElement>('input[value="into"]').element.checked).toBe(true)
    await page.find('form.target').trigger('submit')
    expect(desk.import!.mock.calls[0]![2]).toMatchObject({ into: 'own-1' })
    page.unmount()
  })

  it('goes back from a review to the list by Escape, and says outside how many wait', async () => {
    const figure = 'requests.received.total' as const
    const read = { agency: '甲局', year: 2023, format: 'cn-2021', lines: [{ figure, asNamed: '', text: '5', note: '', quote: '', place: '' }], statements: [], found: 0, of: 0, unread: [], problems: [], doubtful: new Map(), failing: 0, open: [] } as unknown as NonNullable<ReturnType<typeof look>['read']>
    desk.look!.mockImplementation(async (files: readonly PickedFile[]): Promise<Looks> => ({ tables: files.map(({ name }) => look(name, { read, shape: 'document', format: 'cn-2021' })), roles: { '': ROLES, cn: ROLES } }))
    const { page } = await visit()
    await drop(page, 'a.html', 'b.html')
    expect(useDataset().waiting).toBe(2)
    await page.get('[data-review="a.html"]').trigger('click')
    await expect.poll(() => page.find('.review').exists()).toBe(true)
    const press = (): boolean => document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }))
    expect(press()).toBe(false)
    await expect.poll(() => page.find('.review').exists()).toBe(false)
    expect(press()).toBe(true)
    page.unmount()
  })

  it('leads to the first report of a package that has cells to look at', async () => {
    const { page, router } = await visit('', '/?package=own-1&view=checks')
    const made = tableOf([{ agency: '甲局', year: 2022, cells: { 'requests.received.total': 3 } }, { agency: '乙局', year: 2023, cells: { 'requests.received.total': 5 } }])
    const row = made.rowOf(made.indexOf('乙局'), 2023)
    const table = new Table({ ...made.data, doubtfulReadings: [{ row, figure: 'requests.received.total' as FigureId, why: { zh: '疑', en: 'doubt' }, confirmed: false, remark: '' }] })
    useDataset().$patch({ opened: [{ id: 'own-1', title: { zh: '', en: '' } }], state: 'ready' })
    useDataset().table = table
    await flushPromises()
    await page.get('[data-package="own-1"] button[aria-label="逐格核对：旧包"]').trigger('click')
    await flushPromises()
    expect(router.currentRoute.value.query).toEqual({ package: 'own-1', report: '乙局~2023' })
    expect([useDrill().correcting, page.emitted('close')]).toEqual([true, [[]]])
    expect(page.findAll('[data-package] button').map((button) => button.attributes('aria-label'))).toEqual(expect.arrayContaining(['删除：旧包', '导出：旧包', '改名：旧包', '打开：旧包', '导入报告：旧包']))
    page.unmount()
  })

  it('opens with the report that was asked for', async () => {
    const { page } = await visit('own-1')
    expect(page.get('.report').text()).toContain('旧包')
    page.unmount()
  })
})
