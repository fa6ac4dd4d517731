import type { Page } from 'playwright-core'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { run } from '@/cli'
import { VIEWS } from '@/domain/selection'
import { downloaded, drawn, expectQuiet, leave, visit } from './harness'

/** What the command line prints for the chart a link names. */
async function printed(link: string): Promise<Buffer> {
  const parts: Buffer[] = []
  const code = await run(['slice', 'public/data/cn', link], { stdout: (data) => void parts.push(Buffer.from(data as Uint8Array)), stderr: (text) => expect.unreachable(String(text)) })
  expect(code).toBe(0)
  return Buffer.concat(parts)
}

const rowsIn = (bytes: Buffer): number => Papa.parse(bytes.toString('utf8').replace(/^\uFEFF/, ''), { skipEmptyLines: true }).data.length - 1

/** The tidy file of a card. */
async function tidyOf(page: Page, chart: string): Promise<Buffer> {
  const card = page.locator(`[data-chart="${chart}"]`)
  await card.getByRole('button', { name: '下载', exact: true }).click()
  const { bytes } = await downloaded(page, () => page.locator('[data-download="tidy"]').click())
  return bytes
}

/** Rows the table of a card says and, up to a page of 200, has. */
async function tableRows(page: Page, chart: string): Promise<number> {
  const card = page.locator(`[data-chart="${chart}"]`)
  await card.getByRole('button', { name: '看表格', exact: true }).click()
  const said = Number((await card.locator('caption').innerText()).replace(/[^\d]/g, ''))
  expect(await card.locator('tbody tr').count()).toBe(Math.min(said, 200))
  await card.getByRole('button', { name: '看图', exact: true }).click()
  return said
}

const SELECTIONS = ['', '&agency=宿迁市人民政府~淄博市工业和信息化局&year=2021..2024&missing=shown']

describe.each(VIEWS)('on the page %s', (view) => {
  it.each(SELECTIONS)('marks, table, file and command line are the same rows (selection "%s")', async (selection) => {
    const query = `?view=${view}${selection}`
    const page = await visit(query)
    const charts = await page.locator('[data-chart]').evaluateAll((cards) => cards.map((card) => card.getAttribute('data-chart')!))
    expect(charts.length).toBeGreaterThan(1)
    for (const chart of charts) {
      const pictured = (await page.locator(`[data-chart="${chart}"] [data-drawn]`).count()) > 0
      const rows = await tableRows(page, chart)
      expect([chart, pictured ? await drawn(page, chart) : rows]).toEqual([chart, rows])
      const file = await tidyOf(page, chart)
      expect([chart, rowsIn(file)]).toEqual([chart, rows])
      expect(file.equals(await printed(`${query}&chart=${chart}`)), `${chart}: the file is not what the command line prints`).toBe(true)
    }
    expectQuiet(page)
    await leave(page)
  })
})
