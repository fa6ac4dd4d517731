import { APPLICANT_IDS, type Applicant, type RequestRow } from '@/domain/figure'
import type { Item } from '../page/geometry'
import { cutRequests } from './cut-requests'
import { alignedRows } from './aligned-rows'
import { type AlignedRow, type RowLine, type TableForm } from './form-rows'
import { addsUp, isPutTogether, partsOf, textOf, valuesFrom } from './laid-cells'
import type { LaidRow } from './laid-tables'
import { applicantsFrom, totalBySums, type TotalAt } from './column-order'
import { applicantHeadings, headingsInOrder, headsTotalFirst, namesThree, reorderedApplicants, THREE, withoutHeadings } from './laid-headings'
import { sumsOf, toldOf, type Row } from './laid-doubts'
import { withNamesInOrder } from './label-order'
import { besideNames } from './names-ahead'
import { mayLackTotals, withoutSpareColumn } from './spare-columns'
import { placedRows } from './laid-places'
import { rowsByOrder } from './rows-by-order'
import { runRow } from './laid-runs'
import { withoutNumerals } from './numeral-column'
import { withoutRemarks } from './remarks'
import { unwoven } from './woven-rows'
import { rowLines, wordsText, type WordLine } from './laid-lines'
import { isValue } from '../meaning/values'
import { APPLICANT_WORDS, GROUP_ROWS, REQUEST_LABELS, ROW_ORDER } from '../meaning/labels'
import { withGroup } from '../meaning/names-with-group'
import { hasHan, isNumbered, tight } from '../meaning/words'


/** Thrown where a text's numbers cannot be told to rows: they do not stand in the table's order. */
export class OrderLost extends Error {}

const WIDTH = APPLICANT_IDS.length
const FORM: Omit<TableForm<Row>, 'flowing' | 'total'> = {
  // （六）其他, the beginning of （六）其他处理, is none of the rows under it. The name of its group before a short one would be most of it.
  nearest: (label, least) => {
    const named = withGroup(label)
    return REQUEST_LABELS.nearest(named.at(-1)!, least).filter(({ id }) => id !== 'other.other' || named.length > 1 || !/^[（(]六[）)]/.test(tight(label)))
  },
  order: ROW_ORDER,
  width: WIDTH,
  heads: GROUP_ROWS,
  groups: ['三不予公开', '四无法提供', '五不予处理', '六其他处理', '三本年度办理结果'],
  // （六）其他处理 has cells of its own where it is not split.
  mayBeBlank: (id) => id !== 'extra' && (id === 'other' || !GROUP_ROWS.has(id)),
}

/** Words of the rows of （六）其他处理: where none of them stands in the table it is not split, and a row like others. */
const ROWS_OF_OTHER = /逾期|不补正|收费通知|缴纳费用/
const UNSPLIT: typeof FORM = { ...FORM, heads: new Set([...FORM.heads].filter((id) => id !== 'other')), groups: FORM.groups.filter((name) => name !== '六其他处理') }

/** The first row, also where not all its cells stand on one line. */
const OPENING = /年度?新收/
/** Its name may be broken, and its numbers stand so many lines above or below where it begins. */
const OPENING_LINES = 3
/** Words of other rows, which a narrow column may break: so many of them below it show that it opens the table, whatever it leaves blank. */
const OTHER_ROWS_SAY = /予以公开|部分公开|国家秘密|属于三类|属于四类|执法案卷|没有现成|重复申请|反复申请|[（(][三四五六七][）)]/g
const LEAST_SAID = 6
const MOST_ROW_LINES = 60
const SENTENCE = /[，。；：]/
/** A mark that none applies and the number of the next cell. */
const TOUCHING = /^(无|[-—–－/／])(\d+)$/
/** So many rows of the form make the table; so few where those that open and close it are there, whole as all others. */
const LEAST_ROWS = 8
const LEAST_NAMED = 4
const CLOSING: readonly RequestRow[] = ['received', 'processed', 'carried-out']
const LEAST_SURE = 0.95
/** So like a row's own words a line is its name. */
const LEAST_NAME = 0.8
/** One that no other row's words are as like may be less like its own. */
const LEAST_LIKE = 0.7
const END = /复议|结果维|存在的?(?:主要)?问题|其他需要报告|^五、(?!不予处理)|^六、(?!其他处理)/
const HEAD = /第二十条|信息内容|收费|收到和处理|申请人情况|勾稽|自然人|商业|总计?$/

/** How many numbers of a line stand beside each other: words behind them are remarks. */
function besideEachOther(words: readonly Item[]): number {
  let [most, run] = [0, 0]
  for (const { text } of words) {
    run = isValue(text) ? run + 1 : 0
    most = Math.max(most, run)
  }
  return most
}

