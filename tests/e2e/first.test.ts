import { readFile } from 'node:fs/promises'
import { afterEach, expect, it } from 'vitest'
import { serve } from '../../scripts/serve.mjs'
import { axe, DESKTOP, drawn, expectNoSideways, expectQuiet, leave, PHONE, ready, visit } from './harness'

let close: (() => Promise<unknown>) | undefined

afterEach(async () => {
  await close?.()
  close = undefined
})

/** The build, with the reports held back until they are let go. */
async function heldBack(): Promise<{ url: string; letGo: () => void }> {
  let letGo: () => void = () => undefined
  const held = new Promise<void>((resolve) => (letGo = resolve))
  const site = await serve({
    dir: 'dist',
    base: '/atlas/',
    override: async (path) => {
      if (path !== 'data/cn/reports.csv') return undefined
      await held
      return { body: await readFile(`public/${path}`) }
    },
  })
  close = site.close
  return { url: site.url, letGo }
}

it.each([
  ['desktop, light, Chinese', '', DESKTOP],
  ['phone, dark, English', '?lang=en&theme=dark', PHONE],
] as const)('the plain link shows its first chart before the data have come, and nothing jumps (%s)', async (_, query, size) => {
  const { url, letGo } = await heldBack()
  const page = await visit(query, { site: url, size, early: true })
  const picture = page.locator('[data-first-picture] img')
  await picture.waitFor()
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth > 0)).toBe(true)
  expect((await picture.getAttribute('alt'))!.length).toBeGreaterThan(20)
  expect(await axe(page)).toEqual([])
  await expectNoSideways(page)
  const before = (await picture.boundingBox())!
  const title = await page.locator('[data-first-picture] h2').innerText()
  letGo()
  await ready(page)
  await drawn(page, 'coverage')
  await page.evaluate(() => scrollTo(0, 0))
  const after = (await page.locator('[data-chart="coverage"] [role="img"]').boundingBox())!
  expect(Math.abs(after.y - before.y)).toBeLessThanOrEqual(8)
  expect(Math.abs(after.height - before.height)).toBeLessThanOrEqual(8)
  expect(await page.locator('[data-chart="coverage"] h2').innerText()).toBe(title)
  expect(await page.locator('[data-first-picture]').count()).toBe(0)
  expectQuiet(page)
  await leave(page)
})

it('a link that asks for something shows no picture drawn for another', async () => {
  const { url, letGo } = await heldBack()
  const page = await visit('?province=江苏省', { site: url, early: true })
  await page.getByText('正在读取数据').waitFor()
  expect(await page.locator('[data-first-picture]').count()).toBe(0)
  letGo()
  await ready(page)
  await leave(page)
})

it.each([
  ['desktop', DESKTOP],
  ['phone', PHONE],
] as const)('nothing moves when the checks are done and mark what fails (%s)', async (_, size) => {
  const page = await visit('?view=reviews&at=2023', { size })
  await page.evaluate(() => {
    const tops = new Set<number>()
    Object.assign(window, { tops })
    const look = (): void => {
      const chart = document.querySelector('[data-chart="results"] [role="img"]')
      if (chart) tops.add(Math.round(chart.getBoundingClientRect().top + scrollY))
      requestAnimationFrame(look)
    }
    look()
  })
  await page.getByText('△ 1 份核验不符').first().waitFor()
  await page.locator('[data-chart="results"]').getByText(/^△ 所依数字有核验不符/).waitFor()
  await drawn(page, 'results')
  expect(await page.evaluate(() => [...(window as unknown as { tops: Set<number> }).tops])).toHaveLength(1)
  await leave(page)
})
