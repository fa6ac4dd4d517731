import { ref, watch, type Ref } from 'vue'
import { openPackage } from '@/data'
import { checkApart } from '@/data/check-apart'
import { askingReports, openReportSteps } from '@/domain/checks'
import { openReadings } from '@/domain/doubtful-reading'
import type { ReportKey } from '@/domain/selection'
import { Table } from '@/domain/table'
import { inTurns, nextTurn } from '@/domain/turns'
import { useDataset } from '@/stores/dataset'
import { useFindings } from '@/stores/findings'
import type { ImportReport } from '@/stores/imports'

/** Longest wait for the checks of a package: of a large one what is found by then leads to its first report. */
const PATIENCE = 3_000

/** The first report of an open package that somebody has yet to look at, or the first one; null where none is known. What was read with doubt is known at once, what checks point at is waited for. */
export async function firstToCheck(id: string): Promise<ReportKey | null> {
  const [dataset, findings] = [useDataset(), useFindings()]
  const { stated, table } = dataset
  if (!table || dataset.state !== 'ready') return null
  const first = (rows: Iterable<number>): ReportKey | undefined => [...rows].map((row): ReportKey => ({ agency: table.agencyOf(row).id, year: table.yearOf(row) })).find(({ agency, year }) => dataset.holds(id, agency, year))
  const doubted = first(openReadings(table).keys())
  if (doubted) return doubted
  await Promise.race([findings.check(stated!, table), new Promise((resolve) => setTimeout(resolve, PATIENCE))])
  const found = findings.findings ?? findings.partial
  const open = found && found.table === stated ? await inTurns(openReportSteps(stated, askingReports(found))) : []
  return first([...open, ...table.data.reportYear.keys()]) ?? null
}

/** How many reports of a package of the reader's own somebody has yet to look at; null where that was left. */
async function countToCheck(id: string, signal: AbortSignal): Promise<number | null> {
  const opening = openPackage('data/', id)
  signal.addEventListener('abort', opening.cancel)
  // It may have forms of other countries.
  const [data] = await Promise.all([opening.done, import('@/domain/all-forms')])
  const table = new Table(data)
  const found = await checkApart(table, { pause: nextTurn, signal, told: () => undefined, shown: () => undefined })
  return found && (await inTurns(openReportSteps(table, askingReports(found)))).length
}

/** Only what was read from documents can be compared with them; a package may have been. */
const isOfDocuments = ({ account }: ImportReport): boolean => account.files.some(({ shape }) => shape === 'document' || shape === 'package')

/** The same of the package that an import made, open or not; 0 as long as it is not known. Call in setup. */
export function useToCheck(report: () => ImportReport): Readonly<Ref<number>> {
  const n = ref(0)
  watch(
    report,
    async (of, _, onCleanup) => {
      const left = new AbortController()
      onCleanup(() => left.abort())
      const counted = of.id !== '' && isOfDocuments(of) ? await countToCheck(of.id, left.signal).catch(() => null) : 0
      if (!left.signal.aborted) n.value = counted ?? 0
    },
    { immediate: true },
  )
  return n
}
