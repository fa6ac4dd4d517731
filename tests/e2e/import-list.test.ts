import type { Locator, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { given, html, PLAIN, tablesOf } from '../reading/documents'
import { axe, expectNoSideways, expectQuiet, leave, PHONE, visit } from './harness'

const report = (seed: number): string => html(given(seed), tablesOf(given(seed), PLAIN, seed), 'word', seed)
const file = (name: string, content: string) => ({ name, mimeType: 'text/html', buffer: Buffer.from(content) })

async function listed(page: Page, files: ReturnType<typeof file>[], open = '导入'): Promise<Locator> {
  await page.getByRole('button', { name: open, exact: true }).click()
  const sheet = page.getByRole('dialog')
  await sheet.locator('.zone input[type="file"]').first().setInputFiles(files)
  return sheet
}

/** Two presses at one place, as far apart as a double click. */
async function pressTwice(page: Page, button: Locator): Promise<void> {
  const { x, y, width, height } = (await button.boundingBox())!
  for (let press = 0; press < 2; press += 1) {
    await page.mouse.click(x + width / 2, y + height / 2)
    await page.waitForTimeout(180)
  }
}

it('a stop pressed twice keeps what was read, lists what was not, and goes on with it', async () => {
  const page = await visit('?view=requests')
  const sheet = await listed(page, Array.from({ length: 40 }, (_, at) => file(`${at}.html`, report(1 + (at % 9)).replace('<body', `<body data-n="${at}"`))))
  await sheet.locator('.document').first().waitFor()
  await pressTwice(page, sheet.getByRole('button', { name: '停止识别' }))
  await sheet.getByText(/已停止识别/).first().waitFor()
  const read = await sheet.locator('.document').count()
  expect(read).toBeGreaterThan(0)
  expect(await sheet.locator('.unread li').count()).toBe(40 - read)
  expect(await axe(page)).toEqual([])
  await sheet.getByRole('button', { name: '继续识别' }).click()
  await expect.poll(() => sheet.locator('.document').count()).toBe(40)
  await sheet.getByText('已识别 40 / 40 个文件').waitFor()
  await leave(page)
})

it('what is removed stands in its place with a way back, and comes back with its corrections', async () => {
  const page = await visit('?view=requests')
  const sheet = await listed(page, ['甲', '乙', '丙'].map((name, at) => file(`${name}.html`, report(at === 2 ? 5 : 5 + at))))
  await sheet.locator('form.target').waitFor()
  const first = sheet.locator('.document').first()
  const name = (await first.locator('[data-review]').getAttribute('data-review'))!
  await first.getByRole('button', { name: /^核对/ }).click()
  await sheet.locator('[data-cell="requests.received.natural"]').click()
  await sheet.getByLabel('数值').fill('999')
  // Left without a word, it is taken over.
  await sheet.getByRole('button', { name: '返回列表' }).click()
  const corrected = sheet.locator('.document', { has: page.locator(`[data-review="${name}"]`) })
  await corrected.getByText('更正 1 格').waitFor()
  const place = await corrected.boundingBox()
  await pressTwice(page, corrected.getByRole('button', { name: `移除 ${name}` }))
  expect((await sheet.locator('.removed').boundingBox())!.y).toBe(place!.y)
  expect(await sheet.locator('.document').count()).toBe(2)
  await sheet.getByText(`已移除 ${name}，含更正或核对 1 格`).waitFor()
  expect(await axe(page)).toEqual([])
  await pressTwice(page, sheet.getByRole('button', { name: '全部移除' }))
  expect(await sheet.locator('.document').count()).toBe(0)
  await sheet.locator('.removed', { hasText: '已全部移除' }).getByRole('button', { name: '撤销' }).click()
  expect(await sheet.locator('.document').count()).toBe(2)
  await sheet.locator('.removed').getByRole('button', { name: '撤销' }).click()
  await corrected.getByText('更正 1 格').waitFor()
  expectQuiet(page)
  await leave(page)
})

it('on a phone what is known of a cell is one line until it is asked for, and the language changes in the sheet', async () => {
  const page = await visit('', { size: PHONE })
  const sheet = await listed(page, [file('甲.html', report(5))])
  await sheet.locator('form.target').waitFor()
  await sheet.getByRole('button', { name: /^核对/ }).click()
  const panel = sheet.locator('section.panel')
  await panel.waitFor()
  expect((await panel.boundingBox())!.height).toBeLessThan(80)
  await sheet.locator('[data-cell="requests.received.natural"]').click()
  await sheet.getByLabel('数值').waitFor()
  await panel.getByRole('button', { name: '收起' }).click()
  expect((await panel.boundingBox())!.height).toBeLessThan(80)
  await sheet.getByLabel('语言').selectOption('en')
  await sheet.getByRole('button', { name: 'Back to the list' }).waitFor()
  expect(await axe(page)).toEqual([])
  await expectNoSideways(page)
  await leave(page)
})
