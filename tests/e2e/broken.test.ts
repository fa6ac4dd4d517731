import { readFile } from 'node:fs/promises'
import { afterEach, expect, it } from 'vitest'
import { serve } from '../../scripts/serve.mjs'
import { axe, leave, ready, visit } from './harness'

type Override = NonNullable<Parameters<typeof serve>[0]['override']>

let close: (() => Promise<unknown>) | undefined

afterEach(async () => {
  await close?.()
  close = undefined
})

/** The build with some files of the package answered otherwise. */
async function siteWith(override: Override): Promise<string> {
  const site = await serve({ dir: 'dist', base: '/atlas/', override })
  close = site.close
  return site.url
}

const file = (name: string): Promise<Buffer> => readFile(`public/data/cn/${name}`)
const edited = async (name: string, edit: (text: string) => string): Promise<{ body: string }> => ({ body: edit((await file(name)).toString('utf8')) })
const problems = async (page: Awaited<ReturnType<typeof visit>>): Promise<string> => {
  await page.getByRole('button', { name: /读取数据时发现 [\d,]+ 处问题/ }).click()
  const list = page.getByRole('dialog')
  await list.locator('li').first().waitFor()
  return list.innerText()
}

/** Text in GB18030's two-byte part, which Node can decode but not encode; other characters become "?". */
function inGb18030(text: string): Uint8Array {
  const decoder = new TextDecoder('gb18030')
  const codes = new Map<string, [number, number]>()
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) codes.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail])
  }
  return Uint8Array.from([...text].flatMap((character) => (character < '\u0080' ? [character.charCodeAt(0)] : (codes.get(character) ?? [0x3f]))))
}

it('a missing and a cut file are named, the rest loads', async () => {
  const site = await siteWith(async (path) => {
    if (path === 'data/cn/reviews.csv') return { status: 404, body: 'gone' }
    if (path === 'data/cn/requests.csv') return { body: (await file('requests.csv')).subarray(0, 40_000) }
    return undefined
  })
  const page = await visit('?view=requests', { site })
  const said = await problems(page)
  expect(said).toContain('reviews.csv')
  expect(said).toContain('requests.csv')
  expect(await axe(page)).toEqual([])
  await leave(page)
})

it('lines that cannot be used are listed with file, line, column and what to do; text from data is never markup', async () => {
  const name = '<img src=x onerror="document.title=1">局'
  const site = await siteWith(async (path) => {
    if (path === 'data/cn/agencies.csv') return edited('agencies.csv', (text) => `${text}"${name.replaceAll('"', '""')}","${name.replaceAll('"', '""')}",火星省,,,县,部门\n`)
    if (path === 'data/cn/reports.csv') return edited('reports.csv', (text) => `${text}"${name.replaceAll('"', '""')}",2023,cn-2021,own,,x,=1+1\n无此机关,2023,cn-2021,own,,x,\n`)
    if (path === 'data/cn/requests.csv') return edited('requests.csv', (text) => `${text}"${name.replaceAll('"', '""')}",2023,received,0,0,0,0,0,0,999999\n"${name.replaceAll('"', '""')}",2023,processed,,,,,,,三百\n`)
    return undefined
  })
  const page = await visit('?view=requests&province=火星省&at=2023&chart=ranking', { site })
  await page.getByText(name).first().waitFor()
  expect(await page.locator('main img').count()).toBe(0)
  const said = await problems(page)
  expect(said).toContain('三百')
  expect(said).toContain('无此机关')
  expect(said).toMatch(/requests\.csv.*1,?831/)
  await leave(page)
})

it('files in GB18030 are read', async () => {
  const site = await siteWith(async (path) => {
    if (path !== 'data/cn/agencies.csv') return undefined
    return { body: inGb18030((await file('agencies.csv')).toString('utf8')) }
  })
  const page = await visit('?view=requests&agency=宿迁市人民政府', { site })
  await page.locator('.summary').getByText('宿迁市人民政府').first().waitFor()
  expect(await problems(page)).toMatch(/agencies\.csv.*GB18030/i)
  await leave(page)
})

it('says what happened when nothing can be read, and reads again', async () => {
  let down = true
  const site = await siteWith(async (path) => (down && path.startsWith('data/') ? { status: 503, body: 'down' } : undefined))
  const page = await visit('', { site, early: true })
  const again = page.getByRole('button', { name: '重新读取', exact: true })
  await again.waitFor()
  expect(await page.locator('main').innerText()).toContain('无法取得')
  down = false
  await again.click()
  await ready(page)
  expect(await page.locator('[data-chart]').count()).toBeGreaterThan(0)
  await leave(page)
})
