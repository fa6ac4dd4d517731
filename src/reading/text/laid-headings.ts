import type { Item } from '../page/geometry'
import { valuesFrom } from './laid-cells'
import type { WordLine } from './laid-lines'

type Span = Pick<Item, 'x' | 'width'>
/** Where the headings of the columns of table 3 stand; null for one that was not found. */
export type Headings = readonly (Span | null)[]

/** How the heading of each column begins; 法人或其他组织 heads five of them, and none begins with its end. */
const BEGINNINGS: readonly RegExp[] = [/^自/, /^商|^企业/, /^科/, /^社|^公益/, /^法(?!人)/, /^其(?!他?组织)/, /^[总合]/]
/** Headings that no space parts. */
const GLUED = /(?<=[人业构织他])(?=[商企科社公法其总合])/
/** So many headings show the columns. */
const LEAST_FOUND = 5

/** A word's headings, one by one. */
function parted({ text, x, width }: Item): (Span & { readonly text: string })[] {
  const wide = width / text.length
  let at = 0
  return text.split(GLUED).map((part) => {
    const own = { text: part, x: x + at * wide, width: part.length * wide }
    at += part.length
    return own
  })
}

/** The headings that words of lines without numbers name; null where they are not enough, or in another order. */
function headingsOf(lines: readonly WordLine[]): Headings | null {
  const heads = lines.flatMap(({ words }) => words).flatMap(parted)
  const spans = BEGINNINGS.map((beginning) => heads.findLast(({ text }) => beginning.test(text)) ?? null)
  const present = spans.filter((span) => span !== null)
  return present.length >= LEAST_FOUND && present.every(({ x }, at) => at === 0 || x > present[at - 1]!.x) ? spans : null
}

/** Where the headings of each page stand, in lines without numbers; a page that does not repeat them has none. */
export function applicantHeadings(lines: readonly WordLine[]): ReadonlyMap<number, Headings> {
  const found = new Map<number, Headings>()
  let open: WordLine[] = []
  const close = (page: number): void => {
    const headings = found.has(page) ? null : headingsOf(open)
    if (headings) found.set(page, headings)
    open = []
  }
  lines.forEach((line, at) => {
    if (valuesFrom(line.words) === line.words.length) open.push(line)
    if (valuesFrom(line.words) < line.words.length || lines[at + 1]?.page !== line.page) close(line.page)
  })
  return found
}
