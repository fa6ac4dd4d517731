import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { loadLanguage } from './i18n'
import { makeRouter } from './router'
import { usePreferences } from './stores/preferences'
import './styles/tokens.css'
import './styles/base.css'
import './styles/print.css'

const router = makeRouter()
const app = createApp(App).use(createPinia()).use(router)

/** The page is put up in a task of its own: reading the program and drawing it are each long enough. */
const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve))

/** The link's language, else the reader's; without its words the page stands in the default one. */
const language = (): string => String(router.currentRoute.value.query.lang ?? usePreferences().language)

void router
  .isReady()
  .then(() => loadLanguage(language()))
  .catch(() => undefined)
  .then(nextTask)
  .then(() => app.mount('#app'))
