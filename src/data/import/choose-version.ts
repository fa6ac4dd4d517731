import type { FigureId } from '@/domain/figure'
import { Filings, type FiledVersion } from './filings'
import { takePackage } from './from-package'
import { packageFiles } from './write-package'
import { readDescriptor, DESCRIPTOR } from '../descriptor'
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
  const descriptor = readDescriptor(text(DESCRIPTOR))
  const account = { problems: [], ...(files.has('import.json') ? (JSON.parse(text('import.json')) as Omit<Account, 'problems'>) : {}) } as unknown as Account
  const written = packageFiles(filings, account, { title: descriptor?.title ?? '', version: descriptor?.version ?? '', created: descriptor?.created ?? '', sources: descriptor?.sources ?? [], ...(descriptor && descriptor.licences.length > 0 ? { licenses: descriptor.licences } : {}) })
  for (const [path, bytes] of files) if (!written.has(path) && !path.endsWith('versions.csv')) written.set(path, bytes)
  return written
}

function swap(filings: Filings, version: FiledVersion): void {
  const before = new Map<FigureId, string>([...version.cells.keys()].map((figure) => [figure, filings.text(figure, version.row)]))
  for (const [figure, text] of version.cells) {
    const column = filings.column(figure)
    column.cells[version.row] = undefined
    filings.put(column, version.row, text, 0, 0)
  }
  filings.versions.delete(`${version.row} ${version.origin}`)
  const other = filings.version(version.row, version.against, version.origin)
  for (const [figure, text] of before) other.cells.set(figure, text)
}
