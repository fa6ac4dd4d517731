import { blankLines, type BlankLines } from './blank-lines'
import { blankResults } from './blank-results'
import { rowsOfLines } from './cell-lines'
import { wholeRows, withWholeHeadings } from './broken-labels'
import { drawnRows } from './drawn-tables'
import { isNumber, isValue } from '../meaning/values'
import { gridOf, type Block, type Place, type TableRow } from '../document'
import { isTitle } from '../meaning/title'
import { REQUEST_LABELS } from '../meaning/labels'
import { sectionOf } from '../meaning/sections'
import { withEvenNames } from '../meaning/turned-tables'
import { withWideItems, type Rows } from './items-abreast'
import { withoutContents } from './contents'
import { commaCells, isNamed, pipeRows, RULE_LINE, shapeOf, type Shape } from './line-shapes'
import { isNumberText, LONGEST_LABEL, tokensOf } from './tokens'
import { hasHan, plain, tight } from '../meaning/words'

/** A line of a text with its number. */
export interface TextLine {
  readonly text: string
  readonly line: number
}

const PAGE_NUMBER = /^[-—–－·]+\s*\d{1,3}\s*[-—–－·]+$|^第\s*\d+\s*页(?:[\s,，/]*共\s*\d+\s*页)?$|^\d+\s*\/\s*\d+$/
/** So many lines with tabs, bars or commas make a table. */
const LEAST_SHAPED = 5

/** Whether a line is a page's number and nothing else. */
export const isPageNumber = (text: string): boolean => PAGE_NUMBER.test(text.trim())

/** So many lines of one letter each are a label that was written downwards. */
const LEAST_LETTERS = 3
const isLetter = ({ text }: TextLine): boolean => tight(text).length === 1 && !isValue(text) && /[\u4e00-\u9fff、．.（）()]/.test(text)

/** Whether a line is the number of a label whose point stands on the next: no number of a row. A comma alone is a letter of the table's side. */
const isNumbering = (line: TextLine, next: TextLine | undefined): boolean => /^\d{1,2}$/.test(tight(line.text)) && next !== undefined && /^(?:\.(?!\d)|、[^\d])/.test(tight(next.text))

/** Whether a line is the first letter of 无法提供 or 无正当理由 which the end of a line broke: no mark that there is none. */
const beginsLabel = (lines: readonly TextLine[], at: number): boolean => tight(lines[at]!.text) === '无' && /^(?:法提|正当理)/.test(lines.slice(at + 1, at + 4).map(({ text }) => tight(text)).join(''))

/** Where the letters written downwards end that start at a line, at most one blank line between two. */
function lettersEnd(lines: readonly TextLine[], from: number): number {
  let end = from
  // A blank line above them is none of theirs.
  for (let at = from; at < lines.length && at - end <= 1 && (at > from || lines[at]!.text.trim() !== ''); at += 1) {
    // 无 of 无法提供 stands between two others; alone it says that there is none.
    const isBetween = at > from && tight(lines[at]!.text) === '无' && isLetter(lines.slice(at + 1).find(({ text }) => text.trim() !== '') ?? lines[at]!)
    if (isBetween || isLetter(lines[at]!)) end = at + 1
    else if (lines[at]!.text.trim() !== '') break
  }
  return end
}

/** Lines with labels that were written downwards on one line each: a letter of them may be a numeral, or a mark, and their number stand above its point. */
export function withoutDownward(lines: readonly TextLine[]): readonly TextLine[] {
  const kept: TextLine[] = []
  for (let at = 0; at < lines.length; at += 1) {
    const isNumbered = isNumbering(lines[at]!, lines[at + 1])
    const isBegun = beginsLabel(lines, at)
    const end = isNumbered || isBegun ? Math.max(lettersEnd(lines, at + 1), at + 2) : lettersEnd(lines, at)
    const letters = lines.slice(at, end).filter(({ text }) => text.trim() !== '')
    const isLabel = isNumbered || isBegun || (letters.length >= LEAST_LETTERS && letters.some(({ text }) => !isNumber(text)))
    kept.push(isLabel ? { ...lines[at]!, text: letters.map(({ text }) => tight(text)).join('') } : lines[at]!)
    if (isLabel) at = end - 1
  }
  return kept
}

