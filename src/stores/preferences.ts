import { defineStore } from 'pinia'
import { computed, ref } from 'vue'

export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

const KEY = 'disclosure-atlas.preferences'
/** Chinese first. */
const DEFAULT_LANGUAGE = 'zh-CN'
const DARK = '(prefers-color-scheme: dark)'

interface Kept {
  readonly language?: string
  readonly theme?: string
}

/** What the browser keeps; nothing where it may not be read or is damaged. */
function kept(): Kept {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}')
    return typeof found === 'object' && found !== null ? found : {}
  } catch {
    return {}
  }
}

function keep(preferences: Kept): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(preferences))
  } catch {
    // Private windows refuse: the choice then holds for this visit.
  }
}

const themeOf = (text: unknown): Theme | undefined => THEMES.find((theme) => theme === text)

/** How the reader likes to read: language and theme. The reader's own choice is kept in the browser, a link's only holds for the visit. */
export const usePreferences = defineStore('preferences', () => {
  const before = kept()
  const language = ref(typeof before.language === 'string' ? before.language : DEFAULT_LANGUAGE)
  const theme = ref<Theme>(themeOf(before.theme) ?? 'system')
  const media = matchMedia(DARK)
  const systemDark = ref(media.matches)
  media.addEventListener('change', ({ matches }) => (systemDark.value = matches))

  /** The theme to draw in: the system's where the reader leaves it to the system. */
  const shown = computed<'light' | 'dark'>(() => (theme.value === 'system' ? (systemDark.value ? 'dark' : 'light') : theme.value))

  /** The parameters of a link that show it as it is read now; defaults are left out. */
  const look = computed<Record<string, string>>(() => ({ ...(language.value === DEFAULT_LANGUAGE ? {} : { lang: language.value }), ...(theme.value === 'system' ? {} : { theme: theme.value }) }))

  function chooseLanguage(tag: string): void {
    language.value = tag
    keep({ language: tag, theme: theme.value })
  }

  function chooseTheme(next: Theme): void {
    theme.value = next
    keep({ language: language.value, theme: next })
  }

  /** Takes over what a link asks for; an unknown theme is left out. */
  function adopt(asked: { readonly language?: string; readonly theme?: string }): void {
    if (asked.language) language.value = asked.language
    theme.value = themeOf(asked.theme) ?? theme.value
  }

  return { language, theme, shown, look, chooseLanguage, chooseTheme, adopt }
})
