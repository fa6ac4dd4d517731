import { ITEM_COLUMNS, type ProactiveColumn, type ProactiveItem } from '@/domain/figure'
import { COLUMN_LABELS } from './labels'

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
