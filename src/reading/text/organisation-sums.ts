import { APPLICANT_IDS, APPLICANT_PARTS } from '@/domain/figure'
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

/** Whether a heading 小计, which a narrow column may break, names the sum of organisations above the first row of table 3. `above`: the lines before them, in which the headings may stand. */
function namesSums(lines: readonly WordLine[], above: readonly WordLine[]): boolean {
  const first = lines.findIndex((line) => valuesOf(line).length > 0)
  const heads = [...above.slice(above.findLastIndex((line) => valuesOf(line).length > 0) + 1), ...lines.slice(0, Math.max(first, 0))]
  return heads.some(({ words }) => words.some(({ text }) => tight(text) === '小计') || ['小', '总'].every((letter) => words.some(({ text }) => text === letter)))
}

/** Whether lines of a text without columns, whose headings name a sum of organisations, have one number fewer than those and no sum shows that it is the total which stands there. */
export function mayLackTotals(lines: readonly WordLine[], above: readonly WordLine[]): boolean {
  const rows = lines.map(valuesOf).filter(({ length }) => length === WIDTH)
  return namesSums(lines, above) && !rows.some((values) => values.slice(0, 1).some(({ text }) => !NONE.test(tight(text))) && addsUp(asCells(values)) === true)
}

/** Where on a page the numbers of a column of rows stand. */
function spanOf(rows: readonly (readonly Item[])[], at: number): Pick<Item, 'x' | 'width'> {
  const left = Math.min(...rows.map((values) => values[at]!.x))
  return { x: left, width: Math.max(...rows.map((values) => values[at]!.x + values[at]!.width)) - left }
}

/**
 * Lines of table 3 without the sums of its organisations, for which the form has no column: a heading names it, and nearly all rows with one number more than the form show by their sums which that is. What other lines of a page have under it, and under no column beside it, is of it, too;
 * where a text has no columns all rows must have that number, but for those without any organisation, which may leave their sum blank. Else the lines as they are.
 */
export function withoutOrganisationSums(lines: readonly WordLine[], above: readonly WordLine[], flowing: boolean): readonly WordLine[] {
  const rows = lines.map((line) => ({ page: line.page, values: valuesOf(line) }))
  const full = rows.filter(({ values }) => values.length === WIDTH + 1)
  const partial = flowing ? [] : rows.filter(({ values }) => values.length > 2 && values.length <= WIDTH && values.some(({ text }) => /[1-9]/.test(text.normalize('NFKC'))))
  const shown = (column: number): number => full.filter(({ values }) => isSum(values, column)).length
  const proven = partial.filter(({ values }) => sumIn(values) >= 0).length
  const at = [WIDTH - 1, WIDTH].find((column) => shown(column) >= full.length * MOSTLY && shown(column) + (column === WIDTH - 1 ? proven : 0) >= LEAST_SUMS)
  if (at === undefined || !namesSums(lines, above)) return lines
  if (flowing && rows.some(({ values }) => values.length > 0 && values.length <= WIDTH && !isLeftBlank(values, at))) return lines
  const isOf = (page: number): ((word: Item) => boolean) => {
    const own = full.filter((row) => row.page === page).map(({ values }) => values)
    if (flowing || own.length === 0) return () => false
    const spans = Array.from({ length: WIDTH + 1 }, (_, column) => spanOf(own, column))
    return (word) => spans.every((span, column) => overlaps(span, word) === (column === at))
  }
  return lines.map((line, index) => {
    const { values, page } = rows[index]!
    const summed = values.length > WIDTH ? at : !flowing && at === WIDTH - 1 ? sumIn(values) : -1
    const sums = summed >= 0 ? [values[summed]!] : values.filter(isOf(page))
    return sums.length > 0 ? { ...line, words: line.words.filter((word) => !sums.includes(word)) } : line
  })
}
