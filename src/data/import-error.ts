/** Why an import, or something kept of one, could not be had; each has a message and a remedy in every locale (`import.error.<kind>`). */
export const IMPORT_ERRORS = ['storage-refused', 'storage-full', 'gone', 'nothing', 'unreadable', 'worker', 'cancelled'] as const
export type ImportErrorKind = (typeof IMPORT_ERRORS)[number]

/** Nothing was imported or changed. `file` is the file or package it is about. */
export class ImportError extends Error {
  override readonly name = 'ImportError'

  constructor(
    readonly kind: ImportErrorKind,
    readonly file: string,
    detail = '',
  ) {
    super(detail === '' ? `${kind}: ${file}` : `${kind}: ${file} (${detail})`)
  }
}
