/** Why nothing of a package can be shown; each has a message in every locale (`error.<kind>`). */
export const LOAD_ERRORS = ['package-missing', 'network', 'worker', 'cancelled'] as const
export type LoadErrorKind = (typeof LOAD_ERRORS)[number]

/** Nothing of the package can be shown. `file` is the one that was tried. */
export class LoadError extends Error {
  override readonly name = 'LoadError'

  constructor(
    readonly kind: LoadErrorKind,
    readonly file: string,
    detail = '',
  ) {
    super(detail === '' ? `${kind}: ${file}` : `${kind}: ${file} (${detail})`)
  }
}
