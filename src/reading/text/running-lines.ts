import { isAgency } from '../meaning/names'
import { isTitle } from '../meaning/title'
import { tight } from '../meaning/words'

/** What the first and last lines of pages have in common: their numbers and dates left out. */
const runningKey = (line: string): string => tight(line).replace(/\d+/g, '0')

/** So many lines at the head and foot of a page may be those of every page. */
const EDGE = 2

/** A line that says which page of how many it ends: 2/3, 第2页 共3页. */
const COUNTED = /(?:(?:^|\s)(\d{1,3})\s?[/／]\s?(\d{1,3})|第\s?(\d{1,3})\s?页[\s,，、/／]*共\s?(\d{1,3})\s?页)\s*$/

/** The text with the ends of its pages, where these are lost and lines count all of them, one by one. */
function withPageEnds(text: string): string {
  if (text.includes('\f')) return text
  const lines = text.split('\n')
  const counted = lines.flatMap((line, at) => {
    const [, page, of, ordinal, all] = COUNTED.exec(line.trimEnd()) ?? []
    return page === undefined && ordinal === undefined ? [] : [{ at, page: Number(page ?? ordinal), of: Number(of ?? all) }]
  })
  const isCount = counted.length > 1 && counted.every(({ page, of }, at) => page === at + 1 && of === counted.length)
  const ends = new Set(isCount ? counted.map(({ at }) => at) : [])
  return lines.map((line, at) => (at === lines.length - 1 ? line : `${line}${ends.has(at) ? '\f' : '\n'}`)).join('')
}

/** The text without the lines that stand at the head or foot of most of its pages; a title is left on the first, and the organ above it. */
export function withoutRunningLines(written: string): string {
  const text = withPageEnds(written)
  const pages = text.split('\f').map((page) => page.split(/\r?\n/))
  if (pages.filter((page) => page.some((line) => line.trim() !== '')).length < 2) return text
  const filled = pages.map((page) => page.flatMap((line, at) => (line.trim() === '' ? [] : [at])))
  const edges = filled.map((ats) => [...new Set([...ats.slice(0, EDGE), ...ats.slice(-EDGE)])])
  const heads = filled[0]!.slice(0, EDGE)
  const counts = new Map<string, number>()
  edges.forEach((ats, page) => ats.forEach((at) => counts.set(runningKey(pages[page]![at]!), (counts.get(runningKey(pages[page]![at]!)) ?? 0) + 1)))
  const isRunning = (line: string): boolean => (counts.get(runningKey(line)) ?? 0) * 2 > pages.length - 1 && (counts.get(runningKey(line)) ?? 0) >= 2 && hasLetters(line)
  return pages.map((page, at) => page.map((line, index) => (edges[at]!.includes(index) && isRunning(line) && !(at === 0 && (isTitle(tight(line)) || (heads.includes(index) && isAgency(tight(line))))) ? '' : line)).join('\n')).join('\f')
}

const hasLetters = (line: string): boolean => /\p{L}{2}/u.test(line)
