import { strFromU8, unzipSync } from 'fflate'
import type { Locator, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { given, html, PLAIN, tablesOf, text, type Tables } from '../reading/documents'
import { pdf } from '../reading/pdf'
import { axe, DESKTOP, downloaded, expectNoSideways, expectQuiet, leave, PHONE, ready, visit } from './harness'

const RIGHT = given(7)
const READ = RIGHT.figures.get('requests.received.natural') as number
/** The same report with one number that its sums contradict. */
const WRONG = { ...RIGHT, figures: new Map(RIGHT.figures).set('requests.received.natural', READ + 40) }
const OTHER = given(11)
/** The same with a row that stands twice, with another number: which one holds is in doubt. */
const doubtful = (tables: Tables): Tables => ({
  ...tables,
  proactive: tables.proactive.flatMap((row) => (row.some(({ text: said }) => said === '行政规范性文件') ? [row, row.map((cell, at) => (at === 0 ? cell : { ...cell, text: String(985 + at) }))] : [row])),
})

const THIRD = given(13)

const file = (name: string, content: string | Uint8Array) => ({ name, mimeType: 'text/html', buffer: Buffer.from(content) })
const FILES = [
  file('甲.html', html(WRONG, tablesOf(WRONG, PLAIN, 7), 'word', 7)),
  file('乙.txt', text(OTHER, doubtful(tablesOf(OTHER, PLAIN, 11)), 'tabs')),
  // The tables of characters for its font are fetched.
  file('丙.pdf', pdf(THIRD, tablesOf(THIRD, PLAIN, 13), true, undefined, 'known')),
  file('扫描.pdf', '%PDF-1.4\nnothing'),
  file('网页.html', '<script>window.ran = true</script><p onclick="window.ran = true">hello</p>'),
]

async function documents(page: Page, open: string, files = FILES): Promise<Locator> {
  await page.getByRole('button', { name: open, exact: true }).click()
  const sheet = page.getByRole('dialog')
  await sheet.locator('.zone input[type="file"]').first().setInputFiles(files)
  // Documents stand in the list as they are read; what is done with them comes when all are.
  await sheet.locator('form.target').waitFor()
  await sheet.locator('.document').first().waitFor()
  return sheet
}

it('reports are read, one wrong cell is found and corrected by keyboard, and the package is compared with the bundled agencies and downloaded', async () => {
  const page = await visit('?view=requests')
  const sheet = await documents(page, '导入')
  expect(await sheet.locator('.document').evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset.state))).toEqual(['unread', 'unread', 'full', 'full', 'full'])
  expect(await page.evaluate(() => 'ran' in window)).toBe(false)
  expect(await axe(page)).toEqual([])

  await sheet.locator('.document', { hasText: '甲.html' }).getByRole('button', { name: /^核对/ }).focus()
  await page.keyboard.press('Enter')
  const cell = sheet.locator('[data-cell="requests.received.natural"]')
  await cell.waitFor()
  await expect.poll(() => cell.innerText()).toMatch(/H1|H3/)
  expect(await axe(page)).toEqual([])
  for (let step = 0; step < 60 && !(await cell.evaluate((button) => button === document.activeElement)); step += 1) {
    await page.keyboard.press('n')
    await page.waitForTimeout(30)
  }
  const panel = sheet.locator('section.panel')
  expect(await panel.innerText()).toContain('表 ')
  await panel.getByRole('button', { name: '看原文中的表' }).click()
  await expect.poll(() => panel.locator('td[aria-current="true"]').innerText()).toBe(String(READ + 40))
  // The cell itself stays in sight above it.
  await expect.poll(() => cell.evaluate((button) => button.getBoundingClientRect().bottom <= document.querySelector('section.panel')!.getBoundingClientRect().top)).toBe(true)
  expect(await axe(page)).toEqual([])
  await expectNoSideways(page)
  await panel.getByRole('button', { name: '收起原文中的表' }).click()
  await cell.focus()
  await page.keyboard.press('Enter')
  await page.keyboard.type(String(READ))
  await page.keyboard.press('Enter')
  await expect.poll(() => cell.innerText()).toContain(String(READ))
  expect(await cell.locator('del').innerText()).toContain(String(READ + 40))
  expect(await cell.evaluate((button) => button === document.activeElement)).toBe(true)
  await sheet.getByText(/项检验全部相符/).waitFor()
  expect(await axe(page)).toEqual([])

  await sheet.getByRole('button', { name: '返回列表' }).click()
  await sheet.getByText('更正 1 格').waitFor()

  const second = sheet.locator('.document', { hasText: '乙.txt' })
  await expect.poll(() => second.innerText()).toMatch(/\d+ 格待核对/)
  const inDoubt = Number(/(\d+) 格待核对/.exec(await second.innerText())![1])
  await second.getByRole('button', { name: /^核对/ }).click()
  await sheet.locator('section.panel').waitFor()
  await page.keyboard.press('n')
  await page.keyboard.press('c')
  await sheet.locator('[data-cell]', { hasText: '已核对' }).waitFor()
  expect(await axe(page)).toEqual([])
  await sheet.getByRole('button', { name: '返回列表' }).click()
  await second.getByText('核对无误 1 格').waitFor()
  expect(await second.innerText()).toContain(`${inDoubt - 1} 格待核对`)
  await sheet.locator('form.target [type="submit"]').click()
  await sheet.locator('.report').waitFor()
  await sheet.getByRole('button', { name: '打开数据包' }).click()
  await expect.poll(() => page.url()).toMatch(/package=own-/)
  await ready(page)
  const id = new URL(page.url()).searchParams.get('package')!
  const folder = page.url().split('?')[0]!
  await page.goto(`${folder}?view=requests&package=${id}&report=${encodeURIComponent(RIGHT.agency)}~${RIGHT.year}`)
  await page.locator('[data-figure="requests.received.natural"] [data-revision="edit"]').first().waitFor()
  const opened = page.getByRole('dialog')
  await opened.getByRole('button', { name: '更正读数' }).click()
  const kept = opened.locator('[data-cell="requests.received.business"]')
  await kept.focus()
  await page.keyboard.press('Enter')
  await page.keyboard.type('99999')
  await page.keyboard.press('Enter')
  await kept.locator('ins').waitFor()
  await opened.getByText(/项检验中 \d+ 项不符/).waitFor()
  // The names of the columns stay in sight below what stays above them.
  expect((await namedInSight(opened)).names).toEqual(Array(7).fill(true))
  expect(await axe(page)).toEqual([])
  // Closed and opened again, the report says that a change waits, and goes on with it.
  await page.keyboard.press('Escape')
  await opened.waitFor({ state: 'detached' })
  await page.goBack()
  await opened.getByText('本年报有 1 处更正尚未保存').waitFor()
  expect(await axe(page)).toEqual([])
  await opened.getByRole('button', { name: '继续更正' }).click()
  await kept.locator('ins').waitFor()
  await opened.getByRole('button', { name: '保存 1 处改动' }).click()
  // What is saved is told where it was written, with the way on to what is in doubt elsewhere.
  await opened.getByText('已保存 1 处改动').waitFor()
  await opened.getByText(/另有 1 份年报有/).waitFor()
  expect(await axe(page)).toEqual([])
  await opened.getByRole('button', { name: '看年报' }).click()
  await opened.locator('[data-figure="requests.received.business"] [data-revision="edit"]').first().waitFor()
  // On paper, narrower than the sheet, no row of a table is cut off.
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize({ width: 720, height: 900 })
  expect(await opened.locator('.official .scroll').evaluateAll((tables) => tables.map((table) => table.scrollHeight - table.clientHeight))).toEqual([0, 0, 0])
  await page.emulateMedia({ media: 'screen' })
  await page.setViewportSize(DESKTOP)
  await page.keyboard.press('Escape')

  // What nobody settled is marked where it is shown.
  await page.goto(`${folder}?view=proactive&package=${id}&at=${OTHER.year}`)
  await page.getByText(/读取时存疑、尚未核对/).first().waitFor()
  await page.goto(`${folder}?view=requests&package=${id}~cn&agency=${encodeURIComponent(RIGHT.agency)}~${encodeURIComponent('上海市政府办公厅')}`)
  await ready(page)
  await page.locator('main').getByText(RIGHT.agency).first().waitFor()
  await page.getByRole('button', { name: '导入', exact: true }).click()
  const archive = await downloaded(page, () => page.getByRole('dialog').getByRole('button', { name: '导出' }).first().click())
  const edits = strFromU8(unzipSync(archive.bytes)['edits.csv']!).split('\n')
  expect(edits.filter((line) => line !== '').slice(1).map((line) => line.split(',').slice(0, 4).join())).toEqual([
    `${RIGHT.agency},${RIGHT.year},requests.received.natural,${READ + 40}`,
    `${RIGHT.agency},${RIGHT.year},requests.received.business,${RIGHT.figures.get('requests.received.business')}`,
  ])
  expectQuiet(page)
  await leave(page)
})

