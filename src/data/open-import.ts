import type { Problem } from '@/domain/problem'
import { nextTurn, TURN } from '@/domain/turns'
import type { Scope } from '@/domain/scope'
import type { Account, ImportProgress } from './import/account'
import type { ReportName } from './import/change-package'
import type { FileChoices } from './import/mapping'
import type { SourceTable } from './import/source-table'
import type { AskedReport, StandingReport } from './import/standing-reports'
import { ImportError, type ImportErrorKind } from './import-error'
import type { Choices, ImportAnswer, ImportOrder, ImportOutcome, ImportTarget, Looks, NamedFile, PickedFile, TableLook } from './import-messages'
import type { StartWorker } from './worker-call'

/** A worker that has not said a word for so long is dead. */
const SILENCE = 180_000

const startWorker: StartWorker = () => new Worker(new URL('./import.worker.ts', import.meta.url), { type: 'module' })

/** Where files are looked at and imported, one thing at a time. Everything rejects with an ImportError; after `cancel()` with `cancelled`, and nothing is kept. */
export interface ImportDesk {
  readonly look: (files: readonly PickedFile[], choices: Choices, told?: { readonly progress?: (now: ImportProgress) => void; readonly table?: (table: TableLook) => void }) => Promise<Looks>
  readonly import: (files: readonly PickedFile[], choices: Choices, target: ImportTarget, progress?: (now: ImportProgress) => void) => Promise<ImportOutcome>
  readonly account: (id: string) => Promise<Account>
  readonly zip: (id: string) => Promise<Uint8Array<ArrayBuffer>>
  /** The table of a document that a place is in, as it was read; null where no table was read there. `file`: the one that holds the document. */
  readonly source: (file: PickedFile, name: string, place: string) => Promise<SourceTable | null>
  /** Which of some reports a package has already. */
  readonly standing: (id: string, reports: readonly AskedReport[]) => Promise<readonly StandingReport[]>
  /** Puts another version of a report in the place of the one that stands in a package. */
  readonly choose: (id: string, agency: string, year: number, origin: string) => Promise<void>
  /** Corrects cells of a report of a package by hand. */
  readonly edit: (id: string, agency: string, year: number, edits: NonNullable<FileChoices['edits']>) => Promise<void>
  /** Says whose report of which year one of a package is. Gives what it is called now; null where the package has one of that agency and year. */
  readonly identify: (id: string, report: ReportName, name: string, inYear: number) => Promise<ReportName | null>
  /** Takes a report out of a package; `swapOwn` puts it back. */
  readonly takeOut: (id: string, report: ReportName) => Promise<void>
  /** Says whose figures reports of a package state: of those named, or of all governments' that do not say it (null). Gives the reports. */
  readonly scopes: (id: string, scope: Scope, of: readonly ReportName[] | null) => Promise<readonly ReportName[]>
  /** Ends the worker; the next thing asked starts another. */
  readonly cancel: () => void
}

type Worker_ = ReturnType<StartWorker>

interface Asking {
  readonly hear: (answer: ImportAnswer) => void
  readonly fail: (error: ImportError) => void
}

const namesOf = (files: readonly PickedFile[]): NamedFile[] => files.map(({ key, name }) => ({ key, name }))

