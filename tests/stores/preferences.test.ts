import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { usePreferences } from '@/stores/preferences'

const KEY = 'disclosure-atlas.preferences'

/** As after a reload: the browser's memory stays, the page's does not. */
const visit = () => {
  setActivePinia(createPinia())
  return usePreferences()
}

describe('preferences', () => {
  beforeEach(() => localStorage.clear())

  it('starts in Chinese, with the theme of the system', () => {
    const preferences = visit()
    expect([preferences.language, preferences.theme]).toEqual(['zh-CN', 'system'])
    expect(['light', 'dark']).toContain(preferences.shown)
  })

  it('keeps what the reader chose', () => {
    const preferences = visit()
    preferences.chooseLanguage('en')
    preferences.chooseTheme('dark')
    const again = visit()
    expect([again.language, again.theme, again.shown]).toEqual(['en', 'dark', 'dark'])
  })

  it('adopts a link for the visit only, and leaves out a theme there is not', () => {
    const preferences = visit()
    preferences.adopt({ language: 'en', theme: 'dark' })
    expect([preferences.language, preferences.theme]).toEqual(['en', 'dark'])
    preferences.adopt({ theme: 'pink' })
    expect(preferences.theme).toBe('dark')
    expect(visit().language).toBe('zh-CN')
  })

  it.each(['not json', '17', 'null', '{"language":5,"theme":"pink"}'])('is not troubled by a damaged memory: %s', (text) => {
    localStorage.setItem(KEY, text)
    const preferences = visit()
    expect([preferences.language, preferences.theme]).toEqual(['zh-CN', 'system'])
  })

  it('works where the browser keeps nothing', () => {
    const refused = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new Error('refused')
    })
    const preferences = visit()
    preferences.chooseLanguage('en')
    expect(preferences.language).toBe('en')
    refused.mockRestore()
  })
})
