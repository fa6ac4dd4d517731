import { APPLICANT_IDS, APPLICANT_PARTS, type Applicant } from '@/domain/figure'
import type { Item } from '../page/geometry'
import { valuesFrom } from './laid-cells'
import type { TotalAt } from './column-order'
import { wordsText, type WordLine } from './laid-lines'
import { APPLICANT_LABELS, APPLICANT_WORDS } from '../meaning/labels'
import { numbersColumns } from '../meaning/serials'
import { hasHan, tight } from '../meaning/words'

type Span = Pick<Item, 'x' | 'width'>
/** Where the headings of the columns of table 3 stand, from left to right; null for one that was not found. */
export type Headings = readonly (Span | null)[]

/** How the heading of each part begins; 法人或其他组织 heads five of them, and none begins with its end. */
const PARTS: readonly RegExp[] = [/^自/, /^商|^企业/, /^科/, /^社|^公益/, /^法(?!人)/, /^其(?![他它]?组)/]
const TOTAL = /^[总合]/
/** How that of all organisations as one begins, or goes on. */
const OF_ALL = /^法人|^其[他它]组/
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

/** The kinds of organisations that have a name: 其他 begins as their common heading ends. */
const NAMED_KINDS: readonly Applicant[] = APPLICANT_PARTS.slice(1, -1)

/** The columns that headings of table 3 name: the form's, or three of which one has all organisations. */
export type Named = 'all' | 'three'

/** How the headings of all columns begin, from left to right. */
const beginningsOf = (total: TotalAt, named: Named): readonly RegExp[] => (named === 'three' ? [PARTS[0]!, OF_ALL, TOTAL] : total === 'first' ? [TOTAL, ...PARTS] : [...PARTS, TOTAL])

/** The headings that words of lines without numbers name; null where they are not enough, or in another order. */
function headingsOf(lines: readonly WordLine[], total: TotalAt, named: Named = 'all'): Headings | null {
  const heads = lines.flatMap(({ words }) => words).flatMap(parted)
  const spans = beginningsOf(total, named).map((beginning) => heads.findLast(({ text }) => beginning.test(text)) ?? null)
  const present = spans.filter((span) => span !== null)
  return present.length >= Math.min(LEAST_FOUND, spans.length) && present.every(({ x }, at) => at === 0 || x > present[at - 1]!.x) ? spans : null
}

/** The applicants that words of lines name as headings, from left to right. */
export function applicantsNamed(lines: readonly WordLine[]): Applicant[] {
  const heads = lines.flatMap(({ words }) => words).flatMap(parted)
  const found = [...PARTS, TOTAL].flatMap((beginning, at) => {
    const head = heads.find(({ text }) => beginning.test(text))
    return head ? [{ id: APPLICANT_IDS[at]!, x: head.x }] : []
  })
  return found.sort((a, b) => a.x - b.x).map(({ id }) => id)
}

/** Natural persons, all organisations as one, and all: the headings of three columns. */
export const THREE: readonly string[] = ['自然人', '法人或其他组织', '总计']
const OF_THREE = /自然人法人.{0,2}其[他它]组织[总合]计/

/** The headings that lines of a text without columns name where these are the six of the form without its total, or the three of a table that sums its organisations up; null where they are others. */
export function headingsInOrder(lines: readonly WordLine[]): readonly string[] | null {
  const named = applicantsNamed(lines)
  if (named.join() === APPLICANT_PARTS.join()) return named.map((applicant) => APPLICANT_WORDS[applicant])
  return named.join() === 'natural,total' && OF_THREE.test(tight(lines.map(wordsText).join(''))) ? THREE : null
}

/** All organisations before natural persons, in lines without columns: their kinds too, or below both. Where these stand right behind natural persons a page has set its common heading on a line above. */
const ORGANISATIONS_FIRST = /^(?:(?!自然人).)*法人.{0,2}其[他它]组织(?:.*商业.*自然人.*|(?:(?!商业).)*自然人(?:(?!商业).)*)[总合]计/

/** The first words of lines that name an applicant whole, from left to right. */
function namedWhole(lines: readonly WordLine[]): Applicant[] {
  const words = lines.flatMap((line) => line.words)
  const found = APPLICANT_IDS.flatMap((id) => words.find(({ text }) => APPLICANT_LABELS.is(text) === id) ?? [])
  return found.sort((a, b) => a.x - b.x).map(({ text }) => APPLICANT_LABELS.is(text)!)
}