/** Opens a desk; its worker starts with the first thing asked, and keeps the files it has read. */
export function openDesk(start: StartWorker = startWorker): ImportDesk {
  let worker: Worker_ | null = null
  let asking: Asking | null = null
  /** Keys of the files that the worker has. */
  let handed = new Set<string>()
  let silence: ReturnType<typeof setTimeout>
  let before: Promise<unknown> = Promise.resolve()

  function end(kind: ImportErrorKind, detail = ''): void {
    clearTimeout(silence)
    worker?.terminate()
    worker = null
    handed = new Set()
    asking?.fail(new ImportError(kind, '', detail))
    asking = null
  }

  function listen(): void {
    clearTimeout(silence)
    if (asking) silence = setTimeout(() => end('worker', 'no answer'), SILENCE)
  }

  function started(): Worker_ {
    const made = start()
    made.addEventListener('error', (event) => made === worker && end('worker', (event as ErrorEvent).message))
    made.addEventListener('messageerror', () => made === worker && end('worker', 'message'))
    made.addEventListener('message', (event) => {
      if (made !== worker) return
      listen()
      asking?.hear((event as MessageEvent<ImportAnswer>).data)
    })
    return made
  }

  /** Hands over what the worker does not have yet, in turns: the browser looks every file up on the disk meanwhile. */
  async function hand(to: Worker_, files: readonly PickedFile[]): Promise<void> {
    let until = 0
    for (const { key, file } of files) {
      if (handed.has(key)) continue
      if (performance.now() >= until) {
        await nextTurn()
        until = performance.now() + TURN
      }
      if (to !== worker) return
      handed.add(key)
      to.postMessage({ kind: 'file', key, file })
    }
  }

  /** Asks when what was asked before is answered. */
  function ask<T>(order: ImportOrder, take: (answer: ImportAnswer) => T | undefined, files: readonly PickedFile[] = []): Promise<T> {
    const turn = before.then(() => answered(order, take, files))
    before = turn.catch(() => undefined)
    return turn
  }

  function answered<T>(order: ImportOrder, take: (answer: ImportAnswer) => T | undefined, files: readonly PickedFile[]): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const settle = (done: () => void): void => {
        asking = null
        clearTimeout(silence)
        done()
      }
      asking = {
        fail: reject,
        hear: (answer) => {
          if (answer.kind === 'failed') return settle(() => reject(new ImportError(answer.error, answer.file, answer.detail)))
          const taken = take(answer)
          if (taken !== undefined) settle(() => resolve(taken))
        },
      }
      const asked = (worker ??= started())
      listen()
      void hand(asked, files).then(() => asked === worker && asked.postMessage(order), reject)
    })
  }

  return {
    look: (files, choices, told) => {
      const tables: TableLook[] = []
      return ask({ kind: 'look', files: namesOf(files), choices }, (answer) => {
        if (answer.kind === 'progress') told?.progress?.(answer.progress)
        if (answer.kind === 'table') {
          tables.push(answer.table)
          told?.table?.(answer.table)
        }
        return answer.kind === 'looked' ? { tables, roles: answer.roles } : undefined
      }, files)
    },
    import: (files, choices, target, progress) => {
      const problems: Problem[] = []
      return ask({ kind: 'import', files: namesOf(files), choices, target }, (answer) => {
        if (answer.kind === 'progress') progress?.(answer.progress)
        if (answer.kind === 'problems') problems.push(...answer.problems)
        return answer.kind === 'imported' ? { ...answer.outcome, account: { ...answer.outcome.account, problems } } : undefined
      }, files)
    },
    account: (id) => {
      const problems: Problem[] = []
      return ask({ kind: 'account', id }, (answer) => {
        if (answer.kind === 'problems') problems.push(...answer.problems)
        return answer.kind === 'account' ? { ...answer.account, problems } : undefined
      })
    },
    zip: (id) => ask({ kind: 'zip', id }, (answer) => (answer.kind === 'zip' ? answer.bytes : undefined)),
    source: (file, name, place) => ask({ kind: 'source', files: namesOf([file]), name, place }, (answer) => (answer.kind === 'source' ? answer.table : undefined), [file]),
    standing: (id, reports) => ask({ kind: 'standing', id, reports }, (answer) => (answer.kind === 'standing' ? answer.reports : undefined)),
    choose: async (id, agency, year, origin) => void (await ask({ kind: 'version', id, agency, year, origin }, (answer) => (answer.kind === 'done' ? true : undefined))),
    edit: async (id, agency, year, edits) => void (await ask({ kind: 'edit', id, agency, year, edits }, (answer) => (answer.kind === 'done' ? true : undefined))),
    identify: async (id, { agency, year }, name, inYear) => (await ask({ kind: 'identify', id, agency, year, name, inYear }, (answer) => (answer.kind === 'identified' ? [answer.report] : undefined)))[0]!,
    takeOut: async (id, { agency, year }) => void (await ask({ kind: 'take-out', id, agency, year }, (answer) => (answer.kind === 'done' ? true : undefined))),
    scopes: (id, scope, of) => ask({ kind: 'scopes', id, scope, of }, (answer) => (answer.kind === 'scoped' ? answer.reports : undefined)),
    cancel: () => end('cancelled'),
  }
}
