import { computed, type ComputedRef } from 'vue'
import { COMPARISONS } from '@/domain/comparisons'
import type { Selection, ViewId } from '@/domain/selection'
import { idsText, useDataset } from '@/stores/dataset'
import { usePreferences, type Theme } from '@/stores/preferences'
import { useLanguage, type Choosable } from './useLanguage'
import { useSelection } from './useSelection'
import { useWords } from './useWords'

/** What only makes sense on the page it was chosen on. */
const ON_ONE_PAGE = { chart: '', indicator: '', group: '', report: null, rule: '', outcome: '', decision: '', find: '', order: 'worst', layout: 'matrix', finding: '', sheet: '' } as const satisfies Partial<Selection>

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
  const { languages, chooseLanguage } = useLanguage()
  const { selection, change, link, page, setPage } = useSelection()

  return {
    tabs: computed(() => COMPARISONS.map(({ id, label }) => ({ id, text: words.value.name(label, `comparison.${id}`), link: link({ ...selection.value, ...ON_ONE_PAGE, view: id }) }))),
    packages: computed(() => [
      ...dataset.packages.map(({ id, title }) => ({ value: id, text: words.value.name(title, `package.${id}`) })),
      ...dataset.own.map(({ id, title }) => ({ value: id, text: title })),
    ]),
    languages,
    chooseView: (view) => change({ ...ON_ONE_PAGE, view }),
    choosePackages: (ids) => setPage('package', (dataset.asked = idsText(ids))),
    chooseLanguage,
    // A link's own theme gives way to the reader's choice.
    chooseTheme: (theme) => {
      preferences.chooseTheme(theme)
      if (page('theme') !== '') setPage('theme', theme, { replace: true })
    },
  }
}
