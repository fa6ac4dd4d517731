import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createMemoryHistory } from 'vue-router'
import * as data from '@/data'
import { Table } from '@/domain/table'
import { typedNotes } from '@/domain/typed-head'
import { makeRouter } from '@/router'
import { useDataset } from '@/stores/dataset'
import { useDecisions } from '@/stores/decisions'
import { useFindings } from '@/stores/findings'
import ChecksView from '@/views/ChecksView.vue'
import { consistentReports, wronglyCarried } from '../domain/checks-reports'
import { tableOf } from '../fixture'

vi.mock('@/data', async (original) => ({ ...(await original<typeof data>()), saveFile: vi.fn() }))

const reviews = (total: number) => ({ 'review.upheld': 10, 'review.corrected': 1, 'review.other': 0, 'review.pending': 0, 'review.total': total })
const table = tableOf([
  { agency: '甲市教育局', year: 2023, cells: { ...reviews(0), 'suit-direct.upheld': 2, 'suit-direct.corrected': 0, 'suit-direct.other': 0, 'suit-direct.pending': 0, 'suit-direct.total': 1 } },
  { agency: '甲市教育局', year: 2024, cells: reviews(11) },
  { agency: '乙市民政局', year: 2023, cells: reviews(12) },
])

async function bench(query: string, data = table) {
  const pinia = createPinia()
  setActivePinia(pinia)
  const router = makeRouter(createMemoryHistory())
  await router.push(`/?view=checks${query}`)
  Object.assign(useDataset(), { table: data, stated: data, opened: [{ id: 'cn', title: { zh: '中国', en: 'China' } }] })
  await useFindings().check(data)
  const wrapper = mount(ChecksView, { global: { plugins: [pinia, router] }, attachTo: document.body })
  await flushPromises()
  await expect.poll(() => wrapper.find('.desk').exists()).toBe(true)
  const press = async (key: string): Promise<void> => {
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
    await flushPromises()
    await expect.poll(() => wrapper.get('.bench').attributes('aria-busy')).toBe('false')
  }
  return { wrapper, router, press, shown: () => wrapper.get('.detail').attributes('data-test') }
}

beforeEach(() => {
  localStorage.clear()
  document.body.innerHTML = ''
  vi.mocked(data.saveFile).mockClear()
})

