import { APPLICANT_IDS } from '@/domain/figure'
import { formatOf } from '@/domain/formats'
import type { WrittenCell } from '../document'
import { KIND_LABELS, KIND_ORDER, REQUEST_LABELS, RESULT_LABELS, RESULT_ORDER } from '../meaning/labels'
import { LEAVES } from '../meaning/request-lines'
import { sectionOf, type TableId } from '../meaning/sections'
import { tight } from '../meaning/words'
import { isPageNumber, withoutDownward, type TextLine } from './lines'
import { tokensOf } from './tokens'

/** Lines of a text below a heading of the report's parts, to the next. */
export interface Part<Line extends TextLine> {
  readonly section: TableId | null
  readonly lines: readonly Line[]
}

/** The parts that a text's headings open, each without its heading. */
export function partsOf<Line extends TextLine>(lines: readonly Line[]): Part<Line>[] {
  const heads = lines.flatMap(({ text }, at) => {
    const section = /^\s*[（(]/.test(text) || tight(text) === '申请人情况' ? undefined : sectionOf(text)
    return section === undefined ? [] : [{ at, section }]
  })
  return heads.map(({ at, section }, index) => ({ section, lines: lines.slice(at + 1, heads[index + 1]?.at) }))
}

/** Whether a line is a note, a sentence or a page's number: none of a table's. */
export const isBeside = ({ text }: TextLine): boolean => /[。；]|^\s*(?:备?注|说明)\s*[:：]/.test(text) || isPageNumber(text)

/** A letter of a name written downwards that could be a number. */
const LETTER = /^[一二三四五六七八九十]$/

/** What the lines of a part say one by one: words, and the numbers behind them. */
export const saidIn = (lines: readonly TextLine[]): { readonly label: string; readonly values: readonly string[] }[] =>
  withoutDownward(lines.filter((line) => !isBeside(line))).flatMap(({ text }) => {
    if (text.trim() === '') return []
    if (LETTER.test(tight(text))) return [{ label: tight(text), values: [] }]
    return [tokensOf(text) ?? { label: tight(text), values: [] }]
  })

/** All that stands in a part of words and names, as one. */
export const lettersOf = (lines: readonly TextLine[]): string => tight(lines.filter((line) => !isBeside(line)).map(({ text }) => text).join(''))

/** Whether all letters of words stand among others, wherever. */
function holds(letters: string, words: readonly string[]): boolean {
  const left = new Map<string, number>()
  for (const letter of letters) left.set(letter, (left.get(letter) ?? 0) + 1)
  for (const letter of words.join('')) left.set(letter, (left.get(letter) ?? 0) - 1)
  return [...left.values()].every((count) => count >= 0)
}

const SHORTEST_NAME = 4
/** The fewest letters that name a row. */
const nameOf = (row: (typeof LEAVES)[number]): string => REQUEST_LABELS.writings(row).filter(({ length }) => length >= SHORTEST_NAME || row === 'processed').sort((a, b) => a.length - b.length)[0]!

/** The names of table 3's rows where letters have those of all of them, wherever they stand: the form has three rows of 其他处理, that before it one. Null where they have not. */
export function requestNames(letters: string): readonly string[] | null {
  const format = ['cn-2021', 'cn-2019'].find((id) => holds(letters, LEAVES.filter((row) => id === 'cn-2021' || !row.startsWith('other.')).map(nameOf)))
  const table = format === undefined ? undefined : formatOf(format)!.tables.find(({ section }) => section === 'requests')!
  return table?.rows.filter(({ figures }) => figures.some((figure) => figure !== null)).map(({ label }) => label.zh) ?? null
}

/** The headings of table 4, each result below each kind. */
const RESULTS = KIND_ORDER.flatMap(() => RESULT_ORDER.map((result) => RESULT_LABELS.writings(result)[0]!))
const KINDS = KIND_ORDER.map((kind) => KIND_LABELS.writings(kind)[0]!)
/** How many cells table 4 has. */
export const RESULT_CELLS = RESULTS.length
/** How many cells a row of table 3 has beside its name. */
export const REQUEST_CELLS = APPLICANT_IDS.length

/** The headings of table 4 where letters have those of all its columns, wherever they stand; null where they have not. */
export const resultHeads = (letters: string): WrittenCell[][] | null => (holds(letters, [...RESULTS, ...KINDS]) ? [KINDS.map((text) => ({ text, columnSpan: RESULT_ORDER.length })), RESULTS.map((text) => ({ text }))] : null)
