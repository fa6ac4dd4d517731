import { isNumberCell } from '../meaning/values'
import type { WrittenCell } from '../document'
import { ARTICLE, COLUMN_LABELS, isHeading, ITEM_LABELS, REQUEST_LABELS, RESULT_LABELS } from '../meaning/labels'
import { sectionOf } from '../meaning/sections'
import { tight } from '../meaning/words'
import type { TextLine } from './lines'

/** How the lines of a stretch of text make a table. */
export type Shape = 'pipes' | 'tabs' | 'commas' | 'indented' | 'plain'

/** A bar that parts cells; Markdown writes one that is a cell's own behind a backslash. */
const PIPE = /(?<!\\)[|｜│┃]/
/** A line drawn between rows. */
export const RULE_LINE = /^[\s|｜│┃:+─━┌┐└┘├┤┬┴┼═╔╗╚╝╠╣╦╩╬=-]+$/
const DASHES = /[|｜│┃]\s*[-—]{1,2}\s*(?=[|｜│┃])/
/** A rule between rows; a row of one or two dashes a cell is one of cells that say none, unless the rule below the headings, `below`, is like it. */
const isRule = (text: string, index: number, below: string): boolean => RULE_LINE.test(text) && /[^\s|｜│┃]/.test(text) && (index === 1 || !DASHES.test(text) || DASHES.exec(text)![0].trim() === DASHES.exec(below)?.[0].trim())

/** Signs that part the cells of a line; the wide comma is also that of prose. */
const SEPARATORS = [',', ';', '，'] as const
/** So many numbers and blanks between wide commas are cells. */
const LEAST_FILLED = 3

/** Cells that a sign parts, those in quotes with signs of their own. */
const separated = (text: string, sign: (typeof SEPARATORS)[number]): string[] => [...`${sign}${text}`.matchAll(new RegExp(`${sign}(?:"((?:[^"]|"")*)"|([^${sign}]*))`, 'g'))].map(([, quoted, plainCell]) => (quoted?.replaceAll('""', '"') ?? plainCell ?? '').trim())

/** Cells of the lines of one table: whichever sign parts more. */
export function commaCells(lines: readonly TextLine[]): string[][] {
  const count = (sign: string): number => lines.reduce((sum, { text }) => sum + text.split(sign).length, 0)
  const sign = [...SEPARATORS].sort((a, b) => count(b) - count(a))[0]!
  return lines.map(({ text }) => separated(text, sign))
}

/** How a line parts its cells. */
export function shapeOf(text: string): Shape {
  const parts = text.split(PIPE)
  if (parts.length >= 3 || (parts.length === 2 && (/^\s*[|｜│┃]/.test(text) || isPair(parts[0]!, parts[1]!)))) return 'pipes'
  if (/\S[^\S\n]*\t/.test(text)) return 'tabs'
  if (isCommaRow(text)) return 'commas'
  return /^\t/.test(text) ? 'indented' : 'plain'
}

/** Two cells that a bar alone parts: a name of the form with its number or blank, or with the heading of its column. Elsewhere one bar parts the words of a title or a footer. */
const isPair = (first: string, second: string): boolean => (isNamed(first) && isNumberCell(second)) || COLUMN_LABELS.is(second) !== undefined
/** Whether a text is the name of a row or of a result. */
export const isNamed = (text: string): boolean => ITEM_LABELS.is(text) !== undefined || REQUEST_LABELS.is(text) !== undefined || RESULT_LABELS.is(text) !== undefined

/** Cells of a row of the form: a name or headings, and else numbers and blanks alone. */
const isFormRow = (cells: readonly string[]): boolean => cells.length > 1 && cells.some((cell) => isNamed(cell) || isHeading(cell)) && cells.every((cell) => isNumberCell(cell) || isNamed(cell) || isHeading(cell) || sectionOf(cell) !== undefined || isBesideNames(cell))

/** What stands beside the names of several rows. */
const isBesideNames = (text: string): boolean => /本年度办理结果$/.test(tight(text)) || ARTICLE.test(tight(text))

/** A line of a file of values that commas, wide ones too, or semicolons part: more of them than prose has, most cells blank or numbers or short; or the form's own words. */
const isCommaRow = (text: string): boolean =>
  SEPARATORS.some((sign) => {
    if (!text.includes(sign) || /[。；]|\d\s+\d/.test(text.replace(/"[^"]*"/g, ''))) return false
    const cells = separated(text, sign)
    const isProse = sign === '，' && cells.filter(isNumberCell).length < LEAST_FILLED
    return (!isProse && text.split(sign).length > 3 && cells.filter((cell) => cell.length <= 12).length >= 4) || isFormRow(cells)
  })

/** Whether bars stand around the rows too, not only between cells: then a bar at a line's end bounds no blank cell. Below merged names most lines of table 3 begin with a bar anyhow. */
const isFramed = (lines: readonly TextLine[]): boolean => lines.filter(({ text }) => /^\s*[|｜│┃]/.test(text)).length >= lines.length * 0.9

/** Bars that touch at a line's end, where those before them have spaces around, stand for merged cells: `行政许可 | 0 | ||`. */
const withoutFill = (text: string): string => (/ [|｜] /.test(text) ? text.replace(/^((?:(?![|｜]{2}).)*[|｜]) ?[|｜]{2,}\s*$/, '$1') : text)

/** Whether each cell has its bar behind it, that at a row's end too: headings are not all blank. */
const isEnded = (lines: readonly TextLine[]): boolean => lines.every(({ text }) => /[|｜│┃]\s*$/.test(text))

const pipeCells = (text: string, framed: boolean, ended: boolean): WrittenCell[] =>
  (framed ? text.trim().replace(/^[|｜│┃]|[|｜│┃]$/g, '') : ended ? text.trim().replace(/[|｜│┃]$/, '') : text)
    .split(PIPE)
    .map((cell) => ({ text: unmarked(cell) }))

/** A cell's text without the marks of Markdown and of what it takes from HTML. */
const unmarked = (cell: string): string => cell.replace(/\*\*|<br\s*\/?>/gi, '').replace(/\\(?=[|｜])|&#124;/g, '').trim()

/** The rows of lines with bars, without the rules between them. */
export function pipeRows(lines: readonly TextLine[]): WrittenCell[][] {
  const rows = lines.filter(({ text }, index) => !isRule(text, index, RULE_LINE.test(lines[1]?.text ?? '') ? lines[1]!.text : ''))
  const [framed, ended] = [isFramed(rows), isEnded(rows)]
  let width = 0
  return rows.map(({ text }) => {
    const [written, short] = [pipeCells(text, framed, ended), pipeCells(withoutFill(text), framed, ended)]
    if (short.some((cell) => COLUMN_LABELS.is(cell.text))) width = short.length
    // Below headings that have each their column, bars that touch are blank cells.
    return written.length === width ? written : short
  })
}
