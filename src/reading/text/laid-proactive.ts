import { PROACTIVE_ITEMS, type ProactiveColumn, type ProactiveItem } from '@/domain/figure'
import type { Told } from '../document'
import { alignedRows } from './aligned-rows'
import { type AlignedRow, type RowLine, type TableForm } from './form-rows'
import type { Item } from '../page/geometry'
import { headedRows, headingCells, type Said } from './headed-items'
import { isPutTogether, textOf, valuesFrom } from './laid-cells'
import { namesYears, yearColumns, type YearColumns } from './laid-item-years'
import { placesOf, type Column } from './laid-columns'
import { rowLines, wordsText, type WordLine } from './laid-lines'
import type { LaidRow } from './laid-tables'
import { listedItems } from '../page/listed-items'
import { wideItems } from './wide-items'
import { columnsOfItem } from '../meaning/item-columns'
import { columnNamed } from '../meaning/item-years'
import { COLUMN_LABELS, ITEM_LABELS } from '../meaning/labels'
import { UNIT } from '../meaning/units'
import { tight } from '../meaning/words'

const MOST_COLUMNS = 3
const MOST_YEARS = 3
const FORM: Omit<TableForm<ProactiveItem>, 'flowing'> = {
  nearest: (label, least) => ITEM_LABELS.nearest(label, least),
  order: Object.keys(PROACTIVE_ITEMS) as ProactiveItem[],
  width: MOST_COLUMNS,
  total: null,
  heads: new Set(),
  groups: ['一', '五', '六', '八', '九'].map((item) => `第二十条第${item}项`),
  mayBeBlank: () => true,
}
/** Numbers of no row stand so many lines from those of a row that they may be parts of them. */
const NEXT_TO = 2
/** So many items of the form make the table. */
const LEAST_ROWS = 3

const FORMATS: readonly (readonly [format: string, words: RegExp])[] = [
  ['cn-2021', /制发|废止|有效/g],
  ['cn-2019', /新制|新公开|对外公开|(?<![较比与])上一?年(?!度?(?:同期|制发|废止|现行|处理|收费))|增[/／]?减|采购/g],
]
const SECTION = /^第.{1,3}条/
/** A sentence above the headings is none of them. */
const SENTENCE = /[，。；]/
/** Headings one by one: each ends with what it counts. */
const HEADINGS = /.+?(?:数量|件数|[增+][/／]减|金额(?:[（(][^（）()]*[）)])?|$)/g

/** A word without the section that it names, none of a sentence; the headings of several columns that no space parts, one by one. */
function parted(word: Item): Item[] {
  if (SECTION.test(word.text) || SENTENCE.test(word.text)) return []
  const wide = word.width / word.text.length
  return [...word.text.matchAll(HEADINGS)].map(({ 0: text, index }) => ({ ...word, text, x: word.x + index * wide, width: text.length * wide }))
}

/** What heads a column of the year before beside those of the report's own; 上一年项目数量 is one of the form's. */
const LAST_YEAR = /^上一?年度?(?!项目)/

/** What heads a column that compares the others; 上一年 alone may be what a narrow column leaves of 上一年项目数量. */
const COMPARES = /^.{0,4}(?:同期|[同环占]比|[较比]上).{0,6}$/

/** A column by its headings. */
interface Head extends Column {
  /** None where it only compares the others: 上年同期. */
  readonly id: ProactiveColumn | undefined
  readonly isLastYear: boolean
}

/** A column by the words that stand in it one below the other. */
interface Stack extends Column {
  readonly text: string
}

/** Words one below the other. */
function stackedIn(lines: readonly RowLine[]): Stack[] {
  const stacks: Stack[] = []
  for (const { text, x, width } of lines.flatMap(({ labels, values }): readonly Item[] => [...labels, ...values]).flatMap(parted)) {
    const at = stacks.findIndex(({ left, right }) => x < right && left < x + width)
    const stack = stacks[at]
    if (!stack) stacks.push({ text, left: x, right: x + width })
    else stacks[at] = { text: `${stack.text}${text}`, left: Math.min(stack.left, x), right: Math.max(stack.right, x + width) }
  }
  return stacks
}

