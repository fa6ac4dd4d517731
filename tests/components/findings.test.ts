import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { describe, expect, it, vi } from 'vitest'
import { createMemoryHistory } from 'vue-router'
import { accusations } from '@/components/finding-text'
import { FIRST_FILTER, filtered } from '@/components/finding-filter'
import FindingList from '@/components/FindingList.vue'
import FindingTable from '@/components/FindingTable.vue'
import OfficialTable from '@/components/OfficialTable.vue'
import * as data from '@/data'
import { checkReport, checkTable, findingSheet } from '@/domain/checks'
import { dossierOf } from '@/domain/dossier'
import type { FigureId } from '@/domain/figure'
import { makeRouter } from '@/router'
import { useFindings } from '@/stores/findings'
import FindingsView from '@/views/FindingsView.vue'
import { tableOf } from '../fixture'
import { english, words } from './cards'

vi.mock('@/data', async (original) => ({ ...(await original<typeof data>()), saveFile: vi.fn() }))

const reviews = (total: number | string, upheld: number | string = 10) => ({ 'review.upheld': upheld, 'review.corrected': 1, 'review.other': 0, 'review.pending': 0, 'review.total': total })

const table = tableOf([
  { agency: '甲市教育局', year: 2023, cells: reviews(0) },
  { agency: '甲市教育局', year: 2024, cells: reviews(11) },
  { agency: '乙市民政局', year: 2023, cells: reviews(12) },
  { agency: '丙市财政局', year: 2023, cells: reviews(1, '') },
])
const list = (row: number, language = words) => mount(FindingList, { props: { findings: checkReport(table, row), words: language } })

describe('FindingList', () => {
  it('writes a failing check out: id, name, kind, sum, and what would make it fit, before and after', () => {
    const wrapper = list(0)
    const item = wrapper.get('[data-check="H4"]')
    for (const part of ['H4', '硬性', '不符', '10', '差 −11', '：0 → 11']) expect(item.text()).toContain(part)
    expect(wrapper.get('.told').text()).toContain('1 项核验不符')
  })

  it('is in the reader’s language', () => {
    const text = list(0, english).text()
    for (const part of ['hard', 'off by −11', ': 0 → 11', '1 check fails']) expect(text).toContain(part)
  })

  it('says how many checks a report without failures passes', () => {
    expect(list(1).get('.told').text()).toMatch(/^本年报通过 \d+ 项核验，没有不符。$/)
    expect(list(1).find('[data-check]').exists()).toBe(false)
  })

  it('keeps sums that fit with blanks as zero apart, and only counts what cannot be tested', () => {
    const wrapper = list(3)
    expect(wrapper.get('[data-outcome="pass-blank"] .finding').text()).toContain('H4')
    const untestable = wrapper.findAll('[data-outcome="untestable"]')
    for (const each of untestable) expect(each.attributes('open')).toBeUndefined()
  })
})

describe('an accused cell', () => {
  const official = (row: number) => dossierOf(table, row).tables.find(({ table: { section } }) => section === 'reviews')!

  it('carries the id of the check and says why, not by colour alone', () => {
    const wrapper = mount(OfficialTable, { props: { official: official(0), marked: new Set<FigureId>(), accused: accusations(words, checkReport(table, 0)), words } })
    const marks = wrapper.findAll('.accused')
    expect(marks).toHaveLength(1)
    expect(wrapper.get('[data-figure="review.total"] .accused [aria-hidden]').text()).toBe('H4')
    expect(wrapper.get('[data-figure="review.total"] .accused .visually-hidden').text()).toContain('H4 不符：')
    expect(marks[0]!.attributes('title')).toContain('差 −11')
  })

  it('is not there when nothing fails', () => {
    expect(accusations(words, checkReport(table, 1)).size).toBe(0)
  })
})

describe('the list of all findings', () => {
  const findings = checkTable(table)

  it('filters by outcome, year, agency and check, and counts each check', () => {
    const failing = filtered(findings, FIRST_FILTER)
    expect(failing.indexes.map((index) => findings.at(index)).map(({ agency, year, check }) => [agency, year, check])).toEqual([
      ['甲市教育局', 2023, 'H4'],
      ['乙市民政局', 2023, 'H4'],
    ])
    expect(failing.counts.get('H4')).toBe(2)
    expect(filtered(findings, { ...FIRST_FILTER, agency: '乙' }).indexes).toHaveLength(1)
    expect(filtered(findings, { ...FIRST_FILTER, year: 2024 }).indexes).toHaveLength(0)
    expect(filtered(findings, { ...FIRST_FILTER, check: 'H1' }).indexes).toHaveLength(0)
    expect(filtered(findings, { ...FIRST_FILTER, outcome: '' }).indexes).toHaveLength(findings.size)
  })

  it('is paged, back to the first page with another filter, and opens a report', async () => {
    const some = Array.from({ length: 120 }, () => filtered(findings, FIRST_FILTER).indexes[1]!)
    const wrapper = mount(FindingTable, { props: { findings, indexes: some, words } })
    expect(wrapper.findAll('tbody tr')).toHaveLength(50)
    await wrapper.findAll('nav button')[1]!.trigger('click')
    await wrapper.findAll('nav button')[1]!.trigger('click')
    expect(wrapper.findAll('tbody tr')).toHaveLength(20)
    await wrapper.setProps({ indexes: some.slice(0, 3) })
    expect(wrapper.findAll('tbody tr')).toHaveLength(3)
    await wrapper.get('tbody button').trigger('click')
    expect(wrapper.emitted('open')).toEqual([[table.rowOf(table.indexOf('乙市民政局'), 2023)]])
  })

  it('is a file with a row a finding', () => {
    const sheet = findingSheet(table, filtered(findings, FIRST_FILTER).indexes.map((index) => findings.at(index)))
    expect(sheet.columns.map(({ id }) => id)).toEqual(['agency', 'year', 'check', 'test', 'outcome', 'cells', 'expected', 'found', 'explanation-zh', 'explanation-en', 'decision', 'remark', 'decided', 'accepted'])
    expect(sheet.rows[0]!.slice(0, 8)).toEqual(['甲市教育局', 2023, 'H4', 'review', 'fail', 'review.upheld review.corrected review.other review.pending review.total', 11, 0])
  })
})

describe('FindingsView', () => {
  it('lists what fails, downloads what is listed, opens the report and closes', async () => {
    const pinia = createPinia()
    setActivePinia(pinia)
    const router = makeRouter(createMemoryHistory())
    await router.push('/?view=requests')
    const store = useFindings()
    await store.check(table)
    expect(store.failing).toBe(2)
    const before = store.findings
    await store.check(table)
    expect(store.findings).toBe(before)

    const wrapper = mount(FindingsView, { global: { plugins: [pinia, router] } })
    expect(wrapper.findAll('tbody tr')).toHaveLength(2)
    await wrapper.get('input').setValue('甲市')
    expect(wrapper.findAll('tbody tr')).toHaveLength(1)
    await wrapper.get('.bar button').trigger('click')
    await flushPromises()
    const [name, bytes] = vi.mocked(data.saveFile).mock.calls[0]!
    expect(name).toBe('atlas-findings-fail-甲市.csv')
    expect(new TextDecoder().decode(bytes as Uint8Array).trim().split('\r\n')).toHaveLength(2)
    await wrapper.get('tbody button').trigger('click')
    await flushPromises()
    expect(router.currentRoute.value.query).toEqual({ view: 'requests', report: '甲市教育局~2023' })
    expect(wrapper.emitted('close')).toHaveLength(1)
  })
})
