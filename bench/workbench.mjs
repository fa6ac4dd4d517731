// The workbench of checks and the review of documents: does any task of the page's main thread hold it up, and how much more is done than putting the same elements up.
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'
import { serve } from '../scripts/serve.mjs'
import { syntheticFiles } from './synthetic.mjs'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const RUNS = 3
const STEPS = 20
const OPENED = 10
/** A line of requests in so many has a wrong total. */
const WRONG = 40
/** Documents that are reviewed, by the seed they are written from. */
const DOCUMENTS = [7, 11, 13, 17, 19, 23]
const READY = 'main[data-state="ready"]'

/** A hundred agencies over seven years, many with sums that do not fit; no figure is real. */
async function hundred(folder) {
  const files = await syntheticFiles(folder, 'hundred', 100)
  const path = 'data/hundred/requests.csv'
  const lines = files.get(path).toString().split('\n')
  files.set(path, Buffer.from(lines.map((line, at) => (at > 0 && at % WRONG === 0 ? line.replace(/\d+$/, (total) => String(Number(total) + 1)) : line)).join('\n')))
  // The sizes in its description are those from before.
  files.set('data/hundred/datapackage.json', Buffer.from(JSON.stringify({ ...JSON.parse(files.get('data/hundred/datapackage.json')), resources: undefined })))
  return files
}

async function documents() {
  const { module } = await runnerImport(join(ROOT, 'tests/reading/documents.ts'), { root: ROOT, configFile: false, logLevel: 'error', resolve: { alias: { '@': join(ROOT, 'src') } } })
  return DOCUMENTS.map((seed) => {
    const right = module.given(seed)
    const read = right.figures.get('requests.received.natural')
    const wrong = { ...right, figures: new Map(right.figures).set('requests.received.natural', read + 40) }
    return { name: `${seed}.html`, mimeType: 'text/html', buffer: Buffer.from(module.html(wrong, module.tablesOf(wrong, module.PLAIN, seed), 'word', seed)) }
  })
}

const mark = (page, name) => page.evaluate((text) => void performance.mark(text), name)
/** Some frames: what comes late has come. */
const settled = (page) => page.evaluate(() => new Promise((done) => {
  let frames = 0
  const next = () => ((frames += 1) > 8 ? done() : requestAnimationFrame(() => setTimeout(next, 20)))
  next()
}))

/** What is done under one mark, each time with its own end. */
async function times(page, name, count, act) {
  for (let at = 0; at < count; at += 1) {
    await mark(page, `${name}-begins`)
    await act(at)
    await settled(page)
    await mark(page, `${name}-ends`)
  }
}

const press = (page, key) => page.evaluate((text) => void document.body.dispatchEvent(new KeyboardEvent('keydown', { key: text, bubbles: true })), key)

/** The floor: the same elements once more in the place of those that stand, drawn by the browser alone. */
const copied = (page, name, selector) => times(page, name, 5, () => page.evaluate((text) => {
  const element = document.querySelector(text)
  element.replaceWith(element.cloneNode(true))
}, selector))

/** The workbench from an empty browser on; everything is checked and shown. */
async function opened(page, address) {
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.addInitScript(() => performance.mark('cold-begins'))
  await page.goto(address, { waitUntil: 'commit' })
  await page.waitForSelector(`${READY} [role="grid"]`)
  await page.waitForFunction(() => document.querySelectorAll('.bench > [role="status"]:not(.visually-hidden)').length === 0, undefined, { polling: 100 })
  await settled(page)
  await mark(page, 'cold-ends')
}

async function workbench(page, traced, address) {
  const cold = await traced(page, async () => (await opened(page, address), {}))
  const warm = await traced(page, async () => {
    await times(page, 'next', STEPS, () => press(page, 'n'))
    await times(page, 'before', STEPS - 5, () => press(page, 'p'))
    const reports = await page.locator('[data-report]').evaluateAll((cells, most) => cells.slice(0, most).map((cell) => cell.dataset.report), OPENED)
    await times(page, 'open', reports.length, (at) => page.evaluate((report) => document.querySelector(`[data-report="${report}"]`).click(), reports[at]))
    const choices = ['H4', '', 'S4', '', 'H3', '']
    await times(page, 'filter', choices.length, (at) => page.locator('form.filters select').first().selectOption(choices[at]))
    await copied(page, 'floor', '.desk')
    return {}
  })
  return { tasks: { ...cold.tasks, ...warm.tasks }, spans: { ...cold.spans, ...warm.spans } }
}

async function review(page, traced, address, files) {
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto(`${address}?lang=en`)
  await page.waitForSelector(READY)
  await page.getByRole('button', { name: 'Import' }).click()
  await page.locator('input[type="file"]').first().setInputFiles(files)
  await page.locator('form.target').waitFor()
  await page.locator('.document').nth(files.length - 1).waitFor()
  return traced(page, async () => {
    for (let at = 0; at < files.length; at += 1) {
      await times(page, 'review', 1, () => page.locator('.document button').nth(at * 2).click())
      if (at === files.length - 1) await copied(page, 'floor', '.review')
      else await page.locator('.review .buttons button').first().click()
      await settled(page)
    }
    return {}
  })
}

/** Notes of several runs: the longest task of any, and each act against its floor. */
function told({ note, median }, what, runs, acts) {
  for (const [name, text] of Object.entries(acts)) {
    note(`${what}: ${text}, longest main-thread task, median of ${runs.length} runs`, median(runs.map(({ tasks }) => tasks[name])), 'ms', 50)
    if (name !== 'cold') note(`${what}: ${text} / floor`, median(runs.map(({ spans }) => median(spans[name]) / median(spans.floor))), '×')
  }
  note(`${what}: floor, the same elements put up by the browser alone`, median(runs.map(({ spans }) => median(spans.floor))), 'ms')
}

/** `tools`: `inBrowser`, `traced`, `note`, `median` and `appIn` of the bench. All times are CPU time of the main thread. */
export async function benchWorkbench(folder, tools) {
  const { inBrowser, traced, appIn } = tools
  const many = await hundred(folder)
  const files = await documents()
  const dir = await appIn(folder)
  const sites = { bundled: await serve({ dir }), hundred: await serve({ dir, override: async (path) => (many.has(path) ? { body: many.get(path) } : undefined) }) }
  const acts = { cold: 'opened from an empty browser', next: 'to the next finding', before: 'to the one before', open: 'a report opened', filter: 'another filter' }
  try {
    for (const [name, { url }] of Object.entries(sites)) {
      const runs = []
      for (let run = 0; run < RUNS; run += 1) runs.push(await inBrowser((page) => workbench(page, traced, `${url}?view=checks`)))
      told(tools, `workbench, ${name === 'bundled' ? 'bundled package' : 'a hundred agencies'}`, runs, acts)
    }
    const runs = []
    for (let run = 0; run < RUNS; run += 1) runs.push(await inBrowser((page) => review(page, traced, sites.bundled.url, files)))
    told(tools, 'review of documents', runs, { review: 'a document opened' })
  } finally {
    await Promise.all(Object.values(sites).map(({ close }) => close()))
  }
}
