import { ITEM_COLUMNS, type ProactiveColumn, type ProactiveItem } from '@/domain/figure'
import type { Entry } from './entries'
import { isOfOtherYear } from './item-years'
import { COLUMN_LABELS, ITEM_LABELS } from './labels'
import { tight } from './words'

/** A row of table 2 that names its one figure: the item and its column, with the unit that stands beside them. */
export interface SingleFigure {
  readonly item: ProactiveItem
  readonly column: ProactiveColumn
  readonly unit: string
}

/** The figures of one item that rows above name, of which the first names the item for all. */
export interface SinglesAbove {
  readonly item: ProactiveItem
  readonly columns: readonly ProactiveColumn[]
}

const UNIT = /^[（(]?(?:单位[:：]?)?(?:件|项|个|件[（(]?项[)）]?|件[/、]项|万?元)[)）]?$/

/** Whether a label of a row is the unit of its figure. */
export const isUnitLabel = (text: string): boolean => UNIT.test(tight(text))

const itemOf = (text: string): ProactiveItem | undefined => ITEM_LABELS.is(text)
const columnOf = (text: string, item: ProactiveItem): ProactiveColumn | undefined => {
  const column = COLUMN_LABELS.name(text)?.id
  return column !== undefined && !isOfOtherYear(text, null) && ITEM_COLUMNS[item].includes(column) ? column : undefined
}

/** Item and column in one label: 规章本年制发件数. */
function togetherIn(text: string): Omit<SingleFigure, 'unit'> | undefined {
  const name = tight(text)
  for (let at = 2; at < name.length - 2; at += 1) {
    const item = itemOf(name.slice(0, at))
    const column = item && COLUMN_LABELS.is(name.slice(at).replace(/^[-—:：/（(]+|(?:[,，]万?元)?[)）]+$/g, ''))
    if (item && column && ITEM_COLUMNS[item].includes(column)) return { item, column }
  }
  return undefined
}

/** Whether a text names an item of table 2: alone, or with the column that its number stands for. */
export const namesItem = (text: string): boolean => itemOf(text) !== undefined || togetherIn(text) !== undefined

/** Another column of the item that a row above names for the rows below it, too, where these name their column alone. */
function goingOn(text: string, { item, columns }: SinglesAbove): Omit<SingleFigure, 'unit'> | undefined {
  const column = COLUMN_LABELS.is(text)
  return column && ITEM_COLUMNS[item].includes(column) && !columns.includes(column) ? { item, column } : undefined
}

/** The one figure that a row of table 2 names, its number once, or copied into each of the cells that it reached over, where reports set the form out as a list of figures, `above` being those of the rows above; undefined for any other row. */
export function singleFigure({ labels, values, bounded }: Pick<Entry, 'labels' | 'values' | 'bounded'>, above: SinglesAbove | null = null): SingleFigure | undefined {
  const texts = labels.map(({ text }) => text)
  // Only a text writes a merged cell into each of its columns.
  const areCopies = !bounded && new Set(values.map(({ text }) => tight(text))).size === 1
  if (values.length === 0 || (values.filter(({ text }) => tight(text) !== '').length > 1 && !areCopies)) return undefined
  const unit = texts.length > 1 && isUnitLabel(texts.at(-1)!) ? tight(texts.pop()!) : ''
  const last = texts.pop() ?? ''
  const together = togetherIn(last)
  if (together) return { ...together, unit }
  const next = above && texts.length === 0 ? goingOn(last, above) : undefined
  if (next) return { ...next, unit }
  const item = texts.map(itemOf).findLast((each) => each !== undefined)
  const column = item && columnOf(last, item)
  return item && column ? { item, column, unit } : undefined
}