/** The lines of table 3: from its headings to the next part of the report; null where none has enough numbers. */
export function requestLines(lines: readonly WordLine[]): { from: number; to: number } | null {
  const numbers = ({ words }: WordLine): number => Math.max(words.length - valuesFrom(words), besideEachOther(words))
  const full = lines.findIndex((line) => numbers(line) === WIDTH)
  const isBeside = (at: number): boolean => lines.slice(Math.max(0, at - OPENING_LINES + 1), at + OPENING_LINES).some((each) => numbers(each) >= 2)
  const saidBelow = (at: number): number => new Set(lines.slice(at, at + MOST_ROW_LINES).flatMap((line) => wordsText(line).match(OTHER_ROWS_SAY) ?? [])).size
  const opening = lines.findIndex((line, at) => OPENING.test(wordsText(line)) && (isBeside(at) || (!SENTENCE.test(wordsText(line)) && saidBelow(at) >= LEAST_SAID)))
  const first = opening >= 0 && (full < 0 || opening < full) ? opening : full
  if (first < 0) return null
  const end = lines.findIndex((line, at) => at > first && END.test(wordsText(line)))
  return { from: lines.slice(0, first).findLastIndex((line) => HEAD.test(wordsText(line))) + 1, to: end < 0 ? lines.length : end }
}

/** Rows of the form that lines name, and numbers, enough for table 3. */
export function holdsRequests(lines: readonly WordLine[]): boolean {
  const numbers = lines.reduce((sum, { words }) => sum + words.length - valuesFrom(words), 0)
  const named = new Set(lines.flatMap((line) => REQUEST_LABELS.is(wordsText(line)) ?? []))
  return numbers >= LEAST_ROWS * WIDTH && (named.size >= LEAST_NAMED || lines.some((line) => OPENING.test(wordsText(line))))
}

const isNameless = ({ row, label, cells }: AlignedRow<Row>): boolean => row === null && cells.length > 0 && !hasHan(label)

/** Whether all numbers of a row stand on one line with its name: they are no other row's. */
function isBeside({ lines, likeness }: AlignedRow<Row>): boolean {
  const numbered = lines.filter(({ values }) => values.length > 0)
  return likeness >= LEAST_SURE && numbered.length === 1 && numbered[0]!.labels.length > 0
}

/** Words with a mark that none applies parted from the number that it touches: no number of table 3 is less than zero, but one behind those of a whole row may be. */
const withMarksApart = (lines: readonly WordLine[]): WordLine[] =>
  lines.map((line) => ({
    ...line,
    words: line.words.flatMap((word, at): Item[] => {
      const [, mark = '', number = ''] = TOUCHING.exec(word.text) ?? []
      return mark === '' || at - valuesFrom(line.words) >= WIDTH ? [word] : [{ ...word, text: mark, width: mark.length }, { ...word, text: number, x: word.x + mark.length, width: word.width - mark.length }]
    }),
  }))

/** So many letters, each apart, are a name that its cell spaces out. */
const LEAST_SPACED = 5

/** Labels with the letters of a name put together that one space each parts. */
const withSpacedNames = (lines: readonly RowLine[]): RowLine[] =>
  lines.map((line) => {
    const from = line.labels.findLastIndex(({ text, x }, at) => text.length > 1 || (at > 0 && x - line.labels[at - 1]!.x - line.labels[at - 1]!.width !== 1))
    const letters = line.labels.slice(Math.max(from, 0)).filter(({ text }, at) => at > 0 || text.length === 1)
    if (letters.length < LEAST_SPACED) return line
    const text = letters.map((letter) => letter.text).join('')
    if (REQUEST_LABELS.nearest(text, LEAST_NAME).length === 0) return line
    const [first, last] = [letters[0]!, letters.at(-1)!]
    return { ...line, labels: [...line.labels.slice(0, line.labels.indexOf(first)), { ...first, text, width: last.x + last.width - first.x }] }
  })

/** Rows next to numbers that belong to no row, and in texts without columns blank ones next to a row hardly recognised: whose numbers those are is not known, so the rows say nothing. */
function clear(rows: readonly AlignedRow<Row>[], flowing: boolean, width: number): AlignedRow<Row>[] {
  const unclear = new Set(rows.filter(isNameless))
  const partial = (row: AlignedRow<Row>): boolean => row.cells.length < width && !isBeside(row)
  for (const order of [rows, [...rows].reverse()]) order.forEach((row, at) => at > 0 && unclear.has(order[at - 1]!) && partial(row) && unclear.add(row))
  const isSure = (row: AlignedRow<Row> | undefined): boolean => !flowing || (unclear.size === 0 && (row === undefined || row.likeness >= LEAST_SURE))
  return rows.filter((row, at) => !unclear.has(row) && (row.cells.length > 0 || (isSure(rows[at - 1]) && isSure(rows[at + 1]))))
}

