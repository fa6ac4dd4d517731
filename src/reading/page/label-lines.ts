import { remembered } from '@/domain/remembered'
import { GROUP_ROWS, isRequestRow, type LabelLine } from './label-columns'
import { ITEM_LABELS, KIND_LABELS, REQUEST_LABELS, RESULT_LABELS } from '../meaning/labels'
import { withoutGroup } from '../meaning/names-with-group'
import type { ValueRow } from './rows'
import { bare, isNumbered, segments, tight } from '../meaning/words'

const VOCABULARIES = [REQUEST_LABELS, ITEM_LABELS, RESULT_LABELS, KIND_LABELS] as const
/** How much a text is like the name of a row of the form, that of its group before it or not, 0 to 1. */
const likenessOf = (written: string): number => likeness(withoutGroup(written))
const likeness = (text: string): number => (VOCABULARIES.some((words) => words.is(text) !== undefined) ? 1 : Math.max(REQUEST_LABELS.name(text)?.score ?? 0, ITEM_LABELS.name(text)?.score ?? 0))

/** Headings inside a table: never a part of the label next to them. */
const STANDALONE = /情况$|^第二十条|^信息内容$|^类别$|^项目$|^申请人情况|勾稽关系/
/** Those that a narrow cell may break. */
const BROKEN = /^(?:信息内容|第二十条第.{1,3}项)$/
/** The form's note on its sums, which one may break over so many lines. */
const NOTE = /^[（(]本列数据的[勾钩]稽关系[^）)]*[）)]$/
const LONGEST_NOTE = 12

