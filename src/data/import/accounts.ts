import type { Problem } from '@/domain/problem'
import type { FileAccount } from './account'
import type { Filings } from './filings'
import { Problems } from './problems'

/** The accounts of the files of an import with what was told of them: a file that is listed already and brought nothing is not listed twice. */
export class Accounts {
  files: FileAccount[] = []
  readonly problems = new Problems()

  constructor(private readonly filings: Filings) {}

  /** Takes what `take` gives an account of. Where that brought nothing and all of it is listed, neither account nor what was told is kept. */
  async add(take: () => FileAccount[] | Promise<FileAccount[]>): Promise<void> {
    const [extent, told, untold] = [this.filings.extent, this.problems.all.length, this.problems.untold]
    const accounts = await take()
    if (this.filings.extent > extent || !accounts.every((account) => this.isListed(account))) return void this.files.push(...accounts)
    this.problems.all.length = told
    this.problems.untold = untold
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
