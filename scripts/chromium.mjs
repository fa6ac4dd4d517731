// Where the end-to-end tests find their browser; on Debian as root it is installed when there is none.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium']
const MISSING = 'No Chromium found: install it (Debian: apt-get install chromium) or set CHROMIUM to its path, then run the tests again.'

/** The path of a Chromium that exists; undefined when there is none. */
export const findChromium = () => (process.env.CHROMIUM ? [process.env.CHROMIUM] : PLACES).find((path) => existsSync(path))

/** Waits for another apt that holds the lock; gives up on a mirror that hangs. */
const apt = (...words) => spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=180', '-o', 'Acquire::Retries=3', '-o', 'Acquire::http::Timeout=60', ...words], { timeout: 600_000, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, encoding: 'utf8', maxBuffer: 1 << 26 })

/** Finds Chromium or installs Debian's (root on Debian); throws with one line that says what to install. */
export function ensureChromium() {
  const found = findChromium()
  if (found) return found
  if (process.env.CHROMIUM) throw new Error(`CHROMIUM names ${process.env.CHROMIUM}, which does not exist.`)
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) throw new Error(MISSING)
  let last = ''
  for (let attempt = 1; attempt <= 3; attempt += 1) {
    const updated = apt('update', '-q')
    const installed = apt('install', '-y', '-q', '--no-install-recommends', 'chromium', 'fonts-noto-cjk')
    const path = findChromium()
    if (installed.status === 0 && path) return path
    last = [updated, installed].map(({ stdout, stderr, error }) => `${stdout ?? ''}${stderr ?? ''}${error?.message ?? ''}`).join('\n').trim().split('\n').slice(-12).join('\n')
    spawnSync('sleep', [String(attempt * 5)])
  }
  throw new Error(`${MISSING}\napt-get said:\n${last}`)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    console.log(ensureChromium())
  } catch (error) {
    console.error(error.message)
    process.exit(1)
  }
}
