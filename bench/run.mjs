// Measures against floors and goals, all in one run on one machine: node bench/run.mjs [load|first]
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { build } from 'vite'
import { ensureChromium } from '../scripts/chromium.mjs'
import { serve } from '../scripts/serve.mjs'
import { writeSynthetic } from './synthetic.mjs'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const RUNS = 3
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--no-first-run']
const asked = process.argv[2]
const rows = []
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]
const round = (value) => (value >= 100 ? Math.round(value) : Number(value.toFixed(2)))
const note = (what, value, unit, goal) => rows.push({ what, value: `${round(value)} ${unit}`, goal: goal === undefined ? '' : `≤ ${goal} ${unit}`, met: goal === undefined ? '' : value <= goal ? 'yes' : 'NO' })

/** A fresh browser each time: the compiler is cold, as in a first visit. */
async function inBrowser(use) {
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: FLAGS })
  try {
    return await use(await browser.newPage())
  } finally {
    await browser.close()
  }
}

async function benchLoad(folder) {
  const written = await writeSynthetic(join(folder, 'data/synthetic'))
  console.log(`Synthetic package (no figure is real): ${written.reports} reports × ${written.figures} figures, ${(written.bytes / 1e6).toFixed(1)} MB of CSV`)
  await build({ configFile: false, root: join(ROOT, 'bench'), base: './', logLevel: 'error', resolve: { alias: { '@': join(ROOT, 'src') } }, worker: { format: 'es' }, build: { outDir: join(folder, 'site'), target: 'es2022', assetsInlineLimit: 0, chunkSizeWarningLimit: 2000, rollupOptions: { input: join(ROOT, 'bench/page.html') } } })
  // Not compressed: the wire is not what is measured here.
  const files = new Map(await Promise.all((await readdir(join(folder, 'data/synthetic'))).map(async (name) => [`data/synthetic/${name}`, await readFile(join(folder, 'data/synthetic', name))])))
  const site = await serve({ dir: join(folder, 'site'), override: async (path) => (files.has(path) ? { body: files.get(path) } : undefined) })
  const measured = []
  try {
    for (let run = 0; run < RUNS; run += 1) {
      measured.push(
        await inBrowser(async (page) => {
          await page.goto(`${site.url}page.html`)
          await page.waitForFunction(() => 'measure' in window)
          return page.evaluate((base) => window.measure(base), `${site.url}data/`)
        }),
      )
    }
  } finally {
    await site.close()
  }
  const of = (key) => median(measured.map((each) => each[key]))
  note('floor: TextDecoder and one scan of the bytes', of('floor'), 'ms')
  note('load in the worker, fetching included', of('load'), 'ms')
  note('load / floor', median(measured.map(({ load, floor }) => load / floor)), '×', 6)
  note('reading after the last byte / floor', median(measured.map(({ read, floor }) => read / floor)), '×')
  note('floor: longest gap between timers with nothing to do', of('idle'), 'ms')
  note('longest main-thread stall while loading', of('stall'), 'ms', 16)
  note('lines not loaded', of('problems'), '', 0)
  for (const name of Object.keys(measured[0].slices)) note(`slice: ${name}`, median(measured.map(({ slices }) => slices[name])), 'ms', 5)
}

/** The built app at a quarter of the CPU, 1.6 Mbps and 150 ms. Bytes are those on the wire. */
async function benchFirst(folder) {
  await build({ root: ROOT, logLevel: 'error', build: { outDir: join(folder, 'app'), emptyOutDir: true } })
  const site = await serve({ dir: join(folder, 'app') })
  const measured = []
  try {
    for (let run = 0; run < RUNS; run += 1) measured.push(await inBrowser((page) => firstLoad(page, site.url)))
  } finally {
    await site.close()
  }
  const of = (key) => median(measured.map((each) => each[key]))
  note('JavaScript before the first paint, gzip', of('scripts') / 1000, 'kB', 100)
  note('all bytes up to the first chart, gzip', of('bytes') / 1000, 'kB', 340)
  note('first contentful paint', of('paint'), 'ms', 1200)
  note('first chart', of('chart'), 'ms')
  note('first chart / first contentful paint', median(measured.map(({ chart, paint }) => chart / paint)), '×')
}

async function firstLoad(page, url) {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 94_000 })
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  await page.goto(url, { waitUntil: 'commit' })
  await page.waitForFunction(() => performance.getEntriesByName('atlas:first-chart').length > 0, undefined, { timeout: 60_000 })
  return page.evaluate(() => {
    const paint = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN
    const chart = performance.getEntriesByName('atlas:first-chart')[0].startTime
    const loaded = performance.getEntriesByType('resource')
    const sum = (entries) => entries.reduce((total, { transferSize }) => total + transferSize, 0)
    const html = performance.getEntriesByType('navigation')[0].transferSize
    return { paint, chart, scripts: sum(loaded.filter(({ name, responseEnd }) => name.endsWith('.js') && responseEnd <= paint)), bytes: html + sum(loaded.filter(({ responseEnd }) => responseEnd <= chart)) }
  })
}

const folder = await mkdtemp(join(tmpdir(), 'atlas-bench-'))
try {
  if (asked !== 'first') await benchLoad(folder)
  if (asked !== 'load') await benchFirst(folder)
  console.table(Object.fromEntries(rows.map(({ what, ...rest }) => [what, rest])))
} finally {
  await rm(folder, { recursive: true, force: true })
}
process.exitCode = rows.some(({ met }) => met === 'NO') ? 1 : 0
