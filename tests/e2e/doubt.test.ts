import { expect, it } from 'vitest'
import { axe, downloaded, drawn, expectNoSideways, expectQuiet, leave, PHONE, visit } from './harness'

const FAILING = '?view=reviews&at=2023'
const lines = (bytes: Buffer): string[] => bytes.toString('utf8').replace(/^\uFEFF/, '').trim().split('\r\n')

it('a failing report is marked in picture, table and file; the switch leaves it out of all three, and the link keeps it', async () => {
  const page = await visit(FAILING)
  const card = page.locator('[data-chart="results"]')
  const shown = await drawn(page, 'results')
  await card.getByText(/^△ 所依数字有核验不符：\d+ 份中 1 份$/).waitFor()
  await card.locator('[tabindex="0"]').first().focus()
  // The sums of reviews fit; of the suits beside them one does not.
  const tooltip = card.locator('.tooltip')
  await page.keyboard.press('ArrowRight')
  await tooltip.waitFor()
  expect(await tooltip.innerText()).not.toContain('H4')
  for (let mark = 0; mark < 15 && !(await tooltip.innerText()).includes('H4'); mark += 1) await page.keyboard.press('ArrowRight')
  expect(await tooltip.innerText()).toMatch(/H4[\s\S]*差 −3/)

  await card.getByRole('button', { name: '看表格', exact: true }).click()
  expect(await card.getByText(/^△ H4 .*差 −3$/).count()).toBeGreaterThan(3)
  await card.getByRole('button', { name: '看图', exact: true }).click()
  const fileOf = async (): Promise<string[]> => {
    await card.getByRole('button', { name: '下载', exact: true }).click()
    return lines((await downloaded(page, () => page.locator('[data-download="tidy"]').click())).bytes)
  }
  const marked = await fileOf()
  const column = marked[0]!.split(',').indexOf('check')
  expect(marked.filter((line) => /H4 /.test(line)).length).toBe(5)
  expect(column).toBeGreaterThan(0)

  await card.getByRole('button', { name: '剔除核验不符的 1 份年报' }).click()
  await expect.poll(() => decodeURIComponent(page.url())).toContain('failing=hidden')
  await card.getByText(/1 份年报核验不符，未列入/).waitFor()
  expect(await drawn(page, 'results')).toBe(shown - 15)
  expect((await fileOf()).length).toBe(marked.length - 15)
  expect(await page.locator('.figures').innerText()).toContain('1 份年报核验不符，未列入')
  expect(await axe(page)).toEqual([])
  expectQuiet(page)

  const again = await visit(new URL(page.url()).search)
  expect(await again.locator('[data-chart="results"]').getByText(/1 份年报核验不符，未列入/).first().waitFor()).toBeUndefined()
  expect(await drawn(again, 'results')).toBe(shown - 15)
  await again.locator('[data-chart="results"]').getByRole('button', { name: '列入核验不符的年报并标出' }).click()
  await expect.poll(() => drawn(again, 'results')).toBe(shown)
  await leave(again)
  await leave(page)
})

it('a ranking of rates leads to its funnel and to its ranks under each definition', async () => {
  const page = await visit('?view=requests&package=us-foia&lang=en')
  await page.locator('[data-chart="disclosure-rate"]').getByRole('button', { name: 'Funnel plot: what is beyond chance' }).click()
  const funnel = page.locator('[data-chart="funnel"]')
  expect(await drawn(page, 'funnel')).toBe(await funnel.locator('tbody tr').count())
  expect(await funnel.innerText()).toMatch(/Overall [\d.]+% \([\d,]+\/[\d,]+\); of \d+ agencies with n ≥ 30 \d+ lie outside the 95 % limits/)
  expect(await funnel.locator('thead').innerText()).toContain('99.8 % limit, high')
  expect(await axe(page)).toEqual([])
  await funnel.getByText('Definition (1 indicator)').click()
  expect(await funnel.innerText()).toContain('doi:10.1002/sim.1970')
  await page.goBack()
  await page.locator('[data-chart="disclosure-rate"]').getByRole('button', { name: 'Ranks under each definition' }).click()
  expect(await drawn(page, 'rank-strip')).toBe(await page.locator('tbody tr').count())
  expect(await page.locator('thead').innerText()).toContain('rank')
  expect(await axe(page)).toEqual([])
  expectQuiet(page)
  await leave(page)
})

it.each(['funnel', 'rank-strip'])('%s fits a telephone, in the dark', async (chart) => {
  const page = await visit(`?view=requests&package=us-foia&lang=en&chart=${chart}`, { size: PHONE, dark: true })
  expect(await drawn(page, chart)).toBeGreaterThan(0)
  await expectNoSideways(page)
  expect(await axe(page)).toEqual([])
  expectQuiet(page)
  await leave(page)
})

it('a sum that would count a region and its offices twice is refused, with the way out', async () => {
  const page = await visit('?view=requests&scope=all')
  const figures = page.locator('.figures')
  await figures.getByText('与机关自身数相加会重复').first().waitFor()
  await figures.getByRole('button', { name: '只看机关自身数' }).first().click()
  await expect.poll(() => figures.getByText('会重复').count()).toBe(0)
  expect(decodeURIComponent(page.url())).not.toContain('scope=')
  await leave(page)
})
