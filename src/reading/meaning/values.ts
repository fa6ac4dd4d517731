import { readCell, type Cell } from '@/domain/cell'
import type { Unit } from '@/domain/unit'
import { digitsOf } from './numerals'
import { UNIT } from './units'
import { plain, tight } from './words'

/** Two numbers in one cell are none. */
const PARTED_DIGITS = /\d\s+\d/

/** A space between groups of three digits: `1 000`. Other digits apart are two numbers, or a number that nobody can put together. */
const SPACED_THOUSANDS = /^[+-]?\d{1,3}(?:[ \u00a0]\d{3})+(?![\d ]*\d)/

/** Digits set apart over a cell, wide ones or more than two: 1 0 9 5. Those of rows below each other stand on lines of their own, and two may be a fraction's. */
const SPACED_DIGITS = /^(?:[1-9](?:[ \u00a0\u3000]\d){2,}|[１-９](?:[ \u00a0\u3000][０-９])+)$/
/** Whether a cell's text is one number whose digits are set apart. */
export const areDigitsApart = (text: string): boolean => SPACED_DIGITS.test(text.trim())

/** A cell's text with the spaces between its thousands, or between all its digits, gone; null where it has none. Only a cell of its own can be read so: elsewhere a space may part two cells. */
export function withoutSpaces(text: string): string | null {
  const written = text.normalize('NFKC').trim()
  if (areDigitsApart(text)) return written.replace(/\s/g, '')
  const found = SPACED_THOUSANDS.exec(written)
  return found ? `${found[0].replace(/\s/g, '')}${written.slice(found[0].length)}` : null
}

/** A mark behind a number, or its note, that points to a note below the table: 10*, 7[注1], 3①, 9（含修订3件）[1]. */
const NOTE_MARK = /(?<=[\d０-９][^\S\n]*(?:件|项|次)?(?:[（(][^（()）]*[）)])?)\s*(?:[*＊※†‡☆]{1,3}|[[【［〔]注?[释\d]{0,2}[\]】］〕]|注\d{0,2}|[①-⑳]{1,3}|[¹²³⁴-⁹]{1,2})\s*$/

/** A stop that was typed behind a number by habit: 12。 */
const STOP = /(?<=[\d０-９]\s*(?:件|项|次)?)[。.．、；;，,]\s*$/
/** A small number with such a sign alone is also how rows are counted: 3. No row is the zeroth. */
const COUNTS_ROW = /^\s*[1-9]\d?[.．、]\s*$/

/** Signs that stand for a digit, and are none of a number's own. */
const SIGNS = /[①-⒛⓪-⓿❶-➓¹²³⁰-₉]/

/** A number with a note behind it that no brackets hold: 620 注：含联合答复4件. */
const NOTE_IN_WORDS = new RegExp(`^\\s*([+-]?\\d[\\d,，]*(?:[.．]\\d+)?\\s*${UNIT}?)\\s+((?:备?注\\s*[:：]|其中|含|均含|包括|包含)[^]*)$`, 'u')

/** A sign before a number by a slip of the key, or by which a spreadsheet marks a text: '0. No number is written with one. */
const STRAY = /^\s*['`´‘’＇｀](?=[\d０-９])/

/** A word before a count that changes nothing of it, and the name or sign of the currency before an amount with its unit: 共343件, 人民币5万元. */
const IN_ALL = /^\s*(?:(?:[共总合]计?|计)\s*(?=\d)|(?:人民币\s*[¥￥]?|[¥￥])\s*(?=\d[\d,，.]*\s*[千万亿]?元))/

/** The unit of an amount in brackets behind it: 1250000（元）. */
const MONEY_IN_BRACKETS = /(?<=[\d０-９]\s*)[（(]\s*(万?元)\s*[)）]\s*$/

/** Nothing more and nothing less, under 增/减. */
const NO_CHANGE = /^\s*[+-]?0\s*[/／]\s*[+-]?0\s*$/

/** The text with such a note in brackets. */
function withBrackets(text: string): string {
  const [, number, note] = NOTE_IN_WORDS.exec(text) ?? []
  return number === undefined || note === undefined ? text : `${number}（${tight(note).replace(/[（(]/g, '[').replace(/[）)]/g, ']')}）`
}

/** The cell that a text says. White space inside a number and its unit does not count, except between digits; nor does a mark that points to a note, a stop, or a stray sign. A note in words is the number's. */
export function cellOf(text: string, unit: Unit): Cell {
  const unmarked = withBrackets(text.replace(STOP, '').replace(NOTE_MARK, '').replace(STRAY, '').replace(IN_ALL, '').replace(NO_CHANGE, '0').replace(MONEY_IN_BRACKETS, '$1'))
  return unmarked === text ? writtenCell(text, unit) : { ...writtenCell(unmarked, unit), raw: plain(text) }
}

function writtenCell(text: string, unit: Unit): Cell {
  const read = readCell(plain(text), unit)
  if (!('missing' in read) || read.missing !== 'unreadable') return read
  const close: Cell = PARTED_DIGITS.test(text.normalize('NFKC')) || SIGNS.test(text) ? { missing: 'unreadable' } : readCell(tight(text), unit)
  return 'missing' in close && close.missing === 'unreadable' ? { missing: 'unreadable', raw: plain(text) } : { ...close, raw: plain(text) }
}

/** The number of a cell that counts something; 0 where it states none, NaN where nobody can read it as one. */
export function countOf(text: string): number {
  const cell = cellOf(text, 'items')
  return 'value' in cell ? cell.value : cell.missing === 'unreadable' ? Number.NaN : 0
}

/** Whether a text can stand where a number belongs: a number, a blank, or a mark that none applies. */
export function isValue(text: string): boolean {
  if (COUNTS_ROW.test(text)) return false
  const cell = cellOf(text, 'items')
  return !('missing' in cell) || cell.missing !== 'unreadable'
}

/** Whether a text is a number, in digits or in Chinese characters. */
export const isNumber = (text: string): boolean => (!COUNTS_ROW.test(text) && 'value' in cellOf(text, 'items')) || digitsOf(text) !== null
/** Whether a cell of its own can be one of numbers: it holds one, in any writing, or says that none applies, or nothing. */
export const isNumberCell = (text: string): boolean => isValue(text) || isNumber(text) || withoutSpaces(text) !== null
