import { expect, inject, it } from 'vitest'
import { CONTENT_SECURITY_POLICY } from '../../scripts/csp.mjs'
import { axe, DESKTOP, expectNoSideways, expectQuiet, leave, PHONE, saidBy, visit } from './harness'

it.each([
  ['a desktop', DESKTOP, false],
  ['a phone in the dark', PHONE, true],
] as const)('opens under a sub-path on %s, quietly and accessibly', async (_, size, dark) => {
  const page = await visit('', { size, dark })
  expect(await page.locator('h1').count()).toBe(1)
  await expectNoSideways(page)
  expect(await axe(page)).toEqual([])
  expectQuiet(page)
  await leave(page)
})

it.each([390, 360])('has its pages on one line of a phone, none too small to press (%i px)', async (width) => {
  const page = await visit('', { size: { width, height: 844 } })
  const tabs = await page.getByRole('navigation', { name: '比较内容' }).getByRole('link').evaluateAll((links) => links.map((link) => link.getBoundingClientRect()).map(({ top, width: wide, height }) => [top, Math.min(wide, height)] as const))
  expect([new Set(tabs.map(([top]) => top)).size, Math.min(...tabs.map(([, least]) => least)) >= 24]).toEqual([1, true])
  await expectNoSideways(page)
  await leave(page)
})

it('is held by the same strict policy in header and page', async () => {
  const response = await fetch(inject('site'))
  expect(response.headers.get('content-security-policy')).toBe(CONTENT_SECURITY_POLICY)
  expect(await response.text()).not.toMatch(/<style|\sstyle=|<script(?![^>]*\ssrc=)|\son\w+=/i)
  const page = await visit()
  expect(await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content')).toBe(CONTENT_SECURITY_POLICY)
  await leave(page)
})

it('notices what a page should not do', async () => {
  const page = await visit()
  await page.evaluate(() => {
    console.warn('a warning')
    document.body.appendChild(document.createElement('script')).textContent = 'window.injected = true'
    document.body.appendChild(document.createElement('img')).src = 'http://localhost:1/elsewhere.png'
    setTimeout(() => { throw new Error('an exception') })
  })
  for (const kind of [/^warning: a warning/, /^error: .*inline script/, /^error: .*elsewhere\.png/, /^exception: an exception/])
    await expect.poll(() => saidBy(page).join('\n'), { timeout: 20_000 }).toMatch(new RegExp(kind, 'm'))
  expect(() => expectQuiet(page)).toThrow()
  expect(await page.evaluate(() => 'injected' in window)).toBe(false)
  await leave(page)
})
