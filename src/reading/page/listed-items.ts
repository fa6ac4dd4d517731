import type { ProactiveColumn, ProactiveItem } from '@/domain/figure'
import type { Item } from './geometry'
import { columnsOfItem } from '../meaning/item-columns'
import { COLUMN_LABELS, ITEM_LABELS } from '../meaning/labels'
import { isUnitLabel } from '../meaning/single-figures'
import { tight } from '../meaning/words'

/** A line with its labels, and the numbers behind them. */
interface LabelledLine {
  readonly y: number
  readonly labels: readonly Item[]
  readonly values: readonly Item[]
}

/** A figure of table 2 on a line of its own: its item, its column, its unit where it is named, and its number, blank where there is none. */
export interface ListedItem {
  readonly y: number
  readonly cells: readonly [item: string, column: string, unit: string, value: string]
}

/** So many figures below each other make a list. */
const LEAST_FIGURES = 4
/** Names are broken over no more lines. */
const MOST_LINES = 4
/** A name in the middle of its figures stands no further from the first or last of them, in heights of a line. */
const OFF = 1.5
const FORMATS = ['cn-2021', 'cn-2019']
const SECTION = /^第.{1,3}条第?[（(]?.[）)]?项/

/** A line that names one column of table 2 before its number, a unit behind it, and what it says left of it. */
interface Figure {
  readonly line: LabelledLine
  readonly column: ProactiveColumn
  readonly text: string
  readonly before: string
  readonly unit: string
}

const textOf = (items: readonly Item[]): string => items.map(({ text }) => tight(text)).join('')

/** The line as that of a figure; undefined for a line that names no column, or several. */
function figureOf(line: LabelledLine): Figure | undefined {
  const unit = line.labels.length > 1 && isUnitLabel(line.labels.at(-1)!.text) ? tight(line.labels.at(-1)!.text) : ''
  const labels = unit === '' ? line.labels : line.labels.slice(0, -1)
  const at = labels.findIndex((_, index) => COLUMN_LABELS.is(textOf(labels.slice(index))) !== undefined)
  if (at < 0) return undefined
  const [text, before] = [textOf(labels.slice(at)), textOf(labels.slice(0, at))]
  return COLUMN_LABELS.name(before) === null ? { line, column: COLUMN_LABELS.is(text)!, text, before, unit } : undefined
}

/** The name of an item of table 2, and where it stands. */
interface Name {
  readonly item: ProactiveItem
  readonly text: string
  readonly y: number
}

/** The items that texts below each other name, each in one or in several. */
function namesIn(texts: readonly { readonly text: string; readonly y: number }[]): Name[] {
  const found: Name[] = []
  for (let at = 0; at < texts.length; at += 1) {
    const parts = Array.from({ length: Math.min(MOST_LINES, texts.length - at) }, (_, more) => texts.slice(at, at + more + 1))
    const own = parts.find((lines) => ITEM_LABELS.is(lines.map(({ text }) => text).join('')) !== undefined) ?? (ITEM_LABELS.name(texts[at]!.text) ? parts[0] : undefined)
    if (!own) continue
    const text = own.map((line) => line.text).join('')
    found.push({ item: ITEM_LABELS.name(text)!.id, text, y: (own[0]!.y + own.at(-1)!.y) / 2 })
    at += own.length - 1
  }
  return found
}

/** Of each figure the name of its item, where the items from above have all the columns of a form, each in its order; null where they do not, or a name stands beside the figures of another. */
function itemsOf(figures: readonly Figure[], names: readonly Name[], slack: number): string[] | null {
  const inForm = FORMATS.find((format) => names.flatMap(({ item }) => columnsOfItem(format, item)).join() === figures.map(({ column }) => column).join())
  if (inForm === undefined || new Set(names.map(({ item }) => item)).size < names.length) return null
  const owners = names.flatMap((name) => columnsOfItem(inForm, name.item).map(() => name))
  const isBeside = (name: Name): boolean => {
    const own = figures.filter((_, at) => owners[at] === name)
    return name.y >= own[0]!.line.y - slack && name.y <= own.at(-1)!.line.y + slack
  }
  return names.every(isBeside) ? owners.map(({ text }) => text) : null
}

/** Table 2 with a figure a line: the columns of each item below each other, a number beside each, the item's name once, before or between them. With the lines that it takes up; null where lines hold no such list. `height`: of a line. */
export function listedItems<L extends LabelledLine>(lines: readonly L[], height: number): { readonly figures: readonly ListedItem[]; readonly own: readonly L[] } | null {
  const found = new Map(lines.flatMap((line): [L, Figure][] => [figureOf(line)].flatMap((figure) => (figure ? [[line, figure]] : []))))
  const figures = [...found.values()]
  if (figures.length < LEAST_FIGURES) return null
  const [top, bottom] = [figures[0]!.line.y - height * OFF, figures.at(-1)!.line.y + height * OFF]
  const own = lines.filter((line) => line.y >= top && line.y <= bottom && (found.has(line) || line.values.length === 0))
  if (lines.some((line) => line.y > figures[0]!.line.y && line.y < figures.at(-1)!.line.y && !own.includes(line)) || figures.some(({ line }) => line.values.length > 1)) return null
  const beside = (line: L): string => (found.get(line)?.before ?? textOf(line.labels)).replace(SECTION, '')
  const texts = own.map((line) => ({ y: line.y, text: beside(line) })).filter(({ text }) => text !== '')
  const items = itemsOf(figures, namesIn(texts), height * OFF)
  if (!items) return null
  const isBetween = ({ y }: L): boolean => y > figures[0]!.line.y && y < figures.at(-1)!.line.y
  return {
    figures: figures.map(({ line, text, unit }, at) => ({ y: line.y, cells: [items[at]!, text, unit, line.values[0]?.text.trim() ?? ''] })),
    own: own.filter((line) => found.has(line) || isBetween(line) || ITEM_LABELS.name(beside(line)) !== null),
  }
}
