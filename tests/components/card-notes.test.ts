import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import CardControls from '@/components/CardControls.vue'
import CheckLine from '@/components/CheckLine.vue'
import CoverageLine from '@/components/CoverageLine.vue'
import DefinitionNote from '@/components/DefinitionNote.vue'
import { checkTable, failingDoubts } from '@/domain/checks'
import { failingIn, marked } from '@/domain/doubted'
import { indicatorOf } from '@/domain/indicators'
import type { Param, Selection } from '@/domain/selection'
import { sliceOf, type Slice } from '@/domain/slice'
import { tableOf } from '../fixture'
import { english, selected, sliceWith, table, words } from './cards'

describe('CoverageLine', () => {
  const line = (partial = {}, language = words) => mount(CoverageLine, { props: { slice: sliceWith(selected(partial)), selection: selected(partial), words: language } })

  it('says how many state it and how many are left out, with the reasons on demand', () => {
    const wrapper = line()
    expect(wrapper.get('summary').text()).toBe('6 个机关中 4 个写明；1 个为全区、全市等地区数，未列入')
    expect(wrapper.findAll('li').map((item) => item.text()).toSorted()).toEqual(['原文空白：1 个机关', '该年无年报数据：1 个机关'].toSorted())
  })

  it('says how many are not shown and what they add up to', () => {
    expect(line({ top: 1 }).text()).toContain('图中列 1 个，其余 2 个未列出；未列出的合计 7 件')
  })

  it('speaks English', () => {
    expect(line({}, english).get('summary').text()).toBe('4 of 6 agencies state it; 1 states a whole region’s figure and is left out')
  })

  it('says of how many the rate is one of nothing: they state their numbers', () => {
    const none = tableOf([1, 2].map((at) => ({ agency: `市第${at}局`, year: 2024, cells: { 'requests.received.total': 0, 'requests.processed.total': at === 1 ? 0 : 5, 'requests.granted.total': at === 1 ? 0 : 2 } })))
    const slice = sliceOf(none, selected(), { across: 'agencies', indicators: ['requests.granted.share'], rankBy: 'requests.granted.share' })
    expect(mount(CoverageLine, { props: { slice, selection: selected(), words } }).text()).toContain('2 个机关中 1 个写明；分母为零，无法计算：1 个机关')
  })

  it('has no reasons to unfold where all state it', () => {
    expect(line({ agency: ['乙市民政局'], year: { from: 2024, to: 2024 } }).find('details').exists()).toBe(false)
  })
})

describe('DefinitionNote', () => {
  it('names the definition in force, its unit and its kind', () => {
    const indicators = [indicatorOf('requests.disclosure-rate')!]
    const wrapper = mount(DefinitionNote, { props: { indicators, selection: selected({ 'disclosure-rate': 'granted' }), words } })
    expect(wrapper.text()).toContain('予以公开 ÷ 办理结果总计。')
    expect(wrapper.text()).toContain('比率，单位：%')
  })
})

describe('CardControls', () => {
  const controls = (params: Param[], partial = {}) => mount(CardControls, { props: { params, table, selection: selected(partial), slice: sliceWith(selected(partial)), words } })

  it('changes the part of the selection that an option stands for', async () => {
    const wrapper = controls(['sort', 'values', 'at'])
    await wrapper.findAll('select')[0]!.setValue('name')
    await wrapper.findAll('select')[1]!.setValue('2023')
    await wrapper.get('button[aria-pressed=false]').trigger('click')
    expect(wrapper.emitted('change')).toEqual([[{ sort: 'name' }], [{ at: 2023 }], [{ values: 'absolute' }]])
  })

  it('says which year it takes by itself', () => {
    expect(controls(['at']).get('option').text()).toBe('自动：2024年')
    expect(controls(['at'], { at: 2023 }).get('option').text()).toBe('自动')
  })

  it('leads back from an outcome group that is open', async () => {
    const wrapper = controls(['group'], { group: 'refused' })
    await wrapper.get('button').trigger('click')
    expect(wrapper.emitted('change')).toEqual([[{ group: '' }]])
  })

  it('offers a definition only where the picture shows that rate', () => {
    expect(controls(['disclosure-rate']).find('select').exists()).toBe(false)
  })

  it('has a labelled box to search the indicators of the page', () => {
    const input = controls(['indicator']).get('input')
    expect(input.attributes('aria-label')).toBe('指标')
    expect(input.element.value).toBe('本年新收申请')
  })
})

