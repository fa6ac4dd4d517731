import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { chromium, type Browser, type BrowserContext, type Download, type Page } from 'playwright-core'
import { afterAll, expect, inject } from 'vitest'
import { ensureChromium } from '../../scripts/chromium.mjs'

const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--font-render-hinting=none']
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
/** Long, because machines are shared: a slow page is no failure here, the bench measures. */
const PATIENCE = 60_000

export const DESKTOP = { width: 1440, height: 900 }
export const PHONE = { width: 390, height: 844 }

/** What a page said that it should not have: console errors and warnings, exceptions, requests elsewhere, failed requests. */
const complaints = new WeakMap<Page, string[]>()

let browser: Browser | undefined

/** One browser per test file. */
async function open(): Promise<Browser> {
  browser ??= await chromium.launch({ executablePath: process.env.CHROMIUM ?? ensureChromium(), args: FLAGS })
  return browser
}

afterAll(async () => {
  await browser?.close()
  browser = undefined
})

export interface Visit {
  readonly size?: { readonly width: number; readonly height: number }
  readonly dark?: boolean
  /** Another site than the build as it is (broken packages). */
  readonly site?: string
  /** Do not wait for the data: for pages that are to fail. */
  readonly early?: boolean
  /** Sees the page before it goes anywhere. */
  readonly watch?: (page: Page) => void
}

/** Opens a link (`?view=…`) in a fresh profile and waits until the data stand. */
export async function visit(query = '', { size = DESKTOP, dark = false, site = inject('site'), early = false, watch }: Visit = {}): Promise<Page> {
  const context: BrowserContext = await (await open()).newContext({ viewport: size, colorScheme: dark ? 'dark' : 'light', reducedMotion: 'reduce', acceptDownloads: true, locale: 'zh-CN' })
  const page = await context.newPage()
  page.setDefaultTimeout(PATIENCE)
  const said: string[] = []
  complaints.set(page, said)
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) said.push(`${message.type()}: ${message.text()}`)
  })
  page.on('pageerror', (error) => said.push(`exception: ${error.message}`))
  page.on('request', (request) => {
    const url = new URL(request.url())
    if (url.protocol.startsWith('http') && url.origin !== new URL(site).origin) said.push(`request elsewhere: ${request.url()}`)
  })
  watch?.(page)
  await page.goto(`${site}${query}`)
  if (!early) await ready(page)
  return page
}

/** The data stand, and so does what the page shows of them: its cards, the workbench, or that there is nothing. Its code may arrive after the data. */
export const ready = (page: Page): Promise<unknown> => page.waitForSelector('main[data-state="ready"] .page > :is(.cards:has(> *), .bench, .load)', { state: 'attached' })

/** Brings a card into view and waits until its chart is drawn; gives the number of marks. */
export async function drawn(page: Page, chart: string): Promise<number> {
  const card = page.locator(`[data-chart="${chart}"]`)
  await card.scrollIntoViewIfNeeded()
  const canvas = card.locator('[data-drawn="true"]')
  await canvas.waitFor({ state: 'attached' })
  return Number(await canvas.getAttribute('data-marks'))
}

/** What the page has said so far that it should not have. */
export const saidBy = (page: Page): readonly string[] => complaints.get(page) ?? []

/** Nothing was said that should not have been. */
export const expectQuiet = (page: Page): void => expect(complaints.get(page)).toEqual([])

/** The page does not scroll sideways. */
export async function expectNoSideways(page: Page): Promise<void> {
  const { scroll, client } = await page.evaluate(() => ({ scroll: document.documentElement.scrollWidth, client: document.documentElement.clientWidth }))
  expect(scroll).toBeLessThanOrEqual(client)
}

/** Violations axe finds, in words. */
export async function axe(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page)
  await session.send('Runtime.evaluate', { expression: AXE })
  const found = await page.evaluate(async () => {
    const { axe: run } = window as unknown as { axe: { run: (options: object) => Promise<{ violations: { id: string; help: string; nodes: { target: unknown; html: string }[] }[] }> } }
    return (await run.run({ resultTypes: ['violations'] })).violations
  })
  return found.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.slice(0, 3).map(({ target, html }) => `${String(target)} ${html.slice(0, 160)}`).join(' | ')}`)
}

/** The file that an action downloads, with its name. */
export async function downloaded(page: Page, action: () => Promise<unknown>): Promise<{ name: string; bytes: Buffer }> {
  const [download] = (await Promise.all([page.waitForEvent('download'), action()])) as [Download, unknown]
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) }
}

/** Closes the page's profile. */
export const leave = (page: Page): Promise<void> => page.context().close()
