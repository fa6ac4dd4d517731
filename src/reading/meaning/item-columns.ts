import type { ProactiveColumn, ProactiveItem } from '@/domain/figure'
import { formatOf } from '@/domain/formats'

/** The figures of table 2 in a form, in its order. */
const figuresOf = (format: string): readonly string[] => formatOf(format)?.tables.find(({ section }) => section === 'proactive')?.rows.flatMap(({ figures }) => figures.filter((figure) => figure !== null)) ?? []

/** The columns that an item of table 2 has in a form, in its order. */
export const columnsOfItem = (format: string, item: ProactiveItem): ProactiveColumn[] => figuresOf(format).flatMap((figure) => (figure.startsWith(`${item}.`) ? [figure.slice(item.length + 1) as ProactiveColumn] : []))

/** The items of table 2 in a form, in its order. */
export const itemsOf = (format: string): ProactiveItem[] => [...new Set(figuresOf(format).map((figure) => figure.split('.')[0] as ProactiveItem))]
