import { computed, type ComputedRef } from 'vue'
import { COMPARISONS } from '@/domain/comparisons'
import type { Selection, ViewId } from '@/domain/selection'
import { LANGUAGES, LOCALES } from '@/i18n'
import { useDataset } from '@/stores/dataset'
import { usePreferences, type Theme } from '@/stores/preferences'
import { useSelection } from './useSelection'
import { useWords } from './useWords'

/** What only makes sense on the page it was chosen on. */
const ON_ONE_PAGE = { chart: '', indicator: '', group: '', report: null } as const satisfies Partial<Selection>

interface Choosable {
  readonly value: string
  readonly text: string
}

/** What the frame of the page offers to choose from, and what choosing does. */
export interface PageFrame {
  readonly tabs: ComputedRef<{ readonly id: ViewId; readonly text: string; readonly link: string }[]>
  readonly packages: ComputedRef<Choosable[]>
  readonly languages: readonly Choosable[]
  readonly chooseView: (view: ViewId) => void
  readonly choosePackage: (id: string) => void
  readonly chooseLanguage: (tag: string) => void
  readonly chooseTheme: (theme: Theme) => void
}

/** The comparisons, packages, languages and themes of the page. Call in setup. */
export function usePage(): PageFrame {
  const dataset = useDataset()
  const preferences = usePreferences()
  const words = useWords()
  const { selection, change, link, page, setPage } = useSelection()

  return {
    tabs: computed(() => COMPARISONS.map(({ id, label }) => ({ id, text: words.value.name(label, `comparison.${id}`), link: link({ ...selection.value, ...ON_ONE_PAGE, view: id }) }))),
    packages: computed(() => dataset.packages.map(({ id, title }) => ({ value: id, text: words.value.name(title, `package.${id}`) }))),
    languages: LANGUAGES.map((tag) => ({ value: tag, text: LOCALES[tag]!.language })),
    chooseView: (view) => change({ ...ON_ONE_PAGE, view }),
    choosePackage: (id) => setPage('package', id),
    // A link's own language or theme gives way to the reader's choice, so that a reload keeps it.
    chooseLanguage: (tag) => {
      preferences.chooseLanguage(tag)
      if (page('lang') !== '') setPage('lang', tag, { replace: true })
    },
    chooseTheme: (theme) => {
      preferences.chooseTheme(theme)
      if (page('theme') !== '') setPage('theme', theme, { replace: true })
    },
  }
}
