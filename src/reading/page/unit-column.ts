import { isNumber, type Item } from './geometry'
import { lineOf, type Line } from './rows'
import { isUnit } from '../meaning/units'
import { tight } from '../meaning/words'

const isHeading = ({ text }: Item): boolean => /^(?:计量|计算)?单位$/.test(tight(text))
const isMoney = (text: string): boolean => /元$/.test(tight(text))
const isOver = (a: Item, b: Item): boolean => a.x < b.x + b.width && b.x < a.x + a.width

/** Lines without a column of units between the names and the numbers, where it would be a part of the names: money's stands behind the numbers then, others say nothing that the form does not. */
export function withoutUnitColumn(lines: readonly Line[]): readonly Line[] {
  const headings = lines.flatMap(({ items, values }) => (values.length === 0 ? items.filter(isHeading) : []))
  if (headings.length === 0) return lines
  return lines.flatMap((line): Line[] => {
    const [first, ...rest] = line.values.length > 0 ? line.items.filter((item) => isUnit(tight(item.text)) && headings.some((heading) => isOver(heading, item))) : line.items.filter((item) => headings.includes(item))
    if (!first || rest.length > 0) return [line]
    const behind = isMoney(first.text) ? tight(first.text) : ''
    const items = line.items.flatMap((item) => (item === first ? [] : [line.values.includes(item) && /\d$/.test(tight(item.text)) && isNumber(item.text) ? { ...item, text: `${item.text}${behind}` } : item]))
    return items.length > 0 ? [lineOf(items, line.pieces === line.items)] : []
  })
}
