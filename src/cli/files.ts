import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Source } from '@/data/load'
import type { Streams } from './streams'

/** Tables of characters for PDF fonts that are not embedded. */
export const C_MAPS = fileURLToPath(new URL('../../node_modules/pdfjs-dist/cmaps/', import.meta.url))

/** A package in a folder. */
export const folderSource = (folder: string): Source => ({
  read: (path) =>
    readFile(join(folder, path)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null
      throw error
    }),
})

/** A file that was asked for; without bytes where it is not there, or cannot be opened. */
export interface FoundFile {
  readonly name: string
  readonly path: string
  readonly bytes: Uint8Array | null
}

const opened = async (name: string, path: string): Promise<FoundFile> => ({ name, path, bytes: await readFile(path).then((bytes) => new Uint8Array(bytes), () => null) })

async function filesAt(path: string): Promise<FoundFile[]> {
  const found = await stat(path).catch(() => null)
  if (found === null) return [{ name: path, path, bytes: null }]
  if (!found.isDirectory()) return [await opened(basename(path), path)]
  const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch(() => null)
  if (entries === null) return [{ name: path, path, bytes: null }]
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)).sort()
  return Promise.all(files.map((file) => opened(`${basename(path)}${file.slice(path.replace(/\/+$/, '').length)}`, file)))
}

/** The files at paths in their order: the path itself, or all in a folder, named by the path inside it, or by the whole path where another has that name. What is not there, cannot be opened or is empty is told. */
export async function filesAtAll(paths: readonly string[], { stderr }: Streams): Promise<FoundFile[]> {
  const found = await Promise.all(paths.map(filesAt))
  const seen = new Set<string>()
  const repeated = new Set(found.flat().map(({ name }) => name).filter((name) => seen.size === seen.add(name).size))
  for (const path of paths.filter((_, at) => found[at]!.length === 0)) await stderr(`there are no files in ${path}\n`)
  for (const { name } of found.flat().filter(({ bytes }) => bytes === null)) await stderr(`${name} is not there, or cannot be opened\n`)
  return found.flat().map((file) => (repeated.has(file.name) ? { ...file, name: file.path } : file))
}

/** Writes the package; files of an earlier one in the same folder go. */
export async function writePackage(out: string, files: ReadonlyMap<string, Uint8Array>): Promise<void> {
  await mkdir(out, { recursive: true })
  const before = (await readdir(out)).filter((name) => name.endsWith('.csv') || name === 'import.json' || name === 'datapackage.json')
  await Promise.all(before.filter((name) => !files.has(name)).map((name) => rm(join(out, name))))
  for (const [path, bytes] of files) {
    await mkdir(dirname(join(out, path)), { recursive: true })
    await writeFile(join(out, path), bytes)
  }
}
