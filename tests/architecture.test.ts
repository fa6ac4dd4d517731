import { ESLint } from 'eslint'
import { beforeAll, describe, expect, it } from 'vitest'
import { INNER_ROOMS, ROOMS } from '../eslint.config.js'

const eslint = new ESLint()
const rooms = Object.entries(ROOMS)

const lint = async (room: string, source: string) => {
  const [result] = await eslint.lintText(source, { filePath: `src/${room}/some/file.ts` })
  return result!.messages.filter(({ ruleId }) => ruleId === 'rooms/import-table').length
}
const offences = (room: string, from: string) => lint(room, `export { x } from '${from}'\n`)

describe('the import table', () => {
  beforeAll(() => eslint.lintText('export {}\n', { filePath: 'src/domain/warm.ts' }), 60_000)

  it.each(rooms)('lets %s import only its neighbours', async (room, allowed) => {
    for (const [other] of rooms) {
      const expected = other === room || allowed.includes(other) ? 0 : 1
      const path = `${other}/thing`
      expect([other, await offences(room, `@/${path}`)]).toEqual([other, expected])
      expect([other, await offences(room, `../../${path}`)]).toEqual([other, expected])
    }
    for (const wiring of ['main', 'router', 'App.vue']) expect([wiring, await offences(room, `@/${wiring}`)]).toEqual([wiring, 1])
  }, 60_000)

  it.each(Object.entries(INNER_ROOMS))('lets the folders of %s import only theirs', async (room, { common, rooms: inner }) => {
    for (const [from, allowed] of Object.entries(inner)) {
      const here = (path: string) => offences(`${room}/${from}`, `@/${room}/${path}`)
      for (const to of Object.keys(inner)) expect([from, to, await here(`${to}/thing`)]).toEqual([from, to, to === from || allowed.includes(to) ? 0 : 1])
      for (const file of common) expect([from, file, await here(file)]).toEqual([from, file, 0])
      expect([from, await here('index'), await here('../domain/thing')]).toEqual([from, 1, 0])
      expect(await offences(room, `@/${room}/${from}/thing`)).toBe(0)
    }
  }, 60_000)

  it.each([
    "import type { X } from '@/views/x'\nexport type Y = X",
    "export * from '../../views/x'",
    "export const x = () => import('@/views/X.vue')",
    'export const x = (name: string) => import(`@/views/${name}.vue`)',
    "export const x = import.meta.glob('../../views/*.vue')",
    "export const x = import.meta.glob(['../*.ts', '/src/views/*.vue'])",
    "export const x = new URL('../../views/worker.ts', import.meta.url)",
    "export type X = import('@/views/x').X",
    "export { x } from '@/../src/views/x'",
  ])('sees %s', async (source) => {
    expect(await lint('domain', `${source}\n`)).toBe(1)
  }, 60_000)

  it("takes a room's own folder for what it is, whatever its name", async () => {
    expect(await offences('charts', './views/x')).toBe(0)
    expect(await offences('domain', '@/domain/views/x')).toBe(0)
  }, 60_000)

  it.each(['vue', 'pinia', 'vue-router', 'vue-echarts', '@vueuse/core', '@vue/reactivity', '@tanstack/vue-virtual', 'reka-ui'])('keeps %s out of the plain rooms', async (name) => {
    for (const room of ['domain', 'reading', 'data', 'charts', 'cli']) expect([room, await offences(room, name)]).toEqual([room, 1])
    expect(await offences('views', name)).toBe(0)
  }, 60_000)
})
