import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { useSelection } from '@/composables/useSelection'
import { DEFAULTS } from '@/domain/selection'
import { folderOf } from '@/router'
import { at } from './place'

describe('useSelection', () => {
  it('reads the link', async () => {
    const { used } = await at('/?view=requests&agency=甲~乙&year=2019..2024', useSelection)
    expect(used.selection.value).toMatchObject({ view: 'requests', agency: ['甲', '乙'], year: { from: 2019, to: 2024 }, unknown: [] })
  })

  it('writes readable links, defaults left out', async () => {
    const { used, router } = await at('/', useSelection)
    used.change({ view: 'requests', agency: ['甲市局', '乙&丙~丁'], year: { from: 2019, to: 2024 }, top: 15 })
    await flushPromises()
    expect(router.currentRoute.value.fullPath).toBe('/?view=requests&agency=甲市局~乙%26丙%257E丁&year=2019..2024')
    expect(used.selection.value.agency).toEqual(['甲市局', '乙&丙~丁'])
    used.change({ ...DEFAULTS })
    await flushPromises()
    expect(router.currentRoute.value.fullPath).toBe('/')
  })

  it('goes back to what was before, but not to what was replaced', async () => {
    const { used, router } = await at('/?view=requests', useSelection)
    used.change({ top: 20 })
    await flushPromises()
    used.change({ top: 21 }, { replace: true })
    await flushPromises()
    used.change({ top: 22 })
    await flushPromises()
    router.back()
    await expect.poll(() => used.selection.value.top).toBe(21)
    router.back()
    await expect.poll(() => used.selection.value.top).toBe(15)
    router.forward()
    await expect.poll(() => used.selection.value.top).toBe(21)
  })

  it('keeps what it does not know and what belongs to the page in the link', async () => {
    const { used, router } = await at('/?package=us&lang=en&colour=red&year=never', useSelection)
    expect(used.selection.value.unknown).toEqual([
      { param: 'year', text: 'never' },
      { param: 'colour', text: 'red' },
    ])
    used.change({ top: 20 })
    await flushPromises()
    expect(router.currentRoute.value.query).toEqual({ top: '20', year: 'never', colour: 'red', package: 'us', lang: 'en' })
  })

  it('sets and removes a page parameter', async () => {
    const { used, router } = await at('/?lang=en&top=20', useSelection)
    used.setPage('package', 'us')
    await flushPromises()
    expect(used.page('package')).toBe('us')
    used.setPage('lang', '')
    await flushPromises()
    expect(router.currentRoute.value.query).toEqual({ top: '20', package: 'us' })
  })

  it('resets all but the page looked at', async () => {
    const { used } = await at('/?view=reviews&agency=甲&shape=wide&colour=red&n=5', useSelection)
    used.reset()
    await flushPromises()
    expect(used.selection.value).toEqual({ ...DEFAULTS, view: 'reviews', shape: 'wide' })
  })

  it('gives the whole address of a selection', async () => {
    const { used } = await at('/?view=reviews', useSelection)
    expect(used.link({ ...DEFAULTS, view: 'requests', focus: '甲 市' })).toBe(`${location.origin}${location.pathname}?view=requests&focus=甲%20市`)
  })

  it.each(['/?agency=%E4%BD&top=%', '/?top=1&top=2', '/?=&&&', '/?year=..', '/?a%26b=1%3D2'])('stands any link: %s', async (link) => {
    const { used } = await at(link, useSelection)
    expect(used.selection.value.view).toBe('overview')
  })
})

describe('folderOf', () => {
  it.each([['/', '/'], ['/sub/atlas/', '/sub/atlas/'], ['/sub/atlas/index.html', '/sub/atlas/']])('%s lies in %s', (path, folder) => {
    expect(folderOf(path)).toBe(folder)
  })
})
