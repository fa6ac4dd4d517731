import { APPLICANT_IDS, type RequestRow } from '@/domain/figure'
import { isBlank, withoutSpare, type Entry } from './entries'
import { GROUP_ROWS, isSideLabel, REQUEST_LABELS, ROW_ORDER } from './labels'
import { bare, isNumbered, tight } from './words'

/** A line with values in table 3 and what its label names. */
export interface Line {
  readonly entry: Entry
  readonly name: string
  readonly row: RequestRow | 'extra' | null
  readonly sure: boolean
}

/** Rows that head no others. */
export const LEAVES = ROW_ORDER.filter((row) => !GROUP_ROWS.has(row))

/** What stands beside the rows below the sum of their group. */
const OF_SUM = '其中'

/** Whether a row has no name but those of its group and of the table's side. */
export const isNameless = ({ labels }: Entry): boolean => labels.every(({ text }) => isSideLabel(text) || tight(text) === OF_SUM || GROUP_ROWS.has(REQUEST_LABELS.is(text) ?? ''))

/** Whether a label says no more than that its row sums up those above it. */
export const isSubtotal = (text: string): boolean => tight(text) === '小计'

/** Whether subtotals stand above the rows that they sum up: one does so where no row of a group is above it, and one is below; or, if it is named by its group, none of that. */
function headGroups(lines: readonly Line[]): boolean {
  const named = lines.findIndex(({ name, row }) => row !== null && GROUP_ROWS.has(row) && /小计$/.test(tight(name)))
  const isOfNamed = ({ row }: Line): boolean => LEAVES.includes(row as RequestRow) && groupOf(row) === lines[named]!.row
  if (named >= 0 && !lines.slice(0, named).some(isOfNamed) && lines.slice(named).some(isOfNamed)) return true
  const first = lines.findIndex(({ row }) => GROUP_ROWS.has(groupOf(row)))
  const subtotal = lines.findIndex(({ name, row }) => isSubtotal(name) && !GROUP_ROWS.has(groupOf(row)))
  return subtotal >= 0 && first > subtotal
}

/** Whether there are rows of other groups than this, and the last of each has a subtotal right behind it. */
function areSummed(lines: readonly Line[], group: string): boolean {
  const groups = new Set(lines.map(({ row }) => groupOf(row)).filter((each) => GROUP_ROWS.has(each) && each !== group))
  return groups.size > 0 && [...groups].every((each) => isSubtotal(lines[lines.findLastIndex(({ row }) => groupOf(row) === each) + 1]?.name ?? ''))
}

/** Lines where a subtotal is that of the group above it, rows that the report adds to it between them, if another line is the total of all, rows of another group follow, or the groups before have subtotals; of the group below it where subtotals head their groups. */
export function withSubtotals(lines: readonly Line[]): Line[] {
  const hasTotal = lines.some(({ row, name }) => row === 'processed' && !isSubtotal(name))
  const areHeads = headGroups(lines)
  return lines.map((line, at) => {
    const others = areHeads ? lines.slice(at + 1) : lines.slice(0, at).reverse()
    const group = groupOf(others.find(({ row }) => row !== 'extra')?.row)
    const isInside = hasTotal || areHeads || areSummed(lines.slice(0, at), group) || lines.slice(at + 1).some(({ row }) => GROUP_ROWS.has(groupOf(row)) && groupOf(row) !== group)
    return isInside && isSubtotal(line.name) && (line.row === 'processed' || line.row === null) && GROUP_ROWS.has(group) ? { ...line, row: group as RequestRow, sure: true } : line
  })
}

const groupOf = (row: string | null | undefined): string => row?.split('.')[0] ?? ''

/** What the name of a row says besides that of its group, which is part of it: 其他 of 其他无法提供, 的其他情形 of 不予处理的其他情形; empty where it says no more. */
function besideGroup({ row, name }: Line): string {
  if (row === null || !GROUP_ROWS.has(row) || REQUEST_LABELS.is(name) !== undefined) return ''
  const words = bare(name)
  const own = REQUEST_LABELS.writings(row).find((writing) => words.includes(writing))
  return own === undefined ? '' : words.replace(own, '')
}

