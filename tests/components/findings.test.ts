import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { accusations } from '@/components/finding-text'
import FindingList from '@/components/FindingList.vue'
import OfficialTable from '@/components/OfficialTable.vue'
import { checkReport } from '@/domain/checks'
import { dossierOf } from '@/domain/dossier'
import type { FigureId } from '@/domain/figure'
import { tableOf } from '../fixture'
import { english, words } from './cards'

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
    expect(wrapper.get('[data-figure="review.total"] .accused .visually-hidden').text()).toContain('H4 复议诉讼合计不符：')
    expect(marks[0]!.attributes('title')).toContain('差 −11')
  })

  it('is there for every failing check that is about cells, also where the text may be the one that is wrong', () => {
    const told = tableOf([{ agency: '甲市教育局', year: 2022, cells: { 'requests.received.total': 30 }, statements: [{ figure: 'requests.received.total', value: '31', note: '正文' }] }])
    const findings = checkReport(told, 0).filter(({ outcome }) => outcome === 'fail')
    expect(findings.map(({ check }) => check)).toEqual(['S9'])
    expect(accusations(words, findings).get('requests.received.total' as FigureId)?.checks).toEqual(['S9'])
  })

  it('is not there when nothing fails', () => {
    expect(accusations(words, checkReport(table, 1)).size).toBe(0)
  })
})