it('agency and year are said where they are missing, and a correction is taken back', async () => {
  const page = await visit('?view=requests')
  const bare = html(RIGHT, tablesOf(RIGHT, PLAIN, 7), 'tidy', 7).replaceAll(RIGHT.agency, '').replace(/<title>.*?<\/title>/, '').replace(/20\d\d\s*年?/g, '')
  const sheet = await documents(page, '导入', [file('x.html', bare)])
  await sheet.getByText(/缺机关名称|缺年度/).first().waitFor()
  await sheet.getByRole('button', { name: /^核对/ }).click()
  await sheet.getByLabel('机关全称').fill('丙县财政局')
  await page.keyboard.press('Tab')
  await sheet.getByLabel('年度', { exact: true }).fill(String(RIGHT.year))
  await page.keyboard.press('Tab')
  const cell = sheet.locator('[data-cell="requests.received.natural"]')
  await cell.click()
  await sheet.getByLabel('数值').fill('..')
  await sheet.getByRole('button', { name: '更正', exact: true }).click()
  await cell.locator('ins').waitFor()
  await sheet.getByRole('button', { name: /^恢复原读数/ }).click()
  await expect.poll(() => cell.locator('ins').count()).toBe(0)
  await sheet.getByLabel('数值').fill('若干')
  await sheet.getByText(/不能读作数字/).waitFor()
  expect(await sheet.getByRole('button', { name: '更正', exact: true }).isDisabled()).toBe(true)
  await sheet.getByRole('button', { name: '返回列表' }).click()
  await sheet.getByText(`丙县财政局 ${RIGHT.year} 年年报`).waitFor()
  await sheet.locator('form.target [type="submit"]').click()
  await sheet.locator('.report').waitFor()
  await sheet.getByText('1 份年报').first().waitFor()
  expectQuiet(page)
  await leave(page)
})