/** Lines where 其他 below the rows of another group than 其他处理 is a row that the report adds to that group: told by the group's name in its own or beside it, by its number, or by what comes behind it. Behind the name of 其他处理 itself it is the last row of that. */
export function withOthersOfGroups(lines: readonly Line[]): Line[] {
  const known = lines.filter(({ row }) => row !== null && row !== 'extra')
  return lines.map((line) => {
    const beside = besideGroup(line)
    if (line.row === 'other' && /^其[他它]$/.test(beside)) return { ...line, row: 'other.other', sure: true }
    if (/其[他它]/.test(beside)) return { ...line, row: 'extra' }
    if (line.row !== 'other.other') return line
    const group = line.entry.labels.map(({ text }) => REQUEST_LABELS.is(text) ?? '').findLast((id) => GROUP_ROWS.has(id))
    const at = known.indexOf(line)
    const isBehindOther = groupOf(known[at - 1]?.row) !== 'other' && GROUP_ROWS.has(groupOf(known[at - 1]?.row))
    const number = Number(/^\d+/.exec(tight(line.name))?.[0] ?? Number.NaN)
    const next = known[at + 1]?.row as RequestRow | undefined
    const goesOn = next !== undefined && number !== 1 && ROW_ORDER.indexOf(next) <= ROW_ORDER.indexOf('other.other')
    const isAdded = group === undefined ? isBehindOther && (number > 3 || goesOn) : group !== 'other'
    return isAdded ? { ...line, row: 'extra' } : line
  })
}

/** Lines without those of groups that have no numbers, where the rows under them are there: their blank cells state nothing. A row that the report adds is none of the group's in the form. */
export const withoutGroupHeadings = (lines: readonly Line[]): Line[] =>
  lines.filter(({ row, entry }) => row === null || LEAVES.includes(row as RequestRow) || !isBlank(entry) || !lines.some((other) => other.row?.startsWith(`${row}.`)))

/** Whether numbers stand beside a name that is only alike to a group's, which has none of its own in the form: 给予公开 is one letter from 不予公开, and its contrary. */
const isGroupAlike = ({ entry, name, row }: Line): boolean => row !== null && row !== 'other' && GROUP_ROWS.has(row) && REQUEST_LABELS.name(name)?.sure === 'alike' && !isBlank(entry)

/** A row's name is broken over so many rows at most. */
const MOST_BROKEN = 4

/** A name in parts that is so alike to a row's is its. */
const LEAST_ALIKE = 0.8

/** Whether the first part of a name is 其他 before the rest of 其他法律行政法规禁止公开, which is that row's name by itself: 其他 is no row of its own there. */
const isHeadOf = ([first, ...rest]: readonly string[], row: Line['row']): boolean => bare(first!) === '其他' && row !== 'other.other' && REQUEST_LABELS.is(rest.join('')) === row

/** The row that parts of a name make: by its words, where no part has another's, or by likeness, where no part is as alike alone. */
function rowOfParts(parts: readonly string[], rows: readonly Line['row'][]): Line['row'] {
  const whole = REQUEST_LABELS.is(parts.join(''))
  if (whole !== undefined) return parts.every((part, at) => (REQUEST_LABELS.is(part) ?? whole) === whole || (at === 0 && isHeadOf(parts, whole))) ? whole : null
  const found = REQUEST_LABELS.name(parts.join(''))
  if (found === null || found.score < LEAST_ALIKE || rows.some((row) => row !== null && row !== found.id)) return null
  const likeness = REQUEST_LABELS.likeness(parts.join(''), found.id)
  return parts.every((part) => REQUEST_LABELS.likeness(part, found.id) < likeness) ? found.id : null
}

/** One line of several that hold a row's name in parts, where one of them has all its numbers and the rest are blank. */
function wholeLine(lines: readonly Line[]): Line | null {
  const filled = lines.filter(({ entry }) => !isBlank(entry))
  const own = lines.map(({ entry, name }) => entry.labels.at(-1)?.text ?? name)
  if (lines.length < 2 || filled.length !== 1 || own.slice(1).some((name) => isNumbered(name) || tight(name) === '')) return null
  for (const parts of [lines.map(({ name }) => name), own]) {
    const row = rowOfParts(parts, lines.map((line) => line.row))
    if (row !== null) return { ...filled[0]!, name: parts.join(''), row, sure: true }
  }
  return null
}

/** Lines with the parts of a row's name on one, where a ruling or a row of cells goes through it. */
export function withWholeNames(lines: readonly Line[]): Line[] {
  const whole: Line[] = []
  for (let at = 0; at < lines.length; at += 1) {
    const sizes = Array.from({ length: MOST_BROKEN - 1 }, (_, less) => MOST_BROKEN - less)
    const size = sizes.find((count) => at + count <= lines.length && wholeLine(lines.slice(at, at + count)) !== null) ?? 1
    whole.push(wholeLine(lines.slice(at, at + size)) ?? lines[at]!)
    at += size - 1
  }
  return whole
}

