import { expect, it } from 'vitest'
import { axe, downloaded, expectNoSideways, expectQuiet, leave, PHONE, visit } from './harness'

const REPORT = '?view=reviews&report=淮安市洪泽区人民政府~2023'

it('a failing sum stands in its report, with what would make it fit, and its cell is marked', async () => {
  const page = await visit(REPORT)
  const sheet = page.getByRole('dialog')
  const finding = sheet.locator('[data-check="H4"][data-test="review"]')
  await finding.waitFor()
  const text = (await finding.innerText()).replace(/\s+/g, ' ')
  for (const part of ['H4', '硬性', '结果维持 10 + 结果纠正 1 = 11', '0 → 11']) expect(text).toContain(part)
  const cell = sheet.locator('td[data-figure="review.total"]')
  expect(await cell.locator('.accused .visually-hidden').textContent()).toContain('H4 不符：')
  expect(await cell.locator('.accused').getAttribute('title')).toContain('差 −11')
  expect(await axe(page)).toEqual([])
  expectQuiet(page)
  await leave(page)
})

it('an overseer goes from the footer through all findings to a report, and takes away what is listed', async () => {
  const page = await visit('?view=reviews')
  await page.getByRole('button', { name: /^\d+ 份年报的合计不符$/ }).click()
  const sheet = page.getByRole('dialog', { name: '核验结果' })
  const rows = sheet.locator('tbody tr')
  await rows.first().waitFor()
  const failing = await rows.count()
  expect(failing).toBeGreaterThan(5)
  await sheet.getByLabel('核验', { exact: true }).selectOption('H4')
  await expect.poll(() => rows.count()).toBe(3)
  await sheet.getByLabel('机关名称或地区').fill('洪泽')
  await expect.poll(() => rows.count()).toBe(2)
  expect(await axe(page)).toEqual([])

  const { name, bytes } = await downloaded(page, () => sheet.getByRole('button', { name: /^下载这 2 项/ }).click())
  expect(name).toBe('atlas-findings-H4-fail-洪泽.csv')
  const [heading, ...lines] = bytes.toString('utf8').replace(/^\uFEFF/, '').trim().split('\r\n')
  expect(heading).toBe('agency,year,check,outcome,cells,expected,found,explanation-zh,explanation-en')
  const listed = await rows.evaluateAll((all) => all.map((row) => [row.querySelector('button')!.innerText, row.querySelector('td:last-child')!.textContent!.trim()]))
  expect(lines).toHaveLength(listed.length)
  listed.forEach(([report, why], at) => {
    const [agency, year] = lines[at]!.split(',')
    expect(report).toContain(agency)
    expect(report).toContain(year)
    expect(lines[at]).toContain(why)
  })

  // By keyboard to the report.
  await rows.first().getByRole('button').focus()
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: '淮安市洪泽区人民政府 2023 年年报' }).locator('[data-check="H4"]').first().waitFor()
  await sheet.waitFor({ state: 'detached' })
  expect(decodeURIComponent(page.url())).toContain('report=淮安市洪泽区人民政府~2023')
  expectQuiet(page)
  await leave(page)
})

it('fits a telephone, in the dark and in English', async () => {
  const page = await visit(`${REPORT}&lang=en`, { size: PHONE, dark: true })
  await page.getByRole('dialog').locator('[data-check="H4"]').first().waitFor()
  await expectNoSideways(page)
  expect(await axe(page)).toEqual([])
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /reports’ sums do not fit$/ }).click()
  await page.getByRole('dialog').locator('tbody tr').first().waitFor()
  await expectNoSideways(page)
  expect(await axe(page)).toEqual([])
  expectQuiet(page)
  await leave(page)
})
