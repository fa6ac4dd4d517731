import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import LeadingFigures from '@/components/LeadingFigures.vue'
import LoadState from '@/components/LoadState.vue'
import PageFooter from '@/components/PageFooter.vue'
import ProblemList from '@/components/ProblemList.vue'
import SelectionSummary from '@/components/SelectionSummary.vue'
import SideSheet from '@/components/SideSheet.vue'
import UnknownParts from '@/components/UnknownParts.vue'
import { indicatorOf } from '@/domain/indicators'
import { PROBLEM_KINDS, type Problem } from '@/domain/problem'
import { DEFAULTS } from '@/domain/selection'
import { totalOf, type Total } from '@/domain/total'
import { LANGUAGES, wordsOf } from '@/i18n'
import { tableOf } from '../fixture'

const words = wordsOf('zh-CN')

describe('SelectionSummary', () => {
  it('has no chips and no reset for the default', () => {
    const wrapper = mount(SelectionSummary, { props: { words, selection: DEFAULTS, table: null } })
    expect(wrapper.find('button').exists()).toBe(false)
    expect(wrapper.get('[role="status"]').text()).toBe('全部机关，全部年份')
  })

  it('takes one parameter back with one click, or all', async () => {
    const wrapper = mount(SelectionSummary, { props: { words, selection: { ...DEFAULTS, agency: ['甲', '乙'], year: { from: 2021, to: 2024 }, view: 'requests', shape: 'wide' }, table: null } })
    const buttons = wrapper.findAll('button')
    expect(buttons).toHaveLength(3)
    await buttons[0]!.trigger('click')
    await buttons[1]!.trigger('click')
    expect(wrapper.emitted('change')).toEqual([[{ agency: [] }], [{ year: null }]])
    await buttons[2]!.trigger('click')
    expect(wrapper.emitted('reset')).toHaveLength(1)
  })
})

describe('SelectionSummary of nothing', () => {
  it('says so when no agency fits the conditions', () => {
    const table = tableOf([{ agency: '甲市', year: 2024, cells: {} }])
    const wrapper = mount(SelectionSummary, { props: { words, selection: { ...DEFAULTS, category: ['政府'], level: ['国家'] }, table } })
    expect(wrapper.text()).toContain('没有机关同时符合')
  })
})

describe('UnknownParts', () => {
  it('shows nothing when everything is known', () => {
    expect(mount(UnknownParts, { props: { words, unknown: [] } }).find('section').exists()).toBe(false)
  })

  it('names what the data do not have, as plain text, and takes it out', async () => {
    const part = { param: 'agency', text: '<img src=x onerror=alert(1)>' }
    const wrapper = mount(UnknownParts, { props: { words, unknown: [part, { param: 'colour', text: 'red' }] } })
    expect(wrapper.find('img').exists()).toBe(false)
    expect(wrapper.text()).toContain(part.text)
    expect(wrapper.text()).toContain('colour red')
    // What the link says is quoted: it is no word of ours.
    expect(wrapper.findAll('q').map((quoted) => quoted.text())).toEqual([part.text, 'red'])
    await wrapper.get('button').trigger('click')
    expect(wrapper.emitted('remove')).toEqual([[part]])
  })
})

