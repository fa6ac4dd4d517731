import { centre, isNumber, type Item } from './geometry'
import { tight } from '../meaning/words'

/** The form's words at the side of table 3, beside the rows of its third part: they name no row. */
const SIDE = '三、本年度办理结果'
/** Their letters stand below each other so far apart, in heights of a letter. */
const APART = 3
/** Fewer letters may be a part of another label. */
const LEAST_LETTERS = 2
const LEAST_IN_PIECES = 3
/** The numeral alone, where the page ends below it: left of the first rows beside it. */
const NUMERAL = /^三、?$/
const FIRST_ROWS = /^[（(][一二]/

/** Names of groups that are no row in any form, and what numbers groups. */
const GROUPS = ['不予公开', '无法提供', '不予处理']
/** One that is a row, unless rows of its own are there. */
const OTHER = '其他处理'
const ROW_OF_OTHER = /逾期/
const GROUP_NUMBER = /^[（(]?[三四五六][）)、.]*/
const APART_IN_NAME = 1.2

const areStacked = (a: Item, b: Item): boolean => Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x) >= Math.min(a.width, b.width) * 0.6
const textOf = (items: readonly Item[]): string => tight(items.map(({ text }) => text).join(''))
const isNear = (above: Item, below: Item, apart: number): boolean => areStacked(above, below) && below.y > above.y && below.y - (above.y + above.height) <= apart

/** Stacks of pieces from above, each piece near below the last, as far as together they are a part of some words. */
function stacksOf(items: readonly Item[], apart: number, isPart: (text: string) => boolean): Item[][] {
  const stacks: Item[][] = []
  for (const item of [...items].sort((a, b) => a.y - b.y)) {
    const stack = stacks.findLast((pieces) => isNear(pieces.at(-1)!, item, apart) && isPart(textOf([...pieces, item])))
    if (stack) stack.push(item)
    else if (isPart(tight(item.text))) stacks.push([item])
  }
  return stacks
}

/** Whether pieces below each other are the side's words or some of them, and no more than these: 结果 may begin 结果维持. */
function isSide(pieces: readonly Item[], items: readonly Item[], height: number): boolean {
  const text = textOf(pieces)
  const [first, last] = [pieces[0]!, pieces.at(-1)!]
  const isFirst = (item: Item): boolean => FIRST_ROWS.test(tight(item.text)) && item.x >= first.x + first.width + height * 0.5 && Math.abs(centre(item) - centre(first)) <= height * 1.5
  if (NUMERAL.test(text)) return items.some(isFirst)
  const isOther = (item: Item): boolean => !pieces.includes(item) && tight(item.text).length <= 2 && (isNear(last, item, height) || isNear(item, first, height))
  return text.length >= (pieces.length === text.length ? LEAST_LETTERS : LEAST_IN_PIECES) && !items.some(isOther)
}

const withoutNumber = (text: string): string => text.replace(GROUP_NUMBER, '')

/** Whether the name of a group is the only one beside the numbers on its line: it may be that row's. */
function isOfRow(pieces: readonly Item[], items: readonly Item[], height: number): boolean {
  if (pieces.length > 1) return false
  const [name] = pieces as [Item]
  const right = items.filter((item) => item.x >= name.x + name.width && Math.abs(centre(item) - centre(name)) <= height * 2)
  return right.some((item) => isNumber(item.text) && Math.abs(centre(item) - centre(name)) <= height * 0.5) && right.every(({ text }) => isNumber(text))
}

/** The form's note beside the headings of table 3; its lines stand near below each other. */
const NOTE = /^[（(]?(?:本列)?数据的?勾稽关系为?[：:].*之?和[。.]?[）)]?$/
const LONGEST_NOTE = 60
const APART_IN_NOTE = 1.5

/** The pieces of the form's note, from above; none where a table has none. */
function noteOf(items: readonly Item[], height: number): Item[] {
  for (const first of items.filter(({ text }) => /^[（(]?(?:本列)?数据/.test(tight(text)))) {
    const pieces = [first]
    for (const item of [...items].sort((a, b) => a.y - b.y)) {
      if (NOTE.test(textOf(pieces)) || textOf(pieces).length > LONGEST_NOTE) break
      if (isNear(pieces.at(-1)!, item, height * APART_IN_NOTE)) pieces.push(item)
    }
    if (NOTE.test(textOf(pieces))) return pieces
  }
  return []
}

/** Items without what stands at the side of the rows of table 3 and names none of them: the form's note, the words of its third part, written downwards, turned or in pieces, and the names of groups. */
export function withoutSideLabels(items: readonly Item[], height: number): readonly Item[] {
  const side = stacksOf(items, height * APART, (text) => SIDE.includes(text)).filter((pieces) => isSide(pieces, items, height))
  const names = items.some(({ text }) => ROW_OF_OTHER.test(text)) ? [...GROUPS, OTHER] : GROUPS
  const groups = stacksOf(items, height * APART_IN_NAME, (text) => names.some((name) => name.startsWith(withoutNumber(text)))).filter((pieces) => names.includes(withoutNumber(textOf(pieces))) && !isOfRow(pieces, items, height))
  const found = new Set([...side, ...groups, noteOf(items, height)].flat())
  return found.size === 0 ? items : items.filter((item) => !found.has(item))
}
