import type { Imported, ImportFile } from '@/data/import/account'
import { importFiles, type Choices, type ImportOptions } from '@/data/import/import'
import { loadPackage } from '@/data/load'
import type { FigureId } from '@/domain/figure'
import { Table } from '@/domain/table'

export const file = (name: string, content: string | Uint8Array, encoding: BufferEncoding = 'utf8'): ImportFile => ({ name, bytes: typeof content === 'string' ? new Uint8Array(Buffer.from(content, encoding)) : content })

export const tableOfFiles = async (files: ReadonlyMap<string, Uint8Array>): Promise<Table> => new Table(await loadPackage({ read: async (path) => files.get(path) ?? null }))

/** Imports files and opens the package made of them. */
export async function given(files: readonly ImportFile[], choices: Choices = {}, options: ImportOptions = {}): Promise<Imported & { table: Table; cell: (agency: string, year: number, figure: string) => number | string | undefined; told: (kind: string) => (string | number | undefined)[][] }> {
  const imported = await importFiles(files, choices, options)
  const table = await tableOfFiles(imported.files)
  return {
    ...imported,
    table,
    cell: (agency, year, figure) => {
      const cell = table.cell(figure as FigureId, table.rowOf(table.indexOf(agency), year))
      return 'value' in cell ? cell.value : cell.missing
    },
    told: (kind) => imported.account.problems.filter((problem) => problem.kind === kind).map(({ line, column, text }) => [line, column, text]),
  }
}
