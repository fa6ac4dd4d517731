import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import AgencyPicker from '@/components/AgencyPicker.vue'
import type { Agency } from '@/domain/table'
import { wordsOf } from '@/i18n'

const words = wordsOf('zh-CN')
const agencies: Agency[] = Array.from({ length: 120 }, (_, i) => ({ id: `浙江省第${i}局`, name: `浙江省第${i}局`, province: '浙江省', city: '', county: '', level: '省', category: '部门' }))
agencies.push({ id: '教育部', name: '教育部', province: '', city: '', county: '', level: '国家', category: '部门' })

const picker = (chosen: readonly string[] = []): VueWrapper => mount(AgencyPicker, { props: { words, agencies, all: agencies, chosen, wording: '' } })
const boxes = (wrapper: VueWrapper): string[] => wrapper.findAll('label:has(input[type="checkbox"])').map((label) => label.text())
const button = (wrapper: VueWrapper, text: string) => wrapper.findAll('button').find((each) => each.text().includes(text))!

describe('AgencyPicker', () => {
  it('shows groups closed with their counts, and a page of names when opened', async () => {
    const wrapper = picker()
    expect(boxes(wrapper)).toEqual([])
    expect(button(wrapper, '浙江省').text()).toContain('120')
    await button(wrapper, '浙江省').trigger('click')
    expect(boxes(wrapper)).toHaveLength(50)
    await button(wrapper, '还有 70 个').trigger('click')
    expect(boxes(wrapper)).toHaveLength(100)
  })

  it('calls those of no province what they are: national organs, or not stated', () => {
    const own: Agency[] = [{ id: '甲局', name: '甲局', province: '', city: '', county: '甲县', level: '', category: '' }]
    const headings = (all: readonly Agency[]) => mount(AgencyPicker, { props: { words, agencies: all, all, chosen: [], wording: '' } }).findAll('.heading').map((heading) => heading.text())
    expect(headings(agencies)).toContainEqual(expect.stringContaining('国家机关'))
    expect(headings([...agencies.slice(0, 2), ...own])).toContainEqual(expect.stringContaining('省份未注明'))
    expect(headings([...agencies, ...own])).toContainEqual(expect.stringContaining('国家机关或省份未注明'))
  })

  it('opens the groups found while searching and says how many', async () => {
    const wrapper = picker()
    await wrapper.get('input[type="search"]').setValue('教育')
    expect(boxes(wrapper)).toEqual(['教育部'])
    expect(wrapper.get('[role="status"]').text()).toBe('找到 1 个机关')
  })

  it('finds by pinyin initials', async () => {
    const wrapper = picker()
    await wrapper.get('input[type="search"]').setValue('jyb')
    await flushPromises()
    await expect.poll(() => boxes(wrapper)).toEqual(['教育部'])
  })

  it('is one stop of the tab key, whatever the number of groups; arrows lead through them and open them', async () => {
    const wrapper = mount(AgencyPicker, { props: { words, agencies, all: agencies, chosen: [], wording: '' }, attachTo: document.body })
    const headings = wrapper.findAll<HTMLElement>('.heading')
    const tabbed = (): string[] => headings.filter((heading) => heading.element.tabIndex === 0).map((heading) => heading.text())
    expect(headings).toHaveLength(2)
    expect(tabbed()).toEqual([headings[0]!.text()])
    await wrapper.get('input[type="search"]').trigger('keydown', { key: 'ArrowDown' })
    expect(document.activeElement).toBe(headings[0]!.element)
    await headings[0]!.trigger('keydown', { key: 'ArrowDown' })
    expect(document.activeElement).toBe(headings[1]!.element)
    expect(tabbed()).toEqual([headings[1]!.text()])
    await headings[1]!.trigger('keydown', { key: 'ArrowRight' })
    await headings[1]!.trigger('keydown', { key: 'ArrowDown' })
    expect(document.activeElement).toBe(wrapper.find('input[type="checkbox"]').element)
    await headings[1]!.trigger('keydown', { key: 'ArrowLeft' })
    expect(boxes(wrapper)).toEqual([])
    await wrapper.get('input[type="search"]').setValue('教育')
    await wrapper.get('input[type="search"]').trigger('keydown', { key: 'ArrowDown' })
    expect(document.activeElement).toBe(wrapper.find('input[type="checkbox"]').element)
    wrapper.unmount()
  })

  it('adds and removes one', async () => {
    const wrapper = picker(['教育部'])
    expect(boxes(wrapper)).toEqual(['教育部'])
    await wrapper.get('input[type="checkbox"]').setValue(false)
    expect(wrapper.emitted('change')).toEqual([[[]]])
    await wrapper.get('input[type="search"]').setValue('第7局')
    await wrapper.findAll('input[type="checkbox"]').at(-1)!.setValue(true)
    expect(wrapper.emitted('change')!.at(-1)).toEqual([['教育部', '浙江省第7局']])
  })

  it('takes all that were found, but not more than a link can name', async () => {
    const wrapper = picker(['教育部'])
    await wrapper.get('input[type="search"]').setValue('浙江')
    expect(button(wrapper, '选中找到的')).toBeUndefined()
    await wrapper.get('input[type="search"]').setValue('第11')
    await button(wrapper, '选中找到的 11 个').trigger('click')
    expect(wrapper.emitted<[string[]]>('change')!.at(-1)![0]).toHaveLength(12)
  })

  it('groups by package where several are open, an agency of both in each, and chooses a group as one', async () => {
    const several = agencies.map((agency, at) => ({ ...agency, packages: at < 3 ? ['图谱', '我的年报'] : ['图谱'] }))
    const wrapper = mount(AgencyPicker, { props: { words, agencies: several, all: several, chosen: [], wording: '' } })
    expect(wrapper.findAll('.heading').map((heading) => heading.text())).toEqual(['图谱121', '我的年报3'])
    await button(wrapper, '图谱').trigger('click')
    expect(button(wrapper, '选中本组')).toBeUndefined()
    await button(wrapper, '我的年报').trigger('click')
    await button(wrapper, '选中本组 3 个').trigger('click')
    expect(wrapper.emitted('change')).toEqual([[several.slice(0, 3).map(({ id }) => id)]])
  })

  it('clears, and asks for those in the chart', async () => {
    const wrapper = picker(['教育部'])
    await button(wrapper, '清空').trigger('click')
    expect(wrapper.emitted('change')!.at(-1)).toEqual([[]])
    await button(wrapper, '选入图中所列机关').trigger('click')
    expect(wrapper.emitted('shown')).toHaveLength(1)
  })

  it('takes a pasted list, names that are not in the data too', async () => {
    const wrapper = picker()
    await wrapper.get('textarea').setValue(' 教育部 \n\n某某局\r\n教育部')
    await wrapper.get('form').trigger('submit')
    expect(wrapper.emitted('change')!.at(-1)).toEqual([['教育部', '某某局']])
  })

  it('says what to do when nothing is found', async () => {
    const wrapper = picker()
    await wrapper.get('input[type="search"]').setValue('没有这样的')
    expect(wrapper.text()).toContain('没有找到')
  })
})
