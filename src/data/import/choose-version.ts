import { Filings, type FiledVersion } from './filings'
import { takePackage } from './from-package'
import { packageFiles, type Description } from './write-package'
import { DESCRIPTOR } from '../descriptor'
import type { Account } from './account'

/**
 * Puts a version in the place of the cells that the table shows; those become the version. Gives the new files of the package; the
 * account, its problems and other files stay as they are. Files without such a version come back unchanged.
 */
export async function chooseVersion(files: ReadonlyMap<string, Uint8Array>, agency: string, year: number, origin: string): Promise<Map<string, Uint8Array>> {
  const filings = new Filings()
  await takePackage({ name: 'package', files }, filings, () => undefined)
  const row = filings.reports.findIndex((report) => report.year === year && filings.agencies[report.agency]!.id === agency)
  const version = filings.versions.get(`${row} ${origin}`)
  if (!version) return new Map(files)
  swap(filings, version)
  const text = (path: string): string => new TextDecoder().decode(files.get(path))
  const account = { problems: [], ...(files.has('import.json') ? (JSON.parse(text('import.json')) as Omit<Account, 'problems'>) : {}) } as unknown as Account
  const written = packageFiles(filings, account, JSON.parse(text(DESCRIPTOR)) as Description)
  for (const [path, bytes] of files) if (path === 'import.json' || path === 'problems.csv' || (!written.has(path) && path !== 'versions.csv')) written.set(path, bytes)
  return written
}

/** The version's cells take the place of those that stand; these become versions of the files they came from, and other versions are now against the new ones. */
function swap(filings: Filings, { row, origin, cells }: FiledVersion): void {
  filings.versions.delete(`${row} ${origin}`)
  for (const [figure, { text, against }] of cells) {
    for (const other of filings.versions.values()) {
      const differing = other.row === row ? other.cells.get(figure) : undefined
      if (differing) other.cells.set(figure, { ...differing, against: origin })
    }
    filings.version(row, against).cells.set(figure, { text: filings.text(figure, row), against: origin })
    const column = filings.column(figure)
    column.cells[row] = undefined
    filings.put(column, row, text, 0, 0)
  }
}
