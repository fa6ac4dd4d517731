import { describe, expect, it } from 'vitest'
import { chartsOf } from '@/charts'
import { VIEWS } from '@/domain/selection'
import { axe, DESKTOP, drawn, expectNoSideways, expectQuiet, leave, PHONE, visit } from './harness'

const LOOKS = [
  { name: 'Chinese, light, desktop', query: '', size: DESKTOP, dark: false },
  { name: 'English, dark, phone', query: '&lang=en&theme=dark', size: PHONE, dark: true },
] as const

describe.each(LOOKS)('$name', ({ query, size, dark }) => {
  it.each(VIEWS)('the page %s stands, accessible and quiet', async (view) => {
    const page = await visit(`?view=${view}${query}`, { size, dark })
    expect(await page.locator('h1').innerText()).not.toBe('')
    const lead = await page.locator('[data-chart]').first().getAttribute('data-chart')
    expect(chartsOf(view).map(({ id }) => id)).toContain(lead)
    expect(await drawn(page, lead!)).toBeGreaterThan(0)
    await expectNoSideways(page)
    expect(await axe(page)).toEqual([])
    expectQuiet(page)
    await leave(page)
  })
})

it('works under the page’s own policy on a host that sets no headers', async () => {
  const page = await visit('?view=requests')
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content')
  expect(policy).toContain("default-src 'none'")
  expect(policy).not.toContain('unsafe')
  await leave(page)
})
