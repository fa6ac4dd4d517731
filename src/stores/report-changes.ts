import { shallowRef, type ShallowRef } from 'vue'
import type { CellEdit, ImportDesk, ReportName } from '@/data/imports'
import type { Scope } from '@/domain/scope'

/** A report that was said to be of another agency or year: what it was, by the agency's name, and what it is called now. */
export interface Moved {
  readonly id: string
  readonly was: ReportName
  readonly now: ReportName
}

/** What became of saying whose report one is: it is that, the package has one of that agency and year, or it could not be done. */
export type Identified = ReportName | 'taken' | 'failed'

export interface ReportChanges {
  /** The report that was identified otherwise last, as long as that can be taken back. */
  readonly moved: Readonly<ShallowRef<Moved | null>>
  /** Puts another version of a report in the place of the one that stands; false where that failed. */
  readonly useVersion: (id: string, agency: string, year: number, origin: string) => Promise<boolean>
  /** Corrects cells of a report of a package by hand; false where that failed. */
  readonly editReport: (id: string, agency: string, year: number, edits: Readonly<Record<string, CellEdit>>) => Promise<boolean>
  /** Says whose figures reports of a package state: of those named, or of all governments' that do not say it (null); the report of the import says so. Gives the reports; undefined where that failed. */
  readonly sayScopes: (id: string, scope: Scope, of: readonly ReportName[] | null) => Promise<readonly ReportName[] | undefined>
  /** Says whose report of which year one of a package is, by the agency's name; `was`: what it was called before. The package is read anew by who asks. */
  readonly identifyReport: (id: string, report: ReportName, was: string, name: string, year: number) => Promise<Identified>
  /** Takes a report out of a package; `swap` puts it back. False where that failed. */
  readonly takeOut: (id: string, report: ReportName) => Promise<boolean>
}

/** What is changed in reports of packages that are kept. `attempt` does one thing and tells what goes wrong; `told`: the package holds something else now. */
export function useReportChanges(desk: ImportDesk, attempt: <T>(doing: () => Promise<T>) => Promise<T | undefined>, told: (id: string) => Promise<void>): ReportChanges {
  const moved = shallowRef<Moved | null>(null)
  const isDone = async (doing: Promise<unknown>): Promise<boolean> => (await attempt(() => doing.then(() => true))) ?? false

  return {
    moved,
    useVersion: (id, agency, year, origin) => isDone(desk.choose(id, agency, year, origin)),
    editReport: (id, agency, year, edits) => isDone(desk.edit(id, agency, year, edits)),
    sayScopes: async (id, scope, of) => {
      const reports = await attempt(() => desk.scopes(id, scope, of))
      if (reports) await told(id)
      return reports
    },
    identifyReport: async (id, report, was, name, year) => {
      const now = await attempt(() => desk.identify(id, report, name, year).then((found) => found ?? ('taken' as const)))
      if (now === undefined) return 'failed'
      if (now !== 'taken') moved.value = { id, was: { agency: was, year: report.year }, now }
      return now
    },
    takeOut: async (id, report) => {
      if (!(await isDone(desk.takeOut(id, report)))) return false
      await told(id)
      return true
    },
  }
}