/** Whether a line has the numbers of all applicants, and no name but those of its group and of the table's side. */
export const isUnnamed = ({ entry }: Pick<Line, 'entry'>): boolean => isNameless(entry) && !isBlank(entry) && withoutSpare(entry.values, APPLICANT_IDS.length).length === APPLICANT_IDS.length

/** The rows of the form whose cells all are blank, right above a line. */
export function blankAbove(lines: readonly Line[], at: number): RequestRow[] {
  const above = lines.slice(0, at)
  return above.slice(above.findLastIndex(({ row, entry }) => !LEAVES.includes(row as RequestRow) || !isBlank(entry)) + 1).map(({ row }) => row as RequestRow)
}

/** How many names of groups stand beside a line. */
const groupsBeside = (line: Line | undefined): number => line?.entry.labels.filter(({ text }) => GROUP_ROWS.has(REQUEST_LABELS.is(text) ?? '')).length ?? 0

/** The place of a row among those that head no others; that of the first of a group which stands whole, without its rows. */
const placeOf = (row: Line['row'] | undefined): number => LEAVES.findIndex((leaf) => leaf === row || (row === 'other' && leaf.startsWith('other.')))

/** The place of a row, or, of the sum of a group, that of the first row below it. */
const beginOf = (row: Line['row'] | undefined): number => (GROUP_ROWS.has(row ?? '') ? LEAVES.findIndex((leaf) => leaf.startsWith(`${row!}.`)) : placeOf(row))

/** Lines without a name right between two rows of which the form has one between, which no other line is: that row, by its place. One that has the name of a group besides that which reaches over the rows beside it is called by that. */
export function withPlaced(lines: readonly Line[]): Line[] {
  const taken = new Set(lines.map(({ row }) => row))
  return lines.map((line, at) => {
    const [before, after] = [placeOf(lines[at - 1]?.row), beginOf(lines[at + 1]?.row)]
    const row = before >= 0 && after === before + 2 ? LEAVES[before + 1]! : null
    const isCalled = groupsBeside(line) > Math.max(groupsBeside(lines[at - 1]), groupsBeside(lines[at + 1]))
    return row === null || taken.has(row) || isCalled || !isUnnamed(line) || (line.row !== null && !row.startsWith(`${line.row}.`)) ? line : { ...line, row, sure: false }
  })
}

/** The number that a name begins with, in its group; NaN where it has none. */
const numberOf = ({ name }: Line): number => Number(/^[(（]?(\d{1,2})/.exec(tight(name))?.[1] ?? Number.NaN)

/** Lines with the name of the row above them again, and the number and the place of the only row that the form has between that and the next: that row, whose name was copied wrong. */
export function withOwnNumbers(lines: readonly Line[]): Line[] {
  const taken = new Set(lines.map(({ row }) => row))
  return lines.map((line, at) => {
    const [above, below] = [lines[at - 1], lines[at + 1]]
    const place = placeOf(line.row)
    const row = LEAVES[place + 1]
    if (place < 0 || row === undefined || above?.row !== line.row || beginOf(below?.row) !== place + 2 || taken.has(row)) return line
    const number = 1 + LEAVES.filter((leaf) => groupOf(leaf) === groupOf(row)).indexOf(row)
    return groupOf(row) === groupOf(line.row) && numberOf(line) === number && numberOf(above) === number - 1 ? { ...line, row, sure: false } : line
  })
}

/** Lines whose label names nothing, between two that are known, take the rows left out there where the wording bears it out. */
export function withGuessed(written: readonly Line[]): Line[] {
  const lines = written.map((line) => (isGroupAlike(line) ? { ...line, row: null } : line))
  const taken = new Set(lines.map(({ row }) => row))
  return lines.map((line, at) => {
    if (line.row !== null || (isNameless(line.entry) && isBlank(line.entry)) || withoutSpare(line.entry.values, APPLICANT_IDS.length).length !== APPLICANT_IDS.length) return line
    const before = lines.slice(0, at).findLast(({ row }) => row !== null && row !== 'extra')?.row as RequestRow | undefined
    const after = lines.slice(at + 1).find(({ row }) => row !== null && row !== 'extra')?.row as RequestRow | undefined
    const gap = ROW_ORDER.slice(before ? ROW_ORDER.indexOf(before) + 1 : 0, after ? ROW_ORDER.indexOf(after) : undefined).filter((row) => LEAVES.includes(row) && !taken.has(row))
    const best = gap.map((row) => ({ row, score: REQUEST_LABELS.likeness(line.name, row) })).sort((a, b) => b.score - a.score)
    if (!best[0] || best[0].score < 0.34 || best[0].score - (best[1]?.score ?? 0) < 0.1) return line
    taken.add(best[0].row)
    return { ...line, row: best[0].row, sure: false }
  })
}
