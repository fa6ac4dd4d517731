// Measures against floors and goals, all in one run on one machine: node bench/run.mjs [load|first|import|filter|workbench]
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { build } from 'vite'
import { ensureChromium } from '../scripts/chromium.mjs'
import { serve } from '../scripts/serve.mjs'
import { syntheticFiles, writeSynthetic } from './synthetic.mjs'
import { benchWorkbench } from './workbench.mjs'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const RUNS = 3
/** A slow line: 1.6 Mbps, 150 ms there and back. */
const LINE = { bytesPerSecond: 200_000, latency: 150 }
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

/** Adds, by the name of marks, `tasks`: the longest task of the page's main thread between them; `spans`: what it did each time; `workers`: what workers did meanwhile. CPU time, so that a busy machine does not count. */
async function traced(page, use) {
  const session = await page.context().browser().newBrowserCDPSession()
  const events = []
  session.on('Tracing.dataCollected', ({ value }) => events.push(...value))
  await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: ['toplevel', 'blink.user_timing', '__metadata'] } })
  const measured = await use()
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve))
  await session.send('Tracing.end')
  await complete
  return { ...measured, ...tasksIn(events.sort((a, b) => a.ts - b.ts)) }
}

function tasksIn(events) {
  const [tasks, spans, workers] = [{}, {}, {}]
  const isTask = ({ name, tdur }) => /RunTask$/.test(name) && tdur !== undefined
  const threads = new Set(events.filter(({ name, args }) => name === 'thread_name' && /DedicatedWorker/.test(args.name)).map(({ pid, tid }) => `${pid} ${tid}`))
  for (const begins of events.filter(({ name }) => name.endsWith('-begins'))) {
    const name = begins.name.replace('-begins', '')
    const here = events.filter(({ pid, tid, ts }) => pid === begins.pid && tid === begins.tid && ts >= begins.ts)
    const ends = here.find((event) => event.name === `${name}-ends`)
    const within = here.filter((event) => isTask(event) && event.ts <= ends.ts)
    const beside = events.filter((event) => isTask(event) && threads.has(`${event.pid} ${event.tid}`) && event.ts >= begins.ts && event.ts <= ends.ts)
    tasks[name] = Math.max(tasks[name] ?? 0, ...within.map(({ tdur }) => tdur / 1000))
    workers[name] = beside.reduce((sum, { tdur }) => sum + tdur / 1000, 0)
    ;(spans[name] ??= []).push((ends.tts - begins.tts) / 1000)
  }
  return { tasks, spans, workers }
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
          return traced(page, () => page.evaluate((base) => window.measure(base), `${site.url}data/`))
        }),
      )
    }
  } finally {
    await site.close()
  }
  const of = (key) => median(measured.map((each) => each[key]))
  note('floor: TextDecoder and one scan of the bytes', of('floor'), 'ms')
  note('reading in the worker, from the last byte to columns on the page', of('read'), 'ms')
  note('reading / floor', median(measured.map(({ read, floor }) => read / floor)), '×', 6)
  note('floor with fetching', median(measured.map(({ fetching, floor }) => fetching + floor)), 'ms')
  note('opening the package, fetching included', of('load'), 'ms')
  note('opening / floor with fetching', median(measured.map(({ load, fetching, floor }) => load / (fetching + floor))), '×', 6)
  note('longest main-thread task while loading, CPU time', median(measured.map(({ tasks }) => tasks.load)), 'ms', 16)
  note('lines not loaded', of('problems'), '', 0)
  note('floor: every cell of the table looked at once', of('checksFloor'), 'ms')
  note('all checks over all reports in the worker, the way there and the doubts included', of('checks'), 'ms', 2000)
  note('the worker alone, taking the table included, CPU time', median(measured.map(({ workers }) => workers.check)), 'ms', 2000)
  note('the worker / floor', median(measured.map(({ workers, checksFloor }) => workers.check / checksFloor)), '×')
  for (const [name, text, goal, ratio] of [['a-fifth', 'a fifth', 2000, 6], ['half', 'half', undefined, 10]]) {
    note(`the worker, ${text} of the reports broken, CPU time`, median(measured.map(({ workers }) => workers[name])), 'ms', goal)
    note(`the worker, ${text} of the reports broken / few of them`, median(measured.map(({ workers }) => workers[name] / workers.check)), '×', ratio)
    note(`longest main-thread task while checking, ${text} of the reports broken, CPU time`, median(measured.map(({ tasks }) => tasks[name])), 'ms', 50)
  }
  note('tests that failed', of('failing'), '')
  note('longest main-thread task while checking, CPU time', median(measured.map(({ tasks }) => tasks.check)), 'ms', 50)
  note('checks of one report after an edit, median of 25, CPU time', median(measured.map(({ spans }) => median(spans.edit))), 'ms', 8)
  note('the first of them, the compiler cold, CPU time', median(measured.map(({ spans }) => spans['first-edit'][0])), 'ms')
  for (const name of Object.keys(measured[0].slices)) note(`slice: ${name}, median of 25 calls, quietest run`, Math.min(...measured.map(({ slices }) => slices[name])), 'ms', 5)
}

