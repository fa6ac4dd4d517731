import type { Block, ReadDocument } from './document'
import { hanWidthOf, inDigits, piecesOf, wordsOf } from './text/columns'
import { valuesFrom } from './text/laid-cells'
import { OrderLost } from './text/laid-requests'
import { laidTables } from './text/laid-tables'
import { withCutColumns } from './text/cut-columns'
import { withAlignedCells } from './text/aligned-cells'
import { laidOutBlocks } from './page/layout'
import { withEvenRows } from './text/even-rows'
import { flowLines } from './text/flow'
import { withHeadingOrder } from './text/heading-order'
import { keptTables, withoutMixedResults } from './text/kept-tables'
import { withoutIndents } from './text/indents'
import { withoutColumnNumbers } from './text/column-numbers'
import { withoutLineNumbers } from './text/line-numbers'
import { withShortLines } from './text/long-lines'
import { withoutUnfilled, withTables } from './text/unfilled-tables'
import { withUnnamed } from './text/unnamed-rows'
import { withListedItems } from './text/item-lists'
import { isPageNumber, isPlain, linesToBlocks, type TextLine } from './text/lines'
import { joinedBarCells } from './text/bar-cells'
import { rowsOfForm, withoutPageBlanks } from './text/page-blanks'
import { withCellsApart } from './text/mixed-cells'
import { withNamedValues, withoutReadOut } from './text/named-values'
import { withWholeLabels } from './text/label-paragraphs'
import { joinedPaddedCells } from './text/padded-cells'
import { joinedParagraphCells } from './text/paragraph-cells'
import { withoutPageNumbers } from './text/page-numbers'
import { withYears } from './text/parted-years'
import { joinedQuotedCells } from './text/quoted-cells'
import { withoutRunningLines } from './text/running-lines'
import { withoutSerialNumbers } from './text/serial-numbers'
import { withRowsUnstacked } from './text/stacked-cells'
import { seam, sideBySide, type Laid } from './text/side-by-side'
import { withNarrowSpaces, withTabsForWideSpaces } from './text/wide-spaces'
import { withWholeNotes } from './text/whole-notes'
import { joinedWraps } from './text/wrapped-lines'
import { withDashesFor } from './meaning/strokes'
import { plain, withBlanks } from './meaning/words'

/** So many lines in columns make a text laid out. */
const LEAST_ALIGNED = 6
/** So many of them are headings of one. */
const LEAST_HEADINGS = 3

/** So many numbers beside each other are cells of a row: a letter of a label among them is none. */
const LEAST_NUMBERS = 3

/** Signs that part cells. */
const PARTED = /[\t|｜│┃]/
/** A line with a wide gap between words, and nothing else that could part cells. */
const isSpaced = (text: string): boolean => !PARTED.test(text) && /\S[ \u00a0]{2,}\S/.test(text)

/** A line of a layout: wide gaps between words; `numbers`: and numbers at its end. */
const isAligned = (text: string, numbers: boolean): boolean => {
  if (!isSpaced(text)) return false
  const words = wordsOf(text, 0, 1)
  return numbers ? words.length - valuesFrom(words) >= 2 : (text.trim().match(/[ \u00a0]{3,}/g)?.length ?? 0) >= 2
}
/** A line that so many spaces set in stands in a column of its own; so many of these are cells of a table without numbers. */
const SET_IN = /^ {5,}\S/
const LEAST_SET_IN = 12
/** Whether lines are laid out in columns: rows of numbers are, or headings, or names of rows that are set in, where hardly a row has two numbers. */
function isLaidOut(lines: readonly TextLine[]): boolean {
  const rows = lines.filter(({ text }) => isAligned(text, true))
  const others = lines.filter((line) => !rows.includes(line))
  const beside = rows.length + others.filter(({ text }) => isAligned(text, false)).length
  return rows.length >= LEAST_ALIGNED || (rows.length > 0 && (beside >= LEAST_ALIGNED || (beside >= LEAST_HEADINGS && others.filter(({ text }) => SET_IN.test(text)).length >= LEAST_SET_IN)))
}

/** Blocks of lines laid out in columns: the official tables by the form's rows, all else by the places of numbers. */
const laidBlocks = (lines: readonly Laid[]): Block[] => laidTables(lines, false, streamed) ?? streamed(lines)

