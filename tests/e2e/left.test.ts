import { expect, it } from 'vitest'
import { given, html, PLAIN, tablesOf } from '../reading/documents'
import { axe, expectNoSideways, expectQuiet, leave, PHONE, visit } from './harness'

const REPORT = given(7)
const READ = String(REPORT.figures.get('requests.received.natural'))
const FILES = [
  { name: '甲.html', mimeType: 'text/html', buffer: Buffer.from(html(REPORT, tablesOf(REPORT, PLAIN, 7), 'word', 7)) },
  { name: '数.csv', mimeType: 'text/csv', buffer: Buffer.from('机关,年份,本年新收\n甲局,2023,5\n') },
]

/** What the browser keeps of what was said of the files; '' for nothing. */
const kept = () =>
  new Promise<string>((resolve, reject) => {
    const opening = indexedDB.open('disclosure-atlas')
    opening.onerror = () => reject(opening.error!)
    opening.onsuccess = () => {
      const asked = opening.result.transaction('leftChoices').objectStore('leftChoices').getAll()
      asked.onerror = () => reject(asked.error!)
      asked.onsuccess = () => {
        opening.result.close()
        resolve(asked.result.length === 0 ? '' : JSON.stringify(asked.result))
      }
    }
  })

it.each([['desktop', {}], ['phone', { size: PHONE }]])('what was picked and corrected outlives a reload, and goes with the import: %s', async (_, device) => {
  const page = await visit('?view=requests', device)
  page.on('dialog', (dialog) => void dialog.accept())
  const sheet = page.getByRole('dialog')
  const open = () => page.getByRole('button', { name: '导入', exact: true }).click()
  await open()
  await sheet.locator('.zone input[type="file"]').first().setInputFiles(FILES)
  await sheet.locator('form.target').waitFor()
  await sheet.locator('.document', { hasText: '甲.html' }).getByRole('button', { name: /^核对/ }).click()
  const cell = sheet.locator('[data-cell="requests.received.natural"]')
  await cell.click()
  await page.keyboard.press('Enter')
  await sheet.getByLabel('数值').fill('4321')
  await page.keyboard.press('Enter')
  await expect.poll(() => cell.innerText()).toContain('4,321')
  await expect.poll(() => page.evaluate(kept)).toContain('4321')

  await page.reload()
  await open()
  await sheet.getByText(/选好的 2 个文件还没有导入，含更正或核对 1 格/).waitFor()
  expect(await axe(page)).toEqual([])
  await expectNoSideways(page)
  await sheet.getByRole('button', { name: '接着处理' }).click()
  await sheet.locator('form.target').waitFor()
  await sheet.locator('.document', { hasText: '甲.html' }).getByRole('button', { name: /^核对/ }).click()
  await expect.poll(() => cell.locator('del').innerText()).toContain(READ)
  expect(await cell.innerText()).toContain('4,321')
  await page.keyboard.press('Escape')

  await sheet.locator('form.target button[type="submit"]').click()
  await sheet.getByRole('button', { name: /打开/ }).first().waitFor()
  await expect.poll(() => page.evaluate(kept)).toBe('')
  await page.reload()
  await open()
  await sheet.locator('.zone').waitFor()
  expect(await sheet.getByRole('button', { name: '接着处理' }).count()).toBe(0)
  await expectQuiet(page)
  await leave(page)
})
