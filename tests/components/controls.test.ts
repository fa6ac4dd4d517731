import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import CheckList from '@/components/CheckList.vue'
import OptionSelect from '@/components/OptionSelect.vue'
import RailOptions from '@/components/RailOptions.vue'
import CopyLink from '@/components/CopyLink.vue'
import TopBar from '@/components/TopBar.vue'
import YearRange from '@/components/YearRange.vue'
import { DEFAULTS, type Years } from '@/domain/selection'
import { wordsOf } from '@/i18n'
import { unfolded } from './cards'

const words = wordsOf('zh-CN')

describe('OptionSelect', () => {
  it('labels its options and says what was chosen', async () => {
    const wrapper = mount(OptionSelect, { props: { label: '排序', options: [{ value: 'a', text: '甲' }, { value: 'b', text: '乙' }], value: 'a' } })
    const select = wrapper.get('select')
    expect(wrapper.get('label').attributes('for')).toBe(select.attributes('id'))
    await select.setValue('b')
    expect(wrapper.emitted('change')).toEqual([['b']])
  })
})

describe('YearRange', () => {
  const range = (value: Years | null) => mount(YearRange, { props: { words, years: [2019, 2020, 2021, 2022], value } })

  it('shows all years as the bounds there are', () => {
    expect(range(null).findAll('select').map((select) => select.element.value)).toEqual(['2019', '2022'])
  })

  it('narrows, and pushes the other end along', async () => {
    const wrapper = range({ from: 2019, to: 2020 })
    await wrapper.findAll('select')[0]!.setValue('2021')
    expect(wrapper.emitted('change')).toEqual([[{ from: 2021, to: 2021 }]])
  })

  it('takes all years for no bound', async () => {
    const wrapper = range({ from: 2019, to: 2020 })
    await wrapper.findAll('select')[1]!.setValue('2022')
    expect(wrapper.emitted('change')).toEqual([[null]])
  })

  it('keeps a year of the link that the data do not have', () => {
    expect(range({ from: 2015, to: 2020 }).findAll('select')[0]!.element.value).toBe('2015')
  })
})

describe('CheckList', () => {
  it('says what is chosen, counts, and changes the list', async () => {
    const wrapper = mount(CheckList, { props: { words, label: '省份', items: () => [{ name: '浙江省', count: 107 }, { name: '福建省', count: 77 }], chosen: ['浙江省'] } })
    expect(wrapper.findAll('li')).toHaveLength(0)
    await unfolded(wrapper)
    expect(wrapper.get('summary').text()).toBe('省份浙江省')
    expect(wrapper.findAll('li').map((item) => item.text())).toEqual(['浙江省107', '福建省77'])
    await wrapper.findAll('input')[1]!.setValue(true)
    await wrapper.findAll('input')[0]!.setValue(false)
    expect(wrapper.emitted('change')).toEqual([[['浙江省', '福建省']], [[]]])
  })
})

describe('RailOptions', () => {
  it('offers each parameter and gives the part of the selection', async () => {
    const wrapper = mount(RailOptions, { props: { words, selection: DEFAULTS, params: ['sort', 'top'] } })
    await wrapper.findAll('select')[0]!.setValue('name')
    await wrapper.findAll('select')[1]!.setValue('50')
    expect(wrapper.emitted('change')).toEqual([[{ sort: 'name' }], [{ top: 50 }]])
  })
})

const BOTH = [{ value: 'cn', text: '中国' }, { value: 'us', text: '美国' }]

describe('CopyLink', () => {
  const link = (own: boolean) => mount(CopyLink, { props: { words, text: '复制链接', copied: false, own } })

  it('says of a link with a package of the reader’s own that other browsers do not have it, where it can be seen', async () => {
    const wrapper = link(true)
    await wrapper.setProps({ copied: true })
    expect(wrapper.get('[role="status"]').text()).toContain('只在这个浏览器中能打开')
    expect(wrapper.get('[role="status"]').classes()).not.toContain('visually-hidden')
    await wrapper.setProps({ copied: false })
    expect(wrapper.get('[role="status"]').text()).toContain('只在这个浏览器中能打开')
  })

  it('is told briefly otherwise', async () => {
    const wrapper = link(false)
    await wrapper.setProps({ copied: true })
    expect(wrapper.get('[role="status"]').text()).toBe('链接已复制')
    await wrapper.setProps({ copied: false })
    expect(wrapper.get('[role="status"]').text()).toBe('')
  })
})

describe('TopBar', () => {
  const bar = (packages = [{ value: 'cn', text: '中国' }], opened = ['cn']) =>
    mount(TopBar, {
      props: {
        words,
        tabs: [{ id: 'overview' as const, text: '总览', link: '/?' }, { id: 'requests' as const, text: '依申请公开', link: '/?view=requests' }],
        view: 'requests',
        packages,
        opened,
        languages: [{ value: 'zh-CN', text: '中文' }, { value: 'en', text: 'English' }],
        theme: 'light',
        copied: false, own: false,
      },
      attachTo: document.body,
    })

  it('marks the page looked at and follows a plain click only', async () => {
    const wrapper = bar()
    expect(wrapper.findAll('a').map((link) => link.attributes('aria-current'))).toEqual([undefined, 'page'])
    await wrapper.findAll('a')[0]!.trigger('click', { ctrlKey: true })
    expect(wrapper.emitted('view')).toBeUndefined()
    await wrapper.findAll('a')[0]!.trigger('click')
    expect(wrapper.emitted('view')).toEqual([['overview']])
  })

  it('offers packages only where there are several', () => {
    expect(bar().findAll('select')).toHaveLength(1)
    expect(bar(BOTH).findAll('select')).toHaveLength(2)
  })

  it('opens one package, or several together', async () => {
    const wrapper = bar(BOTH, ['cn', 'us'])
    await wrapper.get('select').setValue('us')
    expect(wrapper.emitted('packages')).toEqual([[['us']]])
    expect(wrapper.get('.compare').attributes('aria-label')).toBe('+1: 已同时打开 2 个数据包')
    await wrapper.get('.compare').trigger('click')
    await expect.poll(() => document.querySelectorAll('[role="menuitemcheckbox"]').length).toBe(2)
    document.querySelectorAll<HTMLElement>('[role="menuitemcheckbox"]')[1]!.click()
    expect(wrapper.emitted('packages')!.at(-1)).toEqual([['cn']])
    wrapper.unmount()
  })

  it('switches language and theme, and copies', async () => {
    const wrapper = bar()
    await wrapper.get('select').setValue('en')
    const [importing, theme, copy] = wrapper.findAll('button')
    await importing!.trigger('click')
    expect(theme!.attributes('aria-label')).toContain('浅色')
    await theme!.trigger('click')
    await copy!.trigger('click')
    expect(wrapper.emitted()).toMatchObject({ language: [['en']], theme: [['dark']], copy: [[]], import: [[]] })
    await wrapper.setProps({ copied: true })
    expect(wrapper.get('[role="status"]').text()).toBe('链接已复制')
  })
})
