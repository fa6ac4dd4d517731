import { computed, shallowRef, watch, type ComputedRef } from 'vue'
import { useSelection } from '@/composables/useSelection'
import { useWords } from '@/composables/useWords'
import type { EvidenceLine } from '@/domain/evidence'
import { besideFinding, byCause, carryChain, checkReport, CHECKS, compareReports, sharingCause, type Beside, type ChainLink, type Comparison, type Finding, type Findings, type Outcome } from '@/domain/checks'
import { cellText } from '@/components/cell-text'
import { accusations, unsureText, type Accusation } from '@/components/finding-text'
import { useLate } from '@/components/frames'
import type { Cell } from '@/domain/cell'
import { dossierOf, type OfficialTable } from '@/domain/dossier'
import { readingsBehind } from '@/domain/doubtful-reading'
import type { FigureId } from '@/domain/figure'
import { formatOf } from '@/domain/formats'
import type { Table } from '@/domain/table'
import { versionsOf } from '@/domain/versions'
import { useDataset } from '@/stores/dataset'
import { useDecisions } from '@/stores/decisions'
import { findingParam } from './useWorkbench'

/** A report of those that were checked. */
export interface CheckedReport {
  readonly findings: Findings
  readonly row: number
}

export interface WorkbenchReport {
  /** What the report fails or left blank, failures first. */
  readonly failing: ComputedRef<readonly Finding[]>
  /** How many other tests it passes, and how many cannot be made. */
  readonly rest: ComputedRef<{ readonly passes: number; readonly untestable: number }>
  /** The finding that the link names, else one of the rule that is filtered by, else the first. */
  readonly chosen: ComputedRef<Finding | null>
  /** The same, those of one cause together. */
  readonly groups: ComputedRef<readonly (readonly Finding[])[]>
  /** The others of the cause of the finding chosen, in whichever year's report, by now. */
  readonly others: ComputedRef<readonly Finding[]>
  /** The finding chosen and all others of its cause: what is decided of one is decided of each. */
  readonly together: () => readonly Finding[]
  /** Failing tests that pass with the accepted repairs of the report. */
  readonly settled: ComputedRef<ReadonlySet<Finding>>
  /** That cells of the finding chosen were read from a document with doubt; '' where none was. */
  readonly unsure: ComputedRef<string>
  /** Whether another version of the report states the very same. */
  readonly sameTwice: ComputedRef<boolean>
  /** The report that all from here on is about: what is around a finding comes a frame after it; -1 before the first. */
  readonly lateRow: ComputedRef<number>
  readonly beside: ComputedRef<{ readonly year: number; readonly rows: readonly Beside[] }>
  /** The other report of a copied table, and the two cell by cell. */
  readonly compared: ComputedRef<{ readonly row: number; readonly comparison: Comparison; readonly own: string; readonly other: string } | null>
  /** Where the cells of the finding stand in the source; read when the report is opened. */
  readonly lines: ComputedRef<readonly EvidenceLine[]>
  /** Null where the form does not promise that a year follows from the one before. */
  readonly chain: ComputedRef<readonly ChainLink[] | null>
  /** The form's tables, the one that the finding is about first. */
  readonly tables: ComputedRef<readonly OfficialTable[]>
  readonly marked: ComputedRef<ReadonlySet<FigureId>>
  readonly accused: ComputedRef<ReadonlyMap<FigureId, Accusation>>
  /** What accepted repairs, and those that are shown, make of the report's cells. */
  readonly becomes: ComputedRef<ReadonlyMap<FigureId, string>>
}

const isAbout = ({ rows }: OfficialTable, marked: ReadonlySet<FigureId>): boolean => rows.some(({ cells }) => cells.some((cell) => cell !== null && marked.has(cell.figure)))

interface Told {
  readonly table: Table
  readonly row: number
  readonly isChecked: boolean
  readonly told: readonly Finding[]
  readonly rest: { readonly passes: number; readonly untestable: number }
}

/** What fails in a report, written out; one that the checks have not come to yet is checked by itself. */
function toldOf({ findings, row }: CheckedReport): Told {
  const { table } = findings
  const isChecked = row < findings.checked
  const [from, to] = findings.rangeOf(row)
  const told = isChecked ? Array.from({ length: to - from }, (_, at) => from + at).filter((index) => findings.outcomeAt(index) !== 'untestable').map((index) => findings.at(index)) : checkReport(table, row)
  const count = (...outcomes: readonly Outcome[]): number => (isChecked ? CHECKS.reduce((sum, { id }) => sum + outcomes.reduce((all, outcome) => all + findings.count(row, id, outcome), 0), 0) : told.filter(({ outcome }) => outcomes.includes(outcome)).length)
  return { table, row, isChecked, told, rest: { passes: count('pass', 'pass-blank'), untestable: count('untestable') } }
}

