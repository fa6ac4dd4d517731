import type { Cell } from './cell'
import type { Unit } from './unit'

const NOTE = /^(.*?)\s*[（(]([^（）()]*(?:[（(][^（）()]*[）)][^（）()]*)*)[）)]\s*$/s
/** Words that stand behind a count and change nothing of it. */
const COUNTERS = '件|个|条|项|次|份|宗|起|例|人|家|户|篇|场|期|批|册|部|天|人次|件次|条次|批次'
const NUMBER = new RegExp(`^([+-]?\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|[+-]?\\d+(?:\\.\\d+)?|[+-]?\\.\\d+)\\s*(亿元|万元|千元|元|%|[万亿]?(?:${COUNTERS})|[万亿])?$`)
/** Strokes of any length, or words, that say that nothing applies. */
const NOT_APPLICABLE = /^(?:[-\u2010-\u2015\u2212\u2500]{1,4}|[/\\\u2044\u2215\u29f8]{1,2}|无|暂无|没有|不适用|不涉及|未涉及|未发生|未产生|N\/A|n\/a|NA)$/
/** Written where nothing is known of a cell. */
export const NOT_KNOWN = '..'

const halfWidth = (text: string): string =>
  text
    .replace(/[０-９＋－．，％／]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/^[\u2010-\u2013\u2212](?=[\d.])/, '-')
    .replace(/\u3000/g, ' ')
    .trim()

/** No number is written with so many characters, its note included. */
const LONGEST_NUMBER = 300

const SCALE: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 }
/** Factor from the written money unit to 万元, the form's unit. */
const TO_WAN_YUAN: Readonly<Record<string, number>> = { 元: 1e-4, 千元: 0.1, 万元: 1, 万: 1, 亿元: 1e4, 亿: 1e4 }

/** Whether a number is written in a unit of another kind than its column's: a count where money belongs, or money where a count does. */
const isOfOtherKind = (written: string, unit: Unit): boolean => !/^[万亿%]?$/.test(written) && written.endsWith('元') !== (unit === 'wan-yuan' || unit === 'usd')

/** The number of a text of one to nine plain digits, the common case; -1 for any other text. */
export function plainNumber(text: string): number {
  if (text.length === 0 || text.length > 9) return -1
  let plain = 0
  for (let i = 0; i < text.length; i += 1) {
    const digit = text.charCodeAt(i) - 48
    if (digit < 0 || digit > 9) return -1
    plain = plain * 10 + digit
  }
  return plain
}

/**
 * Reads the text of a cell (domain rules: zero, blank, "/" and its like, suppressed, thousands, full width, units, notes in brackets; a unit of another kind than the column's is noted too).
 * Money columns are in 万元; "251000元" becomes 25.1. Text that is no number gives `unreadable` and keeps its raw text. Never throws.
 */
export function readCell(text: string, unit: Unit): Cell {
  const plain = plainNumber(text)
  return plain >= 0 ? { value: plain } : readWritten(text, unit)
}

function readWritten(text: string, unit: Unit): Cell {
  if (text.length > LONGEST_NUMBER) return { missing: 'unreadable', raw: text }
  const written = halfWidth(text)
  if (written === '') return { missing: 'blank' }
  if (written === NOT_KNOWN) return { missing: 'not-known' }
  if (NOT_APPLICABLE.test(written)) return { missing: 'not-applicable', raw: text }
  if (written === '零') return { value: 0, raw: text }
  if (/^<\s*\d+$/.test(written) || written === '*') return { missing: 'suppressed', raw: text }
  const noted = NOTE.exec(text)
  const body = noted ? halfWidth(noted[1]!) : written
  const number = NUMBER.exec(body)
  if (!number) return { missing: 'unreadable', raw: text }
  if (number[2] === '%' && unit !== 'percent' && unit !== 'figures') return { missing: 'unreadable', raw: text }
  const value = scaled(Number(number[1]!.replaceAll(',', '')), number[2] ?? '', unit)
  // A number beyond what is exact would be another number.
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER) return { missing: 'unreadable', raw: text }
  const raw = written === number[1] ? undefined : text
  const note = [...(isOfOtherKind(number[2] ?? '', unit) ? [number[2]!] : []), noted?.[2]?.trim() ?? ''].filter((each) => each !== '').join('；')
  return { value, ...(note === '' ? {} : { note }), ...(raw === undefined ? {} : { raw }) }
}

function scaled(value: number, written: string, unit: Unit): number {
  const money = unit === 'wan-yuan' ? TO_WAN_YUAN[written] : undefined
  const factor = money ?? (written.endsWith('元') ? 1 : SCALE[written[0] ?? '']) ?? 1
  // Rounded at 12 significant digits: 0.1 × 10000 must not become 1000.0000000000001.
  return factor === 1 ? value : Number((value * factor).toPrecision(12))
}
