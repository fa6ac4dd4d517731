import { watch } from 'vue'
import { comparisonOf } from '@/domain/comparisons'
import { LANGUAGES } from '@/i18n'
import { usePreferences } from '@/stores/preferences'
import { useSelection } from './useSelection'
import { useWords } from './useWords'

/** Adopts what the link asks for, then keeps the document's language, theme and title in step with the page. Call once. */
export function useDocument(): void {
  const preferences = usePreferences()
  const words = useWords()
  const { selection, page } = useSelection()

  preferences.adopt({ language: LANGUAGES.find((tag) => tag === page('lang')), theme: page('theme') })

  // Each by itself and only when it changes: the language set anew, even to the same, costs the styles of the whole page.
  watch(() => words.value.language, (language) => (document.documentElement.lang = language), { immediate: true })
  watch(() => preferences.shown, (theme) => (document.documentElement.dataset.theme = theme), { immediate: true })
  watch(
    () => words.value.t('shell.title', { page: words.value.name(comparisonOf(selection.value.view).label), app: words.value.t('app.name') }),
    (title) => (document.title = title),
    { immediate: true },
  )
}
