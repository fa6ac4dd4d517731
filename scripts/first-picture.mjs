// A build step: draws the first chart of the plain link, so that it stands before the data and the drawing engine have come.
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

const root = fileURLToPath(new URL('..', import.meta.url))
const NAME = 'virtual:first-picture'

/** Vite plugin: files `first/<language>-<theme>-<width>.svg`, and the module `virtual:first-picture` that says what they show (null while developing). */
export function firstPicture() {
  let drawn
  const draw = () => (drawn ??= runnerImport(`${root}scripts/first-picture.entry.ts`, { root, configFile: false, logLevel: 'silent', resolve: { alias: { '@': `${root}src` } } }).then(({ module }) => module))
  let building = false
  return {
    name: 'first-picture',
    configResolved: (config) => void (building = config.command === 'build'),
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    load: async (id) => (id === `\0${NAME}` ? `export default ${JSON.stringify(building ? (await draw()).first : null)}` : undefined),
    async generateBundle() {
      for (const [name, source] of Object.entries((await draw()).files)) this.emitFile({ type: 'asset', fileName: `first/${name}`, source })
    },
  }
}
