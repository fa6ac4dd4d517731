import type { ProactiveColumn, ProactiveItem } from '@/domain/figure'
import { formatOf } from '@/domain/formats'

/** The columns that an item of table 2 has in a form, in its order. */
export function columnsOfItem(format: string, item: ProactiveItem): ProactiveColumn[] {
  const rows = formatOf(format)?.tables.find(({ section }) => section === 'proactive')?.rows ?? []
  return rows.flatMap(({ figures }) => figures.flatMap((figure) => (figure?.startsWith(`${item}.`) ? [figure.slice(item.length + 1) as ProactiveColumn] : [])))
}
