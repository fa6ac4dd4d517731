import { label, type Label } from './label'
import type { Unit } from './unit'

/** Why there is no number. The order is part of the table's encoding: append only. */
export const MISSING_REASONS = [
  'not-known',
  'blank',
  'not-applicable',
  'suppressed',
  'unreadable',
  'not-in-format',
  'no-report',
  'not-computable',
  'contradictory',
] as const

export type MissingReason = (typeof MISSING_REASONS)[number]

export const MISSING_LABELS: Readonly<Record<MissingReason, Label>> = {
  'not-known': label('此处未知', 'not known here'),
  blank: label('原文空白', 'blank in the original'),
  'not-applicable': label('不适用', 'not applicable'),
  suppressed: label('低于阈值不公布', 'suppressed'),
  unreadable: label('无法读作数字', 'not readable as a number'),
  'not-in-format': label('该年报格式无此项', 'not in this report format'),
  'no-report': label('该年无年报数据', 'no report for this year'),
  'not-computable': label('分母为零，无法计算', 'denominator is zero'),
  contradictory: label('分子大于分母，两数矛盾', 'part exceeds the whole'),
}

/** A cell of a report: a number, or the reason why there is none. Raw text and note survive to tooltip, table and file. */
export type Cell =
  | { readonly value: number; readonly note?: string; readonly raw?: string }
  | { readonly missing: MissingReason; readonly note?: string; readonly raw?: string }

const NOTE = /^(.*?)\s*[（(]([^（）()]*(?:[（(][^（）()]*[）)][^（）()]*)*)[）)]\s*$/s
const NUMBER = /^([+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?|[+-]?\d+(?:\.\d+)?|[+-]?\.\d+)\s*(亿元|万元|元|万|亿|件|条|项|次|人|篇|场|期|天|人次|万人次|万条|万次|%)?$/
const NOT_APPLICABLE = new Set(['/', '-', '—', '－', '——', '无', '不适用', 'N/A', 'n/a', 'NA'])
const NOT_KNOWN = '..'
const REGION_NOTE = /全(?:国|省|市|区|县|州|盟|旗|镇|乡|街道|系统)|全自治[区州县]/
const ABOUT_NOTE = /约|余|多/

const halfWidth = (text: string): string =>
  text
    .replace(/[０-９＋－．，％／]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/^\u2212/, '-')
    .replace(/\u3000/g, ' ')
    .trim()

/** No number is written with so many characters, its note included. */
const LONGEST_NUMBER = 300

const SCALE: Readonly<Record<string, number>> = { 万: 1e4, 万条: 1e4, 万次: 1e4, 万人次: 1e4, 亿: 1e8 }
/** Factor from the written money unit to 万元, the form's unit. */
const TO_WAN_YUAN: Readonly<Record<string, number>> = { 元: 1e-4, 万元: 1, 万: 1, 亿元: 1e4, 亿: 1e4 }

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
 * Reads the text of a cell (domain rules: zero, blank, "/" and its like, suppressed, thousands, full width, units, notes in brackets).
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
  if (NOT_APPLICABLE.has(written)) return { missing: 'not-applicable', raw: text }
  if (written === '零') return { value: 0, raw: text }
  if (/^<\s*\d+$/.test(written) || written === '*') return { missing: 'suppressed', raw: text }
  const noted = NOTE.exec(text)
  const body = noted ? halfWidth(noted[1]!) : written
  const note = noted?.[2]?.trim()
  const number = NUMBER.exec(body)
  if (!number) return { missing: 'unreadable', raw: text }
  if (number[2] === '%' && unit !== 'percent' && unit !== 'figures') return { missing: 'unreadable', raw: text }
  const value = scaled(Number(number[1]!.replaceAll(',', '')), number[2] ?? '', unit)
  // A number beyond what is exact would be another number.
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER) return { missing: 'unreadable', raw: text }
  const raw = written === number[1] ? undefined : text
  return { value, ...(note ? { note } : {}), ...(raw === undefined ? {} : { raw }) }
}

function scaled(value: number, written: string, unit: Unit): number {
  const money = unit === 'wan-yuan' ? TO_WAN_YUAN[written] : undefined
  const factor = money ?? SCALE[written] ?? 1
  // Rounded at 12 significant digits: 0.1 × 10000 must not become 1000.0000000000001.
  return factor === 1 ? value : Number((value * factor).toPrecision(12))
}

/** The note says that the figure counts a whole region (全市, 全区 …), not the office's own work. */
export const isRegionNote = (note: string | undefined): boolean => note !== undefined && REGION_NOTE.test(note)

/** The note says that the figure is approximate (约, 余). */
export const isAboutNote = (note: string | undefined): boolean => note !== undefined && ABOUT_NOTE.test(note)
