import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import CardControls from '@/components/CardControls.vue'
import CoverageLine from '@/components/CoverageLine.vue'
import DefinitionNote from '@/components/DefinitionNote.vue'
import { indicatorOf } from '@/domain/indicators'
import type { Param } from '@/domain/selection'
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