const streamed = (lines: readonly Laid[]): Block[] => laidOutBlocks(lines.flatMap(({ pieces }) => pieces))

const shaped = (lines: readonly TextLine[]): Block[] => linesToBlocks(lines, { tables: 0 })
const asTexts = (lines: readonly TextLine[]): Block[] => lines.filter(({ text }) => text.trim() !== '').map(({ text, line }) => ({ kind: 'text', text: plain(text), place: { line } }))

/** Lines without columns: read by the form's rows where numbers stand behind labels in their order, else by the lines' shape; without tables where the order is lost. */
function flowing(lines: readonly TextLine[]): Pick<ReadDocument, 'blocks' | 'problems'> {
  if (!isPlain(lines)) return { blocks: shaped(lines), problems: [] }
  const { rest, tables } = withoutMixedResults(lines)
  if (tables.length === 0) return inOrder(lines)
  const { blocks, problems } = inOrder(rest)
  return { blocks: withTables(blocks, tables), problems }
}

/** Lines read by the form's rows; those of tables that kept their order where table 3 has lost it. */
function inOrder(lines: readonly TextLine[]): Pick<ReadDocument, 'blocks' | 'problems'> {
  try {
    const blocks = laidTables(flowLines(lines), true, (own) => shaped(own.flatMap(({ sources }) => sources)))
    return { blocks: blocks ? withHeadingOrder(withUnnamed(blocks), lines) : shaped(lines), problems: [] }
  } catch (error) {
    if (!(error instanceof OrderLost)) throw error
    const { blocks, areAll } = keptTables(lines, asTexts)
    return { blocks, problems: areAll ? [] : [{ kind: 'order-lost' }] }
  }
}

interface PageLine extends TextLine {
  readonly page: number
}

const linesOfText = (text: string): PageLine[] => {
  let page = 1
  return text.split(/(\r\n|[\n\r\f\v\u2028\u2029])/).flatMap((line, at) => {
    if (at % 2 === 0) return [{ text: line, line: at / 2 + 1, page }]
    if (line === '\f') page += 1
    return []
  })
}

/** Characters that take no room, and are no part of a word. */
const visible = (text: string): string => text.replace(/[\u200b\ufeff]/g, '')

/** So large a part of the lines of a mail that was forwarded has its mark. */
const MOST_QUOTED = 0.8

/** A numeral that single spaces part from its brackets or its point: （ 七 ）总计, 3 . 其 他. It is a label's, not a number of the row. */
const NUMERAL_APART = /([（(])\s?([一二三四五六七八九十]{1,2})\s?([)）])|(?<=^\s*)(\d{1,2})\s?([.．、])\s(?=[\u4e00-\u9fff])/g
const withNumerals = (line: string): string => (/\S\s{2,}\S/.test(line) ? line : line.replace(NUMERAL_APART, '$1$2$3$4$5'))

/** A text without what programs left in it: blanks as a page writes them, lines' ends of their own, spaces in numerals, the mark of each line of a forwarded mail. */
function unmarked(text: string): string {
  const blank = withBlanks(withDashesFor(text)).replace(/\r(?!\n)/g, '\n').replace(/[^\n]+/g, withNumerals)
  const filled = blank.split(/[\r\n]+/).filter((line) => line.trim() !== '')
  return filled.filter((line) => line.startsWith('>')).length > filled.length * MOST_QUOTED ? blank.replace(/^>+ ?/gm, '') : blank
}

/** Lines as they are read: cells that stand on several are on one. */
const joinedCells = (written: readonly TextLine[]): readonly TextLine[] => joinedBarCells(withEvenRows(withCellsApart(joinedParagraphCells(joinedPaddedCells(withWholeLabels(joinedQuotedCells(withNamedValues(withListedItems(withWholeNotes(withoutSerialNumbers(withoutColumnNumbers(withoutIndents(withCutColumns(withRowsUnstacked(withTabsForWideSpaces(written.map((line) => ({ ...line, text: visible(line.text) }))))))))))))))))))

