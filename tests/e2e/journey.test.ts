import { strFromU8, unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { axe, downloaded, drawn, expectNoSideways, expectQuiet, leave, PHONE, visit } from './harness'

it('an analyst finds an agency by its initials, opens a number and sees where it stands', async () => {
  const page = await visit('?view=requests')
  await page.getByLabel('查找机关').fill('sqsrmzf')
  await page.getByRole('checkbox', { name: /^宿迁市人民政府/ }).first().check()
  await expect.poll(() => decodeURIComponent(page.url())).toContain('agency=宿迁市人民政府')
  expect(await drawn(page, 'outcomes')).toBe(6)

  // By keyboard alone from the picture to the report.
  const picture = page.locator('[data-chart="outcomes"] [role="img"]')
  await picture.focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  const sheet = page.getByRole('dialog')
  await sheet.getByText('依据的格子').waitFor()
  await sheet.locator('table').first().waitFor()
  expect(decodeURIComponent(page.url())).toContain('report=宿迁市人民政府~202')
  // The official table of 2023: 新收 3,750 件 is not there, what the report states is.
  const received = sheet.getByRole('row', { name: /本年新收政府信息公开申请数量/ })
  expect((await received.innerText()).replace(/\s+/g, ' ')).toMatch(/\d/)
  expect(await axe(page)).toEqual([])
  await page.keyboard.press('Escape')
  await sheet.waitFor({ state: 'detached' })
  expectQuiet(page)
  await leave(page)
})

it('takes away what is shown: table, archive and pictures', async () => {
  const page = await visit('?view=requests&agency=淄博市工业和信息化局~宿迁市人民政府&year=2021..2024&values=absolute')
  await drawn(page, 'outcomes')
  const card = page.locator('[data-chart="outcomes"]')
  const take = async (id: string) => {
    await card.getByRole('button', { name: '下载', exact: true }).click()
    return downloaded(page, () => page.locator(`[data-download="${id}"]`).click())
  }

  const wide = await take('wide')
  expect(wide.name).toMatch(/^atlas-requests-outcomes-\d{4}-wide\.csv$/)
  expect([...wide.bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])

  const archive = unzipSync((await take('zip')).bytes)
  const names = Object.keys(archive)
  expect(names).toEqual(expect.arrayContaining(['datapackage.json', 'README.md']))
  const csv = names.find((name) => name.endsWith('.csv'))!
  const descriptor = JSON.parse(strFromU8(archive['datapackage.json']!)) as { resources: { path: string; schema: { fields: { name: string }[] } }[] }
  expect(descriptor.resources.map(({ path }) => path)).toEqual([csv])
  const header = strFromU8(archive[csv]!).replace(/^\uFEFF/, '').split('\r\n')[0]!
  expect(descriptor.resources[0]!.schema.fields.map(({ name }) => name).join(',')).toBe(header)
  expect(strFromU8(archive['README.md']!)).toContain('values=absolute')

  const svg = (await take('svg')).bytes.toString('utf8')
  expect(svg).toContain('<svg')
  expect(svg).toContain('办理结果')
  const png = (await take('png')).bytes
  expect([...png.subarray(1, 4)]).toEqual([...Buffer.from('PNG')])
  expectQuiet(page)
  await leave(page)
})

it('what a picture shows does not depend on what it showed before', async () => {
  const page = await visit('?view=requests')
  await drawn(page, 'outcomes')
  const card = page.locator('[data-chart="outcomes"]')
  const pixels = (): Promise<string> => card.locator('canvas').first().evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL())
  const groups = await pixels()
  await card.getByLabel('办理结果', { exact: true }).selectOption({ label: '不予公开' })
  await expect.poll(() => page.url()).toContain('refused')
  const fresh = await visit(new URL(page.url()).search)
  await drawn(fresh, 'outcomes')
  const expected = await fresh.locator('[data-chart="outcomes"] canvas').first().evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL())
  expect(expected).not.toBe(groups)
  await drawn(page, 'outcomes')
  await expect.poll(pixels).toBe(expected)
  await leave(fresh)
  expectQuiet(page)
  await leave(page)
})

it('on a phone everything is one column, the choices in a sheet', async () => {
  const page = await visit('?view=requests&province=江苏省', { size: PHONE })
  await page.getByRole('button', { name: /69 个机关/ }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByLabel('查找机关').waitFor()
  expect(await axe(page)).toEqual([])
  await page.keyboard.press('Escape')
  await drawn(page, 'outcomes')
  await page.locator('[data-chart="outcomes"]').getByRole('button', { name: '看表格', exact: true }).click()
  await expectNoSideways(page)
  expectQuiet(page)
  await leave(page)
})

it('prints the selection, every chart and no controls', async () => {
  const page = await visit('?view=reviews')
  await drawn(page, 'results')
  await page.emulateMedia({ media: 'print' })
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
  expect(await page.locator('#rail').isVisible()).toBe(false)
  await page.getByText('打印日期').waitFor()
  await expect.poll(() => page.locator('[data-chart] [data-drawn="false"]').count()).toBe(0)
  const pdf = await page.pdf({ format: 'A4' })
  expect(pdf.length).toBeGreaterThan(20_000)
  await leave(page)
})
