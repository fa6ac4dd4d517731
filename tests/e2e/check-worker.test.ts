import '@/domain/all-forms'
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterEach, describe, expect, it } from 'vitest'
import { csvText } from '@/data/csv'
import { loadPackage } from '@/data/load'
import { checkTable, findingSheet } from '@/domain/checks'
import { Table } from '@/domain/table'
import { serve } from '../../scripts/serve.mjs'
import { downloaded, expectQuiet, leave, visit } from './harness'

type Override = NonNullable<Parameters<typeof serve>[0]['override']>

let close: (() => Promise<unknown>) | undefined

afterEach(async () => {
  await close?.()
  close = undefined
})

/** A worker that checks, as the page started it. */
interface Seen {
  ended: boolean
}

/** The page at a link, and the workers that check for it. `script`: what is answered for their script, by the order in which it is asked for; by default what it is. */
async function checking(query: string, script: (nth: number) => Awaited<ReturnType<Override>> = () => undefined): Promise<{ page: Page; workers: Seen[] }> {
  let asked = 0
  const site = await serve({ dir: 'dist', base: '/atlas/', override: async (path) => (/check\.worker[^/]*\.js$/.test(path) ? script((asked += 1)) : undefined) })
  close = site.close
  const workers: Seen[] = []
  const watch = (page: Page): void =>
    void page.on('worker', (worker) => {
      if (!worker.url().includes('check.worker')) return
      const seen: Seen = { ended: false }
      workers.push(seen)
      worker.on('close', () => (seen.ended = true))
    })
  const page = await visit(query, { site: site.url, watch })
  return { page, workers }
}

/** The lines of the file of the findings listed, without the order in which they stand, once so many are. */
async function listed(page: Page, count: number): Promise<string[]> {
  const { bytes } = await downloaded(page, () => page.getByRole('button', { name: `下载这 ${count.toLocaleString('zh-CN')} 项` }).click())
  return linesOf(bytes.toString('utf8'))
}

const linesOf = (text: string): string[] => text.replace(/^\uFEFF/, '').trim().split('\r\n').sort()

/** What Node finds in the same package. */
async function expected(id: string, outcome: string): Promise<string[]> {
  const table = new Table(await loadPackage({ read: (path) => readFile(`public/data/${id}/${path}`).then((bytes) => new Uint8Array(bytes), () => null) }))
  return linesOf(csvText(findingSheet(table, [...checkTable(table)].filter((finding) => finding.outcome === outcome))))
}

describe('the worker that checks', () => {
  it.each([['cn', 'untestable'], ['us-foia', 'fail'], ['scotland', 'fail']])('finds in %s what Node finds: %s', async (id, outcome) => {
    const { page, workers } = await checking(`?view=checks&package=${id}${outcome === 'fail' ? '' : `&outcome=${outcome}`}`)
    const nodes = await expected(id, outcome)
    expect(await listed(page, nodes.length - 1)).toEqual(nodes)
    expect(workers).toEqual([{ ended: true }])
    expectQuiet(page)
    await leave(page)
  })

  it('checks what is looked at with repairs in it, too', async () => {
    const agency = '淮安市洪泽区人民政府'
    const { page, workers } = await checking(`?view=reviews&indicator=review.total&scope=region&at=2023&agency=${agency}&repaired=H4~${agency}~2023~review.total~0~11`)
    await page.locator('[data-chart="ranking"]').getByText(/含修正值/).first().waitFor()
    await expect.poll(() => workers).toEqual([{ ended: true }, { ended: true }])
    expectQuiet(page)
    await leave(page)
  })

  it('ends when another package is opened, whose findings are shown then', async () => {
    // The first one never answers.
    const { page, workers } = await checking('?view=checks&package=cn', (nth) => (nth === 1 ? { body: 'self.onmessage = () => undefined' } : undefined))
    await expect.poll(() => workers).toEqual([{ ended: false }])
    await page.getByLabel('数据包', { exact: true }).selectOption('us-foia')
    await expect.poll(() => workers).toEqual([{ ended: true }, { ended: true }])
    const nodes = await expected('us-foia', 'fail')
    expect(await listed(page, nodes.length - 1)).toEqual(nodes)
    expectQuiet(page)
    await leave(page)
  })

  it('where it cannot be had the page itself checks, and finds the same', async () => {
    const { page } = await checking('?view=checks&package=cn', () => ({ status: 404, body: 'gone' }))
    const nodes = await expected('cn', 'fail')
    expect(await listed(page, nodes.length - 1)).toEqual(nodes)
    await leave(page)
  })
})
