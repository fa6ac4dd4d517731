import type { Problem } from '@/domain/problem'
import type { FileAccount } from './account'
import type { Filings } from './filings'
import { Problems } from './problems'

/** The accounts of the files of an import with what was told of them: a file that is listed already and brought nothing is not listed twice. */
export class Accounts {
  files: FileAccount[] = []
  readonly problems = new Problems()

  constructor(private readonly filings: Filings) {}

  /**
   * Takes what `take` gives an account of. Where that brought nothing and all of it is listed, neither account nor what was told is
   * kept. `again`: a report that stands already, in the same words; it is listed, and what was told of it, and not read in it, is known.
   */
  async add(take: () => FileAccount[] | Promise<FileAccount[]>, again = false): Promise<void> {
    const before = this.before()
    const accounts = await take()
    const fresh = accounts.filter((account) => !this.isListed(account))
    if (before.isMore() || (fresh.length > 0 && !again)) return void this.files.push(...accounts)
    this.files.push(...fresh.map((account) => Object.fromEntries(Object.entries(account).filter(([key]) => key !== 'cellsUnread')) as unknown as FileAccount))
    before.forget()
  }

  /** Takes a package. Of the import that made it nothing is listed or told twice, whatever else the package brings; `own` is listed where it brings something that none of those listed brought. */
  async addPackage(take: () => Promise<{ readonly accounts: readonly FileAccount[]; readonly own: FileAccount }>): Promise<void> {
    const before = this.before()
    const { accounts, own } = await take()
    const fresh = accounts.filter((account) => !this.isListed(account))
    if (fresh.length === 0 && !before.isMore()) return before.forget()
    this.files.push(...(fresh.length > 0 || this.isListed(own) ? fresh : [own]))
    const known = new Set(this.problems.all.slice(0, before.told).map((problem) => JSON.stringify(problem)))
    this.problems.all = this.problems.all.filter((problem, at) => at < before.told || !known.has(JSON.stringify(problem)))
  }

  /** How much there is before something is taken. */
  private before(): { readonly told: number; isMore(): boolean; forget(): void } {
    const [extent, told, untold] = [this.filings.extent, this.problems.all.length, this.problems.untold]
    const forget = (): void => {
      this.problems.all.length = told
      this.problems.untold = untold
    }
    return { told, isMore: () => this.filings.extent > extent, forget }
  }

  private isListed({ file, shape, rowsIn }: FileAccount): boolean {
    return this.files.some((listed) => listed.file === file && listed.shape === shape && listed.rowsIn === rowsIn)
  }

  /** Forgets files and what was told of them. */
  drop(names: ReadonlySet<string>): void {
    if (names.size === 0) return
    const stays = ({ file }: FileAccount | Problem): boolean => !names.has(file)
    this.files = this.files.filter(stays)
    this.problems.all = this.problems.all.filter(stays)
  }
}
