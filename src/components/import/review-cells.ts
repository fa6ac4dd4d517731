import { computed, type ComputedRef, type Ref } from 'vue'
import { askedBy, blankTotals, cellsOf, checkReport, openCells, suspectedBy, type Finding } from '@/domain/checks'
import { dossierOf, type Dossier, type TableCell } from '@/domain/dossier'
import type { FigureId } from '@/domain/figure'
import type { Table } from '@/domain/table'
import type { Words } from '@/i18n'
import { accusations, type Accusation } from '../finding-text'
import { standingText, writtenIn } from './written-cell'

/** What the reader wrote in the place of a cell, and why. */
export interface Written {
  readonly text: string
  readonly remark: string
  /** It is what stands already, compared with the document (true), or no longer (false). */
  readonly confirmed?: boolean
}

/** A report under review: as it stands, and what the reader made of its cells. */
interface Reviewed {
  readonly words: Words
  readonly table: Table
  readonly row: number
  readonly edits: Readonly<Record<string, Written>>
  readonly doubtful: ReadonlyMap<FigureId, unknown>
  readonly confirmed: ReadonlyMap<FigureId, string>
}

interface OpenCells {
  readonly dossier: ComputedRef<Dossier>
  /** All cells, in the order of the form. */
  readonly figures: ComputedRef<readonly FigureId[]>
  /** What was written now, whatever is kept already. */
  readonly edited: ComputedRef<ReadonlyMap<FigureId, TableCell>>
  /** Found as in the document, now or as it is kept already. */
  readonly compared: ComputedRef<ReadonlySet<FigureId>>
  readonly findings: ComputedRef<readonly Finding[]>
  readonly accused: ComputedRef<ReadonlyMap<FigureId, Accusation>>
  /** Read with doubt, or a blank total, and not settled. */
  readonly open: ComputedRef<ReadonlySet<FigureId>>
  /** What is to be looked at still; where that is nothing, the corrections that failing checks hold for wrong: one of them may be the fault. */
  readonly doubts: ComputedRef<readonly FigureId[]>
  /** Whether a failing check holds a cell for wrong that was not compared with the document; of any as long as that is not known. */
  readonly pointed: (figure: FigureId) => boolean
}

/** What the checks make of a report under review, and which of its cells wait to be looked at. `judged`: what would make failing checks fit may be reckoned. */
export function useOpenCells(props: Reviewed, judged: Readonly<Ref<boolean | null>>): OpenCells {
  const none: ReadonlySet<FigureId> = new Set()
  const edited = computed(() => new Map(Object.entries(props.edits).flatMap(([figure, { text, confirmed: says }]) => (says === undefined ? [[figure as FigureId, writtenIn(figure as FigureId, text)] as const] : []))))
  /** Corrected now, or as it is kept already and not taken back. */
  const corrected = computed(() => new Set([...edited.value.keys(), ...props.table.revisions.flatMap(({ row, figure, kind }) => (row === props.row && kind === 'edit' ? [figure] : []))].filter((figure) => isCorrected(figure))))
  const compared = computed(() => new Set([...props.confirmed.keys(), ...(Object.keys(props.edits) as FigureId[])].filter((figure) => props.edits[figure]?.confirmed ?? (props.confirmed.has(figure) && !edited.value.has(figure)))))
  const findings = computed(() => checkReport(props.table, props.row, edited.value))
  const dossier = computed(() => dossierOf(props.table, props.row, { allTables: true }))
  const figures = computed(() => cellsOf(dossier.value))
  const accused = computed(() => (judged.value ? accusations(props.words, findings.value) : new Map<FigureId, Accusation>()))
  const suspected = computed(() => (judged.value ? suspectedBy(findings.value) : none))
  const unfilled = computed(() => (judged.value ? blankTotals(findings.value) : none))
  const asked = computed(() => (judged.value ? askedBy(props.table, props.row, findings.value, corrected.value).cells : none))
  /** What the reader corrected or compared with the document is in doubt no longer, whatever a check says still: that stands at the cell. */
  const open = computed(() => new Set([...props.doubtful.keys(), ...unfilled.value].filter((figure) => !corrected.value.has(figure) && !compared.value.has(figure))))
  const unsettled = computed(() => openCells(figures.value, { failing: asked.value, doubtful: open.value, edited: corrected.value, compared: compared.value }))
  const doubts = computed(() => (unsettled.value.length > 0 ? unsettled.value : figures.value.filter((figure) => suspected.value.has(figure) && corrected.value.has(figure))))

  function isCorrected(figure: FigureId): boolean {
    const { before, kept } = standingText(props.table, props.row, figure)
    const edit = props.edits[figure]
    return edit && edit.confirmed === undefined ? edit.text !== before : kept
  }

  return { dossier, figures, edited, compared, findings, accused, open, doubts, pointed: (figure) => !judged.value || (suspected.value.has(figure) && !compared.value.has(figure)) }
}