/** Those of them that name columns of the form, or compare these, from left to right. */
function stacksOf(lines: readonly RowLine[]): Head[] {
  const heads = stackedIn(lines).flatMap(({ text, left, right }): Head[] => {
    const id = COLUMN_LABELS.name(text.replace(LAST_YEAR, ''))?.id
    return id !== undefined || COMPARES.test(text) ? [{ left, right, id, isLastYear: id === undefined || LAST_YEAR.test(text) }] : []
  })
  return heads.some(({ id }) => id !== undefined) ? heads.sort((a, b) => a.left - b.left) : []
}

/** So many headings with numbers below them show that these number the columns. */
const LEAST_NUMBERED = 2

/** Lines without those that number the columns, one below each of the headings: 1, or 1 2 3. One that has any other number there is a row. */
function withoutNumbering(lines: readonly RowLine[]): readonly RowLine[] {
  const below = lines.filter(({ labels }, at) => {
    const above = lines.slice(lines.slice(0, at).findLastIndex(({ values }) => values.length > 0) + 1, at)
    return labels.length === 0 && stacksOf(above).length > 0
  })
  const areNumbers = below.every(({ values }) => values.length <= MOST_COLUMNS && values.every(({ text }, at) => tight(text) === String(at + 1)))
  return areNumbers && below.length >= LEAST_NUMBERED && below.some(({ values }) => values.length > 1) ? lines.filter((line) => !below.includes(line)) : lines
}

const pageOf = ({ lines }: AlignedRow<ProactiveItem>): number => lines[0]!.page

/** Where rows below the same headings that leave no cell out have their numbers, on the page of a row; null where no row does. */
function shownBy(rows: readonly AlignedRow<ProactiveItem>[], columns: number, page: number): Column[] | null {
  const full = rows.filter((row) => row.cells.length === columns && pageOf(row) === page)
  if (full.length === 0) return null
  return Array.from({ length: columns }, (_, at) => ({ left: Math.min(...full.map(({ cells }) => cells[at]!.x)), right: Math.max(...full.map(({ cells }) => cells[at]!.x + cells[at]!.width)) }))
}

/** The cells of a row under the numbers of others below the same headings, else under the headings of its columns; its cells alone where it is not known which is left out. Those of the year before are left out. */
function texts(row: AlignedRow<ProactiveItem>, beside: readonly AlignedRow<ProactiveItem>[], columns: number, heads: readonly Head[]): { texts: string[]; told?: Told } {
  const own = row.cells.map(textOf)
  const isBeside = heads.some(({ isLastYear }) => isLastYear)
  const width = isBeside ? heads.length : columns
  if (own.length === 0) return { texts: Array.from({ length: columns }, () => ''), told: 'empty' }
  if (own.length === width && !isBeside) return { texts: own }
  const shown = shownBy(beside, width, pageOf(row)) ?? heads
  const isKnown = own.length <= width && shown.length === width && heads.length - heads.filter(({ isLastYear }) => isLastYear).length === (isBeside ? columns : heads.length)
  if (!isKnown) return { texts: own, ...(isBeside ? { told: 'likely' as const } : {}) }
  const places = own.length === width ? shown.map((_, at) => at) : placesOf(row.cells, shown)
  const placed = shown.map((_, at) => own[places.indexOf(at)] ?? '')
  if (!isBeside) return { texts: placed }
  const ofYear = placed.filter((_, at) => !heads[at]!.isLastYear)
  return { texts: ofYear, ...(own.length === width ? {} : { told: ofYear.every((text) => text === '') ? ('empty' as const) : ('likely' as const) }) }
}