describe('LeadingFigures', () => {
  const table = tableOf([
    { agency: '甲市', year: 2024, cells: { 'requests.received.total': 1200, 'requests.processed.total': 1000, 'requests.granted.total': 300, 'requests.partly-granted.total': 100 } },
    { agency: '乙市', year: 2024, cells: { 'requests.received.total': 34 } },
  ])
  const figures = ['requests.received', 'requests.disclosure-rate', 'rules.issued'].map((id) => ({ indicator: indicatorOf(id)!, total: totalOf(table, DEFAULTS, id) }))

  it('states value, unit, year and number of agencies; a rate its numerator and denominator', () => {
    const tiles = mount(LeadingFigures, { props: { words, figures, loading: false } }).findAll('.tile')
    expect(tiles[0]!.text()).toBe('本年新收申请1,234 件2024年 2 个机关')
    expect(tiles[1]!.text()).toBe('公开率40 %2024年 1 个机关 400/1,000 95% 区间 37%–43.1%')
  })

  it('leads to the page that compares a figure', async () => {
    const wrapper = mount(LeadingFigures, { props: { words, figures: figures.map((each) => ({ ...each, page: { id: 'requests', link: '/?view=requests' } as const })), loading: false } })
    expect(wrapper.get('a').attributes('href')).toBe('/?view=requests')
    await wrapper.get('a').trigger('click')
    expect(wrapper.emitted('view')).toEqual([['requests']])
  })

  it('never shows a figure nobody states as zero', () => {
    const tile = mount(LeadingFigures, { props: { words, figures, loading: false } }).findAll('.tile')[2]!
    expect(tile.text()).toContain('本数据中没有')
    expect(tile.text()).not.toContain('0')
  })

  it('says that it is not known yet what is in doubt about them', () => {
    const told = (checking: boolean) => mount(LeadingFigures, { props: { words, figures, loading: false, checking } }).findAll('.tile').map((tile) => tile.text().includes('核验尚未完成'))
    expect(told(true)).toEqual([true, true, false])
    expect(told(false)).toEqual([false, false, false])
  })

  it('keeps the place of every figure while loading', () => {
    expect(mount(LeadingFigures, { props: { words, figures: figures.map((each) => ({ ...each, total: null })), loading: true } }).findAll('.tile')).toHaveLength(3)
  })
})

describe('LeadingFigures of several years', () => {
  const tile = (id: string, year: number) => ({ indicator: indicatorOf(id)!, total: { value: 5, year, agencies: 1, numerator: null, denominator: null, low: null, high: null, refused: null, regional: false, families: [], doubts: new Map(), leftOut: 0 } as unknown as Total })
  const textsOf = (years: readonly number[]) => mount(LeadingFigures, { props: { words, figures: ['requests.received', 'requests.processed'].map((id, at) => tile(id, years[at]!)), loading: false } }).findAll('dt').map((name) => name.text())

  it('have their year at their names where it differs, and not where all are of one', () => {
    expect(textsOf([2025, 2023])).toEqual([expect.stringMatching(/2025 ?年?$/), expect.stringMatching(/2023 ?年?$/)])
    expect(textsOf([2025, 2025]).join('')).not.toMatch(/\d/)
  })
})

describe('LeadingFigures in doubt', () => {
  it('says of every kind on how many reports', () => {
    const table = tableOf([{ agency: '甲局', year: 2024, cells: { 'requests.received.total': 40 } }])
    const total = { ...totalOf(table, DEFAULTS, 'requests.received')!, agencies: 5, doubts: new Map([['failing', 2], ['repaired', 1], ['edited', 3]] as const) }
    const text = mount(LeadingFigures, { props: { words, figures: [{ indicator: indicatorOf('requests.received')!, total }], loading: false } }).text()
    for (const part of ['△ 2 份核验不符', '◇ 1 份含修正值', '■ 3 份含手工更正']) expect(text).toContain(part)
  })
})

describe('LoadState', () => {
  const state = (props: object) => mount(LoadState, { props: { words, state: 'loading' as const, progress: { file: 'requests.csv', loaded: 1_000_000, total: 2_500_000 }, error: null, ...props } })

  it('shows how far it is and can be stopped', async () => {
    const wrapper = state({})
    expect(wrapper.text()).toContain('1 / 2.5 MB')
    expect(wrapper.text()).toContain('requests.csv')
    expect(wrapper.get('progress').element.value).toBeCloseTo(0.4)
    await wrapper.get('button').trigger('click')
    expect(wrapper.emitted('cancel')).toHaveLength(1)
  })

  it('says what failed, at which file, and tries again', async () => {
    const wrapper = state({ state: 'failed', error: { kind: 'network', file: 'agencies.csv' } })
    expect(wrapper.get('[role="alert"]').text()).not.toContain('error.')
    await wrapper.get('button').trigger('click')
    expect(wrapper.emitted('retry')).toHaveLength(1)
  })

  it('says what to do with an empty package', () => {
    expect(state({ state: 'empty' }).text()).toContain('agencies.csv')
  })

  it('can be taken up again after a stop', async () => {
    const wrapper = state({ state: 'idle' })
    await wrapper.get('button').trigger('click')
    expect(wrapper.emitted('retry')).toHaveLength(1)
  })
})

