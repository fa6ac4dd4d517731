import { PROACTIVE_ITEMS, type ProactiveItem } from '@/domain/figure'
import type { RowLine } from './form-rows'
import { headingCells } from './headed-items'
import type { LaidRow } from './laid-tables'
import { columnsOfItem, itemsOf } from '../meaning/item-columns'
import { ITEM_LABELS } from '../meaning/labels'
import { tight } from '../meaning/words'

/** So many items named side by side show their order. */
const LEAST_ABREAST = 2
/** So many letters begin a name. */
const LEAST_LETTERS = 3
const ITEMS = Object.keys(PROACTIVE_ITEMS) as ProactiveItem[]

/** Whether a text has all the letters of others, in any order: names broken over lines are woven into each other. */
function holdsLetters(text: string, names: readonly string[]): boolean {
  const left = [...text]
  return [...names.join('')].every((letter) => {
    const at = left.indexOf(letter)
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  })
}

const shortest = (item: ProactiveItem): string => [...ITEM_LABELS.writings(item)].sort((a, b) => a.length - b.length)[0]!

/** The item that a word names, or begins as no other does: a narrow cell breaks its name. */
function itemOf(text: string): ProactiveItem | undefined {
  const begun = text.length < LEAST_LETTERS ? [] : ITEMS.filter((item) => ITEM_LABELS.writings(item).some((words) => words.startsWith(text)))
  return ITEM_LABELS.is(text) ?? (begun.length === 1 ? begun[0] : undefined)
}

/** The words of a line, letters that single spaces part put together: 规 章. */
const wordsIn = ({ labels }: RowLine): string[] =>
  labels.reduce<{ text: string; end: number }[]>((words, { text, x, width }) => {
    const last = words.at(-1)
    return last && text.length === 1 && x - last.end <= 1 ? [...words.slice(0, -1), { text: `${last.text}${text}`, end: x + width }] : [...words, { text, end: x + width }]
  }, []).map(({ text }) => text)

/** Whether the items that lines name side by side stand in an order. */
function isInOrder(heads: readonly RowLine[], order: readonly ProactiveItem[]): boolean {
  const abreast = heads.map((line) => wordsIn(line).flatMap((text) => itemOf(text) ?? [])).filter(({ length }) => length > 0)
  return abreast.some(({ length }) => length >= LEAST_ABREAST) && abreast.every((items) => items.every((item, at) => at === 0 || order.indexOf(items[at - 1]!) < order.indexOf(item)))
}

/** Table 2 of a text laid out in columns with its items side by side over one row of numbers, one for each column that a form has; null where lines are no such table. */
export function wideItems(lines: readonly RowLine[]): LaidRow[] | null {
  const numbered = lines.filter(({ values }) => values.length > 0)
  const [row] = numbered
  if (!row || numbered.length > 1 || row.labels.length > 0) return null
  const heads = lines.slice(0, lines.indexOf(row))
  const said = tight(heads.flatMap(({ labels }) => labels.map(({ text }) => text)).join(''))
  const format = ['cn-2021', 'cn-2019'].find((each) => itemsOf(each).flatMap((item) => columnsOfItem(each, item)).length === row.values.length)
  const items = format ? itemsOf(format) : []
  if (!format || !holdsLetters(said, items.map(shortest)) || !isInOrder(heads, items)) return null
  let at = 0
  return items.flatMap((item): LaidRow[] => {
    const columns = columnsOfItem(format, item)
    const values = row.values.slice(at, (at += columns.length)).map(({ text }) => text)
    return [{ cells: ['信息内容', ...headingCells(columns, said)] }, { cells: [shortest(item), ...values] }]
  })
}