/** Whether each column of table 3 has its name in sight above its number where the last row stands, and how far the table scrolls by itself. */
async function namedInSight(sheet: Locator): Promise<{ names: boolean[]; sideways: number }> {
  const last = sheet.locator('[data-cell="requests.carried-out.natural"]')
  await last.evaluate((cell) => cell.scrollIntoView({ block: 'center' }))
  return last.evaluate((cell) => {
    const table = cell.closest('table')!
    const numbers = [...cell.closest('tr')!.querySelectorAll('td')]
    const names = [...table.querySelectorAll('th.numeric')].map((heading, at) => {
      const { left, right, top, bottom } = heading.getBoundingClientRect()
      const below = numbers[at]!.getBoundingClientRect()
      return document.elementFromPoint((left + right) / 2, (top + bottom) / 2) === heading && left >= below.left - 1 && right <= below.right + 1 && bottom < below.top
    })
    return { names, sideways: table.parentElement!.scrollWidth - table.parentElement!.clientWidth }
  })
}

/** Latin words of the names of rows and columns that stand on two lines. */
const brokenWords = (sheet: Locator): Promise<string[]> =>
  sheet.locator('.review :is(tbody th, th.numeric)').evaluateAll((names) =>
    names.flatMap((name) => {
      const range = document.createRange()
      const text = name.firstChild!
      return [...(text.textContent ?? '').matchAll(/[A-Za-z]+/g)].flatMap(({ 0: word, index }) => {
        range.setStart(text, index)
        range.setEnd(text, index + word.length)
        return range.getClientRects().length > 1 ? [word] : []
      })
    }),
  )

