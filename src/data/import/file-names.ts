import { numbered } from '../numbered'

/** Stands for a version whose file is not among those being filed. */
const EARLIER = -1

/** The file without the report inside it (`two-years.txt/2023`). */
export const fileOf = (name: string): string => name.replace(/\/(?:19|20)?\d+$/, '')

/** The file without the folders that it was given in; an address stays whole. */
export const withoutFolder = (source: string): string => (/^https?:/.test(source) ? source : source.replace(/^(?:[^/]*\/)+/, ''))

/** What the files that state one report are called: two of one name are told apart by a number. */
export class FileNames {
  private readonly files = new Map<string, number>()
  private readonly firsts = new Map<number, number>()

  /** The name of a file beside the others of a report; the first of a name keeps it. */
  of(row: number, file: number, name: string): string {
    if (!this.firsts.has(row)) this.firsts.set(row, file)
    for (let n = 1; ; n += 1) {
      const tried = n === 1 ? name : numbered(name, n)
      const key = `${row} ${tried}`
      const known = this.files.get(key)
      if (known === undefined) this.files.set(key, file)
      if (known === undefined || known === file) return tried
    }
  }

  /** Whether a file is the first of those that state a report. */
  isFirst(row: number, file: number): boolean {
    return this.firsts.get(row) === file
  }

  /** Gives a file the name that a version of the report had. */
  give(row: number, file: number, name: string): void {
    this.files.set(`${row} ${name}`, file)
  }

  /** Forgets what the files of a report were called. */
  forget(row: number): void {
    this.firsts.delete(row)
    for (const key of this.files.keys()) if (key.startsWith(`${row} `)) this.files.delete(key)
  }

  /** Keeps a name for a version that was filed earlier. */
  reserve(row: number, name: string): void {
    const key = `${row} ${name}`
    if (!this.files.has(key)) this.files.set(key, EARLIER)
  }
}