describe('CheckLine', () => {
  const reviews = (total: number) => ({ 'review.upheld': 3, 'review.corrected': 0, 'review.other': 0, 'review.pending': 0, 'review.total': total })
  const wrong = tableOf([{ agency: '甲局', year: 2024, cells: reviews(4) }, { agency: '乙局', year: 2024, cells: reviews(3) }])
  const doubts = failingDoubts(checkTable(wrong))
  const cut = { across: 'agencies', indicators: ['review.total'], rankBy: 'review.total' } as const
  const line = (partial: Partial<Selection> = {}, checked = true, more: { failing?: number; slice?: Slice } = {}) => {
    const selection = selected(partial)
    const slice = checked ? marked(wrong, selection, sliceOf(wrong, selection, cut, doubts), doubts) : sliceOf(wrong, selection, cut)
    return mount(CheckLine, { props: { slice, selection, words: english, checked, failing: failingIn(wrong, selection, slice, doubts), ...more } })
  }

  it('says what the sign stands for and on how many reports, and offers to leave them out', async () => {
    expect(line().text()).toContain('△ its figures fail a check: 1 of 2 reports')
    const wrapper = line()
    await wrapper.get('button').trigger('click')
    expect(wrapper.emitted('change')).toEqual([[{ failing: 'hidden' }]])
  })

  it('stands with those that fail and says how many it leaves out, also beyond the picture', () => {
    const slice = marked(wrong, selected(), sliceOf(wrong, selected(), cut), doubts)
    const edited = { ...slice, observations: slice.observations.map((each) => ({ ...each, doubts: [...each.doubts, { kind: 'edited' as const, id: 'review.total', text: { zh: '', en: '' } }] })) }
    expect(line({}, true, { slice: edited }).text()).toMatch(/^△ .*1 of 2 reports\s*Leave out the report that fails a check\s*■ .*2 of 2 reports$/)
    expect(line({}, true, { failing: 3 }).text()).toMatch(/^△ .*1 of 2 reports\s*2 more reports fail a check, of figures not drawn\s*Leave out the 3 reports that fail a check$/)
  })

  it('does not call clean in one breath what the switch leaves out: those drawn fit, others not drawn fail', () => {
    const clean = sliceOf(wrong, selected(), cut)
    expect(line({}, true, { slice: clean, failing: 4 }).text()).toMatch(/^In the 2 reports drawn no hard check of these figures fails\s*4 more reports fail a check, of figures not drawn\s*Leave out the 4 reports that fail a check$/)
  })

  it('offers to show them again', async () => {
    const wrapper = line({ failing: 'hidden' })
    expect(wrapper.text()).toContain('In the report drawn no hard check of these figures fails')
    await wrapper.get('button').trigger('click')
    expect(wrapper.emitted('change')).toEqual([[{ failing: 'shown' }]])
  })

  it('does not claim anything before the checks are done', () => {
    expect(line({}, false).text()).toBe('Checks are not finished')
  })
})

describe('CoverageLine over years', () => {
  it('lists each year with its reasons for absence, once it is unfolded', async () => {
    const selection = selected()
    const slice = sliceOf(table, selection, { across: 'agencies-years', indicators: ['requests.received'], rankBy: 'requests.received' })
    const wrapper = mount(CoverageLine, { props: { table, slice, selection, words: english } })
    expect(wrapper.get('summary').text()).toContain('1 to 3 a year')
    expect(wrapper.findAll('li')).toHaveLength(0)
    wrapper.get('details').element.open = true
    await wrapper.get('details').trigger('toggle')
    const items = wrapper.findAll('li').map((item) => item.text())
    expect(items[0]).toMatch(/^2023: 1 agency states it; no report for this year: 5 agencies$/)
    expect(items[1]).toContain('2024: 3 agencies state it')
  })
})
