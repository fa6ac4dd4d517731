import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import { nextTick } from 'vue'
import { useDocument } from '@/composables/useDocument'
import { usePage } from '@/composables/usePage'
import { useUnknown } from '@/composables/useUnknown'
import { useDataset } from '@/stores/dataset'
import { usePreferences } from '@/stores/preferences'
import { tableOf } from '../fixture'
import { at } from './place'

const table = tableOf([
  { agency: '甲市人民政府', year: 2024, cells: { 'requests.received.total': 3 } },
  { agency: '乙县水利局', year: 2024, cells: { 'requests.received.total': 5 } },
])

beforeEach(() => localStorage.clear())

describe('useDocument', () => {
  it('gives the document the language, theme and title of the link', async () => {
    await at('/?lang=en&theme=dark&view=requests', useDocument)
    expect(document.documentElement.lang).toBe('en')
    expect(document.documentElement.dataset.theme).toBe('dark')
    expect(document.title).toBe('Requests · Disclosure Atlas')
  })

  it('follows the reader', async () => {
    const { router } = await at('/?lang=xx', useDocument)
    expect(document.documentElement.lang).toBe('zh-CN')
    usePreferences().chooseTheme('dark')
    await router.push('/?view=reviews')
    await nextTick()
    expect(document.title).toBe('复议诉讼 · 公开年报图谱')
    expect(document.documentElement.dataset.theme).toBe('dark')
  })

  it('does not touch the document’s language while only the selection changes', async () => {
    const { router } = await at('/?view=requests', useDocument)
    const touched: MutationRecord[] = []
    const observer = new MutationObserver((records) => touched.push(...records))
    observer.observe(document.documentElement, { attributes: true })
    await router.push('/?view=reviews')
    await flushPromises()
    expect(touched).toEqual([])
    usePreferences().chooseTheme('dark')
    await flushPromises()
    expect(touched).toHaveLength(1)
    observer.disconnect()
  })
})

describe('usePage', () => {
  it('links the comparisons, the selection kept, what belongs to one page left', async () => {
    const { used } = await at('/?view=requests&agency=甲&group=refused&chart=outcomes', usePage)
    expect(used.tabs.value.map(({ id }) => id)).toEqual(['overview', 'proactive', 'requests', 'participation', 'reviews', 'checks'])
    expect(used.tabs.value[4]!.link).toMatch(/\?view=reviews&agency=甲$/)
  })

  it('lets a choice of language or theme win over the link', async () => {
    const { used, router } = await at('/?lang=en&theme=dark', usePage)
    used.chooseLanguage('zh-CN')
    await flushPromises()
    used.chooseTheme('light')
    await flushPromises()
    expect(router.currentRoute.value.query).toEqual({ lang: 'zh-CN', theme: 'light' })
    expect(usePreferences().language).toBe('zh-CN')
  })

  it('writes no language into a link that has none', async () => {
    const { used, router } = await at('/', usePage)
    used.chooseLanguage('en')
    await flushPromises()
    expect(router.currentRoute.value.query).toEqual({})
  })
})

describe('the packages of the page', () => {
  const own = { id: 'own-1', title: '我的 <b>', created: '', agencies: 1, reports: 1, figures: 1, versions: 0, problems: 0, bytes: 9 }

  it('are the bundled ones and the own ones, and several may be opened together', async () => {
    const { used, router } = await at('/?view=requests', usePage)
    useDataset().$patch({ packages: [{ id: 'cn', title: { zh: '中国', en: 'China' } }], own: [own] })
    expect(used.packages.value).toEqual([{ value: 'cn', text: '中国' }, { value: 'own-1', text: '我的 <b>' }])
    used.choosePackages(['cn', 'own-1'])
    await flushPromises()
    expect(router.currentRoute.value.fullPath).toBe('/?view=requests&package=cn~own-1')
  })

  it('that are not here are named one by one, and taken out one by one', async () => {
    const { used, router } = await at('/?package=cn~own-9~xx', () => {
      useDataset().$patch({ packages: [{ id: 'cn', title: { zh: '', en: '' } }] })
      return useUnknown([])
    })
    expect(used.unknown.value).toEqual([{ param: 'package', text: 'own-9' }, { param: 'package', text: 'xx' }])
    used.drop(used.unknown.value[0]!)
    await flushPromises()
    expect(router.currentRoute.value.query).toEqual({ package: 'cn~xx' })
  })
})

describe('useUnknown', () => {
  let frame: ReturnType<typeof usePage>
  const stand = (link: string) =>
    at(link, () => {
      useDataset().$patch({ packages: [{ id: 'cn', title: { zh: '', en: '' } }] })
      useDataset().table = table
      frame = usePage()
      return useUnknown(['outcomes'])
    })

  it('names all that the data and the build do not have', async () => {
    const { used } = await stand('/?package=xx&agency=乙县水利局~不存在&chart=none&colour=red&year=never')
    expect(used.unknown.value).toEqual([
      { param: 'package', text: 'xx' },
      { param: 'year', text: 'never' },
      { param: 'colour', text: 'red' },
      { param: 'agency', text: '不存在' },
      { param: 'chart', text: 'none' },
    ])
  })

  it('lets go of all that a package opened by a button has none of, and of nothing else', async () => {
    const { router } = await stand('/?package=cn&agency=乙县水利局~不存在&province=无此省&year=1999&focus=不存在&colour=red&n=9')
    useDataset().table = null
    frame.choosePackages(['own-1'])
    await flushPromises()
    useDataset().table = table
    await flushPromises()
    expect(router.currentRoute.value.query).toEqual({ package: 'own-1', agency: '乙县水利局', colour: 'red', n: '9' })
    await router.push('/?package=own-2&agency=不存在')
    useDataset().table = tableOf([])
    await flushPromises()
    expect(router.currentRoute.value.query).toEqual({ package: 'own-2', agency: '不存在' })
  })

  it('takes each out of the link and leaves the rest', async () => {
    const { used, router } = await stand('/?package=xx&agency=乙县水利局~不存在&chart=none&colour=red&year=never')
    while (used.unknown.value.length > 0) {
      used.drop(used.unknown.value[0]!)
      await flushPromises()
    }
    expect(router.currentRoute.value.query).toEqual({ agency: '乙县水利局' })
  })
})
