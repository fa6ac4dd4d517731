import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { CONTENT_SECURITY_POLICY } from './scripts/csp.mjs'
import { firstPicture } from './scripts/first-picture.mjs'

/** The built page carries the policy itself, for hosts that set no headers; the development server needs inline styles. */
const securityPolicy = (): Plugin => ({
  name: 'content-security-policy',
  apply: 'build',
  transformIndexHtml: () => [{ tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content: CONTENT_SECURITY_POLICY }, injectTo: 'head-prepend' }],
})

/** Tables of characters for PDF fonts that are not embedded, read when a document needs one. */
const characterMaps = (): Plugin => ({
  name: 'character-maps',
  apply: 'build',
  generateBundle() {
    const folder = fileURLToPath(new URL('./node_modules/pdfjs-dist/cmaps/', import.meta.url))
    for (const name of readdirSync(folder)) this.emitFile({ type: 'asset', fileName: `cmaps/${name}`, source: readFileSync(`${folder}${name}`) })
  },
})

/** Each language of the interface in its own words. */
function languageNames(): Record<string, string> {
  const tags = readdirSync(fileURLToPath(new URL('./src/i18n/locales/', import.meta.url))).filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -'.json'.length))
  return Object.fromEntries(tags.map((tag) => [tag, new Intl.DisplayNames([tag], { type: 'language' }).of(tag.split('-')[0]!) ?? tag]))
}

const DOM_ROOMS = 'components,views,composables,stores'
/** Rooms of which the tests keep nothing outside themselves: their files share the modules loaded for the first, which takes half the time. */
const PURE_ROOMS = 'reading,domain,charts'
/** Files of tests run at a time; of itself the runner leaves a core idle. */
const ABREAST = { maxWorkers: 2 }
/** Tests know the forms of all countries, as workers and the command line do, and all languages. */
const SETUP = { setupFiles: ['tests/setup.ts'] }
/** Machines are shared and noisy: a slow test is no failure here, the bench measures. */
const PATIENCE = { testTimeout: 120_000, hookTimeout: 120_000, expect: { poll: { timeout: 15_000 } } }

/** Files that take longest, however short they are: begun last they leave a core idle for minutes. */
const LONG = /\/(?:documents|pdf|habits|malformed|slices|packages)\.test\.ts$/
class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    return [true, false].flatMap((long) => sorted.filter(({ moduleId }) => LONG.test(moduleId) === long))
  }
}

export default defineConfig({
  base: './',
  plugins: [vue(), securityPolicy(), firstPicture(), characterMaps()],
  define: { LANGUAGE_NAMES: JSON.stringify(languageNames()) },
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  build: { target: 'es2022', modulePreload: { polyfill: false }, assetsInlineLimit: 0, chunkSizeWarningLimit: 800 },
  worker: { format: 'es' },
  test: {
    sequence: { sequencer: LongFirst },
    projects: [
      { extends: true, test: { name: 'pure', environment: 'node', isolate: false, ...ABREAST, ...PATIENCE, ...SETUP, include: [`tests/{${PURE_ROOMS}}/**/*.test.ts`] } },
      { extends: true, test: { name: 'node', environment: 'node', ...ABREAST, ...PATIENCE, ...SETUP, include: ['tests/**/*.test.ts'], exclude: [`tests/{${PURE_ROOMS},${DOM_ROOMS},e2e}/**`] } },
      { extends: true, test: { name: 'dom', environment: 'happy-dom', ...ABREAST, ...PATIENCE, ...SETUP, include: [`tests/{${DOM_ROOMS}}/**/*.test.ts`] } },
      { extends: true, test: { name: 'e2e', environment: 'node', include: ['tests/e2e/**/*.test.ts'], globalSetup: 'tests/e2e/site.ts', ...PATIENCE, ...ABREAST, retry: 1 } },
    ],
  },
})
