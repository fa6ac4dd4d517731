import type { RowLine } from './form-rows'
import type { TotalAt } from './column-order'
import { addsUp, asCells, cellsIn } from './laid-cells'
import { GROUP_ROWS, REQUEST_LABELS, ROW_ORDER } from '../meaning/labels'
import { isNumbered, tight } from '../meaning/words'
import type { Item } from '../page/geometry'

/** So like a row's own words a line is its name, or begins one. */
const WHOLE = 0.8
const BEGUN = 0.55
/** Lines of one run of rows stand no further apart. */
const MOST_APART = 2
/** No more rows stand a line below their names. */
const MOST_ROWS = 6

/** A row's name: its place in the form, and how like its words are. */
interface Name {
  readonly order: number
  readonly score: number
}

/** A row in a run whose names are a line ahead of their numbers. */
interface Ahead extends Name {
  readonly line: RowLine
  readonly text: string
}

const letters = (text: string): string => tight(text).replace(/[^\p{L}]/gu, '')
const isGroup = (groups: readonly string[], { text }: Item): boolean => letters(text) === '' || groups.some((group) => group.includes(letters(text)))
const ownText = (groups: readonly string[], { labels }: RowLine): string => labels.filter((item) => !isGroup(groups, item)).map(({ text }) => text).join('')

/** Whether a line starts the name of a group, which may be a row of its own: what follows is no end of a name above. */
const startsGroup = ({ labels }: RowLine): boolean => labels.some(({ text }) => GROUP_ROWS.has(REQUEST_LABELS.is(text) ?? '') || /^[（(][一二三四五六七][）)]/.test(tight(text)))

/** Whether a line has the whole name of a row that may stand alone, such as 3.其他: its numbers are its own. */
const isWhole = ({ labels }: RowLine): boolean => {
  const row = REQUEST_LABELS.is(labels.at(-1)?.text ?? '')
  return row !== undefined && !GROUP_ROWS.has(row)
}

function nameIn(text: string, least: number): Name | null {
  if (letters(text) === '') return null
  const found = REQUEST_LABELS.nearest(text, least).flatMap(({ id, score }) => (id === 'extra' || GROUP_ROWS.has(id) ? [] : [{ order: ROW_ORDER.indexOf(id), score }]))
  return found[0] ?? null
}

/** Whether numbers of two lines below each other cannot be those of one row. */
function areTwoRows(upper: RowLine, lower: RowLine, width: number, total: TotalAt): boolean {
  const cells = cellsIn([upper.values, lower.values], width)
  if (cells === null) return true
  const whole = [upper, lower].map(({ values }) => addsUp(asCells(values), total))
  return whole.every((sum) => sum === true) && addsUp(cells, total) === false
}

/** Whether a line that is like a name is the end of one that began above. */
function endsName(lines: readonly RowLine[], at: number, text: string, name: Name, groups: readonly string[]): boolean {
  const from = lines.slice(0, at).findLastIndex(({ values }) => values.length > 0)
  const above = lines.slice(Math.max(from, 0), at).map((line) => ownText(groups, line)).join('')
  return (nameIn(`${above}${text}`, BEGUN)?.score ?? 0) > name.score
}

/** Whether a line with numbers goes on with a name: these may be its own then, and none above them. */
function goesOnBeside(line: RowLine | undefined, text: string, name: Name, groups: readonly string[]): boolean {
  const own = line && line.values.length > 0 ? ownText(groups, line) : ''
  const longer = own === '' || isNumbered(own) ? null : nameIn(`${text}${own}`, BEGUN)
  return longer !== null && longer.order === name.order && longer.score > name.score
}

/** The rows of a run from a line on that is a name without numbers: each next name stands beside the numbers of the one before, and the last numbers beside what is left of the last name or of its group's; null where it is none. */
function runFrom(lines: readonly RowLine[], from: number, groups: readonly string[]): { names: Ahead[]; numbers: RowLine[]; to: number } | null {
  const first = lines[from]!
  const text = ownText(groups, first)
  const name = first.values.length === 0 ? nameIn(text, WHOLE) : null
  if (!name || endsName(lines, from, text, name, groups)) return null
  const names: Ahead[] = [{ ...name, line: first, text }]
  const numbers: RowLine[] = []
  for (let at = from + 1; at < lines.length && names.length <= MOST_ROWS; at += 1) {
    const line = lines[at]!
    const last = names.at(-1)!
    if (line.page !== first.page || line.y - lines[at - 1]!.y > MOST_APART) return null
    const own = ownText(groups, line)
    const longer = nameIn(`${last.text}${own}`, BEGUN)
    const goesOn = (own === '' && !startsGroup(line)) || (own !== '' && !isNumbered(own) && longer?.order === last.order && longer.score >= last.score)
    if (goesOn && line.values.length > 0) return isWhole(line) || goesOnBeside(lines[at + 1], `${last.text}${own}`, longer ?? last, groups) ? null : { names, numbers: [...numbers, line], to: at + 1 }
    if (goesOn) {
      names[names.length - 1] = { ...last, ...longer, text: `${last.text}${own}` }
      continue
    }
    const next = nameIn(own, BEGUN)
    if (!next || next.order <= last.order || line.values.length === 0) return null
    names.push({ ...next, line, text: own })
    numbers.push(line)
  }
  return null
}

/**
 * Lines with numbers put beside their names where pdftotext sets a name of several lines, or that of a group, between them: the first
 * name stands alone, its numbers beside the next name, and so on. Only where there are as many lines of numbers as names, none of which can be another's end.
 */
export function besideNames(lines: readonly RowLine[], width: number, total: TotalAt, groups: readonly string[]): RowLine[] {
  const made: RowLine[] = []
  // Where the last run ends, with the numbers of its last name beside what is left of this.
  let end = 0
  for (let at = 0; at < lines.length; at += 1) {
    // Right below numbers that nothing else names a name has these.
    const above = at > 0 && at !== end ? lines[at - 1]! : null
    const hasNumbersAbove = above !== null && ownText(groups, above) === '' && (above.labels.length === 0 || above.values.length > 0)
    const run = hasNumbersAbove ? null : runFrom(lines, at, groups)
    const isSure = run !== null && run.names.length > 1 && run.numbers.length === run.names.length && run.numbers.every((line, index) => index === 0 || areTwoRows(run.numbers[index - 1]!, line, width, total))
    if (!isSure) {
      made.push(lines[at]!)
      continue
    }
    for (const line of lines.slice(at, run.to)) {
      const name = run.names.findIndex((each) => each.line === line)
      const values = run.numbers[name]?.values.map((value) => ({ ...value, y: line.y })) ?? []
      made.push({ ...line, values, ...(name >= 0 && values.length < width ? { moved: true } : {}) })
    }
    end = run.to
    at = run.to - 1
  }
  return made
}
