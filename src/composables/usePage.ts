import { computed, type ComputedRef } from 'vue'
import { COMPARISONS } from '@/domain/comparisons'
import type { Selection, ViewId } from '@/domain/selection'
import { languageName, LANGUAGES, loadLanguage } from '@/i18n'
import { idsText, useDataset } from '@/stores/dataset'
import { usePreferences, type Theme } from '@/stores/preferences'
import { useSelection } from './useSelection'
import { useWords } from './useWords'

/** What only makes sense on the page it was chosen on. */
const ON_ONE_PAGE = { chart: '', indicator: '', group: '', report: null, rule: '', outcome: '', decision: '', find: '', order: 'worst', layout: 'matrix', finding: '', sheet: '' } as const satisfies Partial<Selection>

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
  /** Opens a package, or several together. */
  readonly choosePackages: (ids: readonly string[]) => void
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
    packages: computed(() => [
      ...dataset.packages.map(({ id, title }) => ({ value: id, text: words.value.name(title, `package.${id}`) })),
      ...dataset.own.map(({ id, title }) => ({ value: id, text: title })),
    ]),
    languages: LANGUAGES.map((tag) => ({ value: tag, text: languageName(tag) })),
    chooseView: (view) => change({ ...ON_ONE_PAGE, view }),
    choosePackages: (ids) => setPage('package', idsText(ids)),
    // A link's own language or theme gives way to the reader's choice, so that a reload keeps it.
    // Its words may have to be fetched; until they are there the page stays as it is.
    chooseLanguage: (tag) =>
      void loadLanguage(tag).then(
        () => {
          preferences.chooseLanguage(tag)
          if (page('lang') !== '') setPage('lang', tag, { replace: true })
        },
        () => undefined,
      ),
    chooseTheme: (theme) => {
      preferences.chooseTheme(theme)
      if (page('theme') !== '') setPage('theme', theme, { replace: true })
    },
  }
}
