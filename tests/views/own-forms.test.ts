import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { describe, expect, it } from 'vitest'
import type { Component } from 'vue'
import { createMemoryHistory } from 'vue-router'
import { makeRouter } from '@/router'
import { useDataset } from '@/stores/dataset'
import type { Table } from '@/domain/table'
import ComparisonView from '@/views/ComparisonView.vue'
import RailView from '@/views/RailView.vue'
import { FAMILIES } from '../families'

async function shown(view: Component, table: Table, link: string) {
  const pinia = createPinia()
  setActivePinia(pinia)
  const router = makeRouter(createMemoryHistory())
  await router.push(link)
  useDataset().table = table
  const page = mount(view, { global: { plugins: [pinia, router] } })
  await flushPromises()
  return page
}

describe('a page of which the form has no figures', () => {
  it('says so, and which pages have some', async () => {
    const page = await shown(ComparisonView, FAMILIES['us-foia']!, '/?view=participation')
    expect(page.findAll('article')).toHaveLength(0)
    expect(page.get('.none').text()).toContain('“公众意见”')
    expect(page.get('.none').text()).toContain('总览、主动公开、依申请公开、复议诉讼')
  })

  it('is not every page', async () => {
    const page = await shown(ComparisonView, FAMILIES['us-foia']!, '/?view=reviews')
    expect(page.find('.none').exists()).toBe(false)
    expect(page.findAll('article')[0]!.attributes('data-chart')).toBe('results')
  })
})

describe('the rail of agencies', () => {
  it('that nothing divides lists them at once, and offers no filters', async () => {
    const page = await shown(RailView, FAMILIES['us-foia']!, '/')
    expect(page.findAll('details.checks')).toHaveLength(0)
    expect(page.text()).toContain('Federal Reserve System')
    expect(page.text()).not.toContain('按省份分组')
  })

  it('with regions and sectors calls them so', async () => {
    const page = await shown(RailView, FAMILIES['scotland-foisa']!, '/')
    expect(page.findAll('details.checks .label').map((each) => each.text())).toEqual(['地区', '类别'])
    expect(page.findAll('option').map((each) => each.text())).toEqual(expect.arrayContaining(['按地区分组', '按类别分组']))
  })
})