it.each([
  ['中文', '?theme=dark', '导入', true],
  ['English', '?lang=en', 'Import', false],
] as const)('the review is accessible and fits a phone: %s', async (_, query, name, dark) => {
  const page = await visit(query, { size: PHONE, dark })
  const sheet = await documents(page, name)
  await sheet.locator('.document.full').first().getByRole('button').first().click()
  await sheet.locator('[data-cell]').first().waitFor()
  expect(await axe(page)).toEqual([])
  expect(await page.locator('.sheet > .body').evaluate((body) => body.scrollWidth - body.clientWidth)).toBe(0)
  await expectNoSideways(page)
  expect(await brokenWords(sheet)).toEqual([])
  // Each number has the name of its column above it, in sight wherever the table stands, which does not scroll by itself.
  expect(await namedInSight(sheet)).toEqual({ names: Array(7).fill(true), sideways: 0 })
  expectQuiet(page)
  await leave(page)
})

it('a report that the package has already is told before it is imported: the same again brings its corrections, another takes its place or stays beside it, and every correction keeps its mark', async () => {
  const page = await visit('?view=requests')
  const natural = '[data-cell="requests.received.natural"]'
  const again = async (sheet: Locator, to: string): Promise<void> => {
    await sheet.getByRole('button', { name: /^核对/ }).click()
    await sheet.locator(natural).click()
    await sheet.getByLabel('数值').fill(to)
    await page.keyboard.press('Enter')
    await sheet.locator(`${natural} ins`).waitFor()
    await sheet.getByRole('button', { name: '返回列表' }).click()
  }
  const closed = async (sheet: Locator): Promise<void> => {
    await sheet.locator('form.target [type="submit"]').click()
    await sheet.locator('.report').waitFor()
  }
  const sheet = await documents(page, '导入', [FILES[0]!])
  await closed(sheet)
  await sheet.getByRole('button', { name: '返回', exact: true }).click()

  const more = async (content: string): Promise<void> => {
    await sheet.locator('.zone input[type="file"]').first().setInputFiles([file('甲.html', content)])
    await sheet.locator('form.target').waitFor()
    await sheet.locator('.document').first().waitFor()
  }
  // The very same report, with a correction.
  await more(String(FILES[0]!.buffer))
  await again(sheet, String(READ))
  await sheet.getByLabel('已有的数据包').check()
  await sheet.getByText('数据包已有这份年报，数字相同').waitFor()
  await sheet.getByText('此数据包已有其中 1 份文档的年报').waitFor()
  await closed(sheet)
  await sheet.getByRole('button', { name: '返回', exact: true }).click()
  // Another one of its agency and year.
  const other = { ...RIGHT, figures: new Map(RIGHT.figures).set('requests.received.business', 777) }
  await more(html(other, tablesOf(other, PLAIN, 7), 'word', 7))
  await sheet.getByLabel('已有的数据包').check()
  const standing = sheet.locator('.standing')
  await standing.getByText('处数字不同').waitFor()
  expect(await standing.innerText()).toContain('手工更正 1 格')
  expect(await axe(page)).toEqual([])
  await closed(sheet)
  // What was added last is taken out again, and put back.
  expect(await sheet.locator('.report').innerText()).toContain('1 份年报有其他版本')
  const report = sheet.locator('.report')
  await report.getByRole('button', { name: '撤销上次加入或移出' }).click()
  await report.getByRole('button', { name: '恢复所撤销的' }).waitFor()
  await expect.poll(() => report.innerText()).not.toContain('1 份年报有其他版本')
  await report.getByRole('button', { name: '恢复所撤销的' }).click()
  await report.getByText('1 份年报有其他版本').waitFor()
  await sheet.getByRole('button', { name: '打开数据包' }).click()
  await expect.poll(() => page.url()).toMatch(/package=own-/)
  await ready(page)
  const id = new URL(page.url()).searchParams.get('package')!
  await page.goto(`${page.url().split('?')[0]!}?view=requests&package=${id}&report=${encodeURIComponent(RIGHT.agency)}~${RIGHT.year}`)
  const marked = page.locator('[data-figure="requests.received.natural"] [data-revision="edit"]').first()
  await marked.waitFor()
  const versions = page.locator('.versions')
  await versions.getByText('甲 (2).html').first().waitFor()
  await versions.getByRole('button', { name: '改用这个版本' }).click()
  await versions.getByText(/^甲\.html：/).waitFor()
  expect(await axe(page)).toEqual([])
  await versions.getByRole('button', { name: '改用这个版本' }).click()
  await versions.getByText(/^甲 \(2\)\.html：/).waitFor()
  await marked.waitFor()
  expect(await marked.innerText()).toContain(String(READ + 40))
  expectQuiet(page)
  await leave(page)
})

