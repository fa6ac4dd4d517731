import type { FigureId } from '@/domain/figure'
import type { Column, TableData } from '@/domain/table'
import { LISTS, type ListName } from './messages'
import type { ReportArrays, TablePart } from './table-parts'

interface Gathered extends Column {
  readonly remarks: Map<number, { readonly note?: string; readonly raw?: string }>
}

/** Puts the parts of a table (`partsOf`) together again, in the order they come in. */
export class TableGathering {
  private reports: ReportArrays = { reportAgency: new Uint32Array(), reportYear: new Uint16Array(), reportFormat: new Uint8Array(), reportBreak: new Uint8Array(), reportScope: new Uint8Array() }
  private readonly lists = Object.fromEntries(LISTS.map((list) => [list, [] as unknown[]])) as Record<ListName, unknown[]>
  private readonly columns = new Map<FigureId, Gathered>()

  take(part: TablePart): void {
    if ('reports' in part) this.reports = part.reports
    else if ('list' in part) for (const item of part.items) this.lists[part.list].push(item)
    else if ('columns' in part) for (const { figure, values, states } of part.columns) this.columns.set(figure, { values, states, remarks: new Map() })
    else for (const [row, remark] of part.remarks) this.columns.get(part.figure)!.remarks.set(row, remark)
  }

  /** All that came by now. */
  get data(): TableData {
    return { ...this.reports, ...this.lists, columns: this.columns } as TableData
  }
}
