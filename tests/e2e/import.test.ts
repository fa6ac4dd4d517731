import { strFromU8, unzipSync } from 'fflate'
import type { Locator, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { given as report, html, PLAIN, tablesOf } from '../reading/documents'
import { axe, downloaded, expectNoSideways, expectQuiet, leave, PHONE, ready, visit } from './harness'

/** A wide table as a Chinese Excel saves it, in GBK: two agencies, a text where a number should be, a total at the end. */
const WIDE = Buffer.from('u/q52MP7s8YsxOq2yCzQwsrVyerH6yzT6NLUuau/qiyw7L3hyv0KvNfKobLG1f7M/CwyMDIzLDEyMCw0MCwxMTgKvNfKobLG1f7M/CwyMDI0LDE1MCw2MCwxNDkKvNfKocuuwPvM/CwyMDI0LMvEyq4sMTIsNDAKus+8xiwyMDI0LDE5MCw3MiwxODkK', 'base64')
/** Last year's file with two corrected cells. */
const CORRECTED = '机关名称,年度,新收申请,予以公开,办结数\n甲省财政厅,2023,125,40,118\n甲省财政厅,2024,150,61,149\n'
const ODD = (year: number) => `Who,When,Alpha,Beta\nTown <b>A</b>,${year},10,5\nTown B,${year},20,15\n`

const file = (name: string, content: string | Uint8Array) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(content) })

async function sheetOf(page: Page, name = '导入'): Promise<Locator> {
  await page.getByRole('button', { name, exact: true }).click()
  const sheet = page.getByRole('dialog')
  await sheet.locator('.zone').waitFor()
  return sheet
}

const add = (sheet: Locator, ...files: ReturnType<typeof file>[]) => sheet.locator('.zone input[type="file"]').first().setInputFiles(files)

async function importAll(sheet: Locator): Promise<void> {
  await sheet.locator('form.target [type="submit"]').click()
  await sheet.locator('.report').waitFor()
}

/** Chooses what a column is read as, by keyboard. */
async function map(page: Page, heading: string, role: string): Promise<void> {
  const box = page.getByRole('combobox', { name: `“${heading}”读作` })
  await box.fill(role)
  await page.locator('.search-option[data-highlighted]', { hasText: role }).waitFor()
  await page.keyboard.press('Enter')
  await expect.poll(() => box.inputValue()).toContain(role)
}

