import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ImportFile } from '@/data/import/account'
import type { Source } from '@/data/load'

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

/** The files at a path: itself, or all in a folder, named by the path inside it; null when there is nothing. */
export async function filesAt(path: string): Promise<ImportFile[] | null> {
  const found = await stat(path).catch(() => null)
  if (found === null) return null
  if (!found.isDirectory()) return [{ name: basename(path), bytes: new Uint8Array(await readFile(path)) }]
  const entries = await readdir(path, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)).sort()
  return Promise.all(files.map(async (file) => ({ name: `${basename(path)}${file.slice(path.replace(/\/+$/, '').length)}`, bytes: new Uint8Array(await readFile(file)) })))
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
