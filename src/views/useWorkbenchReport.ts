import { computed, shallowRef, watch, type ComputedRef } from 'vue'
import { useSelection } from '@/composables/useSelection'
import { useWords } from '@/composables/useWords'
import type { EvidenceLine } from '@/data'
import { besideFinding, byCause, carryChain, checkReport, compareReports, type Beside, type ChainLink, type Comparison, type Finding } from '@/domain/checks'
import { cellText } from '@/components/cell-text'
import type { Cell } from '@/domain/cell'
import { dossierOf, type OfficialTable } from '@/domain/dossier'
import type { FigureId } from '@/domain/figure'
import { formatOf } from '@/domain/formats'
import type { Table } from '@/domain/table'
import { versionsOf } from '@/domain/versions'
import { useDataset } from '@/stores/dataset'
import { useDecisions } from '@/stores/decisions'
import { findingParam } from './useWorkbench'

/** A report of a table. */
export interface ReportAt {
  readonly table: Table
  readonly row: number
}

export interface WorkbenchReport {
  /** What the report fails or left blank, failures first. */
  readonly findings: ComputedRef<readonly Finding[]>
  /** How many other tests it passes, and how many cannot be made. */
  readonly others: ComputedRef<{ readonly passes: number; readonly untestable: number }>
  /** The finding that the link names, else one of the rule that is filtered by, else the first. */
  readonly chosen: ComputedRef<Finding | null>
  /** The same, those of one cause together. */
  readonly groups: ComputedRef<readonly (readonly Finding[])[]>
  /** The finding chosen and the others of its cause: what is decided of one is decided of each. */
  readonly together: ComputedRef<readonly Finding[]>
  /** Failing tests that pass with the accepted repairs of the report. */
  readonly settled: ComputedRef<ReadonlySet<Finding>>
  /** Whether another version of the report states the very same. */
  readonly sameTwice: ComputedRef<boolean>
  readonly beside: ComputedRef<readonly Beside[]>
  /** The other report of a copied table, and the two cell by cell. */
  readonly compared: ComputedRef<{ readonly row: number; readonly comparison: Comparison; readonly own: string; readonly other: string } | null>
  /** Where the cells of the finding stand in the source; read when the report is opened. */
  readonly lines: ComputedRef<readonly EvidenceLine[]>
  /** Null where the form does not promise that a year follows from the one before. */
  readonly chain: ComputedRef<readonly ChainLink[] | null>
  /** The form's tables, the one that the finding is about first. */
  readonly tables: ComputedRef<readonly OfficialTable[]>
  readonly marked: ComputedRef<ReadonlySet<FigureId>>
  /** What accepted repairs, and those that are shown, make of the report's cells. */
  readonly becomes: ComputedRef<ReadonlyMap<FigureId, string>>
}

const isAbout = ({ rows }: OfficialTable, marked: ReadonlySet<FigureId>): boolean => rows.some(({ cells }) => cells.some((cell) => cell !== null && marked.has(cell.figure)))

/** What the workbench shows of the report that is open. Call in setup. */
export function useWorkbenchReport(at: () => ReportAt): WorkbenchReport {
  const dataset = useDataset()
  const decisions = useDecisions()
  const words = useWords()
  const { selection } = useSelection()
  const evidence = shallowRef<readonly EvidenceLine[]>([])
  /** The tables follow in a task of their own: a finding is on screen before them. */
  const late = shallowRef(at())

  const all = computed(() => checkReport(at().table, at().row))
  const count = (...outcomes: readonly Finding['outcome'][]): number => all.value.filter(({ outcome }) => outcomes.includes(outcome)).length
  const findings = computed(() => all.value.filter(({ outcome }) => outcome === 'fail' || outcome === 'total-blank').sort((a, b) => Number(a.outcome !== 'fail') - Number(b.outcome !== 'fail')))
  const chosen = computed(() => findings.value.find((finding) => findingParam(finding) === selection.value.finding) ?? findings.value.find(({ check }) => check === selection.value.rule) ?? findings.value[0] ?? null)
  const groups = computed(() => byCause(findings.value))
  const together = computed(() => groups.value.find((group) => group.includes(chosen.value!)) ?? [])
  const settled = computed<ReadonlySet<Finding>>(() => {
    const { table, row } = at()
    const [agency, year] = [table.agencyOf(row).id, table.yearOf(row)]
    const cells = decisions.accepted.filter((each) => each.agency === agency && each.year === year).map(({ figure, after }): [FigureId, Cell] => [figure, after === null ? { missing: 'blank' } : { value: after }])
    if (cells.length === 0) return new Set()
    const failing = new Set(checkReport(table, row, new Map(cells)).filter(({ outcome }) => outcome === 'fail').map(findingParam))
    return new Set(findings.value.filter((finding) => finding.outcome === 'fail' && !failing.has(findingParam(finding))))
  })
  const sameTwice = computed(() => versionsOf(at().table, at().row).some(({ differing }) => differing === 0))
  const marked = computed<ReadonlySet<FigureId>>(() => new Set(chosen.value?.cells))
  const nameOf = (row: number): string => words.value.t('report.title', { agency: at().table.agencyOf(row).name, year: String(at().table.yearOf(row)) })
  const compared = computed(() => {
    const { table, row } = at()
    const { check, against } = chosen.value ?? {}
    const other = check === 'S5' && against ? table.rowOf(table.indexOf(against.agency), against.year) : -1
    return other < 0 ? null : { row: other, comparison: compareReports(table, row, other), own: nameOf(row), other: nameOf(other) }
  })
  const chain = computed(() => {
    const { table, row } = at()
    return formatOf(table.formatOf(row))?.family === 'cn' ? carryChain(table, table.data.reportAgency[row]!, selection.value.applicant) : null
  })

  const becomes = computed(() => {
    const { table, row } = at()
    const [agency, year] = [table.agencyOf(row).id, table.yearOf(row)]
    const told = (id: string, figure: FigureId, after: number | null): [FigureId, string] => [figure, words.value.t('bench.becomes', { id, after: cellText(words.value, figure, after === null ? { missing: 'blank', regional: false, about: false } : { value: after, regional: false, about: false }) })]
    const accepted = decisions.accepted.filter((each) => each.agency === agency && each.year === year).map(({ check, figure, after }) => told(check, figure, after))
    const shown = selection.value.repaired.filter((each) => each.agency === agency && each.year === year).flatMap(({ check, cells }) => cells.map(({ figure, after }) => told(check, figure, after)))
    return new Map([...accepted, ...shown])
  })

  async function readEvidence({ table, row }: ReportAt): Promise<void> {
    evidence.value = []
    const found = await dataset.evidence().catch(() => null)
    if (found && table === at().table && row === at().row) evidence.value = found.of(table.agencyOf(row).id, table.yearOf(row))
  }

  watch(at, readEvidence, { immediate: true })
  watch(at, (next) => setTimeout(() => (late.value = next)))

  return {
    findings,
    others: computed(() => ({ passes: count('pass', 'pass-blank'), untestable: count('untestable') })),
    chosen,
    groups,
    together,
    settled,
    sameTwice,
    beside: computed(() => (chosen.value ? besideFinding(at().table, chosen.value) : [])),
    compared,
    lines: computed(() => evidence.value.filter(({ figure }) => marked.value.has(figure as FigureId))),
    chain,
    tables: computed(() => [...dossierOf(late.value.table, late.value.row).tables].sort((a, b) => Number(isAbout(b, marked.value)) - Number(isAbout(a, marked.value)))),
    marked,
    becomes,
  }
}
