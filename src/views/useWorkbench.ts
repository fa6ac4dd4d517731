import { computed, ref, shallowRef, watch, type ComputedRef, type Ref } from 'vue'
import { loadReadings, needsReadings, type Readings } from '@/components/agency-search'
import { useReckoned } from '@/components/reckoned'
import { partOf, useSelection } from '@/composables/useSelection'
import { useWords } from '@/composables/useWords'
import { checkOf, keyOf, type CountsIn, type Decision, type Finding, type Findings, type Matrix, type MatrixQuery, type Verdict } from '@/domain/checks'
import { useDecisions } from '@/stores/decisions'
import { useFindings } from '@/stores/findings'
import { useWorkbenchWay, type Place } from './useWorkbenchWay'
import { isAsked, lay, type Asked } from './workbench-laid'

/** What bounds the matrix; the rest of a selection is about what is open beside it. */
const BOUNDS = ['agency', 'province', 'city', 'level', 'category', 'year', 'rule', 'outcome', 'decision', 'find', 'order'] as const

/** A test of a report as the link names it. */
export const findingParam = ({ check, test }: Pick<Finding, 'check' | 'test'>): string => `${check}.${test}`

export interface Workbench {
  /** What is found by now; null before anything is. */
  readonly findings: ComputedRef<Findings | null>
  readonly query: ComputedRef<MatrixQuery | null>
  readonly matrix: ComputedRef<Matrix | null>
  /** The tests of the agencies and years that are filtered for. */
  readonly counts: ComputedRef<CountsIn | null>
  /** The findings that the filters leave, in the matrix's order. */
  readonly listed: ComputedRef<readonly number[]>
  /** All of these are reckoned anew; they are of before. */
  readonly busy: Readonly<Ref<boolean>>
  /** How many findings that the filters but the one by decision leave are decided, and how. */
  readonly decided: ComputedRef<Readonly<Record<Verdict, number>>>
  /** The row of the open report; -1 for none. */
  readonly row: ComputedRef<number>
  readonly place: ComputedRef<Place>
  /** What the last step came to, in words. */
  readonly said: Ref<string>
  readonly decisionOf: (finding: Finding) => Decision | undefined
  readonly openReport: (row: number) => void
  readonly openFinding: (index: number) => void
  /** To the next finding listed, or the one before. */
  readonly step: (by: 1 | -1) => void
}

/** The findings under the link's filters, and the way from one to the next. */
export function useWorkbench(): Workbench {
  const store = useFindings()
  const decisions = useDecisions()
  const words = useWords()
  const { selection, change } = useSelection()
  const said = ref('')
  const readings = shallowRef<Readings | null>(null)

  const bounds = partOf(selection, BOUNDS)
  const asked = computed((): Asked | null => (store.partial ? { findings: store.partial, selection: bounds.value, readings: readings.value, decisions: decisions.all } : null))
  const { value: laid, busy } = useReckoned(() => asked.value, lay)
  const findings = computed(() => laid.value?.asked.findings ?? null)
  const query = computed(() => laid.value?.query ?? null)
  const way = computed(() => laid.value?.way ?? [])
  const listed = computed(() => laid.value?.listed ?? [])

  const decided = computed(() => {
    const counts = { confirmed: 0, dismissed: 0 }
    const all = findings.value
    const wanted = new Set(decisions.all.size > 0 ? way.value : [])
    for (const decision of decisions.all.values()) {
      const at = all ? all.table.rowOf(all.table.indexOf(decision.agency), decision.year) : -1
      if (decision.verdict === null || at < 0) continue
      const [from, to] = all!.rangeOf(at)
      for (let index = from; index < to; index += 1) if (wanted.has(index) && all!.keyAt(index) === keyOf(decision)) counts[decision.verdict] += 1
    }
    return counts
  })

  const row = computed(() => {
    const { report } = selection.value
    const table = findings.value?.table
    return table && report ? table.rowOf(table.indexOf(report.agency), report.year) : -1
  })
  const nameAt = (index: number): string => findingParam({ check: findings.value!.checkAt(index).id, test: findings.value!.testAt(index) })
  const current = computed(() => (row.value < 0 ? -1 : way.value.findIndex((index) => findings.value!.rowAt(index) === row.value && (selection.value.finding === '' || nameAt(index) === selection.value.finding))))

  function open(to: number, finding: string, replace: boolean): void {
    const { table } = findings.value!
    change({ report: { agency: table.agencyOf(to).id, year: table.yearOf(to) }, finding }, { replace })
  }

  const openFinding = (index: number): void => open(findings.value!.rowAt(index), nameAt(index), row.value >= 0)
  const { place, stepFrom } = useWorkbenchWay({ findings, way, listed, current, isAsked: (index) => isAsked({ ...laid.value!.asked, decisions: decisions.all }, laid.value!.query, index) })

  function step(by: 1 | -1): void {
    const index = stepFrom(by)
    if (index === null) {
      said.value = words.value.t(by > 0 ? 'bench.no-next' : 'bench.no-before')
      return
    }
    openFinding(index)
    const { agency, year, check, label, explanation } = findings.value!.at(index)
    const test = words.value.t('checks.test', { check: words.value.name(checkOf(check).label), test: words.value.name(label) })
    said.value = words.value.t('bench.said', { agency, year: String(year), id: check, test, why: words.value.name(explanation) })
  }

  watch(
    () => needsReadings(selection.value.find) && !readings.value,
    async (wanted) => {
      if (wanted) readings.value = await loadReadings().catch(() => null)
    },
    { immediate: true },
  )

  return {
    findings,
    query,
    matrix: computed(() => laid.value?.matrix ?? null),
    counts: computed(() => laid.value?.counts ?? null),
    listed,
    busy,
    decided,
    row,
    place,
    said,
    decisionOf: (finding) => decisions.all.get(keyOf(finding)),
    openReport: (to) => open(to, '', row.value >= 0),
    openFinding,
    step,
  }
}
