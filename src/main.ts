import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { makeRouter } from './router'
import './styles/tokens.css'
import './styles/base.css'
import './styles/print.css'

const router = makeRouter()
const app = createApp(App).use(createPinia()).use(router)
void router.isReady().then(() => app.mount('#app'))
