import { flushPromises, mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import DownloadMenu from '@/components/DownloadMenu.vue'
import { words } from './cards'

describe('DownloadMenu', () => {
  it('asks what there is when opened, says rows and size, and hands over what is chosen', async () => {
    const wrapper = mount(DownloadMenu, { props: { choices: [{ id: 'tidy', text: 'CSV，每行一个数', detail: '6 行 · 1.2 kB' }], words }, attachTo: document.body })
    await wrapper.get('button').trigger('keydown', { key: 'Enter' })
    await flushPromises()
    expect(wrapper.emitted('look')).toHaveLength(1)
    const item = wrapper.get('[role=menuitem]')
    expect(item.text()).toContain('6 行 · 1.2 kB')
    await item.trigger('click')
    expect(wrapper.emitted('choose')).toEqual([['tidy']])
    wrapper.unmount()
  })
})