describe('ProblemList', () => {
  it.each(LANGUAGES)('has words for every kind in %s', (language) => {
    const problems = PROBLEM_KINDS.map((kind): Problem => ({ kind, file: 'requests.csv' }))
    expect(mount(ProblemList, { props: { words: wordsOf(language), problems } }).text()).not.toContain('problem.')
  })

  it('groups by kind, locates each, and counts what it does not list', () => {
    const problems = Array.from({ length: 60 }, (_, i): Problem => ({ kind: 'cell-unreadable', file: 'requests.csv', line: i + 2, column: 'total', text: '<b>x</b>' }))
    const wrapper = mount(ProblemList, { props: { words, problems } })
    expect(wrapper.findAll('h3')).toHaveLength(1)
    expect(wrapper.findAll('li')).toHaveLength(51)
    expect(wrapper.get('li').text()).toContain('requests.csv')
    expect(wrapper.get('li').text()).toContain('<b>x</b>')
    expect(wrapper.text()).toContain('另有 10 处')
  })
})

describe('PageFooter', () => {
  it('tells problems only once the data are read', async () => {
    const wrapper = mount(PageFooter, { props: { words, opened: [{ id: 'cn', text: '中国', folder: 'data/cn/' }], sample: true, licences: '', problems: 3, versions: 0, known: false, failing: null, checked: 0, reports: 9 } })
    expect(wrapper.find('button').exists()).toBe(false)
    expect(wrapper.get('a').attributes('href')).toBe('data/cn/datapackage.json')
    await wrapper.setProps({ known: true })
    await wrapper.get('button').trigger('click')
    expect(wrapper.emitted('problems')).toHaveLength(1)
  })

  it('tells how far the checks are, then how many reports fail, and leads to what they found', async () => {
    const wrapper = mount(PageFooter, { props: { words, opened: [], sample: true, licences: '', problems: 0, versions: 0, known: true, failing: null, checked: 5, reports: 9 } })
    expect(wrapper.text()).toContain('正在核验：5 / 9 份年报')
    await wrapper.setProps({ failing: 0 })
    expect(wrapper.get('button').text()).toBe('没有年报的合计或版本不符')
    await wrapper.setProps({ failing: 3 })
    expect(wrapper.get('button').text()).toBe('3 份年报的合计或版本不符')
    await wrapper.get('button').trigger('click')
    expect(wrapper.emitted('findings')).toHaveLength(1)
  })

  it('leads to the import report of an own package, and to the reports with other versions that it counts', async () => {
    const wrapper = mount(PageFooter, { props: { words, opened: [{ id: 'own-1', text: '我的', folder: '' }], sample: false, licences: 'OGL', problems: 0, versions: 2, known: true, failing: null, checked: 0, reports: 9 } })
    expect(wrapper.find('a').exists()).toBe(false)
    expect(wrapper.text()).toContain('2 份年报另有其他版本')
    expect(wrapper.text()).toContain('许可：OGL')
    expect(wrapper.text()).not.toContain('没有发现问题')
    await wrapper.get('button').trigger('click')
    expect(wrapper.emitted('report')).toEqual([['own-1']])
    await wrapper.findAll('button').find((button) => button.text() === '2 份年报另有其他版本')!.trigger('click')
    expect(wrapper.emitted('versions')).toHaveLength(1)
  })
})

describe('SideSheet', () => {
  it('is a dialog with a name that closes', async () => {
    const wrapper = mount(SideSheet, { props: { open: true, title: '选择条件', closeText: '关闭' }, slots: { default: '<p>内容</p>' }, attachTo: document.body })
    await expect.poll(() => document.querySelector('[role="dialog"]')).not.toBeNull()
    const dialog = document.querySelector('[role="dialog"]')!
    expect(document.getElementById(dialog.getAttribute('aria-labelledby')!)!.textContent).toBe('选择条件')
    await expect.poll(() => dialog.textContent).toContain('内容')
    dialog.querySelector('button')!.click()
    await expect.poll(() => wrapper.emitted('update:open')).toEqual([[false]])
    wrapper.unmount()
  })
})