/** What the workbench shows of the report that is open. Call in setup. */
export function useWorkbenchReport(of: CheckedReport): WorkbenchReport {
  const dataset = useDataset()
  const decisions = useDecisions()
  const words = useWords()
  const { selection } = useSelection()
  const evidence = shallowRef<readonly EvidenceLine[]>([])

  const report = computed<Told>((before) => (before && before.row === of.row && before.table === of.findings.table && before.isChecked === of.row < of.findings.checked ? before : toldOf(of)))
  const failing = computed(() => report.value.told.filter(({ outcome }) => outcome === 'fail' || outcome === 'total-blank').sort((a, b) => Number(a.outcome !== 'fail') - Number(b.outcome !== 'fail')))
  const chosen = computed(() => failing.value.find((finding) => findingParam(finding) === selection.value.finding) ?? failing.value.find(({ check }) => check === selection.value.rule) ?? failing.value[0] ?? null)
  const groups = computed(() => byCause(failing.value))
  const beneath = computed(() => groups.value.find((group) => group.includes(chosen.value!)) ?? [])
  const settled = computed<ReadonlySet<Finding>>(() => {
    const { table, row } = report.value
    const [agency, year] = [table.agencyOf(row).id, table.yearOf(row)]
    const cells = decisions.accepted.filter((each) => each.agency === agency && each.year === year).map(({ figure, after }): [FigureId, Cell] => [figure, after === null ? { missing: 'blank' } : { value: after }])
    if (cells.length === 0) return new Set()
    const still = new Set(checkReport(table, row, new Map(cells)).filter(({ outcome }) => outcome === 'fail').map(findingParam))
    return new Set(failing.value.filter((finding) => finding.outcome === 'fail' && !still.has(findingParam(finding))))
  })
  const sameTwice = computed(() => versionsOf(report.value.table, report.value.row).some(({ differing }) => differing === 0))

  const late = useLate(() => ({ table: report.value.table, row: report.value.row, chosen: chosen.value }))
  type Late = NonNullable<typeof late.value>
  const around = <T>(make: (of: Late) => T, before: T): ComputedRef<T> => computed(() => (late.value ? make(late.value) : before))
  const elsewhere = computed(() => (late.value?.chosen ? sharingCause(of.findings, late.value.chosen) : []))
  const elsewhereNow = (): readonly Finding[] => (late.value?.chosen === chosen.value ? elsewhere.value : chosen.value ? sharingCause(of.findings, chosen.value) : [])
  /** The same while only the finding changes. */
  const lateReport = computed<Late | null>((before) => (before && late.value && before.table === late.value.table && before.row === late.value.row ? before : late.value))
  const dossier = computed(() => (lateReport.value ? dossierOf(lateReport.value.table, lateReport.value.row).tables : []))
  const marked = around<ReadonlySet<FigureId>>(({ chosen: found }) => new Set(found?.cells), new Set())

  function comparedOf({ table, row, chosen: found }: Late) {
    const { check, against } = found ?? {}
    const other = check === 'S5' && against ? table.rowOf(table.indexOf(against.agency), against.year) : -1
    const nameOf = (of: number): string => words.value.t('report.title', { agency: table.agencyOf(of).name, year: String(table.yearOf(of)) })
    return other < 0 ? null : { row: other, comparison: compareReports(table, row, other), own: nameOf(row), other: nameOf(other) }
  }

  function chainOf({ table, row }: Late): readonly ChainLink[] | null {
    return formatOf(table.formatOf(row))?.family === 'cn' ? carryChain(table, table.data.reportAgency[row]!, selection.value.applicant) : null
  }

  function becomesOf({ table, row }: Late): ReadonlyMap<FigureId, string> {
    const [agency, year] = [table.agencyOf(row).id, table.yearOf(row)]
    const told = (id: string, figure: FigureId, after: number | null): [FigureId, string] => [figure, words.value.t('bench.becomes', { id, after: cellText(words.value, after === null ? { missing: 'blank', regional: false, about: false } : { value: after, regional: false, about: false }) })]
    const accepted = decisions.accepted.filter((each) => each.agency === agency && each.year === year).map(({ check, figure, after }) => told(check, figure, after))
    const shown = selection.value.repaired.filter((each) => each.agency === agency && each.year === year).flatMap(({ check, cells }) => cells.map(({ figure, after }) => told(check, figure, after)))
    return new Map([...accepted, ...shown])
  }

  async function readEvidence({ table, row }: Told): Promise<void> {
    evidence.value = []
    const found = await dataset.evidence().catch(() => null)
    if (found && table === report.value.table && row === report.value.row) evidence.value = found.of(table.agencyOf(row).id, table.yearOf(row))
  }

  watch(report, readEvidence, { immediate: true })

  return {
    failing,
    rest: computed(() => report.value.rest),
    chosen,
    groups,
    others: computed(() => [...beneath.value.filter((finding) => finding !== chosen.value), ...(late.value?.chosen === chosen.value ? elsewhere.value : [])]),
    together: () => [...beneath.value, ...elsewhereNow()],
    settled,
    sameTwice,
    unsure: around(({ table, chosen: found }) => (found ? unsureText(words.value, readingsBehind(table, found)) : ''), ''),
    lateRow: around(({ row }) => row, -1),
    beside: around(({ table, row, chosen: found }) => ({ year: table.yearOf(row), rows: found ? besideFinding(table, found) : [] }), { year: 0, rows: [] }),
    compared: around(comparedOf, null),
    lines: computed(() => evidence.value.filter(({ figure }) => chosen.value?.cells.includes(figure as FigureId))),
    chain: computed(() => (lateReport.value ? chainOf(lateReport.value) : null)),
    tables: computed(() => [...dossier.value].sort((a, b) => Number(isAbout(b, marked.value)) - Number(isAbout(a, marked.value)))),
    marked,
    accused: around<ReadonlyMap<FigureId, Accusation>>(({ chosen: found }) => (found ? accusations(words.value, [found]) : new Map()), new Map()),
    becomes: around<ReadonlyMap<FigureId, string>>(becomesOf, new Map()),
  }
}
