import { APPLICANT_WORDS, ITEM_LABELS, RESULT_ORDER } from '../meaning/labels'
import { columnsOfItem, itemsOf } from '../meaning/item-columns'
import { cellOf } from '../meaning/values'
import { gridOf, type Block, type TableBlock, type Told, type WrittenCell } from '../document'
import type { ProactiveItem } from '@/domain/figure'
import { lettersOf, partsOf, REQUEST_CELLS, requestNames, RESULT_CELLS, resultHeads, saidIn, type Part } from './form-parts'
import { headedRows, headingCells } from './headed-items'
import type { LaidRow } from './laid-tables'
import type { TextLine } from './lines'
import { withoutUnfilled, withTables } from './unfilled-tables'

interface Row {
  readonly cells: readonly WrittenCell[]
  readonly told?: Told
}

/** An item of table 2 as a text names it, and the numbers behind its name. */
interface Item {
  readonly id: ProactiveItem
  readonly name: string
  readonly values: string[]
  /** All of them stand on the line of its name. */
  isBeside: boolean
}

const numberOf = (text: string): number => {
  const cell = cellOf(text, 'items')
  return 'value' in cell ? cell.value : 0
}
const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0)
/** Whether the last of some cells is the sum of the others. */
const addsUp = (cells: readonly string[]): boolean => sum(cells.slice(0, -1).map(numberOf)) === numberOf(cells.at(-1)!)
const inRows = (values: readonly string[], width: number): (readonly string[])[] => Array.from({ length: values.length / width }, (_, at) => values.slice(at * width, (at + 1) * width))

/** Each form by the headings of its columns, in their order. */
const HEADINGS: readonly (readonly [format: string, words: RegExp])[] = [
  ['cn-2021', /制发件?数.*废止.*有效/],
  ['cn-2019', /新制作.*新公开.*对外公开/],
]
/** A name is broken over no more lines. */
const MOST_LINES = 4

/** The items that a part names, in its order, each with the numbers behind it; null where words stand between the two, or numbers behind no name. */
function itemsIn({ lines }: Part<TextLine>): Item[] | null {
  const items: Item[] = []
  let words: string[] = []
  for (const { label, values } of saidIn(lines)) {
    if (label !== '') words.push(label)
    const name = Array.from({ length: MOST_LINES }, (_, less) => words.slice(less - MOST_LINES).join('')).find((each) => ITEM_LABELS.is(each) !== undefined)
    if (name !== undefined) {
      items.push({ id: ITEM_LABELS.is(name)!, name, values: [], isBeside: true })
      words = []
    }
    if (values.length === 0) continue
    const last = items.at(-1)
    if (!last || words.length > 0) return null
    last.isBeside &&= label !== ''
    last.values.push(...values)
  }
  return items
}

/** The rows of table 2 where the items of the form stand in its order, each with as many numbers behind its name as it has columns. Where all others have theirs beside their names, one without is blank. */
function namedRows(part: Part<TextLine>, format: string): LaidRow[] | null {
  const items = itemsIn(part)
  if (!items || items.map(({ id }) => id).join() !== itemsOf(format).join()) return null
  const areBeside = items.every(({ isBeside }) => isBeside)
  const rows = items.map(({ id, name, values, isBeside }) => ({ name, values, isBeside, columns: columnsOfItem(format, id) }))
  if (rows.some(({ values, columns }) => values.length !== columns.length && !(values.length === 0 && areBeside))) return null
  return rows.flatMap(({ name, values, isBeside, columns }): LaidRow[] => [
    { cells: ['信息内容', ...headingCells(columns, lettersOf(part.lines))] },
    { cells: [name, ...columns.map((_, at) => values[at] ?? '')], ...(values.length === 0 ? { told: 'empty' } : isBeside ? {} : { told: 'likely' }) },
  ])
}

/** The rows of table 2 where its numbers stand behind the names of their items, or behind the headings of their columns. */
function itemRows(part: Part<TextLine>): Row[] | null {
  const letters = lettersOf(part.lines)
  const format = HEADINGS.find(([, words]) => words.test(letters))?.[0]
  const rows = format === undefined ? null : (namedRows(part, format) ?? headedRows(saidIn(part.lines), format))
  return rows?.map(({ cells, told }) => ({ cells: cells.map((text) => ({ text })), ...(told ? { told } : {}) })) ?? null
}

const RESULTS = RESULT_ORDER.length

/** Table 3 has so many rows that the others are the sums of: those of the year, and all results. */
const [OPENING, CLOSING] = [2, 2]

