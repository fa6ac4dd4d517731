import { ITEM_COLUMNS, type ProactiveColumn, type ProactiveItem } from '@/domain/figure'
import { formatOf } from '@/domain/formats'
import { COLUMN_LABELS } from './labels'

/** The figures of table 2 in a form, in its order. */
const figuresOf = (format: string): readonly string[] => formatOf(format)?.tables.find(({ section }) => section === 'proactive')?.rows.flatMap(({ figures }) => figures.filter((figure) => figure !== null)) ?? []

/** The columns that an item of table 2 has in a form, in its order. */
export const columnsOfItem = (format: string, item: ProactiveItem): ProactiveColumn[] => figuresOf(format).flatMap((figure) => (figure.startsWith(`${item}.`) ? [figure.slice(item.length + 1) as ProactiveColumn] : []))

/** The items of table 2 in a form, in its order. */
export const itemsOf = (format: string): ProactiveItem[] => [...new Set(figuresOf(format).map((figure) => figure.split('.')[0] as ProactiveItem))]

/** The unit in brackets behind a heading. */
const UNIT = /[（(][^（）()]*[）)]$/

/** The column of table 2 that a heading names, whatever its unit. */
export const columnOf = (text: string): ProactiveColumn | undefined => COLUMN_LABELS.is(text.replace(UNIT, ''))

/** How many columns each item has where their headings follow each other: an item ends where a heading comes that it has not, or has had. Null where they are not all told so. */
export function widthsOf(items: readonly ProactiveItem[], columns: readonly ProactiveColumn[]): number[] | null {
  let at = 0
  const widths = items.map((item) => {
    const from = at
    while (at < columns.length && ITEM_COLUMNS[item].includes(columns[at]!) && !columns.slice(from, at).includes(columns[at]!)) at += 1
    return at - from
  })
  return at === columns.length && widths.every((width) => width > 0) ? widths : null
}
