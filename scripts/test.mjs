// Everything that must hold, in the order of what fails first: types and lint together (while Chromium is found or installed),
// unit and component tests, build, end to end. Stops at the first failure.
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const started = Date.now()
const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(0)} s`
const running = new Set()

/** Runs a node program; its output is shown when it fails, or at once when `show`. Gives the output; rejects with its name on failure. */
function run(name, [program, ...words], { show = false, env = {} } = {}) {
  const since = Date.now()
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [`${root}${program}`, ...words], { cwd: root, env: { ...process.env, NO_COLOR: '1', ...env }, stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'] })
    running.add(child)
    let output = ''
    child.stdout?.on('data', (data) => (output += data))
    child.stderr?.on('data', (data) => (output += data))
    child.on('error', reject)
    child.on('close', (code, signal) => {
      running.delete(child)
      console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${name} (${seconds(since)})`)
      if (code === 0) return resolve(output.trim())
      if (!show) console.log(output)
      reject(new Error(`${name} failed${signal ? ` (${signal})` : ''}`))
    })
  })
}

const VITEST = ['node_modules/vitest/vitest.mjs', 'run', '--silent=passed-only']
let browser
/** Found or installed once; in a process of its own, so that apt does not hold up the rest. */
const chromium = () => (browser ??= run('Chromium', ['scripts/chromium.mjs']))

const parts = {
  types: () => run('types', ['node_modules/vue-tsc/bin/vue-tsc.js', '--noEmit']),
  lint: () => run('lint, with the import table', ['node_modules/eslint/bin/eslint.js', '.', '--max-warnings', '0']),
  unit: () => run('unit and component tests', [...VITEST, '--project', '!e2e', '--reporter=dot'], { show: true }),
  build: () => run('build', ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn']),
  e2e: async () => run('end to end in Chromium', [...VITEST, '--project', 'e2e', '--reporter=default'], { show: true, env: { CHROMIUM: await chromium() } }),
}

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !(name in parts))
if (unknown.length > 0) {
  console.error(`Unknown part: ${unknown.join(', ')}. Parts: ${Object.keys(parts).join(', ')}; without one, all.`)
  process.exit(2)
}

try {
  if (asked.length > 0) for (const name of asked) await parts[name]()
  else {
    await Promise.all([chromium(), parts.types(), parts.lint()])
    await parts.unit()
    await parts.build()
    await parts.e2e()
  }
  console.log(`All passed in ${seconds(started)}.`)
} catch (error) {
  for (const child of running) child.kill()
  console.error(`${error.message} after ${seconds(started)}.`)
  process.exit(1)
}
