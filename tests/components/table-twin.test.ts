import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import TableTwin from '@/components/TableTwin.vue'
import { sliceOf } from '@/domain/slice'
import { tableOf } from '../fixture'
import { english, selected, sliceWith, table, words } from './cards'

const NAMED = { agency: table.agencies.map(({ id }) => id), year: { from: 2024, to: 2024 } }

const twin = (partial = {}, language = words) => {
  const selection = selected(partial)
  const slice = sliceWith(selection)
  return { wrapper: mount(TableTwin, { props: { title: '表', table, selection, slice, words: language } }), slice }
}

const column = (wrapper: ReturnType<typeof twin>['wrapper'], head: string): string[] => {
  const at = wrapper.findAll('thead th').findIndex((each) => each.text().startsWith(head))
  return wrapper.findAll('tbody tr').map((row) => row.findAll('th, td')[at]!.text())
}

describe('TableTwin', () => {
  it('has a row for every observation, in the order drawn', () => {
    const { wrapper, slice } = twin(NAMED)
    expect(wrapper.findAll('tbody tr')).toHaveLength(slice.observations.length)
    expect(column(wrapper, '机关')).toEqual(slice.subjects.map(({ name }) => name))
    expect(wrapper.get('caption').text()).toBe('6 行')
  })

  it('writes zero as 0 and the reason where there is no number', () => {
    const { wrapper } = twin(NAMED)
    expect(column(wrapper, '数值').toSorted()).toEqual(['0', '1,200', '5,147', '7', '原文空白', '该年无年报数据'].toSorted())
  })

  it('names columns and reasons in the reader’s language', () => {
    const { wrapper } = twin(NAMED, english)
    expect(column(wrapper, 'value')).toContain('blank in the original')
  })

  it('sorts by a column both ways, what has no number last', async () => {
    const { wrapper } = twin(NAMED)
    const head = wrapper.findAll('thead th').find((each) => each.text() === '数值')!
    await head.get('button').trigger('click')
    expect(head.attributes('aria-sort')).toBe('descending')
    expect(column(wrapper, '数值').slice(0, 4)).toEqual(['5,147', '1,200', '7', '0'])
    await head.get('button').trigger('click')
    expect(head.attributes('aria-sort')).toBe('ascending')
    expect(column(wrapper, '数值').slice(0, 4)).toEqual(['0', '7', '1,200', '5,147'])
  })

  it('opens the report of a row; a row without a report has nothing to open', async () => {
    const { wrapper, slice } = twin(NAMED)
    const rows = wrapper.findAll('tbody tr')
    const without = slice.observations.findIndex(({ row }) => row < 0)
    expect(rows[without]!.find('button').exists()).toBe(false)
    await rows[0]!.get('button').trigger('click')
    expect(wrapper.emitted('open')).toEqual([[0]])
  })

  it('says what was corrected by hand before what is in doubt, which may be told at length', () => {
    const selection = selected(NAMED)
    const slice = sliceWith(selection)
    const doubts = (['failing', 'unsure', 'edited'] as const).map((kind) => ({ kind, id: '', text: { zh: kind, en: kind } }))
    const doubted = { ...slice, observations: slice.observations.map((observation) => ({ ...observation, doubts })) }
    const wrapper = mount(TableTwin, { props: { title: '表', table, selection, slice: doubted, words } })
    const heads = wrapper.findAll('thead th').map((each) => each.text())
    expect(heads.filter((head) => ['手工更正', '核验不符', '读数存疑'].includes(head))).toEqual(['手工更正', '核验不符', '读数存疑'])
    expect(column(wrapper, '手工更正')[0]).toBe('■ edited')
    expect(column(wrapper, '读数存疑')[0]).toBe('? unsure')
  })

  it('scrolls inside itself and is reached by keyboard', () => {
    expect(twin().wrapper.get('.scroll').attributes()).toMatchObject({ tabindex: '0', role: 'region', 'aria-label': '表格：表' })
  })

  it('turns pages when there are many rows', async () => {
    const many = tableOf(Array.from({ length: 450 }, (_, at) => ({ agency: `县${at}局`, year: 2024, cells: { 'requests.received.total': at } })))
    const selection = selected({ top: 1000 })
    const slice = sliceOf(many, selection, { across: 'agencies', indicators: ['requests.received'], rankBy: 'requests.received' })
    const wrapper = mount(TableTwin, { props: { title: '表', table: many, selection, slice, words } })
    expect(wrapper.findAll('tbody tr')).toHaveLength(200)
    const [before, after] = wrapper.findAll('nav button')
    expect(before!.attributes('disabled')).toBeDefined()
    await after!.trigger('click')
    await after!.trigger('click')
    expect(wrapper.findAll('tbody tr')).toHaveLength(50)
    expect(wrapper.get('nav').text()).toContain('第 3 / 3 页')
    expect(after!.attributes('disabled')).toBeDefined()
  })
})