it('an own file is imported, opened, still there after a reload, renamed, exported and removed', async () => {
  const page = await visit('?view=requests')
  const sheet = await sheetOf(page)
  expect(await axe(page)).toEqual([])
  await add(sheet, file('甲省部门.csv', WIDE))
  await sheet.getByText('GB18030').waitFor()
  expect(await sheet.locator('.table').innerText()).toContain('中国')
  await importAll(sheet)
  const report = sheet.locator('.report')
  await report.getByText('已导入。数据包现有 2 个机关，3 份年报，8 个数。').waitFor()
  expect((await report.locator('tbody tr').first().locator('td').allInnerTexts()).join(' ')).toBe('4 3 1')
  await report.getByText('“四十”无法读作数字').waitFor()
  expect(await axe(page)).toEqual([])
  const problems = await downloaded(page, () => report.getByRole('button', { name: '下载问题清单 CSV' }).click())
  expect(problems.bytes.toString('utf8')).toContain('cell-unreadable,四十')

  await report.getByRole('button', { name: '打开数据包' }).click()
  await expect.poll(() => page.url()).toMatch(/package=own-/)
  await ready(page)
  await page.reload()
  await ready(page)
  await page.getByText('甲省财政厅').first().waitFor()
  await page.getByRole('button', { name: '导入报告' }).click()
  await page.getByRole('dialog').getByText('“四十”无法读作数字').waitFor()
  await page.keyboard.press('Escape')

  const again = await sheetOf(page)
  await again.getByRole('button', { name: '改名' }).click()
  await page.keyboard.type('省级 <i>部门</i>')
  await page.keyboard.press('Enter')
  await again.getByText('省级 <i>部门</i>', { exact: true }).first().waitFor()
  const archive = await downloaded(page, () => again.getByRole('button', { name: '导出' }).click())
  const files = unzipSync(archive.bytes)
  expect(Object.keys(files)).toEqual(expect.arrayContaining(['agencies.csv', 'datapackage.json', 'import.json', 'problems.csv', 'reports.csv', 'requests.csv']))
  expect(JSON.parse(strFromU8(files['datapackage.json']!))).toMatchObject({ title: '省级 <i>部门</i>' })

  // What was exported comes back with its report; beside the first of its name it is the second, and nothing else of it changes.
  await add(again, file('x.zip', archive.bytes))
  await again.getByText('数据包', { exact: true }).first().waitFor()
  await importAll(again)
  const second = again.locator('[data-package]', { hasText: '省级 <i>部门</i> (2)' })
  await second.waitFor()
  const { 'datapackage.json': descriptor, ...others } = unzipSync((await downloaded(page, () => second.getByRole('button', { name: '导出' }).click())).bytes)
  const { 'datapackage.json': first, ...same } = files
  expect(others).toEqual(same)
  expect(JSON.parse(strFromU8(descriptor!))).toEqual({ ...JSON.parse(strFromU8(first!)), title: '省级 <i>部门</i> (2)' })

  // In another browser a link to it works once it is imported there.
  const link = page.url()
  const other = await visit(link.slice(link.indexOf('?')))
  const there = await sheetOf(other)
  await add(there, file('x.zip', archive.bytes))
  await there.getByText('数据包', { exact: true }).first().waitFor()
  await importAll(there)
  await there.getByRole('button', { name: '打开数据包' }).click()
  await ready(other)
  expect(new URL(other.url()).searchParams.get('package')).toBe(new URL(link).searchParams.get('package'))
  await other.getByText('甲省财政厅').first().waitFor()
  await leave(other)
  await again.getByRole('button', { name: '返回' }).click()

  for (let left = 2; left > 0; left -= 1) {
    await again.getByRole('button', { name: '删除' }).first().click()
    await expect.poll(() => again.locator('[data-package]').count()).toBe(left - 1)
    if (left === 2) {
      await again.getByRole('button', { name: '撤销', exact: true }).click()
      await expect.poll(() => again.locator('[data-package]').count()).toBe(2)
      await again.getByRole('button', { name: '删除' }).first().click()
      await expect.poll(() => again.locator('[data-package]').count()).toBe(1)
      expect(await axe(page)).toEqual([])
    }
  }
  await expect.poll(() => page.url()).not.toContain('package=')
  await page.keyboard.press('Escape')
  await ready(page)
  expectQuiet(page)
  await leave(page)
})

it('a file that nobody knows is mapped by hand, and the next one of its kind is known', async () => {
  const page = await visit()
  const sheet = await sheetOf(page)
  await add(sheet, file('odd 2021.csv', ODD(2021)))
  await sheet.getByText('需要指定各列').first().waitFor()
  await map(page, 'Who', '机关')
  await map(page, 'When', '年度')
  await map(page, 'Alpha', '收到申请')
  await sheet.locator('.cells').getByText('Town <b>A</b>').first().waitFor()
  const mapping = await downloaded(page, () => sheet.getByRole('button', { name: '下载对应表' }).click())
  expect(JSON.parse(mapping.bytes.toString('utf8'))).toMatchObject({ columns: { Who: { as: 'agency' }, When: { as: 'year' }, Alpha: { as: 'cells' } } })
  await importAll(sheet)
  await sheet.getByRole('button', { name: '返回' }).click()

  await page.reload()
  await ready(page)
  const later = await sheetOf(page)
  await add(later, file('odd 2022.csv', ODD(2022)))
  await later.getByText('已套用上次对这组标题的对应').first().waitFor()
  // Added to the first, both years stand in one package.
  await later.getByLabel('已有的数据包').check()
  await importAll(later)
  await later.getByText('已导入。数据包现有 2 个机关，4 份年报').waitFor()
  expect(await later.locator('[data-package]').count()).toBe(1)
  expectQuiet(page)
  await leave(page)
})