/** The blocks of a text whose tables repeat merged cells in all their columns, each padded to one width; null of any other. */
function repeatedCells(written: readonly PageLine[]): readonly Block[] | null {
  const aligned = withAlignedCells(written)
  const lines = aligned && joinedCells(aligned)
  return lines && !isLaidOut(lines) ? joinedWraps(shaped(lines), written) : null
}

/** A text without the tables that nobody filled in; all of it where its order is lost, or it is laid out in columns, whose blank rows have places. */
function filled(given: readonly PageLine[]): ReturnType<typeof withoutUnfilled<PageLine>> {
  const unfilled = withoutUnfilled(given)
  if (unfilled.tables.length === 0) return unfilled
  const lines = joinedCells(given)
  return isLaidOut(lines) || flowing(lines).problems.length > 0 ? { rest: given, tables: [] } : unfilled
}

/** The title of a page that a browser wrote over each sheet behind the time of printing. */
const PRINTED = /^\s*\d{4}[/-]\d{1,2}[/-]\d{1,2} \d{1,2}:\d{2}\s+(\S.*?)\s*$/gm

/** A text in any shape as blocks: a cell a line, tabs, bars, columns; two reports side by side give two documents. `set`: a page sets it with its own spaces, and it may be one table of several. */
export function readText(file: string, text: string, set = false): ReadDocument[] {
  const { rest: written, tables } = filled(withNarrowSpaces(linesOfText(withoutPageNumbers(withoutRunningLines(withYears(withoutLineNumbers(withShortLines(unmarked(text)))))))))
  const lines = joinedCells(written)
  const printed = [...new Set([...text.matchAll(PRINTED)].map(([, title]) => title!))]
  const document = (blocks: readonly Block[]): ReadDocument => ({ file, kind: 'text', titles: printed, blocks: withTables(blocks, tables), problems: [] })
  if (!isLaidOut(lines) && !(set && lines.some(({ text: line }) => isSpaced(line)) && !lines.some(({ text: line }) => PARTED.test(line)))) {
    const bare = withoutPageBlanks(written)
    const ways = [lines, ...(bare ? [joinedCells(bare)] : [])].map((own) => flowing(own.map((line) => ({ ...line, text: markdownHeading(line.text) }))))
    const [best] = ways.toSorted((a, b) => rowsOfForm(b.blocks) - rowsOfForm(a.blocks))
    return [{ ...document(joinedWraps(best!.blocks, written)), problems: best!.problems }]
  }
  const han = hanWidthOf(written.map(({ text: line }) => line), written.at(-1)!.page > 1)
  const { rest: own, tables: readOut } = withoutReadOut(written)
  const laid = own.map(({ text: line, line: number, page }): Laid => {
    const pieces = inDigits(piecesOf(line, number * 2, han), LEAST_NUMBERS)
    return { line: number, page, pieces, words: isPageNumber(line) ? [] : inDigits(wordsOf(line, number, han), LEAST_NUMBERS), seam: seam(pieces) }
  })
  const both = sideBySide(laid)
  const blocks = both ? [] : laidBlocks(laid)
  const aligned = repeatedCells(written)
  if (aligned && rowsOfForm(aligned) >= Math.max(rowsOfForm(blocks), LEAST_ALIGNED)) return [document(aligned)]
  if (!both) return [document(withTables(blocks, readOut))]
  const heads = lines.slice(0, 6).map(({ text: line }) => line)
  return both.sides.map((side, at) => {
    const title = both.years[at] ? `${agencyIn(heads)}${both.years[at]}年政府信息公开工作年度报告` : ''
    return document([...(title ? [{ kind: 'text' as const, text: title, place: { line: 1 } }] : []), ...laidBlocks(side)])
  })
}

/** The organ that the first lines name. */
const agencyIn = (lines: readonly string[]): string => lines.map((line) => /([\u4e00-\u9fff]{2,20}人民政府(?:办公[厅室])?)/.exec(line.replace(/[的与和]/g, ' '))?.[1]).find((name) => name !== undefined) ?? ''

/** A line without the marks of Markdown: those of a heading, of bold words, and the stroke before a sign that is none (3\.其他). */
const markdownHeading = (text: string): string => text.replace(/^#{1,6}\s+/, '').replace(/\*\*/g, '').replace(/\\(?=[.*_#()[\]+-])/g, '')