/** The cells of a row whose columns are of several years: in order, else under the numbers of others below the same headings, or the headings. Null where it has more. */
function textsOfYears(row: AlignedRow<ProactiveItem>, beside: readonly AlignedRow<ProactiveItem>[], { columns }: YearColumns): { texts: string[]; told?: Told } | null {
  const own = row.cells.map(textOf)
  if (own.length >= columns.length) return own.length === columns.length ? { texts: own } : null
  const places = placesOf(row.cells, shownBy(beside, columns.length, pageOf(row)) ?? columns)
  return { texts: columns.map((_, at) => own[places.indexOf(at)] ?? ''), told: own.length === 0 ? 'empty' : 'likely' }
}

/** Whether some numbers of a row of a text without columns stand on the line of its name, and others below it. */
function isParted({ lines, cells }: AlignedRow<ProactiveItem>): boolean {
  const name = lines.flatMap(({ labels }) => labels).at(-1)
  return name !== undefined && cells.some(({ y }) => y <= name.y) && cells.some(({ y }) => y > name.y)
}

/** The headings of a text without columns, one by one, where some column is named twice: of another year beside the report's. Null where none is. */
function yearHeadings(heads: string): readonly string[] | null {
  const words = [...tight(heads).replace(/^.*信息内容/, '').matchAll(HEADINGS)].flatMap(([text]) => (columnNamed(text) ? [text] : []))
  return new Set(words.map(columnNamed)).size < words.length && new Set(words).size === words.length ? words : null
}

/** The words from 信息内容 above a row to its numbers. */
function headsOf(lines: readonly RowLine[], row: AlignedRow<ProactiveItem>): string {
  const until = lines.indexOf(row.lines.find(({ values }) => values.length > 0) ?? row.lines[0]!)
  const words = lines.slice(0, until).map(({ labels }) => labels.map(({ text }) => text).join(''))
  return words.slice(Math.max(words.findLastIndex((text) => text.includes('信息内容')), 0)).join('')
}

/** The form whose words a text has most: a note in a cell may have one of the other's. Undefined where it has none. */
function formatIn(text: string): string | undefined {
  const counts = FORMATS.map(([format, words]) => ({ format, count: [...text.matchAll(words)].length }))
  return counts.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count)[0]?.format
}

/** Whether headings name the columns of an item in another order than the form's. */
function areTurned(columns: readonly ProactiveColumn[], heads: readonly Head[]): boolean {
  const named = heads.flatMap(({ id, isLastYear }) => (id !== undefined && !isLastYear && columns.includes(id) ? [id] : []))
  return named.length === columns.length && new Set(named).size === named.length && named.some((id, at) => id !== columns[at])
}

/** The form that the headings of a text laid out in columns are of: each goes on below its beginning, in its column. */
function formatAbove(lines: readonly RowLine[]): string | undefined {
  const rows = [-1, ...lines.flatMap(({ values }, at) => (values.length > 0 ? [at] : [])), lines.length]
  return formatIn(rows.slice(1).map((row, at) => stackedIn(lines.slice(rows[at]! + 1, row)).map(({ text }) => text).join(' ')).join(' '))
}

/** The heading of a column that says what is counted, between names and numbers. */
const UNITS = '单位'
const UNIT_BEHIND_NAME = new RegExp(`^(.{2,}?)(${UNIT})$`)

/** The name of an item as a cell, and as another one the unit behind it where a column has these. */
const labelCells = (label: string, hasUnits: boolean): string[] => (hasUnits && UNIT_BEHIND_NAME.exec(label)?.slice(1)) || [label]

/** What a line says: words, and the numbers behind them. */
const saidBy = ({ words }: WordLine): Said => ({ label: words.slice(0, valuesFrom(words)).map(({ text }) => text).join(''), values: words.slice(valuesFrom(words)).map(({ text }) => text) })

