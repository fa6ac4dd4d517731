import type { Item, PageLayout } from './geometry'
import { tight } from '../meaning/words'

/** What stands on so many pages, or so large a part of them, is on most. */
const LEAST_PAGES = 3
const MOST_OF = 0.6
/** No more than so far from the first or the last line of a page stand its heads and feet, and not further apart where they are on several. */
const AT_EDGE = 30
const SAME_PLACE = 3
/** Shorter pieces may be numbers or marks of a table's cells. */
const LEAST_LENGTH = 3

/** A piece and where it stands, as it is and without each number that may be the page's own: two are the same where they have one of these in common. */
function keysOf({ text, y }: Item, page: number): string[] {
  const words = tight(text)
  const places = [...words.matchAll(new RegExp(`(?<!\\d)${page}(?!\\d)`, 'g'))].map(({ index }) => index)
  return [words, ...places.map((at) => `${words.slice(0, at)}#${words.slice(at + String(page).length)}`)].map((key) => `${key} ${Math.round(y / SAME_PLACE)}`)
}

/** Pages without the lines at their heads or feet that stand on most of them: they are no part of the report. */
export function withoutRunningHeads(pages: readonly PageLayout[]): PageLayout[] {
  if (pages.length < 2) return [...pages]
  const counts = new Map<string, number>()
  for (const { items, page } of pages) for (const key of new Set(items.flatMap((item) => keysOf(item, page)))) counts.set(key, (counts.get(key) ?? 0) + 1)
  const least = Math.max(Math.min(LEAST_PAGES, pages.length), pages.length * MOST_OF)
  return pages.map((page) => {
    const ys = page.items.map(({ y }) => y)
    const [top, bottom] = [Math.min(...ys), Math.max(...ys)]
    const isRunning = (item: Item): boolean => tight(item.text).length >= LEAST_LENGTH && !/^\d+$/.test(tight(item.text)) && keysOf(item, page.page).some((key) => counts.get(key)! >= least) && (item.y <= top + AT_EDGE || item.y >= bottom - AT_EDGE)
    return { ...page, items: page.items.filter((item) => !isRunning(item)) }
  })
}
