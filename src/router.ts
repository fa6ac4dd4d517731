import { createRouter, createWebHistory, type Router, type RouterHistory } from 'vue-router'
import { queryText } from '@/domain/selection'
import AtlasView from '@/views/AtlasView.vue'

/** The folder the page lies in, so that it works under any path. */
export const folderOf = (pathname: string): string => pathname.slice(0, pathname.lastIndexOf('/') + 1)

const textOf = (value: unknown): string => String((Array.isArray(value) ? value.at(-1) : value) ?? '')

/** One page; everything else stands in the query, which stays readable in the address bar. */
export function makeRouter(history: RouterHistory = createWebHistory(folderOf(location.pathname))): Router {
  return createRouter({
    history,
    routes: [{ path: '/:rest(.*)*', component: AtlasView }],
    parseQuery: (search) => Object.fromEntries(new URLSearchParams(search)),
    stringifyQuery: (query = {}) => queryText(Object.fromEntries(Object.entries(query).map(([param, value]) => [param, textOf(value)]))),
    scrollBehavior: (to, from, saved) => saved ?? (to.query.view === from.query.view ? false : { top: 0 }),
  })
}
