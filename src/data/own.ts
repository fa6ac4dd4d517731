/** A package that the reader made from files; it is kept in this browser only. */
export interface OwnPackage {
  /** `own-<time in base 36>`. */
  readonly id: string
  readonly title: string
  /** ISO time. */
  readonly created: string
  /** ISO time of its last change: more files, or cells corrected; absent where nothing was changed. */
  readonly changed?: string
  readonly agencies: number
  readonly reports: number
  readonly figures: number
  /** How many agency-years have more than one version. */
  readonly versions: number
  readonly problems: number
  /** Of all its files. */
  readonly bytes: number
}

const PREFIX = 'own-'

/** Whether an id is of a package kept in a browser, this one or another. */
export const isOwn = (id: string): boolean => id.startsWith(PREFIX)

/** The id of a package made at a time. */
export const ownId = (time: number): string => `${PREFIX}${time.toString(36)}`
