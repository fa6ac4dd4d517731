// Runs the command line from its TypeScript source, the same rooms as the browser's; started as a thread of it, reads documents for it.
import { fileURLToPath } from 'node:url'
import { isMainThread, parentPort, Worker } from 'node:worker_threads'
import { createServer } from 'vite'

const root = fileURLToPath(new URL('..', import.meta.url))
// Stays until the command has ended: what is needed later (archives, workbooks) is imported later.
const server = await createServer({
  root,
  configFile: false,
  logLevel: 'error',
  appType: 'custom',
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  optimizeDeps: { noDiscovery: true, include: [] },
  resolve: { alias: { '@': `${root}src` } },
})
async function main() {
  // Who reads the output may stop early: the write that fails says so.
  process.stdout.on('error', () => undefined)
  const write = (stream) => (data) => new Promise((resolve, reject) => stream.write(data, (error) => (error ? reject(error) : resolve())))
  try {
    const { run } = await server.ssrLoadModule('/src/cli/index.ts')
    process.exitCode = await run(process.argv.slice(2), { stdout: write(process.stdout), stderr: write(process.stderr) }, () => new Worker(new URL(import.meta.url)))
  } finally {
    await server.close()
  }
}

if (isMainThread) await main()
else (await server.ssrLoadModule('/src/cli/helper.ts')).serve(parentPort)
