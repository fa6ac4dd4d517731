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
  /** ISO time when the reader removed it: it can be put back for a while. */
  readonly removed?: string | undefined
  /** What was added last was taken out of it again. */
  readonly undone?: boolean
  /** It can be exchanged with what it was before files were added to it, or after, where that was undone. The list finds it out. */
  readonly other?: 'before' | 'after' | undefined
}

/** Behind the id of a package: its other state. No link names it. */
const FORMER = '~former'

/** The id under which the other state of a package is kept. */
export const formerOf = (id: string): string => `${id}${FORMER}`

/** Whether a kept entry is a package by itself, as the reader knows them: none that was removed, and no other state of one. */
export const isListed = ({ id, removed }: Pick<OwnPackage, 'id' | 'removed'>): boolean => !isFormer(id) && removed === undefined

export const isFormer = (id: string): boolean => id.endsWith(FORMER)

const PREFIX = 'own-'

/** Whether an id is of a package kept in a browser, this one or another. */
export const isOwn = (id: string): boolean => id.startsWith(PREFIX)

/** The id of a package made at a time. */
export const ownId = (time: number): string => `${PREFIX}${time.toString(36)}`
