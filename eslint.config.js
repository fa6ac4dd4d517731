import pluginVue from 'eslint-plugin-vue'
import tseslint from 'typescript-eslint'
import vueParser from 'vue-eslint-parser'

/** Who may import whom, room by room. A room may always import itself. */
export const ROOMS = {
  domain: [],
  reading: ['domain'],
  data: ['domain'],
  charts: ['domain'],
  i18n: [],
  stores: ['domain', 'data'],
  composables: ['domain', 'stores', 'i18n'],
  components: ['domain', 'charts', 'i18n'],
  views: ['domain', 'data', 'charts', 'i18n', 'stores', 'composables', 'components'],
  cli: ['domain', 'reading', 'data', 'charts'],
}

/** Rooms that know no Vue. */
const PLAIN = ['domain', 'reading', 'data', 'charts', 'cli']
const VUE = ['vue', 'pinia', 'vue-router', 'vue-echarts', '@vueuse/*', '@tanstack/vue-*', 'reka-ui']

const filesOf = (room) => (room === 'cli' ? ['src/cli.ts'] : [`src/${room}/**/*.{ts,vue}`])

const fences = Object.entries(ROOMS).map(([room, allowed]) => {
  const forbidden = Object.keys(ROOMS).filter((other) => other !== room && !allowed.includes(other))
  return {
    name: `rooms/${room}`,
    files: filesOf(room),
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            ...forbidden.map((other) => ({ regex: `^(@|(\\.\\.?/)+(src)?)/?${other}(/|$)`, message: `${room} may import ${allowed.join(', ') || 'no other room'}, not ${other}.` })),
            ...(PLAIN.includes(room) ? [{ group: VUE, message: `${room} knows no Vue.` }] : []),
          ],
        },
      ],
    },
  }
})

const NODE_GLOBALS = Object.fromEntries(['process', 'console', 'Buffer', 'URL', 'setTimeout', 'clearTimeout', 'fetch', 'performance'].map((name) => [name, 'readonly']))

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', 'coverage/**', 'public/**', 'bench/output/**'] },
  ...tseslint.configs.recommended,
  ...pluginVue.configs['flat/recommended'],
  { files: ['**/*.vue'], languageOptions: { parser: vueParser, parserOptions: { parser: tseslint.parser, extraFileExtensions: ['.vue'] } } },
  { files: ['scripts/**/*.mjs', 'bench/**/*.mjs'], languageOptions: { globals: NODE_GLOBALS } },
  {
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      'prefer-const': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      'vue/no-v-html': 'error',
      'vue/no-static-inline-styles': ['error', { allowBinding: true }],
      'vue/multi-word-component-names': 'off',
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/multiline-html-element-content-newline': 'off',
      'vue/html-self-closing': 'off',
      'vue/html-indent': 'off',
      'vue/html-closing-bracket-newline': 'off',
      'vue/first-attribute-linebreak': 'off',
      'vue/attributes-order': 'off',
      'vue/require-default-prop': 'off',
    },
  },
  { files: ['scripts/**', 'bench/**', 'tests/**'], rules: { 'no-console': 'off' } },
  ...fences,
)
