import { dirname, isAbsolute, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import pluginVue from 'eslint-plugin-vue'
import tseslint from 'typescript-eslint'
import vueParser from 'vue-eslint-parser'

/** Who may import whom, room by room. A room may always import itself. */
export const ROOMS = {
  domain: [],
  reading: ['domain'],
  data: ['domain', 'reading'],
  charts: ['domain'],
  i18n: [],
  stores: ['domain', 'data'],
  composables: ['domain', 'stores', 'i18n'],
  components: ['domain', 'charts', 'i18n'],
  views: ['domain', 'data', 'charts', 'i18n', 'stores', 'composables', 'components'],
  cli: ['domain', 'reading', 'data', 'charts'],
}

/** The same inside a room: a folder may import itself, these neighbours, and of the room's own files only the `common` ones. */
export const INNER_ROOMS = {
  reading: { common: ['document', 'problem'], rooms: { meaning: [], page: ['meaning'], text: ['page', 'meaning'], prose: ['meaning'] } },
}

/** Rooms that know no Vue. */
const PLAIN = ['domain', 'reading', 'data', 'charts', 'cli']
const VUE = /^(vue|pinia|vue-router|vue-echarts|reka-ui|@vue|@vueuse|@tanstack\/vue-[^/]+)(\/|$)/

const SRC = fileURLToPath(new URL('./src', import.meta.url))

/** The room a file under src/ is in; 'wiring' for main.ts, App.vue and router.ts; undefined outside src/. */
function roomOf(file) {
  const [top, ...rest] = relative(SRC, file).split(sep)
  if (top === '..' || isAbsolute(top)) return undefined
  const name = rest.length > 0 ? top : top.replace(/\.\w+$/, '')
  return name in ROOMS ? name : 'wiring'
}

/** What is against the table inside one room; '' where nothing is. */
function innerOffence(room, file, place) {
  const { common, rooms } = INNER_ROOMS[room] ?? { common: [], rooms: {} }
  const [from, to] = [file, place].map((path) => relative(resolve(SRC, room), path).split(sep))
  const allowed = from.length > 1 ? rooms[from[0]] : undefined
  if (!allowed || to[0] === from[0]) return ''
  const may = to.length > 1 ? allowed : common
  return may.includes(to[0].replace(/\.\w+$/, '')) ? '' : `${room}/${from[0]} may import ${[...allowed, ...common].join(', ')}, not ${to.join('/')}.`
}

/** Where an import leads, on disk; undefined for packages. */
function target(source, file) {
  if (source.startsWith('@/')) return resolve(SRC, source.slice(2))
  if (source.startsWith('/src/')) return resolve(SRC, source.slice(5))
  return source.startsWith('.') ? resolve(dirname(file), source) : undefined
}

const texts = (node) => (node?.type === 'Literal' ? [node] : node?.type === 'TemplateLiteral' ? node.quasis.slice(0, 1) : node?.type === 'ArrayExpression' ? node.elements.flatMap(texts) : [])
const textOf = (node) => String(node.type === 'Literal' ? node.value : node.value.cooked)

/** Holds every way one file names another to ROOMS: import, export from, import(), import.meta.glob, new URL. */
const importTable = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const file = context.filename
    const room = roomOf(file)
    if (room === undefined || room === 'wiring') return {}
    const check = (node) => {
      for (const part of texts(node)) {
        const source = textOf(part).replace(/^!/, '')
        const place = target(source, file)
        const other = place && roomOf(place)
        if (other && other !== room && !ROOMS[room].includes(other)) context.report({ node: part, message: `${room} may import ${ROOMS[room].join(', ') || 'no other room'}, not ${other}.` })
        const inside = place && other === room ? innerOffence(room, file, place) : ''
        if (inside) context.report({ node: part, message: inside })
        if (!place && PLAIN.includes(room) && VUE.test(source)) context.report({ node: part, message: `${room} knows no Vue.` })
      }
    }
    return {
      ImportDeclaration: ({ source }) => check(source),
      ExportNamedDeclaration: ({ source }) => check(source),
      ExportAllDeclaration: ({ source }) => check(source),
      ImportExpression: ({ source }) => check(source),
      TSImportType: ({ source }) => check(source),
      CallExpression: ({ callee, arguments: [first] }) => callee.type === 'MemberExpression' && callee.object.type === 'MetaProperty' && check(first),
      NewExpression: ({ callee, arguments: [first] }) => callee.name === 'URL' && check(first),
    }
  },
}

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
  { files: ['src/**/*.{ts,vue}'], plugins: { rooms: { rules: { 'import-table': importTable } } }, rules: { 'rooms/import-table': 'error' } },
)
