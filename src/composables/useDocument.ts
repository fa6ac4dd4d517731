import { watchEffect } from 'vue'
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

  watchEffect(() => {
    const { documentElement } = document
    documentElement.lang = words.value.language
    documentElement.dataset.theme = preferences.shown
    document.title = words.value.t('shell.title', { page: words.value.name(comparisonOf(selection.value.view).label), app: words.value.t('app.name') })
  })
}
