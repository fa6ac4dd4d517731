import { expect, it } from 'vitest'
import { given, html, PLAIN, tablesOf } from '../reading/documents'
import { axe, DESKTOP, expectNoSideways, expectQuiet, leave, PHONE, ready, visit } from './harness'

const [FIRST, SECOND] = [given(7), { ...given(11), agency: '丁县财政局' }]
const MEANT = '丁县民政局'
const READ = String(FIRST.figures.get('requests.received.natural'))
const FILES = [FIRST, SECOND].map((report, at) => ({ name: `${at}.html`, mimeType: 'text/html', buffer: Buffer.from(html(report, tablesOf(report, PLAIN, 7), 'word', 7)) }))

it.each([
  ['desktop', DESKTOP],
  ['phone', PHONE],
] as const)('after an import a report is said to be of another agency, cannot take the place of another one, is taken out, and each is taken back: %s', async (_, size) => {
  const page = await visit('?view=requests', { size })
  await page.getByRole('button', { name: '导入', exact: true }).click()
  const sheet = page.getByRole('dialog')
  await sheet.locator('.zone input[type="file"]').first().setInputFiles(FILES)
  await sheet.locator('form.target [type="submit"]').click()
  await sheet.getByRole('button', { name: '打开数据包' }).click()
  await expect.poll(() => page.url()).toMatch(/package=own-/)
  await ready(page)
  await page.goto(`${page.url().split('&report')[0]!}&report=${encodeURIComponent(FIRST.agency)}~${FIRST.year}`)
  const shown = (): string => new URL(page.url()).searchParams.get('report') ?? ''
  await page.getByRole('button', { name: '更正读数' }).click()
  const cell = sheet.locator('[data-cell="requests.received.natural"]')
  await cell.waitFor()
  expect(await cell.innerText()).toContain(READ)

  // A correction that waits to be saved goes with the report.
  await cell.click()
  await page.keyboard.press('Enter')
  await sheet.getByLabel('数值').fill('4321')
  await page.keyboard.press('Enter')
  const agency = sheet.getByRole('textbox', { name: '机关全称' })
  await agency.fill(MEANT)
  // To leave the field saves nothing.
  await agency.press('Tab')
  expect(shown()).toBe(`${FIRST.agency}~${FIRST.year}`)
  await sheet.getByRole('button', { name: '保存机关与年度' }).click()
  await expect.poll(shown).toBe(`${MEANT}~${FIRST.year}`)
  await sheet.getByText(`原为：${FIRST.agency}，${FIRST.year} 年`).waitFor()
  await expect.poll(() => cell.innerText()).toContain('4,321')
  await ready(page)
  expect(await axe(page)).toEqual([])
  await expectNoSideways(page)

  await agency.fill(SECOND.agency)
  await agency.press('Enter')
  await expect.poll(shown).toBe(SECOND.year === FIRST.year ? `${MEANT}~${FIRST.year}` : `${SECOND.agency}~${FIRST.year}`)
  const year = sheet.getByRole('textbox', { name: '年度' })
  await year.fill(String(SECOND.year))
  await year.press('Enter')
  await sheet.getByText(`已有 ${SECOND.agency} ${SECOND.year} 年的年报`).waitFor()

  const before = shown()
  await sheet.getByRole('button', { name: '把这份年报移出数据包' }).click()
  await sheet.getByText('这份年报已移出数据包').waitFor()
  await ready(page)
  expect(await axe(page)).toEqual([])
  await sheet.getByRole('button', { name: '撤销' }).click()
  await sheet.getByText(`文档读作：${FIRST.agency}`).waitFor()
  expect(shown()).toBe(before)
  expectQuiet(page)
  await leave(page)
})
