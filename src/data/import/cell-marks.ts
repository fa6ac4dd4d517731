import type { FigureId } from '@/domain/figure'
import { label, type Label } from '@/domain/label'
import type { FiledDoubt, FiledEdit } from './filed'

/** Which cell of a report: `origin` names the version that has it, '' the one that stands in the tables. */
export interface CellPlace {
  readonly row: number
  readonly figure: FigureId
  readonly origin: string
}

const keyOf = ({ row, figure, origin }: CellPlace): string => `${row} ${figure} ${origin}`

/** What the reader did to cells, and what their reading was not sure of. A mark belongs to a version of a cell and goes where the version goes. */
export class CellMarks {
  private readonly edited = new Map<string, FiledEdit>()
  private readonly doubted = new Map<string, FiledDoubt>()

  get edits(): Iterable<FiledEdit> {
    return this.edited.values()
  }

  get doubts(): Iterable<FiledDoubt> {
    return this.doubted.values()
  }

  /** The correction of a cell; undefined for one that says what was read. */
  edit(place: CellPlace): FiledEdit | undefined {
    return this.edited.get(keyOf(place))
  }

  addEdit(edit: FiledEdit): void {
    this.edited.set(keyOf(edit), edit)
  }

  dropEdit(place: CellPlace): void {
    this.edited.delete(keyOf(place))
  }

  /** The doubt about a cell; undefined where there is none. */
  doubt(place: CellPlace): FiledDoubt | undefined {
    return this.doubted.get(keyOf(place))
  }

  addDoubt(doubt: FiledDoubt): void {
    this.doubted.set(keyOf(doubt), doubt)
  }

  /** The reader found a cell as in the document, or takes that back: one that was not in doubt needs no line of its own then. */
  confirm(place: CellPlace, confirmed: boolean, remark: string): void {
    const why: Label = this.doubted.get(keyOf(place))?.why ?? label('', '')
    if (confirmed || why.zh !== '') this.addDoubt({ ...place, why, confirmed, remark: confirmed ? remark : '' })
    else this.doubted.delete(keyOf(place))
  }

  /** The cell of a version takes the place of the one that stands, which becomes that of `version`: each with its marks. */
  swap(row: number, figure: FigureId, origin: string, version: string): void {
    const move = <T extends CellPlace>(marks: Map<string, T>): void => {
      const [standing, chosen] = [keyOf({ row, figure, origin: '' }), keyOf({ row, figure, origin })]
      const [old, now] = [marks.get(standing), marks.get(chosen)]
      marks.delete(standing)
      marks.delete(chosen)
      if (old) marks.set(keyOf({ row, figure, origin: version }), { ...old, origin: version })
      if (now) marks.set(standing, { ...now, origin: '' })
    }
    move(this.edited)
    move(this.doubted)
  }

  /** Forgets what is marked of cells. */
  drop(is: (place: CellPlace) => boolean): void {
    for (const marks of [this.edited, this.doubted]) for (const [key, mark] of marks) if (is(mark)) marks.delete(key)
  }

  /** What of the reports that stand is in doubt and was neither confirmed nor corrected. */
  open(): readonly FiledDoubt[] {
    return [...this.doubted.values()].filter((doubt) => doubt.origin === '' && !doubt.confirmed && !this.edited.has(keyOf(doubt)))
  }
}
