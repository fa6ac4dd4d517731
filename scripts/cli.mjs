// Runs the command line from its TypeScript source, the same rooms as the browser's.
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

const root = fileURLToPath(new URL('..', import.meta.url))
const { module } = await runnerImport(`${root}src/cli.ts`, {
  root,
  configFile: false,
  logLevel: 'silent',
  resolve: { alias: { '@': `${root}src` } },
})
const write = (stream) => (data) => new Promise((resolve, reject) => stream.write(data, (error) => (error ? reject(error) : resolve())))
process.exitCode = await module.run(process.argv.slice(2), { stdout: write(process.stdout), stderr: write(process.stderr) })
