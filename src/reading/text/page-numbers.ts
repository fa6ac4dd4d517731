import { tight } from '../meaning/words'

/** Alone, or between dashes. */
const BARE = /^(?:(\d{1,3})|[-—–·]+(\d{1,3})[-—–·]+)$/

/** The number that stands alone on a line; null where there is another word, or none. */
function numberOn(line: string): number | null {
  const [, alone, dashed] = BARE.exec(tight(line.normalize('NFKC'))) ?? []
  return alone === undefined && dashed === undefined ? null : Number(alone ?? dashed)
}

/** So many pages are counted at least, and so large a part of all. */
const LEAST_PAGES = 2
const MOSTLY = 0.5
/** Without the ends of pages: so many lines with words stand between the numbers of two pages. */
const LEAST_LINES = 8
/** So many numbers are those of pages wherever the last stands; fewer only where it ends the text. */
const LEAST_NUMBERS = 3

/** The index of the first or last line of each page where a number stands alone that counts the pages; none where these do not count. */
function counting(pages: readonly (readonly string[])[], edge: 'first' | 'last'): Map<number, number> {
  const isFilled = (line: string): boolean => line.trim() !== ''
  const found = pages.map((lines, page) => {
    const at = edge === 'first' ? lines.findIndex(isFilled) : lines.findLastIndex(isFilled)
    const number = at < 0 ? null : numberOn(lines[at]!)
    return { page, at, offset: number === null ? null : number - page }
  })
  const filled = found.filter(({ at }) => at >= 0).length
  const likeIt = (offset: number): typeof found => found.filter((each) => each.offset === offset)
  const best = found.flatMap(({ offset }) => (offset === null ? [] : [likeIt(offset)])).sort((a, b) => b.length - a.length)[0] ?? []
  return best.length < LEAST_PAGES || best.length < filled * MOSTLY ? new Map() : new Map(best.map(({ page, at }) => [page, at]))
}

/** The lines with numbers alone of a text without ends of pages, where these count from one on and are no cells: few, far apart. */
function countingLines(lines: readonly string[]): number[] {
  const filled = lines.flatMap((line, at) => (line.trim() === '' ? [] : [at]))
  const places = filled.flatMap((at, index) => (numberOn(lines[at]!) === null ? [] : [{ at, index, number: numberOn(lines[at]!)! }]))
  const isCount = places.every(({ number, index }, at) => (at === 0 ? number === 1 || number === 2 : number === places[at - 1]!.number + 1) && index - (places[at - 1]?.index ?? -1) > LEAST_LINES)
  const isEnough = places.length >= LEAST_NUMBERS || (places.length >= LEAST_PAGES && places.at(-1)!.index === filled.length - 1)
  return isCount && isEnough ? places.map(({ at }) => at) : []
}

/** The text without the numbers of its pages that stand alone on a line, where each page starts or ends with one and they count the pages. */
export function withoutPageNumbers(text: string): string {
  const pages = text.split('\f').map((page) => page.split('\n'))
  if (pages.filter((lines) => lines.some((line) => line.trim() !== '')).length < LEAST_PAGES) {
    const own = new Set(countingLines(text.split('\n')))
    return own.size === 0 ? text : text.split('\n').map((line, at) => (own.has(at) ? '' : line)).join('\n')
  }
  const edges = [counting(pages, 'last'), counting(pages, 'first')]
  return pages.map((lines, page) => lines.map((line, at) => (edges.some((edge) => edge.get(page) === at) ? '' : line)).join('\n')).join('\f')
}
