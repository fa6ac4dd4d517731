// Everything that must hold, in the order of what fails first: browser, types and lint together, unit and component tests, build, end to end.
import { spawn } from 'node:child_process'
import { ensureChromium } from './chromium.mjs'

const started = Date.now()
const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(0)} s`

/** Runs a command; its output is shown when it fails, or at once when `show`. Rejects with its name on failure. */
function run(name, command, { show = false, env = {} } = {}) {
  const since = Date.now()
  return new Promise((resolve, reject) => {
    const child = spawn('npx', ['--no-install', ...command], { env: { ...process.env, NO_COLOR: '1', ...env }, stdio: show ? 'inherit' : 'pipe' })
    let output = ''
    child.stdout?.on('data', (data) => (output += data))
    child.stderr?.on('data', (data) => (output += data))
    child.on('error', reject)
    child.on('close', (code) => {
      console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${name} (${seconds(since)})`)
      if (code === 0) return resolve()
      if (!show) console.log(output)
      reject(new Error(`${name} failed`))
    })
  })
}

const REPORTER = ['--reporter=default', '--silent=passed-only']
const parts = {
  types: () => run('types', ['vue-tsc', '--noEmit']),
  lint: () => run('lint, with the import table', ['eslint', '.', '--max-warnings', '0']),
  unit: () => run('unit and component tests', ['vitest', 'run', '--project', 'node', '--project', 'dom', '--reporter=dot'], { show: true }),
  build: () => run('build', ['vite', 'build', '--logLevel', 'warn']),
  e2e: async () => {
    const since = Date.now()
    const chromium = ensureChromium()
    console.log(`ok   Chromium: ${chromium} (${seconds(since)})`)
    await run('end to end in Chromium', ['vitest', 'run', '--project', 'e2e', ...REPORTER], { show: true, env: { CHROMIUM: chromium } })
  },
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
    await Promise.all([parts.types(), parts.lint()])
    await parts.unit()
    await parts.build()
    await parts.e2e()
  }
  console.log(`All passed in ${seconds(started)}.`)
} catch (error) {
  console.error(`${error.message} after ${seconds(started)}.`)
  process.exit(1)
}
