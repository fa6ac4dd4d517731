import { describe, expect, it } from 'vitest'
import { VIEWS } from '@/domain/selection'
import { axe, DESKTOP, downloaded, drawn, expectNoSideways, expectQuiet, leave, PHONE, visit } from './harness'

const LOOKS = [
  { name: 'the United States, English, desktop', query: '&package=us-foia&lang=en', size: DESKTOP },
  { name: 'Scotland, Chinese, phone', query: '&package=scotland&theme=dark', size: PHONE },
  { name: 'three countries together, English, desktop', query: '&package=cn~us-foia~scotland&lang=en', size: DESKTOP },
] as const

describe.each(LOOKS)('$name', ({ query, size }) => {
  it.each(VIEWS)('the page %s stands, accessible and quiet', async (view) => {
    const page = await visit(`?view=${view}${query}`, { size })
    const charts = page.locator('[data-chart]')
    if ((await charts.count()) > 0) expect(await drawn(page, (await charts.first().getAttribute('data-chart'))!)).toBeGreaterThan(0)
    // Neither form asks for such figures: the page says so, and which pages have some.
    else expect([view, await page.locator('.none').innerText()]).toEqual([expect.stringMatching(/participation|proactive/), expect.stringMatching(/Requests|依申请公开/)])
    await expectNoSideways(page)
    expect(await axe(page)).toEqual([])
    expectQuiet(page)
    await leave(page)
  })
})

it('within a package its own outcomes are compared, and what is downloaded is what FOIA.gov states', async () => {
  const page = await visit('?view=requests&package=us-foia&lang=en&values=absolute&at=2023&agency=Federal Reserve System&chart=outcomes')
  expect(await page.locator('[role="note"]').count()).toBe(0)
  await drawn(page, 'outcomes')
  await page.getByRole('button', { name: 'Download' }).click()
  const { bytes } = await downloaded(page, () => page.getByRole('menuitem', { name: /CSV, one figure per row/ }).click())
  const lines = bytes.toString().split('\r\n')
  expect(lines.find((line) => line.includes('us-foia:outcome.full-grant'))).toMatch(/^\uFEFF?Federal Reserve System,,2023,us-foia:outcome\.full-grant,.*,233,requests,/)
  expect(lines.find((line) => line.includes('us-foia:outcome.no-records'))).toContain(',109,requests,')
  await leave(page)
})

it('across packages only the common measures are offered, and the page says so', async () => {
  const page = await visit('?view=requests&package=us-foia~scotland&lang=en')
  expect(await page.locator('[role="note"]').innerText()).toContain('common measures only')
  await page.getByRole('link', { name: 'Reviews and suits' }).click()
  await page.locator('[data-chart="ranking"]').waitFor()
  const options = await page.locator('[data-chart="ranking"]').getByRole('combobox', { name: 'Indicator' }).inputValue()
  expect(options).not.toContain('FOISA')
  await leave(page)
})
