import { computed, type ComputedRef } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { usePreferences } from '@/stores/preferences'
import { DEFAULTS, fromQuery, queryText, reset as resetOf, toLink, toQuery, type Query, type Selection } from '@/domain/selection'

/** Parameters of the page that are no part of the selection; they stay in the link as they are. */
export const PAGE_PARAMS = ['lang', 'theme', 'package'] as const
export type PageParam = (typeof PAGE_PARAMS)[number]

export interface Going {
  /** Takes the place of the current entry of the history (a slider on its way) instead of adding one. */
  readonly replace?: boolean
}

export interface SelectionInLink {
  readonly selection: ComputedRef<Selection>
  /** Changes some parts; the reader can go back to what was before. */
  readonly change: (partial: Partial<Selection>, going?: Going) => void
  /** Sets all parts. */
  readonly replace: (selection: Selection, going?: Going) => void
  /** The whole readable address of a selection, the current one by default. */
  readonly link: (selection?: Selection) => string
  /** The same with the language and theme it is read in, where they are not the default: what a colleague is sent. */
  readonly share: (selection?: Selection) => string
  /** Everything back to its default, but the page looked at. */
  readonly reset: () => void
  /** A page parameter of the link; '' when it has none. */
  readonly page: (param: PageParam) => string
  /** Sets or (with '') removes a page parameter. */
  readonly setPage: (param: PageParam, value: string, going?: Going) => void
}

const pageParams = (query: Query): Record<string, string> =>
  Object.fromEntries(PAGE_PARAMS.map((param) => [param, query[param]]).filter((entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== ''))

/** The selection is the link: reads it from the route's query and writes it back. Call in setup. */
export function useSelection(): SelectionInLink {
  const route = useRoute()
  const router = useRouter()
  const preferences = usePreferences()
  const selection = computed(() => fromQuery(route.query, PAGE_PARAMS))
  const queryOf = (next: Selection): Record<string, string> => ({ ...toQuery(next), ...pageParams(route.query) })

  const addressOf = (query: Record<string, string>): string => {
    const text = queryText(query)
    return `${location.origin}${location.pathname}${text === '' ? '' : `?${text}`}`
  }

  function go(query: Record<string, string>, { replace = false }: Going = {}): void {
    void (replace ? router.replace({ query }) : router.push({ query }))
  }

  return {
    selection,
    change: (partial, going) => go(queryOf({ ...selection.value, ...partial }), going),
    replace: (next, going) => go(queryOf(next), going),
    link: (next = selection.value) => addressOf(queryOf(next)),
    share: (next = selection.value) => addressOf({ ...queryOf(next), ...preferences.look }),
    reset: () => go(queryOf(resetOf(selection.value))),
    page: (param) => pageParams(route.query)[param] ?? '',
    setPage: (param, value, going) => {
      const query = Object.entries({ ...queryOf(selection.value), [param]: value }).filter(([, text]) => text !== '')
      go(Object.fromEntries(query), going)
    },
  }
}

/** A selection of which only some parameters are looked at, the others at their default: another one only when one of them changes, so that what is made of it stands while a reader goes from report to report. */
export const partOf = (selection: ComputedRef<Selection>, params: readonly (keyof Selection)[]): ComputedRef<Selection> =>
  computed((before) => {
    const next: Selection = { ...DEFAULTS, ...Object.fromEntries(params.map((param) => [param, selection.value[param]])) }
    return before && toLink(before) === toLink(next) ? before : next
  })
