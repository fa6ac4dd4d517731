import { languageName, LANGUAGES, loadLanguage } from '@/i18n'
import { usePreferences } from '@/stores/preferences'
import { useSelection } from './useSelection'

export interface Choosable {
  readonly value: string
  readonly text: string
}

/** The languages there are, and choosing one. Call in setup. */
export function useLanguage(): { readonly languages: readonly Choosable[]; readonly chooseLanguage: (tag: string) => void } {
  const preferences = usePreferences()
  const { page, setPage } = useSelection()

  return {
    languages: LANGUAGES.map((tag) => ({ value: tag, text: languageName(tag) })),
    // A link's own language gives way to the reader's choice, so that a reload keeps it.
    // Its words may have to be fetched; until they are there the page stays as it is.
    chooseLanguage: (tag) =>
      void loadLanguage(tag).then(
        () => {
          preferences.chooseLanguage(tag)
          if (page('lang') !== '') setPage('lang', tag, { replace: true })
        },
        () => undefined,
      ),
  }
}
