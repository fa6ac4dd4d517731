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
  await list.waitFor()
  return list.innerText()
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
    // 淄博市工业和信息化局 and its line in GB18030.
    const line = Buffer.from('7a69642c7a69642cc9bdb6abcab12cd7cdb2a9cad02c2ccad02cb2bfc3c50a', 'hex')
    return { body: Buffer.concat([Buffer.from('id,name,province,city,county,level,category\n'), line]) }
  })
  const page = await visit('?view=overview', { site, early: true })
  await ready(page)
  expect(await problems(page)).toContain('agencies.csv')
  await leave(page)
})

it('says what happened when nothing can be read, and reads again', async () => {
  let down = true
  const site = await siteWith(async (path) => (down && path.startsWith('data/') ? { status: 503, body: 'down' } : undefined))
  const page = await visit('', { site, early: true })
  const again = page.getByRole('button', { name: '重新读取', exact: true })
  await again.waitFor()
  expect(await page.locator('main').innerText()).toContain('未能读取')
  down = false
  await again.click()
  await ready(page)
  expect(await page.locator('[data-chart]').count()).toBeGreaterThan(0)
  await leave(page)
})
