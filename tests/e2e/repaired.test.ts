import { expect, it } from 'vitest'
import { run } from '@/cli'
import { axe, downloaded, drawn, expectQuiet, leave, visit } from './harness'

const AGENCY = '淮安市洪泽区人民政府'
const REPAIR = `H4~${AGENCY}~2023~review.total~0~11`
const LINK = `view=reviews&indicator=review.total&scope=region&at=2023&agency=${AGENCY}`

async function printed(link: string): Promise<{ file: string; told: string }> {
  let [file, told] = ['', '']
  const code = await run(['slice', 'public/data/cn', `${link}&chart=ranking`], { stdout: (data) => void (file += Buffer.from(data as Uint8Array).toString('utf8')), stderr: (text) => void (told += text) })
  expect(code).toBe(0)
  return { file, told }
}

it('a link with a repair shows it in picture, table, file and report, marked; without it figures are as reported', async () => {
  const page = await visit(`?${LINK}&repaired=${REPAIR}`)
  await drawn(page, 'ranking')
  const card = page.locator('[data-chart="ranking"]')
  await card.getByText(/含修正值/).first().waitFor()
  expect(await axe(page)).toEqual([])
  await card.getByRole('button', { name: '看表格', exact: true }).click()
  await expect.poll(() => card.locator('tbody').innerText()).toMatch(/11[\s\S]*0 → 11/)
  await card.getByRole('button', { name: '下载', exact: true }).click()
  const { bytes } = await downloaded(page, () => page.locator('[data-download="tidy"]').click())
  const command = await printed(`${LINK}&repaired=${REPAIR}`)
  expect(bytes.toString('utf8')).toBe(command.file)
  expect(command.file).toContain('H4 行政复议·总计：0 → 11')

  await page.getByRole('checkbox', { name: /显示采纳的修正值/ }).click()
  await expect.poll(() => page.url()).not.toContain('repaired')
  await expect.poll(() => card.locator('tbody').innerText()).not.toContain('0 → 11')
  expect((await printed(LINK)).file).not.toContain('repaired')
  expectQuiet(page)
  await leave(page)
})

it('a report says how much of it is repaired, and the workbench that it checks what was reported', async () => {
  const page = await visit(`?${LINK}&repaired=${REPAIR}&report=${AGENCY}~2023`)
  await page.getByText('◇ 本年报有 1 格显示的是采纳的修正值').waitFor()
  await page.goto(page.url().replace('view=reviews', 'view=checks'))
  await page.getByText('本页核验的仍是原填报数').waitFor()
  expect(await page.locator(`[data-report="${AGENCY}~2023"]`).getAttribute('aria-label')).toContain('◇ 显示修正值')
  const cell = page.locator('td[data-figure="review.total"]').first()
  expect((await cell.innerText()).replace(/\s+/g, ' ')).toMatch(/0 ◇ H4 修正：11/)
  expect(await page.getByRole('checkbox', { name: /显示采纳的修正值/ }).isChecked()).toBe(true)
  expect(await axe(page)).toEqual([])
  expectQuiet(page)
  await leave(page)
})

it('a repair that does not fit the data is told and changes nothing', async () => {
  const other = `H4~${AGENCY}~2023~review.total~7~11`
  const page = await visit(`?${LINK}&repaired=${other}`)
  await page.locator('section.unknown', { hasText: other }).waitFor()
  expect((await printed(`${LINK}&repaired=${other}`)).told).toContain(`does not fit this data: repaired=${other}`)
  await page.locator('section.unknown button').first().click()
  await expect.poll(() => page.url()).not.toContain('repaired')
  expectQuiet(page)
  await leave(page)
})