/** A slow line to a server, for page and worker alike (Chromium's own throttle leaves workers out). Tells every piece with the time it arrived. */
async function slowLine(port, { bytesPerSecond, latency }) {
  const pieces = []
  let free = 0
  const deliver = (client, piece) => {
    const now = performance.now()
    free = Math.max(free, now) + (piece.length / bytesPerSecond) * 1000
    setTimeout(() => {
      pieces.push({ at: Date.now(), bytes: piece.length })
      if (!client.destroyed) client.write(piece)
    }, free - now + latency / 2)
  }
  const line = createServer((client) => {
    const server = connect(port, 'localhost')
    // Opening a connection takes a way there and back before the first request goes out.
    const open = performance.now() + latency
    client.on('data', (data) => setTimeout(() => server.write(data), Math.max(0, open - performance.now()) + latency / 2))
    server.on('data', (data) => {
      for (let at = 0; at < data.length; at += 8_192) deliver(client, data.subarray(at, at + 8_192))
    })
    for (const [one, other] of [[client, server], [server, client]]) one.on('error', () => other.destroy()).on('close', () => setTimeout(() => other.destroy(), 5_000))
  })
  await new Promise((resolve) => line.listen(0, resolve))
  return { port: line.address().port, pieces, close: () => line.close() }
}

/** The built app at a quarter of the CPU, on the slow line. Bytes are those on the wire, headers and data of the worker included. */
async function benchFirst(folder) {
  const site = await serve({ dir: await appIn(folder) })
  const measured = []
  try {
    for (let run = 0; run < RUNS; run += 1) {
      const line = await slowLine(Number(new URL(site.url).port), LINE)
      measured.push(await inBrowser((page) => firstLoad(page, line)))
      line.close()
    }
  } finally {
    await site.close()
  }
  const of = (key) => median(measured.map((each) => each[key]))
  note('JavaScript before the first paint, gzip', of('scripts') / 1000, 'kB', 100)
  note('all bytes up to the first chart, gzip', of('bytes') / 1000, 'kB', 340)
  note('floor: the line alone for these bytes', (of('bytes') / LINE.bytesPerSecond) * 1000, 'ms')
  note('first contentful paint', of('paint'), 'ms', 1200)
  note('first chart', of('chart'), 'ms')
  note('live chart', of('live'), 'ms')
  note('all bytes up to the live chart, gzip', of('liveBytes') / 1000, 'kB')
  note('first chart / first contentful paint', median(measured.map(({ chart, paint }) => chart / paint)), '×')
}

async function firstLoad(page, line) {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  await page.goto(`http://localhost:${line.port}/`, { waitUntil: 'commit' })
  await page.waitForFunction(() => performance.getEntriesByName('atlas:live-chart').length > 0, undefined, { timeout: 60_000 })
  const seen = await page.evaluate(() => {
    const at = (name) => performance.getEntriesByName(name)[0]?.startTime ?? Number.NaN
    const paint = at('first-contentful-paint')
    const scripts = performance.getEntriesByType('resource').filter(({ name, responseEnd }) => name.endsWith('.js') && responseEnd <= paint)
    return { paint, chart: at('atlas:first-chart'), live: at('atlas:live-chart'), origin: performance.timeOrigin, scripts: scripts.reduce((total, { transferSize }) => total + transferSize, 0) }
  })
  const bytesUntil = (time) => line.pieces.filter(({ at }) => at <= seen.origin + time).reduce((total, { bytes }) => total + bytes, 0)
  return { ...seen, bytes: bytesUntil(seen.chart), liveBytes: bytesUntil(seen.live) }
}

/** Rows of a wide export as agencies have them; no figure is real. */
function wideExport(agencies = 5_000) {
  const rows = ['received', 'carried-in', 'granted', 'partly-granted', 'refused', 'unavailable', 'not-processed', 'other', 'processed', 'carried-out']
  const columns = rows.flatMap((row) => ['natural', 'business', 'research', 'nonprofit', 'legal', 'other', 'total'].map((applicant) => `requests.${row}.${applicant}`))
  const lines = [`agency,year,${columns.join(',')}`]
  for (let agency = 0; agency < agencies; agency += 1) {
    for (let year = 2019; year <= 2025; year += 1) lines.push(`虚拟市第${agency}号机关,${year},${columns.map((_, at) => ((agency * 7 + year * 3 + at) % 8 === 0 ? (agency + at) % 977 : 0)).join(',')}`)
  }
  return Buffer.from(`${lines.join('\n')}\n`)
}

/** An export dropped into the built app: how long until the report stands, and whether the page stays free. */
async function benchImport(folder) {
  const csv = wideExport()
  console.log(`Synthetic export (no figure is real): 35,000 rows × 70 figures, ${(csv.length / 1e6).toFixed(1)} MB`)
  const site = await serve({ dir: await appIn(folder) })
  const measured = []
  try {
    for (let run = 0; run < RUNS; run += 1) measured.push(await inBrowser((page) => importInto(page, site.url, csv)))
  } finally {
    await site.close()
  }
  note('floor: TextDecoder and one scan of the bytes of the export', median(measured.map(({ floor }) => floor)), 'ms')
  note('importing, from the button to the report, storing included', median(measured.map(({ time }) => time)), 'ms')
  note('importing / floor', median(measured.map(({ time, floor }) => time / floor)), '×')
  note('longest main-thread task while importing, CPU time', median(measured.map(({ tasks }) => tasks.load)), 'ms', 50)
}

