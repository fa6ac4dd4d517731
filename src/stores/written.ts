import type { FileChoices, TableLook } from '@/data/imports'

/** Whether the reader wrote something of a file that no browser remembers: cells of a document, whose report of which year it is, whose work it counts. How tables are read is kept by their headings. */
export function isWritten({ edits = {}, scope = '', instead = false, mapping }: FileChoices, table: TableLook | undefined): boolean {
  const isTyped = Boolean(table?.read) && mapping !== undefined && (Boolean(mapping.agency) || mapping.year !== null)
  return Object.keys(edits).length > 0 || scope !== '' || instead || isTyped
}
