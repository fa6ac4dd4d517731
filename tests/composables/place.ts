import { mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { defineComponent, h } from 'vue'
import { createMemoryHistory, createRouter, type Router } from 'vue-router'
import { makeRouter } from '@/router'

/** Calls a composable in the setup of a component that stands at a link. */
export async function at<T>(link: string, use: () => T): Promise<{ readonly used: T; readonly router: Router }> {
  const pinia = createPinia()
  setActivePinia(pinia)
  const { options } = makeRouter(createMemoryHistory())
  const router = createRouter({ ...options, history: createMemoryHistory(), routes: [{ path: '/:rest(.*)*', component: { render: () => null } }] })
  await router.push(link)
  let used: T | undefined
  mount(
    defineComponent(() => {
      used = use()
      return () => h('div')
    }),
    { global: { plugins: [pinia, router] } },
  )
  return { used: used!, router }
}
