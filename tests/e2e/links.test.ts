import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { drawn, expectQuiet, leave, ready, visit } from './harness'

const queryOf = (page: Page): string => decodeURIComponent(new URL(page.url()).search)
const sentence = (page: Page): Promise<string> => page.locator('.summary p').innerText()

it('a pasted link shows what it asks for, readably, and stays as it is', async () => {
  const page = await visit('?view=requests&agency=宿迁市人民政府~金湖县人民政府&year=2023..2024&n=10&disclosure-rate=granted')
  expect(queryOf(page)).toBe('?view=requests&agency=宿迁市人民政府~金湖县人民政府&year=2023..2024&n=10&disclosure-rate=granted')
  expect(await sentence(page)).toContain('宿迁市人民政府')
  expect(await page.title()).toContain('依申请公开')
  expect(await page.locator('.summary li').count()).toBe(5)
  expect(await drawn(page, 'outcomes')).toBe(12)
  await page.getByRole('button', { name: '恢复默认', exact: true }).click()
  await expect.poll(() => queryOf(page)).toBe('?view=requests')
  expectQuiet(page)
  await leave(page)
})

it('what a link asks for and these data do not have stays visible, and can be taken away', async () => {
  const page = await visit('?view=nonsense&agency=<img src=x onerror=alert(1)>局&year=20222&colour=red&indicator=nonsense')
  const unknown = page.locator('section[aria-label="本数据中没有的条件"]')
  for (const text of ['nonsense', '<img src=x onerror=alert(1)>局', '20222', 'red']) await unknown.getByText(text, { exact: true }).first().waitFor()
  expect(queryOf(page)).toContain('colour=red')
  const before = await unknown.locator('li').count()
  await unknown.locator('li button').first().click()
  await expect.poll(() => unknown.locator('li').count()).toBe(before - 1)
  expectQuiet(page)
  await leave(page)
})

it('back and forward go through what was chosen', async () => {
  const page = await visit('?view=requests')
  await page.getByRole('link', { name: '复议诉讼', exact: true }).click()
  await expect.poll(() => page.locator('h1').innerText()).toBe('复议诉讼')
  await page.locator('[data-chart="results"]').getByLabel('显示').selectOption('30')
  await expect.poll(() => queryOf(page)).toBe('?view=reviews&top=30')
  await page.goBack()
  await page.goBack()
  await expect.poll(() => page.locator('h1').innerText()).toBe('依申请公开')
  await page.goForward()
  await expect.poll(() => page.locator('h1').innerText()).toBe('复议诉讼')
  await page.reload()
  await ready(page)
  expect(await page.locator('h1').innerText()).toBe('复议诉讼')
  expectQuiet(page)
  await leave(page)
})

it('the language and theme of a link are taken over; those the reader chooses are remembered', async () => {
  const page = await visit('?view=proactive&lang=en&theme=dark')
  expect(await page.locator('h1').innerText()).toBe('Proactive disclosure')
  expect(await page.locator('html').getAttribute('lang')).toBe('en')
  expect(await page.locator('html').getAttribute('data-theme')).toBe('dark')
  await page.goto(page.url().replace(/\?.*/, ''))
  await ready(page)
  expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN')
  await page.getByLabel('语言').selectOption('en')
  await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('en')
  await page.reload()
  await ready(page)
  expect(await page.locator('html').getAttribute('lang')).toBe('en')
  await leave(page)
})

it('one chart alone, with picture and table together', async () => {
  const page = await visit('?view=reviews&chart=results')
  expect(await page.locator('[data-chart]').count()).toBe(1)
  const marks = await drawn(page, 'results')
  expect(await page.locator('tbody tr').count()).toBe(marks)
  await leave(page)
})
