import { APPLICANT_IDS, APPLICANT_PARTS } from '@/domain/figure'
import { isCompared } from '../meaning/compared-columns'
import { isUnit } from '../meaning/units'
import { tight } from '../meaning/words'
import type { Item } from '../page/geometry'
import { addsUp, asCells, overlaps, valuesFrom } from './laid-cells'
import type { WordLine } from './laid-lines'

const WIDTH = APPLICANT_IDS.length
const ORGANISATIONS = APPLICANT_PARTS.length - 1
const NONE = /^(?:0件?|[-—–－／/]|无)$/
/** So many rows have a number more than the form, and so large a share of them shows by its sums which it is. */
const LEAST_SUMS = 3
const MOSTLY = 0.9

const valuesOf = ({ words }: WordLine): Item[] => words.slice(valuesFrom(words)).filter(({ text }) => !isUnit(text))

/** Whether a number of a row is the sum of its organisations: they make it up, or all others make up the row's total without it. */
const isSum = (values: readonly Item[], at: number): boolean => addsUp(asCells(values.slice(at - ORGANISATIONS, at + 1))) === true || addsUp(asCells(values.toSpliced(at, 1))) === true

/** Where a row that leaves cells out has the sum of its organisations, before its total: those before it make it up, with or without natural persons at their left, and all without it the total. -1 where none has, or a zero stands there, which the last organisation may be as well. */
function sumIn(values: readonly Item[]): number {
  const at = values.length - 2
  if (at < 1 || NONE.test(tight(values[at]!.text))) return -1
  const isOf = (from: number): boolean => at - from >= 1 && addsUp(asCells(values.slice(from, at + 1))) === true
  return (isOf(0) || isOf(1)) && addsUp(asCells(values.toSpliced(at, 1))) === true ? at : -1
}

/** Whether a row without any organisation leaves their sum blank. */
const isLeftBlank = (values: readonly Item[], at: number): boolean => values.length === WIDTH && values.slice(at - ORGANISATIONS, at).every(({ text }) => NONE.test(tight(text)))

/** Whether numbers of the form's columns add up, wherever their total stands. */
const addUp = (values: readonly Item[]): boolean => (['last', 'first'] as const).some((total) => addsUp(asCells(values), total) === true)

/** The lines of headings above the first numbers of table 3. `above`: the lines before it. */
function headsOf(lines: readonly WordLine[], above: readonly WordLine[]): readonly WordLine[] {
  const first = lines.findIndex((line) => valuesOf(line).length > 0)
  return [...above.slice(above.findLastIndex((line) => valuesOf(line).length > 0) + 1), ...lines.slice(0, Math.max(first, 0))]
}

/** Whether a heading 小计, which a narrow column may break, names the sum of organisations. */
const namesSums = (heads: readonly WordLine[]): boolean => heads.some(({ words }) => words.some(({ text }) => tight(text) === '小计')) || ['小', '总'].every((letter) => heads.some(({ words }) => words.some(({ text }) => text === letter)))

/** Whether a heading, which a narrow column may break, names a column that compares totals: above its numbers, which stand in `span`. */
const namesCompared = (heads: readonly WordLine[], span: Span | undefined): boolean =>
  heads.some(({ words }) => words.some(({ text }) => isCompared(text))) || (span !== undefined && isCompared(heads.flatMap(({ words }) => words.filter((word) => overlaps(span, word)).map(({ text }) => text)).join('')))

/** Whether lines of a text without columns, whose headings name a sum of organisations, have one number fewer than those and no sum shows that it is the total which stands there. */
export function mayLackTotals(lines: readonly WordLine[], above: readonly WordLine[]): boolean {
  const rows = lines.map(valuesOf).filter(({ length }) => length === WIDTH)
  return namesSums(headsOf(lines, above)) && !rows.some((values) => values.slice(0, 1).some(({ text }) => !NONE.test(tight(text))) && addsUp(asCells(values)) === true)
}

