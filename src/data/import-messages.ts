import type { Label } from '@/domain/label'
import type { Scope } from '@/domain/scope'
import type { Problem } from '@/domain/problem'
import type { Account, ImportProgress, Look } from './import/account'
import type { ReportName } from './import/change-package'
import type { ColumnRole, FileChoices } from './import/mapping'
import type { SourceTable } from './import/source-table'
import type { AskedReport, StandingReport } from './import/standing-reports'
import type { ImportErrorKind } from './import-error'
import type { OwnPackage } from './own'

/** A file as the reader picked it; its bytes are read in the worker. `key` tells files of the same name apart. */
export interface PickedFile {
  readonly key: string
  /** With its folders, where a folder was picked. */
  readonly name: string
  readonly file: Blob
}

/** What a column may be, under a heading. */
export interface RoleGroup {
  readonly group: Label
  readonly roles: readonly { readonly role: ColumnRole; readonly label: Label }[]
}

/** A table as it was recognised, with what each of its columns may be, best first. */
export interface TableLook extends Look {
  readonly suggestions: Readonly<Record<string, readonly ColumnRole[]>>
  /** Lines of the file; 0 where they are not known before reading (members of archives, sheets). */
  readonly lines: number
}

/** What the files were taken for; `roles` is everything a column may be, by format. */
export interface Looks {
  readonly tables: readonly TableLook[]
  readonly roles: Readonly<Record<string, readonly RoleGroup[]>>
}

export type Choices = Readonly<Record<string, FileChoices>>

/** What an import makes: a package of its own, or more of one that is kept here. */
export interface ImportTarget {
  readonly title: string
  /** The reader gave the title; a data package by itself keeps its own otherwise. */
  readonly named: boolean
  /** The package the files are added to; null for a new one. */
  readonly into: string | null
}

/** What came of an import. `entry` is null where the browser would not keep it: `zip` then holds the package. */
export interface ImportOutcome {
  readonly entry: OwnPackage | null
  readonly account: Account
  readonly refused: ImportErrorKind | null
  readonly zip: Uint8Array<ArrayBuffer> | null
}

/** What a file that the worker has been handed is called now. */
export type NamedFile = Pick<PickedFile, 'key' | 'name'>

/** What the worker is asked. Files are handed to it once, ahead of the first order that names them; that is not answered. */
export type ImportOrder =
  | { readonly kind: 'file'; readonly key: string; readonly file: Blob }
  | { readonly kind: 'look'; readonly files: readonly NamedFile[]; readonly choices: Choices }
  | { readonly kind: 'import'; readonly files: readonly NamedFile[]; readonly choices: Choices; readonly target: ImportTarget }
  | { readonly kind: 'account'; readonly id: string }
  | { readonly kind: 'zip'; readonly id: string }
  | { readonly kind: 'source'; readonly files: readonly NamedFile[]; readonly name: string; readonly place: string }
  | { readonly kind: 'standing'; readonly id: string; readonly reports: readonly AskedReport[] }
  | { readonly kind: 'version'; readonly id: string; readonly agency: string; readonly year: number; readonly origin: string }
  | { readonly kind: 'scopes'; readonly id: string; readonly scope: Scope; readonly of: readonly ReportName[] | null }
  | { readonly kind: 'edit'; readonly id: string; readonly agency: string; readonly year: number; readonly edits: NonNullable<FileChoices['edits']> }
  | { readonly kind: 'identify'; readonly id: string; readonly agency: string; readonly year: number; readonly name: string; readonly inYear: number }
  | { readonly kind: 'take-out'; readonly id: string; readonly agency: string; readonly year: number }

/** What the worker says. Problems come in parts before the answer they belong to. */
export type ImportAnswer =
  | { readonly kind: 'alive' }
  | { readonly kind: 'progress'; readonly progress: ImportProgress }
  | { readonly kind: 'table'; readonly table: TableLook }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] }
  | { readonly kind: 'looked'; readonly roles: Looks['roles'] }
  | { readonly kind: 'imported'; readonly outcome: ImportOutcome }
  | { readonly kind: 'account'; readonly account: Account }
  | { readonly kind: 'zip'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'source'; readonly table: SourceTable | null }
  | { readonly kind: 'standing'; readonly reports: readonly StandingReport[] }
  | { readonly kind: 'done' }
  | { readonly kind: 'identified'; readonly report: ReportName | null }
  | { readonly kind: 'scoped'; readonly reports: readonly ReportName[] }
  | { readonly kind: 'failed'; readonly error: ImportErrorKind; readonly file: string; readonly detail: string }
