import { cellOf } from './entries'
import { gridOf, type Block, type TableRow, type WrittenCell } from './document'
import { isTitle } from './identity'
import { hasHan, plain, tight } from './words'

/** A line of a text with its number. */
export interface TextLine {
  readonly text: string
  readonly line: number
}

/** How the lines of a stretch of text make a table. */
type Shape = 'pipes' | 'tabs' | 'indented' | 'plain'

const PIPE = /[|｜│┃]/
const RULE_LINE = /^[\s|｜│┃:+─━┌┐└┘├┤┬┴┼═╔╗╚╝╠╣╦╩╬=-]+$/
const PAGE_NUMBER = /^[-—–－·]+\s*\d{1,3}\s*[-—–－·]+$|^第\s*\d+\s*页(?:[\s,，/]*共\s*\d+\s*页)?$|^\d+\s*\/\s*\d+$/
const LONGEST_LABEL = 60

/** Whether a line is a page's number and nothing else. */
export const isPageNumber = (text: string): boolean => PAGE_NUMBER.test(text.trim())

function shapeOf(text: string): Shape {
  const parts = text.split(PIPE)
  if (parts.length >= 3 || (parts.length === 2 && /^\s*[|｜│┃]/.test(text))) return 'pipes'
  if (/\S[^\S\n]*\t/.test(text)) return 'tabs'
  return /^\t/.test(text) ? 'indented' : 'plain'
}

const pipeCells = (text: string): WrittenCell[] =>
  text
    .trim()
    .replace(/^[|｜│┃]/, '')
    .replace(/[|｜│┃]$/, '')
    .split(PIPE)
    .map((cell) => ({ text: cell.replace(/\*\*|<br\s*\/?>/gi, '').trim() }))

/** The values at the end of a line and the label before them; null where the line reads as prose. */
export function tokensOf(text: string): { label: string; values: string[] } | null {
  const words = plain(text).split(' ')
  let cut = words.length
  while (cut > 0 && words[cut - 1] !== '' && isNumberText(words[cut - 1]!)) cut -= 1
  const label = words.slice(0, cut).join(' ')
  if (tight(label).length > LONGEST_LABEL || (cut < words.length && /[。；;]/.test(label))) return null
  return { label, values: words.slice(cut) }
}

const isNumberText = (word: string): boolean => {
  const cell = cellOf(word, 'items')
  return 'value' in cell || cell.missing === 'not-applicable'
}

/** A row that is being put together of lines with one cell each: labels first, then values. */
interface OpenRow {
  readonly cells: string[]
  values: number
}

/** Lines with one cell each, or with a label and its numbers: a new row starts where a label follows a number. */
function rowsOfLines(lines: readonly TextLine[]): { rows: string[][]; from: number[] } {
  const rows: OpenRow[] = []
  const from: number[] = []
  for (const { text, line } of lines) {
    const { label, values } = tokensOf(text)!
    const open = rows.at(-1)
    if (!open || (label !== '' && open.values > 0)) {
      rows.push({ cells: [], values: 0 })
      from.push(line)
    }
    const row = rows.at(-1)!
    if (label !== '') row.cells.push(label)
    row.cells.push(...values)
    row.values += values.length
  }
  return { rows: rows.map(({ cells }) => cells), from }
}

/** Lines that start with a tab, a cell each; lines without one go on with the cell, an empty one ends the row (as word processors write tables to text). */
function rowsOfIndented(lines: readonly TextLine[]): string[][] {
  const rows: string[][] = [[]]
  for (const { text } of lines) {
    if (text.startsWith('\t')) rows.at(-1)!.push(text.slice(1))
    else if (text.trim() === '') rows.push([])
    else rows.at(-1)!.push(`${rows.at(-1)!.pop() ?? ''}\n${text}`)
  }
  return rows.filter((row) => row.length > 0)
}

const tableOf = (rows: readonly (readonly (string | WrittenCell)[])[]): TableRow[] => gridOf(rows.map((cells) => cells.map((cell) => (typeof cell === 'string' ? { text: cell } : cell))))

/** Whether short lines hold enough numbers to be a table rather than prose. */
function isFlatTable(lines: readonly TextLine[]): boolean {
  const numbers = lines.reduce((sum, { text }) => sum + (tokensOf(text)?.values.length ?? 0), 0)
  return numbers >= 3 && lines.some(({ text }) => hasHan(text))
}

/** Cuts lines without tabs or bars into prose and stretches of short lines that hold numbers. */
function plainBlocks(lines: readonly TextLine[], table: () => number): Block[] {
  const blocks: Block[] = []
  let stretch: TextLine[] = []
  const close = (): void => {
    if (isFlatTable(stretch)) {
      const { rows, from } = rowsOfLines(stretch)
      blocks.push({ kind: 'table', rows: tableOf(rows), place: { table: table(), line: from[0]! } })
    } else blocks.push(...stretch.map(({ text, line }): Block => ({ kind: 'text', text: plain(text), place: { line } })))
    stretch = []
  }
  for (const each of lines) {
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
export function linesToBlocks(lines: readonly TextLine[], { tables }: { tables: number }): Block[] {
  const blocks: Block[] = []
  let count = tables
  const next = (): number => (count += 1)
  let at = 0
  while (at < lines.length) {
    const shape = shapeOf(lines[at]!.text)
    let end = at + 1
    while (end < lines.length && goesOn(shape, lines, end)) end += 1
    const stretch = lines.slice(at, end)
    const place = { line: stretch[0]!.line }
    if (shape === 'pipes') blocks.push({ kind: 'table', rows: tableOf(stretch.filter(({ text }) => !RULE_LINE.test(text)).map(({ text }) => pipeCells(text))), place: { ...place, table: next() } })
    else if (shape === 'tabs') blocks.push({ kind: 'table', rows: tableOf(stretch.map(({ text }) => text.replace(/\n/g, '').split('\t').map((cell) => cell.trim()))), place: { ...place, table: next() } })
    else if (shape === 'indented') blocks.push({ kind: 'table', rows: tableOf(rowsOfIndented(stretch)), place: { ...place, table: next() } })
    else blocks.push(...plainBlocks(stretch, next))
    at = end
  }
  return blocks
}

/** Whether a line belongs to the stretch of this shape above it. */
function goesOn(shape: Shape, lines: readonly TextLine[], at: number): boolean {
  const text = lines[at]!.text
  const own = shapeOf(text)
  if (own === shape) return true
  if (shape === 'pipes') return RULE_LINE.test(text) && text.trim() !== ''
  if (shape !== 'indented' || own !== 'plain') return false
  if (text.trim() === '') return lines.slice(at + 1, at + 3).some((next) => next.text.startsWith('\t'))
  // A line without a tab goes on with the cell above it only where a cell stands right above and another follows.
  return lines[at - 1]!.text.trim() !== '' && tight(text).length <= LONGEST_LABEL && lines.slice(at + 1, at + 6).some((next) => next.text.startsWith('\t'))
}
