import { formatOf } from '@/domain/formats'
import { APPLICANT_LABELS, ITEM_LABELS, REQUEST_LABELS } from '../meaning/labels'
import { serialOf } from '../meaning/serials'
import { sectionOf } from '../meaning/sections'
import { isValue } from '../meaning/values'
import { hasHan, isNumbered, tight } from '../meaning/words'
import type { TextLine } from './lines'
import { LONGEST_LABEL } from './tokens'

/** The heading of the column that numbers the rows. */
const HEADING = /^(?:序号|编号|[行项]次)$/
/** A name is broken over no more lines. */
const MOST_LINES = 4
/** So many blank cells may stand between a number and the name of its row: those that the names of the table's side and of a group cover. */
const MOST_COVERED = 2
/** So many names with their numbers before them show what these are, and so large a share of all names below the heading. */
const LEAST_ROWS = 3
const MOSTLY = 0.9
/** So many of the form's numerals, each alone above the name of its row, show that names and numerals have cells of their own. */
const LEAST_NUMERALS = 10

/** The names of the form's rows that have a numeral within their group: `1.属于国家秘密`. */
const NUMERALS: ReadonlyMap<string, number> = new Map(
  formatOf('cn-2021')!
    .tables.filter(({ section }) => section === 'requests')
    .flatMap(({ rows }) => rows.flatMap(({ label }) => {
      const numeral = Number(/^\d/.exec(label.zh)?.[0])
      const row = REQUEST_LABELS.is(label.zh)
      return row !== undefined && numeral > 0 ? [[row, numeral] as const] : []
    })),
)

const isLabel = (text: string): boolean => hasHan(text) && !isValue(text) && tight(text).length <= LONGEST_LABEL && !/[。；]/.test(text)

/** What a cell names whose first line this is, whole or broken over some: a row of table 3, or an item of table 2. */
function nameAt(lines: readonly TextLine[], at: number): string | undefined {
  if (!isLabel(lines[at]!.text)) return undefined
  const words = Array.from({ length: MOST_LINES }, (_, count) => lines.slice(at, at + count + 1).map(({ text }) => tight(text)).join(''))
  const first = REQUEST_LABELS.name(words[0]!)?.id
  return first ?? words.map((text) => ITEM_LABELS.is(text) ?? REQUEST_LABELS.is(text)).find((id) => id !== undefined)
}

/** A line that holds a number alone, and the line of the label below it. */
interface Counted {
  readonly at: number
  readonly number: number
  readonly label: number
}

/** The numbers alone on a line that stand above a label, as many lines from it as most. `beside`: or so many more or less. */
function countedIn(lines: readonly TextLine[], from: number, to: number, beside = 0): Counted[] {
  const found: Counted[] = []
  for (let at = from; at < to; at += 1) {
    const number = serialOf(lines[at]!.text)
    if (!(number > 0)) continue
    let label = at + 1
    while (label < to && lines[label]!.text.trim() === '') label += 1
    if (label < to && isLabel(lines[label]!.text)) found.push({ at, number, label })
  }
  const gaps = found.map(({ at, label }) => label - at).sort((a, b) => a - b)
  const usual = gaps[gaps.length >> 1]!
  return found.filter(({ at, label }) => Math.abs(label - at - usual) <= beside)
}

/** The lines from a heading on that are of its table: to the next heading of a part of the report. */
function endOfTable(lines: readonly TextLine[], heading: number): number {
  const sections = lines.map(({ text }) => sectionOf(text))
  // The first heading of table 3 beside it names the table, too.
  const own = sections.slice(heading, heading + MOST_LINES).find((section) => section !== undefined) ?? sections.slice(0, heading).findLast((section) => section !== undefined)
  const end = sections.findIndex((section, at) => at > heading && section !== undefined && section !== own)
  return end < 0 ? lines.length : end
}

/** The lines that number the rows below a heading that says so: 1, 2, 3 … above nearly all names of the form's rows. */
function serialsBelow(lines: readonly TextLine[], heading: number): Counted[] {
  const to = endOfTable(lines, heading)
  const serials: Counted[] = []
  for (const counted of countedIn(lines, heading + 1, to, MOST_COVERED)) if (counted.number === serials.length + 1) serials.push(counted)
  const numbers = new Set(serials.map(({ at }) => at))
  // The number of a row stands above the name of its group where it has one.
  const isCounted = (at: number): boolean => {
    let above = at - 1
    while (above > heading && (lines[above]!.text.trim() === '' || isLabel(lines[above]!.text))) above -= 1
    return numbers.has(above)
  }
  // 其他 and 总计 head columns, too.
  const names = lines.slice(0, (serials.at(-1)?.label ?? 0) + MOST_LINES).flatMap(({ text }, at) => (at > heading && APPLICANT_LABELS.is(text) === undefined && nameAt(lines, at) !== undefined ? [at] : []))
  const named = names.filter(isCounted).length
  return named >= LEAST_ROWS && named >= names.length * MOSTLY ? serials : []
}

/** The form's numerals that have cells of their own, each above the name of its row: 1 above 属于国家秘密. That of a row which a report adds is one more than that of the row before. */
function numeralsIn(lines: readonly TextLine[]): Counted[] {
  const all = countedIn(lines, 0, lines.length)
  if (all.length < LEAST_NUMERALS) return []
  const numerals: Counted[] = []
  let named = 0
  for (const counted of all) {
    const row = isNumbered(lines[counted.label]!.text) ? 'numbered' : nameAt(lines, counted.label)
    const numeral = NUMERALS.get(row ?? '')
    const isNext = numeral === undefined && row !== 'numbered' && counted.number - 1 === numerals.at(-1)?.number
    if (numeral === counted.number) named += 1
    if (numeral === counted.number || isNext) numerals.push(counted)
  }
  const labels = new Set(numerals.map(({ label }) => label))
  const [first, last] = [numerals[0]?.label ?? 0, numerals.at(-1)?.label ?? -1]
  const without = lines.slice(0, last + 1).filter(({ text }, at) => at > first && !labels.has(at) && !isNumbered(text) && NUMERALS.has(nameAt(lines, at) ?? '')).length
  return named >= LEAST_NUMERALS && named >= (named + without) * MOSTLY ? numerals : []
}

/**
 * Lines of cells without those that number the rows of a table, where a heading says that such a column is there (序号) and the names below it have
 * 1, 2, 3 … above them, each and alone on a line; and with the form's numerals before the names of their rows where each has a line of its own. Such a
 * number would be the last cell of the row before.
 */
export function withoutSerialNumbers<Line extends TextLine>(lines: readonly Line[]): readonly Line[] {
  const headings = lines.flatMap(({ text }, at) => (HEADING.test(tight(text)) ? [at] : []))
  const serials = headings.flatMap((heading) => serialsBelow(lines, heading))
  const dropped = new Set([...serials.map(({ at }) => at), ...(serials.length > 0 ? headings : [])])
  const bare = dropped.size === 0 ? lines : lines.filter((_, at) => !dropped.has(at))
  const numerals = new Map(numeralsIn(bare).flatMap(({ at, number, label }) => [[at, null], [label, number]] as const))
  return numerals.size === 0 ? bare : bare.flatMap((line, at) => (numerals.get(at) === null ? [] : [numerals.has(at) ? { ...line, text: `${String(numerals.get(at))}.${line.text}` } : line]))
}