it('two files that differ give two versions, and the reader chooses', async () => {
  const page = await visit()
  const sheet = await sheetOf(page)
  await add(sheet, file('甲省部门.csv', WIDE), file('更正.csv', CORRECTED))
  await sheet.locator('.table').nth(1).waitFor()
  await importAll(sheet)
  await sheet.getByText('2 份年报有其他版本').waitFor()
  await sheet.getByRole('button', { name: '打开数据包' }).click()
  await expect.poll(() => page.url()).toMatch(/package=own-/)
  await ready(page)
  await page.getByText('2 份年报另有其他版本').waitFor()
  await page.goto(`${decodeURIComponent(page.url())}&view=requests&indicator=requests.received&report=甲省财政厅~2023`)
  await ready(page)
  const versions = page.locator('.versions')
  await versions.getByText('更正.csv：1 处不同').waitFor()
  expect((await versions.locator('tbody td').allInnerTexts()).map((text) => text.replace(/\s*≠.*/s, ''))).toEqual(['120', '125'])
  expect(await axe(page)).toEqual([])
  await versions.getByRole('button', { name: '改用这个版本' }).click()
  await versions.getByText('甲省部门.csv：1 处不同').waitFor()
  expect((await versions.locator('tbody td').first().innerText()).trim()).toBe('125')
  await page.reload()
  await ready(page)
  await page.locator('.versions').getByText('甲省部门.csv：1 处不同').waitFor()
  expectQuiet(page)
  await leave(page)
})

it('an own package opens together with a bundled one; a link to one that is not here says so', async () => {
  const page = await visit()
  const sheet = await sheetOf(page)
  await add(sheet, file('甲省部门.csv', WIDE))
  await sheet.locator('.table').waitFor()
  await importAll(sheet)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '与其他数据包比较' }).click()
  await page.getByRole('menuitemcheckbox', { name: '甲省部门' }).click()
  await expect.poll(() => page.url()).toMatch(/package=cn~own-/)
  await ready(page)
  await page.getByText('全部 929 个机关', { exact: false }).first().waitFor()
  await page.goto(page.url().replace(/package=.*$/, 'package=own-elsewhere'))
  await ready(page)
  await page.getByText('这个浏览器里没有').waitFor()
  expect(await axe(page)).toEqual([])
  expectQuiet(page)
  await leave(page)
})

it('files dropped anywhere on the page are taken, and what cannot be read is told', async () => {
  const page = await visit('?view=reviews')
  const transfer = await page.evaluateHandle(() => {
    const data = new DataTransfer()
    data.items.add(new File(['机关名称,年度,新收申请\n乙市,2024,3\n'], 'drop.csv'))
    data.items.add(new File([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0])], 'picture.png'))
    return data
  })
  await page.dispatchEvent('body', 'dragenter', { dataTransfer: transfer })
  await page.locator('.zone.over').waitFor()
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer })
  const sheet = page.getByRole('dialog')
  await sheet.getByText('drop.csv').waitFor()
  await sheet.getByText('picture.png').first().waitFor()
  await sheet.getByText('未能读取').first().waitFor()
  expectQuiet(page)
  await leave(page)
})

it.each([
  ['中文', '?', '导入', false],
  ['English', '?lang=en', 'Import', true],
] as const)('the sheet is accessible and fits a phone: %s', async (_, query, name, dark) => {
  const page = await visit(query, { size: PHONE, dark })
  await expectNoSideways(page)
  const sheet = await sheetOf(page, name)
  await add(sheet, file('甲省部门.csv', WIDE), file('odd.csv', ODD(2021)))
  await sheet.locator('.table').nth(1).waitFor()
  await sheet.locator('.table .head').first().click()
  expect(await axe(page)).toEqual([])
  await importAll(sheet)
  expect(await axe(page)).toEqual([])
  const inside = await page.locator('.sheet > .body').evaluate((body) => body.scrollWidth - body.clientWidth)
  expect(inside).toBe(0)
  await expectNoSideways(page)
  expectQuiet(page)
  await leave(page)
})

it('an official report is read from its web page, with the place and words of every figure', async () => {
  const given = report(7)
  const page = await visit('?view=requests')
  const sheet = await sheetOf(page)
  await sheet.locator('.zone input[type="file"]').first().setInputFiles({ name: '年报.html', mimeType: 'text/html', buffer: Buffer.from(html(given, tablesOf(given, PLAIN, 7), 'word', 7)) })
  await sheet.locator('.document').waitFor()
  await importAll(sheet)
  await sheet.getByRole('button', { name: '打开数据包' }).click()
  await expect.poll(() => page.url()).toMatch(/package=own-/)
  await ready(page)
  const id = new URL(page.url()).searchParams.get('package')!
  await page.goto(`${page.url().split('?')[0]}?view=requests&package=${id}&report=${encodeURIComponent(given.agency)}~${given.year}`)
  const opened = page.getByRole('dialog')
  await opened.getByText('年报.html').first().waitFor()
  expect(await axe(page)).toEqual([])
  expectQuiet(page)
  await leave(page)
})
