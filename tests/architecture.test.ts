import { ESLint } from 'eslint'
import { beforeAll, describe, expect, it } from 'vitest'
import { ROOMS } from '../eslint.config.js'

const eslint = new ESLint()
const rooms = Object.entries(ROOMS as Record<string, string[]>)
const inside = (room: string) => (room === 'cli' ? 'src/cli.ts' : `src/${room}/some/file.ts`)

const offences = async (room: string, source: string) => {
  const [result] = await eslint.lintText(`import { x } from '${source}'\nexport { x }\n`, { filePath: inside(room) })
  return result!.messages.filter(({ ruleId }) => ruleId === 'no-restricted-imports').length
}

describe('the import table', () => {
  beforeAll(() => eslint.lintText('export {}\n', { filePath: 'src/domain/warm.ts' }), 60_000)

  it.each(rooms)('lets %s import only its neighbours', async (room, allowed) => {
    for (const [other] of rooms) {
      if (other === room || other === 'cli') continue
      const expected = allowed.includes(other) ? 0 : 1
      expect([other, await offences(room, `@/${other}/thing`)]).toEqual([other, expected])
      expect([other, await offences(room, `../../${other}/thing`)]).toEqual([other, expected])
    }
  }, 60_000)

  it('keeps Vue out of the plain rooms', async () => {
    for (const room of ['domain', 'reading', 'data', 'charts', 'cli']) expect(await offences(room, 'vue')).toBe(1)
    expect(await offences('views', 'vue')).toBe(0)
  }, 60_000)
})
