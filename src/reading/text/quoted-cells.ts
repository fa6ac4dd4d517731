import type { TextLine } from './lines'
import { LONGEST_LABEL } from './tokens'
import { tight } from '../meaning/words'

/** A cell's name has no more lines. */
const MOST_LINES = 20
const SEPARATOR = /[\t,;]/

/** Whether a cell in quotes stays open at the end of a line: one that starts with a quote, and none behind which the cell ends. `open`: whether one was open before. */
function isOpenAfter(text: string, open: boolean): boolean {
  let isOpen = open
  let starts = true
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at]!
    if (isOpen && sign === '"' && text[at + 1] === '"') at += 1
    else if (isOpen && sign === '"' && (at + 1 === text.length || SEPARATOR.test(text[at + 1]!))) isOpen = false
    else if (!isOpen && starts && sign === '"') isOpen = true
    starts = SEPARATOR.test(sign)
  }
  return isOpen
}

const isCellLine = ({ text }: TextLine): boolean => !/[。；]/.test(text) && tight(text).length <= 2 * LONGEST_LABEL

/**
 * Lines with those of one cell put together, its own line breaks left in it: spreadsheets write and copy a cell with line breaks in
 * quotes. A quote that no other closes a few short lines below is one of a text, and its line stays as it is.
 */
export function joinedQuotedCells(lines: readonly TextLine[]): readonly TextLine[] {
  const joined: TextLine[] = []
  for (let at = 0; at < lines.length; at += 1) {
    let end = at
    let open = isOpenAfter(lines[at]!.text, false)
    while (open && end - at < MOST_LINES && isCellLine(lines[end]!) && lines[end + 1]) open = isOpenAfter(lines[(end += 1)]!.text, true)
    const whole = open ? lines.slice(at, at + 1) : [{ ...lines[at]!, text: lines.slice(at, end + 1).map(({ text }) => text).join('\n') }]
    joined.push(...whole)
    if (!open) at = end
  }
  return joined
}

/** What a cell says: without the quotes that spreadsheets put around one with line breaks, tabs or quotes. */
export const unquoted = (cell: string): string => (/^"(?:[^"]|"")*"$/.test(cell) ? cell.slice(1, -1).replaceAll('""', '"') : cell)

/** The cells of a line that tabs part, those in quotes with tabs of their own. A line's end parts two numbers, and no words. */
export const tabCells = (line: string): string[] =>
  [...`\t${line}`.matchAll(/\t("(?:[^"]|"")*"(?=\t|$)|[^\t]*)/g)].map(([, cell]) => unquoted(cell!.trim()).replace(/(?<=\d)\s*\n\s*(?=\d)/g, ' ').replace(/\n/g, '').trim())
