import { middle, type Item } from './geometry'
import { lineOf, type Line } from './rows'
import { tight } from '../meaning/words'

/** Items of table 2 beside others, from where they stand. */
export interface Beside {
  readonly lines: readonly Line[]
  /** Below it all that stands beside them. */
  readonly y: number
}

const HEAD = '信息内容'
const ABOVE_HEAD = /^第.{1,3}条/

const heads = ({ pieces }: Line): Item[] => pieces.filter(({ text }) => tight(text) === HEAD)
const isAbove = ({ pieces }: Line): boolean => pieces.every(({ text }) => ABOVE_HEAD.test(tight(text)))
const isOf = (line: Line, items: readonly Item[]): Line[] => (items.length > 0 ? [lineOf(items, line.pieces === line.items)] : [])

/** Where what stands left of a place ends, and all else begins; null where something stands in between. */
function endBefore(place: number, lines: readonly Line[]): number | null {
  const items = lines.flatMap((line) => line.items)
  const end = Math.max(...items.filter((item) => middle(item) < place).map(({ x, width }) => x + width))
  return items.every((item) => item.x >= end || middle(item) < place) ? end : null
}

/** Lines without the items of table 2 that stand beside others, each with headings of its own, and these: in a row they would have one name and the numbers of both. */
export function withoutItemsBeside(lines: readonly Line[]): { readonly main: readonly Line[]; readonly beside: readonly Beside[] } {
  const [main, beside]: [Line[], Beside[]] = [[], []]
  for (let at = 0; at < lines.length; ) {
    const head = lines[at + 1] && isAbove(lines[at]!) ? at + 1 : at
    const places = heads(lines[head]!)
    const next = lines.findIndex((line, index) => index > head && (heads(line).length > 0 || isAbove(line)))
    const own = lines.slice(at, next < 0 ? lines.length : next)
    const end = places.length === 2 ? endBefore(places[1]!.x, own) : null
    if (end === null) main.push(...own)
    else {
      const right = own.flatMap((line) => isOf(line, line.items.filter(({ x }) => x >= end)))
      main.push(...own.flatMap((line) => isOf(line, line.items.filter(({ x }) => x < end))))
      beside.push({ lines: right, y: own.at(-1)!.y })
    }
    at += own.length
  }
  return { main, beside }
}