/** The columns of a table from left to right, and which of these its cells are to have. */
interface Order {
  readonly columns: readonly Applicant[]
  readonly cells: readonly Applicant[]
  readonly total: TotalAt
  /** They stand in an order that is not the form's. */
  readonly isReordered?: boolean
}

/** Of three columns that for organisations stands for all of them. */
const OF_THREE: readonly Applicant[] = ['natural', 'business', 'total']
const orderOf = (total: TotalAt, areThree: boolean): Order => (areThree ? { columns: OF_THREE, cells: OF_THREE, total } : { columns: applicantsFrom(total), cells: APPLICANT_IDS, total })

/** The cells of a row in order; its cells alone where columns are not known, one that says nothing where numbers put together do not add up. */
function texts({ cells }: AlignedRow<Row>, columns: readonly number[] | undefined, order: Order): string[] {
  if (isPutTogether(cells) && addsUp(cells, order.total) !== true) return [cells.map(partsOf).join(' ')]
  const own = cells.map(textOf)
  if (order.isReordered && own.length === order.columns.length) return order.cells.map((applicant) => own[order.columns.indexOf(applicant)]!)
  if (!columns && own.length > 0) return order.total === 'last' ? own : [...own.slice(1), own[0]!]
  return order.cells.map((applicant) => own[columns?.indexOf(order.columns.indexOf(applicant)) ?? -1] ?? '')
}

/** So many lines of numbers may belong to no row; of more the text's order is lost. */
const MOST_LOST = 2
/** So many of the form's rows must be there, and so large a share of those that are full add up, where nothing but order tells them apart. */
const LEAST_FORM_ROWS = 18
const LEAST_ADDING_UP = 0.8
/** So many rows that do not add up are the report's own mistakes where nothing else is amiss. */
const MOST_MISTAKES = 3

/** Rows of the form with cells of their own: （六）其他处理 is split, or is one row. */
const [OTHER_ROWS, OUTSIDE_OTHER] = [true, false].map((isOther) => ROW_ORDER.filter((row) => !GROUP_ROWS.has(row) && row.startsWith('other.') === isOther)) as [RequestRow[], RequestRow[]]

/** So many rows make the table: fewer where those that open and close it are whole. */
const leastRows = (rows: readonly AlignedRow<Row>[], width = WIDTH): number => (CLOSING.every((id) => rows.some(({ row, cells, likeness }) => row === id && cells.length === width && likeness >= LEAST_SURE)) ? LEAST_NAMED : LEAST_ROWS)

/** Whether the rows of a text without columns are in order: nearly all numbers have a row, and most rows add up. */
function inOrder(lines: readonly RowLine[], rows: readonly AlignedRow<Row>[], total: TotalAt): boolean {
  const used = new Set(rows.filter((row) => !isNameless(row)).flatMap((row) => row.lines))
  const lost = lines.filter((line) => line.values.length > 0 && !used.has(line)).length
  const known = rows.filter(({ row }) => row !== null && row !== 'extra')
  const full = known.filter(({ cells }) => cells.length === WIDTH && cells.some((cell) => /[1-9]/.test(textOf(cell))))
  const differing = full.filter(({ cells }) => addsUp(cells, total) === false).length
  // Where every row that has numbers has all of them, one that does not add up is the report's own mistake, however few others there are; where each has its whole name, or all rows of the form are there, some are.
  const isWhole = lost === 0 && known.every(({ cells }) => cells.length === WIDTH || cells.length === 0)
  const named = new Set(known.map(({ row }) => row))
  const isComplete = [...OUTSIDE_OTHER, ...(named.has('other') ? [] : OTHER_ROWS)].every((row) => named.has(row))
  const isNamed = isWhole && known.every(({ likeness }) => likeness >= LEAST_SURE)
  const mistakes = isWhole ? (isComplete || isNamed ? MOST_MISTAKES : 1) : 0
  // A report may leave rows of zeros out.
  return lost <= MOST_LOST && known.length >= (isNamed ? leastRows(rows) : LEAST_FORM_ROWS) && differing <= Math.max(full.length * (1 - LEAST_ADDING_UP), mistakes)
}

/** The row that a line names, its group before it, where nothing else stands on it. */
function rowNamed({ labels, values }: RowLine): string | undefined {
  // Spaces may part its words: it begins with its numeral.
  const begun = Math.max(labels.findLastIndex(({ text }) => isNumbered(text)), 0)
  const names = values.length === 0 ? [labels.slice(-1), labels.slice(begun)].map((own) => own.map(({ text }) => text).join('')) : []
  const named = names.map((name) => REQUEST_LABELS.name(name)).find((name) => name !== null) ?? null
  return named && named.score >= LEAST_LIKE && named.id !== 'extra' && !GROUP_ROWS.has(named.id) ? named.id : undefined
}