describe('the workbench', () => {
  it('goes from one failing test to the next by keys, over agencies, and says when it is at the end', async () => {
    const { wrapper, router, press, shown } = await bench('')
    await press('n')
    expect(router.currentRoute.value.query).toMatchObject({ report: '甲市教育局~2023', finding: 'H4.review' })
    await press('j')
    expect(shown()).toBe('suit-direct')
    await press('n')
    expect(router.currentRoute.value.query.report).toBe('乙市民政局~2023')
    await press('n')
    expect(wrapper.findAll('[role="status"]').at(-1)!.text()).toBe('已是所列的最后一项。')
    await press('p')
    expect(shown()).toBe('suit-direct')
    wrapper.unmount()
  })

  it.each([[390, true], [1440, false]])('is led to the finding that the link names where it stands below the matrix (%i pixels wide: %s)', async (width, led) => {
    const [scrolled, place] = [vi.spyOn(Element.prototype, 'scrollIntoView').mockReturnValue(), vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue({ top: 1537 } as DOMRect)]
    const query = vi.spyOn(window, 'matchMedia').mockImplementation((text) => ({ matches: width >= Number(/(\d+)px/.exec(text)?.[1]), addEventListener: () => undefined, removeEventListener: () => undefined }) as unknown as MediaQueryList)
    const { wrapper } = await bench('&report=甲市教育局~2023&finding=H4.suit-direct')
    await expect.poll(() => wrapper.find('.detail').exists()).toBe(true)
    await new Promise((resolve) => void setTimeout(resolve, 50))
    expect(scrolled.mock.contexts.map((element) => (element as HTMLElement).dataset.test)).toEqual(led ? ['suit-direct'] : [])
    wrapper.unmount()
    for (const spy of [scrolled, place, query]) spy.mockRestore()
  })

  it('says in the report’s head that its agency or year was typed by hand, and nothing where the document names them', async () => {
    const reportNotes = table.data.reportNotes.map((note, at) => (at === 0 ? typedNotes({ agency: '甲县教育局' })[0]! : note))
    const { wrapper, press } = await bench('', new Table({ ...table.data, reportNotes }))
    await press('n')
    expect(wrapper.get('.typed').text()).toBe('机关名称为人工填写，文档读作：甲县教育局')
    await press('n')
    expect(wrapper.find('.typed').exists()).toBe(true)
    await press('n')
    expect([wrapper.text().includes('乙市民政局'), wrapper.find('.typed').exists()]).toEqual([true, false])
    wrapper.unmount()
  })

  it('counts the stops of the way, of findings of one cause one, and has one remark for all of them', async () => {
    const [report] = consistentReports(5, '丁市财政局', [2023])
    const shifted = tableOf([{ agency: '甲市教育局', year: 2023, cells: reviews(0) }, { ...report!, cells: { ...report!.cells, 'requests.granted.natural': 4 } }])
    const { wrapper, press } = await bench('', shifted)
    const place = () => wrapper.get('.tools .place').text()
    const findings = useFindings().findings!
    const failing = Array.from({ length: findings.size }, (_, index) => index).filter((index) => findings.outcomeAt(index) === 'fail')
    await press('n')
    const stops: string[] = []
    for (let step = 0; step < failing.length && stops.at(-1) !== place(); step += 1) {
      await expect.poll(place).toMatch(/^第 \d+ 处，共 \d+ 处$/)
      stops.push(place())
      await press('n')
    }
    expect(stops.length).toBeGreaterThan(1)
    expect(stops.length).toBeLessThan(failing.length)
    expect(stops).toEqual(stops.map((_, at) => `第 ${at + 1} 处，共 ${stops.length} 处`))
    while (wrapper.findAll('.picker .group').length === 0) await press('p')
    await wrapper.get('.picker .group button').trigger('click')
    await flushPromises()
    await wrapper.get('textarea').setValue('错位')
    await wrapper.get('textarea').trigger('change')
    const { length } = wrapper.findAll('.picker .group')[0]!.findAll('button')
    expect([...useDecisions().all.values()].map(({ remark }) => remark)).toEqual(Array.from({ length }, () => '错位'))
    await wrapper.findAll('.picker .group button')[1]!.trigger('click')
    await flushPromises()
    expect(wrapper.get<HTMLTextAreaElement>('textarea').element.value).toBe('错位')
    wrapper.unmount()
  })

  it('stops once for a cause of two years, tells the other year, and decides both; the file has a line for each', async () => {
    const { wrapper, router, press } = await bench('&layout=list', tableOf([...wronglyCarried('甲市财政局'), { agency: '乙市民政局', year: 2023, cells: reviews(12) }]))
    expect(wrapper.findAll('tr[data-finding]')).toHaveLength(2)
    await press('n')
    expect(router.currentRoute.value.query).toMatchObject({ report: '甲市财政局~2023', finding: 'H1.requests.natural' })
    await expect.poll(() => wrapper.get('.tools .place').text()).toBe('第 1 处，共 2 处')
    await expect.poll(() => wrapper.get('.detail .also').text()).toContain('2024年 H5')
    await press('c')
    const decided = () => [...useDecisions().all.values()].map(({ year, check, verdict }) => `${year} ${check} ${verdict}`)
    expect(decided()).toEqual(['2023 H1 confirmed', '2023 H3 confirmed', '2024 H5 confirmed'])
    expect(wrapper.get('.bar .told').text()).toContain('列出 4 项；已认定：确认 3 项')
    await press('n')
    expect(router.currentRoute.value.query.report).toBe('乙市民政局~2023')
    await press('p')
    expect(router.currentRoute.value.query.report).toBe('甲市财政局~2023')
    // From the other year it is the same stop, and the same decision.
    await wrapper.findAll('tr[data-finding]')[0]!.findAll('button')[1]!.trigger('click')
    await flushPromises()
    await expect.poll(() => router.currentRoute.value.query.report).toBe('甲市财政局~2024')
    await expect.poll(() => wrapper.get('.tools .place').text()).toBe('第 1 处，共 2 处')
    await press('c')
    expect(decided()).toEqual([])
    await wrapper.findAll('button').find((button) => button.text().startsWith('下载这 4 项'))!.trigger('click')
    await expect.poll(() => vi.mocked(data.saveFile).mock.calls.length).toBe(1)
    const file = await (vi.mocked(data.saveFile).mock.calls[0]![1] as Blob).text()
    expect(file.trim().split('\r\n').slice(1).map((line) => line.split(',').slice(0, 3).join(' '))).toEqual(['甲市财政局 2023 H1', '甲市财政局 2023 H3', '甲市财政局 2024 H5', '乙市民政局 2023 H4'])
    wrapper.unmount()
  })

  it('keeps the way while findings are decided, with open ones asked for', async () => {
    const { wrapper, press, shown } = await bench('&decision=open')
    await press('n')
    await press('c')
    await press('n')
    expect(shown()).toBe('suit-direct')
    await press('d')
    await press('n')
    expect(wrapper.get('.report h2').text()).toContain('乙市民政局')
    await press('p')
    expect(wrapper.findAll('[role="status"]').at(-1)!.text()).toBe('已是所列的第一项。')
    const decisions = useDecisions()
    expect([...decisions.all.values()].map(({ test, verdict }) => [test, verdict])).toEqual([['review', 'confirmed'], ['suit-direct', 'dismissed']])
    expect(wrapper.findAll('.body [role="row"]')).toHaveLength(1)
    expect(wrapper.get('.bar .told').text()).toBe('1 个机关，共有年报 1 份；列出 1 项；已认定：确认 1 项，排除 1 项')
    wrapper.unmount()
  })

  it('opens a decision again by the same key, and counts what is filtered for', async () => {
    const { wrapper, press } = await bench('&find=乙市')
    expect(wrapper.get('.bench > p').text()).toMatch(/^1 份年报的/)
    expect(wrapper.get('option[value="H4"]').text()).toMatch(/（1）$/)
    await press('n')
    await expect.poll(() => document.activeElement?.tagName).toBe('H2')
    await press('c')
    expect(useDecisions().all.size).toBe(1)
    await press('c')
    expect(useDecisions().all.size).toBe(0)
    wrapper.unmount()
  })

  it('keeps the focus on a repair’s button, marks what it settles, and says what a second one replaces', async () => {
    const { wrapper, press } = await bench('')
    await press('n')
    const [first, second] = wrapper.findAll('.act button')
    ;(first!.element as HTMLElement).focus()
    await first!.trigger('click')
    expect([document.activeElement?.textContent, wrapper.get('.picker [aria-current]').text()]).toEqual(['撤回', expect.stringContaining('采纳的修正使之相符')])
    expect(wrapper.get('.replaced').text()).toBe('')
    useDecisions().decide({ agency: '甲市教育局', year: 2023, check: 'S9', test: 'x' }, { changes: [{ figure: 'review.total', year: 2023, before: 0, after: 7 }] })
    await first!.trigger('click')
    await first!.trigger('click')
    expect(wrapper.get('.replaced').text()).toContain('取代了与之矛盾的修正：S9 2023 年')
    expect([...useDecisions().all.values()].map(({ check }) => check)).toEqual(['H4'])
    expect(second).toBeUndefined()
    wrapper.unmount()
  })

  it('takes no key for a command while something is written', async () => {
    const { wrapper, press } = await bench('')
    await press('n')
    const remark = wrapper.get('textarea').element
    remark.focus()
    remark.dispatchEvent(new KeyboardEvent('keydown', { key: 'c', bubbles: true }))
    await flushPromises()
    expect(useDecisions().all.size).toBe(0)
    wrapper.unmount()
  })

  it('downloads what is listed with decisions, and takes them from such a file', async () => {
    const { wrapper, press } = await bench('&rule=H4&layout=list')
    expect(wrapper.findAll('tbody tr[data-finding]')).toHaveLength(3)
    await press('n')
    await press('c')
    await wrapper.findAll('.bar button').find((button) => button.text().includes('CSV）'))!.trigger('click')
    await expect.poll(() => vi.mocked(data.saveFile).mock.calls.length).toBeGreaterThan(0)
    const [name, bytes] = vi.mocked(data.saveFile).mock.calls[0]!
    expect(name).toBe('atlas-findings-H4.csv')
    const lines = (await (bytes as Blob).text()).trim().split('\r\n')
    expect(lines).toHaveLength(4)
    expect(lines[1]).toContain(',confirmed,')
    const decisions = useDecisions()
    decisions.decide([...decisions.all.values()][0]!, { verdict: null })
    expect(decisions.all.size).toBe(0)
    const input = wrapper.get<HTMLInputElement>('input[type="file"]')
    Object.defineProperty(input.element, 'files', { value: [new File([bytes as Blob], 'team.csv')], configurable: true })
    await input.trigger('change')
    await expect.poll(() => decisions.all.size).toBe(1)
    expect(wrapper.get('.taken').text()).toBe('从 team.csv 载入 1 项认定。')
    wrapper.unmount()
  })

  it('says so when nothing is left', async () => {
    const { wrapper } = await bench('&rule=H6&outcome=fail-hard')
    expect(wrapper.get('.nothing').text()).toContain('没有这样的年报')
    wrapper.unmount()
  })
})