type Span = Pick<Item, 'x' | 'width'>

/** Where on a page the numbers of a column of rows stand. */
function spanOf(rows: readonly (readonly Item[])[], at: number): Span {
  const left = Math.min(...rows.map((values) => values[at]!.x))
  return { x: left, width: Math.max(...rows.map((values) => values[at]!.x + values[at]!.width)) - left }
}

/** A column that the form does not have. */
interface Spare {
  /** Its number, from 0. */
  readonly at: number
  /** Whether the numbers of a row with one more than the form show it. */
  readonly shows: (values: readonly Item[]) => boolean
  /** Which of the numbers of a row that leaves cells out is of it; -1 where none is. */
  readonly among: (values: readonly Item[]) => number
  /** Whether a row may leave its cell blank. */
  readonly isLeft: (values: readonly Item[]) => boolean
  /** What the lines of headings must name. */
  readonly isNamed: (heads: readonly WordLine[], span: Span | undefined) => boolean
}

const SPARE: readonly Spare[] = [
  { at: WIDTH - 1, shows: (values) => isSum(values, WIDTH - 1), among: sumIn, isLeft: (values) => isLeftBlank(values, WIDTH - 1), isNamed: namesSums },
  { at: WIDTH, shows: (values) => isSum(values, WIDTH), among: () => -1, isLeft: (values) => isLeftBlank(values, WIDTH), isNamed: namesSums },
  { at: WIDTH, shows: (values) => addUp(values.slice(0, WIDTH)), among: () => -1, isLeft: (values) => values.length === WIDTH && addUp(values), isNamed: namesCompared },
]

/**
 * Lines of table 3 without the numbers of a column that the form does not have: the sums of organisations, or what compares a row's total with another number. A heading names it, and nearly all rows with one number more than the form show by their sums which that is.
 * What other lines of a page have under it, and under no column beside it, is of it, too; where a text has no columns all rows must have that number, but for those that may leave it blank. Else the lines as they are.
 */
export function withoutSpareColumn(lines: readonly WordLine[], above: readonly WordLine[], flowing: boolean): readonly WordLine[] {
  const heads = headsOf(lines, above)
  const rows = lines.map((line) => ({ page: line.page, values: valuesOf(line) }))
  const full = rows.filter(({ values }) => values.length === WIDTH + 1)
  const partial = flowing ? [] : rows.filter(({ values }) => values.length > 2 && values.length <= WIDTH && values.some(({ text }) => /[1-9]/.test(text.normalize('NFKC'))))
  const spare = SPARE.find(({ at, shows, among, isNamed }) => {
    const shown = full.filter(({ values }) => shows(values)).length
    const proven = partial.filter(({ values }) => among(values) >= 0).length
    return shown >= full.length * MOSTLY && shown + proven >= LEAST_SUMS && isNamed(heads, flowing || full.length === 0 ? undefined : spanOf(full.map(({ values }) => values), at))
  })
  if (spare === undefined) return lines
  if (flowing && rows.some(({ values }) => values.length > 0 && values.length <= WIDTH && !spare.isLeft(values))) return lines
  const isOf = (page: number): ((word: Item) => boolean) => {
    const own = full.filter((row) => row.page === page).map(({ values }) => values)
    if (flowing || own.length === 0) return () => false
    const spans = Array.from({ length: WIDTH + 1 }, (_, column) => spanOf(own, column))
    return (word) => spans.every((span, column) => overlaps(span, word) === (column === spare.at))
  }
  return lines.map((line, index) => {
    const { values, page } = rows[index]!
    const own = values.length > WIDTH ? spare.at : flowing ? -1 : spare.among(values)
    const dropped = own >= 0 ? [values[own]!] : values.filter(isOf(page))
    return dropped.length > 0 ? { ...line, words: line.words.filter((word) => !dropped.includes(word)) } : line
  })
}
