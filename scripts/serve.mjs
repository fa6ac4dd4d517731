// A small static server: what the README's start command and the end-to-end tests serve the build with.
import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join, normalize, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'
import { CONTENT_SECURITY_POLICY } from './csp.mjs'

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.txt': 'text/plain; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.zip': 'application/zip',
  '.md': 'text/markdown; charset=utf-8',
}
const TEXT = new Set(['.html', '.js', '.css', '.json', '.csv', '.svg', '.md', '.mjs', '.txt', '.webmanifest'])

/** The path of a request; undefined when it is malformed. */
function decoded(url) {
  try {
    return decodeURIComponent(new URL(url, 'http://localhost').pathname)
  } catch {
    return undefined
  }
}

/**
 * Serves a folder under a base path with the strict policy as a header.
 * `override(path)` may answer a file of its own: {status?, body} (tests of broken packages). Resolves when listening.
 */
export async function serve({ dir, base: asked = '/', port = 0, override = async () => undefined }) {
  const base = `/${asked}/`.replace(/\/+/g, '/')
  const compressed = new Map()
  const server = createServer(async (request, response) => {
    const headers = { 'Content-Security-Policy': CONTENT_SECURITY_POLICY, 'X-Content-Type-Options': 'nosniff', 'Cache-Control': 'no-cache', 'Referrer-Policy': 'no-referrer' }
    const answer = (status, body, type = 'text/plain; charset=utf-8', more = {}) => response.writeHead(status, { ...headers, 'Content-Type': type, ...more }).end(body)
    try {
      const path = decoded(request.url ?? '/')
      if (path === undefined) return answer(400, 'Bad request')
      if (path === base.slice(0, -1)) return answer(308, '', undefined, { Location: base })
      if (!path.startsWith(base)) return answer(404, 'Not found')
      const inside = normalize(path.slice(base.length) || 'index.html')
      if (inside.startsWith('..') || inside.startsWith(sep)) return answer(404, 'Not found')
      const type = TYPES[extname(inside)] ?? 'application/octet-stream'
      const own = await override(inside)
      if (own) return answer(own.status ?? 200, own.body, type)
      const file = join(dir, inside)
      const found = await stat(file).catch(() => undefined)
      if (!found?.isFile()) return answer(404, 'Not found')
      if (TEXT.has(extname(inside)) && (request.headers['accept-encoding'] ?? '').includes('gzip')) {
        const key = `${file}:${found.mtimeMs}`
        if (!compressed.has(key)) compressed.set(key, gzipSync(await readFile(file)))
        return answer(200, compressed.get(key), type, { 'Content-Encoding': 'gzip', 'Content-Length': compressed.get(key).length })
      }
      response.writeHead(200, { ...headers, 'Content-Type': type, 'Content-Length': found.size })
      return createReadStream(file).pipe(response)
    } catch (error) {
      return answer(500, String(error))
    }
  })
  await new Promise((resolve, reject) => server.once('error', reject).listen(port, resolve))
  return { url: `http://localhost:${server.address().port}${base}`, close: () => new Promise((resolve) => (server.closeAllConnections(), server.close(resolve))) }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { values } = parseArgs({ options: { port: { type: 'string', default: '4173' }, base: { type: 'string', default: '/' }, dir: { type: 'string', default: 'dist' } } })
  const free = (error) => (error.code === 'EADDRINUSE' ? serve({ ...values, port: 0 }) : Promise.reject(error))
  const { url } = await serve({ ...values, port: Number(values.port) }).catch(free)
  console.log(`\n  Disclosure Atlas: ${url}\n  Ctrl+C stops it.\n`)
}