/** Rows without any number at their full width: editors drop the blank cells at a line's end. Not so where numbers without a label follow: they are the row's. */
function squared(rows: readonly string[][]): string[][] {
  const width = Math.max(...rows.map(({ length }) => length))
  const isBare = (row: readonly string[]): boolean => row.some(hasHan) && !row.some(isNumberText)
  const hasNumbersBelow = (at: number): boolean => rows[at + 1]?.some(isNumberText) === true && !rows[at + 1]!.some((cell) => hasHan(cell) && !isNumberText(cell))
  return rows.map((row, at) => (row.length < width && isBare(row) && !hasNumbersBelow(at) ? [...row, ...Array.from({ length: width - row.length }, () => '')] : row))
}

/** Whether lines are neither cells between tabs, bars or commas, nor blank where a cell is blank. */
export const isPlain = (lines: readonly TextLine[]): boolean => lines.filter(({ text }) => shapeOf(text) !== 'plain').length < LEAST_SHAPED && !blankLines(withoutDownward(lines)).areCells

/** Lines that start with a tab, a cell each; lines without one go on with the cell, an empty one ends the row (as word processors write tables to text). */
function rowsOfIndented(lines: readonly TextLine[]): string[][] {
  const rows: string[][] = [[]]
  for (const { text } of lines) {
    if (text.startsWith('\t')) rows.at(-1)!.push(text.slice(1))
    else if (text.trim() === '') rows.push([])
    else rows.at(-1)!.push(`${rows.at(-1)!.pop() ?? ''}\n${text}`)
  }
  return rows.filter((row) => row.length > 0).map(withWholeHeadings)
}

const tableOf = (rows: Rows): TableRow[] => gridOf(rows.map((cells) => cells.map((cell) => (typeof cell === 'string' ? { text: cell } : cell))))

/** The tables that rows of cells make; `full`: rows at their full width. */
const tablesOf = (rows: readonly string[][], full: (rows: readonly string[][]) => readonly string[][], place: Place, table: () => number): Block[] => {
  const isWritten = (own: Rows): own is readonly string[][] => own.every((cells) => cells.every((cell) => typeof cell === 'string'))
  return withWideItems(withEvenNames(rows)).map((own) => ({ kind: 'table', rows: tableOf(isWritten(own) ? full(own) : own), place: { ...place, table: table() } }))
}

/** So many rows of blank cells are a table that nobody filled in. */
const LEAST_BLANK_ROWS = 6

/** Whether short lines hold enough numbers, or blank cells, to be a table rather than prose. */
function isFlatTable(lines: readonly TextLine[], { areCells, width }: BlankLines): boolean {
  const numbers = lines.reduce((sum, { text }) => sum + (tokensOf(text)?.values.length ?? 0), 0)
  const areBlank = areCells && lines.filter(({ text }) => text.trim() === '').length >= width * LEAST_BLANK_ROWS
  return (numbers >= 3 || areBlank) && lines.some(({ text }) => hasHan(text))
}

/** Cuts lines without tabs or bars into prose and stretches of short lines that hold numbers. */
function plainBlocks(lines: readonly TextLine[], blanks: BlankLines, table: () => number): Block[] {
  const blocks: Block[] = []
  let stretch: TextLine[] = []
  const close = (): void => {
    const results = blankResults(stretch, blanks)
    const end = stretch.findLastIndex((line) => line.text.trim() !== '' || results.get(line)) + 1
    // The last row may be blank, as many lines as it has cells.
    if (!blanks.areCells || stretch.length - end < blanks.width) stretch = stretch.slice(0, end)
    if (isFlatTable(stretch, blanks)) {
      const { rows, from } = rowsOfLines(stretch, blanks)
      blocks.push(...withWideItems(rows).map((own): Block => ({ kind: 'table', rows: tableOf(own), place: { table: table(), line: from[0]! } })))
    } else blocks.push(...stretch.filter(({ text }) => text.trim() !== '').map(({ text, line }): Block => ({ kind: 'text', text: plain(text), place: { line } })))
    stretch = []
  }
  for (const each of lines) {
    if (each.text.trim() === '' && stretch.length > 0) stretch.push(each)
    if (each.text.trim() === '' || isPageNumber(each.text)) continue
    if (tokensOf(each.text) && !/[。；]$/.test(each.text.trim()) && !isTitle(each.text)) stretch.push(each)
    else {
      close()
      blocks.push({ kind: 'text', text: plain(each.text), place: { line: each.line } })
    }
  }
  close()
  return blocks
}

