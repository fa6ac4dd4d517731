import { ARTICLE, COLUMN_LABELS, ITEM_LABELS } from '../meaning/labels'
import { isNumberCell } from '../meaning/values'
import { tight } from '../meaning/words'
import type { TextLine } from './lines'

/** So many numbers one after the other are a list. */
const LEAST_LISTED = 3

/** A number of table 2 as a list has it: its article, its item and the name of its column before it, a line each. */
interface Listed {
  readonly article: TextLine
  readonly item: TextLine
  readonly column: TextLine
  readonly value: TextLine
}

/** Where the next lines stand that are not blank, so many from one on. */
function filledFrom(lines: readonly TextLine[], at: number, count: number): number[] {
  const found: number[] = []
  for (let next = at; next < lines.length && found.length < count; next += 1) if (lines[next]!.text.trim() !== '') found.push(next)
  return found
}

/** Four lines, or cells, as a number of the list; null where they are none. */
function asListed([article, item, column, value]: readonly TextLine[]): Listed | null {
  const isListed = value !== undefined && ARTICLE.test(tight(article!.text)) && ITEM_LABELS.is(item!.text) !== undefined && COLUMN_LABELS.is(column!.text) !== undefined && isNumberCell(value.text)
  return isListed ? { article: article!, item: item!, column: column!, value } : null
}

/** What wide spaces part on a line. */
const WIDE = /[ \u00a0\u3000]{2,}/

/** The number of the list that begins on a line, its parts beside each other or a line each, and the line behind it. */
function listedAt(lines: readonly TextLine[], at: number): { listed: Listed; next: number } | null {
  const line = lines[at]
  if (!line || line.text.trim() === '') return null
  const beside = line.text.trim().split(WIDE).map((text) => ({ ...line, text }))
  const onLine = beside.length === 4 ? asListed(beside) : null
  if (onLine) return { listed: onLine, next: at + 1 }
  const places = filledFrom(lines, at, 4)
  const below = places[0] === at ? asListed(places.map((place) => lines[place]!)) : null
  return below && { listed: below, next: places[3]! + 1 }
}

/** The lines of the form's own table: the article, the headings, and below them each item with its numbers. */
function asTable(list: readonly Listed[]): TextLine[] {
  const made: TextLine[] = []
  for (let at = 0; at < list.length; ) {
    const { article, item } = list[at]!
    const own = list.slice(at).findIndex((each) => tight(each.item.text) !== tight(item.text))
    const row = list.slice(at, own < 0 ? undefined : at + own)
    made.push(article, { ...article, text: '信息内容' }, ...row.map(({ column }) => column), item, ...row.map(({ value }) => value))
    at += row.length
  }
  return made
}

/** Lines of a text in which table 2 is a list, beside each other or a cell a line: its article, item and column before each number. As the form has it, a cell a line. */
export function withListedItems(lines: readonly TextLine[]): readonly TextLine[] {
  const made: TextLine[] = []
  for (let at = 0; at < lines.length; at += 1) {
    const list: Listed[] = []
    let next = at
    for (let found = listedAt(lines, next); found; found = listedAt(lines, next)) {
      list.push(found.listed)
      next = filledFrom(lines, found.next, 1)[0] ?? lines.length
    }
    if (list.length < LEAST_LISTED) made.push(lines[at]!)
    else {
      made.push(...asTable(list))
      at = next - 1
    }
  }
  return made
}
