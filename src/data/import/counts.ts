import type { Account } from './account'
import type { Filings } from './filings'

const COUNTED = ['agencies', 'reports', 'figures', 'versions', 'doubtful', 'headsDoubtful', 'regionsUnsaid'] as const satisfies (keyof Account)[]
export type Counts = Pick<Account, (typeof COUNTED)[number]>

const isCounted = (key: string): boolean => (COUNTED as readonly string[]).includes(key)

/** The file of a package that holds the account of its import. */
export const ACCOUNT_FILE = 'import.json'

/** What a package holds, as its account counts it. */
export function countsOf(filings: Filings): Counts {
  const unsaid = new Set(filings.scopesUnsaid().map(({ agency }) => agency)).size
  return {
    agencies: filings.standingAgencies().length,
    reports: filings.rows().length,
    figures: filings.countNumbers(),
    versions: new Set([...filings.versions.values()].map(({ row }) => row)).size,
    ...filings.doubtful(),
    ...(unsaid > 0 && { regionsUnsaid: unsaid }),
  }
}

/** What the account among a package's files counts; null where it has none. */
export function countsIn(files: ReadonlyMap<string, Uint8Array>): Counts | null {
  const bytes = files.get(ACCOUNT_FILE)
  return bytes ? (Object.fromEntries(Object.entries(JSON.parse(new TextDecoder().decode(bytes)) as object).filter(([key]) => isCounted(key))) as unknown as Counts) : null
}

/** An account whose package holds something else now; its parts in the order of a new one's. */
export function recounted<T extends Partial<Account>>({ files, ...account }: T, counts: Counts): T & Counts {
  const others = Object.entries(account).filter(([key]) => !isCounted(key))
  return { ...(files && { files }), ...counts, ...Object.fromEntries(others) } as T & Counts
}