async function importInto(page, url, csv) {
  await page.goto(`${url}?lang=en`)
  await page.waitForSelector('main[data-state="ready"]')
  const floor = await page.evaluate(async (text) => {
    const bytes = Uint8Array.from(atob(text), (c) => c.charCodeAt(0))
    const begun = performance.now()
    const length = new TextDecoder().decode(bytes).length
    let separators = 0
    for (let at = 0; at < bytes.length; at += 1) if (bytes[at] === 44 || bytes[at] === 10) separators += 1
    return length > 0 && separators > 0 ? performance.now() - begun : Number.NaN
  }, csv.toString('base64'))
  await page.getByRole('button', { name: 'Import' }).click()
  await page.locator('input[type="file"]').first().setInputFiles({ name: 'export.csv', mimeType: 'text/csv', buffer: csv })
  const go = page.getByRole('button', { name: 'Import 1 table' })
  await go.waitFor()
  return traced(page, async () => {
    await page.evaluate(() => performance.mark('load-begins'))
    const begun = performance.now()
    await go.click()
    await page.getByRole('button', { name: 'Open the package' }).waitFor({ timeout: 120_000 })
    const time = performance.now() - begun
    await page.evaluate(() => performance.mark('load-ends'))
    return { floor, time }
  })
}

/** Chooses one of two years in turn, each until the page's first picture is drawn; gives the times. Runs in the page. */
async function chooseYears([one, other]) {
  const years = [...document.querySelectorAll('aside select')].find((each) => ['', one].every((year) => [...each.options].some(({ value }) => value === year)))
  const card = document.querySelector('[data-chart="outcomes"]')
  const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
  const taken = []
  for (let turn = 0; turn < 12; turn += 1) {
    const year = turn % 2 === 0 ? other : one
    const begun = performance.now()
    performance.mark('filter-begins')
    years.value = year
    years.dispatchEvent(new Event('change', { bubbles: true }))
    while (!card.querySelector('h2').textContent.includes(year) || !card.querySelector('[data-drawn="true"]')) await frame()
    taken.push(performance.now() - begun)
    await new Promise((resolve) => setTimeout(resolve, 1000))
    performance.mark('filter-ends')
  }
  return { taken }
}

/** A choice of the reader on the page of requests, until the first picture is drawn, and what it does to the main thread until all are. */
async function benchFilter(folder) {
  const files = await syntheticFiles(folder, 'synthetic', 5_000)
  const site = await serve({ dir: await appIn(folder), override: async (path) => (files.has(path) ? { body: files.get(path) } : undefined) })
  const bundled = await serve({ dir: await appIn(folder) })
  try {
    for (const [id, agencies, years, { url }] of [['us-foia', 124, ['2019', '2018'], bundled], ['scotland', 510, ['2019', '2018'], bundled], ['synthetic', 5_000, ['2023', '2024'], site]]) {
      const { taken, tasks } = await inBrowser(async (page) => {
        await page.setViewportSize({ width: 1440, height: 900 })
        // Without the movement from one picture to the next, which is time for the eye.
        await page.emulateMedia({ reducedMotion: 'reduce' })
        await page.goto(`${url}?package=${id}&view=requests`)
        await page.waitForSelector('main[data-state="ready"]')
        await page.locator('[data-chart="outcomes"] [data-drawn="true"]').waitFor({ state: 'attached' })
        await page.waitForTimeout(5_000)
        return traced(page, () => page.evaluate(chooseYears, years))
      })
      note(`filter → drawn, ${agencies} agencies, median of 12`, median(taken), 'ms', 100)
      note(`filter, ${agencies} agencies, longest main-thread task of 12, CPU time`, tasks.filter, 'ms', 50)
    }
  } finally {
    await Promise.all([site.close(), bundled.close()])
  }
}

let app
/** The built app, built once. */
const appIn = (folder) => (app ??= build({ root: ROOT, logLevel: 'error', build: { outDir: join(folder, 'app'), emptyOutDir: true } }).then(() => join(folder, 'app')))

const folder = await mkdtemp(join(tmpdir(), 'atlas-bench-'))
try {
  const parts = { load: benchLoad, first: benchFirst, import: benchImport, filter: benchFilter, workbench: (within) => benchWorkbench(within, { inBrowser, traced, note, median, appIn }) }
  for (const [name, part] of Object.entries(parts)) if (asked === undefined || asked === name) await part(folder)
  console.table(Object.fromEntries(rows.map(({ what, ...rest }) => [what, rest])))
} finally {
  await rm(folder, { recursive: true, force: true })
}
process.exitCode = rows.some(({ met }) => met === 'NO') ? 1 : 0
