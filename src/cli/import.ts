import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { importFiles, lookAt, wasRead, type Description } from '@/data/import/import'
import type { FileChoices, Mapping } from '@/data/import/mapping'
import { LoadError } from '@/data/load-error'
import { C_MAPS, filesAtAll, writePackage } from './files'
import type { Streams } from './streams'

export interface ImportArgs {
  readonly paths: readonly string[]
  readonly out: string
  readonly format?: string | undefined
  readonly map?: string | undefined
  readonly describe?: string | undefined
  readonly title?: string | undefined
}

/** Null when the words make no import. */
export function importArgs(words: readonly string[]): ImportArgs | null {
  const option = { type: 'string' } as const
  try {
    const { values, positionals } = parseArgs({ args: [...words], allowPositionals: true, options: { format: option, map: option, out: option, describe: option, title: option } })
    return values.out === undefined || positionals.length === 0 ? null : { ...values, paths: positionals, out: values.out }
  } catch {
    return null
  }
}

const readJson = async <T>(path: string | undefined, none: T): Promise<T> => {
  if (path === undefined) return none
  try {
    return JSON.parse(await readFile(path, 'utf8')) as T
  } catch (error) {
    throw new LoadError('package-missing', path, String(error))
  }
}

/** Writes a data package of files. Gives the exit code: 1 when one could not be read. */
export async function importInto({ paths, out, format, map, describe, title }: ImportArgs, streams: Streams): Promise<number> {
  const found = await filesAtAll(paths, streams)
  const files = found.flatMap(({ name, bytes }) => (bytes === null ? [] : [{ name, bytes }]))
  const mapping = await readJson<Mapping | undefined>(map, undefined)
  const description = await readJson<Description>(describe, { created: new Date().toISOString().slice(0, 10), title: title ?? basename(paths[0]!) })
  const choice: FileChoices = { ...(format === undefined ? {} : { format }), ...(mapping ? { mapping } : {}) }
  const choices = Object.keys(choice).length === 0 ? {} : Object.fromEntries((await lookAt(files, {}, { cMapUrl: C_MAPS })).map(({ name }) => [name, choice]))
  const imported = await importFiles(files, choices, { cMapUrl: C_MAPS, ...description, ...(title === undefined ? {} : { title }) })
  await writePackage(out, imported.files)
  const { problems, problemsUntold, ...account } = imported.account
  await streams.stdout(`${JSON.stringify({ ...account, problems: problems.length + problemsUntold }, null, 1)}\n`)
  return account.files.length > 0 && account.files.every(wasRead) && files.length === found.length ? 0 : 1
}
