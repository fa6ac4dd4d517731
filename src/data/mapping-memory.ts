import type { Mapping } from './import/mapping'

const KEY = 'disclosure-atlas.mappings'
/** So many sets of headings are remembered, the last used first. */
const MOST = 60

const plain = (heading: string): string => heading.normalize('NFKC').toLowerCase().replace(/[\s"'“”‘’]+/g, '')

/** The same headings, however they are spaced, quoted or cased, have the same key; '' where there are none. */
export const headingsKey = (headings: readonly string[]): string => headings.map(plain).join('|')

type Memory = readonly (readonly [key: string, mapping: Mapping])[]

const isMapping = (value: unknown): value is Mapping => {
  const mapping = value as Mapping | null
  return typeof mapping === 'object' && mapping !== null && typeof mapping.format === 'string' && typeof mapping.columns === 'object' && mapping.columns !== null
}

function memory(): Memory {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(found) ? found.filter((entry): entry is [string, Mapping] => Array.isArray(entry) && typeof entry[0] === 'string' && isMapping(entry[1])) : []
  } catch {
    return []
  }
}

function keep(entries: Memory): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(entries.slice(0, MOST)))
  } catch {
    // Private windows refuse: the mapping then holds for this visit's files.
  }
}

/** Remembers how a file with these headings is read. */
export function rememberMapping(headings: readonly string[], mapping: Mapping): void {
  const key = headingsKey(headings)
  if (key.replaceAll('|', '') !== '') keep([[key, mapping], ...memory().filter(([known]) => known !== key)])
}

/** How a file with these headings was read last time; undefined when there was none. */
export function recallMapping(headings: readonly string[]): Mapping | undefined {
  const key = headingsKey(headings)
  return memory().find(([known]) => known === key)?.[1]
}

/** A mapping as a file, the one `--map` takes. */
export const mappingText = (mapping: Mapping): string => `${JSON.stringify(mapping, null, 2)}\n`

/** Reads a mapping file; undefined for text that is none. */
export function readMapping(text: string): Mapping | undefined {
  try {
    const found: unknown = JSON.parse(text)
    return isMapping(found) ? { ...found, year: typeof found.year === 'number' ? found.year : null } : undefined
  } catch {
    return undefined
  }
}
