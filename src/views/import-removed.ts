import type { TableLook, LeftImport } from '@/data/imports'
import type { Words } from '@/i18n'
import { isWithin } from '@/stores/listed'
import type { Removal } from '@/stores/removals'
import type { Choices } from './import-review'

const isTaken = ({ names }: Removal, table: string): boolean => names.some((name) => isWithin(table, name))

const editsIn = (tables: readonly TableLook[], choices: Choices): number => tables.reduce((sum, { name }) => sum + Object.keys(choices[name]?.edits ?? {}).length, 0)

/** What was removed, with how much of the reader's work; `all`: every table that was found, removed or not; `others`: others are listed meanwhile. */
export function removedText(words: Words, removal: Removal, all: readonly TableLook[], choices: Choices, others = false): string {
  const tables = all.filter(({ name }) => isTaken(removal, name))
  const edits = editsIn(tables, choices)
  const [name = ''] = removal.names
  const what = removal.all ? words.t('import.removed-all', { n: tables.length }) : tables.length > 1 && tables.every(({ read }) => read !== null) ? words.t('import.removed-file', { name, n: tables.length }) : words.t('import.removed', { name })
  const told = edits > 0 ? `${what}${words.t('import.removed-edits', { n: edits })}` : what
  return removal.all && others ? `${told}${words.t('import.removed-instead')}` : told
}

/** What an earlier visit left without importing it, with how much of the reader's work. */
export function leftText(words: Words, { files, choices, since }: LeftImport): string {
  const edits = Object.values(choices).reduce((sum, said) => sum + Object.keys(said.edits ?? {}).length, 0)
  const when = new Intl.DateTimeFormat(words.language, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(since))
  return words.t('import.left', { n: files.length, when, edits: edits > 0 ? words.t('import.removed-edits', { n: edits }) : '' })
}

/** How many reports the file of each table holds, by the names of the tables; only files with several. */
export function together(files: readonly { readonly name: string }[], tables: readonly TableLook[]): ReadonlyMap<string, { readonly file: string; readonly n: number }> {
  const names = new Set(files.map(({ name }) => name))
  const fileOf = (table: string): string | undefined => table.split('/').map((_, at, parts) => parts.slice(0, at + 1).join('/')).find((name) => names.has(name))
  const counts = new Map<string, string[]>()
  for (const { name } of tables) {
    const file = fileOf(name)
    if (file !== undefined && file !== name) counts.set(file, [...(counts.get(file) ?? []), name])
  }
  return new Map([...counts].filter(([, inside]) => inside.length > 1).flatMap(([file, inside]) => inside.map((name) => [name, { file, n: inside.length }] as const)))
}