/** The rows of table 3 where the form's are all named and have as many numbers as they have cells, all rows add up and so do all columns: their order is the form's. */
function requestRows({ lines }: Part<TextLine>): Row[] | null {
  const names = requestNames(lettersOf(lines))
  const rows = inRows(saidIn(lines).flatMap(({ values }) => values), REQUEST_CELLS)
  if (!names || rows.length !== names.length || rows.some((row) => row.length < REQUEST_CELLS || !addsUp(row))) return null
  const totals = rows.at(-CLOSING)!
  const isWhole = totals.every((_, column) => {
    const cells = rows.map((row) => numberOf(row[column]!))
    return sum(cells.slice(OPENING, -CLOSING)) === cells.at(-CLOSING) && sum(cells.slice(0, OPENING)) === sum(cells.slice(-CLOSING))
  })
  if (!isWhole || sum(totals.map(numberOf)) === 0) return null
  return [{ cells: ['', ...Object.values(APPLICANT_WORDS)].map((text) => ({ text })) }, ...rows.map((row, at): Row => ({ cells: [names[at]!, ...row].map((text) => ({ text })), told: 'likely' }))]
}

/** The numbers of a part that stand behind each other without words between them. */
function betweenWords({ lines }: Part<TextLine>): string[][] {
  const runs: string[][] = [[]]
  for (const { label, values } of saidIn(lines)) {
    if (label !== '' && runs.at(-1)!.length > 0) runs.push([])
    runs.at(-1)!.push(...values)
  }
  return runs.filter(({ length }) => length > 0)
}

/** How many numbers stand between words where a table has one shape: a number a line or a row a line, those of the suits behind the reviews'. */
const isEven = (lengths: readonly number[]): boolean => new Set(lengths).size <= 1 || lengths.join() === `${RESULTS},${RESULT_CELLS - RESULTS}`

/** The row of table 4 where all its headings are named and as many numbers stand there, those of each kind adding up; told where they do not stand on one line. */
function resultRows({ lines }: Part<TextLine>): Row[] | null {
  const heads = resultHeads(lettersOf(lines))
  const runs = saidIn(lines).flatMap(({ values }) => (values.length > 0 ? [values] : []))
  const values = runs.flat()
  if (!heads || values.length !== RESULT_CELLS || !inRows(values, RESULTS).every(addsUp)) return null
  return [...heads.map((cells) => ({ cells })), { cells: values.map((text) => ({ text })), ...(runs.length > 1 ? { told: 'likely' as const } : {}) }]
}

/** Table 4 of a text whose headings stand among its numbers in pieces, as programs write tables out block by block: its numbers are in their order where those of each kind add up, and some are not zero. The text without it, and it. */
export function withoutMixedResults<Line extends TextLine>(lines: readonly Line[]): { readonly rest: readonly Line[]; readonly tables: readonly TableBlock[] } {
  const part = partsOf(lines).find(({ section }) => section === 'reviews')
  const runs = part ? betweenWords(part) : []
  const rows = part && !isEven(runs.map(({ length }) => length)) && sum(runs.flat().map(numberOf)) > 0 ? resultRows(part) : null
  return rows ? { rest: lines.filter((line) => !part!.lines.includes(line)), tables: [tableOf(part!, rows)] } : { rest: lines, tables: [] }
}

const tableOf = ({ lines }: Part<TextLine>, rows: readonly Row[]): TableBlock => ({ kind: 'table', rows: gridOf(rows.map(({ cells }) => cells)), told: rows.map(({ told }) => told), place: { line: lines[0]!.line } })

const READERS = { proactive: itemRows, requests: requestRows, reviews: resultRows }

/** Blocks of a text whose tables have lost their order: those that kept it, as far as names in their order and sums show, and those without any number. All else is text. */
export function keptTables(written: readonly TextLine[], texts: (lines: readonly TextLine[]) => readonly Block[]): { readonly blocks: readonly Block[]; readonly areAll: boolean } {
  const { rest: lines, tables } = withoutUnfilled(written)
  const parts = partsOf(lines).filter(({ section }) => section !== null)
  const kept = parts.flatMap((part): { part: Part<TextLine>; table: TableBlock }[] => {
    const rows = READERS[part.section!](part)
    return rows ? [{ part, table: tableOf(part, rows) }] : []
  })
  const gone = new Set(kept.flatMap(({ part }) => part.lines))
  const found = [...tables, ...kept.map(({ table }) => table)]
  return { blocks: withTables(texts(lines.filter((line) => !gone.has(line))), found), areAll: found.length === parts.length }
}
