import { flushPromises, mount } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import ChartCanvas from '@/components/ChartCanvas.vue'
import { tooltipOf } from '@/charts/tooltip'
import { PALETTES } from '@/charts/theme'
import { chart, fakeEngine, selected, sliceWith, table, words } from './cards'

const engine = vi.hoisted(() => ({ current: undefined as unknown as ReturnType<typeof fakeEngine> }))
vi.mock('@/charts/engine', () => ({ loadEngine: () => engine.current.loadEngine() }))

const selection = selected()
const slice = sliceWith(selection)
const context = { table, selection, slice, words, palette: PALETTES.light, width: 600 }

const mounted = async (near = true) => {
  const wrapper = mount(ChartCanvas, {
    props: { option: chart.option(context), width: 600, height: 300, label: '一张条形图。', failure: '未能绘制', describe: (at: number) => tooltipOf(context, at), near, moving: true },
  })
  await flushPromises()
  // It is drawn in a turn of its own, or says that it cannot be.
  if (near) await expect.poll(() => wrapper.find('[data-drawn="true"], [role=status]').exists()).toBe(true)
  return wrapper
}

describe('ChartCanvas', () => {
  beforeEach(() => {
    engine.current = fakeEngine()
  })

  it('says what it shows, how many observations, and when it has been drawn', async () => {
    const host = (await mounted()).get('[role=img]')
    expect(host.attributes()).toMatchObject({ 'aria-label': '一张条形图。', 'data-marks': String(slice.observations.length), 'data-drawn': 'true', tabindex: '0' })
    expect(performance.getEntriesByName('atlas:first-chart')).toHaveLength(1)
  })

  it('is not drawn before it is near, but keeps its place and its marks', async () => {
    const wrapper = await mounted(false)
    expect(engine.current.drawing.given).not.toHaveBeenCalled()
    expect(wrapper.get('[role=img]').attributes()).toMatchObject({ 'data-drawn': 'false', 'data-marks': '3' })
    await wrapper.setProps({ near: true })
    await expect.poll(() => wrapper.get('[role=img]').attributes('data-drawn')).toBe('true')
    expect(engine.current.drawing.given).toHaveBeenCalledOnce()
  })

  it('walks over the observations by arrow keys, says each, and opens one on Enter', async () => {
    const wrapper = await mounted()
    const host = wrapper.get('[role=img]')
    await host.trigger('keydown', { key: 'ArrowRight' })
    expect(wrapper.get('[aria-live]').text()).toContain('甲市教育局')
    await host.trigger('keydown', { key: 'End' })
    expect(wrapper.get('[aria-live]').text()).toContain(slice.subjects.at(-1)!.name)
    await host.trigger('keydown', { key: 'ArrowRight' })
    await host.trigger('keydown', { key: 'Enter' })
    expect(wrapper.emitted('open')).toEqual([[2]])
    await host.trigger('keydown', { key: 'Escape' })
    expect(wrapper.find('.tooltip').exists()).toBe(false)
  })

  it('is of before while another option is made: not drawn anew, and nothing opens', async () => {
    const wrapper = await mounted()
    await expect.poll(() => engine.current.drawing.given.mock.calls.length).toBe(1)
    await wrapper.setProps({ busy: true, height: 400 })
    await flushPromises()
    engine.current.play('click', { data: { value: 7, observation: 1 } })
    engine.current.play('mousemove', { data: { observation: 1 }, event: { offsetX: 10, offsetY: 10 } })
    await flushPromises()
    expect(wrapper.get('[role=img]').attributes()).toMatchObject({ 'data-drawn': 'false', 'aria-busy': 'true' })
    expect([wrapper.emitted('open'), wrapper.find('.tooltip').exists(), engine.current.drawing.given.mock.calls.length]).toEqual([undefined, false, 1])
    await wrapper.setProps({ busy: false })
    await expect.poll(() => wrapper.get('[role=img]').attributes('data-drawn')).toBe('true')
    expect(engine.current.drawing.given).toHaveBeenCalledTimes(2)
    await wrapper.setProps({ busy: true })
    await wrapper.setProps({ busy: false })
    await flushPromises()
    expect(engine.current.drawing.given).toHaveBeenCalledTimes(2)
  })

  it('opens the observation that is clicked, never decoration', async () => {
    const wrapper = await mounted()
    engine.current.play('click', { data: { value: 3 } })
    engine.current.play('click', { data: { value: 7, observation: 1 } })
    expect(wrapper.emitted('open')).toEqual([[1]])
  })

  it('shows names as text in its tooltip', async () => {
    const wrapper = await mounted()
    const at = slice.subjects.findIndex(({ name }) => name.startsWith('<img'))
    engine.current.play('mousemove', { data: { observation: at }, event: { offsetX: 10, offsetY: 10 } })
    await flushPromises()
    expect(wrapper.get('.tooltip').text()).toContain('<img src=x onerror=alert(1)>局')
    expect(wrapper.find('img').exists()).toBe(false)
    engine.current.play('mouseout')
    await flushPromises()
    expect(wrapper.find('.tooltip').exists()).toBe(false)
  })

  it('says so when it cannot be drawn', async () => {
    engine.current.loadEngine = () => Promise.reject(new Error('offline'))
    expect((await mounted()).get('[role=status]').text()).toBe('未能绘制')
  })

  it('closes the drawing with the card', async () => {
    const wrapper = await mounted()
    wrapper.unmount()
    expect(engine.current.drawing.dispose).toHaveBeenCalledOnce()
  })
})
