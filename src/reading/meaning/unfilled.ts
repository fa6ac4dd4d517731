import { APPLICANT_IDS, type FigureId, type ProactiveItem, type RequestRow } from '@/domain/figure'
import type { Entry } from './entries'
import { readPiece, type Figures } from './figures'
import { ITEM_LABELS } from './labels'
import { equationsOf, extraSums, holds } from './sums'
import { fragment, tight } from './words'

/** A row that has a name and no number, and whether the name is surely its own. */
export interface Unfilled {
  readonly entry: Entry
  readonly sure: boolean
}

/**
 * Files the rows of table 3 that have a name and no number beside it as blank, where texts have places and no cells. They are settled where the form's sums over the
 * rows hold with these as blank, that of all applicants among them; else, or where `strays` have names that the form does not know, they are told, as is a row whose name is only alike to its own. So they are where a number of the table found no row.
 */
export function fileUnfilled(rows: ReadonlyMap<RequestRow, Unfilled>, figures: Figures, strays: boolean): void {
  const idsOf = (row: RequestRow): FigureId[] => APPLICANT_IDS.map((applicant) => `requests.${row}.${applicant}` as FigureId)
  const unread = [...rows].filter(([row]) => !idsOf(row).some((figure) => figures.cells.has(figure)))
  if (unread.length === 0) return
  const isUnclear = figures.problems.some(({ kind, figures: told }) => kind === 'row-unclear' && told?.some((figure) => figure.startsWith('requests.')))
  const own = new Set(unread.flatMap(([row]) => idsOf(row)))
  const cells = new Map([...figures.plain(), ...[...own].map((figure) => [figure, { missing: 'blank' }] as const)])
  const sums = equationsOf(cells, extraSums(figures)).filter(({ left, right }) => [...left, ...right].some((figure) => own.has(figure))).map((equation) => ({ equation, holding: holds(cells, equation) }))
  const ofAll = sums.some(({ equation, holding }) => holding === true && [...equation.left, ...equation.right].some((figure) => own.has(figure) && figure.endsWith('.total')))
  const holding = !strays && !isUnclear && ofAll && sums.every((sum) => sum.holding !== false)
  for (const [row, { entry, sure }] of unread) {
    const ids = idsOf(row)
    const settled = holding && sure
    if (!settled) figures.tell({ kind: 'row-empty', place: entry.place, figures: ids, text: fragment(entry.text) })
    figures.putRow(ids, ids.map((figure) => ({ ...readPiece({ text: '', column: 0, width: 1 }, figure, entry), ...(settled ? { settled: 'empty' as const } : {}) })), entry.place, entry.text)
  }
}

/** The items that a text without numbers names: itself, below the heading of their column, or two that stand below each other. */
export function itemsIn(text: string): ProactiveItem[] {
  const name = tight(text).replace(/^信息内容/, '')
  const whole = ITEM_LABELS.is(name)
  if (whole) return [whole]
  const both = [...name].map((_, at) => [ITEM_LABELS.is(name.slice(0, at)), ITEM_LABELS.is(name.slice(at))])
  return both.flatMap(([first, second]) => (first && second ? [first, second] : []))
}