/** All applicants from left to right, where headings show another order than the form's, totals before all others or not: each with its whole name, or natural persons behind organisations, whose names lines break. Null where they do not. */
export function reorderedApplicants(lines: readonly WordLine[], flowing: boolean): readonly Applicant[] | null {
  const organisationsFirst: readonly Applicant[] = [...APPLICANT_PARTS.slice(1), 'natural', 'total']
  if (flowing) return ORGANISATIONS_FIRST.test(tight(lines.map(wordsText).join(''))) ? organisationsFirst : null
  const whole = namedWhole(lines)
  const isTotalAside = whole.at(-1) === 'total' || whole[0] === 'total'
  if (whole.length === APPLICANT_IDS.length && isTotalAside) return whole.filter((id) => id !== 'total').join() === APPLICANT_PARTS.join() ? null : whole
  const begun = applicantsNamed(lines)
  // Names that lines break: kinds of organisations in another order stand in the places that these take in the form.
  const kinds = begun.filter((id) => NAMED_KINDS.includes(id))
  if (begun.length === APPLICANT_IDS.length && kinds.length === NAMED_KINDS.length && kinds.join() !== NAMED_KINDS.join() && (begun.at(-1) === 'total' || begun[0] === 'total')) return begun
  const isBehind = (id: Applicant): boolean => begun.includes(id) && begun.indexOf(id) < begun.indexOf('natural')
  return begun.at(-1) === 'total' && (['business', 'research', 'nonprofit'] as const).every(isBehind) ? organisationsFirst : null
}

const isNumbering = ({ words }: WordLine): boolean => numbersColumns(words.map(({ text }) => text))

/** Whether headings of table 3 in a text laid out name three columns, of which one has all organisations, and no line has a number more. `above`: the lines before it. */
export function namesThree(lines: readonly WordLine[], above: readonly WordLine[]): boolean {
  const numbers = ({ words }: WordLine): number => words.length - valuesFrom(words)
  const heads = [...above.slice(above.findLastIndex((line) => numbers(line) > 0) + 1), ...lines.slice(0, Math.max(lines.findIndex((line) => numbers(line) > 0), 0))]
  return applicantsNamed(heads).join() === 'natural,total' && headingsOf(heads, 'last', 'three') !== null && lines.every((line) => numbers(line) <= THREE.length)
}

/** Where the numbers of the columns stand, just as cells do; null for a line that has none. */
const numbersIn = (line: WordLine, columns: number): Headings | null => (isNumbering(line) && line.words.length >= columns ? line.words.slice(-columns) : null)

/** Where the headings of each page stand, in lines without numbers but those of the columns; a page that does not repeat them has none. */
export function applicantHeadings(lines: readonly WordLine[], total: TotalAt, named: Named = 'all'): ReadonlyMap<number, Headings> {
  const found = new Map<number, Headings>()
  let open: WordLine[] = []
  const close = (page: number): void => {
    const headings = found.has(page) ? null : headingsOf(open, total, named)
    if (headings) found.set(page, open.map((line) => numbersIn(line, headings.length)).findLast((numbers) => numbers !== null) ?? headings)
    open = []
  }
  lines.forEach((line, at) => {
    const isOpen = valuesFrom(line.words) === line.words.length || isNumbering(line)
    if (isOpen) open.push(line)
    if (!isOpen || lines[at + 1]?.page !== line.page) close(line.page)
  })
  return found
}

/** The letters of all that heads the columns of table 3, wherever ends of lines part them. */
const HEADING_LETTERS = new Set('申请人情况自然商业企科研机构社会公益组织法律服务其他或者总合小计备注本列数据的勾钩稽关系为第一项加二之和等于三四')
const mayHead = (line: WordLine): boolean => isNumbering(line) || (valuesFrom(line.words) === line.words.length && [...tight(wordsText(line))].every((letter) => !hasHan(letter) || HEADING_LETTERS.has(letter)))

/** How many lines from one on are the headings of table 3, with all that stands below the first; 0 where they are not. */
function repeatedFrom(lines: readonly WordLine[], from: number, total: TotalAt): number {
  let to = from
  while (to < lines.length && lines[to]!.page === lines[from]!.page && mayHead(lines[to]!)) to += 1
  const first = headingsOf(lines.slice(from, to), total)?.find((heading) => heading !== null)
  if (!first) return 0
  // What stands left of them below is the name of the next row, or its group's.
  while (!isNumbering(lines[to - 1]!) && lines[to - 1]!.words.every(({ x, width }) => x + width <= first.x)) to -= 1
  return to - from
}

/** Lines of table 3 without its headings, which each page may repeat, also within a row. */
export function withoutHeadings<Line extends WordLine>(lines: readonly Line[], total: TotalAt): Line[] {
  const kept: Line[] = []
  for (let at = 0; at < lines.length; at += 1) {
    const count = repeatedFrom(lines, at, total)
    if (count > 0) at += count - 1
    else kept.push(lines[at]!)
  }
  return kept
}

/** Whether headings show the totals before all parts. */
export const headsTotalFirst = (lines: readonly WordLine[]): boolean => [...applicantHeadings(lines, 'first').values()].some(([total, natural]) => total !== null && natural !== null)