/** The blocks of lines of text, whatever shape their tables have. `tables`: how many stand before. */
export function linesToBlocks(written: readonly TextLine[], { tables }: { tables: number }): Block[] {
  const lines = withoutContents(written)
  const blocks: Block[] = []
  const blanks = blankLines(withoutDownward(lines))
  let count = tables
  const next = (): number => (count += 1)
  let at = 0
  while (at < lines.length) {
    const shape = leadsToTabs(lines, at) ? 'tabs' : shapeOf(lines[at]!.text)
    let end = at + 1
    while (end < lines.length && goesOn(shape, lines, end)) end += 1
    const stretch = lines.slice(at, end)
    const place = { line: stretch[0]!.line }
    if (shape === 'pipes') blocks.push({ kind: 'table', rows: tableOf(drawnRows(stretch) ?? pipeRows(stretch)), place: { ...place, table: next() } })
    else if (shape === 'tabs') blocks.push(...tablesOf(wholeRows(withoutDownward(stretch)), squared, place, next))
    else if (shape === 'commas') blocks.push({ kind: 'table', rows: tableOf(squared(commaCells(stretch))), place: { ...place, table: next() } })
    else if (shape === 'indented') blocks.push(...tablesOf(rowsOfIndented(stretch), (own) => own, place, next))
    else blocks.push(...plainBlocks(withoutDownward(stretch), blanks, next))
    at = end
  }
  return blocks
}

/** A row of which only the label is left, as editors drop the tabs at a line's end; no heading of a part of the report. */
const isBareRow = (text: string): boolean => hasHan(text) && text.trim().length <= LONGEST_LABEL && !/[。；]/.test(text) && !(/^[一二三四五六]、/.test(text.trim()) && sectionOf(text) !== undefined)

/** A row of which all cells are blank. */
const BLANK_ROW = /^\t{4,}$/

const TABS = 3
/** Whether a line has as many tabs as the one above it: a row of which only the last cell is filled. */
const isAsWide = (text: string, above: string): boolean => text.split('\t').length > TABS && text.split('\t').length === above.split('\t').length

/** A label has no more lines. */
const MOST_LABEL_LINES = 16
/** A line that can be the beginning of a label, and is no heading of the report. */
const isLabelPart = (text: string): boolean => text.trim() !== '' && text.trim().length <= LONGEST_LABEL && !/[。；]/.test(text) && !isTitle(text) && sectionOf(text) === undefined

/** Whether a line without tabs is the beginning of a cell that goes on over such lines to one with tabs. */
function leadsToTabs(lines: readonly TextLine[], at: number): boolean {
  let end = at
  while (end < lines.length && end - at < MOST_LABEL_LINES && shapeOf(lines[end]!.text) === 'plain' && isLabelPart(lines[end]!.text)) end += 1
  return end > at && end < lines.length && ['tabs', 'indented'].includes(shapeOf(lines[end]!.text))
}

/** Whether a line is one letter of a label written downwards, down to the next cell. */
function isLettersOn(lines: readonly TextLine[], at: number): boolean {
  const end = lines.findIndex(({ text }, index) => index >= at && tight(text).length !== 1)
  return end > at && end - at < MOST_LABEL_LINES && lines[end]!.text.startsWith('\t')
}

/** Whether a line belongs to the stretch of this shape above it. */
function goesOn(shape: Shape, lines: readonly TextLine[], at: number): boolean {
  const text = lines[at]!.text
  const own = shapeOf(text)
  if (own === shape) return true
  if (shape === 'pipes') return RULE_LINE.test(text) && text.trim() !== ''
  if (shape === 'commas') return own === 'plain' && isNamed(text)
  if (shape === 'tabs') return BLANK_ROW.test(text) || (own === 'indented' && isAsWide(text, lines[at - 1]!.text)) || leadsToTabs(lines, at) || (isBareRow(text) && (own === 'indented' || REQUEST_LABELS.is(text) !== undefined || ['tabs', 'indented'].includes(shapeOf(lines[at + 1]?.text ?? ''))))
  if (shape !== 'indented' || own !== 'plain') return false
  if (text.trim() === '') return lines.slice(at + 1, at + 3).some((next) => next.text.startsWith('\t'))
  // A line without a tab goes on with the cell above it only where a cell stands right above and another follows.
  return lines[at - 1]!.text.trim() !== '' && tight(text).length <= LONGEST_LABEL && (lines.slice(at + 1, at + 6).some((next) => next.text.startsWith('\t')) || isLettersOn(lines, at))
}