/** The lines that the form's note on its sums stands in. */
function noteIn(lines: readonly LabelLine[]): readonly LabelLine[] {
  const start = lines.findIndex(({ text }) => /^[（(]本列/.test(tight(text)))
  const own = lines.slice(start, start + LONGEST_NOTE)
  const count = start < 0 ? 0 : own.findIndex((_, at) => NOTE.test(tight(textOf(own.slice(0, at + 1))))) + 1
  return own.slice(0, count)
}

/** The headings among lines: each in one, or in two that stand below each other, and the form's note. */
function headingsIn(lines: readonly LabelLine[], height: number): ReadonlySet<LabelLine> {
  const pairs = lines.slice(1).map((line, at) => [lines[at]!, line] as const)
  return new Set([...noteIn(lines), ...lines.filter(({ text }) => STANDALONE.test(tight(text))), ...pairs.filter(([above, below]) => below.y - above.y <= height * MOST_APART && BROKEN.test(tight(above.text + below.text))).flat()])
}

/** A number of a row alone: its name goes on below. */
const isLoneNumber = (line: LabelLine | undefined): boolean => line !== undefined && isNumbered(line.text) && bare(line.text) === ''

const textOf = (lines: readonly LabelLine[]): string => lines.map(({ text }) => text).join('')

/** How numbers stand beside a label of several lines. */
type Way = 'middle' | 'top' | 'bottom'
const WAYS: readonly Way[] = ['middle', 'top', 'bottom']

const MOST_LINES = 24
/** So many letters has a name of more than one line at most, that of its group before it. */
const MOST_LETTERS = 60
/** Lines of one label follow each other within so many heights, and those of a name that is the form's only together. */
const MOST_APART = 2.6
const MOST_APART_OF_NAME = 4
// What it costs to leave a line without a row, or a row without a label; against 0 for the form's own words on the line of the numbers.
const NO_ROW = 0.5
const NO_LABEL = 1.2
/** The whole name of a row without numbers: never more than to leave it out. */
const BLANK_ROW = 0.05
const PER_UNLIKE_BLANK = 0.6
const UNKNOWN = 0.7
/** A number of a row without its name. */
const NAMELESS = 2
const PER_HEIGHT = 0.5
const PER_UNLIKENESS = 1.5
/** The name of a row without numbers is at least so much like the form's, one behind a number like one only. */
const LEAST_LIKE = 0.7
const LEAST_LIKE_NUMBERED = 0.6
/** One that begins on their line counts as no further. */
const MOST_OFF_OWN = 1
/** No label stands further from its numbers. */
const MOST_OFF = 8
/** The name of a row again, right below that row. */
const AGAIN = 1.5
/** The rest of the name before by itself. */
const SEVERED = 4
/** Another way to give labels to rows is as good where it costs no more than this beyond the cheapest. */
const AS_GOOD = 3
/** And this more for each row that is left without a name: the form has a name for each. */
const PER_NAMELESS = 3

interface Step {
  readonly cost: number
  readonly lines: number
  readonly rows: number
  /** How many of its last lines are one label: that of its last row, or that of a row without numbers. */
  readonly taken: number
  readonly blank: boolean
  readonly before: Step | null
}

/** How far a row of numbers stands from where it would beside this label, in heights. A whole name that begins on the row's line is cut by the end of a page where it stands further. */
function offOf(lines: readonly LabelLine[], row: ValueRow, height: number, way: Way): number {
  const [first, last] = [lines[0]!.y, lines.at(-1)!.y]
  const off = Math.abs(row.y - (way === 'top' ? first : way === 'bottom' ? last : (first + last) / 2)) / height
  return lines[0]!.row === row && off > MOST_OFF_OWN && REQUEST_LABELS.is(withoutGroup(textOf(lines))) !== undefined ? MOST_OFF_OWN : off
}

/** What it costs that lines are one label which hold the beginning of another, or, where they are no name of the form, the names of two rows. */
function costOfSeveral(lines: readonly LabelLine[], likeness: number): number {
  const inside = lines.slice(1).filter(({ text }) => isNumbered(text)).length
  const parts = lines.slice(1).flatMap((_, at) => [lines.slice(0, at + 1), lines.slice(at + 1)]).map(textOf)
  return inside * 0.7 + (likeness < 1 && parts.some((part) => REQUEST_LABELS.is(part) !== undefined) ? 0.8 : 0)
}

/** What it costs that these lines are the label of a row of numbers, so far from where it would stand. */
function costOf(lines: readonly LabelLine[], off: number): number {
  const likeness = likenessOf(textOf(lines))
  if (lines.length === 1 && isLoneNumber(lines[0])) return NAMELESS + Math.max(off - 0.4, 0) * PER_HEIGHT
  const words = likeness === 0 ? UNKNOWN + (lines.length - 1) * 0.4 : (1 - likeness) * PER_UNLIKENESS
  return costOfSeveral(lines, likeness) + words + Math.min(off, 0.4) * 0.1 + Math.max(off - 0.4, 0) * PER_HEIGHT
}

/** Whether a line is a part of a group's name with the name of a row behind it. */
export function isBehindGroup(text: string): boolean {
  const [group, row, ...more] = segments(text)
  return row !== undefined && more.length === 0 && isRequestRow(row) && REQUEST_LABELS.name(group!) === null
}

/** How unlike the form's a text is as the name of a row without numbers, 0 to 1; null where it is none. */
function unlikeBlankOf(written: string): number | null {
  const text = withoutGroup(written)
  if (isRequestRow(text) || isBehindGroup(text) || ITEM_LABELS.is(text) !== undefined) return 0
  const named = REQUEST_LABELS.is(text) === undefined ? REQUEST_LABELS.name(text) : null
  if (named && !GROUP_ROWS.has(named.id) && named.score >= LEAST_LIKE) return 1 - named.score
  const [only, ...others] = named === null && isNumbered(text) ? REQUEST_LABELS.nearest(text, LEAST_LIKE_NUMBERED) : []
  return only && others.length === 0 && !GROUP_ROWS.has(only.id) ? 1 - only.score : null
}

const nameOf = (lines: readonly LabelLine[]): string | null => REQUEST_LABELS.name(withoutGroup(textOf(lines)))?.id ?? null

/** What it costs that a row has the name of the row before. */
function again(own: readonly LabelLine[], { lines: at, taken }: Step, lines: readonly LabelLine[]): number {
  const before = taken > 0 ? nameOf(lines.slice(at - taken, at)) : null
  return before !== null && before === nameOf(own) ? AGAIN : 0
}

/** What it costs that lines, without a number of their own, are no part of the name before where it and the first of them begin one of the form's. */
function severed(own: readonly LabelLine[], { lines: at, taken }: Step, lines: readonly LabelLine[]): number {
  if (taken === 0 || isNumbered(own[0]!.text)) return 0
  const before = textOf(lines.slice(at - taken, at))
  const whole = REQUEST_LABELS.begun(`${before}${own[0]!.text}`)
  return whole !== undefined && whole !== REQUEST_LABELS.is(before) ? SEVERED : 0
}

/** What it costs that lines are a row's name behind the one before. */
const behind = (own: readonly LabelLine[], step: Step, lines: readonly LabelLine[]): number => again(own, step, lines) + severed(own, step, lines)

/** How many lines from each on can be one label by their letters. */
const mostLines = (lines: readonly LabelLine[]): number[] =>
  lines.map((_, from) => {
    let [count, letters] = [1, tight(lines[from]!.text).length]
    while (count < MOST_LINES && from + count < lines.length && (letters += tight(lines[from + count]!.text).length) <= MOST_LETTERS) count += 1
    return count
  })

/** Whether lines are a name of the form that is broken before one of them: neither part is one. */
const isBroken = (lines: readonly LabelLine[], before: number): boolean => [lines, lines.slice(0, before), lines.slice(before)].map((own) => REQUEST_LABELS.is(textOf(own)) !== undefined).join() === 'true,false,false'

/** Whether lines can be one label: none a heading, none too far from the next, none on the line of another row's numbers. `not-yet`: the name goes on across a wide gap, and its end may stand below. */
function isOne(lines: readonly LabelLine[], row: ValueRow, headings: ReadonlySet<LabelLine>, height: number): boolean | 'not-yet' {
  if (lines.some((line) => headings.has(line) || (line.row !== null && line.row !== row))) return false
  const apart = lines.flatMap((line, at) => (at > 0 && line.y - lines[at - 1]!.y > height * MOST_APART ? [at] : []))
  if (apart.length === 0) return true
  const [gap] = apart
  if (apart.length > 1 || lines[gap!]!.y - lines[gap! - 1]!.y > height * MOST_APART_OF_NAME) return false
  return isBroken(lines, gap!) || 'not-yet'
}

function cheapest(lines: readonly LabelLine[], rows: readonly ValueRow[], height: number, way: Way): Step {
  const headings = headingsIn(lines, height)
  const most = [...mostLines(lines), 0]
  const unlikeBlank = remembered(unlikeBlankOf)
  const table: (Step | undefined)[][] = Array.from({ length: lines.length + 1 }, () => [])
  const put = (step: Step): void => {
    const known = table[step.lines]![step.rows]
    if (!known || step.cost < known.cost) table[step.lines]![step.rows] = step
  }
  put({ cost: 0, lines: 0, rows: 0, taken: 0, blank: false, before: null })
  for (let line = 0; line <= lines.length; line += 1) {
    for (let row = 0; row <= rows.length; row += 1) {
      const step = table[line]![row]
      if (!step) continue
      if (line < lines.length) put({ cost: step.cost + severed([lines[line]!], step, lines) + (lines[line]!.row ? NO_ROW * 3 : headings.has(lines[line]!) ? 0 : NO_ROW), lines: line + 1, rows: row, taken: 0, blank: false, before: step })
      for (let count = 1; count <= most[line]!; count += 1) {
        const own = lines.slice(line, line + count)
        if (isLoneNumber(lines[line - 1]) || own.some((each, at) => each.row !== null || (at > 0 && each.y - own[at - 1]!.y > height * MOST_APART))) break
        const unlike = unlikeBlank(textOf(own))
        if (unlike !== null) put({ cost: step.cost + BLANK_ROW + unlike * PER_UNLIKE_BLANK + costOfSeveral(own, 1 - unlike) + behind(own, step, lines), lines: line + count, rows: row, taken: count, blank: true, before: step })
      }
      if (row >= rows.length) continue
      put({ cost: step.cost + NO_LABEL, lines: line, rows: row + 1, taken: 0, blank: false, before: step })
      for (let count = 1; count <= most[line]!; count += 1) {
        const own = lines.slice(line, line + count)
        const isLabel = isOne(own, rows[row]!, headings, height)
        if (isLabel === false) break
        const off = offOf(own, rows[row]!, height, way)
        if (isLabel === 'not-yet' || off > MOST_OFF) continue
        put({ cost: step.cost + costOf(own, off) + behind(own, step, lines), lines: line + count, rows: row + 1, taken: count, blank: false, before: step })
      }
    }
  }
  return table[lines.length]![rows.length]!
}

/** The labels of rows. */
export interface Labelled {
  readonly of: ReadonlyMap<ValueRow, readonly LabelLine[]>
  /** Those of rows without numbers. */
  readonly blank: readonly (readonly LabelLine[])[]
  /** Rows that have another name in another way that is nearly as good. */
  readonly doubtful: ReadonlySet<ValueRow>
}

function labelsIn(best: Step, lines: readonly LabelLine[], rows: readonly ValueRow[]): Pick<Labelled, 'of' | 'blank'> {
  const of = new Map<ValueRow, readonly LabelLine[]>()
  const blank: (readonly LabelLine[])[] = []
  for (let step: Step | null = best; step; step = step.before) {
    const own = lines.slice(step.lines - step.taken, step.lines)
    if (step.blank) blank.push(own)
    else if (step.taken > 0) of.set(rows[step.rows - 1]!, own)
  }
  return { of, blank }
}

/**
 * The lines that are the label of each row of numbers: lines and rows are in one order, so that of all ways to give the ones to the
 * others the one counts that costs least, by how near they stand and by how much the words are like those of the form.
 */
export function labelled(lines: readonly LabelLine[], rows: readonly ValueRow[], height: number): Labelled {
  const [best, ...others] = WAYS.map((way) => cheapest(lines, rows, height, way)).sort((a, b) => a.cost - b.cost)
  const { of, blank } = labelsIn(best!, lines, rows)
  const most = best!.cost + AS_GOOD + PER_NAMELESS * (rows.length - of.size)
  const ways = others.filter(({ cost }) => cost <= most).map((step) => labelsIn(step, lines, rows).of)
  const differs = (row: ValueRow, way: ReadonlyMap<ValueRow, readonly LabelLine[]>): boolean => nameOf(of.get(row) ?? []) !== nameOf(way.get(row) ?? [])
  return { of, blank, doubtful: new Set(rows.filter((row) => ways.some((way) => differs(row, way)))) }
}