/** Table 2 of a text laid out in columns: items with their cells, below the headings that the form has for them. Null where it is not there, or has another shape. */
export function laidProactive(lines: readonly WordLine[], flowing: boolean): LaidRow[] | null {
  const own = withoutNumbering(rowLines(lines))
  const wide = flowing ? null : wideItems(own)
  if (wide) return wide
  const listed = flowing ? null : listedItems(own, 1)
  if (listed) return listed.figures.map(({ cells }): LaidRow => ({ cells, ...(cells[3] === '' ? { told: 'empty' } : {}) }))
  const said = lines.map(wordsText).join('')
  const isBeside = flowing ? said.split('信息内容').some(yearHeadings) : own.some(({ labels }) => labels.some(({ text }) => LAST_YEAR.test(text)))
  const width = !flowing && own.some(namesYears) ? MOST_COLUMNS * MOST_YEARS : isBeside ? MOST_COLUMNS * 2 : MOST_COLUMNS
  const rows = alignedRows(own, { ...FORM, flowing, width }).filter(({ row }) => row !== null)
  const format = (flowing ? undefined : formatAbove(own)) ?? formatIn(said)
  if (format === undefined) return null
  // Where numbers stand elsewhere those behind a name may be another's; in columns those of the rows next to them may be no more than parts.
  const left = own.filter((line) => line.values.length > 0 && !rows.some((row) => row.lines.includes(line)))
  const areLeft = flowing && left.length > 0
  const isBesideLeft = ({ lines: of }: AlignedRow<ProactiveItem>): boolean => left.some(({ page, y }) => of.some((line) => line.page === page && Math.abs(line.y - y) <= NEXT_TO))
  const headed = areLeft || (flowing && rows.length < LEAST_ROWS) ? headedRows(lines.map(saidBy), format) : null
  if (headed || rows.length < LEAST_ROWS) return headed
  const hasUnits = own.some(({ labels }) => labels.some(({ text }) => tight(text) === UNITS))
  let stacks: Head[] = []
  let heads = ''
  let shown = ''
  const aboveOf = (at: number): readonly RowLine[] => own.slice(at === 0 ? 0 : own.indexOf(rows[at - 1]!.lines.at(-1)!) + 1, own.indexOf(rows[at]!.lines[0]!))
  /** The first row below the headings above a row; the table's first where none stand there. */
  const first = (at: number): number => Math.max(rows.findLastIndex((_, index) => index <= at && aboveOf(index).length > 0), 0)
  return rows.flatMap((row, at) => {
    const above = aboveOf(at)
    if (above.length > 0) stacks = stacksOf(above)
    if (above.length > 0) heads = above.flatMap(({ labels }) => labels.map(({ text }) => text)).join('')
    const columns = columnsOfItem(format, row.row!)
    const beside = flowing ? yearHeadings(headsOf(own, row)) : null
    if (beside) return [...(shown === (shown = beside.join()) ? [] : [{ cells: ['信息内容', ...beside] }]), { cells: [row.label, ...row.cells.map(textOf)], told: row.cells.length < beside.length ? 'likely' : isParted(row) ? 'parted' : undefined }]
    const others = rows.filter((_, index) => first(index) === first(at))
    const years = flowing ? null : yearColumns(aboveOf(first(at)), columns.length)
    const ofYears = years && textsOfYears(row, others, years)
    if (ofYears) return [...(shown === (shown = `${years.years.join()} ${years.headings.join()}`) ? [] : [{ cells: ['信息内容', ...years.years] }, { cells: ['信息内容', ...years.headings] }]), { cells: [row.label, ...ofYears.texts], told: ofYears.told }]
    const words = headingCells(columns, heads)
    const headed = shown === (shown = words.join()) ? [] : [{ cells: ['信息内容', ...(hasUnits ? [UNITS] : []), ...words] }]
    // No sum can bear out that a row without numbers is blank, or in which order they stand.
    const read = texts(row, others, columns.length, stacks)
    return [...headed, { cells: [...labelCells(row.label, hasUnits), ...read.texts], told: read.told ?? (flowing && isParted(row) ? 'parted' : areLeft || isBesideLeft(row) || isPutTogether(row.cells) || areTurned(columns, stacks) ? 'likely' : undefined) }]
  })
}