it('two windows that correct the same cell do not undo each other unseen', async () => {
  const page = await visit('?view=requests')
  const sheet = await documents(page, '导入', [FILES[0]!])
  await sheet.locator('form.target [type="submit"]').click()
  await sheet.locator('.report').waitFor()
  await sheet.getByRole('button', { name: '打开数据包' }).click()
  await expect.poll(() => page.url()).toMatch(/package=own-/)
  await ready(page)
  const link = `${page.url().split('?')[0]!}?view=requests&package=${new URL(page.url()).searchParams.get('package')!}&report=${encodeURIComponent(RIGHT.agency)}~${RIGHT.year}`
  const other = await page.context().newPage()
  const natural = '[data-cell="requests.received.natural"]'
  const opened = async (window: Page): Promise<void> => {
    await window.goto(link)
    await ready(window)
    await window.getByRole('button', { name: '更正读数', exact: true }).click()
    await window.locator(natural).click()
  }
  const written = async (window: Page, text: string): Promise<void> => {
    await window.locator('section.panel').getByLabel('数值').fill(text)
    await window.keyboard.press('Enter')
    await window.locator(`${natural} ins`).waitFor()
    await window.getByRole('button', { name: '保存 1 处改动' }).click()
  }
  await opened(page)
  await opened(other)
  await written(other, '61')
  await other.getByText('已保存 1 处改动').waitFor()
  await written(page, '62')
  await page.getByText('没有保存：这几格在别的窗口改过了').waitFor()
  await expect.poll(() => page.locator(`${natural} ins`).innerText()).toContain('62')
  // Until it is settled what stands now nothing can be saved; what is looked at then changes its colour.
  await expect.poll(() => page.getByRole('button', { name: '保存 1 处改动' }).isEnabled()).toBe(true)
  expect(await axe(page)).toEqual([])
  await page.getByRole('button', { name: '保存 1 处改动' }).click()
  await page.getByText('已保存 1 处改动').waitFor()
  await opened(other)
  await expect.poll(() => other.locator(natural).innerText()).toContain('62')
  // What was found as in the document here was another number there.
  const issued = '[data-cell="documents.issued"]'
  await other.locator(issued).click()
  await other.locator('section.panel').getByLabel('数值').fill('99')
  await other.keyboard.press('Enter')
  await other.getByRole('button', { name: '保存 1 处改动' }).click()
  await other.getByText('已保存 1 处改动').waitFor()
  await page.locator(issued).click()
  await page.locator('section.panel').getByRole('button', { name: '核对无误' }).click()
  await page.getByRole('button', { name: '保存 1 处改动' }).click()
  await page.getByText('对它们的“核对无误”已取消').waitFor()
  await expect.poll(() => page.locator(issued).innerText()).toMatch(/99(?!.*已核对)/s)
  await page.getByRole('button', { name: '保存 0 处改动' }).waitFor()
  expectQuiet(page)
  await leave(page)
})