/** Numbers of lines that no row took, as they stand. */
const leftOver = (lines: readonly RowLine[], rows: readonly AlignedRow<Row>[]): RowLine[] => {
  const used = new Set(rows.flatMap((row) => row.lines))
  return lines.filter((line) => line.values.length > 0 && !used.has(line))
}

const numbersIn = ({ words }: WordLine): number => words.length - valuesFrom(words)
/** The lines between the numbers above a table and its first. */
const headsOf = (above: readonly WordLine[], lines: readonly WordLine[]): WordLine[] => [...above.slice(above.findLastIndex((line) => numbersIn(line) > 0) + 1), ...lines.slice(0, Math.max(lines.findIndex((line) => numbersIn(line) > 0), 0))]

/** The headings of a text without columns where they name other applicants than the form's seven, in its order, and every row has a number for each of them; null where that is not so. */
function otherHeadings(above: readonly WordLine[], lines: readonly WordLine[], rows: readonly AlignedRow<Row>[]): readonly string[] | null {
  const named = headingsInOrder(headsOf(above, lines))
  return named && rows.every(({ cells }) => cells.length === named.length) ? named : null
}

/** Table 3 of a text laid out in columns or without, row by row: label, then cells; lines of numbers that no row took as rows of their own. `above`: the lines in which its headings stand. Null where it is not there, or has another shape. Throws where a text without columns has lost its order. */
export function laidRequests(lines: readonly WordLine[], flowing: boolean, above: readonly WordLine[]): LaidRow[] | null {
  const apart = withMarksApart(lines)
  const written = flowing ? apart : withoutNumerals(withoutRemarks(apart, WIDTH, above))
  const marked = withoutSpareColumn(written, above, flowing)
  const heads = [...above, ...lines]
  const form = ROWS_OF_OTHER.test(marked.map(wordsText).join('')) ? FORM : UNSPLIT
  const cut = flowing ? null : cutRequests([...above, ...marked], form, (part) => withSpacedNames(rowLines(part)))
  if (cut) return cut
  const areThree = !flowing && namesThree(marked, above)
  const total = areThree ? 'last' : (totalBySums(rowLines(marked)) ?? (headsTotalFirst(heads) ? 'first' : 'last'))
  const reordered = areThree ? null : reorderedApplicants(headsOf(above, marked), flowing)
  const order: Order = reordered ? { columns: reordered, cells: APPLICANT_IDS, total, isReordered: true } : orderOf(total, areThree)
  const width = order.columns.length
  const spaced = withSpacedNames(rowLines(withoutHeadings(marked, total)))
  const named = unwoven(flowing ? spaced : withNamesInOrder(spaced), width, total, ROW_ORDER, form.groups, rowNamed)
  const own = flowing ? named : besideNames(named, width, total, form.groups)
  const taken = alignedRows(own, { ...form, width, flowing, total })
  const aligned = flowing ? taken : rowsByOrder(taken, width, form.groups)
  if (flowing && !inOrder(own, aligned, total)) throw new OrderLost()
  const rows = clear(aligned, flowing, width)
  if (rows.filter(({ row }) => row !== null && row !== 'extra').length < leastRows(rows, width)) return null
  const headed = applicantHeadings(heads, total, areThree ? 'three' : 'all')
  const placed = flowing ? rows.map(() => null) : placedRows(rows.map(({ cells, lines: of }) => runRow(cells, of)), width, headed, total, sumsOf(rows, order.columns))
  const left = leftOver(own, rows)
  // Without the heading of its part a row whose name is misprinted is one of table 3 by those of its columns; those above may name one more than its rows have left, or another order.
  const ofForm = APPLICANT_IDS.map((applicant) => APPLICANT_WORDS[applicant])
  const headings = flowing ? (otherHeadings(above, lines, rows) ?? ofForm) : areThree ? THREE : marked !== written || reordered || total === 'first' ? ofForm : null
  const lacksTotals = flowing && mayLackTotals(marked, above)
  const told = toldOf(rows, placed, left, total, flowing, headings?.length).map((each, at) => each ?? (reordered || (lacksTotals && rows[at]!.cells.length === WIDTH) ? 'likely' : undefined))
  const made = rows.map((row, at) => ({ y: row.lines[0]!.y, cells: [row.label, ...texts(row, placed[at]?.columns, order)], told: told[at] }))
  return [...(headings ? [{ y: -Infinity, cells: ['', ...headings] }] : []), ...made, ...left.map(({ y, labels, values }) => ({ y, cells: [...labels, ...values].map(({ text }) => text), told: 'left' as const }))].sort((a, b) => a.y - b.y)
}
